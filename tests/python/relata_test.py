"""The Python package. PYTHONPATH names the folder that holds it; networkx and pandas are tested where
they are installed."""
import doctest
import importlib.util
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

import relata

TEXT = ("Tidewater Systems was founded by Jane Roe in 2019. It has raised $12m from Harbor Ventures. "
        "Zoë Ünal is the chief executive of Tidewater Systems.")


def installed(module):
    return unittest.skipUnless(importlib.util.find_spec(module), f"{module} is not installed")


class Package(unittest.TestCase):
    def graph(self):
        return relata.Graph.merge(relata.extract(TEXT, language="en"))

    def test_the_example_in_the_documentation(self):
        self.assertEqual(doctest.testmod(relata).failed, 0)

    def test_records_are_those_of_the_program(self):
        records = relata.extract(TEXT, id="a", language="en", date="2025-01-02", url="https://one.example/")
        self.assertEqual({r["doc"] for r in records}, {"a"})
        for record in records:
            subject = record["subject"]
            self.assertEqual(TEXT[subject["start"]:subject["end"]], subject["text"])
        article = json.dumps({"id": "a", "lang": "en", "date": "2025-01-02", "url": "https://one.example/", "text": TEXT})
        printed = subprocess.run([os.environ["RELATA"], "extract", "-", "-q"], input=article, capture_output=True,
                                 text=True, check=True).stdout
        theirs = [r for r in map(json.loads, printed.splitlines()) if not r.get("coreferent")]
        for record in theirs:
            del record["path"]  # "-", since it was read from standard input
        self.assertEqual(records, theirs)

    def test_queries_take_parameters_and_say_what_is_wrong(self):
        rows = self.graph().query("MATCH (p)-[:founder_of]->(o) WHERE o.name = $name RETURN p.name AS who",
                                  name="Tidewater Systems")
        self.assertEqual(rows, [{"who": "Jane Roe"}])
        rows = self.graph().query("MATCH (n) WHERE n.name IN $names RETURN n.name AS n ORDER BY n",
                                  names=["Jane Roe", "Harbor Ventures"])
        self.assertEqual([r["n"] for r in rows], ["Harbor Ventures", "Jane Roe"])
        with self.assertRaisesRegex(relata.RelataError, "MATCH"):
            self.graph().query("MTACH (n) RETURN n")
        with self.assertRaises(TypeError):
            self.graph().query("MATCH (n) RETURN n", name=object())

    def test_a_graph_file(self):
        with tempfile.TemporaryDirectory() as folder:
            article = pathlib.Path(folder, "a.txt")
            article.write_text(TEXT, encoding="utf8")
            file = pathlib.Path(folder, "news.relata")
            subprocess.run([os.environ["RELATA"], "build", article, "-o", file, "-q"], check=True)
            graph = relata.Graph.open(file)
            self.assertIn("entities", repr(graph))
            self.assertIn("Zoë Ünal", {node["name"] for node in graph.nodes})
            self.assertTrue(graph.export("graphml").startswith("<?xml"))
            with self.assertRaisesRegex(relata.RelataError, "missing.relata"):
                relata.Graph.open(pathlib.Path(folder, "missing.relata"))

    def test_unknown_things_are_refused(self):
        with self.assertRaises(relata.RelataError):
            relata.extract(TEXT, language="xx")
        with self.assertRaises(ValueError):
            self.graph().export("nothing")
        with self.assertRaises(relata.RelataError):
            relata.extract(TEXT, rules=["/no/such/folder"])

    @installed("networkx")
    def test_networkx(self):
        graph = self.graph().to_networkx()
        self.assertEqual(graph.number_of_edges(), len(self.graph().edges))
        kinds = {data["type"] for _, _, data in graph.edges(data=True)}
        self.assertLessEqual({"founder_of", "funded_by", "ceo_of"}, kinds)

    @installed("pandas")
    def test_pandas(self):
        table = self.graph().to_pandas()
        self.assertEqual(set(table[table.type == "ceo_of"].subject), {"Zoë Ünal"})


if __name__ == "__main__":
    unittest.main()
