"""A graph of a given size out of made-up articles: neither read nor stored, and each name stands for itself."""

from __future__ import annotations

import gc
import math
from collections.abc import Mapping
from dataclasses import dataclass

from aigraph.escape import slug
from aigraph.fuse import Fused, fuse
from aigraph.model import Document, Entity, Linking, Modality, Statement, Status, distinct_names
from aigraph.vocabulary import vocabulary
from benchmarks.articles import Articles
from benchmarks.world import World

_ARTICLES = 0.42
"""So many articles give one edge, about; those of the last ones that are too many are left out."""


@dataclass(frozen=True)
class Made:
    """What the articles say together, and the articles."""

    fused: Fused
    documents: Mapping[str, Document]


def made(edges: int, seed: int = 7) -> Made:
    """Return a graph with at least so many edges: people twice as many, organisations three times the root of them."""
    world = World(seed, people=2 * edges, organizations=round(3 * math.sqrt(edges)))
    gc.disable()  # millions of objects, and no cycles among them
    readings = tuple(Articles(seed, sentences=(5, 8), world=world).first(math.ceil(edges * _ARTICLES)))
    names = distinct_names(claim for reading in readings for claim in reading.claims)
    linking = Linking({(kind, name): Entity(f"{kind.lower()}/{slug(name)}", kind, name) for kind, name in names})
    fused = fuse(readings, linking)
    gc.enable()
    return Made(fused, {reading.document.id: reading.document for reading in readings})


def is_edge(statement: Statement) -> bool:
    """Whether a statement is drawn as a line: neither denied nor refuted, between two things that have a place."""
    hidden = statement.modality is Modality.DENIED or statement.status is Status.REFUTED
    return not hidden and vocabulary().relations[statement.relation].weight > 0
