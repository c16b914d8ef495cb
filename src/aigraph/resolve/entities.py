"""Entities for names: those of the gazetteer, and new ones with readable, stable ids."""

from __future__ import annotations

import unicodedata
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from aigraph.escape import slug
from aigraph.gazetteer import Entry, Gazetteer
from aigraph.model import Entity, content_id
from aigraph.resolve.name import Name


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who or what bears some names: the entry of the gazetteer, if it is known, and the articles (ids, sorted)."""

    names: tuple[Name, ...]
    documents: tuple[str, ...]
    entry: Entry | None = None


def known_entity(entry: Entry, names: Sequence[Name] = ()) -> Entity:
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

    The id of a new one is the slug of its label. Where several share one, the one of most articles keeps it; a hash
    tells the others apart, of their label, or of their first article where that is the same, too.
    """
    labels = [fullest(bearer.names) for bearer in bearers]
    order = sorted(range(len(bearers)), key=lambda i: (labels[i], -len(bearers[i].documents), bearers[i].documents))
    used: dict[str, str] = {}
    ids: dict[int, str] = {}
    for i in order:
        bearer, label = bearers[i], labels[i]
        kind = bearer.names[0].type
        digest = content_id(kind, label)
        entity_id = f"{kind.lower()}/{slug(label) or digest}"
        if entity_id in used and used[entity_id] == label:
            digest = content_id(kind, label, bearer.documents[0])
        if bearer.entry is None:
            plain, used[entity_id] = entity_id not in used and entity_id not in taken, used.get(entity_id, label)
            ids[i] = entity_id if plain else f"{entity_id}-{digest[:6]}"
    return [
        known_entity(bearer.entry, bearer.names)
        if bearer.entry
        else Entity(
            id=ids[i],
            type=bearer.names[0].type,
            label=labels[i],
            aliases=tuple(sorted({name.text for name in bearer.names} - {labels[i]})),
        )
        for i, bearer in enumerate(bearers)
    ]


def fullest(names: Sequence[Name]) -> str:
    """Return the name to show: not in capitals, in the usual order, without a legal form, longest, best written."""
    return min(names, key=_by_fullness).text


def _by_fullness(name: Name) -> tuple[bool, int, int, int, str]:
    accents = sum(unicodedata.combining(c) > 0 for c in unicodedata.normalize("NFD", name.text))
    letters = len(name.form.letters)
    plain_case = name.text == name.text.upper() or name.text == name.text.lower()
    return plain_case, -letters, len(name.text), -accents, name.text
