"""Quads back to articles, claims and statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import pyoxigraph as ox

from aigraph.errors import InputError
from aigraph.graph.rdf.graphs import FORMS
from aigraph.graph.terms import Node, nodes, term
from aigraph.model import (
    Claim,
    Document,
    Entity,
    Evidence,
    Mention,
    Modality,
    Qualifier,
    Reading,
    Span,
    Statement,
    Status,
)
from aigraph.vocabulary import AIG, ID, PREFIXES

_STATEMENT = ID + "statement/"


def document(article: Node) -> Document:
    """Read an article back from its node."""
    return Document(
        text=article.one("schema:articleBody"),
        path=article.one("aig:path"),
        title=article.optional("schema:headline"),
        url=article.optional("schema:url"),
        publisher=article.optional("schema:publisher"),
        author=article.optional("schema:author"),
        published=article.optional("schema:datePublished"),
        language=article.one("schema:inLanguage"),
        form=next(form for form, kind in FORMS.items() if kind.value in article.all("rdf:type")),
    )


def reading(quads: Iterable[ox.Quad]) -> Reading:
    """Read an article and its claims back from the quads of its graph, in the order that they were written in."""
    found = nodes(quads)
    claims = [node for node in found.values() if term("aig:Claim").value in node.all("rdf:type")]
    article = next(node for node in found.values() if node.all("aig:fingerprint"))
    claims.sort(key=lambda node: node.integer("aig:position"))
    return Reading(document(article), tuple(read_claim(node, found) for node in claims))


def read_claim(claim: Node, found: Mapping[str, Node]) -> Claim:
    """Read a claim back from its node, given those of its mentions, its quote and its details by IRI."""
    quote = found[claim.one("aig:evidence")]
    return Claim(
        subject=_read_mention(found[claim.one("aig:subject")]),
        relation=claim.local("aig:relation", AIG),
        object=_read_mention(found[claim.one("aig:object")]),
        evidence=Evidence(
            document=claim.local("prov:wasDerivedFrom", ID + "article/"),
            span=_span(quote),
            quote=quote.one("oa:exact"),
            rule=claim.one("aig:rule"),
        ),
        modality=Modality(claim.one("aig:modality")),
        attributed_to=claim.optional("aig:attributedTo"),
        confidence=float(claim.one("aig:confidence")),
        qualifiers=_read_details(claim, found),
    )


def _read_mention(node: Node) -> Mention:
    return Mention(
        span=_span(node),
        text=node.one("oa:exact"),
        type=node.local("aig:type", AIG),
        name=node.one("schema:name"),
        name_span=Span(node.integer("aig:nameStart"), node.integer("aig:nameEnd")),
    )


def _span(node: Node) -> Span:
    return Span(node.integer("oa:start"), node.integer("oa:end"))


def _read_details(owner: Node, found: Mapping[str, Node]) -> tuple[Qualifier, ...]:
    details = sorted((found[iri] for iri in owner.all("aig:detail")), key=lambda node: node.integer("aig:position"))
    return tuple(
        Qualifier(
            name=node.local("rdf:predicate", AIG),
            value=node.one("rdf:value"),
            text=node.one("oa:exact"),
            span=_span(node) if node.all("oa:start") else None,
            type=node.local("aig:type", AIG) if node.all("aig:type") else None,
        )
        for node in details
    )


def statements(
    quads: Iterable[ox.Quad], claims: Mapping[str, Claim], conflicts: Mapping[str, tuple[str, ...]]
) -> Iterator[Statement]:
    """Read the statements back from the resolved graph, sorted by subject, relation and object; denials last.

    `claims` are those of the article graphs, by id; those of a statement come in the order of articles and sentences.
    `conflicts` are the ids of those that a statement has part in, by its id. Raises InputError when a claim is missing.
    """
    found = nodes(quads)
    entities: dict[str, Entity] = {}
    listed = [node for node in found.values() if term("aig:Statement").value in node.all("rdf:type")]
    for node in sorted(listed, key=_statement_order):
        for end in (node.one("aig:subject"), node.one("aig:object")):
            if end not in entities:
                entities[end] = read_entity(found[end])
        yield read_statement(node, found, entities, claims, conflicts.get(node.iri.removeprefix(_STATEMENT), ()))


def read_statement(
    node: Node,
    found: Mapping[str, Node],
    entities: Mapping[str, Entity],
    claims: Mapping[str, Claim],
    conflicts: tuple[str, ...],
) -> Statement:
    """Read one statement back, given its details, its ends by IRI, its claims by id, and its conflicts."""
    ids = node.locals("aig:claim", ID + "claim/")
    if not ids or any(claim not in claims for claim in ids):
        raise InputError(f"<{node.iri}> rests on a claim that no article in the store makes; build the store again")
    reasons = node.optional("aig:reason")
    return Statement(
        subject=entities[node.one("aig:subject")],
        relation=node.local("aig:relation", AIG),
        object=entities[node.one("aig:object")],
        claims=tuple(sorted((claims[claim] for claim in ids), key=_claim_order)),
        status=Status(node.one("aig:standing")),
        confidence=float(node.one("aig:confidence")),
        qualifiers=_read_details(node, found),
        reasons=tuple(reasons.split("\n")) if reasons is not None else (),
        sources=node.integer("aig:sources"),
        conflicts=conflicts,
        outcomes=node.locals("aig:outcome", _STATEMENT),
    )


def _statement_order(node: Node) -> tuple[str, str, str, bool]:
    denied = node.one("aig:modality") == Modality.DENIED
    return node.one("aig:subject"), node.one("aig:relation"), node.one("aig:object"), denied


def _claim_order(claim: Claim) -> tuple[str, Span, str]:
    return claim.evidence.document, claim.evidence.span, claim.id


def read_entity(node: Node) -> Entity:
    """Read an entity back from its node."""
    classes = [iri.removeprefix(AIG) for iri in node.all("rdf:type") if iri.startswith(AIG)]
    parent = node.optional("aig:parent")
    return Entity(
        id=node.iri.removeprefix(ID),
        type=classes[0],
        label=node.one("rdfs:label"),
        aliases=node.all("skos:altLabel"),
        same_as=node.locals("owl:sameAs", PREFIXES["wd"]),
        parent=parent.removeprefix(ID) if parent is not None else None,
    )
