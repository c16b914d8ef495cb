"""Differences as rows for a reader and as plain data for a program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict

from aigraph.decisions import in_words
from aigraph.diff.changes import (
    ArticleChange,
    Cause,
    Change,
    ConflictChange,
    DecisionChange,
    Detail,
    Diff,
    EntityChange,
    StatementChange,
)
from aigraph.model import Decision, Document, Entity, Modality, Statement

COLUMNS = ("what", "change", "which", "how", "because of")
_OPENED = {Change.ADDED: "opened", Change.GONE: "closed"}
_SIGNS = {Change.ADDED: "+", Change.GONE: "-", Change.REPLACED: "~", Change.CHANGED: "~"}

Row = tuple[str, str, str, str, str]


def rows(found: Diff) -> Iterator[Row]:
    """Yield a row of `COLUMNS` for each difference: what the graph rests on, then what follows."""
    for article in found.articles:
        yield "article", str(article.change), _article(article), _how_article(article), ""
    for decision in found.decisions:
        yield "decision", str(decision.change), in_words(decision.decision), _made(decision.decision), ""
    for entity in found.entities:
        yield "entity", str(entity.change), _listed(entity.old), f"now {_listed(entity.new)}", _because(entity.causes)
    for statement in found.statements:
        yield (
            "statement",
            str(statement.change),
            _said(statement.statement),
            _how(statement),
            _because(statement.causes),
        )
    for conflict in found.conflicts:
        what = conflict.conflict
        yield "conflict", _OPENED[conflict.change], what.kind, what.what, _because(conflict.causes)


def _article(change: ArticleChange) -> str:
    document = change.new or change.old
    return document.name if document else ""


def _how_article(change: ArticleChange) -> str:
    if change.change is Change.REPLACED and change.old and change.new and change.old.name != change.new.name:
        return f"it was: {change.old.name}"
    return _details(change.details)


def _details(details: Iterable[Detail]) -> str:
    return "; ".join(f"{each.name} {each.old or 'none'} → {each.new or 'none'}" for each in details)


def _made(decision: Decision) -> str:
    by = f"by {decision.who}" if decision.who else ""
    return ", ".join(part for part in (by, decision.when, decision.why) if part)


def _listed(entities: Iterable[Entity]) -> str:
    return " and ".join(f"{entity.label} ({entity.id})" for entity in entities)


def _said(statement: Statement) -> str:
    denied = "denied: " if statement.modality is Modality.DENIED else ""
    return f"{denied}{statement.subject.label} {statement.relation} {statement.object.label}"


def _how(change: StatementChange) -> str:
    if change.change is Change.MERGED and change.new:
        return f"part of: {_said(change.new)}"
    if change.change is Change.SPLIT and change.old:
        return f"was part of: {_said(change.old)}"
    if change.change in (Change.ADDED, Change.GONE):
        return str(change.statement.status)
    return _details(change.details)


def _because(causes: Iterable[Cause]) -> str:
    return "; ".join(f"{_SIGNS[cause.change]} {_cause(cause)}" for cause in causes)


def _cause(cause: Cause) -> str:
    return _article(cause) if isinstance(cause, ArticleChange) else in_words(cause.decision)


def record(found: Diff) -> dict[str, object]:
    """Return the differences as plain data: the shape of `aigraph diff --format json`.

    Articles and entities stand as id and name, statements and conflicts with their ids; what there is not is None.
    """
    return {
        "articles": [_article_record(each) for each in found.articles],
        "decisions": [_decision_record(each) for each in found.decisions],
        "entities": [_entity_record(each) for each in found.entities],
        "statements": [_statement_record(each) for each in found.statements],
        "conflicts": [_conflict_record(each) for each in found.conflicts],
    }


def _article_record(change: ArticleChange) -> dict[str, object]:
    found: dict[str, object] = {
        "change": str(change.change),
        "old": _document(change.old),
        "new": _document(change.new),
    }
    return found | ({"details": _detail_records(change.details)} if change.details else {})


def _detail_records(details: Iterable[Detail]) -> dict[str, dict[str, str]]:
    return {each.name: {"old": each.old, "new": each.new} for each in details}


def _document(document: Document | None) -> dict[str, object] | None:
    if document is None:
        return None
    return {
        "id": document.id,
        "name": document.name,
        "path": document.path,
        "publisher": document.publisher,
        "published": document.published,
    }


def _decision_record(change: DecisionChange) -> dict[str, object]:
    return {"change": str(change.change), **asdict(change.decision)}


def _entity_record(change: EntityChange) -> dict[str, object]:
    return {
        "change": str(change.change),
        "old": [_end(entity) for entity in change.old],
        "new": [_end(entity) for entity in change.new],
        "because": _causes(change.causes),
    }


def _end(entity: Entity) -> dict[str, str]:
    return {"id": entity.id, "label": entity.label}


def _statement_record(change: StatementChange) -> dict[str, object]:
    return {
        "change": str(change.change),
        "old": _statement(change.old),
        "new": _statement(change.new),
        "details": _detail_records(change.details),
        "because": _causes(change.causes),
    }


def _statement(statement: Statement | None) -> dict[str, object] | None:
    if statement is None:
        return None
    return {
        "id": statement.id,
        "subject": _end(statement.subject),
        "relation": statement.relation,
        "object": _end(statement.object),
        "denied": statement.modality is Modality.DENIED,
        "status": str(statement.status),
        "confidence": statement.confidence,
        "sources": statement.sources,
    }


def _conflict_record(change: ConflictChange) -> dict[str, object]:
    conflict = change.conflict
    return {
        "change": _OPENED[change.change],
        "id": conflict.id,
        "kind": conflict.kind,
        "what": conflict.what,
        "statements": list(conflict.statements),
        "because": _causes(change.causes),
    }


def _causes(causes: Iterable[Cause]) -> list[dict[str, object]]:
    return [
        {"article": _article_record(cause)}
        if isinstance(cause, ArticleChange)
        else {"decision": _decision_record(cause)}
        for cause in causes
    ]
