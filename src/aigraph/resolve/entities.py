"""Entities for names: those of the gazetteer, and new ones with readable, stable ids."""

from __future__ import annotations

import unicodedata
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from aigraph.escape import slug
from aigraph.gazetteer import Entry, Gazetteer
from aigraph.model import Entity, content_id
from aigraph.resolve.name import Name
from aigraph.resolve.person import PersonName


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who or what bears some names: how many articles use each, their ids, sorted, and the entry, if it is known."""

    uses: Mapping[Name, int]
    documents: tuple[str, ...]
    entry: Entry | None = None


def known_entity(entry: Entry, names: Iterable[Name] = ()) -> Entity:
    """Return the entity of an entry, with the names that are seen."""
    return Entity(
        id=entry.id,
        type=entry.type,
        label=entry.label,
        aliases=tuple(sorted({*entry.aliases, *(name.text for name in names)} - {entry.label})),
        same_as=(entry.wikidata,) if entry.wikidata else (),
        parent=entry.parent,
    )


def parents(entry: Entry, gazetteer: Gazetteer) -> Iterator[Entry]:
    """Yield the organisations that a unit belongs to, up to the top."""
    above = entry.parent
    while above is not None:
        yield gazetteer.entries[above]
        above = gazetteer.entries[above].parent


def described(bearers: Sequence[Bearer], *, taken: Container[str]) -> list[Entity]:
    """Return the entity of each bearer, in their order; ids that are `taken` are left to the gazetteer.

    The id of a new one is the slug of its fullest name, whichever is used more. Where several share one, the one of
    most articles keeps it; a hash tells the others apart, of that name, or of their first article where it is the same.
    """
    names = [fullest(bearer.uses) for bearer in bearers]
    order = sorted(range(len(bearers)), key=lambda i: (names[i], -len(bearers[i].documents), bearers[i].documents))
    used: dict[str, Name] = {}
    entities: dict[int, Entity] = {}
    for i in order:
        bearer, name = bearers[i], names[i]
        if bearer.entry is not None:
            entities[i] = known_entity(bearer.entry, bearer.uses)
            continue
        digest = content_id(*name.key)
        entity_id = f"{name.type.lower()}/{slug(name.text) or digest}"
        if entity_id in used or entity_id in taken:
            digest = content_id(*name.key, bearer.documents[0]) if used.get(entity_id) == name else digest
            used.setdefault(entity_id, name)
            entity_id = f"{entity_id}-{digest[:6]}"
        used[entity_id] = name
        label = fullest(bearer.uses, bearer.uses).text
        entities[i] = Entity(entity_id, name.type, label, tuple(sorted({n.text for n in bearer.uses} - {label})))
    return [entities[i] for i in range(len(bearers))]


def fullest(names: Iterable[Name], uses: Mapping[Name, int] | None = None) -> Name:
    """Return the fullest name, not in capitals, best written; of two that are alike in that, the one used more."""
    counts = uses or {}
    return min(names, key=lambda name: (*_by_fullness(name), -counts.get(name, 0), len(name.text), name.text))


def _by_fullness(name: Name) -> tuple[bool, tuple[int, ...], int]:
    full = name.form.fullness if isinstance(name.form, PersonName) else (len(name.form.letters),)
    accents = sum(unicodedata.combining(c) > 0 for c in unicodedata.normalize("NFD", name.text))
    plain_case = name.text == name.text.upper() or name.text == name.text.lower()
    return plain_case, tuple(-part for part in full), -accents
