"""The index, to quads and back: what the store finds things by without looking at all of them.

Everything here follows from the other graphs; it stands in the store so that one article costs by the article.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict

import pyoxigraph as ox

from aigraph.graph.rdf.graphs import INDEX, article_iri, claim_iri, entity_iri, name_iri, statement_iri
from aigraph.model import (
    Claim,
    Entity,
    Evidence,
    LocalEntity,
    Mention,
    Modality,
    Profile,
    Qualifier,
    Span,
    Stay,
)
from aigraph.vocabulary import ID

_BASE = ID + "index/"
BAND = ox.NamedNode(_BASE + "band")
"""article -> a key that near-copies of its text share."""
FILE = ox.NamedNode(_BASE + "file")
"""article -> the file that holds it."""
OCCURS = ox.NamedNode(_BASE + "occurs")
"""name -> an article that uses it, with the bearer's profile there."""
BLOCK = ox.NamedNode(_BASE + "block")
"""name -> a key that it shares with the names that may stand for the same."""
FOLDED = ox.NamedNode(_BASE + "folded")
"""name -> how it is compared with what people type."""
RECORD = ox.NamedNode(_BASE + "record")
"""entity or claim -> all that is known of it, in one piece."""
GROUP = ox.NamedNode(_BASE + "group")
"""statement or conflict -> a group within which contradictions are looked for."""
PROGRAM = ox.NamedNode(_BASE + "program")
"""the index -> the program that made what follows from the articles."""


def article_index(document: str, file: str, bands: Iterable[str]) -> Iterator[ox.Quad]:
    """Index an article by its file and the bands of its text."""
    node = article_iri(document)
    yield ox.Quad(node, FILE, ox.Literal(file), INDEX)
    for band in bands:
        yield ox.Quad(node, BAND, ox.Literal(band), INDEX)


def occurrence(local: LocalEntity) -> ox.Quad:
    """Index the use of a name in an article."""
    profile = local.profile
    stays = [[stay.place, stay.first, stay.last] for stay in profile.stays]
    row = [local.document, list(profile.context), stays, profile.first, profile.last]
    return ox.Quad(name_iri(local.type, local.name), OCCURS, ox.Literal(_json(row)), INDEX)


def read_occurrence(type: str, name: str, row: str) -> LocalEntity:
    """Read the use of a name back."""
    document, context, stays, first, last = json.loads(row)
    profile = Profile(tuple(context), tuple(Stay(*stay) for stay in stays), first, last)
    return LocalEntity(type, name, document, profile)


def name_index(type: str, name: str, blocks: Iterable[str], folded: str) -> Iterator[ox.Quad]:
    """Index a name by its blocks and by how it is compared."""
    node = name_iri(type, name)
    yield ox.Quad(node, FOLDED, ox.Literal(folded), INDEX)
    for block in blocks:
        yield ox.Quad(node, BLOCK, ox.Literal(block), INDEX)


def entity_index(entity: Entity) -> ox.Quad:
    """Keep an entity whole."""
    return ox.Quad(entity_iri(entity.id), RECORD, ox.Literal(_json(asdict(entity))), INDEX)


def read_entity_record(record: str) -> Entity:
    """Read an entity back."""
    said = json.loads(record)
    names = {name: tuple(said[name]) for name in ("aliases", "same_as")}
    return Entity(said["id"], said["type"], said["label"], parent=said["parent"], **names)


def claim_index(claim: Claim) -> ox.Quad:
    """Keep a claim whole: a statement can rest on thousands, and each has some forty quads."""
    subject, target, evidence = claim.subject, claim.object, claim.evidence
    row = [
        *(_mention(mention) for mention in (subject, target)),
        claim.relation,
        [evidence.document, evidence.span.start, evidence.span.end, evidence.quote, evidence.rule],
        str(claim.modality),
        claim.attributed_to,
        claim.confidence,
        [[q.name, q.value, q.text, [q.span.start, q.span.end] if q.span else None, q.type] for q in claim.qualifiers],
    ]
    return ox.Quad(claim_iri(claim), RECORD, ox.Literal(_json(row)), INDEX)


def _mention(mention: Mention) -> list[str | int]:
    span, name = mention.span, mention.name_span
    return [span.start, span.end, mention.text, mention.type, mention.name, name.start, name.end]


def read_claim_record(record: str) -> Claim:
    """Read a claim back."""
    subject, target, relation, evidence, modality, attributed_to, confidence, qualifiers = json.loads(record)
    document, start, end, quote, rule = evidence
    return Claim(
        subject=_read_mention(*subject),
        relation=relation,
        object=_read_mention(*target),
        evidence=Evidence(document, Span(start, end), quote, rule),
        modality=Modality(modality),
        attributed_to=attributed_to,
        confidence=confidence,
        qualifiers=tuple(
            Qualifier(name, value, text, Span(*span) if span else None, kind)
            for name, value, text, span, kind in qualifiers
        ),
    )


def _read_mention(start: int, end: int, text: str, kind: str, name: str, name_start: int, name_end: int) -> Mention:
    return Mention(Span(start, end), text, kind, name, Span(name_start, name_end))


def group_index(statement: str, groups: Iterable[str]) -> Iterator[ox.Quad]:
    """Index a statement by the groups within which contradictions are looked for."""
    node = statement_iri(statement)
    for group in groups:
        yield ox.Quad(node, GROUP, ox.Literal(group), INDEX)


def program_index(program: str) -> ox.Quad:
    """Note which program made what follows from the articles."""
    return ox.Quad(INDEX, PROGRAM, ox.Literal(program), INDEX)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
