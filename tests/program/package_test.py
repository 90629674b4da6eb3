"""The Debian packages that cpack makes: what is in them, that the program runs out of them, and that removing them
leaves nothing."""
import os
import pathlib
import shutil
import subprocess
import unittest

import support
from support import RELATA

BUILD = pathlib.Path(RELATA).resolve().parent
PROGRAM = {"usr/bin/relata", "usr/share/man/man1/relata.1", "usr/share/bash-completion/completions/relata",
           "usr/share/zsh/vendor-completions/_relata", "usr/share/fish/vendor_completions.d/relata.fish",
           "usr/share/doc/relata/copyright", "usr/share/doc/relata/page-licences.txt"}


@unittest.skipUnless(shutil.which("dpkg-deb"), "no Debian")
class Packages(support.ProgramTest):
    def command(self, *arguments):
        done = subprocess.run([str(a) for a in arguments], cwd=self.folder, capture_output=True, text=True, timeout=900)
        self.assertEqual(done.returncode, 0, f"{' '.join(map(str, arguments))}\n{done.stdout[-3000:]}{done.stderr[-3000:]}")
        return done.stdout

    def files(self, folder):
        return {str(path.relative_to(folder)) for path in folder.rglob("*") if not path.is_dir()}

    def unpacked(self):
        """The packages, and by their names the files in them, which lie in folders of these names."""
        self.command("cpack", "--config", BUILD / "CPackConfig.cmake", "-G", "DEB", "-B", self.folder / "made")
        packages = sorted(self.folder.glob("made/*.deb"))
        names = [self.command("dpkg-deb", "-f", package, "Package").strip() for package in packages]
        self.assertEqual(names, ["relata-dev", "relata"])
        contents = {}
        for name, package in zip(names, packages):
            self.command("dpkg-deb", "-x", package, self.folder / name)
            contents[name] = self.files(self.folder / name)
        return packages, contents

    def test_the_program_runs_out_of_its_package(self):
        packages, contents = self.unpacked()
        self.assertEqual(contents["relata"], PROGRAM)
        self.assertIn("usr/include/relata/graph/knowledge_graph.hpp", contents["relata-dev"])
        self.assertRegex(self.command("dpkg-deb", "-f", packages[1], "Depends"), "libc6.*libsqlite3-0")

        installed = self.folder / "relata/usr"
        self.assertEqual(self.command(installed / "bin/relata", "--version"), self.relata("--version"))
        self.assertIn(".TH RELATA 1", (installed / "share/man/man1/relata.1").read_text())
        for completion in PROGRAM:
            if "complet" in completion:
                self.assertIn("relata", (self.folder / "relata" / completion).read_text(), completion)

    def test_dpkg_installs_and_removes_them_without_a_trace(self):
        """Through a dpkg with a database of its own in an empty folder."""
        if os.geteuid() != 0:
            self.skipTest("only root may give files to root")
        packages, contents = self.unpacked()
        root = self.folder / "root"
        (root / "var/lib/dpkg").mkdir(parents=True)
        (root / "var/lib/dpkg/status").touch()
        dpkg = ("dpkg", f"--root={root}", f"--log={self.folder / 'log'}", "--force-depends")
        database = root / "var"

        def others():
            return {file for file in self.files(root) if not (root / file).is_relative_to(database)}

        self.command(*dpkg, "--install", *packages)
        self.assertEqual(others(), contents["relata"] | contents["relata-dev"])
        self.command(*dpkg, "--purge", "relata", "relata-dev")
        self.assertEqual(others(), set())
        self.assertFalse((root / "usr").exists())


if __name__ == "__main__":
    unittest.main()
