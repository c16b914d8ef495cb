"""Two states side by side."""

from __future__ import annotations

from dataclasses import replace

from aigraph.diff.articles import article_changes
from aigraph.diff.causes import Around, Causes
from aigraph.diff.changes import Change, ConflictChange, DecisionChange, Diff, State
from aigraph.diff.entities import entity_changes
from aigraph.diff.statements import statement_changes
from aigraph.model import Entity


def diff(old: State, new: State) -> Diff:
    """Return what changed from one state to another; nothing when both say the same on the same grounds."""
    old, new, standing = _apart(old, new)
    articles = article_changes(old, new)
    decisions = _decisions(old, new)
    causes = Causes(old, new, articles, decisions)
    conflicts = tuple(replace(each, causes=causes.of_conflict(each.conflict)) for each in _conflicts(old, new))
    entities = tuple(
        replace(each, causes=causes.of_entity(each)) for each in entity_changes(old, new, standing=standing)
    )
    statements = [replace(each, causes=causes.of_statement(each)) for each in statement_changes(old, new)]
    around = Around(conflicts, entities, statements)
    told = tuple(each if each.causes else replace(each, causes=around.of_statement(each)) for each in statements)
    return Diff(articles, decisions, entities, told, conflicts)


def _apart(old: State, new: State) -> tuple[State, State, dict[str, Entity]]:
    """Return the states without the statements that both have as they are, and the entities of these by id."""
    was = {statement.id: statement for statement in old.statements}
    same = {statement.id for statement in new.statements if was.get(statement.id) == statement}
    ends = {end.id: end for key in sorted(same) for end in (was[key].subject, was[key].object)}
    one, other = (
        replace(state, statements=tuple(each for each in state.statements if each.id not in same))
        for state in (old, new)
    )
    return one, other, ends


def _decisions(old: State, new: State) -> tuple[DecisionChange, ...]:
    was, now = set(old.decisions), set(new.decisions)
    changes = [DecisionChange(Change.GONE, decision) for decision in was - now]
    changes += [DecisionChange(Change.ADDED, decision) for decision in now - was]
    return tuple(sorted(changes, key=lambda each: (each.decision, each.change)))


def _conflicts(old: State, new: State) -> list[ConflictChange]:
    # A group is named after entities, whose ids can change while the contradiction stays.
    was = {(each.kind, each.claims): each for each in old.conflicts}
    now = {(each.kind, each.claims): each for each in new.conflicts}
    changes = [ConflictChange(Change.GONE, was[key]) for key in was.keys() - now.keys()]
    changes += [ConflictChange(Change.ADDED, now[key]) for key in now.keys() - was.keys()]
    return sorted(changes, key=lambda each: (each.conflict, each.change))
