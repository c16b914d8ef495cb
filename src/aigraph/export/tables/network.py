"""The tables of a network, nodes and edges, under the headers that Gephi knows."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from aigraph.export.articles import Articles
from aigraph.export.details import Value
from aigraph.export.networks import draw, links
from aigraph.export.networks.attributes import NODE_ATTRIBUTES, Attribute, edge_attributes, edge_values, node_values
from aigraph.export.options import Options
from aigraph.export.spells import OPEN, Spell
from aigraph.export.tables.said import column
from aigraph.export.tables.table import Column, Row, Table, cell
from aigraph.store import Store
from aigraph.vocabulary import vocabulary

_TAKES = frozenset({"network", "parallel"})
_NODE_COLUMNS = tuple(column(attribute.name, attribute.type) for attribute in NODE_ATTRIBUTES)


def _is_time(attribute: Attribute) -> bool:
    qualifier = vocabulary().qualifiers.get(attribute.name.removesuffix("_value"))
    return attribute.type == "date" or attribute.name == "published" or (qualifier and qualifier.kind) == "date"


# A column that holds days and nothing else makes Gephi give up on its time line: intervals say the same.
_EDGE_COLUMNS = tuple(column(one.name, one.type) for one in edge_attributes() if not _is_time(one))


def _nodes(store: Store, options: Options) -> Iterator[Row]:
    for node in draw(store, options).nodes:
        yield node.entity.id, node.entity.label, *_cells(node_values(node), _NODE_COLUMNS), node.x, node.y


def _edges(store: Store, options: Options) -> Iterator[Row]:
    documents = Articles(store)
    for link in links(store, options):
        yield (
            *(link.id, link.source.id, link.target.id, "Directed", link.kind, link.label, link.weight),
            *(_timeset(link.spells), link.source.label, link.target.label),
            _interval(link.bounds.start_earliest, link.bounds.start_latest),
            _interval(link.bounds.end_earliest, link.bounds.end_latest),
            *_cells(edge_values(link, documents), _EDGE_COLUMNS),
        )


def _cells(values: dict[str, Value], columns: tuple[Column, ...]) -> Row:
    return tuple(cell(values.get(column.name, ""), column.type) for column in columns)


def _interval(first: datetime.date | None, last: datetime.date | None) -> str | None:
    return f"{first or '..'}/{last or '..'}" if first or last else None


def _timeset(spells: tuple[Spell, ...]) -> str | None:
    r"""Return spells as Gephi reads them from a table.

    >>> _timeset(((datetime.date(2015, 1, 1), datetime.date.max),))
    '<[2015-01-01, Infinity]>'
    """
    if not spells:
        return None
    named = {OPEN[0]: "-Infinity", OPEN[1]: "Infinity"}
    return f"<{'; '.join(f'[{named.get(a, a)}, {named.get(b, b)}]' for a, b in spells)}>"


NODES = Table(
    "nodes",
    {"en": "Nodes of a network", "fr": "Nœuds d'un réseau"},
    "The nodes of the network that was asked for, for Gephi and other tools.",
    (
        Column("Id", "the id of the entity"),
        Column("Label", "what it is called"),
        *_NODE_COLUMNS,
        Column("x", "its place in a picture, from left to right", "number"),
        Column("y", "its place in a picture, from top to bottom", "number"),
    ),
    _nodes,
    takes=_TAKES,
)
"""One row a node."""

EDGES = Table(
    "edges",
    {"en": "Edges of a network", "fr": "Liens d'un réseau"},
    "The edges of the network that was asked for, for Gephi and other tools; what is denied or refuted is not drawn.",
    (
        Column("Id", "the id of the edge"),
        Column("Source", "the id of the node that it leads from"),
        Column("Target", "the id of the node that it leads to"),
        Column("Type", 'always "Directed"'),
        Column("Kind", 'the relation, or "from" where the edge leads from the origin of a move'),
        Column("Label", "the relation, in words"),
        Column("Weight", "how much the edge pulls its ends together, above 0", "number"),
        Column("Timeset", "when it holds, as Gephi's time line reads it"),
        Column("source_label", "what the node is called that it leads from"),
        Column("target_label", "what the node is called that it leads to"),
        Column("started", "the first and the last day on which it may have begun (ISO 8601, .. where it is open)"),
        Column("ended", "the first and the last day on which it may have ended"),
        *_EDGE_COLUMNS,
    ),
    _edges,
    references={"Source": "nodes", "Target": "nodes"},
    takes=_TAKES,
)
"""One row an edge."""
