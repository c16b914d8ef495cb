"""The states that are compared, and the kinds of differences between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from aigraph.model import Conflict, Decision, Document, Entity, Statement


@dataclass(frozen=True)
class State:
    """A graph at one time: what it says, and what it rests on. `documents` are the articles by id."""

    statements: tuple[Statement, ...] = ()
    documents: Mapping[str, Document] = field(default_factory=dict)
    conflicts: tuple[Conflict, ...] = ()
    decisions: tuple[Decision, ...] = ()


class Change(StrEnum):
    """What became of something."""

    ADDED = "added"
    GONE = "gone"
    CHANGED = "changed"
    REPLACED = "replaced"
    MERGED = "merged"
    SPLIT = "split"
    RENAMED = "renamed"

    @property
    def mirrored(self) -> Change:
        """The same change, seen from the other side."""
        return _MIRROR.get(self, self)


_MIRROR = {
    Change.ADDED: Change.GONE,
    Change.GONE: Change.ADDED,
    Change.MERGED: Change.SPLIT,
    Change.SPLIT: Change.MERGED,
}


@dataclass(frozen=True, slots=True)
class Detail:
    """One property of an article or a statement: what it was and what it is now, "" for nothing."""

    name: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class ArticleChange:
    """An article that is added, gone, replaced by another text of the same place, or changed: the same text, though."""

    change: Change
    old: Document | None
    new: Document | None
    details: tuple[Detail, ...] = ()

    @property
    def is_idle(self) -> bool:
        """Whether nothing in a graph can follow from it: only what the article is called has changed."""
        return self.change is Change.CHANGED and {each.name for each in self.details} <= _CALLED


@dataclass(frozen=True, slots=True)
class DecisionChange:
    """A decision that is added or gone."""

    change: Change
    decision: Decision


_CALLED = frozenset({"path", "title", "author"})

Cause = ArticleChange | DecisionChange
"""What a graph rests on changes first; all else follows from that."""


@dataclass(frozen=True, slots=True)
class EntityChange:
    """An entity that has another id or label (renamed), or that became one with others (merged) or several (split)."""

    change: Change
    old: tuple[Entity, ...]
    new: tuple[Entity, ...]
    causes: tuple[Cause, ...] = ()


@dataclass(frozen=True, slots=True)
class StatementChange:
    """A statement that is added, gone or changed.

    One that is merged says the same as another one by now, and `new` is that one; one that is split off was said as
    part of another one, and `old` is that one.
    """

    change: Change
    old: Statement | None
    new: Statement | None
    details: tuple[Detail, ...] = ()
    causes: tuple[Cause, ...] = ()

    @property
    def statement(self) -> Statement:
        """The statement as it is now, or as it was last."""
        found = self.old if self.change in (Change.GONE, Change.MERGED) else self.new
        if found is None:
            raise ValueError(f"a statement that is {self.change} stands on neither side")
        return found


@dataclass(frozen=True, slots=True)
class ConflictChange:
    """A conflict that is opened (added) or closed (gone)."""

    change: Change
    conflict: Conflict
    causes: tuple[Cause, ...] = ()


@dataclass(frozen=True, slots=True)
class Diff:
    """All differences between two states, each kind sorted."""

    articles: tuple[ArticleChange, ...] = ()
    decisions: tuple[DecisionChange, ...] = ()
    entities: tuple[EntityChange, ...] = ()
    statements: tuple[StatementChange, ...] = ()
    conflicts: tuple[ConflictChange, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.articles or self.decisions or self.entities or self.statements or self.conflicts)
