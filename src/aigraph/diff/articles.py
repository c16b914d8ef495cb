"""The articles of two states."""

from __future__ import annotations

from collections.abc import Iterable

from aigraph.diff.changes import ArticleChange, Change, State
from aigraph.model import Claim, Document


def article_changes(old: State, new: State) -> tuple[ArticleChange, ...]:
    """Return the articles that came, went, gave way to another text of theirs, or are read otherwise, sorted."""
    gone = {key: old.documents[key] for key in old.documents.keys() - new.documents.keys()}
    added = {key: new.documents[key] for key in new.documents.keys() - old.documents.keys()}
    changes = []
    for was in sorted(gone.values(), key=_order):
        if now := next((each for each in sorted(added.values(), key=_order) if _same_place(was, each)), None):
            changes.append(ArticleChange(Change.REPLACED, was, now))
            del gone[was.id], added[now.id]
    changes += [ArticleChange(Change.GONE, was, None) for was in gone.values()]
    changes += [ArticleChange(Change.ADDED, None, now) for now in added.values()]
    said, says = _claims(old), _claims(new)
    for key in old.documents.keys() & new.documents.keys():
        was, now = old.documents[key], new.documents[key]
        if was != now or said.get(key) != says.get(key):
            changes.append(ArticleChange(Change.CHANGED, was, now))
    return tuple(sorted(changes, key=lambda each: (_order(each.new or each.old), each.change)))


def _order(document: Document | None) -> tuple[str, str]:
    return (document.path, document.id) if document else ("", "")


def _same_place(one: Document, other: Document) -> bool:
    return one.url == other.url if one.url or other.url else one.path == other.path != "-"


def _claims(state: State) -> dict[str, set[Claim]]:
    found: dict[str, set[Claim]] = {}
    for claim in claims(state):
        found.setdefault(claim.evidence.document, set()).add(claim)
    return found


def claims(state: State) -> Iterable[Claim]:
    """Return the claims of a state."""
    return (claim for statement in state.statements for claim in statement.claims)
