"""What a JSON-LD file tells of a node where it comes up: a tree for people, made of the triples of a graph."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

import pyoxigraph as ox

from aigraph.graph.rdf.context import Context, Json
from aigraph.graph.terms import Term, term
from aigraph.vocabulary import vocabulary

Triples = Callable[[ox.NamedNode], Sequence[ox.Triple]]


@dataclass(frozen=True)
class Frame:
    """What is told of a node: the nodes that are told within it, by property; `only` these properties, if not all.

    What a property without a frame leads to is only referred to.
    """

    within: Mapping[str, Frame] = field(default_factory=dict)
    only: frozenset[str] | None = None


_WHOLE = Frame()
_NAMED = Frame(only=frozenset({"rdf:type", "rdfs:label"}))
_CITED = Frame(only=frozenset({"rdf:type", "rdfs:label", "schema:url"}))
_CLAIM = Frame(
    {
        **dict.fromkeys(("aig:subject", "aig:object", "aig:evidence", "aig:detail"), _WHOLE),
        "prov:wasDerivedFrom": _CITED,
    }
)
_MAKING = Frame(dict.fromkeys(("prov:used", "prov:wasAssociatedWith"), _WHOLE))

DATASET_FRAME = Frame(
    {
        **dict.fromkeys(("dcterms:temporal", "dcterms:rights", "void:classPartition"), _WHOLE),
        "prov:wasGeneratedBy": _MAKING,
    }
)
"""What is told of the data set, around everything else."""


@cache
def frames() -> Mapping[str, Frame]:
    """Return what is told of a node in each of the `SECTIONS` of a file."""
    of_entities = (f"aig:{name}" for name, qualifier in vocabulary().qualifiers.items() if qualifier.kind == "entity")
    names = dict.fromkeys(("aig:subject", "aig:object", *of_entities), _NAMED)
    return {
        "entities": Frame({"aig:parent": _NAMED}),
        "statements": Frame({**names, "aig:detail": _WHOLE, "aig:claim": _CLAIM}),
        "tenures": Frame(dict.fromkeys(("org:member", "org:organization"), _NAMED)),
        "conflicts": _WHOLE,
        "claims": _CLAIM,
        "articles": _WHOLE,
    }


_MOST_BRIEFS = 1 << 15


class Tree:
    """Nodes as JSON, given what finds the triples of one."""

    def __init__(self, triples: Triples, context: Context) -> None:
        self._context = context
        self._triples = triples
        # Names and articles come up again and again. No cache of a method: what holds itself holds the database open.
        self._briefs: dict[tuple[ox.NamedNode, frozenset[str]], dict[str, Json]] = {}

    def node(self, node: ox.NamedNode, frame: Frame) -> dict[str, Json]:
        """Return a node as a frame tells it: its name and what it joins first, the rest by key."""
        if frame.only is not None:
            if len(self._briefs) >= _MOST_BRIEFS:
                self._briefs.clear()
            key = node, frame.only
            if key not in self._briefs:
                self._briefs[key] = self._brief(*key)
            return self._briefs[key]
        return self._json(node, self._triples(node), frame)

    def _brief(self, node: ox.NamedNode, only: frozenset[str]) -> dict[str, Json]:
        properties = {term(name) for name in only}
        return self._json(node, [t for t in self._triples(node) if t.predicate in properties], _WHOLE)

    def _json(self, node: ox.NamedNode, triples: Sequence[ox.Triple], frame: Frame) -> dict[str, Json]:
        found: dict[ox.NamedNode, list[Term]] = {}
        for triple in triples:
            if isinstance(triple.object, ox.NamedNode | ox.Literal):
                found.setdefault(triple.predicate, []).append(triple.object)
        classes = sorted(self._context.name(kind.value) for kind in found.pop(term("rdf:type"), ()))
        inner = {term(name): below for name, below in frame.within.items()}
        entries: dict[str, Json] = {}
        for predicate, values in found.items():
            told = [self._value(value, inner.get(predicate)) for value in values]
            entries.update(self._context.entries(predicate.value, told))
        head: dict[str, Json] = {"id": self._context.reference(node.value)}
        if classes:
            head["type"] = classes if len(classes) > 1 else classes[0]
        return head | dict(sorted(entries.items(), key=_place))

    def _value(self, value: Term, frame: Frame | None) -> Term | dict[str, Json]:
        if frame is None or not isinstance(value, ox.NamedNode):
            return value
        told = self.node(value, frame)
        return told if len(told) > 1 else value


_FIRST = {name: place for place, name in enumerate(("title", "label", "subject", "relation", "object"))}


def _place(entry: tuple[str, Json]) -> tuple[int, str]:
    return _FIRST.get(entry[0], len(_FIRST)), entry[0]
