"""From when to when a stay lasted: each bound is the strictest that a piece gives, with the reason in words."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import NamedTuple

from aigraph.fuse.career.pieces import Days, Kind, Piece, Status, shifted, written
from aigraph.fuse.career.stays import Stay
from aigraph.model import Bound

_TOLD = 3
"""How many reasons against a bound are told."""


class Interval(NamedTuple):
    """The four bounds of a stay."""

    start_earliest: Bound
    start_latest: Bound
    end_earliest: Bound
    end_latest: Bound


class Weight(IntEnum):
    """How much a bound says; of two that exclude each other the weaker is dropped."""

    CONTESTED = 0
    DURATION = 1
    PUBLISHED = 2
    NEXT = 3
    DATED = 4


@dataclass(frozen=True, slots=True, order=True)
class _Limit:
    """A day that the start or the end lies on or after, or on or before, and why."""

    day: datetime.date
    weight: Weight
    reason: str


@dataclass(slots=True)
class _Edge:
    """What bounds the start, or the end, from below and from above."""

    after: list[_Limit]
    before: list[_Limit]

    @property
    def earliest(self) -> _Limit | None:
        """The strictest bound from below; of several on one day, the one that says most."""
        return max(self.after, key=_strict_below, default=None)

    @property
    def latest(self) -> _Limit | None:
        """The strictest bound from above."""
        return max(self.before, key=_strict_above, default=None)


def _strict_below(limit: _Limit) -> tuple[int, int, str]:
    return limit.day.toordinal(), limit.weight, limit.reason


def _strict_above(limit: _Limit) -> tuple[int, int, str]:
    return -limit.day.toordinal(), limit.weight, limit.reason


def interval(stay: Stay, career: Sequence[Stay]) -> Interval:
    """Return the bounds of a stay; `career` are all stays of the person, of which the next at the same place counts."""
    start, end = _Edge([], []), _Edge([], [])
    ended = frozenset(piece.article.id for piece in stay.pieces if piece.ends)
    for piece in stay.pieces:
        _told(piece, stay.organization.label, start, end, ended=piece.article.id in ended)
    for other in career:
        if other.organization.id == stay.organization.id and other.turn == stay.turn + 1:
            end.before += _before_the_return(other)
        _moved_on(stay, other, end)
        start.after += _not_before(stay, other)
    dropped = _consistent(start, end)
    # How long it lasted says something only once the other end is known.
    lengths = [length for piece in stay.pieces if (length := _lasted(piece, start, end))]
    for against, reasons in _consistent(start, end).items():
        dropped.setdefault(against, []).extend(reasons)
    _clamp(start, end)
    bounds = [_bound(limit, dropped) for limit in (start.earliest, start.latest, end.earliest, end.latest)]
    if lengths and bounds[1].day is None:
        bounds[1] = Bound(None, f"{'; '.join(sorted(set(lengths)))}, but no day is known to count from")
    return Interval(*bounds)


# ------------------------------------------------------------------ what a piece says


def _told(piece: Piece, where: str, start: _Edge, end: _Edge, *, ended: bool) -> None:
    """Bound the start and the end by what a piece says; `ended`: its article tells of the end, too."""
    name = piece.source
    first, last = piece.published
    told = {
        Kind.FOUNDING: f"dates the founding of {where}",
        Kind.ARRIVAL: f"dates the move to {where}",
        Kind.POST: f"dates the start at {where}",
        Kind.DEPARTURE: f"dates the departure from {where}",
    }
    _add(start, piece, piece.start, Weight.DATED, f"{name} {told[piece.kind]} {_days(piece.start)}")
    if piece.kind is Kind.DEPARTURE and piece.others:
        # Between leaving and joining there may be months: only the last day is said.
        moved = f"{name} dates the move from {where} {_days(piece.end)}"
        _add(end, piece, piece.end, Weight.NEXT, moved)
    else:
        _add(end, piece, piece.end, Weight.DATED, f"{name} {told[Kind.DEPARTURE]} {_days(piece.end)}")
    if last is not None:
        speaks = {
            Kind.FOUNDING: f"speaks of the founding of {where}",
            Kind.ARRIVAL: f"tells of the move to {where}",
            Kind.POST: f"speaks of the post at {where}{_as(piece)}",
            Kind.DEPARTURE: f"tells of the departure from {where}",
        }
        _add(start, piece, (None, last), Weight.PUBLISHED, f"{name} {speaks[piece.kind]}")
        if piece.ends:
            past = f"calls the post at {where}{_as(piece)} past" if piece.status is Status.PAST else speaks[piece.kind]
            _add(end, piece, (None, last), Weight.PUBLISHED, f"{name} {past}")
    if first is not None and piece.status is Status.CURRENT and not ended:
        _add(end, piece, (first, None), Weight.PUBLISHED, f"{name} calls the post at {where}{_as(piece)} current")


def _lasted(piece: Piece, start: _Edge, end: _Edge) -> str:
    """Bound one end by the other and by how long it lasted, which is returned in words."""
    if piece.months is None:
        return ""
    weight = Weight.CONTESTED if piece.contested else Weight.DURATION
    long = f"{piece.source} gives it {_length(piece.months)}"
    if piece.contested:
        long += ", which is contradicted"
    if piece.status is Status.CURRENT:
        base = piece.published
    else:
        base = end.earliest.day if end.earliest else None, end.latest.day if end.latest else None
    if base != (None, None):
        days = _shifted(base, -piece.months, piece.rough)
        _add(start, piece, days, weight, f"{long}, until {_days(base)}")
    elif start.earliest and start.latest:
        begun = start.earliest.day, start.latest.day
        _add(end, piece, _shifted(begun, piece.months, piece.rough), weight, f"{long}, from {_days(begun)}")
    return long


def _before_the_return(later: Stay) -> Iterator[_Limit]:
    for piece in later.pieces:
        if piece.starts and (day := piece.start[1] or piece.published[1]):
            weight = Weight.NEXT if piece.start[1] else Weight.PUBLISHED
            told = f"{piece.source} tells of the return to {later.organization.label}"
            yield _Limit(day, weight, told + " (disputed)" * piece.disputed)


def _moved_on(stay: Stay, other: Stay, end: _Edge) -> None:
    """Bound the end by a move to another stay, which other articles may date."""
    left = {piece.claim: piece for piece in stay.pieces if piece.kind is Kind.DEPARTURE and piece.others}
    if not any(piece.kind is Kind.ARRIVAL and piece.claim in left for piece in other.pieces):
        return
    for piece in other.pieces:
        if piece.kind is Kind.ARRIVAL and piece.claim not in left:
            moved = f"{piece.source} dates the move on to {other.organization.label} {_days(piece.start)}"
            _add(end, piece, piece.start, Weight.NEXT, moved)


def _not_before(stay: Stay, other: Stay) -> Iterator[_Limit]:
    """Bound the start of a stay that one moved to by when one still was where one came from."""
    came = {piece.claim for piece in stay.pieces if piece.kind is Kind.ARRIVAL}
    if any(piece.kind is Kind.DEPARTURE and piece.claim in came for piece in other.pieces):
        ended = {piece.article.id for piece in other.pieces if piece.ends}
        for piece in other.pieces:
            day = piece.published[0]
            if day and piece.status is Status.CURRENT and piece.article.id not in ended:
                still = f"{piece.source} calls the post at {other.organization.label}{_as(piece)} current"
                yield _Limit(day, Weight.PUBLISHED, still + " (disputed)" * piece.disputed)


def _add(edge: _Edge, piece: Piece, days: Days, weight: Weight, reason: str) -> None:
    if piece.disputed:
        reason += " (disputed)"
    if days[0] is not None:
        edge.after.append(_Limit(days[0], weight, reason))
    if days[1] is not None:
        edge.before.append(_Limit(days[1], weight, reason))


# ------------------------------------------------------------------ what goes together


def _consistent(start: _Edge, end: _Edge) -> dict[str, list[str]]:
    """Drop what makes the stay impossible; return the reasons that were dropped, by what they yield to."""
    dropped: dict[str, list[str]] = {}
    for edge in (start, end):
        # The strictest come last, so that dropping them is quick however many there are.
        edge.after = sorted(set(edge.after), key=_strict_below)
        edge.before = sorted(set(edge.before), key=_strict_above)
    for after, before in ((start.after, start.before), (end.after, end.before), (start.after, end.before)):
        while after and before and after[-1].day > before[-1].day:
            low, high = after[-1], before[-1]
            if low.weight <= high.weight:
                dropped.setdefault(high.reason, []).append(after.pop().reason)
            if high.weight <= low.weight:
                dropped.setdefault(low.reason, []).append(before.pop().reason)
    return dropped


def _clamp(start: _Edge, end: _Edge) -> None:
    """Let no stay start after its end, or end before its start."""
    first, last = start.latest, end.latest
    if first and last and last.day < first.day:
        start.before.append(replace(last, reason=f"it ended by then: {last.reason}"))
    first, last = start.earliest, end.earliest
    if first and last and last.day < first.day:
        end.after.append(replace(first, reason=f"it started only then: {first.reason}"))


def _bound(limit: _Limit | None, dropped: dict[str, list[str]]) -> Bound:
    if limit is None:
        return Bound()
    reasons = sorted(set(dropped.get(limit.reason, ())))
    more = [f"{len(reasons) - _TOLD} more"] if len(reasons) > _TOLD else []
    against = "; ".join((*reasons[:_TOLD], *more))
    return Bound(limit.day, f"{limit.reason}; against it: {against}" if against else limit.reason)


# ------------------------------------------------------------------ words


def _as(piece: Piece) -> str:
    return f" ({', '.join(sorted(piece.roles))})" if piece.roles else ""


def _days(days: Iterable[datetime.date | None]) -> str:
    first, last = days
    if first is not None and last is not None:
        return written(first, last)
    return f"{first} or later" if first else f"{last} or earlier"


def _length(months: int) -> str:
    years, rest = divmod(months, 12)
    parts = [f"{count} {unit}{'s' if count > 1 else ''}" for count, unit in ((years, "year"), (rest, "month")) if count]
    return " and ".join(parts) or "no time"


def _shifted(days: Days, months: int, rough: int) -> Days:
    """Return days some months away; a length is rounded to its unit, up or down."""
    first, last = days
    return (
        shifted(first, months - rough) if first else None,
        shifted(last, months + rough) if last else None,
    )
