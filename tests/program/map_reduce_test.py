"""`relata extract` and `relata merge` give what `relata build` gives, in every export."""
import re

import support

# Relations through "the company" and "he" are believed less than others: their confidence has more digits.
TEXT = ("Acme Inc was founded by Jane Roe. The company has acquired Hooli for $3 million. She is the chief executive of the company. "
        "According to a report, the company wants to buy Globex. It was founded in 1998.")


class MapReduce(support.ProgramTest):
    def test_extract_and_merge_is_build(self):
        self.write_articles(articles=[*support.ARTICLES, {"id": "coreference", "lang": "en", "text": TEXT}])
        inputs = ["articles.jsonl", support.ROOT / "samples"]
        self.relata("build", *inputs, "-o", "built.relata", "-q")
        records = self.relata("extract", *inputs, "-q")
        self.relata("merge", "-", "-o", "merged.relata", "-q", stdin=records)
        for format in re.findall(r"^ +(\w+): ", self.relata("export", "--help").partition("--flavor")[0], re.MULTILINE):
            outputs = []
            for graph in ("built", "merged"):
                target = self.folder / f"{graph}-{format}"
                self.relata("export", f"{graph}.relata", "-o", target, "--format", format, "-q")
                files = sorted(target.rglob("*")) if target.is_dir() else [target]
                outputs.append({path.relative_to(target): path.read_bytes() for path in files if path.is_file()})
            self.assertEqual(*outputs, format)


if __name__ == "__main__":
    support.main()
