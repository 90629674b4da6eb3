"""Relata: knowledge graphs of tech-industry news.

    >>> import relata
    >>> for relation in relata.extract("Tidewater Systems was founded by Jane Roe in 2019."):
    ...     print(relation["type"], relation["subject"]["name"], "->", relation["object"]["name"])
    founded_on Tidewater Systems -> 2019
    founder_of Jane Roe -> Tidewater Systems

Relations are dicts in the form of the records that `relata extract` prints, without those marked
`coreferent`, which say the same of another word of the sentence; graphs are files that `relata build`
makes, or are merged from relations. All of it is deterministic, and needs no network and no model.
"""

from __future__ import annotations

import functools
import json
import os
from typing import TYPE_CHECKING, Any, Iterable, Mapping, Sequence

from ._relata import Extractor as _Extractor
from ._relata import Graph as _Graph
from ._relata import RelataError

if TYPE_CHECKING:
    import networkx
    import pandas

__all__ = ["Graph", "RelataError", "extract"]
__version__ = "0.1.0"

Relation = dict[str, Any]


@functools.lru_cache(maxsize=8)
def _extractor(rules: tuple[str, ...]) -> _Extractor:
    return _Extractor(list(rules))


def extract(
    text: str,
    *,
    id: str = "text",
    language: str = "",
    date: str = "",
    title: str = "",
    url: str = "",
    source: str = "",
    rules: Sequence[str | os.PathLike[str]] = (),
) -> list[Relation]:
    """The relations that a text states, in the order of the text.

    language: "en", "de", or "" to detect it. date: the day of publication (ISO), from which
    "last May" is reckoned. rules: folders with rules that add to or override Relata's. Offsets in the
    records count Unicode code points. Raises RelataError for an unknown language or faulty rules.
    Other threads run meanwhile.
    """
    extractor = _extractor(tuple(os.fspath(folder) for folder in rules))
    return [json.loads(line) for line in extractor.extract(text, id, language, date, title, url, source)]


class Graph:
    """A knowledge graph, immutable."""

    def __init__(self, graph: _Graph) -> None:
        self._graph = graph

    @classmethod
    def open(cls, path: str | os.PathLike[str]) -> Graph:
        """The graph of a file that `relata build` or `relata merge` made. Raises RelataError."""
        return cls(_Graph.load(os.fspath(path)))

    @classmethod
    def merge(cls, relations: Iterable[Mapping[str, Any]]) -> Graph:
        """The graph of relations as extract() gives them; their order does not matter."""
        return cls(_Graph.merge([json.dumps(relation) for relation in relations]))

    def query(self, text: str, **parameters: Any) -> list[dict[str, Any]]:
        """The rows of an openCypher query (docs/query.md); `$name` is the parameter `name`.

        Nodes and relations come as dicts. Raises RelataError with the place of what is wrong.
        """
        columns, rows = self._graph.query(text, parameters)
        return [dict(zip(columns, map(json.loads, row))) for row in rows]

    def export(self, format: str, flavor: str = "") -> str:
        """The text of any single-file export ("graphml", "dot", "turtle", ...)."""
        return self._graph.export(format, flavor)

    @functools.cached_property
    def _content(self) -> dict[str, Any]:
        return json.loads(self.export("json"))

    @property
    def nodes(self) -> list[dict[str, Any]]:
        """The entities: id, name, type, aliases, ..."""
        return self._content["nodes"]

    @property
    def edges(self) -> list[dict[str, Any]]:
        """The relations: source and target (ids), type, status, confidence, evidence, ..."""
        return self._content["edges"]

    def to_networkx(self) -> networkx.MultiDiGraph:
        """Nodes by id with their fields as attributes, edges by relation type and key."""
        import networkx

        graph = networkx.MultiDiGraph()
        for node in self.nodes:
            graph.add_node(node["id"], **{k: v for k, v in node.items() if k != "id"})
        for edge in self.edges:
            fields = {k: v for k, v in edge.items() if k not in ("source", "target", "key")}
            graph.add_edge(edge["source"], edge["target"], key=edge["key"], **fields)
        return graph

    def to_pandas(self) -> pandas.DataFrame:
        """One row a relation, with the names of its entities as subject and object."""
        import pandas

        names = {node["id"]: node["name"] for node in self.nodes}
        rows = [
            {"subject": names[edge["source"]], "type": edge["type"], "object": names[edge["target"]]}
            | {k: v for k, v in edge.items() if k not in ("source", "target", "key", "type")}
            for edge in self.edges
        ]
        return pandas.DataFrame(rows)

    def __repr__(self) -> str:
        entities, relations = self._graph.counts()
        return f"<relata.Graph: {entities} entities, {relations} relations>"
