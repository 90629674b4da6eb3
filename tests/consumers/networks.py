"""NetworkX, igraph, pydot and Graphviz, libxml2."""

import json
import subprocess

import igraph
import lxml.etree
import networkx
import pydot

from sample import as_xml_holds, check_columns, equal, name_token, same_keys, samples


def check_networkx(sample, graph, type_name, hold_id=as_xml_holds):
    hold = as_xml_holds
    equal(type(graph), networkx.MultiDiGraph, "class of graph")
    same_keys(graph.nodes, map(hold_id, sample.nodes), "nodes")
    for id, node in sample.nodes.items():
        found = graph.nodes[hold_id(id)]
        for name in ("name", "type"):
            equal(found[name], hold(node[name]), f"{name} of {id[:60]}")
        equal(
            json.loads(found.get("aliases", "[]")),
            [hold(a) for a in node["aliases"]],
            f"aliases of {id[:60]}",
        )
    edges = {
        key: (source, target, data)
        for source, target, key, data in graph.edges(keys=True, data=True)
    }
    same_keys(edges, map(hold_id, sample.edges), "edges")
    for key, edge in sample.edges.items():
        source, target, data = edges[hold_id(key)]
        ends = hold_id(edge["source"]), hold_id(edge["target"])
        equal((source, target), ends, f"ends of {key[:80]}")
        check_columns(data | {"type": data[type_name]}, edge, hold)
        equal(json.loads(data["evidence"]), edge["evidence"], f"evidence of {key[:80]}")


def test_networkx_reads_graphml():
    for sample in samples():
        for flavor in (None, "networkx", "gephi", "yed"):
            graph = networkx.read_graphml(sample.export("graphml", flavor))
            check_networkx(sample, graph, "relation" if flavor == "gephi" else "type", name_token)


def test_networkx_reads_gexf():
    for sample in samples():
        check_networkx(sample, networkx.read_gexf(sample.export("gexf", "networkx")), "relation")


def test_networkx_reads_node_link_json():
    for sample in samples():
        with open(sample.export("json")) as file:
            graph = networkx.node_link_graph(json.load(file))
        equal(type(graph), networkx.MultiDiGraph, "class of graph")
        same_keys(graph.nodes, sample.nodes, "nodes")
        same_keys((key for _, _, key in graph.edges(keys=True)), sample.edges, "edges")


def test_networkx_reads_cytoscape_json():
    for sample in samples():
        with open(sample.export("cytoscape")) as file:
            graph = networkx.cytoscape_graph(json.load(file))
        same_keys(graph.nodes, sample.nodes, "nodes")
        found = {data["id"]: data for _, _, data in graph.edges(data=True)}
        same_keys(found, sample.edges, "edges")
        for key, edge in sample.edges.items():
            check_columns(found[key], edge)
            equal(found[key]["evidence"], edge["evidence"], "evidence")
        for id, node in sample.nodes.items():
            for name, value in node.items():
                equal(graph.nodes[id].get(name) or [], value or [], f"{name} of {id[:60]}")


def test_igraph_reads_graphml():
    for sample in samples():
        graph = igraph.Graph.Read_GraphML(str(sample.export("graphml")))
        same_keys(graph.vs["id"], map(name_token, sample.nodes), "nodes")
        names = dict(zip(graph.vs["id"], graph.vs["name"]))
        for id, node in sample.nodes.items():
            equal(names[name_token(id)], as_xml_holds(node["name"]), "name")
        # igraph 1.0 gives edges the ids of nodes, so edges are told apart by what they say.
        found = sorted(
            (
                graph.vs[edge.source]["id"],
                edge["type"],
                graph.vs[edge.target]["id"],
                edge["status"],
                edge["confidence"],
                edge["sources"],
                edge["symmetric"],
            )
            for edge in graph.es
        )
        hold = as_xml_holds
        equal(
            found,
            sorted(
                (
                    name_token(edge["source"]),
                    hold(edge["type"]),
                    name_token(edge["target"]),
                    edge["status"],
                    edge["confidence"],
                    edge["sources"],
                    edge["symmetric"],
                )
                for edge in sample.edges.values()
            ),
            "edges",
        )


