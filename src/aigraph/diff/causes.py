"""Why something changed: the articles and decisions that came, went or changed, as far as they touch it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

from aigraph.decisions import concerns_entity, concerns_statement
from aigraph.diff.articles import claims
from aigraph.diff.changes import (
    ArticleChange,
    Cause,
    ConflictChange,
    DecisionChange,
    EntityChange,
    State,
    StatementChange,
)
from aigraph.model import Conflict, Decision, Statement


class Causes:
    """The changes of what two states rest on, found by what they touch."""

    def __init__(
        self, old: State, new: State, articles: Iterable[ArticleChange], decisions: Iterable[DecisionChange]
    ) -> None:
        self._articles = {
            document.id: change
            for change in articles
            if not change.is_idle
            for document in (change.old, change.new)
            if document
        }
        self._decisions = tuple(decisions)
        self._documents = {claim.id: claim.evidence.document for state in (old, new) for claim in claims(state)}
        # Of a statement that both states have, either side names the same ends; its claims are taken from both.
        self._sides: dict[str, list[Statement]] = {}
        self._about: dict[str, set[str]] = {}
        for statement in (*old.statements, *new.statements):
            self._sides.setdefault(statement.id, []).append(statement)
            for end in (statement.subject, statement.object):
                self._about.setdefault(end.id, set()).update(claim.id for claim in statement.claims)

    def of_statement(self, change: StatementChange) -> tuple[Cause, ...]:
        """Return what changed among the sentences of a statement, and what was decided about it or its ends."""
        sides = [side for side in (change.old, change.new) if side]
        return self._said(sides) + self._decided(sides)

    def of_entity(self, change: EntityChange) -> tuple[Cause, ...]:
        """Return what was decided about an entity, or else what changed among the sentences about it."""
        ends = (*change.old, *change.new)
        decided = tuple(each for each in self._decisions if any(concerns_entity(each.decision, end) for end in ends))
        return decided or self._of_claims(claim for end in ends for claim in self._about.get(end.id, ()))

    def of_conflict(self, conflict: Conflict) -> tuple[Cause, ...]:
        """Return what changed among the sentences of a conflict and was decided of its statements, or else of these."""
        sides = [side for key in conflict.statements for side in self._sides.get(key, ())]
        return self._of_claims(conflict.claims) + self._decided(sides) or self._said(sides)

    def _said(self, sides: Iterable[Statement]) -> tuple[Cause, ...]:
        return self._of_claims(claim.id for side in sides for claim in side.claims)

    def _decided(self, sides: list[Statement]) -> tuple[Cause, ...]:
        return tuple(each for each in self._decisions if any(_concerns(each.decision, side) for side in sides))

    def _of_claims(self, ids: Iterable[str]) -> tuple[Cause, ...]:
        documents = sorted({self._documents[key] for key in ids if key in self._documents})
        return _distinct(self._articles[document] for document in documents if document in self._articles)


class Around:
    """The causes of changes, for those that have none of their own: theirs lie in what stands beside them."""

    def __init__(
        self,
        conflicts: Iterable[ConflictChange],
        entities: Iterable[EntityChange],
        statements: Iterable[StatementChange],
    ) -> None:
        self._found: dict[Hashable, list[Cause]] = {}
        for conflict in conflicts:
            for key in conflict.conflict.statements:
                self._add(key, conflict.causes)
        for entity in entities:
            for end in (*entity.old, *entity.new):
                self._add(end.id, entity.causes)
        for change in statements:
            subject, target = change.statement.subject.id, change.statement.object.id
            self._add(frozenset((subject, target)), change.causes)
            self._add(("subject", subject), change.causes)

    def _add(self, key: Hashable, causes: Iterable[Cause]) -> None:
        self._found.setdefault(key, []).extend(causes)

    def of_statement(self, change: StatementChange) -> tuple[Cause, ...]:
        """Return the causes of its conflicts, or of its ends, or of what else is said of both, or of its subject."""
        for keys in _places([side for side in (change.old, change.new) if side]):
            if found := _distinct(cause for key in keys for cause in self._found.get(key, ())):
                return found
        return ()


def _places(sides: list[Statement]) -> Iterator[list[Hashable]]:
    yield [side.id for side in sides]
    yield [end for side in sides for end in (side.subject.id, side.object.id, *_named(side))]
    yield [frozenset((side.subject.id, side.object.id)) for side in sides]
    yield [("subject", side.subject.id) for side in sides]


def _named(statement: Statement) -> Iterator[str]:
    return (qualifier.value for qualifier in statement.qualifiers if qualifier.type)


def _concerns(decision: Decision, statement: Statement) -> bool:
    ends = statement.subject, statement.object
    return concerns_statement(decision, statement) or any(concerns_entity(decision, end) for end in ends)


def _distinct(causes: Iterable[Cause]) -> tuple[Cause, ...]:
    found: list[Cause] = []
    for cause in causes:
        if cause not in found:
            found.append(cause)
    return tuple(found)
