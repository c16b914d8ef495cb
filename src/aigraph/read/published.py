"""The day an article says it was published."""

from __future__ import annotations

import re

from aigraph.model import DateBounds

_ISO = re.compile(r"(\d{4}(?:-(?!00)\d{2}(?:-(?!00)\d{2})?)?)(?:[T ].{0,40})?", re.ASCII)


def iso_date(value: str) -> str | None:
    """Return the ISO date, month or year that `value` starts with (a time is cut off), or None.

    >>> iso_date("2025-06-30T08:00:00+02:00"), iso_date("2025-06"), iso_date("30/06/2025"), iso_date("2025-13")
    ('2025-06-30', '2025-06', None, None)
    """
    found = _ISO.fullmatch(value.strip())
    if not found:
        return None
    try:
        return DateBounds.of(found[1]).value
    except ValueError:
        return None
