"""Looking things up in the store one by one: each look-up costs by what it finds, not by what the store holds."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from functools import lru_cache

import pyoxigraph as ox

from aigraph.graph.rdf import (
    DECISIONS,
    FORMS,
    INDEX,
    NAMES,
    RESOLVED,
    article_iri,
    document,
    entity_iri,
    name_iri,
    read_conflict,
    read_decisions,
    read_doubt,
    read_statement,
    reading,
    statement_iri,
    tenures_of,
    use_iri,
)
from aigraph.graph.rdf import index as ix
from aigraph.graph.terms import Node, nodes, term, value
from aigraph.model import (
    Claim,
    Conflict,
    Decision,
    Document,
    Doubt,
    Entity,
    Form,
    LocalEntity,
    Modality,
    Reading,
    Statement,
    Tenure,
)
from aigraph.vocabulary import AIG, ID

# A career rests on thousands of claims at most, and nearly all of them are asked for more than once.
_CLAIMS = 1 << 14
_ENTITIES = 1 << 13
_CLAIM = ID + "claim/"
_STATEMENT = ID + "statement/"
_ARTICLE = ID + "article/"


class Lookup:
    """What a store holds, found by its keys. Ids are those of the model; what is not there is None or empty."""

    def __init__(self, database: Callable[[], ox.Store]) -> None:
        # Asked for each time: a database that anything still holds on to does not close.
        self._database = database
        self._claims = lru_cache(_CLAIMS)(self._read_claim)
        self._entities = lru_cache(_ENTITIES)(self._read_entity)

    def quads(
        self,
        subject: ox.NamedNode | None,
        predicate: ox.NamedNode | None = None,
        object: ox.NamedNode | ox.Literal | None = None,
        graph: ox.NamedNode | None = None,
    ) -> Iterator[ox.Quad]:
        """Return the quads of a pattern."""
        return self._database().quads_for_pattern(subject, predicate, object, graph)

    def _values(self, subject: ox.NamedNode, predicate: ox.NamedNode, graph: ox.NamedNode | None) -> list[str]:
        return [value(quad.object) for quad in self.quads(subject, predicate, None, graph)]

    def _subjects(
        self, predicate: ox.NamedNode, object: ox.NamedNode | ox.Literal, graph: ox.NamedNode | None, base: str
    ) -> list[str]:
        found = (value(quad.subject) for quad in self.quads(None, predicate, object, graph))
        return sorted(iri.removeprefix(base) for iri in found if iri.startswith(base))

    def _node(self, iri: ox.NamedNode, graph: ox.NamedNode | None) -> Node | None:
        return nodes(self.quads(iri, None, None, graph)).get(iri.value)

    # ------------------------------------------------------------------ articles

    def fingerprint(self, document_id: str) -> str | None:
        """Return the fingerprint of an article."""
        return next(iter(self._values(article_iri(document_id), term("aig:fingerprint"), None)), None)

    def articles_in_file(self, file: str) -> list[str]:
        """Return the ids of the articles that a file held."""
        return self._subjects(ix.FILE, ox.Literal(file), INDEX, _ARTICLE)

    def articles_at(self, url: str) -> list[str]:
        """Return the ids of the articles with an address; what tables of facts say of it are others."""
        found = self._subjects(term("schema:url"), ox.Literal(url), None, _ARTICLE)
        return [key for key in found if any(self.quads(article_iri(key), term("rdf:type"), FORMS[Form.ARTICLE]))]

    def document(self, document_id: str) -> Document | None:
        """Return an article with its text."""
        graph = article_iri(document_id)
        node = self._node(graph, graph)
        return None if node is None else document(node)

    def reading(self, document_id: str) -> Reading | None:
        """Return an article with its claims."""
        graph = article_iri(document_id)
        quads = list(self.quads(None, None, None, graph))
        return reading(quads) if quads else None

    def articles_with_band(self, band: str) -> list[str]:
        """Return the ids of the articles whose text has a band."""
        return self._subjects(ix.BAND, ox.Literal(band), INDEX, _ARTICLE)

    def bands(self, document_id: str) -> list[str]:
        """Return the bands of an article's text."""
        return self._values(article_iri(document_id), ix.BAND, INDEX)

    def source(self, document_id: str) -> str:
        """Return the id of the article that this one repeats, or its own."""
        found = self._values(article_iri(document_id), term("aig:copyOf"), RESOLVED)
        return found[0].removeprefix(_ARTICLE) if found else document_id

    def claim_ids(self, document_id: str) -> list[str]:
        """Return the ids of an article's claims."""
        graph = article_iri(document_id)
        return self._subjects(term("prov:wasDerivedFrom"), graph, graph, _CLAIM)

    def claim(self, claim_id: str) -> Claim | None:
        """Return a claim; those that were asked for last stay in memory."""
        return self._claims(claim_id)

    def _read_claim(self, claim_id: str) -> Claim | None:
        found = self._values(ox.NamedNode(_CLAIM + claim_id), ix.RECORD, INDEX)
        return ix.read_claim_record(found[0]) if found else None

    # ------------------------------------------------------------------ names and entities

    def names_in_block(self, block: str) -> list[tuple[str, str]]:
        """Return the names that share a block."""
        return self._names(ix.BLOCK, block)

    def names_folded(self, folded: str) -> list[tuple[str, str]]:
        """Return the names that are compared as `folded`."""
        return self._names(ix.FOLDED, folded)

    def _names(self, predicate: ox.NamedNode, key: str) -> list[tuple[str, str]]:
        iris = [quad.subject for quad in self.quads(None, predicate, ox.Literal(key), INDEX)]
        found = [self._node(iri, NAMES) for iri in iris if isinstance(iri, ox.NamedNode)]
        return sorted((node.local("aig:type", AIG), node.one("schema:name")) for node in found if node)

    def occurrences(self, type: str, name: str) -> list[LocalEntity]:
        """Return the uses of a name, sorted by article."""
        rows = self._values(name_iri(type, name), ix.OCCURS, INDEX)
        return sorted(ix.read_occurrence(type, name, row) for row in rows)

    def occurs(self, type: str, name: str, *, besides: Container[str]) -> bool:
        """Tell whether an article uses a name, besides those given by id."""
        rows = self.quads(name_iri(type, name), ix.OCCURS, None, INDEX)
        return any(ix.read_occurrence(type, name, value(row.object)).document not in besides for row in rows)

    def denoted(self, type: str, name: str, document_id: str = "") -> Entity | None:
        """Return the entity that a name stands for, in an article or else in most."""
        for node in (use_iri(type, name, document_id) if document_id else None, name_iri(type, name)):
            if node is not None and (found := self._values(node, term("aig:denotes"), NAMES)):
                return self.entity(found[0].removeprefix(ID))
        return None

    def documents_apart(self, type: str, name: str) -> dict[str, str]:
        """Return the ids of the bearers of a name of several, by article."""
        found = self._linked(term("aig:name"), name_iri(type, name))
        return {node.local("prov:wasDerivedFrom", _ARTICLE): node.local("aig:denotes", ID) for node in found}

    def entity(self, entity_id: str) -> Entity | None:
        """Return an entity, whether a statement is about it or not; those that were asked for last stay in memory."""
        return self._entities(entity_id)

    def _read_entity(self, entity_id: str) -> Entity | None:
        found = self._values(entity_iri(entity_id), ix.RECORD, INDEX)
        return ix.read_entity_record(found[0]) if found else None

    def why(self, entity_id: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return the names that stand for an entity, each with the reasons, sorted."""
        found = set()
        for quad in self.quads(None, term("aig:denotes"), entity_iri(entity_id), NAMES):
            if isinstance(quad.subject, ox.NamedNode) and (node := self._node(quad.subject, NAMES)):
                for name in node.all("aig:name") or (node.iri,):
                    if about := self._node(ox.NamedNode(name), NAMES):
                        reasons = about.optional("aig:reason")
                        found.add((about.one("schema:name"), tuple(reasons.split("\n")) if reasons else ()))
        return tuple(sorted(found))

    def doubts_about(self, type: str, name: str) -> list[Doubt]:
        """Return the doubts that a name has part in."""
        return sorted(map(read_doubt, self._linked(term("aig:between"), name_iri(type, name))))

    def _linked(self, predicate: ox.NamedNode, object: ox.NamedNode) -> list[Node]:
        """Return the nodes of the graph of names that point at something."""
        iris = [quad.subject for quad in self.quads(None, predicate, object, NAMES)]
        return [node for iri in iris if isinstance(iri, ox.NamedNode) and (node := self._node(iri, NAMES))]

    def decisions(self) -> tuple[Decision, ...]:
        """Return the decisions that the graph was made with, sorted."""
        return read_decisions(self.quads(None, None, None, DECISIONS))

    # ------------------------------------------------------------------ statements, conflicts, tenures

    def statements_on(self, claim_id: str) -> list[str]:
        """Return the ids of the statements that rest on a claim."""
        return self._subjects(term("aig:claim"), ox.NamedNode(_CLAIM + claim_id), RESOLVED, _STATEMENT)

    def claims_of(self, statement_id: str) -> list[str]:
        """Return the ids of the claims that a statement rests on."""
        found = self._values(statement_iri(statement_id), term("aig:claim"), RESOLVED)
        return sorted(iri.removeprefix(_CLAIM) for iri in found)

    def ends(self, statement_id: str) -> tuple[str, str, str, bool] | None:
        """Return subject, relation and object of a statement, by their ids, and whether it is a denial."""
        node = self._node(statement_iri(statement_id), RESOLVED)
        if node is None:
            return None
        denied = node.one("aig:modality") == Modality.DENIED
        return node.local("aig:subject", ID), node.local("aig:relation", AIG), node.local("aig:object", ID), denied

    def statements_about(self, entity_id: str) -> list[str]:
        """Return the ids of the statements whose subject is an entity."""
        return self._subjects(term("aig:subject"), entity_iri(entity_id), RESOLVED, _STATEMENT)

    def groups_of(self, statement_id: str) -> list[str]:
        """Return the groups within which contradictions of a statement are looked for."""
        return self._values(statement_iri(statement_id), ix.GROUP, INDEX)

    def statements_in(self, group: str) -> list[str]:
        """Return the ids of the statements in a group."""
        return self._subjects(ix.GROUP, ox.Literal(group), INDEX, _STATEMENT)

    def conflicts_in(self, key: str) -> list[Conflict]:
        """Return the conflicts that were found in a group."""
        return self._conflicts(term("aig:key"), ox.Literal(key))

    def conflicts_of(self, statement_id: str) -> list[Conflict]:
        """Return the conflicts that a statement has part in."""
        return self._conflicts(term("aig:between"), statement_iri(statement_id))

    def _conflicts(self, predicate: ox.NamedNode, object: ox.NamedNode | ox.Literal) -> list[Conflict]:
        iris = [quad.subject for quad in self.quads(None, predicate, object, RESOLVED)]
        found = [self._node(iri, RESOLVED) for iri in iris if isinstance(iri, ox.NamedNode)]
        return sorted(read_conflict(node) for node in found if node is not None)

    def statement(self, statement_id: str) -> Statement | None:
        """Return a statement with its claims."""
        iri = statement_iri(statement_id)
        quads = list(self.quads(iri, None, None, RESOLVED))
        if not quads:
            return None
        for quad in list(quads):
            if quad.predicate == term("aig:detail") and isinstance(quad.object, ox.NamedNode):
                quads += self.quads(quad.object, None, None, RESOLVED)
        found = nodes(quads)
        node = found[iri.value]
        entities = {end: e for end in _ends(node) if (e := self.entity(end.removeprefix(ID))) is not None}
        claims = {known: c for known in node.locals("aig:claim", _CLAIM) if (c := self.claim(known)) is not None}
        conflicts = tuple(conflict.id for conflict in self.conflicts_of(statement_id))
        return read_statement(node, found, entities, claims, tuple(sorted(conflicts)))

    def tenures_of(self, person_id: str) -> tuple[Tenure, ...]:
        """Return the tenures of a person, in the order of the career."""
        quads: list[ox.Quad] = []
        for quad in self.quads(None, term("org:member"), entity_iri(person_id), RESOLVED):
            if isinstance(quad.subject, ox.NamedNode) and quad.subject.value.startswith(ID + "tenure/"):
                quads += self.quads(quad.subject, None, None, RESOLVED)
        return tenures_of(quads, self.known)

    def known(self, entity_id: str) -> Entity:
        """Return an entity that is there; raises LookupError when it is not."""
        if (entity := self.entity(entity_id)) is None:
            raise LookupError(f"the store has no entity {entity_id!r}")
        return entity


def _ends(node: Node) -> Iterable[str]:
    return node.one("aig:subject"), node.one("aig:object")
