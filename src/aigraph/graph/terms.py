"""RDF terms: how they are made, never from a quoted string, and how the properties of a node are read back."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache

import pyoxigraph as ox

from aigraph.vocabulary import PREFIXES

Term = ox.NamedNode | ox.Literal
Triple = tuple[ox.NamedNode, ox.NamedNode, Term]

_DECIMAL = ox.NamedNode(PREFIXES["xsd"] + "decimal")
_DATE = ox.NamedNode(PREFIXES["xsd"] + "date")


@cache
def term(name: str) -> ox.NamedNode:
    """Return the IRI of a prefixed name.

    >>> term("oa:exact").value
    'http://www.w3.org/ns/oa#exact'
    """
    prefix, _, local = name.partition(":")
    return ox.NamedNode(PREFIXES[prefix] + local)


def decimal(number: float | str) -> ox.Literal:
    """Return an xsd:decimal; raises ArithmeticError when the text is no number.

    >>> decimal(1e-7).value
    '0.0000001'
    """
    exact = Decimal(number if isinstance(number, str) else repr(number))
    if not exact.is_finite():
        raise ArithmeticError(f"{number!r} is not a finite number")
    return ox.Literal(format(exact, "f"), datatype=_DECIMAL)


def value(node: object) -> str:
    """Return the IRI of a node or the text of a literal, and nothing of anything else."""
    return node.value if isinstance(node, ox.NamedNode | ox.Literal) else ""


def day(date: datetime.date) -> ox.Literal:
    """Return an xsd:date."""
    return ox.Literal(date.isoformat(), datatype=_DATE)


class Node:
    """What a graph says of one node: its values by property, in no order."""

    def __init__(self, iri: str) -> None:
        self.iri = iri
        self._values: dict[str, list[str]] = {}

    def add(self, property: str, text: str) -> None:
        """Take one value of a property, given by its IRI."""
        self._values.setdefault(property, []).append(text)

    def all(self, name: str) -> tuple[str, ...]:
        """Return the values of a property as text, sorted."""
        return tuple(sorted(self._values.get(term(name).value, ())))

    def optional(self, name: str) -> str | None:
        """Return the first value of a property, or None."""
        return next(iter(self.all(name)), None)

    def one(self, name: str) -> str:
        """Return the value of a property; raises LookupError when there is none."""
        found = self.optional(name)
        if found is None:
            raise LookupError(f"<{self.iri}> has no {name}")
        return found

    def integer(self, name: str) -> int:
        """Return the value of a property as a whole number."""
        return int(self.one(name))

    def local(self, name: str, base: str) -> str:
        """Return the end of the IRI that a property holds, after `base`."""
        return self.one(name).removeprefix(base)

    def locals(self, name: str, base: str) -> tuple[str, ...]:
        """Return the ends of the IRIs that a property holds, after `base`, sorted."""
        return tuple(iri.removeprefix(base) for iri in self.all(name))


def nodes(quads: Iterable[ox.Quad]) -> dict[str, Node]:
    """Gather quads by their subjects."""
    found: dict[str, Node] = {}
    for quad in quads:
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode | ox.Literal):
            iri = quad.subject.value
            if iri not in found:
                found[iri] = Node(iri)
            found[iri].add(quad.predicate.value, quad.object.value)
    return found


def in_graph(triples: Iterable[Triple], graph: ox.NamedNode) -> Iterator[ox.Quad]:
    """Put triples into a named graph, each once."""
    for subject, predicate, object_ in dict.fromkeys(triples):
        yield ox.Quad(subject, predicate, object_, graph)
