"""From when to when, in words: "since 2013-12", "until between 2023 and 2024"."""

from __future__ import annotations

import datetime

from aigraph.fuse.career.pieces import written
from aigraph.model import Bound, Tenure

Day = datetime.date


def period(tenure: Tenure) -> str:
    """Return what is known of the days of a tenure, as "from 2014-05 until 2017-03".

    A start that is only known to lie before the end is no knowledge of its own, and is left out.
    """
    begun, over = tenure.start_latest.day, tenure.end_latest.day
    trivial = tenure.start_earliest.day is None and begun is not None and over is not None and over <= begun
    start = "" if trivial else _when(tenure.start_earliest, tenure.start_latest)
    parts = [f"{'since' if tenure.current else 'from'} {start}"] if start else []
    if tenure.current and tenure.end_earliest.day:
        parts.append(f"still there on {tenure.end_earliest.day}")
    elif end := _when(tenure.end_earliest, tenure.end_latest):
        parts.append(f"until {end}")
    return (", " if tenure.current else " ").join(parts) or "at a time that is not known"


def _when(earliest: Bound, latest: Bound) -> str:
    first, last = earliest.day, latest.day
    if first and last:
        return _between(first, last)
    if first:
        return f"{_short(first, last=False)} at the earliest"
    return f"{_short(last, last=True)} at the latest" if last else ""


def _between(first: Day, last: Day) -> str:
    whole = written(first, last)
    if "/" not in whole:
        return whole
    one, other = _short(first, last=False), _short(last, last=True)
    if other.startswith(one):
        one, other = first.isoformat(), last.isoformat()
    return f"between {one} and {other}"


def _short(day: Day, *, last: bool) -> str:
    """Return a day, or the year or month that it opens or closes.

    >>> _short(datetime.date(2023, 12, 31), last=True), _short(datetime.date(2023, 6, 1), last=False)
    ('2023', '2023-06')
    """
    iso = day.isoformat()
    after = day + datetime.timedelta(days=1) if last and day < Day.max else day
    if (after.month, after.day) == (1, 1):
        return iso[:4]
    return iso[:7] if after.day == 1 else iso
