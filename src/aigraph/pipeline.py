"""The one module that names the rooms in order, and the library's front door.

read -> annotate -> extract -> resolve -> fuse -> store, then whatever reads the store. The rooms are imported when
they are called: the language models take a second to import, and most uses of a graph do not need them.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Self

from aigraph.errors import AigraphError, InputError
from aigraph.files import write_file
from aigraph.model import Document, Entity, Issue, Linking, Network, Reading, Statement, content_id

if TYPE_CHECKING:
    import networkx as nx

    from aigraph.query import Table
    from aigraph.store import Store

OnIssue = Callable[[Issue], None]
"""Called with each fault of the input."""

OnProgress = Callable[[str, int], None]
"""Called with the stage that is at work ("read", "resolve", "fuse", "validate") and the number of articles done."""


class InvalidGraphError(AigraphError):
    """The graph breaks rules of `ontology/shapes.ttl`; the message names each node and rule."""


@dataclass(frozen=True)
class Report:
    """What a build did: the articles by what became of them (ids), claims by relation, statements by status, faults."""

    new: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    claims: Mapping[str, int] = field(default_factory=dict)
    statements: Mapping[str, int] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()

    @property
    def articles(self) -> int:
        """The number of articles that the graph rests on."""
        return len(self.new) + len(self.replaced) + len(self.unchanged)

    @property
    def changed(self) -> bool:
        """Whether any article came, went or was read anew."""
        return bool(self.new or self.replaced or self.dropped)


@dataclass(frozen=True)
class Extraction:
    """The readings of some articles, sorted by path, and what the names in them stand for."""

    readings: tuple[Reading, ...]
    linking: Linking


class Graph:
    """A graph and the articles that it rests on; a context manager that closes its store."""

    def __init__(self, store: Store, report: Report | None = None) -> None:
        self.store = store
        self.report = report or Report()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the store; the graph cannot be used afterwards."""
        self.store.close()

    def statements(self) -> Iterator[Statement]:
        """Return what the articles say together, sorted by subject, relation and object."""
        return self.store.statements()

    def documents(self) -> dict[str, Document]:
        """Return the articles by id."""
        return self.store.documents()

    def readings(self) -> Iterator[Reading]:
        """Return each article with its claims."""
        return self.store.readings()

    def query(self, query: str, /, **parameters: str) -> Table:
        """Answer a SPARQL query or a named question; raises InputError on a bad one."""
        from aigraph.query import ask

        return ask(self.store, query, parameters)

    def entity(self, name: str) -> Entity:
        """Return the entity of an id, a label or an alias; case, accents and kinds of apostrophe do not matter.

        Raises InputError, with the nearest names, when nothing or more than one thing is called so.
        """
        from aigraph.query.names import ANY, find
        from aigraph.vocabulary import ID

        wanted = find(self.store, name, ANY).value.removeprefix(ID)
        named: Entity | None = None
        for statement in self.statements():
            for end in (statement.subject, statement.object):
                if end.id == wanted:
                    return end
            for qualifier in statement.qualifiers:
                if qualifier.type and qualifier.value == wanted:
                    named = Entity(wanted, qualifier.type, qualifier.text)
        if named is None:
            raise InputError(f"no statement is about {name!r}")
        return named

    def network(self) -> Network:
        """Return the nodes and edges that pages and drawings show."""
        from aigraph.graph.network import network

        return network(self.statements(), self.documents())

    def to_networkx(self) -> nx.MultiDiGraph[str]:
        """Return the network for NetworkX."""
        from aigraph.graph.network import to_networkx

        return to_networkx(self.network())

    def page(self, *, title: str = "Who moved where in AI") -> str:
        """Return the interactive page: one HTML file that works offline."""
        from aigraph.view import page

        return page(self.network(), title=title)

    def export(self, target: str | Path | BinaryIO, format: str | None = None) -> None:
        """Write the graph to a binary stream, or to a file, whole or not at all.

        `format` is one of `export.EXPORTERS`, or "html" for the page; without it the name of the file tells, as in
        "moves.gexf" or "nodes.csv". Raises InputError when it does not, or when there is no such format.
        """
        if isinstance(target, str | Path):
            write = self._writer(format or _format_of(Path(target)))
            write_file(Path(target), write)
        else:
            self._writer(format or "")(target)

    def publish(self, folder: str | Path) -> tuple[Path, ...]:
        """Write every format into a folder, and return the files; the last is the page, index.html."""
        files = tuple(Path(folder) / name for name in _file_names())
        for file in files:
            self.export(file)
        return files

    def _writer(self, format: str) -> Callable[[BinaryIO], object]:
        from aigraph.export import EXPORTERS

        if format == "html":
            return lambda stream: stream.write(self.page().encode("utf-8"))
        if format not in EXPORTERS:
            raise InputError(f"there is no format {format!r}; there are {', '.join((*EXPORTERS, 'html'))}")
        return partial(EXPORTERS[format].write, self.store)


