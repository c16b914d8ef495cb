"""The articles of two states."""

from __future__ import annotations

from collections.abc import Iterable

from aigraph.diff.changes import ArticleChange, Change, Detail, State
from aigraph.model import Claim, Document

_PROPERTIES = ("path", "title", "url", "publisher", "author", "published", "language")


def article_changes(old: State, new: State) -> tuple[ArticleChange, ...]:
    """Return the articles that came, went, gave way to another text of theirs, or have changed, sorted."""
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
        details = _details(was, now, said.get(key, set()), says.get(key, set()))
        if details:
            changes.append(ArticleChange(Change.CHANGED, was, now, details))
    return tuple(sorted(changes, key=lambda each: (_order(each.new or each.old), each.change)))


def _details(was: Document, now: Document, said: set[Claim], says: set[Claim]) -> tuple[Detail, ...]:
    pairs = {name: (getattr(was, name) or "", getattr(now, name) or "") for name in _PROPERTIES}
    if said != says:
        pairs["claims"] = (f"{len(said - says)} gone", f"{len(says - said)} new")
    return tuple(Detail(name, one, other) for name, (one, other) in pairs.items() if one != other)


def counts(old: int, new: int, others: int) -> tuple[str, str]:
    """Return how many there were and are; if these are as many, how many of them are others."""
    return (str(old), str(new)) if old != new else (f"{old}, {others} gone", f"{new}, {others} new")


def _order(document: Document | None) -> tuple[str, str]:
    return (document.path, document.id) if document else ("", "")


def _same_place(one: Document, other: Document) -> bool:
    if one.form != other.form:
        return False
    return one.url == other.url if one.url or other.url else one.path == other.path != "-"


def _claims(state: State) -> dict[str, set[Claim]]:
    found: dict[str, set[Claim]] = {}
    for claim in claims(state):
        found.setdefault(claim.evidence.document, set()).add(claim)
    return found


def claims(state: State) -> Iterable[Claim]:
    """Return the claims of a state."""
    return (claim for statement in state.statements for claim in statement.claims)
