"""How articles, claims and statements become quads, and how quads become them again. No other room knows.

An article and what it says stand in a graph of its own, `id:article/<document id>`; what the articles say together
stands in `id:graph/resolved`, what follows from the ontology in `id:graph/inferred`. There are no blank nodes.
"""

from __future__ import annotations

from aigraph.graph.rdf.graphs import (
    INFERENCE,
    INFERENCE_PREFIXES,
    INFERRED,
    ONTOLOGY,
    RESOLVED,
    article_iri,
    claim_iri,
    iri,
    ontology_quads,
)
from aigraph.graph.rdf.read import document, reading, statements
from aigraph.graph.rdf.write import article_quads, statement_quads

__all__ = [
    "INFERENCE",
    "INFERENCE_PREFIXES",
    "INFERRED",
    "ONTOLOGY",
    "RESOLVED",
    "article_iri",
    "article_quads",
    "claim_iri",
    "document",
    "iri",
    "ontology_quads",
    "reading",
    "statement_quads",
    "statements",
]
