"""rdflib and Oxigraph read Turtle, N-Quads and JSON-LD, and answer SPARQL."""

from urllib.parse import quote

import pyoxigraph
import rdflib

from sample import equal, samples

SCHEMA = rdflib.Namespace("https://schema.org/")
PROV = rdflib.Namespace("http://www.w3.org/ns/prov#")
REL = rdflib.Namespace("urn:relata:relation:")
FORMATS = (
    ("turtle", "turtle", pyoxigraph.RdfFormat.TURTLE),
    ("nquads", "nquads", pyoxigraph.RdfFormat.N_QUADS),
    ("jsonld", "json-ld", pyoxigraph.RdfFormat.JSON_LD),
)


def rdflib_triples(path, format):
    if format != "nquads":
        return set(rdflib.Graph().parse(path, format=format))
    data = rdflib.Dataset()
    data.parse(path, format=format)
    return set(data.default_graph)


def oxigraph_triples(path, format):
    default = pyoxigraph.DefaultGraph()
    return {
        str(quad.triple)
        for quad in pyoxigraph.parse(path=str(path), format=format)
        if quad.graph_name == default
    }


def test_three_syntaxes_say_the_same_to_rdflib():
    for sample in samples():
        turtle, *others = [
            rdflib_triples(sample.export(name), format) for name, format, _ in FORMATS
        ]
        equal(len(turtle) > 10 * len(sample.edges), True, "number of triples")
        for other in others:
            equal(turtle ^ other, set(), "triples in one syntax only")


def test_three_syntaxes_say_the_same_to_oxigraph():
    for sample in samples():
        turtle, *others = [
            oxigraph_triples(sample.export(name), format) for name, _, format in FORMATS
        ]
        equal(len(turtle) > 10 * len(sample.edges), True, "number of triples")
        for other in others:
            equal(turtle ^ other, set(), "triples in one syntax only")


def test_every_relation_is_a_statement_with_its_evidence():
    query = """
        PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
        PREFIX prov: <http://www.w3.org/ns/prov#>
        PREFIX rel: <urn:relata:relation:>
        SELECT ?statement ?status ?quote WHERE {
          ?statement a rdf:Statement ; rel:status ?status ; prov:wasDerivedFrom ?evidence .
          ?evidence prov:value ?quote ; prov:wasQuotedFrom ?document }"""
    for sample in samples():
        store = pyoxigraph.Store()
        store.load(path=str(sample.export("turtle")), format=pyoxigraph.RdfFormat.TURTLE)
        found = sorted((row["status"].value, row["quote"].value) for row in store.query(query))
        expected = sorted(
            (edge["status"], evidence["quote"])
            for edge in sample.edges.values()
            for evidence in edge["evidence"]
        )
        equal(found, expected, "status and quotes")


def urn(kind, *parts):
    return rdflib.URIRef(":".join(["urn:relata", kind, *(quote(p, safe="-._~:") for p in parts)]))


def test_statements_hold_all_that_a_relation_has():
    for sample in samples():
        graph = rdflib.Graph().parse(sample.export("turtle"), format="turtle")

        def check(resource, names, values, what):
            for name in names:
                found = graph.value(resource, REL[name])
                value = values.get(name)
                number = isinstance(value, (int, float))
                same = found is not None and (float(found) if number else str(found)) == value
                equal(same or (found is None and value is None), True, f"{name} of {what}")
            for name, value in values.get("attributes", {}).items():
                found = graph.value(resource, urn("attribute", name))
                equal(str(found), value, f"attribute {name} of {what}")

        for key, edge in sample.edges.items():
            names = ("status", "confidence", "sources", "first_seen", "last_seen", "valid_from")
            check(urn("statement", key), (*names, "valid_to"), edge, key[:80])
            for i, evidence in enumerate(edge["evidence"], 1):
                names = ("start", "end", "subject_text", "object_text", "status", "rule")
                check(urn("evidence", key, str(i)), (*names, "confidence"), evidence, key[:80])
        for id, node in sample.nodes.items():
            if node["type"] != "date":
                aliases = {str(name) for name in graph.objects(urn("entity", id), SCHEMA.alternateName)}
                equal(aliases, set(node["aliases"]), f"aliases of {id[:60]}")


def test_only_asserted_relations_are_triples():
    for sample in samples():
        graph = rdflib.Graph().parse(sample.export("turtle"), format="turtle")
        for edge in sample.edges.values():
            asserted = edge["status"] == "asserted"
            if not edge["type"].isidentifier():
                continue  # a hostile type: its percent-encoding is checked by the parsers
            predicate = REL[edge["type"]]
            subjects = {
                graph.value(s, SCHEMA.name) for s, _, _ in graph.triples((None, predicate, None))
            }
            others = [
                e
                for e in sample.edges.values()
                if e["type"] == edge["type"]
                and e["source"] == edge["source"]
                and e["status"] == "asserted"
            ]
            name = rdflib.Literal(sample.nodes[edge["source"]]["name"])
            equal(name in subjects, asserted or bool(others), f"triple of {edge['key'][:80]}")


def test_founder_points_from_the_organisation_to_the_person():
    graph = rdflib.Graph().parse(samples()[0].export("turtle"), format="turtle")
    [(org, person)] = graph.subject_objects(SCHEMA.founder)
    equal(
        (str(graph.value(org, SCHEMA.name)), str(graph.value(person, SCHEMA.name))),
        ("DeepSeek", "Liang Wenfeng"),
        "founder",
    )
    equal(
        graph.value(org, SCHEMA.foundingDate),
        rdflib.Literal("2023-05", datatype=rdflib.XSD.gYearMonth),
        "foundingDate",
    )


def test_quotes_carry_their_language():
    graph = rdflib.Graph().parse(samples()[0].export("turtle"), format="turtle")
    languages = {quote.language for quote in graph.objects(None, PROV.value)}
    equal(languages, {"en", "de"}, "languages of quotes")


def test_named_graphs_lead_from_a_triple_to_its_evidence():
    store = pyoxigraph.Store()
    store.load(path=str(samples()[0].export("nquads")), format=pyoxigraph.RdfFormat.N_QUADS)
    rows = list(store.query("""
        PREFIX schema: <https://schema.org/> PREFIX prov: <http://www.w3.org/ns/prov#>
        SELECT ?quote WHERE { GRAPH ?statement { ?org schema:founder ?person }
          ?statement prov:wasDerivedFrom ?evidence . ?evidence prov:value ?quote }"""))
    equal(len(rows), 2, "quotes for the founder")


def test_relations_without_direction_are_symmetric_properties():
    for sample in samples():
        graph = rdflib.Graph().parse(sample.export("turtle"), format="turtle")
        symmetric = set(graph.subjects(rdflib.RDF.type, rdflib.OWL.SymmetricProperty))
        wanted = {REL[edge["type"]] for edge in sample.edges.values() if edge["symmetric"]}
        equal(symmetric, wanted, "symmetric properties")
