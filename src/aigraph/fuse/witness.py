"""Which claims speak for a side of a conflict, and what they say in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from aigraph.fuse.confidence import COMMITMENT, place
from aigraph.model import Claim, DateBounds, Modality, Statement

_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")


def asserted(statement: Statement) -> Iterator[Claim]:
    """Yield the claims of a statement that an article asserts: no other can contradict anything."""
    return (claim for claim in statement.claims if claim.modality is Modality.ASSERTED)


def witness(claims: Iterable[Claim]) -> Claim:
    """Return the claim to be read for a side: the surest, else the first by document and span."""
    return min(claims, key=lambda claim: (-claim.confidence * COMMITMENT[claim.modality], place(claim)))


def years(duration: str) -> float:
    """Return the years of an ISO 8601 duration that is given in years, months, weeks or days; 0 for any other."""
    match = _DURATION.fullmatch(duration)
    parts = [int(part or 0) for part in match.groups()] if match else [0, 0, 0, 0]
    return parts[0] + parts[1] / 12 + parts[2] / 52 + parts[3] / 365.25


def spell(duration: str) -> str:
    """Return a duration in words.

    >>> spell("P11Y"), spell("P1Y6M")
    ('11 years', '1 year and 6 months')
    """
    match = _DURATION.fullmatch(duration)
    units = zip(match.groups() if match else (), ("year", "month", "week", "day"), strict=False)
    parts = [f"{number} {unit}{'s' * (number != '1')}" for number, unit in units if number]
    return " and ".join(parts) or duration


def is_before(one: DateBounds, other: DateBounds) -> bool:
    """Tell whether the last day of one is before the first day of the other."""
    return bool(one.latest and other.earliest and one.latest < other.earliest)


def are_apart(one: DateBounds, other: DateBounds) -> bool:
    """Tell whether no day is in both."""
    return is_before(one, other) or is_before(other, one)
