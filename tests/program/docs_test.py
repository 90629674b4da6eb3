"""The shell blocks of the documentation run, and print what the text block behind them says.

RELATA_UPDATE_GOLDEN=1 writes what they print into the documentation."""
import os
import pathlib
import re
import shutil
import subprocess
import unittest

import support
from support import RELATA, ROOT

BLOCK = re.compile(r"^```sh\n(.*?)^```\n(?:```text\n(.*?)^```\n)?", re.M | re.S)
# Blocks that do not run here, by a word in them, and why; their shell is checked all the same.
NOT_RUN = {
    "./scripts/": "installs packages and builds; scripts/test is what runs this test",
    "spark-submit": "needs a Spark cluster; tests/distributed/ runs the job on one of this machine",
}


class Docs(support.ProgramTest):
    def run_blocks(self, path):
        bin = self.folder / "bin"
        if not bin.exists():
            bin.mkdir()
            (bin / "relata").symlink_to(pathlib.Path(RELATA).resolve())
        environment = {**os.environ, "PATH": f"{bin}:{os.environ['PATH']}", "TERM": "dumb", "LC_ALL": "C.UTF-8"}

        def run(block):
            commands, expected = block.group(1), block.group(2)
            if any(word in commands for word in NOT_RUN):
                self.check(path, commands)
                return block.group()
            done = subprocess.run(["bash", "-euo", "pipefail", "-c", commands.replace("build-release/relata", "relata")],
                                  cwd=self.folder, env=environment, capture_output=True, text=True, timeout=300)
            self.assertEqual(done.returncode, 0, f"{path}:\n{commands}\n{done.stderr}")
            if expected is None:
                return block.group()
            if os.environ.get("RELATA_UPDATE_GOLDEN"):
                return f"```sh\n{commands}```\n```text\n{done.stdout}```\n"
            self.assertEqual(done.stdout, expected, f"{path}:\n{commands}")
            return block.group()

        text = (ROOT / path).read_text(encoding="utf8")
        self.assertRegex(text, BLOCK)
        told = BLOCK.sub(run, text)
        if told != text:
            (ROOT / path).write_text(told, encoding="utf8")

    def check(self, path, commands):
        """What can be told of commands without running them: bash can read them, and the files and options of ours exist."""
        done = subprocess.run(["bash", "-n", "-c", commands], capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, f"{path}:\n{done.stderr}")
        for file in re.findall(r"(?<![\w/])(?:\./)?((?:scripts|distributed)/[\w./-]+)", commands):
            self.assertTrue((ROOT / file).exists(), f"{path}: {file}")
        for options in re.findall(r"build_graph\.py((?:[^\n]|\\\n)*)", commands):
            for option in re.findall(r"(?<!\S)--[\w-]+", options):
                self.assertIn(f'"{option}"', (ROOT / "distributed/build_graph.py").read_text(), f"{path}: {option}")

    def help_of(self, *command):
        """The help of a command and of those below it, as sections of docs/cli.md."""
        help = self.relata(*command, "--help")
        subcommands = re.search(r"^Subcommands:\n((?:  .*\n)+)", help, re.M)
        names = re.findall(r"^  (\S+)", subcommands.group(1), re.M) if subcommands else []
        section = f"{'#' * (len(command) + 1)} relata {' '.join(command)}".rstrip()
        return f"{section}\n```text\n{help.strip()}\n```\n" + "".join(
            "\n" + self.help_of(*command, name) for name in names)

    def test_the_reference_of_commands_is_what_they_say_under_help(self):
        path = ROOT / "docs/cli.md"
        reference = (path.read_text(encoding="utf8") if path.exists() else "").split("\n# relata\n")[0]
        wanted = f"{reference}\n{self.help_of()}"
        if os.environ.get("RELATA_UPDATE_GOLDEN"):
            path.write_text(wanted, encoding="utf8")
        self.assertEqual(path.read_text(encoding="utf8"), wanted, "RELATA_UPDATE_GOLDEN=1 writes it anew")

    def test_readme(self):
        shutil.copytree(ROOT / "samples", self.folder / "articles")
        self.run_blocks("README.md")

    def test_tutorial(self):
        self.run_blocks("docs/tutorial.md")

    def test_what_asks_a_graph(self):
        self.relata("build", ROOT / "samples", "-o", "news.relata", "-q")
        for document in ("docs/query.md", "docs/schema.md"):
            self.run_blocks(document)

    def test_what_installs_or_needs_a_cluster(self):
        for document in ("CONTRIBUTING.md", "docs/scale.md"):
            self.run_blocks(document)

    def test_no_shell_block_is_left_out(self):
        documents = {str(path.relative_to(ROOT)) for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]
                     if "```sh" in path.read_text(encoding="utf8")}
        self.assertEqual(documents, {"README.md", "CONTRIBUTING.md", "docs/query.md", "docs/scale.md", "docs/schema.md",
                                     "docs/tutorial.md"})
        for document in [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]:
            untagged = re.findall(r"^```\n((?:\$ )?(?:relata|\./scripts|cmake|pip|sqlite3) .*)", document.read_text(encoding="utf8"), re.M)
            self.assertEqual(untagged, [], f"{document.name}: a block of commands begins with ```sh")


if __name__ == "__main__":
    unittest.main()
