"""A network -> tables that `neo4j-admin` imports, with the command that does it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import BinaryIO

from aigraph import escape
from aigraph.export.details import Value, text
from aigraph.export.exporter import folder
from aigraph.export.networks import Link, draw
from aigraph.export.networks.attributes import NODE_ATTRIBUTES, Attribute, edge_attributes, edge_values, node_values
from aigraph.export.networks.drawing import Spot
from aigraph.export.options import Options
from aigraph.export.provenance import DESCRIPTION, provenance
from aigraph.store import Store
from aigraph.vocabulary import vocabulary

# Stands between the items of a list: Neo4j knows no quotes there, and `escape.xml` leaves no such character in a text.
_DELIMITER = "\x1f"
_TYPES = {"strings": "string[]", "integer": "int"}
_WORD = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|\W+")

_PROVENANCE = ("id:ID", ":LABEL", "name", "made", "licence", "publishers:string[]")
_README = """\
{description}.
{line}

nodes.csv, provenance.csv and relationships.csv become a database of Neo4j 5 with this command, given in this folder
while that database is stopped:

neo4j-admin database import full neo4j --nodes=nodes.csv --nodes=provenance.csv --relationships=relationships.csv \
--array-delimiter=U+001F --multiline-fields=true --overwrite-destination

"neo4j" is the name of the database, the only one of the free edition; what it held before is gone afterwards.
The cells are exact, so that a spreadsheet could take one for a formula: for spreadsheets, export nodes and edges.
"""


def relationship_type(kind: str) -> str:
    """Return the kind of an edge as Neo4j users write it.

    >>> relationship_type("movedTo"), relationship_type("unconfirmed move")
    ('MOVED_TO', 'UNCONFIRMED_MOVE')
    """
    return _WORD.sub("_", kind).upper()


def labels(type: str) -> tuple[str, ...]:
    """Return the labels of a class: itself, and those above it.

    >>> labels("Model")
    ('Model', 'Artifact')
    """
    above = (label for parent in vocabulary().parents.get(type, ()) for label in labels(parent))
    return tuple(dict.fromkeys((type, *above)))


def _write_nodes(store: Store, options: Options, stream: BinaryIO) -> None:
    header = ("id:ID", ":LABEL", "name", *map(_header, NODE_ATTRIBUTES))
    _write(header, map(_node, draw(store, options).nodes), stream)


def _node(node: Spot) -> Iterator[Value]:
    entity, values = node.entity, node_values(node)
    yield from (entity.id, labels(entity.type), entity.label)
    yield from (values.get(attribute.name, "") for attribute in NODE_ATTRIBUTES)


def _write_relationships(store: Store, options: Options, stream: BinaryIO) -> None:
    drawing, attributes = draw(store, options), edge_attributes()
    header = (":START_ID", ":END_ID", ":TYPE", "id", "name", "weight:double", *map(_header, attributes))
    rows = (_edge(link, edge_values(link, drawing.documents), attributes) for link in drawing.links())
    _write(header, rows, stream)


def _edge(link: Link, values: Mapping[str, Value], attributes: Sequence[Attribute]) -> Iterator[Value]:
    yield from (link.source.id, link.target.id, relationship_type(link.kind), link.id, link.label, link.weight)
    yield from (values.get(attribute.name, "") for attribute in attributes)


def _write_provenance(store: Store, options: Options, stream: BinaryIO) -> None:
    source = provenance(store, options)
    row = ("provenance", "Provenance", DESCRIPTION, source.sentence, source.licence, source.publishers)
    _write(_PROVENANCE, [row], stream)


def _write_readme(store: Store, options: Options, stream: BinaryIO) -> None:
    source = provenance(store, options)
    stream.write(escape.xml(_README.format(description=DESCRIPTION, line=source.line)).encode())


def _header(attribute: Attribute) -> str:
    return f"{attribute.name}:{_TYPES.get(attribute.type, attribute.type)}"


def _write(header: Sequence[str], rows: Iterable[Iterable[Value]], stream: BinaryIO) -> None:
    out = io.TextIOWrapper(stream, encoding="utf-8", newline="")
    writer = csv.writer(out)
    writer.writerow(header)
    writer.writerows(map(_cell, row) for row in rows)
    out.detach()


def _cell(value: Value) -> str:
    return _DELIMITER.join(map(escape.xml, value)) if isinstance(value, tuple) else escape.xml(text(value))


NEO4J = folder(
    "neo4j",
    "the network for Neo4j: tables that neo4j-admin imports",
    {
        "nodes.csv": _write_nodes,
        "relationships.csv": _write_relationships,
        "provenance.csv": _write_provenance,
        "README.txt": _write_readme,
    },
    takes=frozenset({"network", "parallel"}),
)
"""The format."""
