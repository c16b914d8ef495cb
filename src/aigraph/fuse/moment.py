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


LASTING: Days = (datetime.date.max, None)
"""The end of what has happened: never over."""


@dataclass(frozen=True, slots=True)
class Time:
    """When something held: the first and the last day on which it can have started, and ended (None: not known)."""

    start: Days
    end: Days

    def may_hold_on(self, day: Day) -> bool:
        """Tell whether no date excludes the day."""
        return (self.start[0] or day) <= day <= (self.end[1] or day)

    def holds_on(self, day: Day) -> bool:
        """Tell whether the dates prove that it held on the day."""
        return bool(self.start[1] and self.end[0] and self.start[1] <= day <= self.end[0])


@dataclass(frozen=True, slots=True)
class Moment:
    """What holds on a day: the ids of the statements, and the tenures."""

    statements: frozenset[str]
    tenures: tuple[Tenure, ...]


def moment(statements: Iterable[Statement], tenures: Iterable[Tenure], day: Day, *, surely: bool = False) -> Moment:
    """Return what may hold on a day: all that no date excludes; with `surely`, only what the dates prove.

    What has no dates may always hold, and never surely does.
    """
    held = tuple(tenures)
    resting = resting_on(held)
    return Moment(
        frozenset(s.id for s in statements if _holds(times(s, resting.get(s.id, ())), day, surely=surely)),
        tuple(t for t in held if (t.holds_on(day) if surely else t.may_hold_on(day))),
    )


def resting_on(tenures: Iterable[Tenure]) -> dict[str, list[Tenure]]:
    """Return the tenures that rest on each statement, by its id."""
    resting: dict[str, list[Tenure]] = {}
    for tenure in tenures:
        for statement in tenure.statements:
            resting.setdefault(statement, []).append(tenure)
    return resting


def times(statement: Statement, tenures: Iterable[Tenure]) -> tuple[Time, ...]:
    """Return when a statement held; `tenures` are those that rest on it.

    Someone worked somewhere while one of their tenures there lasted; a move or a founding happened when the tenure
    that it starts began, and holds from then on, a departure when the one that it ends was over.
    """
    there = [tenure for tenure in tenures if tenure.organization.id == statement.object.id]
    if statement.relation == "workedAt" and there:
        return tuple(
            Time((t.start_earliest.day, t.start_latest.day), (t.end_earliest.day, t.end_latest.day)) for t in there
        )
    if statement.relation in STATES:
        return (Time(_dated(statement, "start"), _dated(statement, "end")),)
    happened = [_started(statement, tenure) for tenure in there] or [_dated(statement, "start")]
    return tuple(Time(days, LASTING) for days in happened)


def _holds(times: Iterable[Time], day: Day, *, surely: bool) -> bool:
    return any(time.holds_on(day) if surely else time.may_hold_on(day) for time in times)


def _started(statement: Statement, tenure: Tenure) -> Days:
    """Return the days on which an event that a tenure rests on can have happened."""
    if statement.relation == "left":
        return tenure.end_earliest.day, tenure.end_latest.day
    return tenure.start_earliest.day, tenure.start_latest.day


def _dated(statement: Statement, end: str) -> Days:
    """Return the days within which a statement's own dates put its "start" or its "end"."""
    types = vocabulary().qualifiers
    values = [q.value for q in statement.qualifiers if q.name in types and types[q.name].bounds == end]
    return agreed(date for value in values if (date := DateBounds.read(value)))
