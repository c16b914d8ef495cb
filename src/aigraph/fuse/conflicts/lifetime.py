"""A stay longer than the life of the organisation."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence

from aigraph.fuse.article import Article
from aigraph.fuse.birth import Birth, births
from aigraph.fuse.kind import Kind
from aigraph.fuse.span import spell, years
from aigraph.fuse.witness import asserted, is_name, tied
from aigraph.model import Claim, Conflict, DateBounds, Statement

# Durations and dates are rounded: what was five years may be called six.
_ROUNDING_YEARS = 1.0


def keys(statement: Statement) -> Iterator[str]:
    """Group the foundings of an organisation with the stays there whose length or start is given."""
    yield from (birth.organization.id for birth in births(statement))
    if statement.relation == "workedAt" and (statement.values("duration") or statement.values("start")):
        yield statement.object.id


def find(statements: Sequence[Statement], articles: Mapping[str, Article]) -> Iterator[Conflict]:
    """Find stays that began before the first date of founding that is given, by more than rounding explains."""
    dated = [
        (birth.bounds.earliest, birth.claim.id, birth)
        for statement in statements
        for birth in births(statement)
        if birth.bounds.earliest
    ]
    if not dated:
        return
    born, _, birth = min(dated)
    newest = max(articles[claim.evidence.document].latest for statement in statements for claim in statement.claims)
    for statement in statements:
        if statement.relation == "workedAt":
            early = [
                (begun, said, claim)
                for claim in asserted(statement)
                if is_name(claim.subject)
                for begun, said in _beginnings(claim, articles[claim.evidence.document].latest or newest)
                if (born - begun).days > _ROUNDING_YEARS * 365.25
            ]
            if early:
                yield _conflict(statement, birth, early)


def _beginnings(claim: Claim, today: str) -> Iterator[tuple[datetime.date, str]]:
    """Yield the latest day on which a stay can have begun, and how the claim says so."""
    for value in tied(claim, "start"):
        if (bounds := DateBounds.read(value)) and bounds.latest:
            yield bounds.latest, f"been there since {value}"
    ends = [bounds.latest for value in claim.values("end") if (bounds := DateBounds.read(value)) and bounds.latest]
    if today:
        last = min([*ends, datetime.date.fromisoformat(today)])
        for value in tied(claim, "duration"):
            yield last - datetime.timedelta(days=years(value) * 365.25), f"spent {spell(value)} there"


def _conflict(statement: Statement, birth: Birth, early: list[tuple[datetime.date, str, Claim]]) -> Conflict:
    _, said, claim = min(early, key=lambda found: (found[0], found[2].id))
    person, organization = statement.subject.label, statement.object.label
    return Conflict(
        kind="lifetime",
        key=statement.object.id,
        what=f"{organization} dates from {birth.bounds.value}, and {person} is said to have {said}",
        settle=f"the dates of {person}'s time at {organization}, from {person} or from {organization}",
        claims=(claim.id, birth.claim.id),
        statements=tuple(sorted({statement.id, birth.statement.id})),
    )


KIND = Kind(
    name="lifetime",
    en="someone is said to have been somewhere for longer than the organisation has existed",
    fr="quelqu'un serait resté dans une organisation plus longtemps qu'elle n'existe",
    keys=keys,
    find=find,
    conflict=(
        """
        A: Joel Pobar workedAt Anthropic; duration P11Y
        B 2025-07: Dario Amodei founded Anthropic; date 2021
        """,
        """
        A 2025-07: Joel Pobar workedAt Anthropic; start 2014
        A 2025-07: Anthropic foundedOn 2021; date 2021
        """,
    ),
    no_conflict=(
        """
        A 2025-07: Jack Clark workedAt Anthropic; duration P4Y
        B 2025-07: Dario Amodei founded Anthropic; date 2021
        """,
        """
        A 2024-10: Jack Clark workedAt Anthropic; duration P4Y
        B 2025-07: Dario Amodei founded Anthropic; date 2021
        """,
        """
        A: Joel Pobar workedAt Meta; duration P11Y
        B: Mark Zuckerberg founded Meta; date 2004
        """,
    ),
)
