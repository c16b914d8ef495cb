"""The names of a graph, as a decision keeps them: any name, alias or id that someone gives leads to one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from aigraph.errors import InputError
from aigraph.gazetteer import fold
from aigraph.model import Document, Entity, LocalEntity, Statement, parted
from aigraph.vocabulary import vocabulary


class Lookup(Protocol):
    """What a graph can be asked about the names in it; `Store.lookup` can."""

    def names_folded(self, folded: str) -> Sequence[tuple[str, str]]:
        """Return the names, with their classes, that are compared as `folded`."""

    def occurrences(self, type: str, name: str) -> Sequence[LocalEntity]:
        """Return the uses of a name, sorted by article."""

    def denoted(self, type: str, name: str, document_id: str = "") -> Entity | None:
        """Return the entity that a name stands for, in an article or else in most."""

    def documents_apart(self, type: str, name: str) -> Mapping[str, str]:
        """Return the ids of the bearers of a name of several, by article."""

    def entity(self, entity_id: str) -> Entity | None:
        """Return the entity with an id."""

    def document(self, document_id: str) -> Document | None:
        """Return the article with an id."""

    def statements_about(self, entity_id: str) -> Iterable[str]:
        """Return the ids of the statements whose subject is an entity."""

    def statement(self, statement_id: str) -> Statement | None:
        """Return the statement with an id."""


@dataclass(frozen=True, slots=True)
class Known:
    """The names of a graph; `find` returns the entity that any label, alias or id means, or raises InputError."""

    lookup: Lookup
    find: Callable[[str], Entity]


@dataclass(frozen=True, slots=True, order=True)
class Written:
    """A name as decisions write it ("Wei Zhang", or "Wei Zhang@" and an article), and whom it stands for."""

    type: str
    name: str
    entity: str


def written(known: Known, text: str, classes: Iterable[str] = ()) -> tuple[Written, ...]:
    """Return what someone means by `text`, one a class at most: an id or IRI, a name, or a name @ an article's id.

    `classes` and those below them count, or all without any. Case and accents do not matter, unless two names differ
    by them alone. Raises InputError when nobody is called so, with the nearest names, or several of one class are.
    """
    wanted = tuple(classes)
    found = _of_name(known.lookup, text) or [_of_entity(known.lookup, known.find(text))]
    words = vocabulary()
    found = [each for each in found if not wanted or any(words.is_a(each.type, kind) for kind in wanted)]
    if not found:
        kinds = f" of class {' or '.join(wanted)}"
        raise InputError(f"the graph has no name {text!r}{kinds}")
    classes_of = [each.type for each in found]
    if doubled := sorted({kind for kind in classes_of if classes_of.count(kind) > 1}):
        those = "; ".join(f"{each.name} ({each.entity})" for each in found if each.type in doubled)
        raise InputError(f"{text!r} stands for several, say which: {those}")
    return tuple(sorted(found))


def articles_using(lookup: Lookup, kind: str, name: str) -> Iterator[str]:
    """Yield the articles that use a name: the id of each, and its file."""
    for use in lookup.occurrences(kind, name):
        document = lookup.document(use.document)
        yield f"{use.document} ({document.path})" if document else use.document


def in_statement(name: str, mention: str, document_id: str) -> str:
    """Return a name as a decision about a statement writes it: one of several bearers is whom its own article means."""
    return f"{mention}@{document_id}" if parted(name)[1] else name


def _of_entity(lookup: Lookup, entity: Entity) -> Written:
    names = (entity.label, *entity.aliases)
    used = next((name for name in names if _bears(lookup, entity, name)), entity.label)
    apart = lookup.documents_apart(entity.type, used)
    articles = sorted(article for article, bearer in apart.items() if bearer == entity.id)
    several = articles and len(set(apart.values())) > 1
    return Written(entity.type, f"{used}@{articles[0]}" if several else used, entity.id)


def _bears(lookup: Lookup, entity: Entity, name: str) -> bool:
    bearer = lookup.denoted(entity.type, name)
    bearers = {bearer.id} if bearer else set()
    return entity.id in bearers | {*lookup.documents_apart(entity.type, name).values()}


def _of_name(lookup: Lookup, text: str) -> list[Written]:
    name, article = parted(text)
    if article:
        return [
            Written(kind, f"{spelt}@{article}", bearer.id)
            for kind, spelt in _spelt(lookup, name)
            if article in {use.document for use in lookup.occurrences(kind, spelt)}
            and (bearer := lookup.denoted(kind, spelt, article))
        ]
    found: dict[tuple[str, str], Written] = {}
    for kind, spelt in _spelt(lookup, text):
        bearers = {*lookup.documents_apart(kind, spelt).values()}
        if len(bearers) > 1:
            several = map(lookup.entity, sorted(bearers))
            found.update({(kind, entity.id): _of_entity(lookup, entity) for entity in several if entity})
        elif bearer := lookup.denoted(kind, spelt):
            found.setdefault((kind, bearer.id), Written(kind, spelt, bearer.id))
    return list(found.values())


def _spelt(lookup: Lookup, text: str) -> Sequence[tuple[str, str]]:
    names = lookup.names_folded(fold(text))
    return [(kind, name) for kind, name in names if name == text] or names
