"""The store: quads in an embedded Oxigraph, on disk or in memory."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

import pyoxigraph as ox

from aigraph.errors import AigraphError, InputError
from aigraph.graph.rdf import (
    INFERENCE,
    INFERENCE_PREFIXES,
    INFERRED,
    ONTOLOGY,
    RESOLVED,
    article_iri,
    article_quads,
    document,
    ontology_quads,
    reading,
    statement_quads,
    statements,
)
from aigraph.graph.terms import Term, nodes, term, value
from aigraph.model import Claim, Document, Issue, Reading, Statement
from aigraph.store.check import check_article, check_statements
from aigraph.store.dump import FORMATS, WHOLE, dump
from aigraph.store.folder import Folder
from aigraph.store.validate import Violation, validate
from aigraph.vocabulary import ID, PREFIXES

_ARTICLES = ID + "article/"


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
        try:
            database = ox.Store.read_only(folder.database) if read_only else ox.Store(folder.database)
        except (OSError, RuntimeError) as error:
            # RocksDB reports corruption as RuntimeError.
            folder.unlock()
            raise InputError(f"{path}: the database does not open ({error}); build the store again") from error
        return cls(database, folder, read_only=read_only)

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
            if self._folder and not self._read_only:
                database.flush()
            self._database = None
            del database
            if self._folder:
                self._folder.unlock()

    def _opened(self) -> ox.Store:
        if os.getpid() != self._process:
            raise AigraphError("a store cannot be used after a fork; open it in the process that uses it")
        if self._database is None:
            raise AigraphError("the store is closed")
        return self._database

    # ------------------------------------------------------------------ writing

    def replace_article(self, reading: Reading, *, fingerprint: str) -> None:
        """Put in an article with its claims, in place of what the store holds of it, in one transaction."""
        graph = article_iri(reading.document.id)
        self._replace([graph], list(article_quads(reading, fingerprint=fingerprint)))

    def drop_article(self, document_id: str) -> None:
        """Take an article out with its claims, in one transaction; the statements stay until they are replaced."""
        self._replace([article_iri(document_id)], [])

    def replace_statements(self, statements: Iterable[Statement]) -> None:
        """Put in the statements in place of all that are there, with what follows from them, in one transaction."""
        quads = [quad for statement in statements for quad in statement_quads(statement)]
        self._replace([RESOLVED, INFERRED, ONTOLOGY], [*quads, *ontology_quads()], then=INFERENCE)

    def _replace(self, graphs: Iterable[ox.NamedNode], quads: Iterable[ox.Quad], *, then: str = "") -> None:
        # One update is one transaction; every term of it is written by the database's own serialiser.
        database = self._opened()
        if self._read_only:
            raise AigraphError("the store is open for reading only")
        by_graph: dict[str, list[ox.Triple]] = {}
        for quad in quads:
            by_graph.setdefault(str(quad.graph_name), []).append(quad.triple)
        parts = ["DROP SILENT GRAPH " + str(graph) for graph in graphs]
        for graph, triples in by_graph.items():
            lines = (ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"").decode("utf-8")
            parts.append("INSERT DATA { GRAPH " + graph + " {\n" + lines + "} }")
        if then:
            parts.append(then)
        with self._writing:
            database.update(" ;\n".join(parts), prefixes=dict(INFERENCE_PREFIXES))

    # ------------------------------------------------------------------ reading

    @property
    def is_empty(self) -> bool:
        """Whether the store holds no article."""
        return not self.fingerprints()

    def fingerprints(self) -> dict[str, str]:
        """Return the fingerprint of each article, by document id, sorted."""
        quads = self._opened().quads_for_pattern(None, term("aig:fingerprint"), None)
        found = {value(quad.subject).removeprefix(_ARTICLES): value(quad.object) for quad in quads}
        return dict(sorted(found.items()))

    def documents(self) -> dict[str, Document]:
        """Return the articles with their texts, by document id, sorted."""
        found = {}
        for name in self.fingerprints():
            graph = article_iri(name)
            about = nodes(self._opened().quads_for_pattern(graph, None, None, graph))
            found[name] = document(about[graph.value])
        return found

    def readings(self) -> Iterator[Reading]:
        """Yield each article with its claims, by document id; one article is in memory at a time."""
        for name in self.fingerprints():
            yield reading(self._graph(article_iri(name)))

    def statements(self) -> Iterator[Statement]:
        """Yield the statements, sorted by subject, relation and object; all claims are in memory, but no text."""
        return statements(self._graph(RESOLVED), self._claims())

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
        """Return the graph as RDF: N-Quads and TriG hold every graph, Turtle and JSON-LD the resolved graph alone.

        The same articles give the same bytes, in whatever order they came. Raises InputError on an unknown format.
        """
        if format not in FORMATS:
            raise InputError(f"there is no RDF format {format!r}; there are {', '.join(FORMATS)}")
        return dump(self._opened() if format in WHOLE else self._graph(RESOLVED), format)

    # ------------------------------------------------------------------ proving

    def validate(self) -> list[Violation]:
        """Return every rule of `ontology/shapes.ttl` that the graph breaks, sorted."""
        return validate(self._opened())

    def check(self) -> list[Issue]:
        """Return what should not be there and what is missing: quotes that the text does not hold, damaged graphs."""
        issues: list[Issue] = []
        graphs = sorted(value(graph) for graph in self._opened().named_graphs())
        for name in graphs:
            if name.startswith(_ARTICLES):
                graph = ox.NamedNode(name)
                issues += check_article(graph, self._graph(graph))
        if not issues:
            issues += check_statements(self._graph(RESOLVED), self._claims())
        return issues

    def _graph(self, graph: ox.NamedNode) -> Iterator[ox.Quad]:
        return self._opened().quads_for_pattern(None, None, None, graph)

    def _claims(self) -> dict[str, Claim]:
        return {claim.id: claim for reading in self.readings() for claim in reading.claims}
