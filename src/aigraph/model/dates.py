"""Dates as texts give them, with the days that they allow."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass

_ISO = r"\d{4}(?:-\d{2}){0,2}"
_DATE = re.compile(rf"{_ISO}(?:/(?:{_ISO}|\.\.))?|\.\./(?:{_ISO}|\.\.)")


@dataclass(frozen=True, slots=True)
class DateBounds:
    """A date as the text gives it, with the earliest and the latest day that it allows.

    `value` is ISO 8601 / EDTF as precise as the text is: "2025", "2025-06", "2025-06-30", or an interval
    "2025-06-01/2025-08-31" (".." for an open end).

    >>> DateBounds.of("2025-06").latest
    datetime.date(2025, 6, 30)
    >>> DateBounds.of("2023/2024").earliest, DateBounds.of("../2023").earliest
    (datetime.date(2023, 1, 1), None)
    """

    value: str
    earliest: datetime.date | None
    latest: datetime.date | None

    @classmethod
    def of(cls, value: str) -> DateBounds:
        """Read an ISO date, month, year or interval; raises ValueError on anything else."""
        if not _DATE.fullmatch(value):
            raise ValueError(f"{value!r} is neither an ISO date nor an interval of two")
        start, slash, end = value.partition("/")
        earliest = _day(start, last=False)
        latest = _day(end if slash else start, last=True)
        if earliest and latest and earliest > latest:
            raise ValueError(f"the interval {value!r} ends before it starts")
        return cls(value, earliest, latest)

    @classmethod
    def read(cls, value: str) -> DateBounds | None:
        """Return the bounds of a value, or None for a date that could not be normalised and keeps its words."""
        try:
            return cls.of(value)
        except (ValueError, OverflowError):
            return None


def agreed(dates: Iterable[DateBounds]) -> tuple[datetime.date | None, datetime.date | None]:
    """Return the days that several datings of one event agree on, or else all days from the first to the last.

    >>> agreed([DateBounds.of("2023"), DateBounds.of("2023-04/..")])
    (datetime.date(2023, 4, 1), datetime.date(2023, 12, 31))
    >>> agreed([DateBounds.of("2021"), DateBounds.of("2023")])
    (datetime.date(2021, 1, 1), datetime.date(2023, 12, 31))
    """
    dates = tuple(dates)
    first = max((date.earliest for date in dates if date.earliest), default=None)
    last = min((date.latest for date in dates if date.latest), default=None)
    if first and last and first > last:
        starts, ends = [date.earliest for date in dates], [date.latest for date in dates]
        first = None if None in starts else min(start for start in starts if start)
        last = None if None in ends else max(end for end in ends if end)
    return first, last


def _day(value: str, *, last: bool) -> datetime.date | None:
    if value == "..":
        return None
    numbers = [int(part) for part in value.split("-")]
    if 0 in numbers:
        raise ValueError(f"{value!r} is no ISO date")
    year, month, day = (*numbers, 0, 0)[:3]
    if day:
        return datetime.date(year, month, day)
    if not last:
        return datetime.date(year, month or 1, 1)
    after = datetime.date(year + 1, 1, 1) if month in (0, 12) else datetime.date(year, month + 1, 1)
    return after - datetime.timedelta(days=1)
