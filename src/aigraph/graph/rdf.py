"""How articles, claims and statements become quads, and how quads become them again. No other file knows.

An article and what it says stand in a graph of its own, `id:article/<document id>`; what the articles say together
stands in `id:graph/resolved`, what follows from the ontology in `id:graph/inferred`. There are no blank nodes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath

import pyoxigraph as ox

from aigraph.errors import InputError
from aigraph.graph.terms import Node, Term, Triple, day, decimal, in_graph, nodes, term
from aigraph.model import (
    Claim,
    DateBounds,
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
    agreed,
    content_id,
)
from aigraph.vocabulary import AIG, ID, PREFIXES, ontology_dir, vocabulary

RESOLVED = ox.NamedNode(ID + "graph/resolved")
"""The graph of entities and statements."""

INFERRED = ox.NamedNode(ID + "graph/inferred")
"""The graph of what follows from the ontology: the classes above a class, the properties above a property."""

ONTOLOGY = ox.NamedNode(ID + "graph/ontology")
"""The graph of the ontology itself."""

INFERENCE = """
INSERT { GRAPH graph:inferred { ?node a ?above } }
WHERE {
  GRAPH graph:resolved { ?node a ?class }
  GRAPH graph:ontology { ?class rdfs:subClassOf+ ?above }
  FILTER NOT EXISTS { GRAPH graph:resolved { ?node a ?above } }
} ;
INSERT { GRAPH graph:inferred { ?subject ?above ?object } }
WHERE {
  GRAPH graph:ontology { ?property rdfs:subPropertyOf+ ?above }
  GRAPH graph:resolved { ?subject ?property ?object }
  FILTER NOT EXISTS { GRAPH graph:resolved { ?subject ?above ?object } }
}
"""
"""The rules that fill the inferred graph from the resolved graph and the ontology."""

INFERENCE_PREFIXES: Mapping[str, str] = {"graph": ID + "graph/", "rdfs": PREFIXES["rdfs"]}
"""The prefixes of `INFERENCE`."""

_TYPE = term("rdf:type")
_ENTITY_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)+")
_MONEY = re.compile(r"(?P<value>[0-9]+(\.[0-9]+)?) (?P<currency>[A-Z]{3})")
_DURATION = re.compile(r"P(?=.)([0-9]+Y)?([0-9]+M)?([0-9]+D)?")


def iri(entity: Entity) -> ox.NamedNode:
    """Return the IRI of an entity; raises ValueError when its id is not made of ASCII letters, digits and `._-/`."""
    return _entity_iri(entity.id)


def _entity_iri(entity_id: str) -> ox.NamedNode:
    if not _ENTITY_ID.fullmatch(entity_id):
        raise ValueError(f"{entity_id!r} is not the id of an entity")
    return ox.NamedNode(ID + entity_id)


def article_iri(document_id: str) -> ox.NamedNode:
    """Return the IRI of an article, which is that of its graph too."""
    return ox.NamedNode(ID + "article/" + document_id)


def claim_iri(claim: Claim) -> ox.NamedNode:
    """Return the IRI of a claim."""
    return ox.NamedNode(ID + "claim/" + claim.id)


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
    yield article, _TYPE, term("schema:NewsArticle")
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
    """Return what the resolved graph holds of one statement: its node, its entities, and the direct edge if it stands.

    Raises ValueError when an entity's id cannot be the end of an IRI.
    """
    return in_graph(_statement(statement), RESOLVED)


def _statement(statement: Statement) -> Iterator[Triple]:
    relation = vocabulary().relations[statement.relation]
    node = ox.NamedNode(ID + "statement/" + statement.id)
    subject, object_ = iri(statement.subject), iri(statement.object)
    yield from _entity(statement.subject)
    yield from _entity(statement.object)
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
        yield node, term("aig:parent"), _entity_iri(entity.parent)


def _direct(node: ox.NamedNode, qualifier: Qualifier) -> Iterator[Triple]:
    """Say a qualifier of a statement as one plain property, for short queries."""
    direct = ox.NamedNode(AIG + qualifier.name)
    if qualifier.type is not None:
        entity = Entity(qualifier.value, qualifier.type, qualifier.text)
        yield node, direct, iri(entity)
        yield from _entity(entity)
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


def ontology_quads() -> Iterator[ox.Quad]:
    """Return the ontology without its lists, which have blank nodes."""
    for quad in ox.parse(path=str(ontology_dir() / "aigraph.ttl"), format=ox.RdfFormat.TURTLE):
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode | ox.Literal):
            yield ox.Quad(quad.subject, quad.predicate, quad.object, ONTOLOGY)


# ------------------------------------------------------------------ and back


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
    )


def reading(quads: Iterable[ox.Quad]) -> Reading:
    """Read an article and its claims back from the quads of its graph, in the order that they were written in."""
    found = nodes(quads)
    claims = [node for node in found.values() if term("aig:Claim").value in node.all("rdf:type")]
    article = next(node for node in found.values() if node.all("aig:fingerprint"))
    claims.sort(key=lambda node: node.integer("aig:position"))
    return Reading(document(article), tuple(_read_claim(node, found) for node in claims))


def _read_claim(claim: Node, found: Mapping[str, Node]) -> Claim:
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


def statements(quads: Iterable[ox.Quad], claims: Mapping[str, Claim]) -> Iterator[Statement]:
    """Read the statements back from the resolved graph, sorted by subject, relation and object; denials last.

    `claims` are those of the article graphs, by id; those of a statement come in the order of articles and sentences.
    Raises InputError when one is missing.
    """
    found = nodes(quads)
    entities: dict[str, Entity] = {}
    listed = [node for node in found.values() if term("aig:Statement").value in node.all("rdf:type")]
    for node in sorted(listed, key=_statement_order):
        for end in (node.one("aig:subject"), node.one("aig:object")):
            if end not in entities:
                entities[end] = _read_entity(found[end])
        ids = [claim.removeprefix(ID + "claim/") for claim in node.all("aig:claim")]
        if not ids or any(claim not in claims for claim in ids):
            raise InputError(f"<{node.iri}> rests on a claim that no article in the store makes; build the store again")
        reasons = node.optional("aig:reason")
        yield Statement(
            subject=entities[node.one("aig:subject")],
            relation=node.local("aig:relation", AIG),
            object=entities[node.one("aig:object")],
            claims=tuple(sorted((claims[claim] for claim in ids), key=_claim_order)),
            status=Status(node.one("aig:standing")),
            confidence=float(node.one("aig:confidence")),
            qualifiers=_read_details(node, found),
            reasons=tuple(reasons.split("\n")) if reasons is not None else (),
            sources=node.integer("aig:sources"),
        )


def _statement_order(node: Node) -> tuple[str, str, str, bool]:
    denied = node.one("aig:modality") == Modality.DENIED
    return node.one("aig:subject"), node.one("aig:relation"), node.one("aig:object"), denied


def _claim_order(claim: Claim) -> tuple[str, Span, str]:
    return claim.evidence.document, claim.evidence.span, claim.id


def _read_entity(node: Node) -> Entity:
    classes = [iri.removeprefix(AIG) for iri in node.all("rdf:type") if iri.startswith(AIG)]
    parent = node.optional("aig:parent")
    return Entity(
        id=node.iri.removeprefix(ID),
        type=classes[0],
        label=node.one("rdfs:label"),
        aliases=node.all("skos:altLabel"),
        same_as=tuple(iri.removeprefix(PREFIXES["wd"]) for iri in node.all("owl:sameAs")),
        parent=parent.removeprefix(ID) if parent is not None else None,
    )
