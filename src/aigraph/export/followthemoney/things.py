"""The people, organisations, works and articles of a graph as FollowTheMoney entities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath

from aigraph.export.followthemoney.schemata import BOUGHT, is_figure, organization_kind, schema
from aigraph.export.followthemoney.values import NAME, TEXT, Properties, addresses, dates, entity_id, fit, language
from aigraph.gazetteer import gazetteer
from aigraph.graph.network import origins
from aigraph.model import Document, Entity, Form, Modality, Statement, Status, Tenure
from aigraph.vocabulary import vocabulary

Record = tuple[str, str, Properties]
"""The id of an entity, its schema and its properties."""


def holds(statement: Statement) -> bool:
    """Tell whether the articles hold a statement for true: neither rumoured nor planned, and not disputed."""
    return statement.status is Status.ACCEPTED and statement.modality in (Modality.ASSERTED, Modality.REPORTED)


def is_told(statement: Statement) -> bool:
    """Tell whether a statement comes out at all: neither denied nor refuted."""
    return statement.modality is not Modality.DENIED and statement.status is not Status.REFUTED


def thing_id(entity: str) -> str:
    """Return the id of a person, an organisation or a work.

    >>> thing_id("person/yann-lecun")
    'aig-person-yann-lecun'
    """
    kind, _, name = entity.partition("/")
    return entity_id(kind, name)


def article_id(document: str) -> str:
    """Return the id of an article."""
    return entity_id("article", document)


@dataclass
class Things:
    """Whom and what the statements of a graph are about, with the articles that say so.

    `bought` are the ids of what can be owned, because someone bought it; `founded` the dates of organisations.
    """

    entities: dict[str, Entity] = field(default_factory=dict)
    articles: dict[str, set[str]] = field(default_factory=dict)
    bought: set[str] = field(default_factory=set)
    founded: dict[str, set[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, statements: Iterable[Statement], tenures: Iterable[Tenure]) -> Things:
        """Return those of statements that come out."""
        things = cls()
        for statement in statements:
            cited = {evidence.document for evidence in statement.evidence}
            ends = [statement.subject] if is_figure(statement.relation) else [statement.subject, statement.object]
            for end in (*ends, *origins(statement)):
                things._meet(end, cited)
            if holds(statement) and statement.relation in BOUGHT:
                things.bought.add(statement.object.id)
            if holds(statement) and statement.relation == "foundedOn":
                things.founded.setdefault(statement.subject.id, set()).update(statement.values("date"))
        for tenure in tenures:
            things._meet(tenure.person, set())
            things._meet(tenure.organization, set())
        for entity in list(things.entities.values()):
            things._meet_parents(entity)
        return things

    def schema(self, entity: str) -> str:
        """Return the schema of an entity, by its id."""
        return schema(self.entities[entity], bought=entity in self.bought)

    def records(self) -> Iterator[Record]:
        """Yield the entities, sorted by id."""
        for key, entity in sorted(self.entities.items()):
            names = fit((entity.label,), NAME) or (entity.id,)
            properties: Properties = {
                "name": names,
                "alias": tuple(alias for alias in fit(entity.aliases, NAME) if alias not in names),
                "wikidataId": entity.same_as,
                "proof": tuple(article_id(document) for document in sorted(self.articles.get(key, ()))),
            }
            if len(entity.label) > NAME:
                properties["notes"] = fit((entity.label,), TEXT)
            if kind := organization_kind(entity):
                properties["classification"] = (kind,)
            if key in self.founded:
                properties["incorporationDate"] = dates(*sorted(self.founded[key]))
            if (of := self.schema(key)) == "Project":
                properties["keywords"] = (vocabulary().class_labels[entity.type]["en"],)
            yield thing_id(key), of, properties

    def _meet(self, entity: Entity, articles: set[str]) -> None:
        # Where an organisation is only the origin of a move, no more than its name is told.
        self.entities[entity.id] = max(entity, self.entities.get(entity.id, entity), key=_facts)
        self.articles.setdefault(entity.id, set()).update(articles)

    def _meet_parents(self, entity: Entity) -> None:
        while (entry := gazetteer().entries.get(entity.parent or "")) and entry.id not in self.entities:
            same_as = (entry.wikidata,) if entry.wikidata else ()
            entity = Entity(entry.id, entry.type, entry.label, entry.aliases, same_as, entry.parent)
            self.entities[entity.id] = entity


def _facts(entity: Entity) -> tuple[int, bool, int]:
    return len(entity.aliases) + len(entity.same_as), entity.parent is not None, -len(entity.label)


def articles(documents: Mapping[str, Document]) -> Iterator[Record]:
    """Yield the articles and the tables of facts, sorted by id; their texts stay where they are."""
    for key in sorted(documents):
        article = documents[key]
        file = PurePath(article.path).name if article.path != "-" else None
        properties: Properties = {
            "title": fit((article.name,)),
            "author": fit((article.author,)),
            "publisher": fit((article.publisher,)),
            "publishedAt": dates(article.published),
            "language": language(article.language),
            "sourceUrl": addresses((article.url,)),
            "fileName": fit((file,)),
        }
        yield article_id(key), "Table" if article.form is Form.TABLE else "Article", properties
