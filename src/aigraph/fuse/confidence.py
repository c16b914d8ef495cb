"""How sure a statement is, on how many independent sources, told in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from aigraph.fuse.article import Article, listed, speakers
from aigraph.fuse.groups import Groups
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

_TOLD_SOURCES = 3
_NOT_WORD = re.compile(r"\W+")

Source = tuple[Claim, ...]
"""The claims of one independent source, in the order of documents and spans."""


def independent_sources(claims: Iterable[Claim], articles: Mapping[str, Article]) -> tuple[Source, ...]:
    """Group claims by independent source, the surest first.

    Articles are one source when their texts are near-copies, or when they prove the claim with the same words: ten
    copies of one wire story are one source. So is an article with what a table of facts quotes from it. Words are
    compared without case, accents, signs and spacing.
    """
    groups = Groups()
    marked = []
    for claim in claims:
        text = articles[claim.evidence.document].source
        groups.join(text, f'"{_NOT_WORD.sub(" ", fold(claim.evidence.quote)).strip()}')
        marked.append((text, claim))
    sources: dict[str, list[Claim]] = {}
    for text, claim in marked:
        sources.setdefault(groups.of(text), []).append(claim)
    ordered = (tuple(sorted(source, key=place)) for source in sources.values())
    return tuple(sorted(ordered, key=lambda source: (-sureness(source), place(source[0]))))


def place(claim: Claim) -> tuple[str, int, int, str]:
    """Sort claims by document and span."""
    evidence = claim.evidence
    return evidence.document, evidence.span.start, evidence.span.end, claim.id


def sureness(claims: Iterable[Claim]) -> float:
    """Return how sure the surest of some claims is, given how far its article commits itself."""
    return max(claim.confidence * COMMITMENT[claim.modality] for claim in claims)


def weighed(sources: Sequence[Source], articles: Mapping[str, Article]) -> tuple[float, tuple[str, ...]]:
    """Return the chance that at least one source is right (4 decimals), and how it comes about, a line a step."""
    return _together(sources), (*_steps(sources, articles), *_clusters(sources, articles))


def _together(sources: Iterable[Source]) -> float:
    doubt = 1.0
    for source in sources:
        doubt *= 1.0 - sureness(source)
    return round(1.0 - doubt, 4)


def _steps(sources: Sequence[Source], articles: Mapping[str, Article]) -> Iterator[str]:
    for number, source in enumerate(sources[:_TOLD_SOURCES], start=1):
        line = _told(source, articles)
        yield line if number == 1 else f"independently {line}; together {_together(sources[:number]):.2f}"
    if (more := len(sources) - _TOLD_SOURCES) > 0:
        yield f"{more} more independent source{'s' * (more > 1)}; together {_together(sources):.2f}"


def _told(source: Source, articles: Mapping[str, Article]) -> str:
    best = max(source, key=lambda claim: (claim.confidence * COMMITMENT[claim.modality], -claim.modality.rank))
    said = speakers((claim for claim in source if claim.modality is best.modality), articles)
    kept = COMMITMENT[best.modality]
    rest = f" x {kept:.2f} = {sureness(source):.2f}" if kept < 1.0 else ""
    return f"{best.modality} by {said}: {best.confidence:.2f}{rest}"


def _clusters(sources: Iterable[Source], articles: Mapping[str, Article]) -> Iterator[str]:
    for source in sources:
        documents = sorted({claim.evidence.document for claim in source})
        if len(documents) > 1:
            one_text = len({articles[document].source for document in documents}) == 1
            what = "repeat one text" if one_text else "repeat one text or give the same sentence"
            if any(claim.evidence.curated for claim in source):
                what = "are one source"
            # Two articles of one name are still two.
            names = listed(sorted(articles[document].speaker for document in documents))
            yield f"{len(documents)} articles {what}: {names}"
