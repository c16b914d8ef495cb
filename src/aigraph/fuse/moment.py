"""What holds on a day, of all that the articles say: what lasted then, and what had happened by then."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from aigraph.model import DateBounds, Statement, Tenure, agreed
from aigraph.vocabulary import vocabulary

Day = datetime.date
Days = tuple[Day | None, Day | None]

STATES = frozenset({"workedAt", "educatedAt", "subsidiaryOf"})
"""The relations that last and end. All others happen, and have happened from then on."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What holds on a day: the ids of the statements, and the tenures."""

    statements: frozenset[str]
    tenures: tuple[Tenure, ...]


def moment(statements: Iterable[Statement], tenures: Iterable[Tenure], day: Day, *, surely: bool = False) -> Moment:
    """Return what may hold on a day: all that no date excludes; with `surely`, only what the dates prove.

    Someone worked somewhere on the day if one of their tenures there holds then; a move or a founding happened when
    the tenure that it starts began, a departure when the one that it ends was over. What has no dates may always hold,
    and never surely does.
    """
    held = tuple(tenures)
    resting: dict[str, list[Tenure]] = {}
    for tenure in held:
        for statement in tenure.statements:
            resting.setdefault(statement, []).append(tenure)
    return Moment(
        frozenset(s.id for s in statements if _holds(s, resting.get(s.id, ()), day, surely=surely)),
        tuple(t for t in held if (t.holds_on(day) if surely else t.may_hold_on(day))),
    )


def _holds(statement: Statement, tenures: Iterable[Tenure], day: Day, *, surely: bool) -> bool:
    there = [tenure for tenure in tenures if tenure.organization.id == statement.object.id]
    if statement.relation == "workedAt" and there:
        return any(tenure.holds_on(day) if surely else tenure.may_hold_on(day) for tenure in there)
    if statement.relation in STATES:
        lasted = _dated(statement)
        return lasted.holds_on(day) if surely else lasted.may_hold_on(day)
    happened = [_started(statement, tenure) for tenure in there] or [_dated(statement).start]
    if surely:
        return any(last is not None and last <= day for _, last in happened)
    return any(first is None or first <= day for first, _ in happened)


def _started(statement: Statement, tenure: Tenure) -> Days:
    """Return the days on which an event that a tenure rests on can have happened."""
    if statement.relation == "left":
        return tenure.end_earliest.day, tenure.end_latest.day
    return tenure.start_earliest.day, tenure.start_latest.day


@dataclass(frozen=True, slots=True)
class _Lasted:
    start: Days
    end: Days

    def may_hold_on(self, day: Day) -> bool:
        return (self.start[0] or day) <= day <= (self.end[1] or day)

    def holds_on(self, day: Day) -> bool:
        return bool(self.start[1] and self.end[0] and self.start[1] <= day <= self.end[0])


def _dated(statement: Statement) -> _Lasted:
    """Return the days that a statement's own dates give."""
    types = vocabulary().qualifiers

    def days(end: str) -> Days:
        values = [q.value for q in statement.qualifiers if q.name in types and types[q.name].bounds == end]
        return agreed(date for value in values if (date := DateBounds.read(value)))

    return _Lasted(days("start"), days("end"))
