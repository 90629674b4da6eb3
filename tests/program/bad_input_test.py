"""Bad input: one clear sentence, exit status 2, and nothing lost."""
import gzip
import json
import sqlite3

import support
from support import ARTICLES


class BadInput(support.ProgramTest):
    def test_missing_file(self):
        message = self.complaint("build", "missing.txt", "-o", "news.relata")
        self.assertIn("missing.txt: No such file or directory", message)
        self.assertFalse((self.folder / "news.relata").exists())

    def test_missing_file_beside_a_good_one(self):
        self.write_articles()
        message = self.complaint("build", "missing.txt", "articles.jsonl", "-o", "news.relata")
        self.assertIn("missing.txt", message)
        self.assertIn("Sam Altman", self.exported("news.relata"))

    def test_folder_without_articles(self):
        (self.folder / "empty").mkdir()
        message = self.complaint("build", "empty", "-o", "news.relata")
        self.assertEqual(len(message.splitlines()), 1)
        self.assertIn("no article", message)
        self.assertFalse((self.folder / "news.relata").exists())

    def test_nothing_new_leaves_the_graph_as_it_was(self):
        graph = self.build()
        before = graph.read_bytes()
        (self.folder / "empty").mkdir()
        self.complaint("build", "empty", "-o", graph)
        self.assertEqual(before, graph.read_bytes())

    def test_broken_utf8_is_mended_and_named(self):
        self.write("a.txt", "Sam Altman founded OpenAI, said Müller & Söhne ".encode() + b"\xff.")
        message = self.complaint("build", "a.txt", "-o", "news.relata", "--lang", "en")
        self.assertIn("a.txt: broken UTF-8 at byte", message)
        self.assertIn("OpenAI", self.exported("news.relata"))

    def test_empty_article(self):
        self.write("a.txt", "")
        self.write("b.txt", ARTICLES[0]["text"])
        message = self.complaint("build", "a.txt", "b.txt", "-o", "news.relata")
        self.assertIn("a.txt: the article has no text", message)
        self.assertIn("OpenAI", self.exported("news.relata"))

    def test_a_million_faults_are_counted_not_all_printed(self):
        good = json.dumps(ARTICLES[0])
        self.write("many.jsonl", "\n".join(["{broken"] * 500 + [good] + ['{"id": "n", "text": ""}'] * 3) + "\n")
        message = self.complaint("build", "many.jsonl", "-o", "news.relata")
        lines = message.splitlines()
        self.assertEqual(sum("skipped many.jsonl:" in line for line in lines), 20)
        self.assertEqual(sum("skipped many.jsonl (n): the article has no text" in line for line in lines), 3)
        self.assertIn("503 faults in the input, by cause:", message)
        self.assertIn("500 × ", message)
        self.assertIn("3 × the article has no text\n", message)
        quiet = self.complaint("build", "many.jsonl", "-o", "quiet.relata", "-q")
        self.assertIn("500 × ", quiet)
        self.assertNotIn("MB/s", quiet)
        verbose = self.complaint("build", "many.jsonl", "-o", "verbose.relata", "-v")
        self.assertEqual(verbose.count("skipped many.jsonl:"), 500)
        self.assertIn("503 faults in the input, named above", verbose)

    def test_broken_rule_file(self):
        self.write("rules/en/mine.rules", "rule mine.en.x\n  match a:org @bought (b:org\n  emit acquired(a, b)\n")
        message = self.complaint("rules", "list", "--rules", "rules")
        self.assertRegex(message, r"en/mine\.rules:2:\d+: ")
        lines = message.splitlines()
        caret = next(i for i, line in enumerate(lines) if line.strip() == "^")
        self.assertIn("match a:org @bought (b:org", lines[caret - 1])
        self.write_articles()
        self.complaint("build", "articles.jsonl", "--rules", "rules", "-o", "news.relata")
        self.assertFalse((self.folder / "news.relata").exists())

    def test_missing_rules_folder(self):
        self.write_articles()
        self.assertIn("norules", self.complaint("extract", "articles.jsonl", "--rules", "norules"))

    def test_graph_of_another_version(self):
        graph = self.build()
        database = sqlite3.connect(graph)
        database.execute("PRAGMA user_version = 999")
        database.commit()
        database.close()
        before = graph.read_bytes()
        self.assertIn("version", self.complaint("stats", graph))
        self.assertIn("version", self.complaint("build", "articles.jsonl", "-o", graph))
        self.assertEqual(before, graph.read_bytes())

    def test_file_that_is_no_graph(self):
        path = self.write("notes.txt", "Just some notes.\n")
        self.write_articles()
        for command in (["stats", path], ["build", "articles.jsonl", "-o", path], ["export", path, "-o", "x.dot"]):
            self.assertIn("notes.txt", self.complaint(*command))
        self.assertEqual(path.read_text(), "Just some notes.\n")

    def test_missing_graph(self):
        self.assertIn("no.relata", self.complaint("stats", "no.relata"))
        self.assertFalse((self.folder / "no.relata").exists())

    def test_unknown_language(self):
        self.write_articles()
        self.assertIn("no rules for the language 'fr'", self.complaint("extract", "articles.jsonl", "--lang", "fr"))

    def test_article_in_an_unknown_language_is_skipped(self):
        self.write_articles(articles=[dict(ARTICLES[0], id="fr-1", lang="fr"), ARTICLES[1]])
        message = self.complaint("build", "articles.jsonl", "-o", "news.relata")
        self.assertIn("fr-1", message)
        self.assertIn("Nadella", self.exported("news.relata"))

    def test_truncated_gzip(self):
        data = gzip.compress("".join(json.dumps(a) + "\n" for a in ARTICLES * 200).encode())
        self.write("a.jsonl.gz", data[:-20])
        message = self.complaint("extract", "a.jsonl.gz")
        self.assertIn("a.jsonl.gz: cannot be unpacked", message)

    def test_records_that_are_none(self):
        self.write("r.jsonl", '{"doc": "a"}\n')
        self.assertIn("r.jsonl:1: ", self.complaint("merge", "r.jsonl", "-o", "news.relata"))
        self.assertFalse((self.folder / "news.relata").exists())

    def test_unreadable_folder_for_the_graph(self):
        self.write_articles()
        self.complaint("build", "articles.jsonl", "-o", "no/such/folder/news.relata")

    def test_hostile_articles_are_no_trouble(self):
        texts = ["(" * 20000, "A " * 50000, ", ".join("Acme" + str(i) for i in range(5000)) + " were founded by Jo Doe.",
                 "\u202e\u0000\ufeff" * 100 + "x", "'" * 30000, "OpenAI" * 10000, "é́" * 10000]
        self.write_articles(articles=[{"id": str(i), "text": t} for i, t in enumerate(texts)])
        done = self.run_relata("extract", "articles.jsonl")
        self.assertIn(done.returncode, (0, 1, 2))


if __name__ == "__main__":
    support.main()
