"""An article against itself: one sentence said twice, with another organisation in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from aigraph.fuse.article import Article
from aigraph.fuse.confidence import place
from aigraph.fuse.house import are_one_house
from aigraph.fuse.kind import Kind
from aigraph.fuse.post import is_exclusive
from aigraph.fuse.witness import asserted, is_plain
from aigraph.gazetteer import fold
from aigraph.model import Claim, Conflict, Statement

_WORD = re.compile(r"\w{3,}")


def keys(statement: Statement) -> Iterator[str]:
    """Group the organisations that a person heads."""
    if statement.relation == "workedAt" and any(map(is_exclusive, statement.values("role"))):
        yield statement.subject.id


def find(statements: Sequence[Statement], _: Mapping[str, Article]) -> Iterator[Conflict]:
    """Find captions and bylines of one article that differ in nothing but the organisation that a person heads."""
    said = {statement.id: _said(statement) for statement in statements}
    for one, other in combinations(statements, 2):
        twins = said[one.id].keys() & said[other.id].keys()
        if twins and not are_one_house(one.object.id, other.object.id):
            first = min(twins)
            yield _conflict(one, other, (said[one.id][first], said[other.id][first]))


def _said(statement: Statement) -> dict[tuple[str, ...], Claim]:
    """Return the claims that someone heads something, by their article and the words around the organisation."""
    told = (c for c in asserted(statement) if is_plain(c) and not c.evidence.curated)
    heads = (c for c in told if any(map(is_exclusive, c.values("role"))))
    return {(claim.evidence.document, *_frame(claim)): claim for claim in sorted(heads, key=place, reverse=True)}


def _frame(claim: Claim) -> tuple[str, ...]:
    """Return the words of the sentence without those of the organisation."""
    start, end = (at - claim.evidence.span.start for at in (claim.object.span.start, claim.object.span.end))
    return tuple(_WORD.findall(fold(claim.evidence.quote[:start] + " " + claim.evidence.quote[end:])))


def _conflict(one: Statement, other: Statement, twins: tuple[Claim, Claim]) -> Conflict:
    person = one.subject.label
    weights = [(post.sources, len(post.claims)) for post in (one, other)]
    weaker = {post.id for post, weight in zip((one, other), weights, strict=True) if weight == min(weights)}
    return Conflict(
        kind="itself",
        key=one.subject.id,
        what=f"one article has {person} at the head of {one.object.label}, and in the same words at that of "
        f"{other.object.label}",
        settle=f"which of the two {person} heads, {one.object.label} or {other.object.label}",
        claims=tuple(claim.id for claim in twins),
        statements=tuple(sorted((one.id, other.id))),
        disputed=tuple(sorted(weaker)),
    )


KIND = Kind(
    name="itself",
    en="an article says the same of someone twice, with another organisation in it",
    fr="un article dit deux fois la même chose de quelqu'un, en changeant d'organisation",
    keys=keys,
    find=find,
    conflict=(
        """
        A: Sam Altman workedAt OpenAI; role PDG; status current
        A: Sam Altman workedAt Meta; role PDG; status current
        """,
    ),
    no_conflict=(
        """
        A: Sam Altman workedAt OpenAI; role PDG; status current
        B: Sam Altman workedAt Meta; role PDG; status current
        """,
        """
        A: Elon Musk workedAt Tesla; role CEO; status current
        A: Elon Musk workedAt xAI; role boss; status current
        """,
        """
        A: Demis Hassabis workedAt Google DeepMind; role CEO; status current
        A: Demis Hassabis workedAt Google; role CEO; status current
        """,
        """
        A: Sam Altman workedAt OpenAI; role scientist; status current
        A: Sam Altman workedAt Meta; role scientist; status current
        """,
    ),
)
