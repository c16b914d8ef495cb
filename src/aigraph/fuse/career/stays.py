"""Which pieces of an organisation are one stay there: people come back."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from aigraph.fuse.career.arrival import Arrival, whole
from aigraph.fuse.career.pieces import Days, Kind, Piece, Status, shifted
from aigraph.model import Entity

NOWHERE: Days = (None, None)


@dataclass(frozen=True, slots=True)
class Stay:
    """The pieces of one stay, and how many stays at the same organisation come before it."""

    organization: Entity
    turn: int
    pieces: tuple[Piece, ...]


def stays(pieces: Sequence[Piece]) -> tuple[Stay, ...]:
    """Return the stays that the pieces tell of, by organisation and turn.

    Each arrival begins a stay, unless it is the same one told again. What cannot belong to it, or rather speaks of
    the time before, is an earlier stay whose beginning nobody tells.
    """
    there: dict[str, list[Piece]] = {}
    begun: dict[str, datetime.date] = {}
    for piece in pieces:
        there.setdefault(piece.organization.id, []).append(piece)
        if piece.start[0] is not None:
            begun[piece.organization.id] = max(piece.start[0], begun.get(piece.organization.id, piece.start[0]))
    gone_to = frozenset(p.organization.id for p in pieces if p.kind is Kind.ARRIVAL or p.status is Status.CURRENT)
    found = []
    for _, members in sorted(there.items()):
        if any(piece.kind is not Kind.FOUNDING for piece in members):
            turns = (turn.pieces for turn in _Place(members, begun, gone_to).turns if turn.pieces)
            ordered = (tuple(sorted(turn, key=lambda piece: piece.order)) for turn in turns)
            found += [Stay(members[0].organization, i, turn) for i, turn in enumerate(ordered)]
    return tuple(found)


@dataclass(slots=True)
class _Turn:
    """The pieces of a stay so far; `left` is the last day by which no departure had come, if there is one."""

    pieces: list[Piece] = field(default_factory=list)
    departed: bool = False
    left: datetime.date | None = None

    def add(self, piece: Piece) -> None:
        self.pieces.append(piece)
        if piece.kind is Kind.DEPARTURE:
            self.departed = True
            self.left = max(filter(None, (self.left, piece.end[0])), default=None)


class _Place:
    """What the pieces of one organisation tell.

    `begun` is the last day that any dated stay begins on, by place; `gone_to` are the places that someone came to, or
    was at when an article spoke.
    """

    def __init__(self, there: Sequence[Piece], begun: Mapping[str, datetime.date], gone_to: frozenset[str]) -> None:
        self.elsewhere = gone_to - {there[0].organization.id}
        self.endings = sorted(whole(piece.end)[1] for piece in there if piece.end != NOWHERE)
        self.left_for = frozenset(place for piece in there if piece.kind is Kind.DEPARTURE for place in piece.others)
        seen = [piece.published for piece in there if piece.status is Status.CURRENT]
        self.last_seen = max((first for first, _ in seen if first), default=datetime.date.min)
        self.first_seen = min((last for _, last in seen if last), default=datetime.date.max)
        self.arrivals = self._arrivals([piece for piece in there if piece.starts], begun)
        known = {piece.claim for arrival in self.arrivals for piece in arrival.pieces}
        self.turns = [_Turn(), *(_Turn(list(arrival.pieces)) for arrival in self.arrivals)]
        rest = (piece for piece in there if piece.claim not in known)
        # Departures first, dated ones before the others: whether someone has left again tells what "formerly" means.
        for piece in sorted(rest, key=lambda p: (p.kind is not Kind.DEPARTURE, p.end == NOWHERE, p.order)):
            turn = self._turn(piece)
            news = any(piece.article.id in arrival.articles for arrival in self.arrivals[turn:])
            # In an article on the return, a post from before is not a current one, whatever tense its words have.
            self.turns[turn].add(replace(piece, status=None) if news and not piece.ends else piece)

    # ------------------------------------------------------------------ arrivals

    def _arrivals(self, starting: Sequence[Piece], begun: Mapping[str, datetime.date]) -> list[Arrival]:
        """Return the pieces that begin a stay, those of each stay together, in the order of time."""
        dated = sorted((p for p in starting if p.start != NOWHERE), key=lambda p: (*whole(p.start), p.order))
        found: list[Arrival] = []
        for piece in dated:
            if found and self._is_told_again(piece, found[-1]):
                found[-1].add(piece)
            else:
                found.append(Arrival(piece))
        late: Arrival | None = None
        for piece in (piece for piece in starting if piece.start == NOWHERE):
            same = next((known for known in reversed(found) if not self._comes_back(piece, known, begun)), late)
            if same is None:
                late = Arrival(piece)
            else:
                same.add(piece)
        return [*found, late] if late else found

    def _is_told_again(self, piece: Piece, known: Arrival) -> bool:
        """Tell whether a dated start is one that is known: nobody starts where they are, whatever posts follow."""
        first = whole(piece.start)[0]
        if first <= known.last:
            return True
        since = bisect_left(self.endings, known.first)
        if since < len(self.endings) and self.endings[since] <= first:
            return False
        return first <= shifted(known.last, 12) or (piece.kind is not Kind.ARRIVAL and not known.told)

    def _comes_back(self, piece: Piece, known: Arrival, begun: Mapping[str, datetime.date]) -> bool:
        """Tell whether an undated arrival comes from where the person went after the known one."""
        if not piece.others or piece.others & known.origins:
            return False
        later = {place for place in piece.others if begun.get(place, datetime.date.min) >= known.last}
        return bool(piece.others & self.left_for or later)

    # ------------------------------------------------------------------ the rest

    def _turn(self, piece: Piece) -> int:
        """Return the turn of a piece that begins no stay: the latest that it can belong to."""
        if piece.kind is Kind.DEPARTURE and piece.end == NOWHERE and not piece.others:
            # A departure that nobody dates is the one that is known, if one is.
            known = [i for i, turn in enumerate(self.turns) if turn.departed]
            if known:
                return known[-1]
        for turn in range(len(self.arrivals), 0, -1):
            arrival = self.arrivals[turn - 1]
            since = max(filter(None, (arrival.start[0], self.turns[turn - 1].left)), default=None)
            after = self.arrivals[turn].start[1] if turn < len(self.arrivals) else None
            if _fits(piece, since, after) and not self._is_before(piece, arrival, departed=self.turns[turn].departed):
                return turn
        return 0

    def _is_before(self, piece: Piece, arrival: Arrival, *, departed: bool) -> bool:
        """Tell whether an ending rather is that of an earlier stay than the one that an arrival begins."""
        if not (piece.ends or piece.months) or (piece.end[0] and arrival.by and arrival.by <= piece.end[0]):
            return False
        if piece.kind is not Kind.DEPARTURE:
            return not departed and arrival.is_news_to(piece, latest=self.elsewhere <= arrival.origins)
        # Articles that have them there after they left, and not before, speak of the stay that follows.
        first, last = piece.end
        came_back = bool(first and last and self.last_seen > last and self.first_seen > first)
        return arrival.follows(piece, came_back=came_back)


def _fits(piece: Piece, since: datetime.date | None, after: datetime.date | None) -> bool:
    """Tell whether a piece can belong to a stay that starts on or after a day, and before the one that starts after."""
    began, ended = _limits(piece)
    if since and ((ended[1] and ended[1] < since) or (began[1] and began[1] < since)):
        return False
    return not (after and (ended[0] or began[0] or after) > after)


def _limits(piece: Piece) -> tuple[Days, Days]:
    """Return the days on which the stay of a piece can have begun, and those on which it can have ended."""
    first, last = piece.published
    began, ended = piece.start, piece.end
    if piece.status is Status.CURRENT:
        ended = ended[0] or first, ended[1]
    if piece.ends:
        ended = ended[0], ended[1] or last
    if began == NOWHERE:
        base = last if piece.status is Status.CURRENT else ended[1] or last
        months = max((piece.months or 0) - piece.rough, 0)
        began = None, shifted(base, -months) if base else None
    return began, ended
