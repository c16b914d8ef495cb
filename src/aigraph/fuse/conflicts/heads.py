"""Two heads of one company."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from aigraph.fuse.article import Article
from aigraph.fuse.kind import Kind
from aigraph.fuse.post import is_exclusive
from aigraph.fuse.witness import asserted, is_plain, witness
from aigraph.model import Claim, Conflict, Statement

_APPOSITION_CHARS = 40


def keys(statement: Statement) -> Iterator[str]:
    """Group all who head one organisation, come to head it or stop doing so."""
    if statement.relation in ("workedAt", "movedTo", "left") and any(map(is_exclusive, statement.values("role"))):
        yield statement.object.id


def find(statements: Sequence[Statement], articles: Mapping[str, Article]) -> Iterator[Conflict]:
    """Find two who are called the head at one time, when no article tells that either came, went or was it before."""
    changing = {s.subject.id for s in statements if s.relation != "workedAt" or "past" in s.values("status")}
    posts = [s for s in statements if s.relation == "workedAt" and s.subject.id not in changing]
    told = {post.id: [claim for claim in asserted(post) if _is_head(claim)] for post in posts}
    for one, other in combinations(posts, 2):
        sides = (told[one.id], told[other.id])
        if all(sides) and _overlap(*sides, articles):
            yield _conflict((one, other), sides)


def _is_head(claim: Claim) -> bool:
    """Tell whether the sentence says in so many words that someone heads something: the names side by side."""
    first, last = sorted((claim.subject.span, claim.object.span))
    beside = last.start - first.end <= _APPOSITION_CHARS
    return beside and is_plain(claim) and any(map(is_exclusive, claim.values("role")))


def _overlap(one: list[Claim], other: list[Claim], articles: Mapping[str, Article]) -> bool:
    """Tell whether one article says both, or two articles of one day."""
    said = [[articles[claim.evidence.document] for claim in side] for side in (one, other)]
    times = [{a.id for a in side} | {a.earliest for a in side if a.earliest == a.latest} - {""} for side in said]
    return not times[0].isdisjoint(times[1])


def _conflict(posts: tuple[Statement, Statement], sides: tuple[list[Claim], list[Claim]]) -> Conflict:
    one, other = posts
    weaker = min(posts, key=lambda post: (post.sources, len(post.claims)))
    even = (one.sources, len(one.claims)) == (other.sources, len(other.claims))
    return Conflict(
        kind="heads",
        key=one.object.id,
        what=f"{one.subject.label} and {other.subject.label} are both said to head {one.object.label} at one time",
        settle=f"who headed {one.object.label} then, {one.subject.label} or {other.subject.label}, from itself",
        claims=tuple(witness(side).id for side in sides),
        statements=tuple(sorted((one.id, other.id))),
        disputed=tuple(sorted((one.id, other.id))) if even else (weaker.id,),
    )


KIND = Kind(
    name="heads",
    en="an article has two people at the head of one organisation at one time",
    fr="un article place deux personnes à la tête d'une même organisation en même temps",
    keys=keys,
    find=find,
    conflict=(
        """
        A: Sam Altman workedAt Meta; role PDG; status current
        A: Mark Zuckerberg workedAt Meta; role PDG; status current
        A: Mark Zuckerberg workedAt Meta; role patron; status current
        """,
    ),
    no_conflict=(
        """
        A: Elon Musk workedAt Tesla; role CEO; status current
        A: Elon Musk workedAt xAI; role CEO; status current
        """,
        """
        A: Elon Musk workedAt Tesla; role CEO; status current
        A: Drew Baglino workedAt Tesla; role deputy CEO; status current
        """,
        """
        A: Sam Altman workedAt Loopt; role CEO; status past
        A: Mark Chen workedAt Loopt; role CEO; status current
        """,
        """
        A: Emad Mostaque workedAt Stability AI; role CEO
        A: Prem Akkaraju workedAt Stability AI; role CEO
        B: Prem Akkaraju movedTo Stability AI; role CEO
        """,
        """
        A 2023-11-16: Sam Altman workedAt OpenAI; role CEO; status current
        B 2023-11-19: Mira Murati workedAt OpenAI; role CEO; status current
        """,
    ),
)
