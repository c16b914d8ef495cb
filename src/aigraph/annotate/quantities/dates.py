"""What dates stand for: the days that the words allow, as seen from the days on which the article may have appeared."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from aigraph.annotate.quantities.numbers import duration_of
from aigraph.annotate.quantities.scan import Match
from aigraph.model import DateBounds

Days = tuple[date, date]

_DAY = timedelta(days=1)
# Leap days come back after eight years at the most.
_NEAR_YEARS = range(-8, 9)


def when(slots: Mapping[str, Any], published: str | None, *, ahead: bool = False) -> Days | None:
    """Return the first and the last day that the slots of a phrase allow; None when they give no date.

    A month, a season or a day without a year is the last to have begun, or with `ahead` the next that is not over.
    When only the month or the year of publication is known, all that would be right on one of its days is allowed.
    """
    bounds = DateBounds.of(published) if published else None
    seen = sorted({day for day in (bounds.earliest, bounds.latest) if day}) if bounds else [None]
    try:
        found = [_resolve(slots, now, ahead) for now in seen]
    except (ValueError, OverflowError):  # no such day, or out of the calendar
        return None
    days = [pair for pair in found if pair]
    if not days or len(days) < len(found):
        return None
    return min(first for first, _ in days), max(last for _, last in days)


def between(first: Match, last: Match, published: str | None) -> tuple[Days, Days] | None:
    """Return the days of both ends of a range; what lacks a year in the first is seen from the last."""
    end = when(last.slots, published)
    start = when(first.slots, end[1].isoformat()) if end else None
    return (start, end) if start and end and start[0] <= end[0] and start[1] <= end[1] else None


def edtf(days: Days) -> str:
    """Return days as precisely as they are meant: "2024", "2024-06", "2024-06-30", "1990/1999" or days to days."""
    first, last = days
    if first == last:
        return first.isoformat()
    if days == (_months(first.year, 1, 12)[0], _months(last.year, 1, 12)[1]):
        return f"{first.year:04}" if first.year == last.year else f"{first.year:04}/{last.year:04}"
    if days == _months(first.year, first.month, first.month):
        return first.isoformat()[:7]
    return f"{first}/{last}"


def _resolve(slots: Mapping[str, Any], now: date | None, ahead: bool) -> Days | None:
    inner = next((slots[name] for name in ("moment", "bare", "period") if name in slots), None)
    days = _resolve(inner.slots, now, ahead) if inner else _days(slots, now, ahead)
    return _narrow(days, slots["part"], now) if days and "part" in slots else days


def _days(slots: Mapping[str, Any], now: date | None, ahead: bool) -> Days | None:
    if "decade" in slots:
        return _months(slots["decade"], 1, 12)[0], _months(slots["decade"] + 9, 1, 12)[1]
    year = slots.get("year")
    if year is None and now and "years" in slots:
        year = now.year + slots["years"]
    month = slots.get("month")
    months = (month, month) if month else slots.get("season")
    if "day" in slots:
        return _day(slots, month, year, now, ahead)
    if year is not None:
        return _months(year, *months) if months else _months(year, 1, 12)
    if now is None:
        return None
    if months:
        near = [_months(now.year + k, *months) for k in _NEAR_YEARS]
        return _pick(near, slots.get("shift"), now, ahead)
    if "weekday" in slots:
        monday = now - now.weekday() * _DAY
        near = [(day, day) for k in (-2, -1, 0, 1, 2) for day in [monday + (7 * k + slots["weekday"]) * _DAY]]
        return near[2] if slots.get("shift") == 0 else _pick(near, slots.get("shift"), now, ahead=False)
    if "days" in slots:
        return now + slots["days"] * _DAY, now + slots["days"] * _DAY
    if "ago" in slots:
        return _ago(slots, now)
    unit = slots.get("calendar") or slots.get("current")
    return _unit(unit, slots.get("shift", 0), now) if unit else None


def _months(year: int, first: int, last: int) -> Days:
    """Return the months from `first` to `last` (1 to 12); those that cross the new year end in `year`."""
    return date(year - (first > last), first, 1), date(year, last, monthrange(year, last)[1])


def _day(slots: Mapping[str, Any], month: Any, year: int | None, now: date | None, ahead: bool) -> Days | None:
    if year is not None:
        return date(year, month, slots["day"]), date(year, month, slots["day"])
    if now is None:
        return None
    near = [
        (day, day)
        for k in _NEAR_YEARS
        if slots["day"] <= monthrange(now.year + k, month)[1]
        for day in [date(now.year + k, month, slots["day"])]
    ]
    if "weekday" in slots:
        # "Monday, December 17" can lie ahead: the weekday tells the year.
        fitting = [pair for pair in near if pair[0].weekday() == slots["weekday"] and abs((pair[0] - now).days) < 400]
        if fitting:
            return min(fitting, key=lambda pair: abs((pair[0] - now).days))
    return _pick(near, slots.get("shift"), now, ahead)


def _pick(near: list[Days], shift: int | None, now: date, ahead: bool) -> Days | None:
    """Choose among periods of which each year (or week) has one: the last to have begun, unless the words say else."""
    if shift is None and ahead:
        return min((pair for pair in near if pair[1] >= now), default=None)
    if shift is None:
        return max((pair for pair in near if pair[0] <= now), default=None)
    if shift < 0:
        return max((pair for pair in near if pair[1] < now), default=None)
    if shift > 0:
        return min((pair for pair in near if pair[0] > now), default=None)
    this = [pair for pair in near if now.year in (pair[0].year, pair[1].year)]
    return min(this, key=lambda pair: (max(pair[0] - now, now - pair[1], 0 * _DAY), pair), default=None)


def _ago(slots: Mapping[str, Any], now: date) -> Days:
    n, unit = duration_of(slots)
    if unit in ("day", "week"):
        return _unit(unit, 0, now - int(n * (7 if unit == "week" else 1)) * _DAY)
    if n % 1:  # two and a half years: a quarter of a year either way
        middle = int(n * 12)
        return _month(now, -middle - 3)[0], _month(now, -middle + 3)[1]
    if unit == "month":
        return _month(now, -int(n))
    return _months(now.year - int(n) * (10 if unit == "decade" else 1), 1, 12)


def _month(now: date, shift: int) -> Days:
    year, month = divmod(now.year * 12 + now.month - 1 + shift, 12)
    return _months(year, month + 1, month + 1)


def _unit(unit: str, shift: int, now: date) -> Days:
    if unit == "day":
        return now + shift * _DAY, now + shift * _DAY
    if unit == "month":
        return _month(now, shift)
    if unit == "quarter":
        first = _month(now, 3 * shift - (now.month - 1) % 3)[0]
        return first, _month(first, 2)[1]
    if unit == "year":
        return _months(now.year + shift, 1, 12)
    monday = now + (7 * shift - now.weekday()) * _DAY
    return (monday + 5 * _DAY, monday + 6 * _DAY) if unit == "weekend" else (monday, monday + 6 * _DAY)


def _narrow(days: Days, part: str, now: date | None) -> Days | None:
    """Keep the early, middle or late third of a period of months, or what lies before or after the publication."""
    first, last = days
    if part in ("earlier", "later"):
        if now is None:
            return None
        near = (first, min(last, now)) if part == "earlier" else (max(first, now), last)
        return near if near[0] <= near[1] else days
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if part == "whole" or (last - first).days < 27:
        return days
    if months == 1:
        cut = {"early": (1, 10), "mid": (11, 20), "late": (21, last.day)}[part]
        return first.replace(day=cut[0]), first.replace(day=cut[1])
    third = max(months // 3, 1)
    at = {"early": 0, "mid": (months - third) // 2, "late": months - third}[part]
    return _month(first, at)[0], _month(first, at + third - 1)[1]
