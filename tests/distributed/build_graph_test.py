"""distributed/build_graph.py with a real Spark: a cluster of two workers, each a process of its own, on this machine.

    scripts/test-spark          # makes .venv-spark, builds Relata, runs this

RELATA is the path of the binary; this runs with the Python in which PySpark is installed.
"""
import gzip
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import textwrap

import pyarrow.parquet

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests/program"), str(ROOT / "distributed")]
import build_graph  # noqa: E402
import support  # noqa: E402

RELATA = os.path.abspath(support.RELATA)
CLUSTER = "local-cluster[2,1,1024]"
COMPANIES = ["Acme", "Globex", "Initech", "Umbrella", "Hooli", "Stark", "Wayne", "Tyrell", "Cyberdyne", "Wonka"]
PEOPLE = ["Jane Roe", "John Doe", "Mary Major", "Max Muster"]


def article(number):
    """Much about few companies, so that articles of different parts meet in one edge. Every third article has no id."""
    chance = random.Random(number)
    a, b = chance.sample(COMPANIES, 2)
    person = chance.choice(PEOPLE)
    result = {"id": f"doc-{number}", "lang": "en", "date": f"2024-{number % 12 + 1:02}", "source": f"Outlet {number % 7}",
              "url": f"https://outlet{number % 7}.example/{number}",
              "text": f"{a} Inc has acquired {b} for ${chance.randint(1, 9)} million. {person} is the chief executive of {a}. "
                      f"{b} was founded in {chance.randint(1990, 2020)} by {person}."}
    if number % 3 == 0:
        del result["id"]
    return result


def line(something):
    return json.dumps(something, ensure_ascii=False).encode() + b"\n"


