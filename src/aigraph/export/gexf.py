"""A graph -> GEXF 1.3 as Gephi reads it: time, kinds of edges, places, colours, and the evidence of every edge."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import BinaryIO
from xml.sax import saxutils

from aigraph import escape
from aigraph.export.details import Value, iso, number, text
from aigraph.export.networks import Drawing, Link, draw
from aigraph.export.networks.attributes import NODE_ATTRIBUTES, Attribute, edge_attributes, edge_values, node_values
from aigraph.export.networks.looks import link_color, node_color, radius
from aigraph.export.options import Options
from aigraph.export.provenance import DESCRIPTION, Provenance, provenance
from aigraph.export.spells import Spell
from aigraph.model import Document, Node
from aigraph.store import Store

_ROOT = {"xmlns": "http://gexf.net/1.3", "xmlns:viz": "http://gexf.net/1.3/viz", "version": "1.3"}
_GRAPH = {"defaultedgetype": "directed", "mode": "dynamic", "timeformat": "date", "timerepresentation": "interval"}
_TYPES = {"double": "double", "integer": "integer"}


def write_gexf(store: Store, options: Options, stream: BinaryIO) -> None:
    """Write a network as GEXF 1.3, UTF-8, node by node and edge by edge; the same graph gives the same bytes.

    Gephi holds one edge per source, target and kind.
    """
    write_drawing(draw(store, options), provenance(store, options), stream)


def write_drawing(drawing: Drawing, source: Provenance, stream: BinaryIO) -> None:
    """Write a drawing as GEXF 1.3."""
    xml = _Writer(stream)
    with xml.element("gexf", _ROOT):
        # The file is as new as the newest article: the clock has no say in it.
        with xml.element("meta", {"lastmodifieddate": source.last} if len(source.last) == len("2025-06-30") else {}):
            xml.text("creator", source.generator)
            xml.text("description", f"{DESCRIPTION}. {source.line}")
        with xml.element("graph", _GRAPH):
            xml.columns("node", NODE_ATTRIBUTES)
            xml.columns("edge", edge_attributes())
            with xml.element("nodes"):
                for node in drawing.nodes:
                    _write_node(xml, node)
            with xml.element("edges"):
                for link in drawing.links():
                    _write_edge(xml, link, drawing.documents)
    xml.end()


def _write_node(xml: _Writer, node: Node) -> None:
    with xml.element("node", {"id": node.entity.id, "label": node.entity.label}):
        xml.values(node_values(node))
        xml.color(node_color(node))
        xml.leaf("viz:position", {"x": number(node.x), "y": number(node.y)})
        xml.leaf("viz:size", {"value": number(radius(node))})


def _write_edge(xml: _Writer, link: Link, documents: Mapping[str, Document]) -> None:
    attributes = {
        "id": link.id,
        "source": link.source.id,
        "target": link.target.id,
        "kind": link.kind,
        "label": link.label,
        "weight": number(link.weight),
    }
    one = link.spells[0] if len(link.spells) == 1 else None
    with xml.element("edge", attributes | (_time(one) if one else {})):
        xml.values(edge_values(link, documents))
        if not one and link.spells:
            with xml.element("spells"):
                for spell in link.spells:
                    xml.leaf("spell", _time(spell))
        xml.color(link_color(link))


def _time(spell: Spell) -> dict[str, str]:
    return {name: day for name, day in zip(("start", "end"), map(iso, spell), strict=True) if day}


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

    def columns(self, of: str, columns: Sequence[Attribute]) -> None:
        with self.element("attributes", {"class": of, "mode": "static"}):
            for column in columns:
                self.leaf(
                    "attribute",
                    {"id": column.name, "title": column.name, "type": _TYPES.get(column.type, "string")},
                )

    def values(self, values: Mapping[str, Value]) -> None:
        with self.element("attvalues"):
            for name, value in values.items():
                self.leaf("attvalue", {"for": name, "value": text(value)})

    def color(self, color: str) -> None:
        r, g, b = bytes.fromhex(color.removeprefix("#"))
        self.leaf("viz:color", {"r": str(r), "g": str(g), "b": str(b)})


def _quoted(attributes: Mapping[str, str]) -> str:
    return "".join(f" {name}={saxutils.quoteattr(escape.xml(value))}" for name, value in attributes.items())
