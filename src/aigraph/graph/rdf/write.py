"""Articles, claims and statements to quads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

import pyoxigraph as ox

from aigraph.graph.rdf.graphs import FORMS, RESOLVED, article_iri, claim_iri, entity_iri, iri, statement_iri
from aigraph.graph.terms import Term, Triple, day, decimal, in_graph, term
from aigraph.model import (
    Claim,
    DateBounds,
    Document,
    Entity,
    Mention,
    Modality,
    Qualifier,
    Reading,
    Span,
    Statement,
    Status,
    agreed,
    content_id,
)
from aigraph.vocabulary import AIG, ID, PREFIXES, vocabulary

_TYPE = term("rdf:type")
_MONEY = re.compile(r"(?P<value>[0-9]+(\.[0-9]+)?) (?P<currency>[A-Z]{3})")
_DURATION = re.compile(r"P(?=.)([0-9]+Y)?([0-9]+M)?([0-9]+D)?")


# ------------------------------------------------------------------ one article


def article_quads(reading: Reading, *, fingerprint: str) -> Iterator[ox.Quad]:
    """Return the graph of one article.

    Raises ValueError when a claim's evidence is not the text's own words, or when two claims are one.
    """
    document = reading.document
    _prove(reading)
    return in_graph(_article(document, reading.claims, fingerprint), article_iri(document.id))


def _prove(reading: Reading) -> None:
    seen = set()
    for claim in reading.claims:
        evidence = claim.evidence
        if evidence.document != reading.document.id or evidence.span.of(reading.document.text) != evidence.quote:
            raise ValueError(f"{reading.document.path}: {evidence.span} of the text is not {evidence.quote!r}")
        if claim.id in seen:
            raise ValueError(f"{reading.document.path}: two claims have the id {claim.id}: {evidence.quote!r}")
        seen.add(claim.id)


def _article(document: Document, claims: Sequence[Claim], fingerprint: str) -> Iterator[Triple]:
    article = article_iri(document.id)
    yield article, _TYPE, FORMS[document.form]
    yield article, term("rdfs:label"), ox.Literal(document.name)
    yield article, term("schema:articleBody"), ox.Literal(document.text)
    yield article, term("schema:inLanguage"), ox.Literal(document.language)
    yield article, term("aig:path"), ox.Literal(document.path)
    yield article, term("aig:file"), ox.Literal(PurePath(document.path).name)
    yield article, term("aig:fingerprint"), ox.Literal(fingerprint)
    given = {
        "schema:headline": document.title,
        "schema:url": document.url,
        "schema:publisher": document.publisher,
        "schema:author": document.author,
        "schema:datePublished": document.published,
    }
    for name, value in given.items():
        if value is not None:
            yield article, term(name), ox.Literal(value)
    yield from _bounds(article, [document.published or ""], "aig:publishedEarliest", "aig:publishedLatest")
    for position, claim in enumerate(claims):
        yield from _claim(claim, article, position)


def _claim(claim: Claim, article: ox.NamedNode, position: int) -> Iterator[Triple]:
    node = claim_iri(claim)
    evidence = claim.evidence
    yield node, _TYPE, term("aig:Claim")
    yield node, term("aig:position"), ox.Literal(position)
    yield node, term("prov:wasDerivedFrom"), article
    yield node, term("aig:relation"), ox.NamedNode(AIG + claim.relation)
    yield node, term("aig:modality"), ox.Literal(claim.modality)
    yield node, term("aig:confidence"), decimal(claim.confidence)
    yield node, term("aig:rule"), ox.Literal(evidence.rule)
    if claim.attributed_to is not None:
        yield node, term("aig:attributedTo"), ox.Literal(claim.attributed_to)
    for name, mention in (("aig:subject", claim.subject), ("aig:object", claim.object)):
        surface = _mention_iri(mention, evidence.document)
        yield node, term(name), surface
        yield from _mention(surface, mention)
    quote = ox.NamedNode(f"{ID}quote/{evidence.document}/{evidence.span.start}-{evidence.span.end}")
    yield node, term("aig:evidence"), quote
    yield quote, _TYPE, term("oa:TextQuoteSelector")
    yield quote, _TYPE, term("oa:TextPositionSelector")
    yield from _words(quote, evidence.quote, evidence.span)
    for place, qualifier in enumerate(claim.qualifiers):
        yield from _detail(node, qualifier, place)


def _mention_iri(mention: Mention, document_id: str) -> ox.NamedNode:
    span, name_span = mention.span, mention.name_span
    reading = content_id(mention.type, mention.text, mention.name, str(name_span.start), str(name_span.end))[:8]
    return ox.NamedNode(f"{ID}mention/{document_id}/{span.start}-{span.end}-{reading}")


def _mention(node: ox.NamedNode, mention: Mention) -> Iterator[Triple]:
    yield node, _TYPE, term("aig:Mention")
    yield node, term("aig:type"), ox.NamedNode(AIG + mention.type)
    yield from _words(node, mention.text, mention.span)
    yield node, term("schema:name"), ox.Literal(mention.name)
    yield node, term("aig:nameStart"), ox.Literal(mention.name_span.start)
    yield node, term("aig:nameEnd"), ox.Literal(mention.name_span.end)


def _words(node: ox.NamedNode, text: str, span: Span | None) -> Iterator[Triple]:
    yield node, term("oa:exact"), ox.Literal(text)
    if span is not None:
        yield node, term("oa:start"), ox.Literal(span.start)
        yield node, term("oa:end"), ox.Literal(span.end)


def _detail(owner: ox.NamedNode, qualifier: Qualifier, place: int) -> Iterator[Triple]:
    node = ox.NamedNode(f"{owner.value}/detail/{place}")
    yield owner, term("aig:detail"), node
    yield node, _TYPE, term("aig:Detail")
    yield node, term("aig:position"), ox.Literal(place)
    yield node, term("rdf:predicate"), ox.NamedNode(AIG + qualifier.name)
    yield node, term("rdf:value"), ox.Literal(qualifier.value)
    yield from _words(node, qualifier.text, qualifier.span)
    if qualifier.type is not None:
        yield node, term("aig:type"), ox.NamedNode(AIG + qualifier.type)
    if vocabulary().qualifiers[qualifier.name].kind == "date":
        yield from _bounds(node, [qualifier.value], "aig:earliest", "aig:latest")


def _bounds(node: ox.NamedNode, values: Iterable[str], earliest: str, latest: str) -> Iterator[Triple]:
    """Bound a date that several texts give: by what they agree on, or else by what covers them all."""
    first, last = agreed(date for value in values if (date := DateBounds.read(value)))
    if first:
        yield node, term(earliest), day(first)
    if last:
        yield node, term(latest), day(last)


# ------------------------------------------------------------------ what the articles say together


def statement_quads(statement: Statement) -> Iterator[ox.Quad]:
    """Return what the resolved graph holds of one statement: its node with its details, and the direct edge.

    Only a statement that stands has a direct edge. Raises ValueError when an entity's id cannot be the end of an IRI.
    """
    return in_graph(_statement(statement), RESOLVED)


def entity_quads(entity: Entity) -> Iterator[ox.Quad]:
    """Return what the resolved graph says of an entity itself; raises ValueError as `statement_quads` does."""
    return in_graph(_entity(entity), RESOLVED)


def _statement(statement: Statement) -> Iterator[Triple]:
    relation = vocabulary().relations[statement.relation]
    node = statement_iri(statement.id)
    subject, object_ = iri(statement.subject), iri(statement.object)
    yield node, _TYPE, term("aig:Statement")
    yield node, _TYPE, ox.NamedNode(relation.node_class)
    yield node, term("aig:subject"), subject
    yield node, ox.NamedNode(relation.subject_property), subject
    yield node, term("aig:relation"), ox.NamedNode(relation.iri)
    yield node, term("aig:object"), object_
    yield node, ox.NamedNode(relation.object_property), object_
    yield node, term("aig:standing"), ox.Literal(statement.status)
    yield node, term("aig:modality"), ox.Literal(statement.modality)
    yield node, term("aig:confidence"), decimal(statement.confidence)
    yield node, term("aig:sources"), ox.Literal(statement.sources)
    for claim in statement.claims:
        yield node, term("aig:claim"), claim_iri(claim)
    for outcome in statement.outcomes:
        yield node, term("aig:outcome"), statement_iri(outcome)
    if statement.reasons:
        # A line a reason: the name of an article, which a reason may give, can have several.
        lines = (reason.replace("\n", " ") for reason in statement.reasons)
        yield node, term("aig:reason"), ox.Literal("\n".join(lines))
    for place, qualifier in enumerate(statement.qualifiers):
        yield from _detail(node, qualifier, place)
        yield from _direct(node, qualifier)
    for end in ("start", "end"):
        values = [q.value for q in statement.qualifiers if vocabulary().qualifiers[q.name].bounds == end]
        yield from _bounds(node, values, f"aig:{end}Earliest", f"aig:{end}Latest")
    stands = statement.status is Status.ACCEPTED and statement.modality is not Modality.DENIED
    if stands and relation.weight > 0:
        yield subject, ox.NamedNode(relation.iri), object_


def _entity(entity: Entity) -> Iterator[Triple]:
    node = iri(entity)
    yield node, _TYPE, ox.NamedNode(AIG + entity.type)
    yield node, term("rdfs:label"), ox.Literal(entity.label)
    for alias in entity.aliases:
        yield node, term("skos:altLabel"), ox.Literal(alias)
    for wikidata in entity.same_as:
        yield node, term("owl:sameAs"), ox.NamedNode(PREFIXES["wd"] + wikidata)
    if entity.parent is not None:
        yield node, term("aig:parent"), entity_iri(entity.parent)


def _direct(node: ox.NamedNode, qualifier: Qualifier) -> Iterator[Triple]:
    """Say a qualifier of a statement as one plain property, for short queries."""
    direct = ox.NamedNode(AIG + qualifier.name)
    if qualifier.type is not None:
        yield node, direct, entity_iri(qualifier.value)
        return
    kind = vocabulary().qualifiers[qualifier.name].kind
    yield node, direct, _value(kind, qualifier.value)
    if kind == "money" and (money := _MONEY.fullmatch(qualifier.value)):
        yield node, term("aig:amountValue"), decimal(money["value"])
        yield node, term("aig:amountCurrency"), ox.Literal(money["currency"])


def _value(kind: str, value: str) -> Term:
    if kind == "duration" and _DURATION.fullmatch(value):
        return ox.Literal(value, datatype=term("xsd:duration"))
    if kind == "number":
        try:
            return decimal(value)
        except ArithmeticError:
            return ox.Literal(value)
    return ox.Literal(value)
