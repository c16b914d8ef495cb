"""The graph as its networks draw it: what an edited drawing is compared with."""

from __future__ import annotations

from dataclasses import dataclass, field

from aigraph.export.networks import NETWORKS, links, network_kind
from aigraph.export.options import Options
from aigraph.model import Entity, Statement
from aigraph.store import Store

Ends = tuple[str, str]


@dataclass(slots=True)
class Expected:
    """The entities and statements of all networks, by id.

    `ends` tells from and to where the edges about a statement lead, by kind.
    `entities_drawn` and `drawn` are those of one network.
    """

    entities: dict[str, Entity] = field(default_factory=dict)
    statements: dict[str, Statement] = field(default_factory=dict)
    ends: dict[str, dict[str, set[Ends]]] = field(default_factory=dict)
    entities_drawn: set[str] = field(default_factory=set)
    drawn: set[str] = field(default_factory=set)


def expected(store: Store, network: str) -> Expected:
    """Return what any network draws, and what the one of that name does; raises InputError when there is none."""
    network_kind(network)
    found = Expected()
    for name in NETWORKS:
        for link in links(store, Options(network=name, parallel="kept")):
            ends = (link.source.id, link.target.id)
            found.entities |= {link.source.id: link.source, link.target.id: link.target}
            for statement in link.statements:
                found.statements[statement.id] = statement
                found.ends.setdefault(statement.id, {}).setdefault(link.kind, set()).add(ends)
            if name == network:
                found.entities_drawn.update(ends)
                found.drawn.update(statement.id for statement in link.statements)
    return found
