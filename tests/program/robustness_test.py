"""Pipes that close, full disks, and being killed: nothing is half-written."""
import array
import fcntl
import json
import os
import random
import shutil
import signal
import subprocess
import termios
import time
import unittest

import support
from determinism_test import many_articles

FORMATS = ["json", "graphml", "gexf", "dot", "cytoscape", "csv", "edgelist", "neo4j", "cypher", "kuzu", "turtle", "nquads",
           "jsonld", "html"]


class Robustness(support.ProgramTest):
    def start(self, *arguments, **options):
        options = {"stdin": subprocess.DEVNULL, "stderr": subprocess.PIPE, **options}
        return subprocess.Popen([os.path.abspath(support.RELATA), *map(str, arguments)], cwd=self.folder, **options)

    def leftovers(self):
        return {p.name for p in self.folder.iterdir()}

    def test_a_pipe_that_closes_ends_quietly(self):
        self.write_articles(articles=many_articles(3000))
        process = self.start("extract", "articles.jsonl", "-q", stdout=subprocess.PIPE)
        process.stdout.readline()
        process.stdout.close()
        errors = process.stderr.read()
        process.stderr.close()
        self.assertIn(process.wait(), (-signal.SIGPIPE, 141))
        self.assertEqual(errors, b"")

    @unittest.skipUnless(os.path.exists("/dev/full"), "no /dev/full")
    def test_a_full_disk_is_told(self):
        graph = self.build()
        for command in (["export", graph, "-o", "/dev/full", "--format", "json"], ["extract", "articles.jsonl", "-o", "/dev/full"]):
            self.assertIn("No space left on device", self.complaint(*command))
        with open("/dev/full", "wb") as full:
            process = self.start("stats", graph, stdout=full)
            errors = process.communicate()[1]
        self.assertEqual(process.returncode, 2)
        self.assertIn(b"No space left on device", errors)

    def test_interrupting_leaves_the_graph_as_it_was(self):
        graph = self.build()
        before = self.exported(graph)
        self.write_articles("many.jsonl", many_articles(4000))
        files = self.leftovers()
        process = self.start("build", "many.jsonl", "-o", graph, "-q", stdout=subprocess.DEVNULL)
        time.sleep(0.4)
        process.send_signal(signal.SIGINT)
        process.communicate()
        self.assertIn(process.returncode, (130, 0, -signal.SIGINT))
        if process.returncode != 0:
            self.assertEqual(before, self.exported(graph))
        self.assertEqual(files, self.leftovers())

    def interrupted_at_a_pipe(self, written, *arguments):
        """Interrupts the program while it waits for more on its standard input, and gives what it said."""
        process = self.start(*arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        for stream in (process.stdin, process.stdout, process.stderr):
            self.addCleanup(stream.close)
        self.addCleanup(process.kill)
        process.stdin.write(written)
        process.stdin.flush()
        unread = array.array("i", [1])
        for _ in range(600):
            fcntl.ioctl(process.stdin, termios.FIONREAD, unread)
            if unread[0] == 0:
                break
            time.sleep(0.1)
        self.assertEqual(unread[0], 0, "nothing was read of the pipe")
        for _ in range(60):  # a signal just before the program waits is not heard
            time.sleep(0.2)
            process.send_signal(signal.SIGINT)
            try:
                process.wait(timeout=1)
                break
            except subprocess.TimeoutExpired:
                pass
        self.assertEqual(process.returncode, 130)
        return process.stdout.read(), process.stderr.read().decode()

    def test_interrupting_is_heard_while_a_pipe_is_silent(self):
        article = b'{"text": "OpenAI was founded by Sam Altman."}\n'
        self.write_articles()
        record = self.relata("extract", "articles.jsonl", "-q").splitlines()[0].encode()
        files = self.leftovers()
        for written, command in ((article, ["build", "-", "-o", "new.relata"]), (article, ["extract", "-"]),
                                 (record + b"\n" + record[:50], ["merge", "-", "-o", "new.relata"])):
            with self.subTest(command=command[0]):
                said = self.interrupted_at_a_pipe(written, *command)[1]
                self.assertNotIn("skipped", said)
                self.assertNotIn("Interrupted system call", said)
                self.assertEqual(files, self.leftovers())

    def test_half_of_a_text_from_a_pipe_is_no_article(self):
        text = b"OpenAI was founded by Sam Altman.\n"
        self.assertEqual(self.interrupted_at_a_pipe(text, "extract", "-", "-j", "1", "--input-format", "text")[0], b"")

    def everything(self, graph, formats):
        """What the graph is in these formats, byte for byte."""
        result = {}
        for format in formats:
            target = self.folder / f"export-{format}"
            self.relata("export", graph, "-o", target, "--format", format)
            files = sorted(target.rglob("*")) if target.is_dir() else [target]
            result[format] = [(str(f.relative_to(target)), f.read_bytes()) for f in files if f.is_file()]
            shutil.rmtree(target) if target.is_dir() else target.unlink()
        return result

    def seconds_to_build(self, graph):
        started = time.monotonic()
        self.relata("build", "articles.jsonl", "-o", graph, "-q")
        return time.monotonic() - started

    def test_killing_at_any_moment_leaves_a_graph_that_the_same_command_completes(self):
        """Kills builds of new graphs and of ones that grow; every eighth is interrupted instead."""
        articles = many_articles(300)
        self.write_articles(articles=articles)
        whole_time = self.seconds_to_build("whole.relata")
        whole = self.everything("whole.relata", FORMATS)
        self.build("old.relata")
        old = self.exported("old.relata")
        self.write_articles(articles=articles)
        files = self.leftovers()
        chance = random.Random(11)
        kills = int(os.environ.get("RELATA_KILLS", "50"))
        hit = 0
        for number in range(kills + kills // 7):
            interrupted = number % 8 == 7
            graph = self.folder / "news.relata"
            grows = number % 2 == 0
            if grows:
                shutil.copyfile(self.folder / "old.relata", graph)
            process = self.start("build", "articles.jsonl", "-o", graph, "-q", stdout=subprocess.DEVNULL)
            time.sleep(chance.uniform(0, whole_time))
            process.send_signal(signal.SIGINT if interrupted else signal.SIGKILL)
            process.communicate()
            hit += process.returncode != 0
            self.assertIn(process.returncode, (0, 130, -signal.SIGINT) if interrupted else (0, -signal.SIGKILL))
            state = self.exported(graph) if graph.exists() else None
            self.assertIn(state, (old if grows else None, whole["json"][0][1].decode()), f"round {number}")
            whole_time = self.seconds_to_build(graph)  # anew each time: other tests slow it down or no longer do
            format = FORMATS[number % len(FORMATS)]
            self.assertEqual(self.everything(graph, [format])[format], whole[format], f"round {number}, {format}")
            graph.unlink()
            self.assertEqual(self.leftovers(), files, f"round {number}")
        self.assertGreater(hit, kills // 2, "most of the signals came before the build was done")

    def test_memory_does_not_grow_with_the_input(self):
        """A line of 100 MB is passed over without being held, and what follows is read."""
        with open(self.folder / "big.jsonl", "wb") as file:
            file.write(b'{"id": "big", "text": "')
            for _ in range(100):
                file.write(b"word " * 200_000)
            file.write(b'"}\n' + json.dumps({"id": "x", "text": "OpenAI was founded by Sam Altman."}).encode() + b"\n")
        done = self.run_relata("extract", "big.jsonl", "--max-article-size", "1M")
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"big.jsonl:1: the line is larger", done.stderr)
        self.assertIn(b"founder_of", done.stdout)


if __name__ == "__main__":
    support.main()
