"""Find the figures near a trigger: numbers, sums of money and dates, as mentions."""

from __future__ import annotations

from collections.abc import Sequence

from aigraph.extract.search import Search
from aigraph.model import Mention, Quantity

# How many tokens before a name its number may stand: "8.2 people from OpenAI".
_NUMBER_TOKENS = 4


def money(search: Search) -> Sequence[Mention]:
    """Find the sum of money nearest to the trigger."""
    return _nearest(search, "money")


def number(search: Search) -> Sequence[Mention]:
    """Find the number nearest to the trigger."""
    return _nearest(search, "number")


def number_before(search: Search) -> Sequence[Mention]:
    """Find the number just before the trigger: "8.2 from OpenAI"."""
    tokens = search.clause.tokens
    start, stop = tokens[max(0, search.at - _NUMBER_TOKENS)].span.start, tokens[search.at].span.start
    near = [figure for figure in _figures(search, "number") if start <= figure.span.start < stop]
    return near[-1:]


def date(search: Search) -> Sequence[Mention]:
    """Find the date of what the trigger tells: the first one in its own clause."""
    clause, at = search.clause, search.at
    inside = [clause.tokens[k].span for k in (at, *clause.descendants(at))]
    dates = (figure for kind in ("date", "start") for figure in _figures(search, kind, "Date"))
    return [found for found in dates if any(found.span.overlaps(span) for span in inside)][:1]


def _nearest(search: Search, kind: str) -> Sequence[Mention]:
    at = search.clause.tokens[search.at].span.start
    return sorted(_figures(search, kind), key=lambda figure: (abs(figure.span.start - at), figure.span))[:1]


def _figures(search: Search, kind: str, type: str = "Figure") -> list[Mention]:
    return [_figure(quantity, type) for quantity in search.clause.sentence.quantities if quantity.kind == kind]


def _figure(quantity: Quantity, type: str) -> Mention:
    return Mention(quantity.span, quantity.text, type, quantity.text, quantity.span)
