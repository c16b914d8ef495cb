"""Numbers in digits and in words, and the values of durations and sums of money."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from aigraph.annotate.quantities.words import Word

if TYPE_CHECKING:
    from aigraph.annotate.quantities.scan import Match, Scan

_MOST_DIGITS = 15
_YEARS = range(1900, 2100)
_AGES = range(14, 111)
_MONTHS: Mapping[str, int] = {"month": 1, "year": 12, "decade": 120}
_DAYS: Mapping[str, int] = {"day": 1, "week": 7}

Found = tuple[Any, int] | None


def number(scan: Scan, i: int) -> Found:
    """Read a number from word `i`: digits or words, with scales: "14.3 billion", "vingt et un", "a dozen"."""
    total, current, ceiling = Decimal(0), scan.words[i].number, Decimal("Infinity")
    if current is not None and len(scan.words[i].form) > _MOST_DIGITS:
        return None
    digits, j = current is not None, i + (current is not None)
    article = scan.lookup("a", i)
    if article and scan.lookup("scale", article[1]):
        current, j = Decimal(1), article[1]
    while True:
        link = scan.lookup("link", j) if current is not None and j > i else None
        if (scale := scan.lookup("scale", j) or (link and scan.lookup("scale", link[1]))) and (
            current is not None or scan.lookup("alone", j)
        ):
            value, after = Decimal(scale[0]), scale[1]
            if value < 1000 and (current is None or current < 100):
                current, j = (current or 1) * value, after
                continue
            if 1000 <= value < ceiling:
                total, current, ceiling, j = total + (1 if current is None else current) * value, None, value, after
                continue
            break
        if half := scan.lookup("half", j):
            if current is not None and scan.lookup("scale", half[1]):
                current, j = current + Decimal("0.5"), half[1]
                continue
            if current is None and total:
                return total + ceiling / 2, half[1]
        word = None if digits else scan.lookup("number", link[1] if link else j)
        if not word or not _follows(current, Decimal(str(word[0]))):
            break
        current, j = (current or 0) + Decimal(str(word[0])), word[1]
    return (total + (current or 0), j) if current is not None or total else None


def _follows(current: Decimal | None, value: Decimal) -> bool:
    """Tell whether a number word adds to what was read: "vingt" + "huit", "cent" + "vingt", "soixante" + "dix"."""
    if current is None:
        return True
    tens = current % 100
    if current and tens == 0:
        return value < 100
    return tens >= 20 and tens % 10 == 0 and value < (20 if tens in (60, 80) else 10)


def _integer(word: Word) -> int | None:
    return int(word.form) if word.form.isascii() and word.form.isdigit() and len(word.form) <= 4 else None


def _within(bounds: range, digits: tuple[int, ...]) -> Callable[[Scan, int], Found]:
    def read(scan: Scan, i: int) -> Found:
        value = _integer(scan.words[i])
        return (value, i + 1) if value in bounds and len(scan.words[i].form) in digits else None

    return read


def _day(scan: Scan, i: int) -> Found:
    found = _within(range(1, 32), (1, 2))(scan, i)
    if found is None:
        return None
    ordinal = scan.lookup("ordinal", i + 1)
    return (found[0], ordinal[1]) if ordinal and scan.words[i].end == scan.words[i + 1].start else found


def _decade(scan: Scan, i: int) -> Found:
    value = _integer(scan.words[i])
    if value is None or value % 10:
        return None
    if value in _YEARS and len(scan.words[i].form) == 4:
        return value, i + 1
    return (1900 + value, i + 1) if 50 <= value <= 90 else None


def _age(scan: Scan, i: int) -> Found:
    found = number(scan, i)
    return found if found and found[0] in _AGES else None


def _figure(scan: Scan, i: int) -> Found:
    value = scan.words[i].number
    return (value, i + 1) if value is not None else None


BUILT_IN: Mapping[str, Callable[[Scan, int], Found]] = {
    "n": number,
    "figure": _figure,
    "age": _age,
    "day": _day,
    "month_number": _within(range(1, 13), (1, 2)),
    "year": _within(_YEARS, (4,)),
    "decade": _decade,
}
"""The slots that are read by rule; all others are tables of the language."""

IN_WORDS = frozenset({"n", "age"})
"""Those of them that can be written in words as well as in digits."""

READ_BY_RULE = frozenset({"a", "alone", "coming", "coming_endings", "half", "link", "number", "ordinal", "scale"})
"""The tables that rules look words up in."""


def plain(value: Decimal) -> str:
    """Return a number without exponent or needless zeros.

    >>> plain(Decimal("2.680")), plain(Decimal("1.43E+10"))
    ('2.68', '14300000000')
    """
    return f"{value.normalize():f}"


def amount(slots: Mapping[str, Any]) -> str:
    """Return a sum of money as "14000000000 USD"."""
    return f"{plain(slots['n'] * Decimal(str(slots.get('short', 1))))} {slots['currency']}"


def duration(slots: Mapping[str, Any]) -> str | None:
    """Return an ISO 8601 duration in years, months or days; None for half a day or less than nothing."""
    n, unit = duration_of(slots)
    months, days = n * _MONTHS.get(unit, 0), n * _DAYS.get(unit, 0)
    if (months or days) <= 0 or (months or days) % 1:
        return None
    if days:
        return f"P{plain(days)}D"
    return f"P{plain(months)}M" if months % 12 or unit == "month" else f"P{plain(months / 12)}Y"


def duration_of(slots: Mapping[str, Any]) -> tuple[Decimal, str]:
    """Return how many of which unit the slots speak of; an article counts for one."""
    return half_more(slots), slots["unit"]


def half_more(slots: Mapping[str, Any]) -> Decimal:
    """Return the number that the slots hold, an article for one, and a half when they say so."""
    return Decimal(slots.get("n", 1)) + (Decimal("0.5") if "half" in slots else 0)


def counts(text: str, scan: Scan, match: Match) -> bool:
    """Tell whether the number of a match counts something.

    Articles, years, times, the labels of lists and notes, and the numbers within names ("Llama 3") do not.
    """
    (start, end), value = match.core, match.slots["n"]
    first, last = scan.words[start], scan.words[match.end - 1]
    before = scan.words[start - 1] if start else None
    after = scan.words[end].form if end < len(scan.words) else ""
    if first.number is None:
        return bool(value > 1)
    if text[last.end : last.end + 1] in (":", "/", ".", ",") and text[last.end + 1 : last.end + 2].isdigit():
        return False
    if before and (before.form in "#°/" or (before.form == ":" and before.end == first.start)):
        return False
    if end - start > 1:
        return True
    is_label = (before is None or before.form in ".!?:([") and after in (".", ")", "]")
    in_name = before is not None and start > 1 and before.capital
    is_year = first.number in _YEARS and len(first.form) == 4
    return not (is_label or in_name or is_year or (first.form[0] == "0" and first.form[1:2].isdigit()))
