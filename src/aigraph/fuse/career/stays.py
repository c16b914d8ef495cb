"""Which pieces of an organisation are one stay there: people come back."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from aigraph.fuse.career.pieces import Days, Kind, Piece, Status, shifted
from aigraph.model import DateBounds, Entity, agreed


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
    found = []
    for organization in sorted({piece.organization.id for piece in pieces}):
        there = [piece for piece in pieces if piece.organization.id == organization]
        if any(piece.kind is not Kind.FOUNDING for piece in there):
            turns = filter(None, _turns(there, pieces))
            found += [Stay(there[0].organization, i, tuple(members)) for i, members in enumerate(turns)]
    return tuple(found)


def _turns(there: Sequence[Piece], career: Sequence[Piece]) -> list[list[Piece]]:
    arrivals = _arrivals(there, career)
    begun = {piece.claim for arrival in arrivals for piece in arrival}
    turns = [[], *map(list, arrivals)]
    rest = [piece for piece in there if piece.claim not in begun]
    # Departures first, dated ones before the others: whether someone has left again tells what "formerly" means.
    for piece in sorted(rest, key=lambda p: (p.kind is not Kind.DEPARTURE, p.end == (None, None), p.order)):
        turn = _turn(piece, turns, arrivals, there)
        news = {other.article.id for arrival in arrivals[turn:] for other in arrival}
        # In an article on the return, a post from before is not a current one, whatever tense its words have.
        turns[turn].append(replace(piece, status=None) if piece.article.id in news and not piece.ends else piece)
    return [sorted(turn, key=lambda piece: piece.order) for turn in turns]


# ------------------------------------------------------------------ arrivals


def _arrivals(there: Sequence[Piece], career: Sequence[Piece]) -> list[list[Piece]]:
    """Return the pieces that begin a stay, those of each stay together, in the order of time."""
    starting = [piece for piece in there if piece.starts]
    dated = sorted((p for p in starting if p.start != (None, None)), key=lambda p: (_first(p), _last(p), p.order))
    found: list[list[Piece]] = []
    for piece in dated:
        if found and _is_told_again(piece, found[-1], there):
            found[-1].append(piece)
        else:
            found.append([piece])
    late: list[Piece] = []
    for piece in (piece for piece in starting if piece.start == (None, None)):
        same = next((known for known in reversed(found) if not _comes_back(piece, known, there, career)), None)
        (late if same is None else same).append(piece)
    return [*found, late] if late else found


def _is_told_again(piece: Piece, known: Sequence[Piece], there: Sequence[Piece]) -> bool:
    """Tell whether a dated start is one that is known: nobody starts where they are, whatever posts follow."""
    first, last = _first(piece), max(_last(other) for other in known)
    if first <= last:
        return True
    since = min(_first(other) for other in known)
    if any(since <= last_day <= first for _, last_day in map(_whole, _endings(there))):
        return False
    return first <= shifted(last, 12) or Kind.ARRIVAL not in {piece.kind, *(other.kind for other in known)}


def _endings(there: Iterable[Piece]) -> list[Days]:
    return [piece.end for piece in there if piece.end != (None, None)]


def _comes_back(piece: Piece, known: Sequence[Piece], there: Sequence[Piece], career: Sequence[Piece]) -> bool:
    """Tell whether an undated arrival comes from where the person went after the known one."""
    known_origins = frozenset().union(*(other.others for other in known))
    if not piece.others or piece.others & known_origins:
        return False
    left_for = {place for other in there if other.kind is Kind.DEPARTURE for place in other.others}
    since = max(_last(other) for other in known)
    later = {p.organization.id for p in career if p.start[0] is not None and p.start[0] >= since}
    return bool(piece.others & (left_for | later))


# ------------------------------------------------------------------ the rest


def _turn(
    piece: Piece, turns: Sequence[Sequence[Piece]], arrivals: Sequence[Sequence[Piece]], there: Sequence[Piece]
) -> int:
    """Return the turn of a piece that begins no stay: the latest that it can belong to."""
    if piece.kind is Kind.DEPARTURE and piece.end == (None, None) and not piece.others:
        # A departure that nobody dates is the one that is known, if one is.
        known = [i for i, turn in enumerate(turns) if any(other.kind is Kind.DEPARTURE for other in turn)]
        if known:
            return known[-1]
    for turn in range(len(arrivals), 0, -1):
        start = _start(arrivals[turn - 1])
        left = [other.end[0] for other in turns[turn - 1] if other.kind is Kind.DEPARTURE and other.end[0]]
        since = max(filter(None, (start[0], *left)), default=None)
        after = _start(arrivals[turn])[1] if turn < len(arrivals) else None
        if _fits(piece, since, after) and not _is_before(piece, arrivals[turn - 1], turns[turn], there):
            return turn
    return 0


def _fits(piece: Piece, since: datetime.date | None, after: datetime.date | None) -> bool:
    """Tell whether a piece can belong to a stay that starts on or after a day, and before the one that starts after."""
    began, ended = _limits(piece)
    if since and ((ended[1] and ended[1] < since) or (began[1] and began[1] < since)):
        return False
    return not (after and (ended[0] or began[0] or after) > after)


def _is_before(piece: Piece, arrival: Sequence[Piece], turn: Sequence[Piece], there: Sequence[Piece]) -> bool:
    """Tell whether an ending rather is that of an earlier stay than the one that an arrival begins."""
    arrived = min((day for other in arrival if (day := other.start[1] or other.published[1])), default=None)
    if not (piece.ends or piece.months) or (arrived and piece.end[0] and arrived <= piece.end[0]):
        return False
    if piece.kind is Kind.DEPARTURE:
        return any(_is_round_trip(piece, other, there) for other in arrival)
    if any(other.kind is Kind.DEPARTURE for other in turn):
        return False
    return any(_is_news(other, piece) for other in arrival if other.kind is Kind.ARRIVAL)


def _is_round_trip(departure: Piece, arrival: Piece, there: Sequence[Piece]) -> bool:
    """Tell whether a departure leads to where an arrival then comes from, rather than the other way round."""
    left, came = departure.end, arrival.start
    if not departure.others & arrival.others:
        # Articles that have them there after they left, and not before, speak of the stay that follows.
        seen = [p.published for p in there if p.status is Status.CURRENT]
        if left[0] is None or left[1] is None or came != (None, None):
            return False
        return any(first and first > left[1] for first, _ in seen) and not any(
            last and last <= left[0] for _, last in seen
        )
    if left != (None, None) and came != (None, None):
        return _whole(left) < _whole(came)
    if left == came:
        return (_whole(departure.published), departure.order) < (_whole(arrival.published), arrival.order)
    # A date is given to what lies back; what has none is the news.
    return came == (None, None)


def _is_news(arrival: Piece, post: Piece) -> bool:
    """Tell whether a post that is over, or lasts for long, is one from before an arrival, which then is news.

    Who has just come is no former member, and has not been there for years.
    """
    came, said = arrival.start, post.published
    same_article = arrival.article.id == post.article.id
    if post.months is not None and said[1]:
        first = came[0] or (shifted(arrival.published[0], -12) if arrival.published[0] else None)
        if first and shifted(said[1], -post.months) < first:
            return True
    if not post.ends:
        return same_article and came == (None, None) and (post.months or 0) >= 12
    if came == (None, None):
        return same_article or bool(said[1] and arrival.published[0] and said[1] <= arrival.published[0])
    return same_article and bool(said[1] and came[1] and said[1] <= shifted(came[1], 12))


def _start(arrival: Sequence[Piece]) -> Days:
    """Return the days on which several pieces have a stay begin."""
    return agreed(DateBounds("", *piece.start) for piece in arrival if piece.start != (None, None))


def _limits(piece: Piece) -> tuple[Days, Days]:
    """Return the days on which the stay of a piece can have begun, and those on which it can have ended."""
    first, last = piece.published
    began, ended = piece.start, piece.end
    if piece.status is Status.CURRENT:
        ended = ended[0] or first, ended[1]
    if piece.ends:
        ended = ended[0], ended[1] or last
    if began == (None, None):
        base = last if piece.status is Status.CURRENT else ended[1] or last
        months = max((piece.months or 0) - piece.rough, 0)
        began = None, shifted(base, -months) if base else None
    return began, ended


def _first(piece: Piece) -> datetime.date:
    return piece.start[0] or datetime.date.min


def _last(piece: Piece) -> datetime.date:
    return piece.start[1] or datetime.date.max


def _whole(days: Days) -> tuple[datetime.date, datetime.date]:
    return days[0] or datetime.date.min, days[1] or datetime.date.max
