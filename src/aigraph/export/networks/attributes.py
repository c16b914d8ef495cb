"""What the nodes and edges of every network file carry beside their ids, labels, kinds and weights, with its types."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from aigraph.export.details import Value, column_type, columns, iso, known
from aigraph.export.networks.drawing import Spot
from aigraph.export.networks.link import Link
from aigraph.model import Document

# Names that programs give to parts of an edge itself.
_TAKEN = frozenset({"end", "id", "kind", "label", "source", "start", "target", "timeset", "type", "weight"})


@dataclass(frozen=True, slots=True)
class Attribute:
    """A column of nodes or edges; `type` is "string", "strings" (a list), "integer", "double", "boolean" or "date"."""

    name: str
    type: str


NODE_ATTRIBUTES = (
    Attribute("type", "string"),
    Attribute("aliases", "strings"),
    Attribute("wikidata", "strings"),
    Attribute("parent", "string"),
    Attribute("degree", "integer"),
    Attribute("degree_in", "integer"),
    Attribute("degree_out", "integer"),
    Attribute("weight_in", "double"),
    Attribute("weight_out", "double"),
    Attribute("first_year", "integer"),
    Attribute("last_year", "integer"),
)
"""What a node carries."""


@cache
def edge_attributes() -> tuple[Attribute, ...]:
    """Return what an edge carries: what its statements say, whom it is about, and its time as plain values."""
    said = (Attribute(_free(column), column_type(column)) for column in columns())
    people = (Attribute("people", "strings"),)
    time = (Attribute("start_date", "date"), Attribute("end_date", "date"), Attribute("year", "integer"))
    return *said, *people, *time


def node_values(node: Spot) -> dict[str, Value]:
    """Return what is known of a node."""
    entity = node.entity
    values: dict[str, Value] = {
        "type": entity.type,
        "aliases": entity.aliases,
        "wikidata": entity.same_as,
        "parent": entity.parent or "",
        "degree": node.edges_in + node.edges_out,
        "degree_in": node.edges_in,
        "degree_out": node.edges_out,
        "weight_in": node.weight_in,
        "weight_out": node.weight_out,
        "first_year": node.first_year or "",
        "last_year": node.last_year or "",
    }
    return {name: value for name, value in values.items() if value not in ("", ())}


def edge_values(link: Link, documents: Mapping[str, Document]) -> dict[str, Value]:
    """Return what is known of an edge; `start_date` is its first day, `end_date` its last, `year` when it began."""
    said = known(link.statements, documents, link.bounds)
    values: dict[str, Value] = {_free(name): value for name, value in said.items()}
    if link.people:
        values["people"] = tuple(person.label for person in link.people)
    if link.roles:
        values["role"] = link.roles
    if link.spells:
        start, end = iso(link.spells[0][0]), iso(link.spells[-1][1])
        if start:
            values |= {"start_date": start, "year": int(start[:4])}
        if end:
            values["end_date"] = end
    return values


def _free(column: str) -> str:
    return f"{column}_value" if column in _TAKEN else column
