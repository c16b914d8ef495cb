"""Look up which spans of a text overlap another, in logarithmic time, so that no text can make a search quadratic."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from aigraph.model import Span


class SpanIndex:
    """Spans in the order of the text; they may overlap one another.

    >>> list(SpanIndex([Span(0, 4), Span(6, 9)]).overlapping(Span(3, 6)))
    [0]
    """

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = list(spans)
        self._order = sorted(range(len(self._spans)), key=lambda i: self._spans[i])
        self._starts = [self._spans[i].start for i in self._order]
        # The furthest end so far: spans before the first one that reaches beyond a point cannot touch what is after it.
        self._reach = list(accumulate((self._spans[i].end for i in self._order), max))

    def overlapping(self, span: Span) -> Iterator[int]:
        """Yield the positions, as given, of the spans that share a code point with `span`, by start and end."""
        for i in self._order[bisect_right(self._reach, span.start) : bisect_left(self._starts, span.end)]:
            if self._spans[i].overlaps(span):
                yield i

    def touches(self, span: Span) -> bool:
        """Tell whether any span shares a code point with `span`."""
        return next(self.overlapping(span), None) is not None


def longest(spans: Iterable[Span]) -> list[Span]:
    """Return the longest of overlapping spans, the first of equally long ones, in the order of the text."""
    starts: list[int] = []
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda s: (s.start - s.end, s.start)):
        at = bisect_left(starts, span.start)
        free_before = at == 0 or kept[at - 1].end <= span.start
        free_behind = at == len(kept) or span.end <= starts[at]
        if free_before and free_behind:
            starts.insert(at, span.start)
            kept.insert(at, span)
    return kept
