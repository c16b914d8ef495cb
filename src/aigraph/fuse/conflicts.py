"""What statements contradict in one another: a table of small tests, each of which says what it finds in a sentence.

To add a conflict, write its test and give it a line in `CONFLICTS`.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from aigraph.fuse.standing import Article
from aigraph.gazetteer import fold
from aigraph.language import language, languages
from aigraph.model import DateBounds, Modality, Statement

_YEARS = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?")


@dataclass(frozen=True, slots=True)
class Finding:
    """A statement (by id) that another contradicts, and the sentence that says how.

    `disputes` says whether the statement itself cannot hold; otherwise a detail of it is in doubt.
    """

    statement: str
    sentence: str
    disputes: bool


def conflicts(statements: Iterable[Statement], articles: Mapping[str, Article]) -> dict[str, list[Finding]]:
    """Return what all tests of the table find, by statement id, in the order of the table."""
    ordered = tuple(s for s in statements if s.modality is not Modality.DENIED)
    found: dict[str, list[Finding]] = {}
    for test in CONFLICTS:
        for finding in dict.fromkeys(test(ordered, articles)):
            found.setdefault(finding.statement, []).append(finding)
    return found


def exclusive_role(statements: Sequence[Statement], _: Mapping[str, Article]) -> Iterator[Finding]:
    """Find the head of two companies, when the same article gives one of them another head.

    The person stays with the company that has at least as many sentences. One person may well head two companies:
    nothing is found as long as no other head stands against it.
    """
    heads: dict[str, dict[str, Statement]] = {}
    sentences: Counter[tuple[str, str]] = Counter()
    for statement in statements:
        if statement.relation == "workedAt":
            for claim in statement.claims:
                if claim.value("status") != "past" and any(map(_is_exclusive, claim.values("role"))):
                    heads.setdefault(claim.evidence.document, {})[statement.id] = statement
                    sentences[claim.evidence.document, statement.id] += 1
    for document, posts in heads.items():
        for post in posts.values():
            rival = next((p for p in posts.values() if p.object == post.object and p.subject != post.subject), None)
            others = [p for p in posts.values() if p.subject == post.subject and p.object != post.object]
            stronger = next((p for p in others if sentences[document, p.id] >= sentences[document, post.id]), None)
            if rival and stronger:
                yield Finding(
                    post.id,
                    f"the same article has {rival.subject.label} at the head of {post.object.label}, "
                    f"and {post.subject.label} at the head of {stronger.object.label}",
                    disputes=True,
                )


def tenure_longer_than_life(statements: Sequence[Statement], articles: Mapping[str, Article]) -> Iterator[Finding]:
    """Find who worked somewhere for longer than the organisation had existed when the article was published."""
    newest = max((article.latest for article in articles.values()), default="")
    born: dict[str, datetime.date] = {}
    for statement, bounds in _foundings(statements):
        if bounds.earliest:
            born[statement.object.id] = min(bounds.earliest, born.get(statement.object.id, bounds.earliest))
    for statement in statements:
        if statement.relation != "workedAt" or statement.object.id not in born:
            continue
        birth = born[statement.object.id]
        for claim in statement.claims:
            today = articles[claim.evidence.document].latest or newest
            for duration in claim.values("duration"):
                years = _years(duration)
                if today and years and years > (datetime.date.fromisoformat(today) - birth).days / 365.25:
                    yield Finding(
                        statement.id,
                        f"{statement.object.label} dates from {birth.year}, which is less than {duration} ago",
                        disputes=False,
                    )


def founding_dates(statements: Sequence[Statement], _: Mapping[str, Article]) -> Iterator[Finding]:
    """Find organisations that were founded at two times."""
    dates: dict[str, list[tuple[Statement, DateBounds]]] = {}
    for statement, bounds in _foundings(statements):
        dates.setdefault(statement.object.id, []).append((statement, bounds))
    for foundings in dates.values():
        for statement, bounds in foundings:
            apart = sorted({other.value for _, other in foundings if _are_apart(bounds, other)})
            if apart:
                yield Finding(
                    statement.id,
                    f"{statement.object.label} is also said to be founded in {', '.join(apart)}, not {bounds.value}",
                    disputes=False,
                )


def founder_count(statements: Sequence[Statement], _: Mapping[str, Article]) -> Iterator[Finding]:
    """Find sentences that name several founders, but not as many as another source counts."""
    named: dict[tuple[str, str, int], dict[str, Statement]] = {}
    for statement in statements:
        if statement.relation == "founded":
            for claim in statement.claims:
                place = (statement.object.id, claim.evidence.document, claim.evidence.span.start)
                named.setdefault(place, {})[statement.id] = statement
    for figure in statements:
        if figure.relation != "hasFigure" or figure.value("measure") != "founders":
            continue
        for (organization, *_place), founders in named.items():
            if (
                organization == figure.subject.id
                and len(founders) > 1
                and figure.values("value") != (str(len(founders)),)
            ):
                count = " or ".join(figure.values("value"))
                names = ", ".join(founder.subject.label for founder in founders.values())
                sentence = f"{count} founders of {figure.subject.label} are counted, and these are named: {names}"
                yield from (Finding(s.id, sentence, disputes=False) for s in (figure, *founders.values()))


CONFLICTS: tuple[Callable[[Sequence[Statement], Mapping[str, Article]], Iterator[Finding]], ...] = (
    exclusive_role,
    tenure_longer_than_life,
    founding_dates,
    founder_count,
)
"""Every test, in the order in which a statement's contradictions are told."""


@cache
def _exclusive() -> re.Pattern[str]:
    """Match the first post of a company, which one person holds at a time: a whole role, or its begin or end."""
    posts = sorted({re.escape(fold(post)) for code in languages() for post in language(code).sets["exclusive"]})
    ands = "|".join(sorted(word for code in languages() for word in language(code).grammar.conjunctions))
    return re.compile(rf"(?:.* (?:{ands}) )?(?:{'|'.join(posts)})(?: (?:{ands}) .*)?")


def _is_exclusive(role: str) -> bool:
    return _exclusive().fullmatch(fold(role)) is not None


def _foundings(statements: Iterable[Statement]) -> Iterator[tuple[Statement, DateBounds]]:
    for statement in statements:
        if statement.relation == "founded":
            for value in statement.values("date"):
                if date := DateBounds.read(value):
                    yield statement, date


def _are_apart(one: DateBounds, other: DateBounds) -> bool:
    def before(first: DateBounds, second: DateBounds) -> bool:
        return bool(first.latest and second.earliest and first.latest < second.earliest)

    return before(one, other) or before(other, one)


def _years(duration: str) -> float:
    """Return the years of an ISO 8601 duration that is given in years and months; 0 for any other."""
    match = _YEARS.fullmatch(duration)
    return int(match[1] or 0) + int(match[2] or 0) / 12 if match else 0.0
