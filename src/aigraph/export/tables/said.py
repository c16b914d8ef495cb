"""The columns that tell what statements say, with a description each: for every table that has them."""

from __future__ import annotations

from collections.abc import Mapping

from aigraph.export.details import column_type, columns
from aigraph.export.tables.table import Column
from aigraph.vocabulary import vocabulary

_TYPES = {"strings": "list", "double": "number"}

DESCRIPTIONS: Mapping[str, str] = {
    "statement": "the ids of the statements",
    "standing": "where it stands once all evidence is read: accepted, disputed, unconfirmed, refuted, superseded",
    "modality": "how its sources commit themselves, at the strongest: asserted, reported, rumoured, planned, denied",
    "confidence": "how sure it is, from 0 to 1",
    "sources": "on how many independent sources it rests",
    "start_earliest": "the first day on which it may have begun, by all dates",
    "start_latest": "the last day on which it may have begun, by all dates",
    "end_earliest": "the first day on which it may have ended, by all dates",
    "end_latest": "the last day on which it may have ended, by all dates",
    "sentence": "the sentences that prove it",
    "article": "the titles of their articles",
    "url": "the addresses of their articles",
    "publisher": "the publishers of their articles",
    "published": "when the articles were published, as precisely as is known",
    "rule": "the rules that read the sentences",
    "attributed_to": "whom the sentences give as the source",
    "people": "whom an edge between two others is about",
    "start_date": "the first day on which the edge holds",
    "end_date": "the last day on which the edge holds",
    "year": "the year in which the edge begins, or else ends",
    "type": "the class in the ontology",
    "aliases": "the other names in the articles",
    "wikidata": "the ids in Wikidata",
    "degree": "how many edges it has",
    "degree_in": "how many edges lead to it",
    "degree_out": "how many edges lead from it",
    "weight_in": "what the edges that lead to it weigh together",
    "weight_out": "what the edges that lead from it weigh together",
    "first_year": "the year of the earliest start that is known of its edges",
    "last_year": "the year of the latest start or end that is known of its edges",
    "parent": "the id of the organisation that a unit belongs to",
}


def said() -> tuple[Column, ...]:
    """Return the columns of `details.facts`, under the same names."""
    return tuple(column(name, column_type(name)) for name in columns())


def column(name: str, type: str) -> Column:
    """Return the column of a fact or of a network's attribute, which has `_value` after a name that is taken."""
    said, of = name.removesuffix("_value"), _TYPES.get(type, type)
    if qualifier := vocabulary().qualifiers.get(said):
        kind = "date, as precisely as is known" if qualifier.kind == "date" else qualifier.kind
        choices = f": {', '.join(qualifier.choices)}" if qualifier.choices else ""
        return Column(name, f"{qualifier.labels['en']} ({kind}{choices})", of)
    return Column(name, DESCRIPTIONS.get(said, said.replace("_", " ")), of)
