"""The store: quads in an embedded Oxigraph, on disk or in memory."""

from __future__ import annotations

import io
import os
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

import pyoxigraph as ox

from aigraph.errors import AigraphError, InputError
from aigraph.graph.rdf import (
    DECISIONS,
    INDEX,
    INFERRED,
    NAMES,
    ONTOLOGY,
    RESOLVED,
    About,
    article_iri,
    document,
    read_conflict,
    read_doubt,
    reading,
    tenures_of,
)
from aigraph.graph.rdf import index as ix
from aigraph.graph.rdf import statements as read_statements
from aigraph.graph.terms import Node, Term, nodes, term, value
from aigraph.model import Claim, Conflict, Document, Doubt, Issue, Modality, Reading, Statement, Tenure
from aigraph.store.check import check_article
from aigraph.store.dump import FORMATS, dump
from aigraph.store.folder import Folder
from aigraph.store.lookup import Lookup
from aigraph.store.revision import Revision, delta
from aigraph.store.validate import Violation, validate
from aigraph.vocabulary import ID, PREFIXES

_ARTICLES = ID + "article/"


class InvalidGraphError(AigraphError):
    """The graph would break rules of `ontology/shapes.ttl`; the message names each node and rule."""


class Store:
    """The graph of some articles; a context manager that writes everything to disk when it closes.

    One process writes at a time; a reader sees the store as it was when it opened it. No call may follow a fork:
    a store that two processes hold destroys itself, so the child's first call raises AigraphError.
    """

    def __init__(self, database: ox.Store, folder: Folder | None, *, read_only: bool) -> None:
        self._database: ox.Store | None = database
        self._folder = folder
        self._read_only = read_only
        self._process = os.getpid()
        self._writing = threading.RLock()

    @classmethod
    def open(cls, path: str | Path | None, *, create: bool, read_only: bool = False) -> Store:
        """Open the store in a folder, or a new one in memory when `path` is None.

        With `create`, an absent or empty folder becomes a store. Raises InputError when there is no store, when the
        folder holds something else, when another process is writing to it, or when the database does not open.
        """
        if path is None:
            return cls(ox.Store(), None, read_only=read_only)
        folder = Folder(Path(path))
        if create and not read_only:
            folder.prepare()
        else:
            folder.require()
        if not read_only:
            folder.lock()
            folder.recover()
        try:
            database = ox.Store.read_only(folder.database) if read_only else ox.Store(folder.database)
        except OSError as error:
            folder.unlock()
            raise InputError(f"{path}: the database cannot be opened ({error})") from error
        except RuntimeError as error:
            # So RocksDB reports corruption.
            folder.unlock()
            raise InputError(f"{path}: the database does not open ({error}); build the store again") from error
        store = cls(database, folder, read_only=read_only)
        del database
        if not read_only and folder.is_to_be_rebuilt:
            store.rebuild()
        return store

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Write everything to disk and let others write; the store cannot be used afterwards."""
        if self._database is None:
            return
        database = self._opened()
        with self._writing:
            try:
                if self._folder and not self._read_only:
                    with self._reporting():
                        database.flush()
            finally:
                self._database = None
                # What looks into the database would keep it open.
                self.__dict__.pop("lookup", None)
                del database
                if self._folder:
                    self._folder.unlock()

    @contextmanager
    def _reporting(self) -> Iterator[None]:
        """Say in one line that the disk is full, or why else nothing more can be written; no transaction is lost."""
        try:
            yield
        except OSError as error:
            place = self._folder.path if self._folder else "the graph"
            raise InputError(f"{place}: cannot be written ({error}); make room and run it again") from error

    def _opened(self) -> ox.Store:
        if os.getpid() != self._process:
            raise AigraphError("a store cannot be used after a fork; open it in the process that uses it")
        if self._database is None:
            raise AigraphError("the store is closed")
        return self._database

    # ------------------------------------------------------------------ writing

    def commit(self, revision: Revision, *, judge: bool = True) -> None:
        """Change the store by all of a revision, in one transaction: a reader sees all of it or nothing.

        Raises InvalidGraphError, and changes nothing, when the graph would break a rule of `ontology/shapes.ttl`;
        without `judge` nobody looks.
        """
        if self._read_only:
            raise AigraphError("the store is open for reading only")
        with self._writing:
            change = delta(revision, self.lookup)
            if judge and (violations := validate(change.judged)):
                lines = "".join(f"\n  {violation}" for violation in violations)
                raise InvalidGraphError(f"the graph breaks the rules of its shapes {len(violations)} times:{lines}")
            # One call is one transaction; every term of an update is written by the database's own serialiser.
            parts = [f"DROP SILENT GRAPH {graph}" for graph in change.dropped]
            parts += [f"DELETE DATA {{ {blocks} }}" for blocks in _blocks(change.removed)]
            parts += [f"INSERT DATA {{ {blocks} }}" for blocks in _blocks(change.added)]
            with self._reporting():
                if change.dropped or change.removed:
                    self._opened().update(" ;\n".join(parts))
                elif change.added:
                    self._opened().extend(list(change.added))
                if self._folder:
                    # Neither call asks the disk to have it: this is what a power cut does not take.
                    self._opened().flush()
            self.__dict__.pop("lookup", None)

    def clear(self) -> None:
        """Take out all that follows from the articles and the decisions; the articles stay, with their claims."""
        with self._writing:
            graphs = (RESOLVED, INFERRED, NAMES, DECISIONS, INDEX, ONTOLOGY)
            self._opened().update(" ;\n".join(f"DROP SILENT GRAPH {graph}" for graph in graphs))
            self.__dict__.pop("lookup", None)

    def to_be_rebuilt(self) -> None:
        """Note that the database is to be written anew; whoever writes next does it, should this process end before."""
        if self._folder is not None:
            self._folder.note_rebuild()

    def rebuild(self) -> None:
        """Write the database anew, so that nothing of what was taken out is left on the disk."""
        if self._folder is not None:
            with self._writing:
                self._folder.write_anew(iter(self._opened()))
                # Nothing may hold on to the old database when the new one takes its place.
                self._database = None
                self.__dict__.pop("lookup", None)
                self._folder.swap()
                self._database = ox.Store(self._folder.database)

    def copy(self) -> Store:
        """Return a store in memory that holds the same."""
        database = ox.Store()
        database.extend(self._opened())
        return Store(database, None, read_only=False)

    # ------------------------------------------------------------------ reading

    @cached_property
    def lookup(self) -> Lookup:
        """What finds one thing without looking at the others; it remembers until the store changes."""
        return Lookup(self._opened)

    @property
    def is_empty(self) -> bool:
        """Whether the store holds no article."""
        return next(self._opened().quads_for_pattern(None, term("aig:fingerprint"), None), None) is None

    @property
    def program(self) -> str:
        """What made all that follows from the articles; "" before anything was made."""
        quads = self._opened().quads_for_pattern(INDEX, ix.PROGRAM, None, INDEX)
        return next((value(quad.object) for quad in quads), "")

    def fingerprints(self) -> dict[str, str]:
        """Return the fingerprint of each article, by document id, sorted."""
        quads = self._opened().quads_for_pattern(None, term("aig:fingerprint"), None)
        found = {value(quad.subject).removeprefix(_ARTICLES): value(quad.object) for quad in quads}
        return dict(sorted(found.items()))

    def documents(self) -> dict[str, Document]:
        """Return the articles with their texts, by document id, sorted."""
        return dict(self.articles())

    def articles(self) -> Iterator[tuple[str, Document]]:
        """Yield the articles with their ids and texts, sorted by id; one is in memory at a time."""
        for name in self.fingerprints():
            graph = article_iri(name)
            about = nodes(self._opened().quads_for_pattern(graph, None, None, graph))
            yield name, document(about[graph.value])

    def readings(self) -> Iterator[Reading]:
        """Yield each article with its claims, by document id; one article is in memory at a time."""
        for name in self.fingerprints():
            yield reading(self._graph(article_iri(name)))

    def statements(self) -> Iterator[Statement]:
        """Yield the statements, sorted by subject, relation and object; those of one subject are in memory at a time.

        A graph that was loaded from a file has no index, and all its claims are in memory, but no text.
        """
        return self._by_subject() if self._is_indexed else self._all_statements()

    @property
    def _is_indexed(self) -> bool:
        return next(self._opened().quads_for_pattern(None, ix.RECORD, None, INDEX), None) is not None

    def _by_subject(self) -> Iterator[Statement]:
        found = self._opened().quads_for_pattern(None, term("aig:subject"), None, RESOLVED)
        for subject in sorted({value(quad.object) for quad in found}):
            about = self.lookup.statements_about(subject.removeprefix(ID))
            yield from sorted((known for key in about if (known := self.lookup.statement(key))), key=_order)

    def _all_statements(self) -> Iterator[Statement]:
        found: dict[str, list[str]] = {}
        for conflict in self.conflicts():
            for statement in conflict.statements:
                found.setdefault(statement, []).append(conflict.id)
        conflicts = {statement: tuple(sorted(ids)) for statement, ids in found.items()}
        return read_statements(self._graph(RESOLVED), self._claims(), conflicts)

    def conflicts(self) -> tuple[Conflict, ...]:
        """Return all conflicts, sorted by kind and place."""
        return tuple(sorted(map(read_conflict, self._of_class("aig:Conflict", RESOLVED))))

    def tenures(self) -> tuple[Tenure, ...]:
        """Return who was where from when to when, sorted by person and place in the career."""
        quads = (quad for node in self._instances("aig:Tenure", RESOLVED) for quad in self._about(node, RESOLVED))
        return tenures_of(quads, self.lookup.known)

    def doubts(self) -> tuple[Doubt, ...]:
        """Return the pairs of names that may stand for one entity, sorted."""
        return tuple(sorted(map(read_doubt, self._of_class("aig:Doubt", NAMES))))

    def claims_by_relation(self) -> dict[str, int]:
        """Return how many claims statements rest on, by relation, sorted."""
        return self._tally(
            "SELECT (STRAFTER(STR(?relation), '#') AS ?key) (COUNT(?claim) AS ?count)"
            " { GRAPH id:graph\\/resolved { ?s a aig:Statement ; aig:relation ?relation ; aig:claim ?claim } }"
            " GROUP BY ?relation"
        )

    def statements_by_status(self) -> dict[str, int]:
        """Return how many statements there are, by status, sorted."""
        return self._tally(
            "SELECT (?standing AS ?key) (COUNT(?s) AS ?count)"
            " { GRAPH id:graph\\/resolved { ?s a aig:Statement ; aig:standing ?standing } } GROUP BY ?standing"
        )

    def _tally(self, sparql: str) -> dict[str, int]:
        rows = self.query(sparql)
        found = (
            {row["key"].value: int(row["count"].value) for row in rows} if isinstance(rows, ox.QuerySolutions) else {}
        )
        return dict(sorted(found.items()))

    def query(
        self, sparql: str, *, substitutions: Mapping[str, Term] | None = None
    ) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        """Answer a SPARQL query over all graphs together; the prefixes of the vocabulary are there already.

        `substitutions` give values to variables that the query selects. Raises SyntaxError on a bad query.
        """
        bound: dict[ox.Variable, ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple] = {
            ox.Variable(name): given for name, given in (substitutions or {}).items()
        }
        return self._opened().query(
            sparql, prefixes=dict(PREFIXES), use_default_graph_as_union=True, substitutions=bound or None
        )

    def dump(self, format: str) -> bytes:
        """Return what `dump_to` writes, without a description."""
        stream = io.BytesIO()
        self.dump_to(stream, format)
        return stream.getvalue()

    def dump_to(self, stream: BinaryIO, format: str, about: About | None = None) -> None:
        """Write the graph as RDF, with what is to be said of it.

        N-Quads and TriG hold every graph; Turtle and JSON-LD the resolved graph with the claims that it rests on;
        Turtle 1.2 ("turtle12") the statements that stand. The same articles give the same bytes, in whatever order
        they came. Raises InputError on an unknown format.
        """
        if format not in FORMATS:
            raise InputError(f"there is no RDF format {format!r}; there are {', '.join(FORMATS)}")
        dump(self._opened(), format, stream, about)

    # ------------------------------------------------------------------ proving

    def validate(self) -> list[Violation]:
        """Return every rule of `ontology/shapes.ttl` that the graph breaks, sorted."""
        return validate(self._opened())

    def check(self) -> list[Issue]:
        """Return what is wrong with the articles: quotes that a text does not hold, damaged graphs."""
        issues: list[Issue] = []
        for name in sorted(value(graph) for graph in self._opened().named_graphs()):
            if name.startswith(_ARTICLES):
                graph = ox.NamedNode(name)
                issues += check_article(graph, self._graph(graph))
        return issues

    def differences(self, other: Store) -> Iterator[tuple[bool, str, str]]:
        """Yield what follows from the articles here and not in another store (True), and there and not here, sorted.

        Each is the subject, and what is said of it.
        """
        graphs = (RESOLVED, INFERRED, NAMES, DECISIONS, INDEX)
        ours, theirs = ({quad for graph in graphs for quad in store._graph(graph)} for store in (self, other))
        for here, quads in ((True, ours - theirs), (False, theirs - ours)):
            for quad in sorted(quads, key=str):
                yield here, str(quad.subject), f"{quad.predicate} {quad.object}"

    def _graph(self, graph: ox.NamedNode) -> Iterator[ox.Quad]:
        return self._opened().quads_for_pattern(None, None, None, graph)

    def _about(self, node: ox.NamedNode, graph: ox.NamedNode) -> Iterator[ox.Quad]:
        return self._opened().quads_for_pattern(node, None, None, graph)

    def _instances(self, kind: str, graph: ox.NamedNode) -> Iterator[ox.NamedNode]:
        for quad in self._opened().quads_for_pattern(None, term("rdf:type"), term(kind), graph):
            if isinstance(quad.subject, ox.NamedNode):
                yield quad.subject

    def _of_class(self, kind: str, graph: ox.NamedNode) -> Iterator[Node]:
        for node in self._instances(kind, graph):
            yield nodes(self._about(node, graph))[node.value]

    def _claims(self) -> dict[str, Claim]:
        return {claim.id: claim for reading in self.readings() for claim in reading.claims}


def _order(statement: Statement) -> tuple[str, str, bool]:
    return statement.relation, statement.object.id, statement.modality is Modality.DENIED


def _blocks(quads: Iterable[ox.Quad]) -> list[str]:
    """Return quads as the data of one SPARQL operation, graph by graph; nothing when there are none."""
    triples: dict[str, list[ox.Triple]] = {}
    for quad in quads:
        triples.setdefault(str(quad.graph_name), []).append(quad.triple)
    blocks = []
    for graph, members in triples.items():
        lines = (ox.serialize(members, format=ox.RdfFormat.N_TRIPLES) or b"").decode("utf-8")
        blocks.append(f"GRAPH {graph} {{\n{lines}}}")
    return ["\n".join(blocks)] if blocks else []
