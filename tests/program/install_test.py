"""Relata as it is installed: the examples build against it by CMake and by pkg-config, and run."""
import os
import pathlib
import shutil
import subprocess
import unittest

import support
from support import RELATA, ROOT

BUILD = pathlib.Path(RELATA).resolve().parent


class Install(support.ProgramTest):
    def command(self, *arguments, **environment):
        done = subprocess.run([str(a) for a in arguments], cwd=self.folder, capture_output=True, text=True,
                              env={**os.environ, **environment}, timeout=900)
        self.assertEqual(done.returncode, 0, f"{' '.join(map(str, arguments))}\n{done.stdout[-3000:]}{done.stderr[-3000:]}")
        return done.stdout

    def test_examples_build_against_an_installed_relata_and_run(self):
        prefix = self.folder / "prefix"
        self.command("cmake", "--install", BUILD, "--prefix", prefix)
        program = prefix / "bin/relata"
        self.assertIn("relata", self.command(program, "--version"))
        self.assertIn(".TH", (prefix / "share/man/man1/relata.1").read_text())
        for completion in ("bash-completion/completions/relata", "zsh/vendor-completions/_relata",
                           "fish/vendor_completions.d/relata.fish"):
            self.assertIn("relata", (prefix / "share" / completion).read_text(), completion)

        self.command("cmake", "-S", ROOT / "examples", "-B", "examples", f"-DCMAKE_PREFIX_PATH={prefix}")
        self.command("cmake", "--build", "examples", "--parallel")
        found = self.command("examples/extract_text")
        self.assertIn("founder_of: Jane Roe -> Tidewater Systems (asserted)", found)
        self.assertIn("funded_by: Tidewater Systems -> Harbor Ventures (asserted) amount=12000000", found)
        self.assertEqual(self.command("examples/ask_graph").splitlines(),
                         ["company: Castlegate Labs", "fund: Harbor Ventures", "amount: 3000000"])
        graph = self.build()
        drawn = self.command("examples/own_exporter", graph)
        self.assertIn('["OpenAI"]', drawn)
        self.assertIn("-->|founder_of|", drawn)

        if shutil.which("pkg-config") is None:
            self.skipTest("no pkg-config")
        modules = next(prefix.glob("lib*/**/pkgconfig"))
        # relata.pc names the prefix of the configuration; pkg-config takes another.
        flags = self.command("pkg-config", f"--define-variable=prefix={prefix}", "--cflags", "--libs", "--static",
                             "relata", PKG_CONFIG_PATH=str(modules)).split()
        self.command(os.environ.get("CXX", "c++"), "-std=c++20", ROOT / "examples/extract_text.cpp", *flags, "-o", "by_hand")
        self.assertEqual(self.command("./by_hand"), found)


if __name__ == "__main__":
    unittest.main()
