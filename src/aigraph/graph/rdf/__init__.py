"""How articles, claims and statements become quads, and how quads become them again. No other room knows.

An article and what it says stand in a graph of its own, `id:article/<document id>`; what the articles say together
stands in `id:graph/resolved`, what follows from the ontology in `id:graph/inferred`, what names stand for in
`id:graph/names`, what people have judged in `id:graph/decisions`. There are no blank nodes.
"""

from __future__ import annotations

from aigraph.graph.rdf.context import Context, Json
from aigraph.graph.rdf.dataset import DATASET, About, Counts, dataset_iri, dataset_quads
from aigraph.graph.rdf.findings import conflict_quads, copy_quads, read_conflict, tenure_quads, tenures_of
from aigraph.graph.rdf.frames import DATASET_FRAME, Frame, Tree, frames
from aigraph.graph.rdf.graphs import (
    DECISIONS,
    FORMS,
    INDEX,
    INFERRED,
    NAMES,
    ONTOLOGY,
    RESOLVED,
    article_iri,
    claim_iri,
    entity_iri,
    iri,
    name_iri,
    ontology_quads,
    statement_iri,
)
from aigraph.graph.rdf.inference import inferred_quads
from aigraph.graph.rdf.names import (
    decision_quads,
    doubt_iri,
    doubt_quads,
    name_quads,
    read_decisions,
    read_doubt,
    use_iri,
    use_quads,
)
from aigraph.graph.rdf.read import document, read_claim, read_entity, read_statement, reading, statements
from aigraph.graph.rdf.write import article_quads, entity_quads, statement_quads

__all__ = [
    "DATASET",
    "DATASET_FRAME",
    "DECISIONS",
    "FORMS",
    "INDEX",
    "INFERRED",
    "NAMES",
    "ONTOLOGY",
    "RESOLVED",
    "About",
    "Context",
    "Counts",
    "Frame",
    "Json",
    "Tree",
    "article_iri",
    "article_quads",
    "claim_iri",
    "conflict_quads",
    "copy_quads",
    "dataset_iri",
    "dataset_quads",
    "decision_quads",
    "document",
    "doubt_iri",
    "doubt_quads",
    "entity_iri",
    "entity_quads",
    "frames",
    "inferred_quads",
    "iri",
    "name_iri",
    "name_quads",
    "ontology_quads",
    "read_claim",
    "read_conflict",
    "read_decisions",
    "read_doubt",
    "read_entity",
    "read_statement",
    "reading",
    "statement_iri",
    "statement_quads",
    "statements",
    "tenure_quads",
    "tenures_of",
    "use_iri",
    "use_quads",
]
