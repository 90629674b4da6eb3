"""Kùzu and Ladybug, DuckDB, pandas and sqlite3."""

import csv
import importlib
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import duckdb
import pandas

from sample import check_columns, equal, same_keys, samples


def import_into(engine, folder, database):
    """Runs import.cypher as its head says: inside the folder."""
    connection = engine.Connection(engine.Database(database))
    before = os.getcwd()
    os.chdir(folder)
    try:
        connection.execute((folder / "import.cypher").read_text())
    finally:
        os.chdir(before)
    return connection


def check_graph_database(name):
    engine = importlib.import_module(name)
    for sample in samples():
        with tempfile.TemporaryDirectory() as folder:
            connection = import_into(engine, sample.export("kuzu"), str(Path(folder) / "database"))
            nodes = {
                id: (label, text, aliases)
                for id, label, text, aliases in connection.execute(
                    "MATCH (n) RETURN n.id, label(n), n.name, n.aliases"
                )
            }
            same_keys(nodes, sample.nodes, "nodes")
            for id, node in sample.nodes.items():
                aliases = [alias.replace("\x1f", "\ufffd") for alias in node["aliases"]]
                equal(nodes[id], (node["type"], node["name"], aliases), f"node {id[:60]}")
            edges = {
                edge["id"]: (label, source, target, edge)
                for label, source, target, edge in connection.execute(
                    "MATCH (a)-[r]->(b) RETURN label(r), a.id, b.id, r"
                )
            }
            same_keys(edges, sample.edges, "edges")
            for key, edge in sample.edges.items():
                label, *ends, found = edges[key]
                # A backtick cannot be written inside of a name.
                equal(label, edge["type"].replace("`", "_"), f"table of {key[:80]}")
                equal(ends, [edge["source"], edge["target"]], f"ends of {key[:80]}")
                check_columns(found, edge)
                equal(json.loads(found["evidence"]), edge["evidence"], f"evidence of {key[:80]}")


def in_a_process_of_its_own(name):
    """The two engines are one code base, and cannot be loaded together."""
    done = subprocess.run(
        [sys.executable, "-c", f"import databases; databases.check_graph_database('{name}')"],
        cwd=Path(__file__).parent,
        capture_output=True,
        text=True,
    )
    equal((done.returncode, done.stderr[-500:]), (0, ""), name)


def test_kuzu_imports_the_folder():
    in_a_process_of_its_own("kuzu")


def test_ladybug_imports_the_folder():
    in_a_process_of_its_own("ladybug")


def as_csv_holds(value):
    return json.dumps(value) if isinstance(value, (bool, int, float)) else value


def check_tables(sample, nodes, edges, evidence):
    """Each table as a list of dicts."""
    found = {node["id"]: node for node in nodes}
    same_keys(found, sample.nodes, "nodes")
    for id, node in sample.nodes.items():
        equal(
            (found[id]["name"], found[id]["type"]), (node["name"], node["type"]), f"node {id[:60]}"
        )
        equal(json.loads(found[id]["aliases"] or "[]"), node["aliases"], f"aliases of {id[:60]}")
    found = {edge["id"]: edge for edge in edges}
    same_keys(found, sample.edges, "edges")
    for key, edge in sample.edges.items():
        for name in ("source", "target"):
            equal(found[key][name], edge[name], f"{name} of {key[:80]}")
        check_columns(found[key], edge, as_csv_holds)
    quotes = sorted((row["edge"], row["quote"], row["url"] or "", row["rule"]) for row in evidence)
    equal(
        quotes,
        sorted(
            (key, e["quote"], e.get("url", ""), e["rule"])
            for key, edge in sample.edges.items()
            for e in edge["evidence"]
        ),
        "evidence",
    )


def test_csv_by_pythons_own_reader():
    for sample in samples():

        def table(name):
            with open(sample.export("csv") / f"{name}.csv", newline="", encoding="utf-8") as file:
                return list(csv.DictReader(file, strict=True))

        check_tables(sample, table("nodes"), table("edges"), table("evidence"))


