"""A graph and the articles that it rests on, for whoever reads it: the library's way to ask, see and write."""

from __future__ import annotations

import datetime
import tempfile
import webbrowser
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, BinaryIO, Self

from aigraph.errors import InputError
from aigraph.files import write_file
from aigraph.model import (
    Conflict,
    DateBounds,
    Decision,
    Document,
    Doubt,
    Entity,
    Issue,
    Network,
    Reading,
    Statement,
    Tenure,
)

if TYPE_CHECKING:
    import networkx as nx

    from aigraph.export.exporter import Write
    from aigraph.query import Table
    from aigraph.store import Store


TITLES = {"en": "Who moved where in AI", "fr": "Qui est parti où dans l'IA"}
"""What a page is called when nothing else is said, by language."""

_EXPLORER = "explorer.html"


@dataclass(frozen=True)
class Report:
    """What a run did: the articles by what became of them (ids), the claims by relation, the statements by status.

    `came`, `changed` and `gone` count statements; `issues` are faults of the input.
    """

    new: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    claims: Mapping[str, int] = field(default_factory=dict)
    statements: Mapping[str, int] = field(default_factory=dict)
    came: int = 0
    changed: int = 0
    gone: int = 0
    issues: tuple[Issue, ...] = ()

    @property
    def articles(self) -> int:
        """The number of articles that were given and are in the graph."""
        return len(self.new) + len(self.replaced) + len(self.unchanged)

    @property
    def touched(self) -> bool:
        """Whether any article came, went or was read anew, or any statement changed."""
        return bool(self.new or self.replaced or self.dropped or self.came or self.changed or self.gone)


