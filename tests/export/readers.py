"""Network files as libraries read them that had no part in writing them."""

from __future__ import annotations

import csv
import io
import json
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import networkx as nx
import pydot


@dataclass
class Read:
    """Nodes by id, and edges by id, with what each carries; "source", "target" and "kind" are among it."""

    nodes: dict[str, dict[str, object]] = field(default_factory=dict)
    edges: dict[str, dict[str, object]] = field(default_factory=dict)

    def texts(self) -> set[str]:
        elements = (*self.nodes.values(), *self.edges.values())
        return {text for element in elements for value in element.values() for text in _texts(value)}


def _texts(value: object) -> Iterable[str]:
    return [value] if isinstance(value, str) else value if isinstance(value, list) else ()


def graphml(content: bytes) -> Read:
    graph = nx.read_graphml(io.BytesIO(content), force_multigraph=True, edge_key_type=str)
    return _network(graph)


def cytoscape(content: bytes) -> Read:
    return _network(nx.cytoscape_graph(json.loads(content)))


def _network(graph: Any) -> Read:
    assert graph.is_directed()
    assert graph.is_multigraph()
    edges = {
        key: {"source": source, "target": target, **data}
        for source, target, key, data in graph.edges(keys=True, data=True)
    }
    assert len(edges) == graph.number_of_edges()
    return Read(dict(graph.nodes(data=True)), edges)


def graphviz(content: bytes) -> Read:
    with warnings.catch_warnings():  # pydot calls what pyparsing deprecates
        warnings.simplefilter("ignore", DeprecationWarning)
        graphs: Any = pydot.graph_from_dot_data(content.decode("utf-8"))
    (graph,) = graphs
    found = Read()
    for node in graph.get_nodes():
        if node.get_name() == "graph":  # pydot takes what is said of the whole for a node
            continue
        found.nodes[_unquoted(node.get_name())] = _attributes(node.get_attributes())
    for edge in graph.get_edges():
        ends = {"source": _unquoted(edge.get_source()), "target": _unquoted(edge.get_destination())}
        attributes = _attributes(edge.get_attributes())
        found.edges[str(attributes.pop("key"))] = ends | attributes
    return found


def _attributes(attributes: Mapping[str, object]) -> dict[str, object]:
    return {name: _unquoted(str(value), name == "label") for name, value in attributes.items()}


def _unquoted(value: str, shown: bool = False) -> str:
    """Return what Graphviz makes of a string, of one that it shows with its entities."""
    if value.startswith('"'):
        value = re.sub(r'\\(["\\nr])', lambda found: {"n": "\n", "r": "\r"}.get(found[1], found[1]), value[1:-1])
    return re.sub(r"&amp;(?=#?\w+;)", "&", value) if shown else value


def pajek(content: bytes) -> Read:
    """A Pajek file has no ids: labels stand for the nodes, places in the file for the edges."""
    graph = nx.parse_pajek(content.decode("utf-8-sig"))
    names = {label: label.translate({ord("＂"): '"', ord("＼"): "\\"}) for label in graph}
    nodes = {name: {"label": name} for name in names.values()}
    edges = {}
    for place, (source, target, data) in enumerate(graph.edges(data=True)):
        own = {"kind": data["l"], "weight": data["weight"]}
        edges[str(place)] = {"source": names[source], "target": names[target], **own}
    return Read(nodes, edges)


def neo4j(content: bytes) -> Read:
    """Tables by the rules of neo4j-admin: a header says the type of each column, and an empty cell is no value."""
    files = unpacked(content)
    nodes = {str(row["id"]): row for row in _rows(files["nodes.csv"])}
    edges = {str(row["id"]): row for row in _rows(files["relationships.csv"])}
    for edge in edges.values():
        edge |= {"source": edge.pop(":START_ID"), "target": edge.pop(":END_ID"), "kind": edge.pop(":TYPE")}
    return Read(nodes, edges)


def unpacked(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name.partition("/")[2]: archive.read(name).decode("utf-8") for name in archive.namelist()}


def _rows(content: str) -> Iterator[dict[str, object]]:
    header, *rows = csv.reader(io.StringIO(content, newline=""), strict=True)
    columns = [column.partition(":") for column in header]
    for row in rows:
        cells = zip(columns, row, strict=True)
        yield {name or f":{kind}": _typed(kind, cell) for (name, _, kind), cell in cells if cell}


def _typed(kind: str, cell: str) -> object:
    if kind == "LABEL" or kind.endswith("[]"):
        return cell.split("\x1f")
    return {"int": int, "double": float}.get(kind, str)(cell)
