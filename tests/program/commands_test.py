"""Every command once, on articles made here."""
import csv
import io
import json
import os
import sqlite3

import support
from support import ARTICLES, ROOT


class Commands(support.ProgramTest):
    def test_extract_writes_records_with_offsets_that_are_right(self):
        self.write_articles()
        texts = {a["id"]: a["text"] for a in ARTICLES}
        records = [json.loads(line) for line in self.relata("extract", "articles.jsonl").splitlines()]
        self.assertTrue(records)
        for record in records:
            text = texts[record["doc"]]
            for part in (record["subject"], record["object"], record["sentence"]):
                self.assertEqual(text[part["start"]:part["end"]], part["text"], record)
        found = {(r["type"], r["subject"]["name"], r["object"]["name"]) for r in records}
        self.assertIn(("founder_of", "Sam Altman", "OpenAI"), found)
        self.assertIn(("ceo_of", "Satya Nadella", "Microsoft"), found)
        self.assertIn(("founder_of", "Liang Wenfeng", "DeepSeek"), found)

    def test_extract_entities_writes_mentions_too(self):
        self.write_articles()
        records = [json.loads(line) for line in self.relata("extract", "articles.jsonl", "--entities").splitlines()]
        mentions = [r for r in records if r.get("kind") == "mention"]
        self.assertIn("OpenAI", {m["name"] for m in mentions})

    def test_a_plural_says_what_its_members_are_to_one_another(self):
        article = {"id": "x", "lang": "en", "text": "Google and Meta met. The two companies will merge in May."}
        self.write("plural.jsonl", json.dumps(article).encode())
        records = [json.loads(line) for line in self.relata("extract", "plural.jsonl").splitlines()]
        self.assertEqual([("merged_with", "Google", "Meta")],
                         [(r["type"], r["subject"]["name"], r["object"]["name"]) for r in records])

    def test_they_and_them_are_not_each_with_each(self):
        article = {"id": "x", "lang": "en", "text": "Google and Meta met. They sued them."}
        self.write("plural.jsonl", json.dumps(article).encode())
        self.assertEqual("", self.relata("extract", "plural.jsonl", status=1))

    def test_the_form_of_a_mention_has_a_name(self):
        article = {"id": "x", "lang": "en", "text": "OpenAI raised $5 million. It said its AI firm \"Tickula\" grew."}
        self.write("forms.jsonl", json.dumps(article).encode())
        records = [json.loads(line) for line in self.relata("extract", "forms.jsonl", "--entities").splitlines()]
        forms = {r["text"]: r["form"] for r in records if r.get("kind") == "mention"}
        for text, form in (("OpenAI", "name"), ("$5 million", "value"), ("It", "pronoun"), ("its", "possessive")):
            self.assertEqual(forms.get(text), form, text)

    def test_build_equals_extract_and_merge(self):
        graph = self.build()
        self.relata("extract", "articles.jsonl", "--entities", "-o", "records.jsonl", "-q")
        self.relata("merge", "records.jsonl", "-o", "merged.relata", "-q")
        self.assertEqual(self.exported(graph), self.exported("merged.relata"))

    def test_standard_input_and_output(self):
        self.write_articles()
        data = (self.folder / "articles.jsonl").read_bytes()
        from_stdin = self.relata("extract", "-", stdin=data)
        self.assertEqual(len(from_stdin.splitlines()), len(self.relata("extract", "articles.jsonl").splitlines()))

    def test_show_finds_by_name_whatever_the_case(self):
        graph = self.build()
        self.assertIn("founder_of", self.relata("show", graph, "openai"))
        entity = json.loads(self.relata("show", graph, "OpenAI", "--json"))
        self.assertEqual(entity["name"], "OpenAI")
        self.assertTrue(all(r["evidence"] for r in entity["relations"]))

    def test_query_in_all_formats(self):
        graph = self.build()
        query = "MATCH (p:person)-[:founder_of]->(o:org) RETURN p.name AS who, o.name AS what ORDER BY who"
        rows = json.loads(self.relata("query", graph, query, "--format", "json"))
        self.assertIn({"who": "Sam Altman", "what": "OpenAI"}, rows)
        lines = self.relata("query", graph, query).splitlines()
        self.assertEqual(lines[0], "who\twhat")
        self.assertEqual(len(lines), len(rows) + 1)
        table = list(csv.DictReader(io.StringIO(self.relata("query", graph, query, "--format", "csv"))))
        self.assertEqual(table, rows)
        jsonl = [json.loads(x) for x in self.relata("query", graph, query, "--format", "jsonl").splitlines()]
        self.assertEqual(jsonl, rows)
        self.assertTrue(self.relata("query", graph, query, "--format", "md").startswith("| who | what |"))
        found = self.relata("query", graph, "MATCH (o:org) WHERE o.name = $n RETURN o.name", "-p", "n=OpenAI")
        self.assertEqual(found, "o.name\nOpenAI\n")

    def test_query_that_finds_nothing_and_one_that_is_wrong(self):
        graph = self.build()
        self.relata("query", graph, "MATCH (o:org) WHERE o.name = 'Nobody' RETURN o", status=1)
        self.assertIn("^", self.complaint("query", graph, "MATCH (o:org RETURN o"))

    def test_path_top_timeline_stats(self):
        graph = self.build()
        path = self.relata("path", graph, "Sam Altman", "Microsoft")
        self.assertIn("OpenAI", path)
        self.relata("path", graph, "Sam Altman", "SAP", status=1)
        top = self.relata("top", graph, "--by", "degree", "--type", "org").splitlines()
        self.assertEqual(top[0].split("\t")[:3], ["rank", "name", "type"])
        self.assertIn("OpenAI", top[1])
        self.assertIn("founder_of", self.relata("timeline", graph, "DeepSeek"))
        stats = dict((tuple(x.split("\t")[:2]), x.split("\t")[2]) for x in self.relata("stats", graph).splitlines())
        self.assertEqual(stats["documents", ""], "4")

    def test_diff_and_remove(self):
        graph = self.build()
        self.build("small.relata", articles=ARTICLES[:3])
        changes = self.relata("diff", "small.relata", graph)
        self.assertIn("added\trelation", changes)
        self.relata("diff", graph, graph, status=1)
        self.relata("remove", graph, "de-2", "-q")
        self.relata("diff", "small.relata", graph, status=1)
        self.assertEqual(self.exported("small.relata"), self.exported(graph))
        self.assertIn("did you mean de-1?", self.complaint("remove", graph, "de-9", status=1))

    def test_verify_tells_when_a_source_has_changed(self):
        graph = self.build()
        self.relata("verify", graph)
        changed = [dict(a) for a in ARTICLES]
        changed[0]["text"] = "Something else."
        changed[1]["text"] = "Moved. " + changed[1]["text"]
        self.write_articles(articles=changed)
        findings = self.relata("verify", graph, status=2)
        self.assertIn("gone\ten-1", findings)
        self.assertIn("moved\ten-2", findings)

    def test_export_to_every_single_file_format(self):
        graph = self.build()
        for ending in ("graphml", "gexf", "dot", "json", "cypher", "ttl", "jsonld", "html"):
            self.relata("export", graph, "-o", "news." + ending, "-q")
            self.assertGreater((self.folder / ("news." + ending)).stat().st_size, 100, ending)
        self.assertIn("did you mean graphml?", self.complaint("export", graph, "-o", "x", "--format", "grahpml"))
        self.assertIn("its ending names no format", self.complaint("export", graph, "-o", "news.xyz"))

    def test_export_to_folders(self):
        graph = self.build()
        for format in ("csv", "neo4j"):
            self.relata("export", graph, "-o", format, "--format", format, "-q")
            self.assertTrue(list((self.folder / format).iterdir()))

    def test_selection_by_status_and_date(self):
        graph = self.build()
        all_edges = self.relata("query", graph, "MATCH ()-[r]->() RETURN count(r) AS n").split()[1]
        few = self.relata("query", graph, "MATCH ()-[r]->() RETURN count(r) AS n", "--as-of", "2024-03-15").split()[1]
        self.assertLess(int(few), int(all_edges))
        self.assertIn("did you mean asserted?", self.complaint("show", graph, "OpenAI", "--status", "aserted"))

    def test_view_writes_a_page_and_opens_it(self):
        graph = self.build()
        opener = self.write("xdg-open", '#!/bin/sh\nprintf %s "$1" > opened\n')
        os.chmod(opener, 0o755)
        path = {"PATH": f"{os.path.dirname(opener)}:{os.environ['PATH']}"}
        self.relata("view", graph, "-o", "page.html", env=path)
        page = (self.folder / "opened").read_text()
        self.assertTrue(page.endswith("/page.html"), page)
        self.assertIn("<html", (self.folder / "page.html").read_text())
        told = self.complaint("view", graph, env={"PATH": "/nowhere", "TMPDIR": str(self.folder)})
        self.assertIn("in a browser", told)
        self.assertEqual(len(list(self.folder.glob("relata-view-*/news.html"))), 1)

    def test_explain_shows_the_rule_that_matched(self):
        text = self.relata("explain", "OpenAI was founded by Sam Altman.")
        self.assertIn("founder_of", text)
        self.relata("explain", "It rains.", status=1)

    def test_relations_and_rules(self):
        types = [x.split("\t")[0] for x in self.relata("relations").splitlines()[1:]]
        self.assertIn("founder_of", types)
        self.assertEqual(len(types), 19)
        listed = self.relata("rules", "list", "--type", "ceo_of", "--lang", "de")
        self.assertGreater(len(listed.splitlines()), 2)
        coverage = self.relata("rules", "coverage", "--type", "ceo_of").splitlines()
        self.assertEqual(coverage[0].split("\t"), ["type", "construction", "de", "en"])
        self.assertTrue(all(line.startswith("ceo_of\t") for line in coverage[1:]), coverage)

    def test_rules_suggest_lists_words_that_no_rule_understands(self):
        self.write("a.txt", "Acme Robotics Inc. outpaced Fernhill Systems Inc. by the sea.\n")
        rows = self.relata("rules", "suggest", "a.txt", "--least", "1").splitlines()
        self.assertEqual(rows[1].split("\t")[:5], ["outpaced", "org", "org", "1", "0"])
        self.relata("rules", "suggest", "a.txt", status=1)
        self.assertIn("nothing to read", self.complaint("rules", "suggest"))

    def test_eval_gives_shares_by_type_language_and_rule(self):
        gold = dict(ARTICLES[0], entities=[{"name": n, "type": "x", "aliases": []} for n in
                                           ("OpenAI", "Sam Altman", "Elon Musk", "Microsoft")],
                    relations=[{"type": "founder_of", "subject": "Sam Altman", "object": "OpenAI"},
                               {"type": "founder_of", "subject": "Elon Musk", "object": "OpenAI"},
                               {"type": "sued", "subject": "Elon Musk", "object": "OpenAI"}])
        self.write("gold.jsonl", json.dumps(gold))
        rows = json.loads(self.relata("eval", "gold.jsonl", "--json"))
        by = {(r["by"], r["name"]): r for r in rows}
        self.assertEqual(by["type", "founder_of"]["right"], 2)
        self.assertEqual(by["type", "sued"]["missed"], 1)
        self.assertIn(("language", "en"), by)

    def test_eval_fails_where_it_is_worse_than_the_baseline(self):
        gold = dict(ARTICLES[0], entities=[], relations=[{"type": "founder_of", "subject": "Sam Altman", "object": "OpenAI"}])
        self.write("gold.jsonl", json.dumps(gold))
        self.relata("eval", "gold.jsonl", "--save-baseline", "baseline.json")
        self.relata("eval", "gold.jsonl", "--baseline", "baseline.json")
        self.write("worse.jsonl", json.dumps(dict(gold, text="It rains.")))
        self.assertIn("worse", self.complaint("eval", "worse.jsonl", "--baseline", "baseline.json"))

    def test_an_alias_file_joins_names_and_can_be_taken_back(self):
        graph = self.build()
        before = self.exported(graph)
        self.relata("merge", "-o", graph, "--explain", "DeepSeek", "Nuance", status=1)
        self.write("same.txt", "same: DeepSeek = Nuance\n")
        self.relata("merge", "-o", graph, "--aliases", "same.txt", "-q")
        self.assertIn("one entity", self.relata("merge", "-o", graph, "--explain", "DeepSeek", "Nuance"))
        self.assertNotEqual(self.exported(graph), before)
        self.write("none.txt", "")
        self.relata("merge", "-o", graph, "--aliases", "none.txt", "-q")
        self.assertEqual(self.exported(graph), before)

    def test_the_graph_file_opens_in_sqlite(self):
        graph = self.build()
        database = sqlite3.connect(graph)
        self.assertEqual(database.execute("PRAGMA integrity_check").fetchone()[0], "ok")
        database.close()

    def test_samples_build(self):
        os.symlink(ROOT / "samples", self.folder / "samples")
        self.relata("build", "samples/", "-o", "samples.relata", "-q")
        self.assertIn("founder_of", self.relata("show", "samples.relata", "DeepSeek"))


