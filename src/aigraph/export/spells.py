"""When an edge holds: the spells that its claims' dates allow, from the earliest start to the latest end."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from aigraph.model import Claim, DateBounds, Qualifier
from aigraph.vocabulary import vocabulary

Spell = tuple[datetime.date, datetime.date]
"""First and last day, both included; `OPEN` where nothing is known."""

OPEN = (datetime.date.min, datetime.date.max)
"""The spell that never begins and never ends."""


def dates(qualifiers: Iterable[Qualifier], bounds: str) -> list[Spell]:
    """Return the days within which each date that bounds the "start" or the "end" lies; mere words have none."""
    types = vocabulary().qualifiers
    return [
        (date.earliest or OPEN[0], date.latest or OPEN[1])
        for qualifier in qualifiers
        if qualifier.name in types
        and types[qualifier.name].bounds == bounds
        and (date := DateBounds.read(qualifier.value))
    ]


def spells(claims: Iterable[Claim]) -> tuple[Spell, ...]:
    """Return the spells of all claims together, sorted, without overlaps; one that ends before it starts is left out.

    A claim that gives one end only is completed by the nearest other end that another claim gives, and stays open
    when there is none: "joined in 2018", "left in 2020" and "came back in 2022" are two spells, the second still open.
    """
    whole: set[Spell] = set()
    begun: set[Spell] = set()
    ends: set[datetime.date] = set()
    for claim in claims:
        start = min((date for date in dates(claim.qualifiers, "start") if date[0] > OPEN[0]), default=OPEN)
        end = max((date[1] for date in dates(claim.qualifiers, "end") if date[1] < OPEN[1]), default=OPEN[1])
        if start != OPEN and end != OPEN[1]:
            whole |= {(start[0], end)} if start[0] <= end else set()
        elif start != OPEN:
            begun.add(start)
        elif end != OPEN[1]:
            ends.add(end)
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
