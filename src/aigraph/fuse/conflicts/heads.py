"""Two heads of one company."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from aigraph.fuse.article import Article
from aigraph.fuse.kind import Kind
from aigraph.fuse.post import is_exclusive
from aigraph.fuse.witness import asserted, witness
from aigraph.model import Claim, Conflict, Statement


def keys(statement: Statement) -> Iterator[str]:
    """Group all who head one organisation, come to head it or stop doing so."""
    if statement.relation in ("workedAt", "movedTo", "left") and any(map(is_exclusive, statement.values("role"))):
        yield statement.object.id


def find(statements: Sequence[Statement], articles: Mapping[str, Article]) -> Iterator[Conflict]:
    """Find two whom one article calls the head, when no article tells that either came, went or was it before."""
    changing = {s.subject.id for s in statements if s.relation != "workedAt" or "past" in s.values("status")}
    posts = [s for s in statements if s.relation == "workedAt" and s.subject.id not in changing]
    for one, other in combinations(posts, 2):
        sides = [
            [claim for claim in asserted(post) if any(map(is_exclusive, claim.values("role")))] for post in (one, other)
        ]
        documents = [{claim.evidence.document for claim in side} for side in sides]
        shared = sorted(documents[0] & documents[1])
        if shared:
            yield _conflict((one, other), sides, shared, articles)


def _conflict(
    posts: tuple[Statement, Statement],
    sides: list[list[Claim]],
    documents: Sequence[str],
    articles: Mapping[str, Article],
) -> Conflict:
    sides = [[claim for claim in side if claim.evidence.document in documents] for side in sides]
    weaker = min(map(len, sides))
    one, other = posts
    return Conflict(
        kind="heads",
        key=one.object.id,
        what=f"{articles[documents[0]].speaker} has two at the head of {one.object.label}: "
        f"{one.subject.label} and {other.subject.label}",
        settle=f"who heads {one.object.label}, from itself: {one.subject.label} or {other.subject.label}",
        claims=tuple(witness(side).id for side in sides),
        statements=tuple(sorted((one.id, other.id))),
        disputed=tuple(sorted(p.id for p, side in zip(posts, sides, strict=True) if len(side) == weaker)),
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
