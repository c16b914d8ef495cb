"""The ontology, read once: classes, relations and qualifiers, as `ontology/aigraph.ttl` defines them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from aigraph.errors import DataError
from aigraph.vocabulary.prefixes import AIG, ID, PREFIXES
from aigraph.vocabulary.turtle import Turtle

__all__ = [
    "AIG",
    "ID",
    "KINDS",
    "PREFIXES",
    "QualifierType",
    "RelationType",
    "Vocabulary",
    "ontology_dir",
    "vocabulary",
]

_LABEL = ox.NamedNode(PREFIXES["rdfs"] + "label")
_DEFINITION = ox.NamedNode(PREFIXES["skos"] + "definition")
_SUBCLASS = ox.NamedNode(PREFIXES["rdfs"] + "subClassOf")


def ontology_dir() -> Path:
    """Return the folder of the ontology: inside the installed package, or beside `src` in a checkout."""
    package = Path(__file__).parents[1] / "_ontology"
    return package if package.is_dir() else Path(__file__).parents[3] / "ontology"


KINDS = ("date", "duration", "money", "number", "choice", "words", "entity")
"""What the values of a qualifier can be."""


@dataclass(frozen=True, slots=True)
class QualifierType:
    """A qualifier: its id and kind (date, duration, money, number, choice, words, entity).

    `choices` are the values of a choice; `bounds` says whether a date bounds the "start" or the "end".
    """

    id: str
    kind: str
    labels: Mapping[str, str]
    choices: tuple[str, ...] = ()
    bounds: str | None = None


@dataclass(frozen=True, slots=True)
class RelationType:
    """A relation: its ends, its qualifiers, the n-ary node that holds it, and how it is drawn.

    `node_class`, `subject_property` and `object_property` are full IRIs; `weight` 0 means that it is not drawn.
    """

    id: str
    labels: Mapping[str, str]
    definitions: Mapping[str, str]
    domain: str
    range: str
    qualifiers: tuple[str, ...]
    node_class: str
    subject_property: str
    object_property: str
    color: str
    weight: int

    @property
    def iri(self) -> str:
        """The IRI of the shortcut property."""
        return AIG + self.id


@dataclass(frozen=True)
class Vocabulary:
    """Everything the ontology defines, by local name, in the order of the names.

    `learned` are the relations and qualifiers that the learned model scores, each with the class of its object;
    `entails` gives the relations that hold, too, where a relation or qualifier does.
    """

    relations: Mapping[str, RelationType]
    qualifiers: Mapping[str, QualifierType]
    parents: Mapping[str, tuple[str, ...]]
    class_labels: Mapping[str, Mapping[str, str]]
    learned: Mapping[str, str]
    entails: Mapping[str, tuple[str, ...]]

    def is_a(self, type: str, ancestor: str) -> bool:
        """Tell whether the class `type` is `ancestor` or lies below it.

        >>> vocabulary().is_a("Model", "Artifact"), vocabulary().is_a("Person", "Artifact")
        (True, False)
        """
        return type == ancestor or any(self.is_a(parent, ancestor) for parent in self.parents.get(type, ()))


def _local(iri: str) -> str:
    return iri.removeprefix(AIG)


def _entailments(turtle: Turtle, relations: Mapping[str, RelationType]) -> dict[str, tuple[str, ...]]:
    predicate = AIG + "entails"
    found = {_local(n.value): tuple(sorted(map(_local, turtle.all(n, predicate)))) for n in turtle.having(predicate)}
    for name, entailed in found.items():
        for other in entailed:
            if other not in relations:
                raise DataError(f"{turtle.path}: aig:{name} entails aig:{other}, which is no relation")
    return found


@cache
def vocabulary() -> Vocabulary:
    """Read `ontology/aigraph.ttl`; raises DataError with the file and the term when a block is incomplete."""
    turtle = Turtle(ontology_dir() / "aigraph.ttl")
    qualifiers = {
        _local(node.value): QualifierType(
            id=_local(node.value),
            kind=turtle.one(node, AIG + "kind"),
            labels=turtle.texts(node, _LABEL),
            choices=turtle.items(node, AIG + "choices"),
            bounds=next(iter(turtle.all(node, AIG + "bounds")), None),
        )
        for node in turtle.of_class(AIG + "Qualifier")
    }
    relations = {
        _local(node.value): RelationType(
            id=_local(node.value),
            labels=turtle.texts(node, _LABEL),
            definitions=turtle.texts(node, _DEFINITION),
            domain=_local(turtle.one(node, PREFIXES["rdfs"] + "domain")),
            range=_local(turtle.one(node, PREFIXES["rdfs"] + "range")),
            qualifiers=tuple(sorted(_local(iri) for iri in turtle.all(node, AIG + "qualifier"))),
            node_class=turtle.one(node, AIG + "nodeClass"),
            subject_property=turtle.one(node, AIG + "subjectProperty"),
            object_property=turtle.one(node, AIG + "objectProperty"),
            color=turtle.one(node, AIG + "color"),
            weight=turtle.whole(node, AIG + "weight"),
        )
        for node in turtle.of_class(AIG + "Relation")
    }
    classes = turtle.of_class(PREFIXES["owl"] + "Class")
    known = {_local(node.value) for node in classes}
    for relation in relations.values():
        for name in relation.qualifiers:
            if name not in qualifiers:
                raise DataError(f"{turtle.path}: aig:{relation.id} takes an unknown qualifier aig:{name}")
        for end in (relation.domain, relation.range):
            if end not in known:
                raise DataError(f"{turtle.path}: aig:{relation.id} joins aig:{end}, which is no class")
    for qualifier in qualifiers.values():
        if qualifier.kind not in KINDS:
            raise DataError(f"{turtle.path}: aig:{qualifier.id}: kind is one of {', '.join(KINDS)}")
        if (qualifier.kind == "choice") != bool(qualifier.choices):
            raise DataError(f"{turtle.path}: aig:{qualifier.id}: a choice, and nothing else, has aig:choices")
        if (qualifier.kind == "date") != (qualifier.bounds in ("start", "end")):
            raise DataError(f"{turtle.path}: aig:{qualifier.id}: a date, and nothing else, bounds the start or the end")
    return Vocabulary(
        relations=dict(sorted(relations.items())),
        qualifiers=dict(sorted(qualifiers.items())),
        parents={
            _local(node.value): tuple(_local(iri) for iri in turtle.all(node, _SUBCLASS.value) if iri.startswith(AIG))
            for node in classes
        },
        class_labels={_local(node.value): turtle.texts(node, _LABEL) for node in classes},
        learned={
            _local(node.value): _local(turtle.one(node, PREFIXES["rdfs"] + "range"))
            for node in turtle.having(AIG + "learned")
        },
        entails=_entailments(turtle, relations),
    )
