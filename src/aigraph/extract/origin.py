"""Where those who move come from, when the sentence of the move does not say it but the article does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from aigraph.model import Claim, Mention, Modality, Qualifier

_PRESENT = "current"


def with_origins(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims of an article, each move with the organisation that its person leaves, where one can tell.

    What the same sentence says counts most: a departure, then a post. Failing that, the newest move of a person leaves
    the organisation that the article says he or she leaves or works for, or the only other one that it knows of.
    """
    of: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.modality is not Modality.DENIED:
            of.setdefault(claim.subject.name, []).append(claim)
    newest = max((year for claim in claims if (year := _year(claim))), default="")
    return [_with_origin(claim, of.get(claim.subject.name, ()), newest) for claim in claims]


def _with_origin(move: Claim, known: Sequence[Claim], newest: str) -> Claim:
    if move.relation != "movedTo" or move.values("from") or move.modality is Modality.DENIED:
        return move
    others = [claim for claim in known if claim.object.name != move.object.name]
    here = [claim for claim in others if claim.evidence.span == move.evidence.span]
    station = _station_before(move, here)
    if station is not None:
        return _from(move, station)
    moves = {claim.object.name for claim in here if claim.relation == "movedTo"}
    here, others = ([claim for claim in some if claim.object.name not in moves] for some in (here, others))
    old = (_year(move) or newest) < newest
    origin = _first_sole(_steps(here)) or (None if old else _first_sole(_steps(others)))
    return move if origin is None else _from(move, origin)


def _station_before(move: Claim, here: Sequence[Claim]) -> Mention | None:
    """Return the station just before a move on a way that one sentence tells: "went to X, to Y and then to Z"."""
    before = [c.object for c in here if c.relation == "movedTo" and c.object.span.start < move.object.span.start]
    return max(before, key=lambda mention: mention.span.start, default=None)


def _from(move: Claim, origin: Mention) -> Claim:
    qualifier = Qualifier("from", origin.name, origin.text, origin.span, origin.type)
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
    """Return the one organisation of the first step that has any; several leave it open."""
    found = next((step for step in steps if step), ())
    return found[0] if len({mention.name for mention in found}) == 1 else None


def _year(claim: Claim) -> str | None:
    date = claim.value("date")
    return date[:4] if date and date[:4].isdigit() else None
