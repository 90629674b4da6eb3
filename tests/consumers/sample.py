"""The graphs that the consumer tests export, and what a reader must find in them.

Each is merged from relation records (NAME.jsonl) by the program under test. The truth that every
other format is compared with is the node-link JSON, read by Python's own parser.
"""

import json
import os
import re
import subprocess
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
RELATA = os.environ.get("RELATA", "relata")


def relata(*arguments):
    done = subprocess.run([RELATA, *map(str, arguments)], capture_output=True)
    if done.returncode != 0:
        raise AssertionError(
            f"relata {arguments[0]} failed: {done.stderr.decode(errors='replace')}"
        )
    return done.stdout


class Sample:
    def __init__(self, name, folder):
        self.name = name
        self.folder = Path(folder)
        self.graph = self.folder / f"{name}.relata"
        relata("merge", HERE / f"{name}.jsonl", "-o", self.graph)
        data = json.loads(relata("export", self.graph, "-o", "-", "--format", "json"))
        self.nodes = {node["id"]: node for node in data["nodes"]}
        self.edges = {edge["key"]: edge for edge in data["edges"]}

    def export(self, format, flavor=None):
        """The path of the graph in that format, made once."""
        path = self.folder / f"{self.name}-{format}-{flavor or ''}"
        if not path.exists():
            relata(
                "export",
                self.graph,
                "-o",
                path,
                "--format",
                format,
                *(["--flavor", flavor] if flavor else []),
            )
        return path


SAMPLES = []


def samples():
    if not SAMPLES:
        folder = tempfile.TemporaryDirectory(prefix="relata-consumers-")
        SAMPLES.extend([folder, Sample("ordinary", folder.name), Sample("hostile", folder.name)])
    return SAMPLES[1:]


def as_xml_holds(text):
    """XML 1.0 has no control characters; they are exported as U+FFFD."""
    if not isinstance(text, str):
        return text
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", text)


# Ranges of NameLetters in export/text.cpp.
NAME_LETTERS = (
    "\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0131\u0134-\u013e\u0141-\u0148\u014a-\u017e\u03a3-\u03ce"
    "\u040e-\u044f\u05d0-\u05ea\u0621-\u063a\u0641-\u064a\u3041-\u3094\u30a1-\u30fa\u4e00-\u9fa5"
    "\uac00-\ud7a3"
)


def name_token(id):
    """The ids of GraphML are name tokens; see docs/formats.md."""
    strange = f"_(?=x)|[^-.:_a-zA-Z0-9|{NAME_LETTERS}]"
    return re.sub(strange, lambda match: f"_x{ord(match.group()):x}_", id).replace("|", "\u00b7")


def equal(found, expected, what):
    if found != expected:
        raise AssertionError(
            f"{what}: expected {str(expected)[:300]!r}, found {str(found)[:300]!r}"
        )


def same_keys(found, expected, what):
    found, expected = set(found), set(expected)
    equal(
        (sorted(expected - found), sorted(found - expected)),
        ([], []),
        f"{what}: (missing, unknown)",
    )


def column(attribute, sample_reserved=("id", "weight")):
    """The column that holds an attribute: names that readers take for their own have a prefix."""
    return "attribute_" + attribute if attribute in sample_reserved else attribute


def columns_of(edge):
    """What the columns of an edge must hold, but for the list of all evidence; "" for unknown."""
    first = edge["evidence"][0]
    names = ("type", "status", "confidence", "sources", "symmetric")
    dates = ("first_seen", "last_seen", "valid_from", "valid_to")
    return (
        {name: edge.get(name, "") for name in (*names, *dates)}
        | {column(name): value for name, value in edge["attributes"].items()}
        | {"quote": first["quote"], "url": first.get("url", "")}
    )


def check_columns(found, edge, hold=lambda value: value):
    """`found` is the edge as a reader has it, a dict in which unknown values may be missing."""
    for name, value in columns_of(edge).items():
        got = found.get(name)
        equal("" if got is None else got, hold(value), f"{name} of {edge['key'][:80]}")
