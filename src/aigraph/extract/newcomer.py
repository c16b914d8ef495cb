"""A new post is a move only for those who come from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from aigraph.extract.rules import rules
from aigraph.model import Claim, Modality

_THERE = ("workedAt", "movedTo")


def newcomers_only(claims: Sequence[Claim], code: str) -> list[Claim]:
    """Return the claims without the moves to a post where the person was already: as a founder, or as told before."""
    new = {rule.id for rule in rules(code) if rule.newcomer}
    founders = {(c.subject.name, c.object.name) for c in claims if c.relation == "founded" and _affirmed(c)}
    there: dict[tuple[str, str], int] = {}
    for claim in claims:
        if claim.relation in _THERE and claim.evidence.rule not in new and _affirmed(claim):
            pair = (claim.subject.name, claim.object.name)
            there[pair] = min(claim.evidence.span.start, there.get(pair, claim.evidence.span.start))
    return [
        claim
        for claim in claims
        if claim.evidence.rule not in new
        or (
            (claim.subject.name, claim.object.name) not in founders
            and claim.evidence.span.start
            <= there.get((claim.subject.name, claim.object.name), claim.evidence.span.start)
        )
    ]


def _affirmed(claim: Claim) -> bool:
    return claim.modality is not Modality.DENIED
