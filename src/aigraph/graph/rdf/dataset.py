"""What a file of RDF says of itself: what it is, who may use it for what, what it was made from, and with what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import pyoxigraph as ox

from aigraph.graph.rdf.graphs import article_iri
from aigraph.graph.terms import Term, Triple, in_graph, term
from aigraph.model import content_id
from aigraph.vocabulary import AIG, ID

DATASET = ox.NamedNode(ID + "graph/dataset")
"""The graph of what a file says of itself; no store has it."""

_TYPE = term("rdf:type")
_ADDRESS = re.compile(r"https?://[\w.~:/?#@!$&*+;=%-]*[\w/]", re.ASCII)
# A day, a month or a year, as precise as the articles are.
_DATES = {len("2025-06-30"): "xsd:date", len("2025-06"): "xsd:gYearMonth", len("2025"): "xsd:gYear"}


@dataclass(frozen=True, slots=True)
class About:
    """What is to be said of a graph in a file of it, beside what the graph itself tells.

    `titles` are by language; `rights` is a sentence or an address, and the first address in it is the licence; `rules`
    the hash of the rules that read the articles; `first` and `last` the days of the oldest and the newest dated
    article, or ""; `scope` what the graph was cut down to before.
    """

    titles: Mapping[str, str]
    description: str
    rights: str
    version: str
    rules: str
    first: str = ""
    last: str = ""
    scope: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """What there is in a file: its triples, and how many things of a class, by the prefixed name of the class."""

    triples: int
    of_class: Mapping[str, int] = field(default_factory=dict)


def dataset_iri(about: About, articles: Sequence[str]) -> ox.NamedNode:
    """Return the IRI of the data set that some rules make of some articles, given by their ids."""
    return ox.NamedNode(f"{ID}dataset/{content_id(about.rules, *about.scope, '', *sorted(articles))}")


def dataset_quads(about: About, articles: Sequence[str], counts: Counts) -> Iterator[ox.Quad]:
    """Describe the data set in DCAT, VoID, PROV and Dublin Core; nothing of it is a term of aigraph's own."""
    node = dataset_iri(about, articles)
    triples = _dataset(node, about, sorted(articles), counts)
    # The data set first, its parts after it.
    return in_graph(sorted(triples, key=lambda triple: triple[0] != node), DATASET)


def _dataset(node: ox.NamedNode, about: About, articles: Sequence[str], counts: Counts) -> Iterator[Triple]:
    for name in ("void:Dataset", "dcat:Dataset", "prov:Entity"):
        yield node, _TYPE, term(name)
    for language, title in about.titles.items():
        yield node, term("dcterms:title"), ox.Literal(title, language=language)
    yield node, term("dcterms:description"), ox.Literal(about.description, language="en")
    yield node, term("dcterms:conformsTo"), ox.NamedNode(AIG.rstrip("#"))
    yield node, term("void:vocabulary"), ox.NamedNode(AIG.rstrip("#"))
    if address := _ADDRESS.search(about.rights):
        yield node, term("dcterms:license"), ox.NamedNode(address[0])
    yield from _part(node, "dcterms:rights", "rights", "dcterms:RightsStatement", {"rdfs:label": about.rights})
    yield from _period(node, about)
    for article in articles:
        yield node, term("dcterms:source"), article_iri(article)
    yield node, term("void:triples"), ox.Literal(counts.triples)
    for number, (name, count) in enumerate(sorted(counts.of_class.items())):
        said: dict[str, Term] = {"void:class": term(name), "void:entities": ox.Literal(count)}
        yield from _part(node, "void:classPartition", f"classes/{number}", "void:Dataset", said)
    yield from _making(node, about)


def _period(node: ox.NamedNode, about: About) -> Iterator[Triple]:
    ends = (("dcat:startDate", about.first), ("dcat:endDate", about.last))
    said = {name: ox.Literal(day, datatype=term(_DATES[len(day)])) for name, day in ends if len(day) in _DATES}
    if said:
        yield from _part(node, "dcterms:temporal", "period", "dcterms:PeriodOfTime", said)


def _making(node: ox.NamedNode, about: About) -> Iterator[Triple]:
    program = ox.NamedNode(f"{ID}agent/aigraph-{about.version}")
    rules = ox.NamedNode(f"{ID}rules/{about.rules}")
    used = {"prov:used": rules, "prov:wasAssociatedWith": program}
    yield from _part(node, "prov:wasGeneratedBy", "making", "prov:Activity", used)
    yield program, _TYPE, term("prov:SoftwareAgent")
    yield program, term("rdfs:label"), ox.Literal(f"aigraph {about.version}")
    yield program, term("schema:softwareVersion"), ox.Literal(about.version)
    yield rules, _TYPE, term("prov:Entity")
    yield rules, term("rdfs:label"), ox.Literal(f"the rules {about.rules}")


def _part(node: ox.NamedNode, property: str, name: str, type: str, said: Mapping[str, Term | str]) -> Iterator[Triple]:
    part = ox.NamedNode(f"{node.value}/{name}")
    yield node, term(property), part
    yield part, _TYPE, term(type)
    for predicate, value in said.items():
        yield part, term(predicate), ox.Literal(value) if isinstance(value, str) else value
