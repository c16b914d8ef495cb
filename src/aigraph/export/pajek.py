"""A network -> Pajek's .net: names, places, kinds and weights; the format has no room for the evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from aigraph import escape
from aigraph.export.details import number
from aigraph.export.networks import Drawing, Link, draw
from aigraph.export.networks.drawing import Spot
from aigraph.export.options import Options
from aigraph.export.provenance import DESCRIPTION, Provenance, provenance
from aigraph.model import Entity, Modality
from aigraph.store import Store

# A label ends at a quote, a vertex at the end of a line, and some readers know a backslash: their wide forms stand in.
_SAFE = str.maketrans({'"': "＂", "\\": "＼", "\n": " ", "\r": " "})
_MARGIN = 0.05


def write_pajek(store: Store, options: Options, stream: BinaryIO) -> None:
    """Write a network as a Pajek network, UTF-8 with a mark at its start, by which Pajek knows it."""
    drawing, source = draw(store, options), provenance(store, options)
    stream.writelines(f"{line}\r\n".encode() for line in _lines(drawing, source))


def _lines(drawing: Drawing, source: Provenance) -> Iterator[str]:
    yield "\ufeff*Network aigraph"
    yield f"% {escape.xml(f'{DESCRIPTION}. {source.line}')}"
    yield f"*Vertices {len(drawing.nodes)}"
    numbers = {node.entity.id: place for place, node in enumerate(drawing.nodes, start=1)}
    for node, label, (x, y) in zip(drawing.nodes, unmistakable(drawing.nodes), _places(drawing.nodes), strict=True):
        yield f"{numbers[node.entity.id]} {quoted(label)} {number(x)} {number(y)} {_shape(node.entity)}"
    # One part for all kinds: most programs read no more than one.
    yield "*Arcs"
    for link in drawing.links():
        ends = f"{numbers[link.source.id]} {numbers[link.target.id]}"
        yield f"{ends} {number(link.weight)} l {quoted(_kind(link))} p {'Solid' if _is_said(link) else 'Dots'}"


def unmistakable(nodes: Sequence[Spot]) -> list[str]:
    """Return the labels of the nodes, with the id where two are called the same: many programs know only labels."""
    labels = [escape.xml(node.entity.label) for node in nodes]
    bearers = Counter(map(quoted, labels))
    return [
        label if bearers[quoted(label)] == 1 else f"{label} ({node.entity.id})"
        for node, label in zip(nodes, labels, strict=True)
    ]


def quoted(text: str) -> str:
    """Return text as a label of Pajek, which has no way to write a quote inside: it becomes a wide one.

    >>> quoted('the "Superintelligence" team')
    '"the ＂Superintelligence＂ team"'
    """
    return f'"{escape.xml(text).translate(_SAFE)}"'


def _places(nodes: Sequence[Spot]) -> Iterator[tuple[float, float]]:
    """Yield the places in Pajek's window, which is 1 wide and high; y runs down."""
    if not nodes:
        return
    xs, ys = [node.x for node in nodes], [node.y for node in nodes]
    left, top = min(xs), min(ys)
    extent = max(max(xs) - left, max(ys) - top, 1.0) / (1 - 2 * _MARGIN)
    yield from ((_MARGIN + (x - left) / extent, _MARGIN + (y - top) / extent) for x, y in zip(xs, ys, strict=True))


def _kind(link: Link) -> str:
    return link.kind if _is_said(link) else f"{link.kind} ({link.modality})"


def _is_said(link: Link) -> bool:
    return link.modality in (Modality.ASSERTED, Modality.REPORTED)


def _shape(entity: Entity) -> str:
    return {"Person": "ellipse", "Organization": "box"}.get(entity.type, "diamond")
