"""A graph -> GEXF 1.3 as Gephi reads it: time, kinds of edges, places, colours, and the evidence of every edge."""

from __future__ import annotations

import io
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import IO, BinaryIO

from aigraph import escape
from aigraph.export.articles import Articles
from aigraph.export.details import Value, iso, number, text
from aigraph.export.networks import Link, links
from aigraph.export.networks.attributes import NODE_ATTRIBUTES, Attribute, edge_attributes, edge_values, node_values
from aigraph.export.networks.drawing import Census, Spot
from aigraph.export.networks.looks import link_color, node_color
from aigraph.export.options import Options
from aigraph.export.provenance import DESCRIPTION, Provenance, provenance
from aigraph.export.spells import OPEN, Spell
from aigraph.model import Document
from aigraph.store import Store

_ROOT = {"xmlns": "http://gexf.net/1.3", "xmlns:viz": "http://gexf.net/1.3/viz", "version": "1.3"}
_GRAPH = {"defaultedgetype": "directed", "mode": "dynamic", "timeformat": "date", "timerepresentation": "interval"}
_TYPES = {"boolean": "boolean", "double": "double", "integer": "integer"}
# So many bytes of edges need no file beside the one that is written.
_IN_MEMORY = 1 << 24
_RELATION = Attribute("relation", "string")
# What an edge is that someone adds in Gephi: no article says it. Each edge of ours says itself what it is.
_DEFAULTS = {"standing": "unconfirmed", "confidence": "0", "sources": "0"}


def write_gexf(store: Store, options: Options, stream: BinaryIO) -> None:
    """Write a network as GEXF 1.3, UTF-8, node by node and edge by edge; the same graph gives the same bytes.

    Gephi makes one edge of those with the same source, target and kind: the second that leads the same way is of the
    kind "move 2", and so on. The attribute `relation` has the kind without the number.
    """
    census = Census()

    def counted() -> Iterator[Link]:
        for link in links(store, options):
            census.count(link)
            yield link

    write_network(
        counted(),
        lambda: census.spots(store.lookup.entity),
        documents=Articles(store),
        source=provenance(store, options),
        stream=stream,
    )


def write_network(
    links: Iterable[Link],
    nodes: Callable[[], Iterable[Spot]],
    *,
    documents: Mapping[str, Document],
    source: Provenance,
    stream: BinaryIO,
) -> None:
    """Write edges and their nodes, which are asked for when all edges have gone by."""
    # Nodes come before edges, and are known after them.
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as spool:
        xml = _Writer(spool)
        for link in links:
            _write_edge(xml, link, documents)
        xml.end()
        spool.seek(0)
        _write(nodes(), spool, source, stream)


def _write(nodes: Iterable[Spot], edges: IO[bytes], source: Provenance, stream: BinaryIO) -> None:
    xml = _Writer(stream)
    xml.out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    with xml.element("gexf", _ROOT):
        # The file is as new as the newest article: the clock has no say in it.
        with xml.element("meta", {"lastmodifieddate": source.last} if len(source.last) == len("2025-06-30") else {}):
            xml.text("creator", source.generator)
            xml.text("description", f"{DESCRIPTION}. {source.line}")
        with xml.element("graph", _GRAPH):
            _write_attributes(xml, "node", NODE_ATTRIBUTES, {})
            _write_attributes(xml, "edge", (_RELATION, *edge_attributes()), _DEFAULTS)
            with xml.element("nodes"):
                for node in nodes:
                    _write_node(xml, node)
            with xml.element("edges"):
                xml.out.flush()
                shutil.copyfileobj(edges, stream)
    xml.end()


def _write_attributes(xml: _Writer, of: str, attributes: Iterable[Attribute], defaults: Mapping[str, str]) -> None:
    with xml.element("attributes", {"class": of, "mode": "static"}):
        for attribute in attributes:
            # Gephi drops a column of addresses that is not of strings.
            kind = _TYPES.get(attribute.type, "string")
            with xml.element("attribute", {"id": attribute.name, "title": attribute.name, "type": kind}):
                if attribute.name in defaults:
                    xml.text("default", defaults[attribute.name])


def _write_node(xml: _Writer, node: Spot) -> None:
    with xml.element("node", {"id": node.entity.id, "label": node.entity.label, **_time(node.spell)}):
        xml.values(node_values(node))
        xml.out.write(_color(node_color(node)))
        xml.leaf("viz:position", {"x": number(node.x), "y": number(node.y)})
        xml.leaf("viz:size", {"value": number(node.radius)})


def _write_edge(xml: _Writer, link: Link, documents: Mapping[str, Document]) -> None:
    attributes = {
        "id": link.id,
        "source": link.source.id,
        "target": link.target.id,
        "kind": link.kind_apart,
        "label": link.label,
        "weight": number(link.weight),
    }
    one = link.spells[0] if len(link.spells) == 1 else OPEN
    with xml.element("edge", attributes | _time(one)):
        xml.values({"relation": link.kind, **edge_values(link, documents)})
        if len(link.spells) > 1:
            with xml.element("spells"):
                for spell in link.spells:
                    xml.leaf("spell", _time(spell))
        xml.out.write(_color(link_color(link)))


def _time(spell: Spell) -> dict[str, str]:
    return {name: day for name, day in zip(("start", "end"), map(iso, spell), strict=True) if day}


@cache
def _color(color: str) -> str:
    r, g, b = bytes.fromhex(color.removeprefix("#"))
    return f'<viz:color r="{r}" g="{g}" b="{b}"/>\n'


class _Writer:
    """XML 1.0 in UTF-8 on a binary stream, a line for each tag; every text goes through `escape.xml_text`."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.out = io.TextIOWrapper(stream, encoding="utf-8", newline="\n")

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
        self.out.write(f"<{name}>{escape.xml_text(text)}</{name}>\n")

    def values(self, values: Mapping[str, Value]) -> None:
        lines = "".join([f'<attvalue for="{k}" value="{escape.xml_text(text(v))}"/>\n' for k, v in values.items()])
        self.out.write(f"<attvalues>\n{lines}</attvalues>\n")


def _quoted(attributes: Mapping[str, str]) -> str:
    return "".join([f' {name}="{escape.xml_text(value)}"' for name, value in attributes.items()])
