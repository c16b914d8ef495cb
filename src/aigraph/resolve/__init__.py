"""Which names stand for one entity, over the whole corpus, and why."""

from __future__ import annotations

from collections.abc import Iterable

from aigraph.gazetteer import Gazetteer
from aigraph.model import Decision, Linking, LocalEntity
from aigraph.resolve.linker import Linker
from aigraph.resolve.profile import local_entities

__all__ = ["Linker", "local_entities", "resolve"]


def resolve(
    local_entities: Iterable[LocalEntity], *, gazetteer: Gazetteer, decisions: Iterable[Decision] = ()
) -> Linking:
    """Return the entity of each name of each article, with the reasons, in whatever order they come.

    A name of the gazetteer is its entry. The others are clustered by the table of reasons; one that no reason joins to
    another is an entity of its own. Articles whose facts cannot be one life speak of two people, though the name be
    one. Decisions go before all of that. The organisations that units belong to are there, too, under their labels.

    A set of names that is closed under `Linker.related` has the same entities, reasons and doubts in any larger set.
    """
    return Linker(gazetteer, decisions).resolve(local_entities)
