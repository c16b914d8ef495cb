"""Find the figures near a trigger: numbers and sums of money, as mentions."""

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


def _nearest(search: Search, kind: str) -> Sequence[Mention]:
    at = search.clause.tokens[search.at].span.start
    return sorted(_figures(search, kind), key=lambda figure: (abs(figure.span.start - at), figure.span))[:1]


def _figures(search: Search, kind: str) -> list[Mention]:
    return [_figure(quantity) for quantity in search.clause.sentence.quantities if quantity.kind == kind]


def _figure(quantity: Quantity) -> Mention:
    return Mention(quantity.span, quantity.text, "Figure", quantity.text, quantity.span)
