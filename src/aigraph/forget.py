"""Taking back: articles with all that rests on them alone, or a person with every trace."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from aigraph.decisions import effective, update, withdrawn
from aigraph.errors import InputError
from aigraph.model import Decision, Document, Statement, parted
from aigraph.pipeline import DECISIONS, Run
from aigraph.revise import file_of


@dataclass(frozen=True, slots=True)
class Receipt:
    """What went: the articles (their names, sorted), those that were read again without a person, the statements.

    `decisions` counts the lines that left the file of decisions, `files` are those that were written anew beside the
    store, and `left` names the files under the store's folder that still hold a name of the person: none, if all is
    well.
    """

    what: str
    articles: tuple[str, ...] = ()
    read_again: tuple[str, ...] = ()
    statements: tuple[Statement, ...] = ()
    decisions: int = 0
    files: tuple[Path, ...] = ()
    left: tuple[str, ...] = ()


def forget(what: str, *, store: str | Path, decisions: str | Path | None = None, kind: str | None = None) -> Receipt:
    """Take out what `what` names: the articles of a file, an address, a publisher or an id, or else a person.

    `kind` is "source" or "person" where that must not be guessed. Articles go with what rests on them alone, and come
    back when they are given again. Of a person go every claim, every mention in the articles, every decision; the
    articles are read again without the names, now and whenever they are given again: the store keeps keyed hashes of
    them. The database is written anew, so that nothing is left in it, and so are the files that `build` wrote beside
    it. Raises InputError when nothing is called so.
    """
    run = Run(store, decisions, create=False)
    erasure = _Erasure(run, Path(store), Path(decisions) if decisions is not None else Path(store).parent / DECISIONS)
    with run.graph(lambda: erasure.run(what, kind)) as graph:
        files = graph.publish_again(Path(store).parent)
    return Receipt(
        what=what,
        articles=tuple(sorted(erasure.articles)),
        read_again=tuple(sorted(erasure.read_again)),
        statements=tuple(run.fates.gone[statement] for statement in sorted(run.fates.gone)),
        decisions=erasure.decisions,
        files=files,
        left=tuple(_holding(Path(store), erasure.names)),
    )


class _Erasure:
    """What goes, as it goes."""

    def __init__(self, run: Run, store: Path, decisions_file: Path) -> None:
        self._run = run
        self._store = store
        self._decisions_file = decisions_file
        self.articles: list[str] = []
        self.read_again: list[str] = []
        self.names: list[str] = []
        self.decisions = 0

    def run(self, what: str, kind: str | None) -> None:
        documents = self._run.store.documents()
        known = {key: d for key, d in documents.items() if kind != "person" and what in _marks(key, d)}
        if known:
            self._run.store.to_be_rebuilt()
            self.articles = [document.name for document in known.values()]
            self._run.revise([], departures=known)
        elif kind == "source":
            raise InputError(f"no article of the graph has the file, address, publisher or id {what!r}")
        else:
            self._forget(what, documents)
        self._run.store.rebuild()

    def _forget(self, person: str, documents: Mapping[str, Document]) -> None:
        run = self._run
        self.names = self._names(person)
        run.suppression = run.suppression.with_names(self.names)
        # Kept before anything goes: a run that is ended half way must not forget whom it was to forget.
        run.suppression.save(self._store)
        run.store.to_be_rebuilt()
        before, after = update(self._decisions_file, lambda made: withdrawn(made, list(filter(self._concerns, made))))
        self.decisions = len(before) - len(after)
        run.decisions = tuple(sorted(effective(after)))
        clean = {key: run.suppression.applied(document) for key, document in documents.items()}
        named = [key for key, document in documents.items() if clean[key] != document]
        self.read_again = [clean[key].name for key in named]
        run.now.update(clean[key].id for key in named)
        run.revise(run.taken_in(clean[key] for key in named), departures=named)

    def _names(self, person: str) -> list[str]:
        from aigraph.query.names import find
        from aigraph.vocabulary import ID

        lookup = self._run.store.lookup
        try:
            found = find(self._run.store, person, "Person").value.removeprefix(ID)
        except InputError:
            # Whoever was being forgotten when a run was ended is finished with, though the graph has no such person.
            if self._run.suppression.has(person):
                return [person]
            raise
        entity = lookup.known(found)
        return sorted({entity.label, *entity.aliases, *(name for name, _ in lookup.why(found))})

    def _concerns(self, decision: Decision) -> bool:
        return not {parted(operand)[0] for operand in (decision.one, decision.other)}.isdisjoint(self.names)


def _marks(document_id: str, document: Document) -> set[str | None]:
    return {document_id, document.path, file_of(document), document.url, document.publisher} - {None}


def _holding(folder: Path, names: Sequence[str]) -> Iterator[str]:
    """Yield the files of a folder that hold one of the names as they are."""
    wanted = [name.encode("utf-8") for name in names]
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            if any(name in data for name in wanted):
                yield path.relative_to(folder).as_posix()
