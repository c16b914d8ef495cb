"""When an edge holds: the spells that stays and dates allow, from the earliest start to the latest end."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from aigraph.model import Claim, DateBounds, Qualifier, Statement, Tenure, agreed
from aigraph.vocabulary import vocabulary

Spell = tuple[datetime.date, datetime.date]
"""First and last day, both included; `OPEN` where nothing is known."""

OPEN = (datetime.date.min, datetime.date.max)
"""The spell that never begins and never ends."""

STAYS = frozenset({"movedTo", "workedAt"})
"""The relations that hold as long as the stay lasts that they tell of."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The first and the last day on which something can have started, and ended; None where nothing is known."""

    start_earliest: datetime.date | None = None
    start_latest: datetime.date | None = None
    end_earliest: datetime.date | None = None
    end_latest: datetime.date | None = None


UNKNOWN = Bounds()


@dataclass(frozen=True, slots=True)
class Time:
    """When an edge may hold: its spells, sorted and apart, none when nothing is known; and their outer bounds."""

    spells: tuple[Spell, ...] = ()
    bounds: Bounds = UNKNOWN


def time(statement: Statement, tenures: Sequence[Tenure]) -> Time:
    """Return when a statement may hold; `tenures` are the stays that rest on it, in the order of the career.

    Who moved or worked somewhere is there as long as they stay; all else happens, and has happened from then on.
    """
    there = [tenure for tenure in tenures if tenure.organization.id == statement.object.id]
    if there and statement.relation in STAYS and (lasted := stays(there)).spells:
        return lasted
    return Time(spells(statement.claims), dated(statement.qualifiers))


def stays(tenures: Sequence[Tenure]) -> Time:
    """Return when someone was somewhere, in one or more stays."""
    return Time(
        together([((t.start_earliest.day or OPEN[0], t.end_latest.day or OPEN[1]),) for t in tenures]),
        around(Bounds(t.start_earliest.day, t.start_latest.day, t.end_earliest.day, t.end_latest.day) for t in tenures),
    )


def moment(statement: Statement, tenures: Iterable[Tenure]) -> Time:
    """Return the days within which a move happened; `tenures` are the stays that rest on it."""
    there = [tenure for tenure in tenures if tenure.organization.id == statement.object.id]
    said = dated(statement.qualifiers)
    days = [(tenure.start_earliest.day, tenure.start_latest.day) for tenure in there]
    days = days or [(said.start_earliest, said.start_latest)]
    return Time(
        together([((first or OPEN[0], last or OPEN[1]),) for first, last in days]),
        around(Bounds(*known) for known in days),
    )


def together(times: Iterable[Iterable[Spell]]) -> tuple[Spell, ...]:
    """Return the spells of what is drawn as one, sorted and apart; none when one of them has no date.

    >>> together([[(datetime.date(2023, 1, 1), datetime.date(2023, 1, 31))], []])
    ()
    """
    all_times = [tuple(spell for spell in time if spell[0] <= spell[1]) for time in times]
    merged = _merged(spell for time in all_times for spell in time) if all(all_times) else ()
    return merged if merged != (OPEN,) else ()


def around(bounds: Iterable[Bounds]) -> Bounds:
    """Return the bounds of what is drawn as one: an end that is open for one of them is open for all."""
    columns = zip(*((b.start_earliest, b.start_latest, b.end_earliest, b.end_latest) for b in bounds), strict=True)
    known = [tuple(day for day in days if day) if all(days) else () for days in columns]
    return Bounds(*(choose(days, default=None) for choose, days in zip((min, max, min, max), known, strict=True)))


def dated(qualifiers: Iterable[Qualifier]) -> Bounds:
    """Return the days on which that can have started and ended which the qualifiers date, as far as they agree."""
    qualifiers = tuple(qualifiers)
    return Bounds(*(day for bounds in ("start", "end") for day in agreed(_dates(qualifiers, bounds))))


def _dates(qualifiers: Iterable[Qualifier], bounds: str) -> list[DateBounds]:
    """Return the dates that bound the "start" or the "end"; mere words are none."""
    types = vocabulary().qualifiers
    return [
        date
        for qualifier in qualifiers
        if qualifier.name in types and types[qualifier.name].bounds == bounds and (date := _read(qualifier.value))
    ]


_read = lru_cache(1 << 14)(DateBounds.read)


def spells(claims: Iterable[Claim]) -> tuple[Spell, ...]:
    """Return the spells of all claims together, sorted, without overlaps; one that ends before it starts is left out.

    A claim that gives one end only is completed by the nearest other end that another claim gives, and stays open
    when there is none: "joined in 2018", "left in 2020" and "came back in 2022" are two spells, the second still open.
    """
    whole: set[Spell] = set()
    begun: set[Spell] = set()
    ends: set[datetime.date] = set()
    for claim in claims:
        if not claim.qualifiers:
            continue
        starts_of = [(d.earliest, d.latest or OPEN[1]) for d in _dates(claim.qualifiers, "start") if d.earliest]
        ends_of = [d.latest for d in _dates(claim.qualifiers, "end") if d.latest]
        start, end = min(starts_of, default=OPEN), max(ends_of, default=OPEN[1])
        if start != OPEN and end != OPEN[1]:
            whole |= {(start[0], end)} if start[0] <= end else set()
        elif start != OPEN:
            begun.add(start)
        elif end != OPEN[1]:
            ends.add(end)
    if len(whole) + len(begun) + len(ends) == 1:
        # Most statements rest on one claim.
        return (*whole, *((start[0], OPEN[1]) for start in begun), *((OPEN[0], day) for day in ends))
    # "In 2023" and "in April 2023" are one start.
    starts = {date[0] for date in begun if not any(_within(other, date) for other in begun - {date})}
    # A whole spell knows more than a single end that lies inside it.
    starts = {day for day in starts if not any(_within((day, day), spell) for spell in whole)}
    ends = {day for day in ends if not any(_within((day, day), spell) for spell in whole)}
    all_starts, all_ends = starts | {spell[0] for spell in whole}, ends | {spell[1] for spell in whole}
    whole |= {(day, min((end for end in all_ends if end >= day), default=OPEN[1])) for day in starts}
    whole |= {(max((start for start in all_starts if start <= day), default=OPEN[0]), day) for day in ends}
    return _merged(whole)


def _within(one: Spell, other: Spell) -> bool:
    return other[0] <= one[0] and one[1] <= other[1]


def _merged(found: Iterable[Spell]) -> tuple[Spell, ...]:
    merged: list[Spell] = []
    for first, last in sorted(found):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return tuple(merged)