def build(
    paths: str | Path | Iterable[str | Path],
    *,
    store: str | Path | None = None,
    on_issue: OnIssue | None = None,
    on_progress: OnProgress | None = None,
    stdin: BinaryIO | None = None,
) -> Graph:
    """Read articles into a graph that rests on exactly them, in the folder `store` or, by default, in memory.

    Only new and changed articles are read; a second build over the same input changes nothing. Faults of the input go
    to `on_issue` and into the report. Raises InputError when there is no article, InvalidGraphError when the graph
    breaks a rule.

    >>> import io
    >>> article = io.BytesIO(b"In May 2014, the researcher Andrew Ng joined the search company Baidu from Google.")
    >>> with build(["-"], stdin=article) as graph:
    ...     for statement in graph.statements():
    ...         print(statement.subject.label, statement.relation, statement.object.label, statement.value("date"))
    Andrew Ng movedTo Baidu 2014-05
    """
    from aigraph.store import Store

    opened = Store.open(store, create=True)
    try:
        return Graph(opened, _Build(opened, on_issue, on_progress).run(_strings(paths), stdin))
    except BaseException:
        opened.close()
        raise


def open(store: str | Path) -> Graph:  # noqa: A001 (users write aigraph.open)
    """Open a graph that `build` made, for reading; raises InputError when there is none."""
    from aigraph.store import Store

    return Graph(Store.open(store, create=False, read_only=True))


def extract_claims(
    paths: str | Path | Iterable[str | Path],
    *,
    unnamed: bool = False,
    on_issue: OnIssue | None = None,
    stdin: BinaryIO | None = None,
) -> Extraction:
    """Read articles and return their claims, without a store.

    With `unnamed`, someone who is only ever a pronoun ("he") is taken in too.
    """
    from aigraph.language import languages
    from aigraph.read import read

    documents = read(_strings(paths), on_issue=on_issue or _ignore, stdin=stdin, languages=languages())
    return claims_of(documents, unnamed=unnamed)


def claims_of(documents: Iterable[Document], *, unnamed: bool = False) -> Extraction:
    """Return the claims of documents that are clean already; `unnamed` as in `extract_claims`."""
    from aigraph.annotate import annotate
    from aigraph.extract import extract
    from aigraph.gazetteer import gazetteer
    from aigraph.resolve import local_entities, resolve

    annotated = annotate(documents, unnamed=unnamed)
    readings = sorted(extract(annotated), key=lambda reading: (reading.document.path, reading.document.id))
    names = [name for reading in readings for name in local_entities(reading, gazetteer=gazetteer())]
    return Extraction(tuple(readings), resolve(names, gazetteer=gazetteer()))


