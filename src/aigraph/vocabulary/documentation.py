"""The ontology and its shapes as readers see them: every term and every rule, with its words in both languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import pyoxigraph as ox

from aigraph.errors import DataError
from aigraph.vocabulary import AIG, PREFIXES, ontology_dir
from aigraph.vocabulary.turtle import Turtle

_RDFS, _OWL, _SKOS, _DCTERMS = (PREFIXES[name] for name in ("rdfs", "owl", "skos", "dcterms"))
_SHACL = "http://www.w3.org/ns/shacl#"
_LABEL, _DEFINITION = ox.NamedNode(_RDFS + "label"), ox.NamedNode(_SKOS + "definition")


class TermKind(StrEnum):
    """What a term of the ontology is."""

    RELATION = "relation"
    QUALIFIER = "qualifier"
    CLASS = "class"
    PROPERTY = "property"
    ANNOTATION = "annotation"


# The first that fits: a relation is a property, too.
_KINDS = {
    AIG + "Relation": TermKind.RELATION,
    AIG + "Qualifier": TermKind.QUALIFIER,
    _OWL + "Class": TermKind.CLASS,
    _OWL + "AnnotationProperty": TermKind.ANNOTATION,
    _OWL + "ObjectProperty": TermKind.PROPERTY,
    _OWL + "DatatypeProperty": TermKind.PROPERTY,
}


@dataclass(frozen=True, slots=True)
class Term:
    """A term: its local name, what it is, its words by language, and the IRIs of what it stands below and between."""

    id: str
    kind: TermKind
    labels: Mapping[str, str]
    definitions: Mapping[str, str]
    above: tuple[str, ...]
    domains: tuple[str, ...]
    ranges: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """A rule of the shapes: its name, the IRIs of the classes and the property that it is about, what it asks for."""

    name: str
    targets: tuple[str, ...]
    path: str
    sentences: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Documentation:
    """The ontology as a whole; the terms are sorted by name, the shapes stand as in their file."""

    iri: str
    titles: Mapping[str, str]
    licence: str
    version: str
    terms: tuple[Term, ...]
    shapes: tuple[Shape, ...]

    def of(self, kind: TermKind) -> tuple[Term, ...]:
        """Return the terms of a kind."""
        return tuple(term for term in self.terms if term.kind is kind)


@cache
def documentation() -> Documentation:
    """Read `aigraph.ttl` and `shapes.ttl`; raises DataError with the file and the term that lacks something."""
    turtle = Turtle(ontology_dir() / "aigraph.ttl")
    (ontology,) = turtle.of_class(_OWL + "Ontology")
    nodes = dict.fromkeys(node for name in _KINDS for node in turtle.instances.get(name, ()))
    return Documentation(
        iri=ontology.value,
        titles=turtle.texts(ontology, ox.NamedNode(_DCTERMS + "title")),
        licence=turtle.one(ontology, _DCTERMS + "license"),
        version=turtle.one(ontology, _OWL + "versionInfo"),
        terms=tuple(sorted((_term(turtle, node) for node in nodes), key=lambda term: term.id)),
        shapes=tuple(_shapes(Turtle(ontology_dir() / "shapes.ttl"))),
    )


def turtle_file() -> bytes:
    """Return the ontology as it was written, for machines."""
    path = ontology_dir() / "aigraph.ttl"
    try:
        return path.read_bytes()
    except OSError as error:
        raise DataError(f"{path}: {error}") from error


def _term(turtle: Turtle, node: ox.NamedNode) -> Term:
    above = (_RDFS + "subClassOf", _RDFS + "subPropertyOf")
    return Term(
        id=node.value.removeprefix(AIG),
        kind=next(kind for name, kind in _KINDS.items() if node in turtle.instances.get(name, ())),
        labels=turtle.texts(node, _LABEL),
        definitions=turtle.texts(node, _DEFINITION),
        above=tuple(iri for predicate in above for iri in turtle.all(node, predicate)),
        domains=tuple(turtle.all(node, _RDFS + "domain")),
        ranges=tuple(turtle.all(node, _RDFS + "range")),
    )


def _shapes(turtle: Turtle) -> Iterator[Shape]:
    for node in dict.fromkeys(subject for subject, predicate in turtle.values if predicate == _SHACL + "targetClass"):
        yield Shape(
            name=turtle.one(node, _SHACL + "name"),
            targets=tuple(turtle.all(node, _SHACL + "targetClass")),
            path=turtle.one(node, _SHACL + "path"),
            sentences={
                "en": turtle.one(node, _SHACL + "message"),
                "fr": turtle.one(node, _SHACL + "description"),
            },
        )
