"""A network -> JSON as Cytoscape, Cytoscape.js and NetworkX read it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO

from aigraph.export.details import Value
from aigraph.export.networks import Drawing, Link, draw
from aigraph.export.networks.attributes import edge_values, node_values
from aigraph.export.networks.drawing import Spot
from aigraph.export.networks.looks import link_color, node_color
from aigraph.export.options import Options
from aigraph.export.provenance import DESCRIPTION, Provenance, provenance
from aigraph.model import Document
from aigraph.store import Store

_VERSIONS = {"format_version": "1.0", "target_cytoscapejs_version": "~2.1"}


def write_cytoscape(store: Store, options: Options, stream: BinaryIO) -> None:
    """Write a network as Cytoscape JSON, UTF-8, a line for each node and edge; the same graph gives the same bytes."""
    drawing, source = draw(store, options), provenance(store, options)
    # What UTF-8 cannot hold becomes an escape, which JSON reads.
    stream.writelines(f"{line}\n".encode("utf-8", "backslashreplace") for line in _lines(drawing, source))


def _lines(drawing: Drawing, source: Provenance) -> Iterator[str]:
    head = {**_VERSIONS, "generated_by": source.generator, "directed": True, "multigraph": True}
    yield "{"
    for name, value in {**head, "data": _about(source)}.items():
        yield f"{_json(name)}: {_json(value)},"
    yield '"elements": {'
    yield from _array("nodes", map(_node, drawing.nodes))
    yield ","
    yield from _array("edges", (_edge(link, drawing.documents) for link in drawing.links()))
    yield "}"
    yield "}"


def _array(name: str, elements: Iterable[object]) -> Iterator[str]:
    yield f"{_json(name)}: ["
    comma = ""
    for element in elements:
        yield comma + _json(element)
        comma = ","
    yield "]"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _about(source: Provenance) -> dict[str, Value]:
    return {
        "name": "aigraph",
        "description": DESCRIPTION,
        "provenance": source.sentence,
        "licence": source.licence,
        "publishers": source.publishers,
    }


def _node(node: Spot) -> dict[str, object]:
    entity = node.entity
    # `value` is what NetworkX, `name` what Cytoscape, `label` what most styles call a node.
    names = {"id": entity.id, "value": entity.id, "name": entity.label, "label": entity.label}
    # A `parent` would be drawn as a box around the node.
    said = {"parent_id" if name == "parent" else name: value for name, value in node_values(node).items()}
    looks = {"size": round(node.radius, 3), "color": node_color(node)}
    return {"data": {**names, **said, **looks}, "position": {"x": node.x, "y": node.y}}


def _edge(link: Link, documents: Mapping[str, Document]) -> dict[str, object]:
    ends = {"id": link.id, "key": link.id, "source": link.source.id, "target": link.target.id}
    # `interaction` is what Cytoscape calls a kind, `key` what keeps parallel edges apart in NetworkX.
    own = {"interaction": link.kind, "kind": link.kind, "name": link.label, "label": link.label}
    said = edge_values(link, documents)
    return {"data": {**ends, **own, "weight": round(link.weight, 3), **said, "color": link_color(link)}}
