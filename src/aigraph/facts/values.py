"""What cells stand for: dates, durations, sums, numbers and choices, in the forms of `Qualifier.value`."""

from __future__ import annotations

import re
from functools import lru_cache

from aigraph.annotate.quantities import quantities
from aigraph.facts.words import key, words
from aigraph.language import language, languages
from aigraph.model import DateBounds, Span
from aigraph.vocabulary import QualifierType

WANTED = {
    "date": "a date such as 2025, 2025-06, 2025-06-30, June 2025 or 2024-01/2024-03 (which of 03/04/2025 is the month "
    "cannot be told)",
    "duration": "a duration such as 11 years or P11Y",
    "money": "a sum with its currency, such as 100000000 USD or $100 million",
    "number": "a number",
}
"""What each kind of value can be, for people."""

_MAX_CHARS = 100
_YEARS = range(1000, 2200)
_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}.*", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})(?:[/.](\d{1,2}))?", re.ASCII)
_YEAR_LAST = re.compile(r"(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](\d{4})", re.ASCII)
_DURATION = re.compile(r"P(?=\d)(\d{1,4}Y)?(\d{1,4}M)?(\d{1,5}D)?", re.ASCII)
_MONEY = re.compile(r"(\d{1,15}(?:\.\d{1,6})?) ([A-Z]{3})", re.ASCII)
_NUMBER = re.compile(r"-?\d{1,15}(?:\.\d{1,6})?", re.ASCII)
_SECTIONS = {"date": ("date", "start", "end")}


def value(kind: QualifierType, text: str) -> str | None:
    """Return the value of a detail; None when the words are none of its kind, or could be two."""
    if kind.kind == "choice":
        return next((c for c in (text, words().choices.get(key(text), "")) if c in kind.choices), None)
    if kind.kind == "date":
        return date(text)
    if kind.kind == "duration":
        return text if _DURATION.fullmatch(text) else _said("duration", text)
    if kind.kind == "money":
        return text if _MONEY.fullmatch(text) else _said("money", text)
    if kind.kind == "number":
        return text if _NUMBER.fullmatch(text) else _said("number", text)
    return text


@lru_cache(maxsize=1 << 12)
def date(text: str) -> str | None:
    """Return the date that a text gives, as in `DateBounds.value`; None when it gives none, or could give two.

    >>> date("2025-06"), date("13/06/2025"), date("03/04/2025"), date("30 juin 2025"), date("2025-02-30")
    ('2025-06', '2025-06-13', None, '2025-06-30', None)
    """
    timed = _TIME.fullmatch(text)
    found = timed[1] if timed else text
    if match := _YEAR_FIRST.fullmatch(found):
        found = "-".join(part.zfill(2) for part in match.groups() if part)
    elif match := _YEAR_LAST.fullmatch(found):
        found = _year_last(*match.groups())
    elif not DateBounds.read(found):
        found = _said("date", found) or ""
    bounds = DateBounds.read(found)
    if bounds is None or any(day and day.year not in _YEARS for day in (bounds.earliest, bounds.latest)):
        return None
    return found


def _year_last(first: str | None, second: str, year: str) -> str:
    """Return a date that is written with the year last, if only one reading is possible."""
    if first is None:
        return f"{year}-{second.zfill(2)}"
    one, other = int(first), int(second)
    if one != other and max(one, other) <= 12:
        return ""
    day, month = (one, other) if one > 12 else (other, one)
    return f"{year}-{month:02}-{day:02}"


@lru_cache(maxsize=1 << 12)
def _said(kind: str, text: str) -> str | None:
    """Return the value of a text that is one quantity from end to end, as all languages that know it read it."""
    if not text or len(text) > _MAX_CHARS:
        return None
    found = {
        quantity.value
        for code in languages()
        for quantity in quantities(text, Span(0, len(text)), language(code), published=None)
        if quantity.text == text and quantity.kind in _SECTIONS.get(kind, (kind,))
    }
    return found.pop() if len(found) == 1 else None