def test_xml_is_well_formed_and_uses_known_types():
    for sample in samples():
        for flavor in ("plain", "networkx", "gephi", "yed"):
            tree = lxml.etree.parse(
                sample.export("graphml", flavor), lxml.etree.XMLParser(huge_tree=True)
            )
            keys = tree.findall(".//{*}key")
            for key in keys:
                if "attr.type" in key.attrib:
                    equal(
                        key.get("attr.type")
                        in ("boolean", "int", "long", "float", "double", "string"),
                        True,
                        "type",
                    )
            ids = [key.get("id") for key in keys]
            equal(len(ids), len(set(ids)), "unique keys")
        for flavor in ("gephi", "networkx"):
            lxml.etree.parse(sample.export("gexf", flavor), lxml.etree.XMLParser(huge_tree=True))


def test_gexf_dates_are_whole_days_in_order():
    for sample in samples():
        for spell in lxml.etree.parse(sample.export("gexf")).iterfind(".//{*}spell"):
            start, end = spell.get("start"), spell.get("end")
            for day in filter(None, (start, end)):
                equal(len(day), 10, f"length of {day}")
            equal(not start or not end or start <= end, True, f"{start} before {end}")


def test_graphviz_draws_dot_as_valid_svg():
    for sample in samples():
        drawn = subprocess.run(["dot", "-Tsvg", sample.export("dot")], capture_output=True)
        equal((drawn.returncode, drawn.stderr.decode()), (0, ""), "dot")
        svg = lxml.etree.fromstring(drawn.stdout, lxml.etree.XMLParser(huge_tree=True))
        count = lambda kind: len(svg.findall(f".//{{*}}g[@class='{kind}']"))
        equal(
            (count("node"), count("edge")),
            (len(sample.nodes), len(sample.edges)),
            "nodes and edges",
        )
        links = [link.get("{http://www.w3.org/1999/xlink}href") for link in svg.iterfind(".//{*}a")]
        equal([link for link in links if link and not link.startswith("https://")], [], "links")


def test_graphviz_reads_what_dot_says():
    """Graphviz's own JSON has labels as they are written: with backslashes doubled and `&` as `&amp;`."""

    def shown(text):
        text = as_xml_holds(text).replace("\x7f", "\ufffd").replace("\\", "\\\\")
        text = text.replace("&", "&amp;").replace("\n", "\\n").replace("\r", " ").replace("\t", " ")
        return text

    for sample in samples():
        told = subprocess.run(["dot", "-Tdot_json", sample.export("dot")], capture_output=True)
        graph = json.loads(told.stdout)
        names = {node["name"]: node.get("full_name", node["label"]) for node in graph["objects"]}
        equal(names, {id: shown(node["name"]) for id, node in sample.nodes.items()}, "names")
        ids = [node["name"] for node in graph["objects"]]
        found = sorted(
            (
                ids[edge["tail"]],
                edge["type"],
                ids[edge["head"]],
                edge["status"],
                edge.get("dir") == "none",
                float(edge["confidence"]),
                edge.get("valid_from", ""),
                edge.get("valid_to", ""),
            )
            for edge in graph["edges"]
        )
        expected = sorted(
            (
                edge["source"],
                shown(edge["type"]),
                edge["target"],
                edge["status"],
                edge["symmetric"],
                edge["confidence"],
                edge.get("valid_from", ""),
                edge.get("valid_to", ""),
            )
            for edge in sample.edges.values()
        )
        equal(found, expected, "edges")


def test_pydot_reads_dot():
    for sample in samples():
        [graph] = pydot.graph_from_dot_file(str(sample.export("dot")))
        defaults = {"node", "edge", "graph"}
        equal(
            len([n for n in graph.get_nodes() if n.get_name() not in defaults]),
            len(sample.nodes),
            "nodes",
        )
        equal(len(graph.get_edges()), len(sample.edges), "edges")
        types = sorted(edge.get("status").strip('"') for edge in graph.get_edges())
        equal(types, sorted(edge["status"] for edge in sample.edges.values()), "status")