def test_csv_by_pandas():
    for sample in samples():

        def table(name):
            frame = pandas.read_csv(
                sample.export("csv") / f"{name}.csv", dtype=str, keep_default_na=False
            )
            return frame.to_dict("records")

        check_tables(sample, table("nodes"), table("edges"), table("evidence"))


def test_csv_by_duckdb():
    for sample in samples():

        def table(name):
            path = sample.export("csv") / f"{name}.csv"
            rows = duckdb.sql(
                f"SELECT * FROM read_csv('{path}', header=true, all_varchar=true, "
                "quote='\"', escape='\"', delim=',')"
            )
            return [dict(zip(rows.columns, row)) for row in rows.fetchall()]

        check_tables(sample, table("nodes"), table("edges"), table("evidence"))


def test_one_table_has_names_beside_ids():
    for sample in samples():
        rows = pandas.read_csv(sample.export("edgelist"), dtype=str, keep_default_na=False).to_dict(
            "records"
        )
        found = {row["id"]: row for row in rows}
        same_keys(found, sample.edges, "edges")
        for key, edge in sample.edges.items():
            source, target = sample.nodes[edge["source"]], sample.nodes[edge["target"]]
            equal(
                (
                    found[key]["source_name"],
                    found[key]["source_type"],
                    found[key]["target_name"],
                    found[key]["target_type"],
                ),
                (source["name"], source["type"], target["name"], target["type"]),
                f"row {key[:80]}",
            )
            check_columns(found[key], edge, as_csv_holds)
            equal(json.loads(found[key]["evidence"]), edge["evidence"], f"evidence of {key[:80]}")


def test_neo4j_folder_has_one_header_a_table_and_as_many_fields_as_it_names():
    for sample in samples():
        folder = sample.export("neo4j")
        for name, count in (("nodes", len(sample.nodes)), ("relationships", len(sample.edges))):
            [header] = csv.reader(open(folder / f"{name}_header.csv", newline=""))
            rows = list(csv.reader(open(folder / f"{name}.csv", newline=""), strict=True))
            equal(len(rows), count, f"rows of {name}")
            equal({len(row) for row in rows}, {len(header)}, f"fields of {name}")
        equal(os.access(folder / "import.sh", os.X_OK), True, "import.sh may be run")


def check_graph_file(sample, rows):
    """rows(query) asks the views of docs/schema.md and gives tuples."""
    # The file also has entities without relations, which exports leave out.
    nodes = {(id, node["name"], node["type"]) for id, node in sample.nodes.items()}
    equal(nodes - set(rows("SELECT entity, name, type FROM nodes")), set(), "missing nodes")
    names = {id: node["name"] for id, node in sample.nodes.items()}
    equal(
        sorted(rows("SELECT subject, type, object, status, confidence, sources FROM edges")),
        sorted(
            (
                names[edge["source"]],
                edge["type"],
                names[edge["target"]],
                edge["status"],
                edge["confidence"],
                edge["sources"],
            )
            for edge in sample.edges.values()
        ),
        "edges",
    )
    equal(
        sorted(rows("SELECT document, quote, rule FROM evidence")),
        sorted(
            (evidence["document"], evidence["quote"], evidence["rule"])
            for edge in sample.edges.values()
            for evidence in edge["evidence"]
        ),
        "evidence",
    )


def test_sqlite_opens_the_graph_file():
    for sample in samples():
        connection = sqlite3.connect(sample.graph)
        check_graph_file(sample, lambda query: connection.execute(query).fetchall())


def test_duckdb_opens_the_graph_file():
    import duckdb_ext

    [extension] = Path(next(iter(duckdb_ext.__path__))).glob("**/sqlite_scanner.duckdb_extension")
    for sample in samples():
        connection = duckdb.connect()
        connection.execute(f"LOAD '{extension}'")
        connection.execute(f"ATTACH '{sample.graph}' AS news (TYPE sqlite, READ_ONLY)")
        connection.execute("USE news")
        check_graph_file(sample, lambda query: connection.execute(query).fetchall())
