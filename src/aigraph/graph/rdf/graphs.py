"""The graphs and their names: which IRI an article, a claim or an entity has, and what follows from the ontology."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

import pyoxigraph as ox

from aigraph.graph.terms import term
from aigraph.model import Claim, Entity, Form, content_id
from aigraph.vocabulary import ID, ontology_dir

RESOLVED = ox.NamedNode(ID + "graph/resolved")
"""The graph of entities and statements."""

INFERRED = ox.NamedNode(ID + "graph/inferred")
"""The graph of what follows from the ontology: the classes above a class, the properties above a property."""

ONTOLOGY = ox.NamedNode(ID + "graph/ontology")
"""The graph of the ontology itself."""

NAMES = ox.NamedNode(ID + "graph/names")
"""The graph of names: which entity each stands for, and why."""

DECISIONS = ox.NamedNode(ID + "graph/decisions")
"""The graph of what people have decided."""

INDEX = ox.NamedNode(ID + "graph/index")
"""The graph of what the store finds things by. It follows from the others, and leaves the store in no file."""

FORMS: Mapping[Form, ox.NamedNode] = {Form.ARTICLE: term("schema:NewsArticle"), Form.TABLE: term("aig:FactTable")}
"""What documents are, by their form."""

_ENTITY_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)+")


def iri(entity: Entity) -> ox.NamedNode:
    """Return the IRI of an entity; raises ValueError when its id is not made of ASCII letters, digits and `._-/`."""
    return entity_iri(entity.id)


def entity_iri(entity_id: str) -> ox.NamedNode:
    """Return the IRI of the entity with an id; raises ValueError as `iri` does."""
    if not _ENTITY_ID.fullmatch(entity_id):
        raise ValueError(f"{entity_id!r} is not the id of an entity")
    return ox.NamedNode(ID + entity_id)


def article_iri(document_id: str) -> ox.NamedNode:
    """Return the IRI of an article, which is that of its graph too."""
    return ox.NamedNode(ID + "article/" + document_id)


def claim_iri(claim: Claim) -> ox.NamedNode:
    """Return the IRI of a claim."""
    return ox.NamedNode(ID + "claim/" + claim.id)


def statement_iri(statement_id: str) -> ox.NamedNode:
    """Return the IRI of a statement."""
    return ox.NamedNode(ID + "statement/" + statement_id)


def name_iri(type: str, name: str) -> ox.NamedNode:
    """Return the IRI of a name of a class."""
    return ox.NamedNode(ID + "name/" + content_id(type, name))


@cache
def ontology_quads() -> tuple[ox.Quad, ...]:
    """Return the ontology without its lists, which have blank nodes."""
    return tuple(
        ox.Quad(quad.subject, quad.predicate, quad.object, ONTOLOGY)
        for quad in ox.parse(path=str(ontology_dir() / "aigraph.ttl"), format=ox.RdfFormat.TURTLE)
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode | ox.Literal)
    )
