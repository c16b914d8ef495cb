"""How sure a statement is, and how many sources it really has."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping

from aigraph.gazetteer import fold
from aigraph.model import Claim, Modality

COMMITMENT: Mapping[Modality, float] = {
    Modality.ASSERTED: 1.0,
    Modality.REPORTED: 0.6,
    Modality.RUMOURED: 0.4,
    Modality.PLANNED: 0.5,
    Modality.DENIED: 1.0,
}
"""What is left of a claim's confidence, by how far its article commits itself."""

_NOT_WORD = re.compile(r"\W+")


def confidence(sources: Iterable[Iterable[Claim]]) -> float:
    """Return the chance that at least one source is right, each as sure as its best claim; 4 decimals."""
    doubts = (1.0 - max(claim.confidence * COMMITMENT[claim.modality] for claim in source) for source in sources)
    return round(1.0 - math.prod(doubts), 4)


def independent_sources(claims: Iterable[Claim]) -> tuple[tuple[Claim, ...], ...]:
    """Group claims by independent source.

    An article is one source, and so are all articles that prove the claim with the same words: ten copies of one wire
    story are one source. Words are compared without case, accents, signs and spacing.
    """
    sources: list[tuple[set[str], list[Claim]]] = []
    for claim in claims:
        marks = {claim.evidence.document, _NOT_WORD.sub(" ", fold(claim.evidence.quote)).strip()}
        same = [source for source in sources if not source[0].isdisjoint(marks)]
        sources = [source for source in sources if source[0].isdisjoint(marks)]
        members = [member for _, group in same for member in group]
        sources.append((marks.union(*(found for found, _ in same)), [*members, claim]))
    return tuple(tuple(group) for _, group in sources)
