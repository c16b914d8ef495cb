"""A graph -> GEXF 1.3 as Gephi reads it: time, kinds of edges, places, colours, and the evidence of every edge."""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import BinaryIO
from xml.sax import saxutils

from aigraph import escape
from aigraph.export.details import columns, details, iso, joined, number
from aigraph.export.networks import Drawing, Link, draw
from aigraph.export.options import Options
from aigraph.export.provenance import DESCRIPTION, Provenance, provenance
from aigraph.export.spells import Spell
from aigraph.model import Document, Node
from aigraph.store import Store
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
            xml.columns("node", _NODE_COLUMNS)
            xml.columns("edge", [_attribute(name) for name in columns()] + list(_PLAIN_TIME))
            with xml.element("nodes"):
                for node in drawing.nodes:
                    _write_node(xml, node)
            with xml.element("edges"):
                for link in drawing.links():
                    _write_edge(xml, link, drawing.documents)
    xml.end()


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


def _write_edge(xml: _Writer, link: Link, documents: Mapping[str, Document]) -> None:
    values = {_attribute(name): value for name, value in details(link.statements, documents).items()}
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
        xml.values(values | _plain_time(link.spells))
        if not one and link.spells:
            with xml.element("spells"):
                for spell in link.spells:
                    xml.leaf("spell", _time(spell))
        xml.color(vocabulary().relations[link.statements[0].relation].color)


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
