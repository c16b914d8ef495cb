"""What changes in a store at once: the articles and decisions that come and go, and all that follows from that."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import pyoxigraph as ox

from aigraph.graph.rdf import (
    DECISIONS,
    INDEX,
    INFERRED,
    NAMES,
    ONTOLOGY,
    RESOLVED,
    article_iri,
    article_quads,
    conflict_quads,
    copy_quads,
    decision_quads,
    doubt_iri,
    doubt_quads,
    entity_iri,
    entity_quads,
    inferred_quads,
    name_iri,
    name_quads,
    ontology_quads,
    statement_iri,
    statement_quads,
    tenure_quads,
    use_quads,
)
from aigraph.graph.rdf import index as ix
from aigraph.graph.terms import term
from aigraph.model import Conflict, Decision, Doubt, Entity, LocalEntity, Reading, Statement, Tenure
from aigraph.store.lookup import Lookup
from aigraph.vocabulary import ID, vocabulary

Key = tuple[str, str]
"""A name: its class and its words."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """An article that comes, with what it is found by: its file, the bands of its text, its names."""

    reading: Reading
    fingerprint: str
    file: str
    bands: tuple[str, ...]
    local_entities: tuple[LocalEntity, ...]


@dataclass(frozen=True, slots=True)
class NameRecord:
    """What a name stands for, why, and what it is found by; `apart` are its bearers by article if it has several."""

    entity: Entity
    reasons: tuple[str, ...]
    blocks: tuple[str, ...]
    folded: str
    apart: Mapping[str, Entity] = field(default_factory=dict)


@dataclass
class Revision:
    """One change of a store. What is not mentioned stays; None takes away.

    `departures` are articles that go; one that arrives takes the place of itself. `occurrences_gone` are the uses of
    names in them. `sources` says which article's text an article repeats, its own id when none; `doubts` are all those
    of the names given. `groups` are those of the statements given; `conflicts_gone` are ids. `decisions`, when given,
    are all that hold from now on. `program` is what made what follows from the articles.
    """

    arrivals: tuple[Arrival, ...] = ()
    departures: frozenset[str] = frozenset()
    occurrences_gone: tuple[LocalEntity, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[Key, NameRecord | None] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()
    statements: Mapping[str, Statement | None] = field(default_factory=dict)
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    conflicts_gone: frozenset[str] = frozenset()
    conflicts: tuple[Conflict, ...] = ()
    tenures: Mapping[str, tuple[Tenure, ...]] = field(default_factory=dict)
    decisions: tuple[Decision, ...] | None = None
    program: str = ""


@dataclass(frozen=True)
class Delta:
    """The quads that go and come, the graphs that go whole, and the quads that a validator has to look at."""

    dropped: tuple[ox.NamedNode, ...]
    removed: frozenset[ox.Quad]
    added: frozenset[ox.Quad]
    judged: frozenset[ox.Quad]


def delta(revision: Revision, lookup: Lookup) -> Delta:
    """Return what a revision changes in the store that `lookup` looks into."""
    made = _Delta(revision, lookup)
    made.articles()
    made.names()
    made.findings()
    made.entities()
    made.decisions()
    return made.finished()


class _Delta:
    """Quads as they stand against quads as they should stand, node by node."""

    def __init__(self, revision: Revision, lookup: Lookup) -> None:
        self.revision = revision
        self.lookup = lookup
        self.removed: set[ox.Quad] = set()
        self.added: set[ox.Quad] = set()
        self.entities_touched: dict[str, Entity | None] = {}

    def _replace(self, node: ox.NamedNode, graph: ox.NamedNode, quads: Iterable[ox.Quad]) -> None:
        """Let a node have these quads in a graph, and no others."""
        self.removed.update(self.lookup.quads(node, None, None, graph))
        self.added.update(quads)

    def articles(self) -> None:
        arriving = {arrival.reading.document.id: arrival for arrival in self.revision.arrivals}
        for document in self.revision.departures | arriving.keys():
            node, arrival = article_iri(document), arriving.get(document)
            entries = ix.article_index(document, arrival.file, arrival.bands) if arrival else ()
            self._replace(node, INDEX, entries)
            self.removed.update(self.lookup.quads(node, term("aig:copyOf"), None, RESOLVED))
            for claim in self.lookup.claim_ids(document):
                self._replace(ox.NamedNode(ID + "claim/" + claim), INDEX, ())
            if arrival:
                self.added.update(map(ix.claim_index, arrival.reading.claims))
                self.added.update(article_quads(arrival.reading, fingerprint=arrival.fingerprint))
                self.added.update(map(ix.occurrence, arrival.local_entities))
        self.removed.update(map(ix.occurrence, self.revision.occurrences_gone))
        for document, source in self.revision.sources.items():
            self.removed.update(self.lookup.quads(article_iri(document), term("aig:copyOf"), None, RESOLVED))
            if source != document:
                self.added.update(copy_quads(document, source))

    def names(self) -> None:
        for key, record in self.revision.names.items():
            node = name_iri(*key)
            if (before := self.lookup.denoted(*key)) is not None:
                self.entities_touched.setdefault(before.id, None)
            for use in self.lookup.quads(None, term("aig:name"), node, NAMES):
                if isinstance(use.subject, ox.NamedNode):
                    self._replace(use.subject, NAMES, ())
            for entity_id in self.lookup.documents_apart(*key).values():
                self.entities_touched.setdefault(entity_id, None)
            for doubt in self.lookup.doubts_about(*key):
                self._replace(doubt_iri(doubt), NAMES, ())
            self._replace(node, NAMES, name_quads(*key, record.entity.id, record.reasons) if record else ())
            for predicate in (ix.FOLDED, ix.BLOCK):
                self.removed.update(self.lookup.quads(node, predicate, None, INDEX))
            if record:
                self.added.update(ix.name_index(*key, record.blocks, record.folded))
                self.entities_touched[record.entity.id] = record.entity
                for document, entity in record.apart.items():
                    self.added.update(use_quads(*key, document, entity.id))
                    self.entities_touched[entity.id] = entity
        for doubt in self.revision.doubts:
            self.added.update(doubt_quads(doubt))

    def findings(self) -> None:
        for statement_id, statement in self.revision.statements.items():
            node = statement_iri(statement_id)
            before = list(self.lookup.quads(node, None, None, RESOLVED))
            self.removed.update(before)
            for quad in before:
                if quad.predicate == term("aig:detail") and isinstance(quad.object, ox.NamedNode):
                    self._replace(quad.object, RESOLVED, ())
            self.removed.update(_edge(before, self.lookup))
            self._touch(before)
            if statement is not None:
                quads = list(statement_quads(statement))
                self.added.update(quads)
                self._touch(quads)
        for statement_id, groups in self.revision.groups.items():
            self.removed.update(self.lookup.quads(statement_iri(statement_id), ix.GROUP, None, INDEX))
            self.added.update(ix.group_index(statement_id, groups))
        for conflict_id in self.revision.conflicts_gone:
            self._replace(ox.NamedNode(ID + "conflict/" + conflict_id), RESOLVED, ())
        for conflict in self.revision.conflicts:
            self.added.update(conflict_quads(conflict))
        for person, tenures in self.revision.tenures.items():
            for quad in self.lookup.quads(None, term("org:member"), entity_iri(person), RESOLVED):
                if isinstance(quad.subject, ox.NamedNode) and quad.subject.value.startswith(ID + "tenure/"):
                    self._replace(quad.subject, RESOLVED, ())
            for tenure in tenures:
                self.added.update(tenure_quads(tenure))

    def _touch(self, quads: Iterable[ox.Quad]) -> None:
        """Note the entities that a statement has as its ends and in its details."""
        for quad in quads:
            if isinstance(quad.object, ox.NamedNode) and quad.predicate in _ENTITIES:
                self.entities_touched.setdefault(quad.object.value.removeprefix(ID), None)

    def entities(self) -> None:
        """Keep the entities that a name stands for, and describe those that a statement is about."""
        for entity_id, given in sorted(self.entities_touched.items()):
            node = entity_iri(entity_id)
            named = self._any(None, term("aig:denotes"), node, NAMES)
            entity = (given or self.lookup.entity(entity_id)) if named else None
            self._replace_record(node, entity)
            about = entity is not None and any(self._any(None, role, node, RESOLVED) for role in _ENTITIES)
            for predicate in _DESCRIPTION:
                self.removed.update(self.lookup.quads(node, predicate, None, RESOLVED))
            if entity is not None and about:
                self.added.update(entity_quads(entity))

    def _replace_record(self, node: ox.NamedNode, entity: Entity | None) -> None:
        self.removed.update(self.lookup.quads(node, ix.RECORD, None, INDEX))
        if entity is not None:
            self.added.add(ix.entity_index(entity))

    def _any(
        self, subject: ox.NamedNode | None, predicate: ox.NamedNode, object: ox.NamedNode, graph: ox.NamedNode
    ) -> bool:
        """Tell whether a quad of this pattern will be there."""
        if (predicate, object, graph) in self._coming:
            return True
        return any(quad not in self.removed for quad in self.lookup.quads(subject, predicate, object, graph))

    @cached_property
    def _coming(self) -> Collection[tuple[ox.NamedNode, object, object]]:
        """What points at what, among all that comes; first asked for when nothing more points at an entity."""
        return {(quad.predicate, quad.object, quad.graph_name) for quad in self.added}

    def decisions(self) -> None:
        if self.revision.decisions is not None:
            self.removed.update(self.lookup.quads(None, None, None, DECISIONS))
            for decision in self.revision.decisions:
                self.added.update(decision_quads(decision))
        if self.revision.program:
            self._replace(INDEX, INDEX, [ix.program_index(self.revision.program)])
            self.removed.update(self.lookup.quads(None, None, None, ONTOLOGY))
            self.added.update(ontology_quads())

    def finished(self) -> Delta:
        """Return the delta, with what follows from the ontology, and without what comes and goes at once."""
        judged: set[ox.Quad] = set()
        touched = {quad.subject for quad in self.removed ^ self.added if quad.graph_name == RESOLVED}
        for node in touched:
            after = set(self._after(node))
            self.removed.update(self.lookup.quads(_named(node), None, None, INFERRED))
            inferred = set(inferred_quads(after))
            self.added.update(inferred)
            judged.update(after)
        both = self.removed & self.added
        arriving = {article_iri(arrival.reading.document.id) for arrival in self.revision.arrivals}
        dropped = arriving | {article_iri(document) for document in self.revision.departures}
        judged.update(quad for quad in self.added if quad.graph_name in arriving)
        for quad in list(judged):
            if quad.predicate in _JUDGED_TOO and isinstance(quad.object, ox.NamedNode):
                judged.update(self._after(quad.object))
        return Delta(
            dropped=tuple(sorted(dropped, key=str)),
            removed=frozenset(self.removed - both),
            added=frozenset(self.added - both),
            judged=frozenset(self._without_claims_of_others(judged, arriving)),
        )

    def _after(self, node: ox.NamedNode | ox.BlankNode | ox.Triple) -> Iterator[ox.Quad]:
        yield from (q for q in self.lookup.quads(_named(node), None, None, RESOLVED) if q not in self.removed)
        yield from (quad for quad in self._added_to.get(_named(node), ()))

    @cached_property
    def _added_to(self) -> Mapping[ox.NamedNode, list[ox.Quad]]:
        """The quads that come into the resolved graph, by subject; first asked for when all of them are known."""
        found: dict[ox.NamedNode, list[ox.Quad]] = {}
        for quad in self.added:
            if quad.graph_name == RESOLVED and isinstance(quad.subject, ox.NamedNode):
                found.setdefault(quad.subject, []).append(quad)
        return found

    def _without_claims_of_others(
        self, judged: Iterable[ox.Quad], arriving: Collection[ox.NamedNode]
    ) -> Iterator[ox.Quad]:
        """Leave out the links to claims of articles that stay: those were judged when they came, but for one each."""
        ours = {quad.subject for quad in self.added if quad.graph_name in arriving}
        seen: set[object] = set()
        left: dict[object, ox.Quad] = {}
        for quad in judged:
            if quad.predicate != term("aig:claim") or quad.object in ours:
                seen.add(quad.subject if quad.predicate == term("aig:claim") else None)
                yield quad
            elif str(quad) < str(left.get(quad.subject, quad)) or quad.subject not in left:
                left[quad.subject] = quad
        for subject, quad in left.items():
            if subject not in seen and isinstance(quad.object, ox.NamedNode):
                yield quad
                claim = list(self.lookup.quads(quad.object, None, None, None))
                yield from self.lookup.quads(None, None, None, _named(claim[0].graph_name)) if claim else ()


_ENDS = frozenset({term("aig:subject"), term("aig:object")})
_ENTITIES = _ENDS | {term(f"aig:{q.id}") for q in vocabulary().qualifiers.values() if q.kind == "entity"}
_JUDGED_TOO = _ENTITIES | {term("aig:detail")}
_DESCRIPTION = tuple(term(name) for name in ("rdf:type", "rdfs:label", "skos:altLabel", "owl:sameAs", "aig:parent"))


def _edge(statement: Iterable[ox.Quad], lookup: Lookup) -> Iterator[ox.Quad]:
    """Return the direct edge of a statement that the store holds, if it has one."""
    said = {quad.predicate: quad.object for quad in statement}
    if said and said[term("aig:modality")] != ox.Literal("denied"):
        subject, relation, object_ = (_named(said[term(f"aig:{name}")]) for name in ("subject", "relation", "object"))
        yield from lookup.quads(subject, relation, object_, RESOLVED)


def _named(node: object) -> ox.NamedNode:
    if not isinstance(node, ox.NamedNode):
        raise TypeError(f"{node} has no IRI")
    return node
