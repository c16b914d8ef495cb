"""What reports are made of: statements, articles and tenures, with what several reports ask of them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from aigraph.fuse.article import Article
from aigraph.fuse.confidence import Source, independent_sources
from aigraph.fuse.copies import sources
from aigraph.fuse.house import houses
from aigraph.gazetteer import gazetteer
from aigraph.model import Claim, DateBounds, Document, Entity, Modality, Statement, Status, Tenure


class Known(Protocol):
    """A graph, as far as reports need one."""

    def statements(self) -> Iterable[Statement]:
        """Return what the articles say together."""

    def documents(self) -> Mapping[str, Document]:
        """Return the articles by id."""

    def tenures(self) -> Sequence[Tenure]:
        """Return who was where from when to when."""


@dataclass(frozen=True)
class Facts:
    """What a graph knows, sorted as the graph gives it."""

    statements: tuple[Statement, ...]
    documents: Mapping[str, Document]
    tenures: tuple[Tenure, ...]

    @classmethod
    def of(cls, graph: Known) -> Facts:
        """Take them from a graph."""
        return cls(tuple(graph.statements()), graph.documents(), tuple(graph.tenures()))

    @cached_property
    def articles(self) -> Mapping[str, Article]:
        """The articles by id, each with the one that its text repeats."""
        source = sources(self.documents.values())
        return {name: Article.of(document, source[name]) for name, document in self.documents.items()}

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        """Whatever the statements name, by id."""
        found: dict[str, Entity] = {}
        for statement in self.statements:
            for q in statement.qualifiers:
                if q.type:
                    found.setdefault(q.value, Entity(q.value, q.type, q.text))
        for statement in self.statements:
            found |= {end.id: end for end in (statement.subject, statement.object)}
        return found

    def standing(self, relation: str) -> Iterator[Statement]:
        """Yield the accepted statements of a relation."""
        for statement in self.statements:
            stands = statement.status is Status.ACCEPTED and statement.modality is not Modality.DENIED
            if stands and statement.relation == relation:
                yield statement

    def career(self, person_id: str) -> tuple[Tenure, ...]:
        """Return the tenures of one person, in order."""
        return self._careers.get(person_id, ())

    @cached_property
    def _careers(self) -> Mapping[str, tuple[Tenure, ...]]:
        found: dict[str, list[Tenure]] = {}
        for tenure in sorted(self.tenures, key=lambda tenure: (tenure.person.id, tenure.rank)):
            found.setdefault(tenure.person.id, []).append(tenure)
        return {person: tuple(career) for person, career in found.items()}

    def published(self, document_id: str) -> DateBounds:
        """Return when an article was published, as far as it is known."""
        return DateBounds.read((self.documents[document_id].published or "")[:10]) or DateBounds("", None, None)

    @cached_property
    def newest(self) -> datetime.date | None:
        """The day by which the newest article was out; None when no article has a date."""
        return max((day for name in self.documents if (day := self.published(name).latest)), default=None)

    def independent(self, claims: Iterable[Claim]) -> tuple[Source, ...]:
        """Group claims by independent source."""
        return independent_sources(claims, self.articles)

    def house(self, organization_id: str) -> str:
        """Return the id of the organisation that a unit belongs to in the end."""
        return tuple(houses(organization_id))[-1]

    def label(self, entity_id: str) -> str:
        """Return what an entity is called, whether a statement is about it or not."""
        known, entry = self.entities.get(entity_id), gazetteer().entries.get(entity_id)
        return known.label if known else entry.label if entry else entity_id


def sentences(claims: Iterable[Claim]) -> str:
    """Return the sentences behind some claims, one a line."""
    return "\n".join(dict.fromkeys(" ".join(claim.evidence.quote.split()) for claim in claims))


def titles(claims: Iterable[Claim], documents: Mapping[str, Document]) -> str:
    """Return the articles behind some claims, one a line, with their dates."""
    found = (documents[claim.evidence.document] for claim in claims)
    return "\n".join(dict.fromkeys(f"{document.name} ({document.published or 'undated'})" for document in found))
