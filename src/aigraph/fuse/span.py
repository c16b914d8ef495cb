"""Lengths of time, as texts give them."""

from __future__ import annotations

import re

_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")
_UNITS = {"year": 1.0, "month": 12.0, "week": 52.0, "day": 365.25}


def years(duration: str) -> float:
    """Return the years of an ISO 8601 duration that is given in years, months, weeks or days; 0 for any other."""
    match = _DURATION.fullmatch(duration)
    return sum(int(part or 0) / per for part, per in zip(match.groups(), _UNITS.values(), strict=True)) if match else 0


def spell(duration: str) -> str:
    """Return a duration in words.

    >>> spell("P11Y"), spell("P1Y6M")
    ('11 years', '1 year and 6 months')
    """
    match = _DURATION.fullmatch(duration)
    parts = zip(match.groups(), _UNITS, strict=True) if match else ()
    return " and ".join(f"{part} {unit}{'s' * (part != '1')}" for part, unit in parts if part) or duration
