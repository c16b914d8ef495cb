"""The entities of two states: two are the same when the same words of the same articles stand for both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from aigraph.diff.changes import Change, EntityChange, State
from aigraph.model import Entity

_Word = tuple[str, str]
"""A claim and one of its ends."""


def entity_changes(old: State, new: State, *, standing: Mapping[str, Entity]) -> tuple[EntityChange, ...]:
    """Return the entities that were merged, split or renamed, sorted; the causes are left open.

    `standing` are the entities, by id, of statements that are left out of both states because nothing of them changed.
    """
    was, now = {**standing, **_entities(old)}, {**standing, **_entities(new)}
    became, came_from = _links(old, new, standing)
    changes = [
        EntityChange(Change.MERGED, tuple(was[each] for each in sorted(came_from[key])), (now[key],))
        for key in sorted(now)
        if len(came_from.get(key, ())) > 1
    ]
    changes += [
        EntityChange(Change.SPLIT, (was[key],), tuple(now[each] for each in sorted(became[key])))
        for key in sorted(was)
        if len(became.get(key, ())) > 1
    ]
    for key in sorted(was):
        (one, *others) = sorted(became.get(key, ())) or (key,)
        if others or len(came_from.get(one, ())) != 1:
            continue
        if (key, was[key].label) != (one, now[one].label):
            changes.append(EntityChange(Change.RENAMED, (was[key],), (now[one],)))
    return tuple(changes)


def _entities(state: State) -> dict[str, Entity]:
    """Return the entities that statements of a state are about, by id."""
    return {end.id: end for statement in state.statements for end in (statement.subject, statement.object)}


def _links(old: State, new: State, standing: Mapping[str, Entity]) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Return which entities each old one became, and which each new one came from."""
    before, after = dict(_words(old)), dict(_words(new))
    became: dict[str, set[str]] = {}
    came_from: dict[str, set[str]] = {}
    pairs = {(before[word], after[word]) for word in before.keys() & after.keys()}
    # Articles that are read anew share no claim with their past; whoever keeps the id is still the same.
    linked = {one for one, _ in pairs} | {other for _, other in pairs}
    was, now = _entities(old).keys(), _entities(new).keys()
    pairs |= {(key, key) for key in (was & now) - linked}
    pairs |= {(key, key) for key in standing.keys() & (was | now)}
    for one, other in pairs:
        became.setdefault(one, set()).add(other)
        came_from.setdefault(other, set()).add(one)
    return became, came_from


def _words(state: State) -> Iterator[tuple[_Word, str]]:
    for statement in state.statements:
        for claim in statement.claims:
            yield (claim.id, "subject"), statement.subject.id
            yield (claim.id, "object"), statement.object.id
