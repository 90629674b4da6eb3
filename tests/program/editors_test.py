"""The editor grammar knows the words of the rule language, and every rule file is coloured by it."""
import json
import re
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GRAMMAR = json.loads((ROOT / "editors/relata-rules.tmLanguage.json").read_text(encoding="utf8"))


def patterns(node):
    """All regular expressions of the grammar with the places where they stand."""
    for key in ("match", "begin", "end"):
        if key in node:
            yield node[key]
    for child in node.get("patterns", []):
        yield from patterns(child)


ALL = [p for node in [GRAMMAR, *GRAMMAR["repository"].values()] for p in patterns(node)]


def element(name):
    return [re.compile(p) for p in patterns(GRAMMAR["repository"][name])]


class Editors(unittest.TestCase):
    def test_every_expression_compiles_and_every_include_is_there(self):
        for pattern in ALL:
            re.compile(pattern)
        names = set(re.findall(r'"include": "#(\w+)"', json.dumps(GRAMMAR)))
        self.assertEqual(names - set(GRAMMAR["repository"]), set())

    def test_relation_types_are_coloured(self):
        types = re.findall(r"^(\w+)\(", (ROOT / "rules/relations.txt").read_text(encoding="utf8"), re.M)
        self.assertGreater(len(types), 10)
        relation = element("relation")[0]
        for name in types:
            with self.subTest(name):
                self.assertTrue(relation.match(f"{name}(a, b)"), name)

    def test_statements_and_slots_of_all_rule_files_are_coloured(self):
        statements = element("statement")
        slot = next(p for p in element("pattern") if "person" in p.pattern)
        for path in sorted((ROOT / "rules").glob("*/*.rules")):
            for number, line in enumerate(path.read_text(encoding="utf8").splitlines(), 1):
                place = f"{path.relative_to(ROOT)}:{number}: {line}"
                if re.match(r"(words|let|rule|mod)\b|\s+(match|emit)\b", line):
                    self.assertTrue(any(p.search(line) for p in statements), place)
                if re.match(r"\s+match\b", line):
                    for role in re.findall(r"(?<!\S)@?\w+:(?:list\()?[a-z|]+", line):
                        self.assertTrue(slot.search(role), f"{place}: {role}")


if __name__ == "__main__":
    unittest.main()
