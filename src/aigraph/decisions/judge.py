"""What someone says, as a decision: two names of one class, or a statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aigraph.decisions.line import checked
from aigraph.decisions.names import Known, Written, articles_using, in_statement, written
from aigraph.errors import InputError
from aigraph.gazetteer import fold
from aigraph.model import Decision, Judgement, Modality, Statement, parted
from aigraph.vocabulary import vocabulary

_SHOWN = 5

ANY_CLASS = "Person"
"""The class of names when neither a graph nor the user gives one."""


def of_names(known: Known | None, judgement: Judgement, one: str, other: str, *, kind: str | None = None) -> Decision:
    """Return the decision that two names stand for one, for two, or for nobody knows how many.

    Without a graph, the names are taken as they are given. Raises InputError when the graph does not have them, when
    they are of different classes, and when they are one.
    """
    if known is None:
        return _made(judgement, kind or ANY_CLASS, one, other)
    classes = (kind,) if kind else ()
    pairs = [
        (first, second)
        for first in written(known, one, classes)
        for second in written(known, other, classes)
        if first.type == second.type
    ]
    if not pairs:
        raise InputError(f"{one!r} and {other!r} are not names of one class; only these can be one")
    if len(pairs) > 1:
        there = " or ".join(first.type for first, _ in pairs)
        raise InputError(f"{one!r} and {other!r} are names of several classes; say --kind {there}")
    first, second = pairs[0]
    if first.name == second.name:
        name = parted(first.name)[0]
        uses = list(articles_using(known.lookup, first.type, name))
        there = ", ".join(uses[:_SHOWN]) + (f" and {len(uses) - _SHOWN} more" if len(uses) > _SHOWN else "")
        raise InputError(f"{one!r} and {other!r} are one name; tell bearers apart as {name}@ARTICLE: {there}")
    return _made(judgement, first.type, first.name, second.name)


def of_statement(
    known: Known | None, judgement: Judgement, subject: str, relation: str, object: str, *, denied: bool = False
) -> Decision:
    """Return the decision that a statement, or what denies it, stands or does not.

    `relation` is an id ("movedTo") or a label in any language ("a rejoint"). Without a graph, the names are taken as
    they are given. Raises InputError when there is no such relation, and when the graph does not say so.
    """
    name = _relation(relation)
    kind = _kind(name, denied=denied)
    if known is None or name not in vocabulary().relations:
        return _made(judgement, kind, subject, object)
    ends = vocabulary().relations[name]
    subjects, objects = written(known, subject, (ends.domain,)), written(known, object, (ends.range,))
    said = [
        (first, second, statement)
        for first in subjects
        for second in objects
        for statement in _between(known, first, second)
    ]
    for first, second, statement in said:
        if statement.relation == name and (statement.modality is Modality.DENIED) is denied:
            claim = statement.claims[0]
            one = in_statement(first.name, claim.subject.name, claim.evidence.document)
            return _made(judgement, kind, one, in_statement(second.name, claim.object.name, claim.evidence.document))
    there = sorted(_said(statement) for _, _, statement in said)
    hint = f"; it says: {', '.join(there)}" if there else ", nor anything else of the two in this order"
    raise InputError(f"the graph does not say {subject} {kind} {object}{hint}")


def about(decision: Decision, given: Sequence[str], *, denied: bool = False) -> bool:
    """Tell whether a decision is about two names, in any order, or about a subject, a relation and an object.

    Case and accents do not matter. Of any other number of names it is not.
    """
    ends = (decision.one, decision.other)
    if decision.judgement.about_names:
        return sorted(map(fold, given)) == sorted(map(fold, ends))
    if len(given) != 3:
        return False
    kind = _kind(_relation(given[1]), denied=denied)
    return decision.kind == kind and (fold(given[0]), fold(given[2])) == tuple(map(fold, ends))


def _kind(relation: str, *, denied: bool) -> str:
    return f"not {relation}" if denied else relation


def _between(known: Known, subject: Written, object: Written) -> Iterator[Statement]:
    for statement in map(known.lookup.statement, known.lookup.statements_about(subject.entity)):
        if statement and statement.object.id == object.entity:
            yield statement


def _said(statement: Statement) -> str:
    return f"{statement.relation} --denied" if statement.modality is Modality.DENIED else statement.relation


def _relation(text: str) -> str:
    for relation in vocabulary().relations.values():
        if fold(text) in {fold(name) for name in (relation.id, *relation.labels.values())}:
            return relation.id
    return text


def _made(judgement: Judgement, kind: str, one: str, other: str) -> Decision:
    try:
        return checked(Decision(judgement, kind, one, other))
    except ValueError as error:
        raise InputError(str(error)) from error
