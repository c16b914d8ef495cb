"""The ontology, read once: classes, relations and qualifiers, as `ontology/aigraph.ttl` defines them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from aigraph.errors import DataError

AIG = "https://w3id.org/aigraph/ontology#"
"""The namespace of aigraph's own terms."""

ID = "https://w3id.org/aigraph/id/"
"""The base of the IRIs of entities, articles, claims and statements."""

PREFIXES: Mapping[str, str] = {
    "aig": AIG,
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "id": ID,
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "wd": "http://www.wikidata.org/entity/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

_RDF_TYPE = ox.NamedNode(PREFIXES["rdf"] + "type")
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


class _Turtle:
    """The triples of one Turtle file, by subject and predicate."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.values: dict[tuple[ox.NamedNode, str], list[ox.NamedNode | ox.BlankNode | ox.Literal]] = {}
        self.instances: dict[str, list[ox.NamedNode]] = {}
        self.lists: dict[ox.BlankNode, dict[str, ox.NamedNode | ox.BlankNode | ox.Literal]] = {}
        try:
            triples = list(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))
        except (OSError, SyntaxError) as error:
            raise DataError(f"{path}: {error}") from error
        for triple in triples:
            subject, predicate, value = triple.subject, triple.predicate, triple.object
            if not isinstance(value, ox.NamedNode | ox.BlankNode | ox.Literal):
                raise DataError(f"{path}: quoted triples have no place in the ontology")
            if isinstance(subject, ox.BlankNode):
                self.lists.setdefault(subject, {})[predicate.value] = value
            elif isinstance(subject, ox.NamedNode):
                self.values.setdefault((subject, predicate.value), []).append(value)
                if predicate == _RDF_TYPE and isinstance(value, ox.NamedNode):
                    self.instances.setdefault(value.value, []).append(subject)

    def all(self, subject: ox.NamedNode, predicate: str) -> list[str]:
        return [v.value for v in self.values.get((subject, predicate), [])]

    def one(self, subject: ox.NamedNode, predicate: str) -> str:
        found = self.all(subject, predicate)
        if len(found) != 1:
            raise DataError(f"{self.path}: {subject} needs exactly one {predicate}, it has {len(found)}")
        return found[0]

    def of_class(self, name: str) -> list[ox.NamedNode]:
        if name not in self.instances:
            raise DataError(f"{self.path}: nothing in it is a <{name}>")
        return self.instances[name]

    def having(self, predicate: str) -> list[ox.NamedNode]:
        found = (subject for subject, name in self.values if name == predicate)
        return sorted(found, key=lambda subject: subject.value)

    def whole(self, subject: ox.NamedNode, predicate: str) -> int:
        written = self.one(subject, predicate)
        if not written.isascii() or not written.isdigit():
            raise DataError(f"{self.path}: {subject}: {predicate} is a whole number, not {written!r}")
        return int(written)

    def texts(self, subject: ox.NamedNode, predicate: ox.NamedNode) -> dict[str, str]:
        values = self.values.get((subject, predicate.value), [])
        texts = {v.language: v.value for v in values if isinstance(v, ox.Literal) and v.language}
        if not {"en", "fr"} <= texts.keys():
            raise DataError(f"{self.path}: {subject} needs {predicate} in English and in French")
        return texts

    def items(self, subject: ox.NamedNode, predicate: str) -> tuple[str, ...]:
        found = []
        cell = next(iter(self.values.get((subject, predicate), [])), None)
        while isinstance(cell, ox.BlankNode):
            found.append(self.lists[cell][PREFIXES["rdf"] + "first"].value)
            cell = self.lists[cell][PREFIXES["rdf"] + "rest"]
        return tuple(found)


def _local(iri: str) -> str:
    return iri.removeprefix(AIG)


def _entailments(turtle: _Turtle, relations: Mapping[str, RelationType]) -> dict[str, tuple[str, ...]]:
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
    turtle = _Turtle(ontology_dir() / "aigraph.ttl")
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
