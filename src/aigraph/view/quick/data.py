"""What the page knows about what it draws: entities, statements with their evidence, articles. Plain JSON values."""

from __future__ import annotations

import re
from typing import Any

from aigraph.graph.network import MOVES
from aigraph.model import Claim, Document, Entity, Network, Statement
from aigraph.view.quick.picture import kind
from aigraph.vocabulary import vocabulary

_WEB = re.compile(r"https?://", re.IGNORECASE)
_WIKIDATA = re.compile(r"Q[1-9][0-9]*")


def facts(network: Network) -> dict[str, Any]:
    """Return entities, statements, documents and relations by id, each as the page shows it."""
    words = vocabulary()
    statements = {edge.statement.id: edge.statement for edge in network.edges}
    drawn = {statement.relation for statement in statements.values()}
    entities = {node.entity.id: node.entity for node in network.nodes}
    return {
        "entities": {key: _entity(entity, entities) for key, entity in entities.items()},
        "statements": {key: _statement(statement, network) for key, statement in statements.items()},
        "documents": {key: _document(document) for key, document in network.documents.items()},
        "relations": {
            key: {
                "color": relation.color,
                "labels": dict(relation.labels),
                "definitions": dict(relation.definitions),
                "move": key in MOVES,
                "weight": relation.weight,
            }
            for key, relation in words.relations.items()
            if key in drawn
        },
        "qualifiers": {key: dict(qualifier.labels) for key, qualifier in words.qualifiers.items()},
        "classes": {key: dict(labels) for key, labels in words.class_labels.items()},
    }


def _entity(entity: Entity, known: dict[str, Entity]) -> dict[str, Any]:
    parent = known.get(entity.parent or "")
    return {
        "label": entity.label,
        "type": entity.type,
        "kind": kind(entity.type),
        "aliases": [alias for alias in entity.aliases if alias != entity.label],
        "wikidata": [key for key in entity.same_as if _WIKIDATA.fullmatch(key)],
        "parent": {"id": parent.id if parent else None, "label": parent.label if parent else _name(entity.parent)}
        if entity.parent
        else None,
    }


def _name(key: str) -> str:
    # A parent that nothing else in the network speaks of: its id is the only name at hand.
    return key.rpartition("/")[2].replace("-", " ").title()


def _document(document: Document) -> dict[str, Any]:
    return {
        "name": document.name,
        "publisher": document.publisher,
        "published": document.published,
        "url": document.url if document.url and _WEB.match(document.url) else None,
    }


def _statement(statement: Statement, network: Network) -> dict[str, Any]:
    types = vocabulary().qualifiers
    return {
        "subject": statement.subject.id,
        "relation": statement.relation,
        "object": statement.object.id,
        "modality": statement.modality.value,
        "status": statement.status.value,
        "confidence": round(statement.confidence, 3),
        "sources": statement.sources,
        "reasons": list(statement.reasons),
        "qualifiers": [
            {
                "name": q.name,
                "kind": types[q.name].kind if q.name in types else "words",
                "value": q.value,
                "text": q.text,
            }
            for q in statement.qualifiers
        ],
        "evidence": [_evidence(claim, network.documents.get(claim.evidence.document)) for claim in statement.claims],
    }


def _evidence(claim: Claim, document: Document | None) -> dict[str, Any]:
    return {
        "document": claim.evidence.document if document else None,
        "pieces": _pieces(claim),
        "rule": claim.evidence.rule,
        "modality": claim.modality.value,
        "by": claim.attributed_to,
    }


def _pieces(claim: Claim) -> list[tuple[str, bool]]:
    """Cut the quote where the subject and the object are named: (text, is it a name)."""
    quote, at = claim.evidence.quote, claim.evidence.span
    pieces: list[tuple[str, bool]] = []
    done = 0
    for span in sorted({mention.span for mention in (claim.subject, claim.object) if mention.span in at}):
        start, end = span.start - at.start, span.end - at.start
        if start >= done:
            pieces += [(quote[done:start], False), (quote[start:end], True)]
            done = end
    pieces.append((quote[done:], False))
    return [(text, named) for text, named in pieces if text]
