"""The networks that files hold. To add one: a module that yields its edges, and one line in the table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from aigraph.export.networks.drawing import Drawing, drawing
from aigraph.export.networks.everything import everything
from aigraph.export.networks.link import Link
from aigraph.export.options import Options
from aigraph.store import Store

__all__ = ["NETWORKS", "Drawing", "Link", "NetworkKind", "draw"]


@dataclass(frozen=True, slots=True)
class NetworkKind:
    """A kind of network: its name, what its nodes and edges are, and what yields its edges, in a fixed order."""

    name: str
    description: str
    links: Callable[[Store, Options], Iterator[Link]]


NETWORKS: Mapping[str, NetworkKind] = {
    kind.name: kind
    for kind in (NetworkKind("all", "people, organisations and works, and every relation between them", everything),)
}
"""Every kind of network, by name."""


def draw(store: Store, options: Options) -> Drawing:
    """Return the drawing of the network that the options ask for."""
    return drawing(partial(NETWORKS[options.network].links, store, options), store.documents())
