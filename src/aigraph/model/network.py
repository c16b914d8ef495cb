"""What eyes see of statements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from aigraph.model.statement import Entity, Statement
from aigraph.model.text import Document


@dataclass(frozen=True, slots=True)
class Node:
    """What a reader sees of an entity: a place on the page (x, y) and a size (the number of its edges)."""

    entity: Entity
    x: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class Edge:
    """What a reader sees of a statement: an arrow from one node to another. `source` and `target` are entity ids."""

    id: str
    source: str
    target: str
    relation: str
    label: str
    statement: Statement


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes and edges for eyes, made from statements only, sorted by id; `documents` maps ids to the articles."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    documents: Mapping[str, Document]
