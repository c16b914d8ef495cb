"""Network -> GEXF 1.3 as Gephi reads it: time, kinds of edges, places, colours, and the evidence of every edge."""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import groupby
from typing import BinaryIO
from xml.sax import saxutils

from aigraph import escape
from aigraph.export.details import columns, details, iso, joined, number, weight
from aigraph.export.spells import Spell, spells
from aigraph.model import Document, Edge, Network, Node
from aigraph.vocabulary import vocabulary

_ROOT = {"xmlns": "http://gexf.net/1.3", "xmlns:viz": "http://gexf.net/1.3/viz", "version": "1.3"}
_GRAPH = {"defaultedgetype": "directed", "mode": "dynamic", "timeformat": "date", "timerepresentation": "interval"}
_NODE_COLUMNS = ("type", "aliases", "wikidata", "parent")
_NODE_COLORS = {"Person": "#0072b2", "Organization": "#23304a", "Artifact": "#00876c"}
_OTHER_COLOR = "#a0a0a0"
# Readers other than Gephi know no spells: they find the first and the last day as plain attributes.
_PLAIN_TIME = ("start_date", "end_date", "year")
_TYPES = {"confidence": "double", "sources": "integer", "year": "integer"}
# Names that Gephi and networkx give to parts of an edge itself.
_TAKEN = frozenset({"end", "id", "kind", "label", "source", "start", "target", "timeset", "type", "weight"})


def write_gexf(network: Network, stream: BinaryIO) -> None:
    """Write the network as GEXF 1.3, UTF-8, node by node and edge by edge; the same network gives the same bytes.

    Gephi holds one edge per source, target and kind: edges that share all three are written as one, with the spells
    and the evidence of all. The kind is the relation.
    """
    xml = _Writer(stream)
    edges = sorted(network.edges, key=lambda edge: (edge.source, edge.target, edge.relation, edge.id))
    with xml.element("gexf", _ROOT):
        with xml.element("meta", _newest(network.documents)):
            xml.text("creator", "aigraph")
            xml.text("description", "Who worked where, who moved, who made what, and the sentences that prove it")
        with xml.element("graph", _GRAPH):
            xml.columns("node", _NODE_COLUMNS)
            xml.columns("edge", [_attribute(name) for name in columns()] + list(_PLAIN_TIME))
            with xml.element("nodes"):
                for node in sorted(network.nodes, key=lambda node: node.entity.id):
                    _write_node(xml, node)
            with xml.element("edges"):
                for _, parallel in groupby(edges, key=lambda edge: (edge.source, edge.target, edge.relation)):
                    _write_edge(xml, list(parallel), network.documents)
    xml.end()


def _newest(documents: Mapping[str, Document]) -> dict[str, str]:
    # The file is as new as the newest article: the clock has no say in it.
    days = [d.published for d in documents.values() if d.published and len(d.published) == len("2025-06-30")]
    return {"lastmodifieddate": max(days)} if days else {}


def _attribute(column: str) -> str:
    return f"{column}_value" if column in _TAKEN else column


def _write_node(xml: _Writer, node: Node) -> None:
    entity = node.entity
    values = {
        "type": entity.type,
        "aliases": joined(entity.aliases),
        "wikidata": joined(entity.same_as),
        "parent": entity.parent or "",
    }
    with xml.element("node", {"id": entity.id, "label": entity.label}):
        xml.values(values)
        xml.color(_node_color(entity.type))
        xml.leaf("viz:position", {"x": number(node.x), "y": number(node.y)})
        xml.leaf("viz:size", {"value": number(6 * math.sqrt(max(node.size, 1)))})


def _node_color(type: str) -> str:
    words = vocabulary()
    return next((color for ancestor, color in _NODE_COLORS.items() if words.is_a(type, ancestor)), _OTHER_COLOR)


def _write_edge(xml: _Writer, edges: list[Edge], documents: Mapping[str, Document]) -> None:
    first = edges[0]
    statements = [edge.statement for edge in edges]
    held = spells(claim for statement in statements for claim in statement.claims)
    values = {_attribute(name): value for name, value in details(statements, documents).items()} | _plain_time(held)
    attributes = {
        "id": first.id,
        "source": first.source,
        "target": first.target,
        "kind": first.relation,
        "label": first.label,
        "weight": number(weight(first.statement)),
    }
    with xml.element("edge", attributes | (_time(held[0]) if len(held) == 1 else {})):
        xml.values(values)
        if len(held) > 1:
            with xml.element("spells"):
                for spell in held:
                    xml.leaf("spell", _time(spell))
        xml.color(vocabulary().relations[first.statement.relation].color)


def _time(spell: Spell) -> dict[str, str]:
    return {name: day for name, day in zip(("start", "end"), map(iso, spell), strict=True) if day}


def _plain_time(held: tuple[Spell, ...]) -> dict[str, str]:
    start, end = (iso(held[0][0]), iso(held[-1][1])) if held else ("", "")
    return dict(zip(_PLAIN_TIME, (start, end, (start or end)[:4]), strict=True))


class _Writer:
    """XML 1.0 in UTF-8 on a binary stream, a line for each tag; every text goes through `escape.xml`."""

    def __init__(self, stream: BinaryIO) -> None:
        self.out = io.TextIOWrapper(stream, encoding="utf-8", newline="\n")
        self.out.write('<?xml version="1.0" encoding="UTF-8"?>\n')

    def end(self) -> None:
        self.out.detach()

    @contextmanager
    def element(self, name: str, attributes: Mapping[str, str] | None = None) -> Iterator[None]:
        self.out.write(f"<{name}{_quoted(attributes or {})}>\n")
        yield
        self.out.write(f"</{name}>\n")

    def leaf(self, name: str, attributes: Mapping[str, str]) -> None:
        self.out.write(f"<{name}{_quoted(attributes)}/>\n")

    def text(self, name: str, text: str) -> None:
        self.out.write(f"<{name}>{saxutils.escape(escape.xml(text))}</{name}>\n")

    def columns(self, of: str, names: Iterable[str]) -> None:
        with self.element("attributes", {"class": of, "mode": "static"}):
            for name in names:
                self.leaf("attribute", {"id": name, "title": name, "type": _TYPES.get(name, "string")})

    def values(self, values: Mapping[str, str]) -> None:
        with self.element("attvalues"):
            for name, value in values.items():
                if value:
                    self.leaf("attvalue", {"for": name, "value": value})

    def color(self, color: str) -> None:
        r, g, b = bytes.fromhex(color.removeprefix("#"))
        self.leaf("viz:color", {"r": str(r), "g": str(g), "b": str(b)})


def _quoted(attributes: Mapping[str, str]) -> str:
    return "".join(f" {name}={saxutils.quoteattr(escape.xml(value))}" for name, value in attributes.items())