class CommandLine(support.ProgramTest):
    def test_help_and_version(self):
        self.assertIn("build", self.relata("--help"))
        self.assertIn("Examples:", self.relata("build", "--help"))
        self.assertRegex(self.relata("--version"), r"^relata \d+\.\d+\.\d+")

    def test_mistyped_names_get_suggestions(self):
        self.assertIn("did you mean build?", self.complaint("biuld"))
        self.assertIn("did you mean --output?", self.complaint("build", "x", "--ouput", "y"))
        graph = self.build()
        self.assertIn("did you mean OpenAI?", self.complaint("show", graph, "OpanAI", status=1))

    def test_colour_only_where_it_is_wanted(self):
        graph = self.build()
        self.assertNotIn("\x1b", self.relata("show", graph, "OpenAI"))
        self.assertIn("\x1b", self.relata("show", graph, "OpenAI", "--color", "always"))
        self.assertNotIn("\x1b", self.relata("show", graph, "OpenAI", env={"NO_COLOR": "1", "TERM": "xterm"}))

    def test_quiet_means_no_word_where_all_is_well(self):
        self.write_articles()
        done = self.run_relata("build", "articles.jsonl", "-o", "news.relata", "-q")
        self.assertEqual((done.stdout, done.stderr), (b"", b""))
        self.assertIn(b"4 articles", self.run_relata("build", "articles.jsonl", "-o", "b.relata").stderr)


if __name__ == "__main__":
    support.main()
