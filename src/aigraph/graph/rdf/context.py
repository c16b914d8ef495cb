"""The context of a JSON-LD file, made from the ontology, and how terms are written in it.

Whatever a triple holds comes back from the file as it was: what does not fit what a key stands for is written in full.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import pyoxigraph as ox

from aigraph.graph.rdf.graphs import ontology_quads
from aigraph.graph.terms import Term, term
from aigraph.vocabulary import AIG, ID, PREFIXES, vocabulary

Json: TypeAlias = Any

SECTIONS = ("entities", "statements", "tenures", "conflicts", "claims", "articles")
"""The parts of a file, in their order: keys that say nothing of the data set, but hold nodes."""

_BORROWED: Mapping[str, str | None] = {
    **dict.fromkeys(("dcterms:title", "dcterms:description"), "@language"),
    **dict.fromkeys(("oa:start", "oa:end", "void:entities", "void:triples"), "xsd:integer"),
    **dict.fromkeys(("rdf:predicate", "void:class"), "@vocab"),
    **dict.fromkeys(("dcterms:conformsTo", "dcterms:license", "dcterms:rights", "dcterms:source"), "@id"),
    **dict.fromkeys(("dcterms:temporal", "org:member", "org:organization", "owl:sameAs", "prov:used"), "@id"),
    **dict.fromkeys(("prov:wasAssociatedWith", "prov:wasDerivedFrom", "prov:wasGeneratedBy"), "@id"),
    **dict.fromkeys(("void:classPartition", "void:vocabulary"), "@id"),
    **dict.fromkeys(("dcat:endDate", "dcat:startDate", "oa:exact", "rdf:value", "rdfs:label", "skos:altLabel")),
    **dict.fromkeys(("schema:author", "schema:datePublished", "schema:headline", "schema:inLanguage", "schema:name")),
    **dict.fromkeys(("schema:publisher", "schema:softwareVersion", "schema:url")),
}
"""The properties that the graph borrows, with what their values are; those of aigraph's own are in the ontology."""

_MANY = frozenset(
    {
        *("aig:between", "aig:claim", "aig:contradicts", "aig:detail", "aig:disputes", "aig:outcome", "aig:restsOn"),
        *("dcterms:source", "owl:sameAs", "skos:altLabel", "void:classPartition"),
    }
)
"""The properties, beside relations and qualifiers, whose values are a list, however few they are."""

_OF_NAMES = frozenset({"aig:relation", "aig:type"})
_KINDS = {"entity": "@id", "duration": "xsd:duration", "number": "xsd:decimal"}
_STRING = PREFIXES["xsd"] + "string"
# Every other prefix is one in the file too; there, "id" is what a node is called by.
_PREFIXES = {prefix: iri for prefix, iri in PREFIXES.items() if prefix != "id"}
_PATH = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)+")
_LOCAL = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_WHOLE = re.compile(r"0|-?[1-9][0-9]{0,14}")


@dataclass(frozen=True, slots=True)
class _Key:
    """A key, what its values are, and whether they are always a list.

    `kind` is "@id" (a node), "@vocab" (a term of the ontology), "@language" (texts by language), the prefixed name of
    a datatype, or None (plain text).
    """

    name: str
    kind: str | None = None
    many: bool = False


