"""Claims of all articles become raw statements: what is said, and on how many independent sources."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from aigraph.fuse.article import Article
from aigraph.fuse.confidence import independent_sources, place, weighed
from aigraph.model import Claim, Entity, Linking, Modality, Qualifier, Statement, Status

_Key = tuple[str, str, str, bool]

_LIKELY = 0.2
"""The least confidence in what an article asserts, for it to stand; below, it is most likely misread."""


def gathered(claims: Iterable[Claim], linking: Linking, articles: Mapping[str, Article]) -> list[Statement]:
    """Return the statements that claims make, sorted by subject id, relation, object id; denials last.

    Claims with the same ends and relation are one statement, denials apart. A claim between an entity and itself says
    nothing and is dropped. Their status is that of their own claims: refuted for a denial, accepted if one asserts and
    its sentences are not most likely misread, else unconfirmed. Each depends on its own claims only,
    in any order.
    """
    groups: dict[_Key, dict[str, Claim]] = {}
    for claim in claims:
        subject, target = _ends(claim, linking)
        if subject.id != target.id:
            key = (subject.id, claim.relation, target.id, claim.modality is Modality.DENIED)
            # One id is one reading of one sentence: an article given twice is read once.
            twins = groups.setdefault(key, {})
            twin = twins.get(claim.id)
            twins[claim.id] = claim if twin is None else max(claim, twin, key=_fullness)
    return [_statement(groups[key].values(), linking, articles) for key in sorted(groups)]


def _ends(claim: Claim, linking: Linking) -> tuple[Entity, Entity]:
    document = claim.evidence.document
    return (
        linking.entity(claim.subject.type, claim.subject.name, document),
        linking.entity(claim.object.type, claim.object.name, document),
    )


def _fullness(claim: Claim) -> tuple[float, int, str]:
    return claim.confidence, len(claim.qualifiers), repr(claim)


def _statement(claims: Collection[Claim], linking: Linking, articles: Mapping[str, Article]) -> Statement:
    ordered = tuple(sorted(claims, key=place))
    subject, target = _ends(ordered[0], linking)
    sources = independent_sources(ordered, articles)
    confidence, reasons = weighed(sources, articles)
    modalities = {claim.modality for claim in ordered}
    status = Status.REFUTED if Modality.DENIED in modalities else Status.UNCONFIRMED
    if Modality.ASSERTED in modalities:
        if confidence >= _LIKELY:
            status = Status.ACCEPTED
        else:
            reasons = (*reasons, "unconfirmed: the sentence may well be misread")
    return Statement(
        subject=subject,
        relation=ordered[0].relation,
        object=target,
        claims=ordered,
        status=status,
        confidence=confidence,
        qualifiers=_qualifiers(ordered, target, linking),
        reasons=reasons,
        sources=len(sources),
    )


def _qualifiers(claims: Sequence[Claim], target: Entity, linking: Linking) -> tuple[Qualifier, ...]:
    """Return one qualifier for each name and value, without a place in any text; no one comes from where they go."""
    found: dict[tuple[str, str], Qualifier] = {}
    for claim in claims:
        for qualifier in claim.qualifiers:
            if qualifier.type:
                entity = linking.entity(qualifier.type, qualifier.value, claim.evidence.document)
                fused = Qualifier(qualifier.name, entity.id, entity.label, type=entity.type)
            else:
                fused = replace(qualifier, span=None)
            if fused.value != target.id:
                key = (fused.name, fused.value)
                found[key] = min(fused, found.get(key, fused), key=lambda q: q.text)
    return tuple(found[key] for key in sorted(found))
