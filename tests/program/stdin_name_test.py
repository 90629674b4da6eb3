"""Programs that feed `relata extract` parts of files get what reading the files gives."""
import gzip
import json

import support

ARTICLES = [{k: v for k, v in article.items() if k != "id"} for article in support.ARTICLES]


class StdinName(support.ProgramTest):
    def test_parts_of_a_file_of_articles_without_ids_give_what_the_file_gives(self):
        lines = [json.dumps(a, ensure_ascii=False).encode() + b"\n" for a in ARTICLES]
        self.write("news/a.jsonl", b"".join(lines))
        whole = self.relata("extract", "news/a.jsonl", "-q")
        self.assertIn('"doc":"news/a.jsonl:3"', whole)
        parts = [self.relata("extract", "-", "-q", "--stdin-name", "news/a.jsonl", "--stdin-line", first, stdin=b"".join(some))
                 for first, some in ((1, lines[:2]), (3, lines[2:]))]
        self.assertEqual("".join(parts), whole)

    def test_faults_are_named_by_file_and_line(self):
        done = self.run_relata("extract", "-", "--stdin-name", "a.jsonl", "--stdin-line", 12, stdin=b"no article\n")
        self.assertEqual(done.returncode, 2)
        self.assertIn("skipped a.jsonl:12", done.stderr.decode())

    def test_the_name_helps_to_recognise_the_format(self):
        text = "# Microsoft acquires Nuance\n\nMicrosoft *has acquired* **Nuance** for $19.7 billion.\n"
        self.write("a.md", text)
        self.assertEqual(self.relata("extract", "-", "-q", "--stdin-name", "a.md", stdin=text), self.relata("extract", "a.md", "-q"))
        self.write("b.md.gz", gzip.compress(text.encode()))
        self.assertEqual(self.relata("extract", "-", "-q", "--stdin-name", "b.md.gz", stdin=gzip.compress(text.encode())),
                         self.relata("extract", "b.md.gz", "-q"))

    def test_what_a_folder_holds_beside_articles_is_passed_over(self):
        for name, content in (("style.css", b"p { color: red }"), ("picture", b"\x89PNG\r\n\x1a\n" + bytes(60))):
            done = self.run_relata("extract", "-", "--stdin-name", name, stdin=content)
            self.assertEqual((done.returncode, done.stdout), (1, b""), done.stderr)


if __name__ == "__main__":
    support.main()
