"""One length of time at two places, or two lengths at one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from aigraph.fuse.article import Article, are_near
from aigraph.fuse.house import are_one_house
from aigraph.fuse.kind import Kind
from aigraph.fuse.span import spell, years
from aigraph.fuse.witness import asserted, tied, witness
from aigraph.model import Claim, Conflict, Statement

# Many people have spent two or three years at two companies; hardly anyone exactly eleven at each.
_TELLING_YEARS = 5.0
# Six years may be called five, and twelve ten; who is still there has been there longer a year later.
_ROUNDING_YEARS = 1.0
_ROUNDING = 1.25
_SAME_NEWS_DAYS = 366


class _Stay(NamedTuple):
    duration: str
    claim: Claim
    statement: Statement

    @property
    def document(self) -> str:
        return self.claim.evidence.document


def keys(statement: Statement) -> Iterator[str]:
    """Group the stays of a person whose length is given."""
    if statement.relation == "workedAt" and statement.values("duration"):
        yield statement.subject.id


def find(statements: Sequence[Statement], articles: Mapping[str, Article]) -> Iterator[Conflict]:
    """Find one length of time that some articles give to one place and others to another, then two for one place."""
    stays = [
        _Stay(duration, claim, statement)
        for statement in statements
        for claim in asserted(statement)
        for duration in dict.fromkeys(tied(claim, "duration"))
    ]
    for duration in sorted({stay.duration for stay in stays if years(stay.duration) >= _TELLING_YEARS}):
        yield from _places([stay for stay in stays if stay.duration == duration], articles)
    for statement in statements:
        yield from _lengths([stay for stay in stays if stay.statement is statement], articles)


def _places(stays: Sequence[_Stay], articles: Mapping[str, Article]) -> Iterator[Conflict]:
    by_place: dict[str, list[_Stay]] = {}
    for stay in stays:
        by_place.setdefault(stay.statement.object.id, []).append(stay)
    for one, other in combinations(sorted(by_place), 2):
        sources = [{articles[stay.document].source for stay in by_place[place]} for place in (one, other)]
        # Whoever says both means both.
        if not are_one_house(one, other) and sources[0].isdisjoint(sources[1]):
            here, there = by_place[one][0].statement, by_place[other][0].statement
            person, length = here.subject.label, spell(stays[0].duration)
            yield _conflict(
                (by_place[one], by_place[other]),
                what=f"{person} is said to have spent {length} at {here.object.label}, and {length} at "
                f"{there.object.label}",
                settle=f"where {person} spent the {length}, at {here.object.label} or at {there.object.label}: "
                f"word from {person}, or dates",
            )


def _lengths(stays: Sequence[_Stay], articles: Mapping[str, Article]) -> Iterator[Conflict]:
    whole = [stay for stay in stays if not _has_post(stay.claim)]
    apart = [
        (one, other)
        for one, other in combinations(sorted(whole, key=lambda stay: (years(stay.duration), stay.claim.id)), 2)
        if years(other.duration) - years(one.duration) > _ROUNDING_YEARS
        and years(other.duration) > _ROUNDING * years(one.duration)
        and one.claim.evidence != other.claim.evidence
        and are_near(articles[one.document], articles[other.document], days=_SAME_NEWS_DAYS)
    ]
    if apart:
        short, long = apart[0][0], apart[-1][1]
        person, place = short.statement.subject.label, short.statement.object.label
        yield _conflict(
            ([short], [long]),
            what=f"{person} is said to have spent {spell(short.duration)} at {place}, and {spell(long.duration)}",
            settle=f"when {person} came to {place} and left: word from either, or dates",
        )


def _has_post(claim: Claim) -> bool:
    """Tell whether a claim is about a post, which may be shorter than the whole time there."""
    lengths = [q.span for q in claim.qualifiers if q.name == "duration" and q.span]
    posts = (q.span for q in claim.qualifiers if q.name == "role")
    return not all(post and any(post.overlaps(length) for length in lengths) for post in posts)


def _conflict(sides: tuple[Sequence[_Stay], Sequence[_Stay]], *, what: str, settle: str) -> Conflict:
    return Conflict(
        kind="durations",
        key=sides[0][0].statement.subject.id,
        what=what,
        settle=settle,
        claims=tuple(witness(stay.claim for stay in side).id for side in sides),
        statements=tuple(sorted({stay.statement.id for side in sides for stay in side})),
    )


KIND = Kind(
    name="durations",
    en="one length of time is said to have been spent at two places, or two lengths at one",
    fr="une même durée aurait été passée à deux endroits, ou deux durées au même",
    keys=keys,
    find=find,
    conflict=(
        """
        A: Joel Pobar workedAt Anthropic; duration P11Y
        B 2025-07: Joel Pobar workedAt Meta; duration P11Y
        """,
        """
        A 2025-12: Amar Subramanya workedAt Google; duration P16Y
        B 2025-07: Amar Subramanya workedAt Google; duration P6Y
        """,
    ),
    no_conflict=(
        """
        A 2025-07: Joel Pobar workedAt Meta; duration P11Y
        B 2025-07: Joel Pobar workedAt Anthropic; duration P10Y
        """,
        """
        A: Rémi Cadène workedAt Tesla; duration P3Y
        B: Rémi Cadène workedAt Hugging Face; duration P3Y
        """,
        """
        A: Wu Yonghui workedAt Google; duration P17Y
        B: Wu Yonghui workedAt Google DeepMind; duration P17Y
        """,
        """
        A: Yoshua Bengio workedAt ServiceNow; duration P27Y
        A: Yoshua Bengio workedAt Université de Montréal; duration P27Y
        """,
        """
        A: Hervé Jégou workedAt Meta; duration P8Y
        B: Hervé Jégou workedAt Inria; duration ... P8Y
        """,
        """
        A 2025-02: Andrew Tulloch workedAt Meta; duration P10Y
        B 2025-08: Andrew Tulloch workedAt Meta; duration P11Y
        """,
        """
        A 2014: Geoffrey Hinton workedAt Google; duration P1Y
        B 2023: Geoffrey Hinton workedAt Google; duration P10Y
        """,
        """
        A 2025-12: Hugo Larochelle workedAt Google; duration P9Y
        B 2025-12: Hugo Larochelle workedAt Google; role director; duration P2Y
        """,
    ),
)
