"""The graph of samples/ is the one in tests/golden/samples.json; RELATA_UPDATE_GOLDEN=1 writes it anew."""
import os
import pathlib

import support

ROOT = pathlib.Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "tests/golden/samples.json"


class Samples(support.ProgramTest):
    def test_the_graph_of_the_samples(self):
        self.relata("build", ROOT / "samples", "-o", "samples.relata", "-q")
        # Where the checkout lies is no part of the graph.
        graph = self.relata("export", "samples.relata", "-o", "-", "--format", "json").replace(f"{ROOT}/", "")
        if os.environ.get("RELATA_UPDATE_GOLDEN"):
            GOLDEN.write_text(graph, encoding="utf8")
        self.maxDiff = 4000
        self.assertEqual(GOLDEN.read_text(encoding="utf8"), graph)


class Quality(support.ProgramTest):
    def test_our_own_gold_gets_no_worse(self):
        for language in ("en", "de"):
            self.relata("eval", ROOT / f"tests/gold/{language}.jsonl", "--baseline",
                        ROOT / f"tests/gold/baseline-{language}.json")


if __name__ == "__main__":
    support.main()
