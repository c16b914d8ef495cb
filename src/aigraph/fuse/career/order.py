"""In which order the stays of a career came."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from aigraph.fuse.career.bounds import Interval
from aigraph.fuse.career.pieces import Kind
from aigraph.fuse.career.stays import Stay


def ordered(stays: Sequence[Stay], intervals: Sequence[Interval]) -> list[int]:
    """Return the places of the stays in the order of time.

    A move's origin comes before its destination, and a stay before the return.
    What is then still open goes by the day of the start, or else of the end, that the texts give; undated posts of
    the past come first, those that a move starts from last among them, and undated current ones at the end.
    """
    before = _before(stays)
    left = list(range(len(stays)))
    found: list[int] = []
    while left:
        free = [i for i in left if not any((j, i) in before for j in left)]
        # Moves that go in circles leave nothing free: then the dates alone decide.
        following = min(
            free or left,
            key=lambda i: _key(stays[i], intervals[i], came_back=any(_is_earlier(stays[i], stay) for stay in stays)),
        )
        found.append(following)
        left.remove(following)
    return found


def _before(stays: Sequence[Stay]) -> frozenset[tuple[int, int]]:
    """Return which stay comes before which: by one and the same move, or as turns at one place."""
    pairs = set()
    for i, one in enumerate(stays):
        left = {piece.claim for piece in one.pieces if piece.kind is Kind.DEPARTURE and piece.others}
        for j, other in enumerate(stays):
            if _is_earlier(one, other):
                pairs.add((i, j))
            if any(piece.kind is Kind.ARRIVAL and piece.claim in left for piece in other.pieces):
                # Who comes back from somewhere had gone there.
                earlier = (k for k, stay in enumerate(stays) if _is_earlier(stay, other))
                pairs |= {(i, j), *((k, i) for k in earlier)}
    return frozenset(pairs)


def _is_earlier(one: Stay, other: Stay) -> bool:
    return one.organization.id == other.organization.id and one.turn < other.turn


def _key(
    stay: Stay, interval: Interval, *, came_back: bool
) -> tuple[int, datetime.date, bool, bool, datetime.date, str, int]:
    says_start = any(piece.start != (None, None) for piece in stay.pieces)
    says_end = any(piece.end != (None, None) for piece in stay.pieces)
    start = interval.start_earliest.day or (interval.start_latest.day if says_start else None)
    end = (interval.end_earliest.day or interval.end_latest.day) if says_end else None
    ended = came_back or any(piece.ends for piece in stay.pieces)
    left = any(piece.kind is Kind.DEPARTURE for piece in stay.pieces)
    return (
        1 if start or end else 0 if ended else 2,
        start or end or datetime.date.min,
        # What ends on a day comes before what starts on it.
        start is not None,
        left,
        interval.end_latest.day or datetime.date.max,
        stay.organization.id,
        stay.turn,
    )