class Job(support.ProgramTest):
    def write_corpus(self):
        """All that the job treats apart: cut and whole files, packed ones, other formats, faults, what is no article."""
        lines = [line(article(i)) for i in range(900)]
        lines[100] = b"{this is no JSON\n"
        lines[500] = lines[500][:40] + b"\n"
        lines[501] = b"\n"
        lines[502] = line({"text": "Die Müller AG übernimmt Wonka."}).decode().encode("latin-1")
        lines += lines[:50]
        self.write("news/2024/a.jsonl", b"".join(lines).rstrip(b"\n"))
        self.write("news/2024/b.jsonl.gz", gzip.compress(b"".join(line(article(i)) for i in range(900, 1000))))
        self.write("news/c.html", "<html lang=en><title>Hooli</title><body><p>Hooli has acquired Wonka for $3 million.</p></body></html>")
        self.write("news/style.css", "p { }")
        self.write("news/.hidden/d.jsonl", line(article(5000)))
        for sample in sorted((ROOT / "samples").glob("*"))[:10]:
            if sample.is_file():
                self.write(f"news/samples/{sample.name}", sample.read_bytes())

    def build(self, *inputs, output="expected.relata"):
        done = self.run_relata("build", *inputs, "-o", output)
        self.assertIn(done.returncode, (0, 2), done.stderr.decode())
        return done.stderr.decode()

    def spark(self, *arguments, status=0, relata=RELATA, inputs=("news",), output="out"):
        submit = pathlib.Path(sys.executable).with_name("spark-submit")
        environment = {**os.environ, "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
        environment.pop("SPARK_HOME", None)
        command = [submit, "--master", CLUSTER, "--conf", "spark.ui.enabled=false", ROOT / "distributed/build_graph.py",
                   "--relata", relata, "--input", *inputs, "--output", output, *arguments]
        done = subprocess.run([str(word) for word in command], cwd=self.folder, env=environment, capture_output=True, text=True,
                              timeout=1200)
        # spark-submit passes on what the job prints, on whichever of the two, among its own log.
        printed = done.stdout + done.stderr
        self.assertEqual(done.returncode, status, printed)
        return printed

    def formats(self):
        text = self.relata("export", "--help")
        listed = re.findall(r"^ +(\w+): ", text[text.index("--format"):text.index("--flavor")], re.MULTILINE)
        self.assertGreaterEqual(len(listed), 14, text)
        return listed

    def export(self, graph, format):
        """The bytes of all files that an export writes."""
        target = self.folder / f"export-{pathlib.Path(graph).stem}-{format}"
        self.relata("export", graph, "-o", target, "--format", format, "-q")
        files = sorted(target.rglob("*")) if target.is_dir() else [target]
        return {path.relative_to(target): path.read_bytes() for path in files if path.is_file()}

    def check_exports(self, expected="expected.relata", made="out/graph.relata"):
        for format in self.formats():
            self.assertTrue(self.export(expected, format) == self.export(made, format), f"{format} differs")

    def report(self):
        return json.loads((self.folder / "out/report.json").read_text())

    def unruly(self, what):
        """A program that does something to the first run on some input, and else is Relata."""
        path = self.write("unruly", "#!" + sys.executable + "\n" + textwrap.dedent(f"""
            import os, signal, subprocess, sys
            RELATA, MARK = {RELATA!r}, {str(self.folder / "mark")!r}
            def first(time=0):
                try:
                    os.close(os.open(MARK + str(time), os.O_CREAT | os.O_EXCL))
                    return True
                except FileExistsError:
                    return False
            if "--version" in sys.argv or sys.argv[1] != "extract":
                os.execv(RELATA, [RELATA, *sys.argv[1:]])
            data = sys.stdin.buffer.read()
            """) + textwrap.dedent(what) + "\nsys.exit(subprocess.run([RELATA, *sys.argv[1:]], input=data).returncode)\n")
        path.chmod(0o755)
        return path


class Parts(support.ProgramTest):
    def test_the_lines_of_all_parts_are_those_of_the_file_with_their_numbers(self):
        chance = random.Random(1)
        for _ in range(300):
            lines = [bytes(chance.choice(b"ab") for _ in range(chance.choice((0, 1, 3, 20)))) + b"\n"
                     for _ in range(chance.randint(1, 12))]
            lines[-1] = b"end" + lines[-1][:chance.choice((0, -1)) or None]
            path, size = str(self.write("a.jsonl", b"".join(lines))), sum(map(len, lines))
            step = chance.choice((1, 2, 5, 7, 30))
            number, found = 1, []
            for start in range(0, size, step):
                part = build_graph.Part(path, "a.jsonl", start, min(start + step, size), number)
                data, first = build_graph.whole_lines(part)
                found += enumerate(data.splitlines(keepends=True), first)
                number += build_graph.count_lines(part)
            self.assertEqual(found, list(enumerate(lines, 1)), f"in parts of {step} bytes")


class Distributed(Job):
    def test_many_parts_give_the_graph_of_relata_build(self):
        self.write_corpus()
        self.build("news")
        self.spark("--part-size", 20_000, "--formats", *self.formats(), status=2)
        self.check_exports()
        for format in ("neo4j", "kuzu", "csv"):
            written = {p.relative_to(self.folder / "out" / format): p.read_bytes()
                       for p in (self.folder / "out" / format).rglob("*") if p.is_file()}
            self.assertTrue(written == self.export("expected.relata", format), f"{format} differs")
        self.assertTrue((self.folder / "out/graph.graphml").read_bytes() in self.export("expected.relata", "graphml").values())

    def test_one_part_gives_it_too_and_faults_and_parquet_are_right(self):
        self.write_corpus()
        messages = self.build("news")
        printed = self.spark(status=2)
        self.check_exports()
        faults = sorted(re.findall(r"^relata: (?:skipped|mended) .*$", messages, re.MULTILINE))
        self.assertTrue(faults)
        self.assertEqual(sorted(re.findall(r"^relata: (?:skipped|mended) .*$", printed, re.MULTILINE)), faults)
        self.assertEqual(self.report()["skipped"] + self.report()["mended"], len(faults))
        self.check_parquet()

    def check_parquet(self):
        graph = json.loads(self.exported("expected.relata", "json"))
        nodes, edges, evidence = (pyarrow.parquet.read_table(self.folder / f"out/parquet/{name}.parquet")
                                  for name in ("nodes", "edges", "evidence"))
        self.assertEqual(nodes.num_rows, len(graph["nodes"]))
        self.assertEqual(edges.num_rows, len(graph.get("edges", graph.get("links"))))
        self.assertGreaterEqual(evidence.num_rows, edges.num_rows)
        self.assertEqual(str(edges.schema.field("confidence").type), "double")
        self.assertEqual(str(edges.schema.field("sources").type), "int64")

    def test_a_killed_executor_changes_nothing(self):
        self.write_corpus()
        self.build("news")
        relata = self.unruly("""
            if any(word.startswith("news/2024/a.jsonl") for word in sys.argv) and not first(0) and first(1):
                process = os.getppid()
                while b"CoarseGrainedExecutorBackend" not in open(f"/proc/{process}/cmdline", "rb").read():
                    process = int(open(f"/proc/{process}/stat").read().rsplit(")", 1)[1].split()[1])
                os.kill(process, signal.SIGKILL)
                open(MARK + "killed", "w").write(str(process))
            """)
        self.spark("--part-size", 20_000, status=2, relata=relata)
        self.assertTrue((self.folder / "markkilled").exists(), "no executor was killed")
        self.check_exports()

    def test_articles_that_kill_the_program_are_found_counted_and_left_out(self):
        good = [line(article(i)) for i in range(120)]
        bad = line({"text": "POISON: Acme has acquired Hooli."})
        self.write("news/a.jsonl", b"".join(good[:70] + [b"\n"] + good[70:]))  # an empty line keeps the numbers of lines
        self.build("news")
        self.write("news/a.jsonl", b"".join(good[:70] + [bad] + good[70:]))
        relata = self.unruly("""
            if b"POISON" in data or (data and first()):
                os.kill(os.getpid(), signal.SIGSEGV)
            """)
        self.spark("--part-size", 8_000, status=2, relata=relata)
        self.check_exports()
        report = self.report()
        self.assertEqual((report["articles"], report["skipped"], report["mended"]), (120, 1, 0))
        self.assertEqual(report["faults"], ["skipped news/a.jsonl:71: relata extract died of it"])

    def test_a_second_job_adds_to_the_graph_also_behind_a_url(self):
        with_id = [line(article(i)) for i in range(100) if i % 3]
        self.write("news/a.jsonl", b"".join(with_id[:40]))
        self.write("more/b.jsonl", b"".join(with_id[30:]))
        self.build("news", "more")
        for folder in ("news", "more"):
            self.spark(inputs=(f"file://{self.folder}/{folder}",), output=f"file://{self.folder}/out")
        self.check_exports()
        self.assertTrue((self.folder / "out/neo4j").is_dir() and (self.folder / "out/parquet/edges.parquet").exists())

    def test_what_cannot_work_is_told_at_once(self):
        self.assertIn("nowhere: not found", self.spark(status=2, inputs=("nowhere",)))
        self.write("news/a.jsonl", line(article(1)))
        self.assertIn("there are no rules for the language 'xx'", self.spark("--extract-options", "--lang xx", status=2))


if __name__ == "__main__":
    support.main()
