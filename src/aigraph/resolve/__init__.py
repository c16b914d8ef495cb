"""Which names stand for one entity, over the whole corpus, and why."""

from __future__ import annotations

from collections.abc import Iterable

from aigraph.gazetteer import Gazetteer
from aigraph.model import Linking
from aigraph.resolve.clusters import clusters
from aigraph.resolve.entities import known_entities, new_entities
from aigraph.resolve.lookup import Match, look_up
from aigraph.resolve.name import Name


def resolve(names: Iterable[tuple[str, str]], *, gazetteer: Gazetteer) -> Linking:
    """Return the entity of each `(type, name)`, with the reasons, whatever the order of the names.

    A name of the gazetteer is its entry. The others are clustered by the table of reasons; one that no reason joins to
    another is an entity of its own. The organisations that units belong to are there too, under their own labels.
    """
    matches: dict[tuple[str, str], Match] = {}
    unknown: list[Name] = []
    reasons: dict[tuple[str, str], tuple[str, ...]] = {}
    for name in sorted(set(names)):
        match = look_up(gazetteer, *name)
        if match.entry:
            matches[name] = match
        else:
            unknown.append(Name.of(*name))
        reasons[name] = (match.reason,) if match.reason else ()

    entities = known_entities(gazetteer, matches)
    found = clusters(unknown)
    for cluster, entity in zip(found, new_entities(found, taken=gazetteer.entries), strict=True):
        for member in cluster.names:
            entities[member.type, member.text] = entity
            reasons[member.type, member.text] += cluster.reasons.get(member, ("no other name stands for the same",))
    return Linking(dict(sorted(entities.items())), dict(sorted(reasons.items())))
