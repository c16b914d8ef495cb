"""Where those who move come from, when the sentence of the move does not say it but the article does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from aigraph.gazetteer import Entry, fold, gazetteer
from aigraph.model import Claim, Mention, Modality, Qualifier

_PRESENT = "current"


def with_origins(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims of an article, each move with the organisation that its person leaves, where one can tell.

    What the same sentence says counts most: a departure, then a post. Failing that, the newest move of a person leaves
    the organisation that the article says he or she leaves or works for, or the only other one that it knows of.
    Those of whom the article knows no other organisation come from where those do who make the same move.
    """
    of: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.modality is not Modality.DENIED:
            of.setdefault(claim.subject.name, []).append(claim)
    newest = max((year for claim in claims if (year := _year(claim))), default="")
    owned = [_without_others(_elsewhere(claim), claims) for claim in claims]
    traced = [_with_origin(claim, of.get(claim.subject.name, ()), newest) for claim in owned]
    return _shared(traced, of)


def _elsewhere(move: Claim) -> Claim:
    """Return a move without the origins that are its destination by another name."""
    kept = tuple(q for q in move.qualifiers if q.name != "from" or not _same(q.value, move.object.name))
    return move if move.relation != "movedTo" or len(kept) == len(move.qualifiers) else replace(move, qualifiers=kept)


def _without_others(move: Claim, claims: Sequence[Claim]) -> Claim:
    """Return a move without the origins whose very words tell of others' posts, and not of one of its person's."""
    if move.relation != "movedTo" or not move.values("from"):
        return move

    def is_others(origin: Qualifier) -> bool:
        posts = {
            c.subject.name for c in claims if c.relation in ("workedAt", "founded") and c.object.span == origin.span
        }
        return bool(posts) and move.subject.name not in posts

    kept = tuple(q for q in move.qualifiers if q.name != "from" or not is_others(q))
    return replace(move, qualifiers=kept)


def _with_origin(move: Claim, known: Sequence[Claim], newest: str) -> Claim:
    if not _lacks_origin(move):
        return move
    others = [claim for claim in known if not _is_there(claim, move)]
    here = [claim for claim in others if claim.evidence.span == move.evidence.span]
    station = _station_before(move, here)
    if station is not None:
        return _from(move, station)
    moves = {claim.object.name for claim in here if claim.relation == "movedTo"}
    here, others = ([claim for claim in some if claim.object.name not in moves] for some in (here, others))
    old = (_year(move) or newest) < newest
    origin = _first_sole(_steps(here)) or (None if old else _first_sole(_steps(others)))
    return move if origin is None else _from(move, origin)


def _is_there(claim: Claim, move: Claim) -> bool:
    """Tell whether a claim is about where a move goes: the place itself, or a unit of it that nobody left."""
    place, goal = claim.object.name, move.object.name
    return _same(place, goal) or (claim.relation != "left" and _is_unit(place, goal))


def _lacks_origin(claim: Claim) -> bool:
    return claim.relation == "movedTo" and not claim.values("from") and claim.modality is not Modality.DENIED


def _station_before(move: Claim, here: Sequence[Claim]) -> Mention | None:
    """Return the station just before a move on a way that one sentence tells: "went to X, to Y and then to Z".

    What an entry of a list tells of moves lies before the one that the list is about.
    """
    listed = _is_listed(move)
    before = [
        claim.object
        for claim in here
        if claim.relation == "movedTo"
        and not _is_listed(claim)
        and (listed or claim.object.span.start < move.object.span.start)
    ]
    return max(before, key=lambda mention: mention.span.start, default=None)


def _is_listed(move: Claim) -> bool:
    """Tell whether a move goes where its sentence does not name: to the place that a list is about."""
    return not move.evidence.span.overlaps(move.object.span)


def _shared(claims: Sequence[Claim], of: dict[str, list[Claim]]) -> list[Claim]:
    """Return the claims, those who are known for their move only with the one origin of who moves with them."""
    moves = [claim for claim in claims if claim.relation == "movedTo" and claim.values("from")]
    # One's own company is no one else's, whoever goes along.
    moves = [move for move in moves if not _is_own(move.values("from")[0], of.get(move.subject.name, ()))]
    return [
        _qualified(claim, origin)
        if _lacks_origin(claim)
        and not _has_past(claim, of.get(claim.subject.name, ()))
        and (origin := _sole_origin(move for move in moves if _together(claim, move)))
        else claim
        for claim in claims
    ]


def _together(one: Claim, other: Claim) -> bool:
    """Tell whether one stretch of a sentence takes two people to the same place."""
    span = one.evidence.span
    if span != other.evidence.span or one.object.name != other.object.name:
        return False
    first, last = sorted(claim.subject.span.start - span.start for claim in (one, other))
    return ";" not in one.evidence.quote[max(first, 0) : max(last, 0)]


def _sole_origin(moves: Iterable[Claim]) -> Qualifier | None:
    origins = [qualifier for move in moves for qualifier in move.qualifiers if qualifier.name == "from"]
    return origins[0] if origins and all(_same(origins[0].value, other.value) for other in origins) else None


def _is_own(place: str, known: Sequence[Claim]) -> bool:
    return any(claim.relation == "founded" and _same(claim.object.name, place) for claim in known)


def _has_past(move: Claim, known: Sequence[Claim]) -> bool:
    places = ("workedAt", "movedTo", "left", "founded")
    return any(claim.relation in places and not _same(claim.object.name, move.object.name) for claim in known)


def _from(move: Claim, origin: Mention) -> Claim:
    return _qualified(move, Qualifier("from", origin.name, origin.text, origin.span, origin.type))


def _qualified(move: Claim, qualifier: Qualifier) -> Claim:
    return replace(move, qualifiers=tuple(sorted([*move.qualifiers, qualifier], key=lambda q: (q.name, q.value))))


def _steps(claims: Sequence[Claim]) -> Iterator[list[Mention]]:
    """Yield what a person may come from, the surest first."""
    posts = [claim for claim in claims if claim.relation == "workedAt"]
    founded = [claim for claim in claims if claim.relation == "founded"]
    own = {claim.object.name for claim in founded}
    yield [claim.object for claim in claims if claim.relation == "left"]
    yield [claim.object for claim in posts if claim.object.name in own]
    yield [claim.object for claim in posts if claim.value("status") == _PRESENT]
    yield [claim.object for claim in posts]
    yield [claim.object for claim in claims if claim.relation in ("workedAt", "movedTo")]
    yield [claim.object for claim in founded]


def _first_sole(steps: Iterable[Sequence[Mention]]) -> Mention | None:
    """Return the one organisation of the first step that has any, a unit before its whole; several leave it open."""
    found = next((step for step in steps if step), ())
    units = [one for one in found if not any(_is_unit(other.name, one.name) for other in found)]
    return units[0] if units and all(_same(units[0].name, other.name) for other in units) else None


@cache
def _entries(name: str) -> tuple[Entry, ...]:
    return gazetteer().find(name, type="Organization")


def _same(one: str, other: str) -> bool:
    """Tell whether two names are those of one organisation."""
    return fold(one) == fold(other) or not {e.id for e in _entries(one)}.isdisjoint(e.id for e in _entries(other))


def _is_unit(unit: str, whole: str) -> bool:
    """Tell whether the first of two organisations is known as a part of the second."""
    return not {entry.parent for entry in _entries(unit)}.isdisjoint(entry.id for entry in _entries(whole))


def _year(claim: Claim) -> str | None:
    date = claim.value("date")
    return date[:4] if date and date[:4].isdigit() else None
