"""Claims of all articles become statements: what is said, on how many independent sources, and where it stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from aigraph.fuse.confidence import confidence, independent_sources
from aigraph.fuse.conflicts import Finding, conflicts
from aigraph.fuse.standing import Article, settled
from aigraph.model import Claim, Entity, Linking, Modality, Qualifier, Reading, Statement, Status

_Key = tuple[str, str, str, bool]


def fuse(readings: Iterable[Reading], linking: Linking) -> Iterator[Statement]:
    """Yield the statements that the claims make, sorted by subject id, relation, object id; denials last.

    Claims with the same ends and relation are one statement, denials apart. A claim between an entity and itself says
    nothing and is dropped. The order of the readings does not matter. Holds all claims in memory, but no text.
    """
    articles: dict[str, Article] = {}
    groups: dict[_Key, dict[str, Claim]] = {}
    for reading in readings:
        article = Article.of(reading.document)
        articles[article.id] = min(article, articles.get(article.id, article), key=Article.rank)
        for claim in reading.claims:
            subject, target = _ends(claim, linking)
            if subject.id != target.id:
                key = (subject.id, claim.relation, target.id, claim.modality is Modality.DENIED)
                # One id is one reading of one sentence: an article given twice is read once.
                twins = groups.setdefault(key, {})
                twins[claim.id] = max(claim, twins.get(claim.id, claim), key=_fullness)
    statements = {key: _statement(groups[key].values(), linking) for key in sorted(groups)}
    settle = [settled(s, statements.get((*key[:3], not key[3])), articles) for key, s in statements.items()]
    findings = conflicts(settle, articles)
    for statement in settle:
        yield _marked(statement, findings.get(statement.id, ()))


def _ends(claim: Claim, linking: Linking) -> tuple[Entity, Entity]:
    return (
        linking.entity(claim.subject.type, claim.subject.name),
        linking.entity(claim.object.type, claim.object.name),
    )


def _fullness(claim: Claim) -> tuple[float, int, str]:
    return claim.confidence, len(claim.qualifiers), repr(claim)


def _place(claim: Claim) -> tuple[str, int, int, str]:
    evidence = claim.evidence
    return evidence.document, evidence.span.start, evidence.span.end, claim.id


def _statement(claims: Collection[Claim], linking: Linking) -> Statement:
    ordered = tuple(sorted(claims, key=_place))
    subject, target = _ends(ordered[0], linking)
    sources = independent_sources(ordered)
    documents = {claim.evidence.document for claim in ordered}
    support = f"{len(sources)} independent source{'s' if len(sources) > 1 else ''}"
    if len(documents) > len(sources):
        support += f" in {len(documents)} articles, some of which repeat the same words"
    return Statement(
        subject=subject,
        relation=ordered[0].relation,
        object=target,
        claims=ordered,
        status=Status.UNCONFIRMED,
        confidence=confidence(sources),
        qualifiers=_qualifiers(ordered, target, linking),
        reasons=(support,),
        sources=len(sources),
    )


def _qualifiers(claims: Sequence[Claim], target: Entity, linking: Linking) -> tuple[Qualifier, ...]:
    """Return one qualifier for each name and value, without a place in any text; no one comes from where they go."""
    found: dict[tuple[str, str], Qualifier] = {}
    for qualifier in (q for claim in claims for q in claim.qualifiers):
        if qualifier.type:
            entity = linking.entity(qualifier.type, qualifier.value)
            fused = Qualifier(qualifier.name, entity.id, entity.label, type=entity.type)
        else:
            fused = replace(qualifier, span=None)
        if fused.value != target.id:
            key = (fused.name, fused.value)
            found[key] = min(fused, found.get(key, fused), key=lambda q: q.text)
    return tuple(found[key] for key in sorted(found))


def _marked(statement: Statement, findings: Sequence[Finding]) -> Statement:
    if not findings:
        return statement
    disputed = statement.status is Status.ACCEPTED and any(finding.disputes for finding in findings)
    return replace(
        statement,
        status=Status.DISPUTED if disputed else statement.status,
        reasons=(*statement.reasons, *(f"contradicted: {finding.sentence}" for finding in findings)),
    )
