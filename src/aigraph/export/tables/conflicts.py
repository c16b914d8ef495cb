"""The table of conflicts: what cannot hold together."""

from __future__ import annotations

from collections.abc import Iterator

from aigraph.export.options import Options
from aigraph.export.tables.table import Column, Row, Table
from aigraph.store import Store


def _rows(store: Store, _options: Options) -> Iterator[Row]:
    for conflict in store.conflicts():
        yield (
            *(conflict.id, conflict.kind, conflict.what, conflict.settle),
            *(conflict.statements or None, conflict.disputed or None, conflict.claims or None),
        )


CONFLICTS = Table(
    "conflicts",
    {"en": "Contradictions", "fr": "Contradictions"},
    "What cannot hold together, and what would settle it.",
    (
        Column("conflict", "the id of the contradiction"),
        Column("kind", "what kind of contradiction it is"),
        Column("what", "what contradicts what"),
        Column("settle", "what would settle it"),
        Column("statements", "the ids of the statements that it concerns", "list"),
        Column("disputed", "the ids of those that cannot stand as long as it is open", "list"),
        Column("claims", "the ids of the claims to be read side by side", "list"),
    ),
    _rows,
)
"""One row a contradiction."""