class Graph:
    """A graph and the articles that it rests on; a context manager that closes its store.

    `scope` says what the graph was cut down to, as in "known on 2025-06-30"; every file that is written of it says so.
    """

    def __init__(self, store: Store, report: Report | None = None, *, scope: tuple[str, ...] = ()) -> None:
        self.store = store
        self.report = report or Report()
        self.scope = scope

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

    def conflicts(self) -> tuple[Conflict, ...]:
        """Return what cannot hold together, sorted by kind and place."""
        return self.store.conflicts()

    def tenures(self, person_id: str | None = None) -> tuple[Tenure, ...]:
        """Return who was where from when to when, of one person or of all, in the order of the careers."""
        return self.store.tenures() if person_id is None else self.store.lookup.tenures_of(person_id)

    def doubts(self) -> tuple[Doubt, ...]:
        """Return the pairs of names that may stand for one entity, sorted."""
        return self.store.doubts()

    def decisions(self) -> tuple[Decision, ...]:
        """Return the decisions that the graph was made with, sorted."""
        return self.store.lookup.decisions()

    def why(self, entity_id: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return the names that stand for an entity, each with the reasons."""
        return self.store.lookup.why(entity_id)

    def check(self) -> list[Issue]:
        """Return what is wrong with the graph: quotes that no text holds, things too many or too few, broken rules."""
        from aigraph.revise import check

        issues = list(check(self.store))
        return issues + [Issue(violation.node, str(violation)) for violation in self.store.validate()]

    def known_on(self, day: datetime.date) -> Graph:
        """Return the graph that the articles published by a day make, in memory; undated articles are left out."""
        from aigraph.revise import fresh
        from aigraph.store import Store

        known = (reading for reading in self.readings() if _is_published(reading.document, day))
        store = fresh(Store.open(None, create=True), known, decisions=self.decisions())
        return Graph(store, scope=(*self.scope, f"as known on {day}"))

    def true_on(self, day: datetime.date, *, surely: bool = False) -> Graph:
        """Return the graph of what may hold on a day, in memory: all that no date excludes.

        With `surely`, only what the dates prove. The articles stay, with all that they say.
        """
        from aigraph.fuse import moment
        from aigraph.store import Revision

        statements, tenures = list(self.statements()), self.tenures()
        held = moment(statements, tenures, day, surely=surely)
        gone = {statement.id: None for statement in statements if statement.id not in held.statements}
        careers: dict[str, tuple[Tenure, ...]] = {tenure.person.id: () for tenure in tenures}
        for tenure in held.tenures:
            careers[tenure.person.id] += (tenure,)
        over = frozenset(c.id for c in self.conflicts() if not gone.keys().isdisjoint(c.statements))
        copy = self.store.copy()
        copy.commit(
            Revision(statements=gone, groups=dict.fromkeys(gone, ()), conflicts_gone=over, tenures=careers), judge=False
        )
        return Graph(copy, scope=(*self.scope, f"what {'surely holds' if surely else 'may hold'} on {day}"))

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

    def page(self, *, title: str | None = None, language: str = "en") -> str:
        """Return the quick page: one HTML file that works offline and is small enough to mail.

        Of a graph that is too large for it, it draws the surest statements, and says so.
        """
        from aigraph.graph.network import network
        from aigraph.view.quick import page, strongest

        kept, left_out = strongest(self.statements())
        title = title or TITLES.get(language, "")
        return page(network(kept, self.documents()), title=title, language=language, left_out=left_out)

    def undrawn(self) -> int:
        """Return how many edges the quick page leaves out because there are too many."""
        from aigraph.view.quick import strongest

        return strongest(self.statements())[1]

    def explorer(self, *, title: str | None = None, language: str = "en") -> str:
        """Return the explorer: one HTML file that works offline, for a graph of any size.

        Raises InputError when it was not built; see `aigraph.view.explorer`.
        """
        from aigraph.view.explorer import explorer

        title = title or TITLES.get(language, "")
        return explorer(
            self.statements(),
            self.documents(),
            tenures=self.tenures(),
            conflicts=self.conflicts(),
            title=title,
            language=language,
        )

    def story(self, path: str | Path, *, language: str | None = None) -> str:
        """Return a story as a page: its text beside the explorer, one HTML file that works offline.

        `path` is a Markdown file with views and queries in it; without `language` it says its own, or is in English.
        Raises InputError, with the line, when it points at what the graph does not hold.
        """
        from aigraph.story import Sources, tell
        from aigraph.view.explorer import explorer

        try:
            text = Path(path).read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(f"{path}: cannot be read ({error})") from error
        sources = Sources(self.store)
        told = tell(text, sources, name=str(path), language=language)
        return explorer(
            sources.statements,
            sources.documents,
            tenures=self.tenures(),
            conflicts=self.conflicts(),
            title=told.title,
            language=told.language,
            story=told.html,
        )

    def explore(self, path: str | Path | None = None, *, title: str | None = None, language: str = "en") -> Path:
        """Write the explorer to a file, a temporary one if none is given, open it in the browser, and return its path.

        Raises InputError when the explorer was not built.
        """
        page = self.explorer(title=title, language=language).encode("utf-8")
        file = Path(path) if path is not None else Path(tempfile.mkdtemp(prefix="aigraph-")) / _EXPLORER
        write_file(file, lambda stream: stream.write(page))
        webbrowser.open(file.resolve().as_uri())
        return file

    def _repr_html_(self) -> str:
        """Return what a notebook shows: the quick page, or a table where the graph is too large for it."""
        from aigraph.view.notebook import notebook
        from aigraph.view.quick import strongest

        statements = tuple(self.statements())
        kept, left_out = strongest(statements)
        return notebook(
            statements,
            self.documents(),
            moves=(statement for statement in kept if statement.relation == "movedTo"),
            page=None if left_out else self.page(),
            title=TITLES["en"],
        )

    def export(
        self,
        target: str | Path | BinaryIO,
        format: str | None = None,
        *,
        title: str | None = None,
        language: str | None = None,
        **options: str | bool,
    ) -> None:
        """Write the graph to a binary stream, or to a file, whole or not at all.

        `format` is one of `export.EXPORTERS`, or "html" or "explorer" for a page, which has a title and a language;
        without it the name of the file tells, as in "moves.gexf" or "nodes.csv". A format of several files goes into
        a folder, or into one archive when the target is a stream or ends in ".zip"; a target that is named as one of
        the files is that file alone. `options` are those of `export.Options`. Raises InputError when the name does
        not tell, when there is no such format, or when it has no such option.
        """
        from aigraph.export import EXPORTERS

        if not isinstance(target, str | Path):
            self._writer(format or "", title, language, options)(target)
            return
        path = Path(target)
        known = format or _format_of(path)
        write = self._writer(known, title, language, options)
        if known not in EXPORTERS:
            write_file(path, write)
            return
        given = EXPORTERS[known].options(options, scope=self.scope)
        for place, write_part in EXPORTERS[known].parts(path).items():
            write_file(place, partial(write_part, self.store, given))

    def publish(self, folder: str | Path) -> tuple[Path, ...]:
        """Write the formats that people look for into a folder, and return the files; the last is the quick page.

        Without the explorer, where it was not built.
        """
        from aigraph.view.explorer import is_built

        written = {name: write for name, write in self._published().items() if name != _EXPLORER or is_built()}
        return tuple(_write_all(Path(folder), written))

    def publish_again(self, folder: Path) -> tuple[Path, ...]:
        """Write those files anew that `publish` has written into a folder, and return them.

        An explorer that cannot be made anew goes: it would show what the graph no longer says.
        """
        from aigraph.view.explorer import is_built

        if not is_built():
            (folder / _EXPLORER).unlink(missing_ok=True)
        written = {name: write for name, write in self._published().items() if (folder / name).is_file()}
        return tuple(_write_all(folder, written))

    def _published(self) -> dict[str, Callable[[BinaryIO], object]]:
        """Return what writes each file that `publish` writes, by its name; the quick page is the last."""
        from aigraph.export import EXPORTERS, Options

        files: dict[str, Write] = {}
        for exporter in EXPORTERS.values():
            if exporter.published:
                files |= exporter.files or {exporter.file: exporter.write}
        options = Options(scope=self.scope)
        written = {name: partial(write, self.store, options) for name, write in files.items()}
        pages = {_EXPLORER: "explorer", "index.html": "html"}
        return {**written, **{name: self._writer(page, None, None, {}) for name, page in pages.items()}}

    def _writer(
        self, format: str, title: str | None, language: str | None, options: Mapping[str, Any]
    ) -> Callable[[BinaryIO], object]:
        from aigraph.export import EXPORTERS

        pages = {"html": self.page, "explorer": self.explorer}
        if format in pages:
            if options:
                raise InputError(f"{format} is a page, and takes a title and a language, not {', '.join(options)}")
            return lambda stream: stream.write(pages[format](title=title, language=language or "en").encode("utf-8"))
        if format not in EXPORTERS:
            raise InputError(f"there is no format {format!r}; there are {', '.join((*EXPORTERS, *pages))}")
        if title or language:
            raise InputError(f"{format} has no title and no language; {' and '.join(pages)} do")
        return partial(EXPORTERS[format].write, self.store, EXPORTERS[format].options(options, scope=self.scope))


def write_ontology(target: str | Path | BinaryIO, *, language: str | None = None) -> None:
    """Write what graphs can hold to a binary stream or a file: the page, or the Turtle where the file ends in ".ttl".

    No graph is needed. `language` is the one that stands first on the page.
    """
    from aigraph.view.ontology import page
    from aigraph.vocabulary.documentation import turtle_file

    if isinstance(target, str | Path) and Path(target).suffix == ".ttl":
        content = turtle_file()
    else:
        content = page(language=language or "en").encode("utf-8")
    if isinstance(target, str | Path):
        write_file(Path(target), lambda stream: stream.write(content))
    else:
        target.write(content)


def _is_published(document: Document, day: datetime.date) -> bool:
    """Tell whether an article surely was out on a day."""
    bounds = DateBounds.read((document.published or "")[:10])
    return bounds is not None and bounds.latest is not None and bounds.latest <= day


def _file_names() -> dict[str, str]:
    """Return the format of each file, by the name that it has when nothing else is said."""
    from aigraph.export import EXPORTERS

    return {**{e.file: e.name for e in EXPORTERS.values()}, _EXPLORER: "explorer", "index.html": "html"}


def _write_all(folder: Path, files: Mapping[str, Callable[[BinaryIO], object]]) -> Iterator[Path]:
    for name, write in files.items():
        write_file(folder / name, write)
        yield folder / name


def _format_of(path: Path) -> str:
    files = _file_names()
    for name in (path.name, f"graph{path.suffix}", f"index{path.suffix}"):
        if name in files:
            return files[name]
    raise InputError(f"{path}: its name tells no format; say which: {', '.join(files.values())}")
