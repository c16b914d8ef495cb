"""The graphs and their names: which IRI an article, a claim or an entity has, and what follows from the ontology."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pyoxigraph as ox

from aigraph.model import Claim, Entity
from aigraph.vocabulary import ID, PREFIXES, ontology_dir

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


def ontology_quads() -> Iterator[ox.Quad]:
    """Return the ontology without its lists, which have blank nodes."""
    for quad in ox.parse(path=str(ontology_dir() / "aigraph.ttl"), format=ox.RdfFormat.TURTLE):
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode | ox.Literal):
            yield ox.Quad(quad.subject, quad.predicate, quad.object, ONTOLOGY)
