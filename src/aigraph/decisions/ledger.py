"""Decisions together: which of them holds, and what adding or withdrawing one leaves."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from aigraph.decisions.line import checked
from aigraph.model import Decision


def ordered(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return each decision once, sorted by what is judged, then by time."""
    return tuple(sorted(set(decisions), key=lambda d: (d.kind, d.one, d.other, d.when, d)))


def merged(*several: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the decisions of all: nothing is lost, and neither order nor repeats matter."""
    return ordered(decision for decisions in several for decision in decisions)


def effective(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the decision that holds of each thing that is judged: the latest, or of one moment the last in order.

    A decision without a time is older than every other.
    """
    held: dict[tuple[bool, str, str, str], Decision] = {}
    for decision in decisions:
        held[decision.about] = max(decision, held.get(decision.about, decision), key=_age)
    return ordered(held.values())


def with_decision(decisions: Iterable[Decision], new: Decision) -> tuple[Decision, ...]:
    """Return the decisions with one more, unless the one that holds of the same thing judges the same already.

    Raises ValueError when it is no decision.
    """
    before, new = ordered(decisions), checked(new)
    holds = next((decision for decision in effective(before) if decision.about == new.about), None)
    return before if holds and holds.judgement is new.judgement else ordered((*before, new))


def dated(decisions: Iterable[Decision], new: Decision) -> Decision:
    """Return a decision that is made now, dated later than the one that it supersedes, and at a moment of its own.

    Clocks differ, and two decisions can be made within a second. `new.when` is a day or a moment.
    """
    decisions = tuple(decisions)
    taken = {decision.when for decision in decisions}
    when = max([new.when, *(decision.when for decision in decisions if decision.about == new.about)])
    while when in taken:
        when = f"{datetime.fromisoformat(when.removesuffix('Z')) + timedelta(seconds=1):%Y-%m-%dT%H:%M:%S}Z"
    return replace(new, when=when)


def latest(decisions: Iterable[Decision], count: int = 1) -> tuple[Decision, ...]:
    """Return the decisions that were made last, the very last one first."""
    return tuple(sorted(set(decisions), key=_age, reverse=True)[:count])


def withdrawn(decisions: Iterable[Decision], gone: Collection[Decision]) -> tuple[Decision, ...]:
    """Return the decisions without some of them, as if these had never been made."""
    return ordered(decision for decision in decisions if decision not in gone)


def _age(decision: Decision) -> tuple[str, Decision]:
    return decision.when, decision
