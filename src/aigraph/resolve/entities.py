"""Entities for names: those of the gazetteer, and new ones with readable, stable ids."""

from __future__ import annotations

import unicodedata
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from aigraph.escape import slug
from aigraph.gazetteer import Gazetteer
from aigraph.model import Entity, content_id
from aigraph.resolve.clusters import Cluster
from aigraph.resolve.lookup import Match
from aigraph.resolve.name import Name


def known_entities(gazetteer: Gazetteer, matches: Mapping[tuple[str, str], Match]) -> dict[tuple[str, str], Entity]:
    """Return the entity of each matched name; the parents of units, up to the top, stand under their own labels."""
    seen: dict[str, set[str]] = {}
    for (_, text), match in matches.items():
        if match.entry:
            seen.setdefault(match.entry.id, set()).add(text)
    for entry_id in tuple(seen):
        above = gazetteer.entries[entry_id].parent
        while above is not None:
            seen.setdefault(above, set())
            above = gazetteer.entries[above].parent
    entities = {}
    for entry_id, texts in seen.items():
        entry = gazetteer.entries[entry_id]
        entities[entry_id] = Entity(
            id=entry_id,
            type=entry.type,
            label=entry.label,
            aliases=tuple(sorted({*entry.aliases, *texts} - {entry.label})),
            same_as=(entry.wikidata,) if entry.wikidata else (),
            parent=entry.parent,
        )
    found = {(entity.type, entity.label): entity for entity in entities.values()}
    return found | {key: entities[match.entry.id] for key, match in matches.items() if match.entry}


def new_entities(clusters: Iterable[Cluster], *, taken: Container[str]) -> Iterator[Entity]:
    """Yield an entity for each cluster, in their order; ids that are `taken` are left alone.

    The id is the slug of the label. Where several share one, and where there is none, a hash tells them apart.
    """
    used: set[str] = set()
    for cluster in clusters:
        label = fullest(cluster.names)
        kind = cluster.names[0].type
        digest = content_id(kind, label)
        entity_id = f"{kind.lower()}/{slug(label) or digest}"
        if entity_id in used or entity_id in taken:
            entity_id = f"{entity_id}-{digest[:6]}"
        used.add(entity_id)
        yield Entity(
            id=entity_id,
            type=kind,
            label=label,
            aliases=tuple(sorted({name.text for name in cluster.names} - {label})),
        )


def fullest(names: Sequence[Name]) -> str:
    """Return the name to show: without a legal form, not in capitals, longest, with most accents, first by letter."""
    return min(names, key=_by_fullness).text


def _by_fullness(name: Name) -> tuple[bool, bool, int, int, str]:
    accents = sum(unicodedata.combining(c) > 0 for c in unicodedata.normalize("NFD", name.text))
    plain_case = name.text == name.text.upper() or name.text == name.text.lower()
    return name.legal, plain_case, -len(name.text), -accents, name.text
