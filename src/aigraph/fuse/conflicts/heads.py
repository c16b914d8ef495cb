"""Two heads of one organisation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from aigraph.fuse.article import Article
from aigraph.fuse.confidence import place
from aigraph.fuse.kind import Kind
from aigraph.fuse.post import is_exclusive
from aigraph.fuse.witness import asserted, bounds_of, is_plain, witness
from aigraph.model import Claim, Conflict, Statement

_APPOSITION_CHARS = 40

_Pair = tuple[Claim, Claim]


def keys(statement: Statement) -> Iterator[str]:
    """Group all who head one organisation, come to head it or stop doing so."""
    if statement.relation in ("workedAt", "movedTo", "left") and any(map(is_exclusive, statement.values("role"))):
        yield statement.object.id


def find(statements: Sequence[Statement], articles: Mapping[str, Article]) -> Iterator[Conflict]:
    """Find two who head an organisation in one article, or on one day; not when one came or went, and nobody says when.

    A post has its start and its end, or else the day of the article that calls it current.
    """
    changing = {s.subject.id for s in statements if s.relation != "workedAt" or "past" in s.values("status")}
    posts = [s for s in statements if s.relation == "workedAt"]
    told = {post.id: [claim for claim in asserted(post) if _is_head(claim)] for post in posts}
    for one, other in combinations(posts, 2):
        sides = (told[one.id], told[other.id])
        settled = changing.isdisjoint((one.subject.id, other.subject.id))
        pair = (settled and _in_one_article(*sides)) or _on_one_day(*sides, articles, dated=not settled)
        if pair:
            yield _conflict(one, other, pair)


def _is_head(claim: Claim) -> bool:
    """Tell whether the sentence says in so many words that someone heads something: the names side by side."""
    first, last = sorted((claim.subject.span, claim.object.span))
    beside = last.start - first.end <= _APPOSITION_CHARS
    return beside and is_plain(claim) and any(map(is_exclusive, claim.values("role")))


def _in_one_article(one: list[Claim], other: list[Claim]) -> _Pair | None:
    shared = {claim.evidence.document for claim in one} & {claim.evidence.document for claim in other}
    if not shared:
        return None
    first = min(shared)
    here, there = (witness(claim for claim in side if claim.evidence.document == first) for side in (one, other))
    return here, there


def _on_one_day(one: list[Claim], other: list[Claim], articles: Mapping[str, Article], *, dated: bool) -> _Pair | None:
    """Return two claims of posts that surely are held on one day; if `dated`, only posts with a start and an end."""
    times = []
    for side, claims in enumerate((one, other)):
        for claim in claims:
            first, last = _held(claim, articles[claim.evidence.document])
            if first and first <= last and (not dated or (claim.values("start") and claim.values("end"))):
                times.append((first, last, place(claim), side, claim))
    lasting: list[tuple[str, Claim] | None] = [None, None]
    for first, last, _, side, claim in sorted(times, key=lambda time: time[:3]):
        against = lasting[1 - side]
        if against and first <= against[0]:
            return (claim, against[1]) if side == 0 else (against[1], claim)
        lasting[side] = max(filter(None, (lasting[side], (last, claim))), key=lambda stay: stay[0])
    return None


def _held(claim: Claim, article: Article) -> tuple[str, str]:
    """Return the first and the last day between which the post surely is held; "" for a day that is not known."""
    past = "past" in claim.values("status")
    starts = [bounds.latest.isoformat() for bounds in bounds_of(claim, "start") if bounds.latest]
    ends = [bounds.earliest.isoformat() for bounds in bounds_of(claim, "end") if bounds.earliest]
    return max(starts, default="" if past else article.latest), min(ends, default="" if past else article.earliest)


def _conflict(one: Statement, other: Statement, pair: _Pair) -> Conflict:
    weights = {post.id: (post.sources, len(post.claims)) for post in (one, other)}
    return Conflict(
        kind="heads",
        key=one.object.id,
        what=f"{one.subject.label} and {other.subject.label} are both said to head {one.object.label} at one time",
        settle=f"who headed {one.object.label} then, {one.subject.label} or {other.subject.label}, from itself",
        claims=tuple(claim.id for claim in pair),
        statements=tuple(sorted(weights)),
        disputed=tuple(sorted(post for post, weight in weights.items() if weight == min(weights.values()))),
    )


KIND = Kind(
    name="heads",
    en="two people are said to head one organisation at one time",
    fr="deux personnes seraient à la tête d'une même organisation en même temps",
    keys=keys,
    find=find,
    conflict=(
        """
        A: Sam Altman workedAt Loopt; role CEO; status past; start 2005; end 2012
        B: Mark Chen workedAt Loopt; role CEO; status past; start 2008; end 2010
        """,
        """
        A 2025-07-01: Sam Altman workedAt OpenAI; role CEO; start 2019
        B 2023-05-02: Mira Murati workedAt OpenAI; role CEO; status current
        """,
        """
        A: Sam Altman workedAt Meta; role PDG; status current
        A: Mark Zuckerberg workedAt Meta; role PDG; status current
        A: Mark Zuckerberg workedAt Meta; role patron; status current
        """,
    ),
    no_conflict=(
        """
        A: Sam Altman workedAt Loopt; role CEO; status past; start 2005; end 2009
        B: Mark Chen workedAt Loopt; role CEO; status past; start 2009; end 2012
        """,
        """
        A: Sam Altman workedAt Loopt; role CEO; status past; start 2005; end 2012
        B: Mark Chen workedAt Loopt; role CEO; status past; start 2010; end 2008
        """,
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
