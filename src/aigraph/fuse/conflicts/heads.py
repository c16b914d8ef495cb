"""Two heads of one organisation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from aigraph.fuse.article import Article, are_near
from aigraph.fuse.confidence import place
from aigraph.fuse.kind import Kind
from aigraph.fuse.post import is_exclusive
from aigraph.fuse.witness import asserted, bounds_of, is_plain, witness
from aigraph.model import Claim, Conflict, Statement

_APPOSITION_CHARS = 40
_SAME_NEWS_DAYS = 183

_Pair = tuple[Claim, Claim]


def keys(statement: Statement) -> Iterator[str]:
    """Group all who head one organisation, come to head it or stop doing so."""
    if statement.relation in ("workedAt", "movedTo", "left") and any(map(is_exclusive, statement.values("role"))):
        yield statement.object.id


def find(statements: Sequence[Statement], articles: Mapping[str, Article]) -> Iterator[Conflict]:
    """Find two who head an organisation in one article, or on one day.

    A post has its start and its end, or else the day of the article that calls it current; what is said while one of
    the two comes or goes counts only with a start and an end.
    """
    changes = _changes(statements, articles)
    told = {
        statement.id: [claim for claim in asserted(statement) if _is_head(claim)]
        for statement in statements
        if statement.relation == "workedAt"
    }
    posts = [statement for statement in statements if told.get(statement.id)]
    for one, other in combinations(posts, 2):
        moving = [*changes.get(one.subject.id, ()), *changes.get(other.subject.id, ())]
        here, there = (
            [claim for claim in told[post.id] if _is_dated(claim) or not _is_among(claim, moving, articles)]
            for post in (one, other)
        )
        pair = _in_one_article(here, there) or _on_one_day(here, there, articles)
        if pair:
            yield _conflict(one, other, pair)


def _changes(statements: Sequence[Statement], articles: Mapping[str, Article]) -> dict[str, list[Article]]:
    """Return, by person, the articles in which they come or go, or held the post before and do not later."""
    found: dict[str, list[Article]] = {}
    for statement in statements:
        said = [(articles[claim.evidence.document], claim) for claim in asserted(statement)]
        if statement.relation == "workedAt":
            latest = max((article.earliest for article, claim in said if not _is_past(claim)), default="")
            said = [(a, claim) for a, claim in said if _is_past(claim) and not (a.latest and a.latest < latest)]
        found.setdefault(statement.subject.id, []).extend(article for article, _ in said)
    return found


def _is_head(claim: Claim) -> bool:
    """Tell whether the sentence says in so many words that someone heads something: the names side by side."""
    first, last = sorted((claim.subject.span, claim.object.span))
    beside = claim.evidence.curated or last.start - first.end <= _APPOSITION_CHARS
    return beside and is_plain(claim) and any(map(is_exclusive, claim.values("role")))


def _is_past(claim: Claim) -> bool:
    return "past" in claim.values("status") or bool(claim.values("end"))


def _is_dated(claim: Claim) -> bool:
    return bool(claim.values("start") and claim.values("end"))


def _is_among(claim: Claim, changes: Sequence[Article], articles: Mapping[str, Article]) -> bool:
    """Tell whether a change is in the news at the time of a claim, as far as is known."""
    article = articles[claim.evidence.document]
    return any(
        not (article.latest and change.latest) or are_near(article, change, days=_SAME_NEWS_DAYS) for change in changes
    )


def _in_one_article(one: list[Claim], other: list[Claim]) -> _Pair | None:
    sides = [{claim.evidence.document for claim in side if not _is_past(claim)} for side in (one, other)]
    if sides[0].isdisjoint(sides[1]):
        return None
    first = min(sides[0] & sides[1])
    here, there = (witness(claim for claim in side if claim.evidence.document == first) for side in (one, other))
    return here, there


def _on_one_day(one: list[Claim], other: list[Claim], articles: Mapping[str, Article]) -> _Pair | None:
    """Return two claims of posts that surely are held on one day."""
    times = []
    for side, claims in enumerate((one, other)):
        for claim in claims:
            first, last = _held(claim, articles[claim.evidence.document])
            if first and first <= last:
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
    past = _is_past(claim)
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
        A 2024-06-07: Aidan Gomez workedAt Mistral AI; role PDG; status current
        A 2024-06-07: Arthur Mensch workedAt Mistral AI; role PDG; status current
        B 2023-06-13: Arthur Mensch movedTo Mistral AI; role PDG
        """,
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
        A 2023-11-18: Sam Altman workedAt OpenAI; role CEO
        A 2023-11-18: Mira Murati workedAt OpenAI; role CEO
        B 2023-11-18: Sam Altman left OpenAI; role CEO
        """,
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
