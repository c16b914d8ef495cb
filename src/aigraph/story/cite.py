"""What a story may point at: names, as their author writes them, to what the panel of the page opens."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote

from aigraph.errors import InputError
from aigraph.model import Document, Entity, Modality, Statement
from aigraph.query import Table, ask
from aigraph.query.names import ANY, find
from aigraph.store import Store
from aigraph.vocabulary import ID, vocabulary

KINDS = ("entity", "statement", "flow", "article")
"""What a link of a story can lead to, as in `entity:Meta`."""

_TO = re.compile(r" (?:to|vers) | *→ *| *-> *")


@dataclass(frozen=True, slots=True)
class Target:
    """What the panel shows, in the words of the page's address, and what it is called."""

    selection: str
    labels: Mapping[str, str]

    @classmethod
    def named(cls, selection: str, name: str) -> Target:
        """Return what has one name in all languages."""
        return cls(selection, {"en": name, "fr": name})

    @property
    def hash(self) -> str:
        """The address, within the page, that opens it."""
        return f"#show={encoded(self.selection)}"


def encoded(text: str) -> str:
    """Return text as the page writes it in its address."""
    return quote(text, safe="/:~>*-._")


class Sources:
    """The graph that a story is about: its names, statements, articles and answers."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """All statements of the graph."""
        return tuple(self._store.statements())

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """All articles of the graph, by id."""
        return self._store.documents()

    @cached_property
    def _keys(self) -> Mapping[str, Statement]:
        return {key(statement): statement for statement in self.statements}

    @cached_property
    def _entities(self) -> Mapping[str, Entity]:
        """Whatever the page has a card of: an origin of a move may be known by its name alone."""
        origins = {q.value: Entity(q.value, q.type, q.text) for s in self.statements for q in s.qualifiers if q.type}
        return origins | {end.id: end for s in self.statements for end in (s.subject, s.object)}

    @cached_property
    def _quoted(self) -> Mapping[str, Document]:
        """The articles that statements rest on; the page has no others."""
        quoted = {claim.evidence.document for s in self.statements for claim in s.claims}
        return {key: document for key, document in self.documents.items() if key in quoted}

    @cached_property
    def _iris(self) -> Mapping[str, Target]:
        """Everything that has a place in the panel, by its IRI."""
        known = {ID + key: Target.named(f"entity:{key}", entity.label) for key, entity in self._entities.items()}
        known |= {f"{ID}statement/{s.id}": _of_statement(s) for s in self.statements}
        return known | {f"{ID}article/{document}": self._of_article(document) for document in self._quoted}

    @cached_property
    def _labels(self) -> Mapping[str, Target | None]:
        """What alone is called so, by its label; None for a label that several have."""
        labels: dict[str, Target | None] = {}
        for target in self._iris.values():
            if not target.selection.startswith("statement:"):
                label = target.labels["en"]
                labels[label] = None if label in labels else target
        return labels

    def answer(self, query: str, parameters: Mapping[str, str]) -> Table:
        """Answer a query."""
        return ask(self._store, query, parameters)

    def of_cell(self, text: str) -> Target | None:
        """Return what a cell of an answer stands for: an IRI of the graph, or a name that only one thing has."""
        return self._iris.get(text) or self._labels.get(text)

    def entity(self, name: str) -> Entity:
        """Return what is called so; raises InputError, with the nearest names, when it is nothing or several things."""
        found = find(self._store, name, ANY).value.removeprefix(ID)
        if found not in self._entities:
            raise InputError(f"no statement is about {name!r}")
        return self._entities[found]

    def target(self, written: str) -> Target:
        """Return what `entity:Meta`, `statement:Shengjia Zhao movedTo Meta`, `flow:OpenAI to Meta`… leads to.

        Without a kind it is a statement when there is a relation in it, else a name. Raises InputError when the graph
        holds nothing of the kind.
        """
        kind, colon, said = written.partition(":")
        if not colon or kind not in KINDS:
            kind, said = ("statement" if _relation_in(written) else "entity"), written
        said = said.strip()
        if kind == "statement":
            return _of_statement(self._statement(said))
        if kind == "flow":
            return self._flow(said)
        if kind == "article":
            return self._article(said)
        entity = self.entity(said)
        return Target.named(f"entity:{entity.id}", entity.label)

    def _statement(self, said: str) -> Statement:
        if said in self._keys:
            return self._keys[said]
        relation = _relation_in(said)
        if relation is None:
            raise InputError(f"{said!r} is no statement: write its subject, a relation and its object, as in the graph")
        subject, object_ = (self.entity(part.strip()) for part in (said[: relation.start()], said[relation.end() :]))
        denied = "~not" if relation["not"] else ""
        wanted = f"{subject.id}~{relation['relation']}~{object_.id}{denied}"
        if wanted not in self._keys:
            raise InputError(f"the graph does not say that {subject.label} {relation[0].strip()} {object_.label}")
        return self._keys[wanted]

    def _flow(self, said: str) -> Target:
        ends = _TO.split(said)
        if len(ends) != 2:
            raise InputError(f"{said!r} is no flow: write it as in 'flow:OpenAI to Meta'")
        one, other = map(self.entity, ends)
        moved = any(
            s.relation == "movedTo"
            and s.modality is not Modality.DENIED
            and s.object.id == other.id
            and any(q.name == "from" and q.value == one.id for q in s.qualifiers)
            for s in self.statements
        )
        if not moved:
            raise InputError(f"the graph knows of nobody who moved from {one.label} to {other.label}")
        return Target.named(f"flow:{one.id}>{other.id}", f"{one.label} → {other.label}")

    def _article(self, said: str) -> Target:
        found = [k for k, d in self._quoted.items() if said in (k, k[:10], d.title, d.url, d.path)]
        if len(found) != 1:
            several = f"{len(found)} articles are" if found else "no article of the graph is"
            raise InputError(f"{several} called {said!r}: give its title, address or file")
        return self._of_article(found[0])

    def _of_article(self, document: str) -> Target:
        # The page knows articles by the first ten characters of their ids: see columns.py.
        return Target.named(f"article:{document[:10]}", self.documents[document].name)

    def articles(self, said: str) -> str:
        """Return the id by which the page filters an article; raises InputError when there is none."""
        return self._article(said).selection.removeprefix("article:")

    def roles(self) -> frozenset[str]:
        """Return the roles that the graph knows, as the page filters them."""
        return frozenset(q.value.lower() for s in self.statements for q in s.qualifiers if q.name == "role")


def key(statement: Statement) -> str:
    """Return what the page calls a statement; `data.ts` makes the same."""
    denied = "~not" if statement.modality is Modality.DENIED else ""
    return f"{statement.subject.id}~{statement.relation}~{statement.object.id}{denied}"


def _of_statement(statement: Statement) -> Target:
    words = vocabulary().relations[statement.relation].labels
    called = {code: f"{statement.subject.label} {said} {statement.object.label}" for code, said in words.items()}
    return Target(f"statement:{key(statement)}", called)


def _relation_in(text: str) -> re.Match[str] | None:
    relations = "|".join(sorted(map(re.escape, vocabulary().relations), key=len, reverse=True))
    return re.search(rf"\s+(?P<not>not\s+)?(?P<relation>{relations})\s+", text)
