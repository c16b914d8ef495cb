"""The table of entities: whom and what the statements are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aigraph.export.options import Options
from aigraph.export.tables.table import Column, Row, Table
from aigraph.model import Entity, Statement
from aigraph.store import Store


def named(statements: Iterable[Statement]) -> dict[str, Entity]:
    """Return the ends of the statements, and the entities that only a qualifier names, by id."""
    ends: dict[str, Entity] = {}
    only_named: dict[str, Entity] = {}
    for statement in statements:
        ends |= {entity.id: entity for entity in (statement.subject, statement.object)}
        only_named |= {q.value: Entity(q.value, q.type, q.text) for q in statement.qualifiers if q.type}
    return only_named | ends


def _rows(store: Store, _options: Options) -> Iterator[Row]:
    for key, entity in sorted(named(store.statements()).items()):
        yield key, entity.label, entity.type, entity.aliases or None, entity.same_as or None, entity.parent


ENTITIES = Table(
    "entities",
    {"en": "People, organisations and works", "fr": "Personnes, organisations et œuvres"},
    "Everyone and everything that a statement names.",
    (
        Column("id", "the id of the entity, the end of its IRI"),
        Column("label", "what it is called"),
        Column("type", "its class in the ontology"),
        Column("aliases", "its other names in the articles", "list"),
        Column("wikidata", "its ids in Wikidata", "list"),
        Column("parent", "the id of the organisation that a unit belongs to"),
    ),
    _rows,
)
"""One row an entity."""
