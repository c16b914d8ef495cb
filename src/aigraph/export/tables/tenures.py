"""The table of tenures: who was where, from when to when, as far as all articles together tell."""

from __future__ import annotations

from collections.abc import Iterator

from aigraph.export.options import Options
from aigraph.export.tables.table import Column, Row, Table
from aigraph.store import Store


def _rows(store: Store, _options: Options) -> Iterator[Row]:
    for tenure in store.tenures():
        bounds = (tenure.start_earliest, tenure.start_latest, tenure.end_earliest, tenure.end_latest)
        yield (
            *(tenure.id, tenure.person.id, tenure.person.label, tenure.organization.id, tenure.organization.label),
            *(tenure.rank, tenure.current, tenure.roles or None),
            *(bound.day for bound in bounds),
            *(bound.reason or None for bound in bounds),
            tenure.statements or None,
        )


_BOUNDS = {
    "start_earliest": "the first day on which it may have begun",
    "start_latest": "the last day on which it may have begun",
    "end_earliest": "the first day on which it may have ended",
    "end_latest": "the last day on which it may have ended",
}

TENURES = Table(
    "tenures",
    {"en": "Stays of people at organisations", "fr": "Passages de personnes dans des organisations"},
    "Who was where, from when to when: four bounds for each stay, and the reason of each.",
    (
        Column("tenure", "the id of the stay"),
        Column("person_id", "the id of the person"),
        Column("person", "the person"),
        Column("organization_id", "the id of the organisation"),
        Column("organization", "the organisation"),
        Column("rank", "its place in the person's career, from 0", "integer"),
        Column("current", "whether an article calls it current and none ends it", "boolean"),
        Column("roles", "what the person did there", "list"),
        *(Column(name, description, "date") for name, description in _BOUNDS.items()),
        *(Column(f"{name}_reason", f"why: {description}") for name, description in _BOUNDS.items()),
        Column("statements", "the ids of the statements that it rests on", "list"),
    ),
    _rows,
    references={"person_id": "entities", "organization_id": "entities"},
)
"""One row a stay."""
