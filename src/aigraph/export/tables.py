"""Statements -> tables of comma-separated values: nodes and edges under Gephi's headers, and one row per claim.

UTF-8, RFC 4180. No cell starts a formula: see `escape.csv_cell`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import BinaryIO

from aigraph.escape import csv_cell
from aigraph.export.details import columns, details, joined, number, weight
from aigraph.export.options import Options
from aigraph.model import Claim, Document, Entity, Modality, Statement, Status
from aigraph.store import Store

_NODE_HEADERS = ("Id", "Label", "Type", "Aliases", "Wikidata", "Parent")
_EDGE_HEADERS = ("Source", "Target", "Type", "Kind", "Weight", "subject", "relation", "object")
_CLAIM_HEADERS = (
    *("statement", "claim", "subject", "relation", "object", "modality", "confidence", "attributed_to"),
    *("document", "start", "end", "sentence", "rule", "article", "url", "publisher", "published"),
)
# The most that a cell of the common spreadsheets holds.
_CELL_CHARS = 32_767


def write_nodes(store: Store, _options: Options, stream: BinaryIO) -> None:
    """Write one row for each entity that the statements name, by id."""
    entities = sorted(_entities(store.statements()).values(), key=lambda entity: entity.id)
    rows = ((e.id, e.label, e.type, joined(e.aliases), joined(e.same_as), e.parent or "") for e in entities)
    _write(_NODE_HEADERS, rows, stream)


def write_edges(store: Store, _options: Options, stream: BinaryIO) -> None:
    """Write one row for each statement, with all that is known of it.

    A statement that is denied or refuted is of a kind of its own, so that no tool draws it as the fact. A cell that
    holds more than a spreadsheet can is cut ("…"); `write_evidence` gives every sentence its row.
    """
    documents = store.documents()
    rows = (
        (
            *(statement.subject.id, statement.object.id, "Directed", _kind(statement), number(weight(statement))),
            *(statement.subject.label, statement.relation, statement.object.label),
            *details([statement], documents).values(),
        )
        for statement in _in_order(store.statements())
    )
    _write((*_EDGE_HEADERS, *columns()), rows, stream)


def write_evidence(store: Store, _options: Options, stream: BinaryIO) -> None:
    """Write one row for each claim, as its article words it; `start` and `end` count code points of the article."""
    documents = store.documents()
    rows = (
        _claim_row(statement, claim, documents[claim.evidence.document])
        for statement in _in_order(store.statements())
        for claim in sorted(statement.claims, key=lambda c: (c.evidence.document, c.evidence.span, c.id))
    )
    _write(_CLAIM_HEADERS, rows, stream)


def _claim_row(statement: Statement, claim: Claim, article: Document) -> tuple[str, ...]:
    evidence = claim.evidence
    return (
        *(statement.id, claim.id, claim.subject.name, claim.relation, claim.object.name, claim.modality),
        *(number(claim.confidence), claim.attributed_to or "", evidence.document),
        *(str(evidence.span.start), str(evidence.span.end), evidence.quote, evidence.rule),
        *(article.name, article.url or "", article.publisher or "", article.published or ""),
    )


def _in_order(statements: Iterable[Statement]) -> list[Statement]:
    return sorted(statements, key=lambda s: (s.subject.id, s.relation, s.object.id, s.id))


def _entities(statements: Iterable[Statement]) -> dict[str, Entity]:
    """Return the ends of the statements, and the entities that only a qualifier names, by id."""
    ends: dict[str, Entity] = {}
    named: dict[str, Entity] = {}
    for statement in statements:
        ends |= {entity.id: entity for entity in (statement.subject, statement.object)}
        named |= {q.value: Entity(q.value, q.type, q.text) for q in statement.qualifiers if q.type}
    return named | ends


def _kind(statement: Statement) -> str:
    if statement.modality is Modality.DENIED:
        return f"{statement.relation} (denied)"
    return f"{statement.relation} (refuted)" if statement.status is Status.REFUTED else statement.relation


def _write(headers: Sequence[str], rows: Iterable[Sequence[str]], stream: BinaryIO) -> None:
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow(headers)
    writer.writerows([csv_cell(_cut(cell)) for cell in row] for row in rows)
    text.detach()


def _cut(cell: str) -> str:
    return cell if len(cell) < _CELL_CHARS else cell[: _CELL_CHARS - 2] + "…"
