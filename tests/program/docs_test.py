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
# These install packages or need a cluster; scripts/test and tests/distributed run what is in them.
ELSEWHERE = ("./scripts/", "spark-submit")


class Docs(support.ProgramTest):
    def run_blocks(self, path):
        bin = self.folder / "bin"
        bin.mkdir()
        (bin / "relata").symlink_to(pathlib.Path(RELATA).resolve())
        environment = {**os.environ, "PATH": f"{bin}:{os.environ['PATH']}", "TERM": "dumb", "LC_ALL": "C.UTF-8"}

        def run(block):
            commands, expected = block.group(1), block.group(2)
            if any(word in commands for word in ELSEWHERE):
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


if __name__ == "__main__":
    unittest.main()
