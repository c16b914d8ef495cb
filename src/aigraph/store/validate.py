"""SHACL: what in the graph breaks the rules of `ontology/shapes.ttl`.

Terms go into rdflib one by one: it never parses anything that comes from an article.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

import pyoxigraph as ox

from aigraph.errors import DataError
from aigraph.graph.rdf import INDEX, INFERRED, ONTOLOGY, ontology_quads
from aigraph.graph.terms import term
from aigraph.vocabulary import PREFIXES, ontology_dir

if TYPE_CHECKING:
    import rdflib

# rdflib takes a string for plain when it has no datatype, and a text in a language must not have one.
_PLAIN = frozenset({PREFIXES["xsd"] + "string", PREFIXES["rdf"] + "langString"})


@dataclass(frozen=True, slots=True)
class Violation:
    """A node that breaks a rule: the node's IRI, the rule's name, what it asks for, and the value at fault, if any."""

    node: str
    rule: str
    message: str
    value: str | None = None

    def __str__(self) -> str:
        value = "" if self.value is None else f" (it has {self.value!r})"
        return f"<{self.node}>: {self.rule}: {self.message}{value}"


def validate(quads: Iterable[ox.Quad]) -> list[Violation]:
    """Return every rule that the quads break, sorted; the texts of the articles are not looked at."""
    # pyshacl takes half a second to import.
    import pyshacl
    from rdflib import RDF, SH
    from rdflib.term import Node

    _, report, _ = pyshacl.validate(_data(quads), shacl_graph=_shapes(), inplace=True, inference=None)
    shapes = _shapes()

    def text(subject: Node, predicate: Node) -> str | None:
        value = report.value(subject, predicate)
        return None if value is None else str(value)

    violations = {
        Violation(
            node=str(report.value(result, SH.focusNode)),
            rule=str(shapes.value(report.value(result, SH.sourceShape), SH.name)),
            message=str(report.value(result, SH.resultMessage)),
            value=text(result, SH.value),
        )
        for result in report.subjects(RDF.type, SH.ValidationResult)
    }
    return sorted(violations, key=str)


def _data(quads: Iterable[ox.Quad]) -> rdflib.Graph:
    from rdflib import Graph, Literal, URIRef

    graph = Graph()
    iris: dict[str, URIRef] = {}

    def iri(node: ox.NamedNode) -> URIRef:
        if node.value not in iris:
            iris[node.value] = URIRef(node.value)
        return iris[node.value]

    body = term("schema:articleBody")
    ours = (quad for quad in quads if quad.predicate != body and quad.graph_name not in (INDEX, INFERRED, ONTOLOGY))
    for quad in chain(ours, ontology_quads()):
        if not isinstance(quad.subject, ox.NamedNode):
            continue
        if isinstance(quad.object, ox.NamedNode):
            graph.add((iri(quad.subject), iri(quad.predicate), iri(quad.object)))
        elif isinstance(quad.object, ox.Literal):
            kind = None if quad.object.datatype.value in _PLAIN else iri(quad.object.datatype)
            words = Literal(quad.object.value, quad.object.language, kind, normalize=False)
            graph.add((iri(quad.subject), iri(quad.predicate), words))
    return graph


@cache
def _shapes() -> rdflib.Graph:
    from rdflib import Graph

    path = ontology_dir() / "shapes.ttl"
    try:
        return Graph().parse(path, format="turtle")
    except (OSError, SyntaxError) as error:
        raise DataError(f"{path}: {error}") from error
