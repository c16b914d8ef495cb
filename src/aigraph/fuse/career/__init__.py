"""The career of a person: from all that articles say of moves, posts and departures to stays with bounded dates.

What each claim tells of one organisation is a piece (`pieces`). The pieces of an organisation make one stay or, where
someone came back, several (`stays`). The bounds of a stay are what its pieces allow (`bounds`), and the stays are put
in the order of time (`order`). Everything depends on the statements about that one person alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from aigraph.fuse.article import Article
from aigraph.fuse.career.bounds import Interval, interval
from aigraph.fuse.career.order import ordered
from aigraph.fuse.career.pieces import Kind, Piece, Status, pieces
from aigraph.fuse.career.stays import Stay, stays
from aigraph.model import Entity, Statement, Tenure


def tenures(statements: Iterable[Statement], articles: Mapping[str, Article]) -> tuple[Tenure, ...]:
    """Return the stays of one person, in order, from the statements whose subject that person is.

    Only what stands counts: accepted statements, and disputed ones, which the reasons mark. A founder has a stay
    where something else places them at the organisation, too. `articles` must hold the article of every claim; the
    order of the statements does not matter. Raises ValueError when the statements are about several people.
    """
    said = sorted(statements, key=lambda statement: statement.id)
    people = {statement.subject.id: statement.subject for statement in said}
    if len(people) > 1:
        raise ValueError(f"tenures are those of one person, not of {', '.join(sorted(people))}")
    found = stays(pieces(said, articles))
    intervals = [interval(stay, found) for stay in found]
    return tuple(
        _tenure(person, rank, found[place], intervals[place])
        for person in people.values()
        for rank, place in enumerate(ordered(found, intervals))
    )


def _tenure(person: Entity, rank: int, stay: Stay, when: Interval) -> Tenure:
    called_current = any(piece.status is Status.CURRENT for piece in stay.pieces)
    ended = any(piece.ends for piece in stay.pieces) or when.end_latest.day is not None
    return Tenure(
        person=person,
        organization=stay.organization,
        rank=rank,
        start_earliest=when.start_earliest,
        start_latest=when.start_latest,
        end_earliest=when.end_earliest,
        end_latest=when.end_latest,
        roles=tuple(sorted({role for piece in stay.pieces for role in piece.roles})),
        statements=tuple(sorted({piece.statement for piece in stay.pieces})),
        current=called_current and not ended,
    )


__all__ = ["Kind", "Piece", "tenures"]
