"""The table of flows: how many people went from each organisation to each other."""

from __future__ import annotations

from collections.abc import Iterator

from aigraph.export.options import Options
from aigraph.export.tables.entities import named
from aigraph.export.tables.table import Column, Row, Table
from aigraph.fuse import flows
from aigraph.store import Store


def _rows(store: Store, _options: Options) -> Iterator[Row]:
    found = flows(store.statements())
    labels = {key: entity.label for key, entity in named(store.statements()).items()}
    for (origin, destination), flow in sorted(found.items(), key=lambda item: (-len(item[1].people), item[0])):
        yield (
            *(origin or None, labels.get(origin), destination or None, labels.get(destination)),
            *(len(flow.people), len({claim.evidence.document for claim in flow.claims.values()})),
            *(tuple(sorted(flow.people.values())), tuple(sorted(flow.statements))),
        )


FLOWS = Table(
    "flows",
    {"en": "Flows between organisations", "fr": "Flux entre organisations"},
    "How many people went from where to where, by accepted moves and departures. It counts what the articles tell, "
    "which is a sample. An end that a statement does not tell is empty: the same people may be in another row.",
    (
        Column("origin_id", "the id of the organisation that they left"),
        Column("origin", "the organisation that they left"),
        Column("destination_id", "the id of the organisation that they went to"),
        Column("destination", "the organisation that they went to"),
        Column("people", "how many people", "integer"),
        Column("articles", "in how many articles", "integer"),
        Column("who", "their names", "list"),
        Column("statements", "the ids of the statements", "list"),
    ),
    _rows,
    key=0,
    references={"origin_id": "entities", "destination_id": "entities"},
)
"""One row for those who went from one organisation to another."""
