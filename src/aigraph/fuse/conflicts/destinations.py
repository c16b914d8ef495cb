"""Two destinations of one departure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from aigraph.fuse.article import Article, are_near
from aigraph.fuse.house import are_one_house
from aigraph.fuse.kind import Kind
from aigraph.fuse.phrase import joined
from aigraph.fuse.witness import are_apart, asserted, bounds_of, is_plain, tied, witness
from aigraph.model import Claim, Conflict, DateBounds, Statement

_SAME_NEWS_DAYS = 92


def keys(statement: Statement) -> Iterator[str]:
    """Group the moves of a person."""
    if statement.relation == "movedTo" and any(asserted(statement)):
        yield statement.subject.id


def find(statements: Sequence[Statement], articles: Mapping[str, Article]) -> Iterator[Conflict]:
    """Find two places that a person left one and the same place for, when no article tells of both moves."""
    for one, other in combinations(statements, 2):
        if are_one_house(one.object.id, other.object.id) or _follow(one, other) or _follow(other, one):
            continue
        documents = [{articles[c.evidence.document].source for c in move.claims} for move in (one, other)]
        shared = _shared_origin(one, other)
        if not shared or not documents[0].isdisjoint(documents[1]):
            continue
        here, there = (
            [(claim, bounds_of(claim, "date"), articles[claim.evidence.document]) for claim in _told(move)]
            for move in (one, other)
        )
        pairs = [(a[0], b[0]) for a, b in product(here, there) if _is_one_departure(*a[1:], *b[1:])]
        if pairs:
            yield _conflict(one, other, pairs, shared)


def _shared_origin(one: Statement, other: Statement) -> str:
    """Return the name of a place that both moves are from, or ""."""
    origins = [[q for q in move.qualifiers if q.name == "from"] for move in (one, other)]
    return min((a.text for a in origins[0] for b in origins[1] if are_one_house(a.value, b.value)), default="")


def _told(move: Statement) -> Iterator[Claim]:
    """Yield the claims whose sentence names who moves, from where and to where, and has any date beside the names."""
    for claim in filter(is_plain, asserted(move)):
        origins = [q.span for q in claim.qualifiers if q.name == "from"]
        named = any(claim.evidence.curated or (span and span in claim.evidence.span) for span in origins)
        if named and set(tied(claim, "date")) == set(claim.values("date")):
            yield claim


def _follow(one: Statement, other: Statement) -> bool:
    """Tell whether the second move is from where the first one went: a succession."""
    return any(are_one_house(origin, one.object.id) for origin in other.values("from"))


def _is_one_departure(dates: list[DateBounds], one: Article, others: list[DateBounds], other: Article) -> bool:
    if dates and others:
        return not all(are_apart(a, b) for a, b in product(dates, others))
    undated = not (one.latest or other.latest)
    return not (dates or others) and (undated or are_near(one, other, days=_SAME_NEWS_DAYS))


def _conflict(one: Statement, other: Statement, pairs: Sequence[tuple[Claim, Claim]], origin: str) -> Conflict:
    person, places = one.subject.label, sorted((one.object.label, other.object.label))
    return Conflict(
        kind="destinations",
        key=one.subject.id,
        what=f"{person} is said to have left {origin} for {joined(places, 'and for')}",
        settle=f"word from {person}, {joined(places)}, or a later article that has {person} at one of them",
        claims=tuple(witness(dict.fromkeys(pair[side] for pair in pairs)).id for side in (0, 1)),
        statements=tuple(sorted((one.id, other.id))),
        disputed=tuple(sorted((one.id, other.id))),
    )


KIND = Kind(
    name="destinations",
    en="someone is said to have left one place for two others at one time",
    fr="quelqu'un aurait quitté un même endroit pour deux autres à la fois",
    keys=keys,
    find=find,
    conflict=(
        """
        A 2025-06-28: Trapit Bansal movedTo Meta; from OpenAI
        B 2025-06-30: Trapit Bansal movedTo Anthropic; from OpenAI
        """,
        """
        A 2025-06-28: Trapit Bansal movedTo Meta; from OpenAI; date 2025-06
        B 2025-12-30: Trapit Bansal movedTo Anthropic; from OpenAI; date 2025
        """,
        """
        A: Trapit Bansal movedTo Meta; from OpenAI
        B: Trapit Bansal movedTo Anthropic; from OpenAI
        """,
    ),
    no_conflict=(
        """
        A 2015-12: Ilya Sutskever movedTo OpenAI; from Google
        B 2024-06: Ilya Sutskever movedTo Safe Superintelligence; from OpenAI
        """,
        """
        A 2016-03: Ian Goodfellow movedTo OpenAI; from Google
        B 2019-04: Ian Goodfellow movedTo Apple; from Google
        """,
        """
        A 2025-07: Joel Pobar movedTo Meta; from Anthropic
        B 2025-07: Joel Pobar movedTo Meta Superintelligence Labs; from Anthropic
        """,
        """
        A 2025-08: Avi Verma movedTo Meta; from OpenAI
        A 2025-08: Avi Verma movedTo OpenAI; from Meta
        """,
        """
        A 2025-08: Andrej Karpathy movedTo Tesla; from OpenAI; date 2017
        B 2025-08: Andrej Karpathy movedTo Eureka Labs; from OpenAI; date 2024
        """,
        """
        A 2025-08: (planned) Trapit Bansal movedTo Meta; from OpenAI
        B 2025-08: Trapit Bansal movedTo Anthropic; from OpenAI
        """,
    ),
)