class Context:
    """The keys of a file, by the IRIs of their properties."""

    def __init__(self) -> None:
        self._keys: dict[str, _Key] = {}
        taken = {"id", "type", *SECTIONS}
        several = {*vocabulary().relations, *vocabulary().qualifiers}
        for name, kind in (*_own(), *_BORROWED.items()):
            local = name.partition(":")[2]
            key = name if local in taken else local
            taken.add(key)
            self._keys[term(name).value] = _Key(key, kind, name in _MANY or key in several)
        self._terms = {key.name: iri for iri, key in self._keys.items()} | dict.fromkeys(("id", "type", *SECTIONS), "")

    @property
    def document(self) -> Json:
        """The context as it stands in the file."""
        names: dict[str, Json] = {"@version": 1.1, "@base": ID, "@vocab": AIG, "id": "@id", "type": "@type"}
        keys = sorted((key.name, _definition(iri, key)) for iri, key in self._keys.items())
        return names | dict.fromkeys(SECTIONS, "@included") | _PREFIXES | dict(keys)

    def reference(self, iri: str) -> str:
        """Return how the file refers to a node: by its id in the graph, a prefixed name, or its IRI."""
        path = iri.removeprefix(ID)
        return path if path != iri and _PATH.fullmatch(path) else _compact(iri)

    def name(self, iri: str) -> str:
        """Return how the file names a class, a relation or a qualifier."""
        local = iri.removeprefix(AIG)
        is_free = local != iri and _LOCAL.fullmatch(local) and self._terms.get(local, iri) == iri
        return local if is_free else _compact(iri)

    def entries(self, property: str, values: Sequence[Term | dict[str, Json]]) -> Iterator[tuple[str, Json]]:
        """Yield the key of a property with its values; a node that is told there and then is JSON already."""
        key = self._keys.get(property) or _Key(_compact(property))
        if key.kind == "@language":
            texts = [value for value in values if isinstance(value, ox.Literal) and value.language]
            if texts:
                yield key.name, _by_language(texts)
            values = [value for value in values if value not in texts]
            key = _Key(_compact(property))
        found = [value if isinstance(value, dict) else self._value(key.kind, value) for value in values]
        if found:
            yield key.name, found if key.many or len(found) > 1 else found[0]

    def _value(self, kind: str | None, value: Term) -> Json:
        if isinstance(value, ox.NamedNode):
            if kind == "@vocab":
                return self.name(value.value)
            reference = self.reference(value.value)
            return reference if kind == "@id" else {"id": reference}
        if value.language:
            return {"@value": value.value, "@language": value.language}
        datatype = value.datatype.value
        if datatype == _STRING:
            return {"@value": value.value} if kind else value.value
        if kind and not kind.startswith("@") and term(kind).value == datatype:
            return _native(kind, value.value)
        return {"@value": value.value, "@type": _compact(datatype)}


def _own() -> Iterator[tuple[str, str | None]]:
    """Yield the properties of the ontology with what their values are, sorted."""
    words = vocabulary()
    types: dict[str, set[object]] = {}
    ranges: dict[str, str] = {}
    for quad in ontology_quads():
        if isinstance(quad.subject, ox.NamedNode) and quad.subject.value.startswith(AIG):
            local = quad.subject.value.removeprefix(AIG)
            if quad.predicate == term("rdf:type"):
                types.setdefault(local, set()).add(quad.object)
            elif quad.predicate == term("rdfs:range") and isinstance(quad.object, ox.NamedNode):
                ranges[local] = _compact(quad.object.value)
    for local, found in sorted(types.items()):
        name = f"aig:{local}"
        if local in words.qualifiers:
            yield name, _KINDS.get(words.qualifiers[local].kind)
        elif term("owl:ObjectProperty") in found:
            yield name, "@vocab" if name in _OF_NAMES else "@id"
        elif term("owl:DatatypeProperty") in found:
            yield name, None if ranges.get(local, "xsd:string") == "xsd:string" else ranges[local]


def _definition(iri: str, key: _Key) -> Json:
    if key.kind == "@language":
        return {"@id": _compact(iri), "@container": "@language"}
    kind = {"@type": key.kind} if key.kind else {}
    return {"@id": _compact(iri), **kind, **({"@container": "@set"} if key.many else {})}


def _compact(iri: str) -> str:
    """Return a prefixed name, or the IRI itself where there is none."""
    for prefix, base in _PREFIXES.items():
        if iri.startswith(base) and _LOCAL.fullmatch(iri, len(base)):
            return f"{prefix}:{iri[len(base) :]}"
    return iri


def _by_language(texts: Iterable[ox.Literal]) -> Json:
    found: dict[str, list[str]] = {}
    for text in texts:
        found.setdefault(text.language or "", []).append(text.value)
    return {language: words if len(words) > 1 else words[0] for language, words in sorted(found.items())}


def _native(kind: str, text: str) -> Json:
    # A decimal stays text: as a number it would become a double on its way through many a reader.
    if kind == "xsd:integer" and _WHOLE.fullmatch(text):
        return int(text)
    return {"true": True, "false": False}.get(text, text) if kind == "xsd:boolean" else text
