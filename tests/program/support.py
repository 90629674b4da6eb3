"""What the tests that run the program share. RELATA is the path of the binary."""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

RELATA = os.environ.get("RELATA", "build-release/relata")
ROOT = pathlib.Path(__file__).resolve().parents[2]

ARTICLES = [
    {"id": "en-1", "lang": "en", "date": "2024-03-01", "url": "https://one.example/a", "source": "One",
     "text": "OpenAI was founded by Sam Altman and Elon Musk. Microsoft invested $10 billion in OpenAI."},
    {"id": "en-2", "lang": "en", "date": "2024-04-02", "url": "https://two.example/b", "source": "Two",
     "text": "Satya Nadella is the chief executive of Microsoft. Microsoft has acquired Nuance for $19.7 billion."},
    {"id": "de-1", "lang": "de", "date": "2025-01-27", "url": "https://drei.example/c", "source": "Drei",
     "text": "DeepSeek wurde 2023 von Liang Wenfeng gegründet. SAP übernimmt das Start-up Signavio."},
    {"id": "de-2", "lang": "de", "date": "2025-02-03", "source": "Vier",
     "text": "Sam Altman ist der Chef von OpenAI. OpenAI wurde von Sam Altman gegründet."},
]


class ProgramTest(unittest.TestCase):
    """Each test has a folder of its own, which is the current one of the program."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="relata-test-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def run_relata(self, *arguments, stdin=b"", env=None, **options):
        if isinstance(stdin, str):
            stdin = stdin.encode()
        return subprocess.run([os.path.abspath(RELATA) if os.path.exists(RELATA) else RELATA, *map(str, arguments)],
                              input=stdin, capture_output=True, cwd=self.folder, timeout=300,
                              env={**os.environ, **(env or {})}, **options)

    def relata(self, *arguments, status=0, **options):
        """Runs the program, checks its exit status and gives its standard output."""
        done = self.run_relata(*arguments, **options)
        self.assertEqual(done.returncode, status,
                         f"relata {' '.join(map(str, arguments))}\n{done.stderr.decode()}")
        return done.stdout.decode()

    def complaint(self, *arguments, status=2, **options):
        """Runs the program, checks its exit status and gives its standard error."""
        done = self.run_relata(*arguments, **options)
        self.assertEqual(done.returncode, status, done.stdout.decode() + done.stderr.decode())
        return done.stderr.decode()

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def write_articles(self, name="articles.jsonl", articles=None):
        lines = [json.dumps(a, ensure_ascii=False) for a in (ARTICLES if articles is None else articles)]
        return self.write(name, "\n".join(lines) + "\n")

    def build(self, name="news.relata", *more, articles=None):
        self.write_articles(articles=articles)
        self.relata("build", "articles.jsonl", "-o", name, "-q", *more)
        return self.folder / name

    def exported(self, graph, format="json"):
        return self.relata("export", graph, "-o", "-", "--format", format)


def main():
    unittest.main()
