"""The prompt of `relata query GRAPH`, on a terminal of its own, and queries from standard input."""
import json
import os
import pty
import select
import subprocess
import time
import unittest

import support


class Prompt(support.ProgramTest):
    def session(self, graph, *typed):
        """What the terminal shows; each text is typed when there was nothing new for a moment."""
        master, slave = pty.openpty()
        env = {**os.environ, "TERM": "dumb", "XDG_STATE_HOME": str(self.folder / "state"), "NO_COLOR": "1"}
        process = subprocess.Popen([os.path.abspath(support.RELATA), "query", graph], cwd=self.folder, env=env,
                                   stdin=slave, stdout=slave, stderr=slave, start_new_session=True)
        os.close(slave)
        shown = b""
        typed = list(typed)
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            ready, _, _ = select.select([master], [], [], 0.5)
            if ready:
                try:
                    part = os.read(master, 65536)
                except OSError:
                    part = b""
                if not part:
                    break
                shown += part
            elif typed:
                os.write(master, typed.pop(0).encode())
        process.wait(timeout=30)
        os.close(master)
        self.assertEqual(process.returncode, 0, shown.decode())
        return shown.decode().replace("\r", "")

    def test_queries_errors_and_history(self):
        graph = self.build()
        shown = self.session(graph, "MATCH (p)-[:founder_of]->(o {name: 'OpenAI'})\n", "RETURN p.name ORDER BY p.name\n",
                             "MATCH (n:firm) RETURN n\n", "quit\n")
        self.assertIn("...> ", shown)
        self.assertIn("Elon Musk", shown)
        self.assertIn("`firm` is no entity type", shown)
        history = list((self.folder / "state" / "relata").iterdir())
        self.assertEqual([path.name for path in history], ["query_history"])
        self.assertEqual(history[0].stat().st_mode & 0o077, 0, "what was asked is nobody else's business")
        again = self.session(graph, "\x10\n", "\x04")  # Ctrl-P: what was typed last; Ctrl-D
        self.assertIn("`firm` is no entity type", again)

    def test_completion_of_words_and_names(self):
        shown = self.session(self.build(), "MATCH (a {name: 'Sam Al\t", "'})-[:founder\t", "]->(b) RET\t", " b.name\n", "quit\n")
        self.assertIn("OpenAI", shown)

    def test_a_query_from_standard_input(self):
        graph = self.build()
        query = "MATCH (p)-[:founder_of]->(o {name: 'OpenAI'})\nRETURN p.name AS who ORDER BY who"
        for arguments in ((), ("-",)):
            rows = json.loads(self.relata("query", graph, *arguments, "--format", "json", stdin=query))
            self.assertEqual(rows[0], {"who": "Elon Musk"})


class Neighbourhood(support.ProgramTest):
    def test_neighbors(self):
        graph = self.build()
        lines = [line.split("\t") for line in self.relata("neighbors", graph, "openai").splitlines()]
        self.assertEqual(lines[0][:4], ["hops", "via", "relations", "name"])
        self.assertIn("Sam Altman", {line[3] for line in lines[1:]})
        self.assertEqual({line[0] for line in lines[1:]}, {"1"})
        farther = self.relata("neighbors", graph, "OpenAI", "--hops", "2")
        self.assertIn("Satya Nadella", farther)
        self.assertIn("did you mean OpenAI?", self.complaint("neighbors", graph, "OpenAl", status=1))

    def test_path_formats(self):
        graph = self.build()
        paths = json.loads(self.relata("path", graph, "Sam Altman", "Microsoft", "--format", "json"))
        self.assertEqual(paths[0]["nodes"][0], "Sam Altman")
        lines = self.relata("path", graph, "Sam Altman", "Microsoft", "--format", "jsonl").splitlines()
        self.assertEqual(json.loads(lines[0]), paths[0])
        rows = self.relata("path", graph, "Sam Altman", "Microsoft", "--format", "tsv").splitlines()
        self.assertTrue(rows[0].startswith("path\thop\tsubject"))
        self.assertIn("OpenAI", rows[1])

    def test_an_entity_without_the_relations_that_are_asked_for(self):
        graph = self.build()
        self.assertIn("no such relation", self.complaint("show", graph, "OpenAI", "--status", "denied", status=1))
        self.assertIn("did you mean", self.complaint("show", graph, "OpenAI", "--type", "founded_of", status=1))


if __name__ == "__main__":
    unittest.main()
