"""A network -> GraphML, for Cytoscape, yEd, igraph, NetworkX and whatever else reads it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import BinaryIO

from aigraph.escape import xml_text
from aigraph.export.details import Value, text
from aigraph.export.networks import Drawing, Link, draw
from aigraph.export.networks.attributes import NODE_ATTRIBUTES, Attribute, edge_attributes, edge_values, node_values
from aigraph.export.networks.drawing import Spot
from aigraph.export.networks.looks import link_color, node_color
from aigraph.export.options import Options
from aigraph.export.provenance import DESCRIPTION, Provenance, provenance
from aigraph.store import Store

_ROOT = """\
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">"""
_TYPES = {"integer": "int", "double": "double", "boolean": "boolean"}

# Gephi finds label, place, size, colour and weight under these names.
_LABEL, _COLOR = Attribute("label", "string"), Attribute("color", "string")
_PLACE = (Attribute("x", "double"), Attribute("y", "double"), Attribute("size", "double"))
_OWN = (Attribute("kind", "string"), Attribute("weight", "double"))


def write_graphml(store: Store, options: Options, stream: BinaryIO) -> None:
    """Write a network as GraphML, UTF-8, node by node and edge by edge; the same graph gives the same bytes.

    The description of the whole document says where it comes from: Gephi warns of anything else that is said of a
    whole graph. An edge has its kind as its attribute `label`, too, where Gephi and Neo4j look for it; the schema has
    no such attribute, and no slashes in ids.
    """
    drawing, source = draw(store, options), provenance(store, options)
    stream.writelines(f"{line}\n".encode() for line in _lines(drawing, source))


def _lines(drawing: Drawing, source: Provenance) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield _ROOT
    yield f"<desc>{xml_text(f'{DESCRIPTION}. {source.line}')}</desc>"
    yield from (_key("node", key) for key in (_LABEL, *NODE_ATTRIBUTES, *_PLACE, _COLOR))
    yield from (_key("edge", key) for key in (_LABEL, *_OWN, *edge_attributes(), _COLOR))
    yield '<graph id="aigraph" edgedefault="directed">'
    yield from map(_node, drawing.nodes)
    yield from (_edge(link, edge_values(link, drawing.documents)) for link in drawing.links())
    yield "</graph>"
    yield "</graphml>"


def _key(of: str, key: Attribute) -> str:
    kind = _TYPES.get(key.type, "string")
    return f'<key id="{of}.{key.name}" for="{of}" attr.name="{key.name}" attr.type="{kind}"/>'


def _node(node: Spot) -> str:
    place: dict[str, Value] = {"x": node.x, "y": node.y, "size": node.radius}
    data = {"label": node.entity.label, **node_values(node), **place, "color": node_color(node)}
    return f'<node id="{xml_text(node.entity.id)}">{_data("node", data)}</node>'


def _edge(link: Link, said: Mapping[str, Value]) -> str:
    own = {"id": link.id, "source": link.source.id, "target": link.target.id, "label": link.kind_apart}
    attributes = "".join(f' {name}="{xml_text(value)}"' for name, value in own.items())
    data = {"label": link.label, "kind": link.kind, "weight": link.weight, **said, "color": link_color(link)}
    return f"<edge{attributes}>{_data('edge', data)}</edge>"


def _data(of: str, values: Mapping[str, Value]) -> str:
    return "".join(f'<data key="{of}.{name}">{xml_text(text(value))}</data>' for name, value in values.items())
