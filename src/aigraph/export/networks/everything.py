"""Every relation that can be drawn, as an edge; the origin of a move as an edge to the person who moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from aigraph.export.details import weight
from aigraph.export.networks.link import Link
from aigraph.export.options import Options
from aigraph.export.spells import spells
from aigraph.graph.network import FROM, is_drawn, origins
from aigraph.model import Entity, Statement
from aigraph.store import Store
from aigraph.vocabulary import vocabulary

Arrow = tuple[Entity, Entity, str, Statement]


def everything(store: Store, options: Options) -> Iterator[Link]:
    """Yield the edges of all that can be drawn, one subject after the other."""
    statements = sorted(store.statements(), key=lambda s: (s.subject.id, s.relation, s.object.id, s.id))
    for _, same in groupby(filter(is_drawn, statements), key=lambda statement: statement.subject.id):
        arrows = sorted((arrow for statement in same for arrow in _arrows(statement)), key=_way)
        for _, parallel in groupby(arrows, key=_way):
            together = tuple(parallel)
            for one in (together,) if options.parallel == "merged" else ((arrow,) for arrow in together):
                yield _link(one)


def _arrows(statement: Statement) -> Iterator[Arrow]:
    yield statement.subject, statement.object, statement.relation, statement
    for origin in {origin.id: origin for origin in origins(statement)}.values():
        yield origin, statement.subject, FROM, statement


def _way(arrow: Arrow) -> tuple[str, str, str]:
    return arrow[0].id, arrow[1].id, arrow[2]


def _link(arrows: Iterable[Arrow]) -> Link:
    (source, target, kind, first), *_ = arrows = tuple(arrows)
    statements = tuple(statement for *_, statement in arrows)
    words = vocabulary()
    label = words.qualifiers[FROM].labels["en"] if kind == FROM else words.relations[kind].labels["en"]
    return Link(
        id=f"{first.id}-from-{source.id}" if kind == FROM else first.id,
        source=source,
        target=target,
        kind=kind,
        label=label,
        weight=weight(first),
        statements=statements,
        spells=spells(claim for statement in statements for claim in statement.claims),
    )
