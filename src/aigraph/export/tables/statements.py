"""The table of statements: all that the articles say together, denials and refutations included."""

from __future__ import annotations

from collections.abc import Iterator

from aigraph.export.articles import Articles
from aigraph.export.details import facts
from aigraph.export.options import Options
from aigraph.export.tables.said import DESCRIPTIONS, said
from aigraph.export.tables.table import Column, Row, Table, cell
from aigraph.store import Store

# One statement stands in one place; edges can hold several.
_SAID = tuple(column for column in said() if column.name not in ("statement", "standing"))


def _rows(store: Store, _options: Options) -> Iterator[Row]:
    documents = Articles(store)
    for statement in store.statements():
        one, other, known = statement.subject, statement.object, facts((statement,), documents)
        yield (
            statement.id,
            *(one.id, one.label, one.type, statement.relation, other.id, other.label, other.type),
            statement.status.value,
            *(cell(known[column.name], column.type) for column in _SAID),
            *(statement.reasons or None, statement.conflicts or None, statement.outcomes or None),
        )


STATEMENTS = Table(
    "statements",
    {"en": "Statements", "fr": "Énoncés"},
    "What the articles say together, one row a statement; what is denied or refuted, too: see modality and standing.",
    (
        Column("statement", "the id of the statement"),
        Column("subject_id", "the id of whom it is about"),
        Column("subject", "whom it is about"),
        Column("subject_type", "the class of the subject"),
        Column("relation", "what it says, as a relation of the ontology"),
        Column("object_id", "the id of what it says it of"),
        Column("object", "what it says it of"),
        Column("object_type", "the class of the object"),
        Column("standing", DESCRIPTIONS["standing"]),
        *_SAID,
        Column("reasons", "why it stands where it does", "list"),
        Column("conflicts", "the ids of the contradictions that it has a part in", "list"),
        Column("outcomes", "the ids of the statements that tell what became of it", "list"),
    ),
    _rows,
    references={"subject_id": "entities", "object_id": "entities"},
)
"""One row a statement."""
