"""Dates, durations, sums of money and numbers: found by the phrases of the language, given a value here."""

from __future__ import annotations

from collections.abc import Iterator

from aigraph.annotate.quantities.dates import between, edtf, when
from aigraph.annotate.quantities.numbers import amount, counts, duration, half_more, plain
from aigraph.annotate.quantities.phrases import grammar
from aigraph.annotate.quantities.scan import Match, Scan
from aigraph.language import Language
from aigraph.model import Quantity, Span

__all__ = ["quantities"]

# Between two phrases that cover as much, the one that comes first here wins.
_SECTIONS = ("nothing", "start", "end", "by", "range", "date", "money", "duration", "number")

_CLAUSE_WORDS = 10
_CLAUSE_ENDS = frozenset(',.;:!?()[]«»"“”–—')

Value = tuple[str, str, tuple[int, int]]


def quantities(text: str, span: Span, language: Language, *, published: str | None) -> tuple[Quantity, ...]:
    """Return the quantities of `text[span]`, sorted and apart; of two that share words, the longer phrase wins.

    `published` (an ISO date, month or year) is what relative dates are seen from; without it they give nothing.
    """
    rules = grammar(language)
    scan = Scan(rules, rules.lexer.words(text, span.start, span.end))
    found = [
        (match, section)
        for section in _SECTIONS
        for i in range(len(scan.words))
        if (match := scan.longest(section, i)) and _is_apart(text, span, scan, match)
    ]
    # The sort is stable: sections keep their order.
    found.sort(key=lambda pair: scan.words[pair[0].start].start - scan.words[pair[0].end - 1].end)
    taken: set[int] = set()
    kept: list[Quantity] = []
    for match, section in found:
        covered = range(match.start, match.end)
        if taken.isdisjoint(covered):
            taken.update(covered)
            for kind, value, (first, last) in _values(text, scan, match, section, published):
                at = Span(scan.words[first].start, scan.words[last - 1].end)
                kept.append(Quantity(at, at.of(text), kind, value))
    return tuple(sorted(kept, key=lambda quantity: quantity.span))


def _is_apart(text: str, span: Span, scan: Scan, match: Match) -> bool:
    """Tell whether a match is no part of a longer word: "o3", "GPT-4", "3.10.2", "four-year-old"."""
    first, last = scan.words[match.start], scan.words[match.end - 1]
    before, after = text[max(span.start, first.start - 2) : first.start], text[last.end : min(span.end, last.end + 2)]
    if first.form[0].isalnum() and before and (before[-1].isalnum() or before[-1] == "_"):
        return False
    if last.form[-1].isalnum() and after and (after[0].isalnum() or after[0] == "_"):
        return False
    if len(before) == 2 and before[1] in "-‐‑–." and before[0].isalnum():
        return False
    return not (len(after) == 2 and after[0] in "-‐‑" and after[1].isalpha())


def _is_ahead(scan: Scan, i: int) -> bool:
    """Tell whether the words shortly before word `i`, in its clause, speak of the future: "rendra les clés en ..."."""
    for k in range(i - 1, max(-1, i - 1 - _CLAUSE_WORDS), -1):
        if scan.words[k].form in _CLAUSE_ENDS:
            return False
        if scan.lookup("coming", k) or (scan.ends("coming_endings", k) and not scan.words[k].capital):
            return True
    return False


def _values(text: str, scan: Scan, match: Match, section: str, published: str | None) -> Iterator[Value]:
    slots, core = match.slots, match.core
    if section in ("date", "start", "end", "by"):
        if days := when(slots, published, ahead=_is_ahead(scan, core[0])):
            value = edtf(days)
            if section == "by":
                value = f"../{days[1] if '/' in value else value}"
            yield "date" if section == "by" else section, value, core
    elif section == "range":
        if ends := between(slots["first"], slots["last"], published):
            yield "start", edtf(ends[0]), slots["first"].core
            yield "end", edtf(ends[1]), slots["last"].core
    elif section == "money":
        yield "money", amount(slots), core
    elif section == "duration":
        if length := duration(slots):
            yield "duration", length, core
    elif section == "number" and counts(text, scan, match):
        yield "number", plain(half_more(slots)), core
