"""A Turtle file of the ontology, read strictly: a term that lacks something is named."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from aigraph.errors import DataError
from aigraph.vocabulary.prefixes import PREFIXES

_RDF_TYPE = ox.NamedNode(PREFIXES["rdf"] + "type")


class Turtle:
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
        """Return every value, in the order of the file."""
        return [v.value for v in self.values.get((subject, predicate), [])]

    def one(self, subject: ox.NamedNode, predicate: str) -> str:
        """Return the only value; raises DataError when there is none, or another."""
        found = self.all(subject, predicate)
        if len(found) != 1:
            raise DataError(f"{self.path}: {subject} needs exactly one {predicate}, it has {len(found)}")
        return found[0]

    def of_class(self, name: str) -> list[ox.NamedNode]:
        """Return what is said to be of a class; raises DataError when nothing is."""
        if name not in self.instances:
            raise DataError(f"{self.path}: nothing in it is a <{name}>")
        return self.instances[name]

    def having(self, predicate: str) -> list[ox.NamedNode]:
        """Return the subjects that have a predicate, sorted."""
        found = (subject for subject, name in self.values if name == predicate)
        return sorted(found, key=lambda subject: subject.value)

    def whole(self, subject: ox.NamedNode, predicate: str) -> int:
        """Return the only value as a whole number."""
        written = self.one(subject, predicate)
        if not written.isascii() or not written.isdigit():
            raise DataError(f"{self.path}: {subject}: {predicate} is a whole number, not {written!r}")
        return int(written)

    def texts(self, subject: ox.NamedNode, predicate: ox.NamedNode) -> dict[str, str]:
        """Return the texts by language; raises DataError when English or French is missing."""
        values = self.values.get((subject, predicate.value), [])
        texts = {v.language: v.value for v in values if isinstance(v, ox.Literal) and v.language}
        if not {"en", "fr"} <= texts.keys():
            raise DataError(f"{self.path}: {subject} needs {predicate} in English and in French")
        return texts

    def items(self, subject: ox.NamedNode, predicate: str) -> tuple[str, ...]:
        """Return the items of a list; none when there is no list."""
        found = []
        cell = next(iter(self.values.get((subject, predicate), [])), None)
        while isinstance(cell, ox.BlankNode):
            found.append(self.lists[cell][PREFIXES["rdf"] + "first"].value)
            cell = self.lists[cell][PREFIXES["rdf"] + "rest"]
        return tuple(found)
