"""The one module that names the rooms in order, and the library's front door.

read -> annotate -> extract -> resolve -> fuse -> store, then whatever reads the store. The rooms are imported when
they are called: the language models take a second to import, and most uses of a graph do not need them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from aigraph.errors import InputError
from aigraph.model import Decision, Document, Form, Issue, Linking, Reading, Statement
from aigraph.suppression import Suppression
from aigraph.workspace import Graph, Report

if TYPE_CHECKING:
    from aigraph.revise import Change
    from aigraph.store import Store

OnIssue = Callable[[Issue], None]
"""Called with each fault of the input."""

OnProgress = Callable[[str, int], None]
"""Called with the stage that is at work ("read", "revise") and the number of articles done."""

DECISIONS = "decisions.tsv"
"""The name of the file of decisions, beside the folder of a store."""


@dataclass(frozen=True)
class Extraction:
    """The readings of some articles, sorted by path, and what the names in them stand for."""

    readings: tuple[Reading, ...]
    linking: Linking


def build(
    paths: str | Path | Iterable[str | Path],
    *,
    store: str | Path | None = None,
    decisions: str | Path | None = None,
    on_issue: OnIssue | None = None,
    on_progress: OnProgress | None = None,
    stdin: BinaryIO | None = None,
) -> Graph:
    """Read articles into a graph that rests on exactly them, in the folder `store` or, by default, in memory.

    Only new and changed articles are read; a second build over the same input changes nothing. `decisions` is a file
    of them; by default decisions.tsv beside the folder of the store, if it is there. Faults of the input go to
    `on_issue` and into the report. Raises InputError when there is no article, InvalidGraphError when the graph breaks
    a rule.

    >>> import io
    >>> article = io.BytesIO(b"In May 2014, the researcher Andrew Ng joined the search company Baidu from Google.")
    >>> with build(["-"], stdin=article) as graph:
    ...     for statement in graph.statements():
    ...         print(statement.subject.label, statement.relation, statement.object.label, statement.value("date"))
    Andrew Ng movedTo Baidu 2014-05
    """
    run = Run(store, decisions, create=True, on_issue=on_issue, on_progress=on_progress)
    return run.graph(lambda: run.take(_strings(paths), stdin, only_these=True), tally=True)


def ingest(
    paths: str | Path | Iterable[str | Path],
    *,
    store: str | Path,
    decisions: str | Path | None = None,
    on_issue: OnIssue | None = None,
    on_progress: OnProgress | None = None,
    stdin: BinaryIO | None = None,
) -> Graph:
    """Add articles to the graph in a folder, which is made when it is not there; what it rests on stays.

    An article that is there as it is is left alone. One that has changed takes the place of the former one: that of its
    file, or of its address. Otherwise like `build`.
    """
    run = Run(store, decisions, create=True, on_issue=on_issue, on_progress=on_progress)
    return run.graph(lambda: run.take(_strings(paths), stdin, only_these=False))


def settle(*, store: str | Path, decisions: str | Path | None = None) -> Graph:
    """Let the decisions of a file hold in the graph in a folder, and return it; like `ingest` of nothing.

    A file that is not there holds none: the last decision has been taken back.
    """
    run = Run(store, decisions, create=False, absent_ok=True)
    return run.graph(run.finish)


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
    from aigraph.facts import SHEETS
    from aigraph.language import languages
    from aigraph.read import read

    documents = read(_strings(paths), on_issue=on_issue or _ignore, stdin=stdin, languages=languages(), sheets=SHEETS)
    return claims_of(documents, unnamed=unnamed)


def claims_of(documents: Iterable[Document], *, unnamed: bool = False) -> Extraction:
    """Return the claims of documents that are clean already; `unnamed` as in `extract_claims`."""
    from aigraph.gazetteer import gazetteer
    from aigraph.resolve import local_entities, resolve

    made = readings_of(documents, unnamed=unnamed)
    readings = sorted(made, key=lambda reading: (reading.document.path, reading.document.id))
    known = gazetteer()
    names = [local for reading in readings for local in local_entities(reading, gazetteer=known)]
    return Extraction(tuple(readings), resolve(names, gazetteer=known))


def readings_of(documents: Iterable[Document], *, unnamed: bool = False) -> Iterator[Reading]:
    """Read documents one by one: articles by their sentences, tables of facts by their rows."""
    from aigraph import facts
    from aigraph.annotate import annotate
    from aigraph.extract import extract

    for document in documents:
        if document.form is Form.TABLE:
            yield facts.reading(document)
        else:
            yield from extract(annotate([document], unnamed=unnamed))


@dataclass
class _Fates:
    """What became of the articles and statements of one run, as it goes."""

    new: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    came: set[str] = field(default_factory=set)
    changed: set[str] = field(default_factory=set)
    gone: dict[str, Statement] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)

    def note(self, change: Change) -> None:
        for statement in change.came:
            # What went and came back in one run has changed at most.
            (self.changed if self.gone.pop(statement, None) else self.came).add(statement)
        self.changed.update(statement for statement in change.changed if statement not in self.came)
        for gone in change.gone:
            self.changed.discard(gone.id)
            if gone.id in self.came:
                self.came.discard(gone.id)
            else:
                self.gone[gone.id] = gone


class Run:
    """One run of writing: its store, its decisions, and what it has done so far."""

    def __init__(
        self,
        store: str | Path | None,
        decisions: str | Path | None,
        *,
        create: bool,
        absent_ok: bool = False,
        on_issue: OnIssue | None = None,
        on_progress: OnProgress | None = None,
    ) -> None:
        from aigraph.store import Store

        self.decisions = _decisions(store, decisions, absent_ok=absent_ok)
        self.store: Store = Store.open(store, create=create)
        self.suppression = Suppression.of(store)
        self.on_issue = on_issue or _ignore
        self.on_progress = on_progress or (lambda _stage, _done: None)
        self.fates = _Fates()
        self.now: set[str] = set()
        self.files: set[str] = set()
        self.superseded: set[str] = set()

    def graph(self, work: Callable[[], None], *, tally: bool = False) -> Graph:
        """Do the work and return the graph; the store is closed when it fails.

        With `tally`, the report counts all that the graph holds, which takes the longer the larger it is.
        """
        try:
            self.refresh()
            work()
            return Graph(self.store, self.report(tally=tally))
        except BaseException:
            self.store.close()
            raise

    def refresh(self) -> None:
        """Make anew what another version of the program has made of the articles, or has begun to make."""
        from aigraph.program import maker
        from aigraph.revise import fresh

        if self.store.program != maker() and not self.store.is_empty:
            self.on_progress("revise", 0)
            self.store.clear()
            fresh(self.store, self.store.readings(), decisions=self.decisions, judge=True)

    def take(self, paths: Sequence[str], stdin: BinaryIO | None, *, only_these: bool) -> None:
        """Take in the articles of some paths; with `only_these`, let all others go."""
        from aigraph.facts import SHEETS
        from aigraph.language import languages
        from aigraph.read import read

        documents = read(paths, on_issue=self._note, stdin=stdin, languages=languages(), sheets=SHEETS)
        known = map(self.suppression.applied, documents)
        batch = self.taken_in(self._changed(known, only_these=only_these))
        if not self.now:
            raise InputError("there is no article in the input" + (", only faulty files" if self.fates.issues else ""))
        held = self.store.fingerprints() if only_these else self._held_by_files()
        self.revise(batch, departures=set(held) | self.superseded)

    def taken_in(self, documents: Iterable[Document]) -> list[Reading]:
        """Read documents and take them in, some at a time; return the last readings, which are still to be taken in."""
        from aigraph.revise import BATCH_ARTICLES, BATCH_CLAIMS

        batch: list[Reading] = []
        for reading in readings_of(documents):
            batch.append(reading)
            if len(batch) == BATCH_ARTICLES or sum(len(one.claims) for one in batch) >= BATCH_CLAIMS:
                # With its new version in the same revision, no reader ever finds an article twice.
                self.revise(batch, departures=self.superseded)
                batch = []
        return batch

    def finish(self) -> None:
        """Let the decisions hold that do not yet."""
        self.revise([])

    def _note(self, issue: Issue) -> None:
        self.fates.issues.append(issue)
        self.on_issue(issue)

    def _changed(self, documents: Iterable[Document], *, only_these: bool) -> Iterator[Document]:
        """Yield the documents that the store does not hold as they are."""
        from aigraph.program import fingerprint
        from aigraph.revise import file_of

        for document in documents:
            lookup = self.store.lookup
            self.now.add(document.id)
            self.files.add(file_of(document))
            before = lookup.fingerprint(document.id)
            if before == fingerprint(document) or (not only_these and self._is_elsewhere(document)):
                self.fates.unchanged.append(document.id)
            else:
                (self.fates.new if before is None else self.fates.replaced).append(document.id)
                if document.url and document.form is Form.ARTICLE and not only_these:
                    # What it takes the place of goes in the revision that it comes in, so none is left to do later.
                    self.superseded.update(lookup.articles_at(document.url))
                yield document
            self.on_progress("read", len(self.now))

    def _is_elsewhere(self, document: Document) -> bool:
        """Tell whether the store has this text from a file that sorts before: their order must not matter."""
        from aigraph.revise import file_of

        held = self.store.lookup.document(document.id)
        if held is None or file_of(held) == file_of(document):
            return False
        return held.path < document.path and replace(held, path="") == replace(document, path="")

    def _held_by_files(self) -> Iterator[str]:
        """Yield the articles that the files of this run held before; standard input is no file."""
        for file in sorted(self.files - {"-"}):
            yield from self.store.lookup.articles_in_file(file)

    def revise(self, batch: Sequence[Reading], *, departures: Iterable[str] = ()) -> None:
        """Take readings in and let articles go, all at once; those that this run has read stay."""
        from aigraph.program import fingerprint, maker
        from aigraph.revise import arrival, revise

        gone = sorted(set(departures) - self.now)
        self.fates.dropped += [document for document in gone if self.store.lookup.fingerprint(document) is not None]
        arrivals = [arrival(reading, fingerprint=fingerprint(reading.document)) for reading in batch]
        if arrivals or gone or self.decisions != self.store.lookup.decisions():
            self.on_progress("revise", len(self.now))
            self.fates.note(
                revise(self.store, arrivals=arrivals, departures=gone, decisions=self.decisions, program=maker())
            )

    def report(self, *, tally: bool) -> Report:
        """Return what the run has done, and with `tally` what the graph holds."""
        fates = self.fates
        return Report(
            new=tuple(sorted(fates.new)),
            replaced=tuple(sorted(fates.replaced)),
            unchanged=tuple(sorted(fates.unchanged)),
            dropped=tuple(sorted(fates.dropped)),
            claims=self.store.claims_by_relation() if tally else {},
            statements=self.store.statements_by_status() if tally else {},
            came=len(fates.came),
            changed=len(fates.changed),
            gone=len(fates.gone),
            issues=tuple(fates.issues),
        )


def _decisions(store: str | Path | None, decisions: str | Path | None, *, absent_ok: bool) -> tuple[Decision, ...]:
    from aigraph.decisions import effective, read

    if decisions is not None:
        return tuple(sorted(effective(read(decisions, absent_ok=absent_ok))))
    if store is None:
        return ()
    return tuple(sorted(effective(read(Path(store).parent / DECISIONS, absent_ok=True))))


def _strings(paths: str | Path | Iterable[str | Path]) -> list[str]:
    return [str(path) for path in ([paths] if isinstance(paths, str | Path) else paths)]


def _ignore(_issue: Issue) -> None:
    """Take a fault of the input that nobody asked to hear of."""
