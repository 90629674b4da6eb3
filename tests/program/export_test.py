"""What selects a part of a graph does so in every format: --focus, --hops, --top, --status, --type, --as-of and
--min-confidence leave the same entities and relations in each."""
import json
import re
import unittest

import support
from support import ROOT

SELECTIONS = {
    "all": (),
    "focus": ("--focus", "Microsoft"),
    "hops": ("--focus", "Satya Nadella", "--hops", "2"),
    "top": ("--top", "4"),
    "status": ("--status", "asserted"),
    "other statuses": ("--status", "rumoured,denied,former"),
    "type": ("--type", "acquired,partner_of"),
    "as-of": ("--as-of", "2023"),
    "confidence": ("--min-confidence", "0.95"),
    "together": ("--focus", "Microsoft", "--status", "asserted,rumoured", "--type", "acquired"),
}


def lines(*names):
    """Counts the lines of files of a folder."""
    return lambda folder: sum(path.read_text().count("\n") for name in names for path in folder.glob(name))


def found(pattern):
    return lambda path: len(re.findall(pattern, path.read_text(), re.M))


# How many relations a file or folder of each format holds.
RELATIONS = {
    "graphml": found("<edge "),
    "gexf": found("<edge "),
    "dot": found('" -> "'),
    "json": lambda path: len(json.loads(path.read_text())["edges"]),
    "cytoscape": lambda path: len(json.loads(path.read_text())["elements"]["edges"]),
    "csv": lambda folder: lines("edges.csv")(folder) - 1,
    "edgelist": lambda path: path.read_text().count("\n") - 1,
    "neo4j": lines("relationships.csv"),
    "cypher": found(r"^\{source: "),
    "kuzu": lines("*.*.*.csv"),
    "turtle": found("a rdf:Statement"),
    "nquads": found("#type> <[^ ]*#Statement>"),
    "jsonld": found('"@type":"rdf:Statement"'),
    "html": found(r'^\{"source":'),
}


class Export(support.ProgramTest):
    def setUp(self):
        super().setUp()
        self.relata("merge", ROOT / "tests/consumers/ordinary.jsonl", "-o", "g.relata", "-q")

    def export(self, format, *options):
        path = self.folder / "out"
        self.relata("export", "g.relata", "-o", "out", "--format", format, "-q", *options)
        return path.rename(self.folder / f"{format}-{len(list(self.folder.iterdir()))}")

    def test_every_format_is_counted_here(self):
        formats = re.findall(r"^ {30}(\w+): ", self.relata("export", "--help").split("--flavor")[0], re.M)
        self.assertEqual(sorted(RELATIONS), sorted(formats))

    def test_a_selection_leaves_the_same_relations_in_every_format(self):
        sizes = {}
        for name, options in SELECTIONS.items():
            kept = json.loads(self.export("json", *options).read_text())["edges"]
            sizes[name] = len(kept)
            for format, count in RELATIONS.items():
                with self.subTest(selection=name, format=format):
                    self.assertEqual(count(self.export(format, *options)), len(kept))
        for name in SELECTIONS:
            if name != "all":
                self.assertTrue(0 < sizes[name] < sizes["all"], f"{name}: {sizes}")

    def test_what_a_selection_leaves_is_what_it_says(self):
        def edges(name):
            graph = json.loads(self.export("json", *SELECTIONS[name]).read_text())
            names = {node["id"]: node["name"] for node in graph["nodes"]}
            return names, [(names[e["source"]], names[e["target"]], e) for e in graph["edges"]]

        self.assertTrue(all("Microsoft" in ends for *ends, _ in edges("focus")[1]))
        names, hops = edges("hops")
        self.assertIn("Satya Nadella", names.values())
        self.assertTrue(any("Satya Nadella" not in ends for *ends, _ in hops))
        self.assertEqual(len(edges("top")[0]), 4)
        self.assertEqual({e["status"] for *_, e in edges("status")[1]}, {"asserted"})
        self.assertEqual({e["type"] for *_, e in edges("type")[1]}, {"acquired", "partner_of"})
        self.assertTrue(all(e["confidence"] >= 0.95 for *_, e in edges("confidence")[1]))
        self.assertTrue(all(e.get("valid_from", "") <= "2023" < e.get("valid_to", "9") for *_, e in edges("as-of")[1]))


if __name__ == "__main__":
    unittest.main()
