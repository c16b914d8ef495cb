"""The networks that files hold. To add one: a module that yields the edges of a subject, and one line in the table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, groupby
from operator import attrgetter

from aigraph.errors import InputError
from aigraph.export.articles import Articles
from aigraph.export.networks.careers import careers
from aigraph.export.networks.drawing import Drawing, drawing
from aigraph.export.networks.everything import everything
from aigraph.export.networks.link import Link, merged
from aigraph.export.networks.models import models
from aigraph.export.networks.moves import moves
from aigraph.export.networks.subject import Subject, subjects
from aigraph.export.options import Options
from aigraph.store import Store

__all__ = ["NETWORKS", "Drawing", "Link", "NetworkKind", "draw", "links", "network_kind"]


@dataclass(frozen=True, slots=True)
class NetworkKind:
    """A kind of network: its name, what its nodes and edges are, and what yields the edges of one subject.

    `local` tells that edges which lead the same way are always about one subject.
    """

    name: str
    description: str
    links: Callable[[Subject], Iterator[Link]]
    local: bool = True


NETWORKS: Mapping[str, NetworkKind] = {
    kind.name: kind
    for kind in (
        NetworkKind("all", "people, organisations and works, and every relation between them", everything),
        NetworkKind("moves", "from organisation to organisation, with the people who moved", moves, local=False),
        NetworkKind("careers", "people and organisations: who was where, from when to when", careers),
        NetworkKind("models", "people and works: who made what, and which organisation developed it", models),
    )
}
"""Every kind of network, by name."""


def network_kind(name: str) -> NetworkKind:
    """Return a kind of network; raises InputError when there is none of that name."""
    if name not in NETWORKS:
        raise InputError(f"there is no network {name!r}; there are {', '.join(NETWORKS)}")
    return NETWORKS[name]


def draw(store: Store, options: Options) -> Drawing:
    """Return the drawing of the network that the options ask for."""
    return drawing(partial(links, store, options), Articles(store), store.lookup.entity)


def links(store: Store, options: Options) -> Iterator[Link]:
    """Yield the edges of a network, in an order that follows from what they are."""
    kind = network_kind(options.network)
    kept = (sorted(kind.links(subject), key=_order) for subject in subjects(store))
    if options.parallel == "kept":
        places: Counter[tuple[str, str, str]] = Counter()
        for found in kept:
            if kind.local:
                places.clear()
            for link in found:
                places[link.way] += 1
                yield replace(link, place=places[link.way])
        return
    for alike in kept if kind.local else [sorted(chain.from_iterable(kept), key=_order)]:
        for _, parallel in groupby(alike, key=attrgetter("way")):
            yield merged(tuple(parallel))


def _order(link: Link) -> tuple[tuple[str, str, str], str]:
    return link.way, link.id