class _Build:
    """One build: its store, and the fingerprints of the articles that were there before it and are there now."""

    def __init__(self, store: Store, on_issue: OnIssue | None, on_progress: OnProgress | None) -> None:
        self.store = store
        self.issues: list[Issue] = []
        self.on_issue = on_issue or _ignore
        self.on_progress = on_progress or (lambda _stage, _done: None)
        self.before = store.fingerprints()
        self.now: dict[str, str] = {}
        self.settled = any(True for _ in store.statements())

    def run(self, paths: Iterable[str], stdin: BinaryIO | None) -> Report:
        from aigraph.annotate import annotate
        from aigraph.extract import extract
        from aigraph.language import languages
        from aigraph.read import read

        documents = read(paths, on_issue=self._note, stdin=stdin, languages=languages())
        for reading in extract(annotate(self._changed(documents))):
            self._unsettle()
            self.store.replace_article(reading, fingerprint=self.now[reading.document.id])
        if not self.now:
            raise InputError("there is no article in the input" + (", only faulty files" if self.issues else ""))
        for gone in sorted(self.before.keys() - self.now.keys()):
            self._unsettle()
            self.store.drop_article(gone)
        if not self.settled:
            self._settle()
        return self._report()

    def _note(self, issue: Issue) -> None:
        self.issues.append(issue)
        self.on_issue(issue)

    def _changed(self, documents: Iterable[Document]) -> Iterator[Document]:
        """Return the documents that the store does not hold as they are."""
        for document in documents:
            self.now[document.id] = _fingerprint(document)
            if self.before.get(document.id) != self.now[document.id]:
                yield document
            self.on_progress("read", len(self.now))

    def _unsettle(self) -> None:
        # A store with articles and no statements is one that a build left half way: the next build resumes there.
        if self.settled:
            self.store.replace_statements(())
            self.settled = False

    def _settle(self) -> None:
        """Make the statements of all claims in the store, and keep them only if they break no rule."""
        from aigraph.fuse import fuse
        from aigraph.gazetteer import gazetteer
        from aigraph.resolve import local_entities, resolve

        self.on_progress("resolve", len(self.now))
        known = gazetteer()
        names = (name for reading in self.store.readings() for name in local_entities(reading, gazetteer=known))
        linking = resolve(names, gazetteer=known)
        self.on_progress("fuse", len(self.now))
        self.store.replace_statements(fuse(self.store.readings(), linking).statements)
        self.on_progress("validate", len(self.now))
        if violations := self.store.validate():
            self.store.replace_statements(())
            lines = "".join(f"\n  {violation}" for violation in violations)
            raise InvalidGraphError(f"the graph breaks the rules of its shapes {len(violations)} times:{lines}")

    def _report(self) -> Report:
        fates: dict[str, list[str]] = {"new": [], "replaced": [], "unchanged": []}
        for article, fingerprint in sorted(self.now.items()):
            before = self.before.get(article)
            fates["new" if before is None else "unchanged" if before == fingerprint else "replaced"].append(article)
        statements = list(self.store.statements())
        return Report(
            new=tuple(fates["new"]),
            replaced=tuple(fates["replaced"]),
            unchanged=tuple(fates["unchanged"]),
            dropped=tuple(sorted(self.before.keys() - self.now.keys())),
            claims=_counts(claim.relation for statement in statements for claim in statement.claims),
            statements=_counts(str(statement.status) for statement in statements),
            issues=tuple(self.issues),
        )


def _strings(paths: str | Path | Iterable[str | Path]) -> list[str]:
    return [str(path) for path in ([paths] if isinstance(paths, str | Path) else paths)]


def _ignore(_issue: Issue) -> None:
    """Take a fault of the input that nobody asked to hear of."""


def _file_names() -> dict[str, str]:
    """Return the format of each file that `publish` writes; formats that share a suffix have their own names."""
    from aigraph.export import EXPORTERS

    suffixes = Counter(exporter.suffix for exporter in EXPORTERS.values())
    files = {f"{e.name if suffixes[e.suffix] > 1 else 'graph'}{e.suffix}": e.name for e in EXPORTERS.values()}
    return {**files, "index.html": "html"}


def _format_of(path: Path) -> str:
    files = _file_names()
    for name in (path.name, f"graph{path.suffix}", f"index{path.suffix}"):
        if name in files:
            return files[name]
    raise InputError(f"{path}: its name tells no format; say which: {', '.join(files.values())}")


def _counts(names: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(names).items()))


def _fingerprint(document: Document) -> str:
    """Return the hash of all that a reading depends on: the article, the program and its data, the models."""
    metadata = (document.title, document.url, document.publisher, document.author, document.published)
    return content_id(document.text, document.path, *map(repr, metadata), *_program(document.language))


@cache
def _program(code: str) -> tuple[str, ...]:
    """Return the language, its installed models with their versions, and the hash of every file of the package."""
    from aigraph.language import language
    from aigraph.vocabulary import ontology_dir

    models = (name for name in language(code).pipelines if find_spec(name))
    digest = hashlib.sha256()
    for folder in (Path(__file__).parent, ontology_dir()):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                data = path.read_bytes()
                digest.update(f"{path.relative_to(folder).as_posix()} {len(data)}\n".encode())
                digest.update(data)
    return (code, *(f"{name} {version(name)}" for name in models), digest.hexdigest())
