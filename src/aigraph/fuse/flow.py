"""Who went from where to where: accepted moves and departures, by their two ends."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from aigraph.model import Claim, Modality, Statement, Status


@dataclass
class Flow:
    """Those who went one way: their labels by id, the claims by id, and the ids of the statements."""

    people: dict[str, str] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    statements: set[str] = field(default_factory=set)


def flows(statements: Iterable[Statement], place: Callable[[str], str] = str) -> dict[tuple[str, str], Flow]:
    """Return who went from where to where, by the ids of both ends; "" where a statement does not tell an end.

    `place` gives the id that an organisation counts as; who stays within one has not moved.
    """
    found: dict[tuple[str, str], Flow] = {}
    for statement in statements:
        if statement.status is not Status.ACCEPTED or statement.modality is Modality.DENIED:
            continue
        for way in _ways(statement, place):
            flow = found.setdefault(way, Flow())
            flow.people[statement.subject.id] = statement.subject.label
            flow.claims |= {claim.id: claim for claim in statement.claims}
            flow.statements.add(statement.id)
    return found


def _ways(statement: Statement, place: Callable[[str], str]) -> list[tuple[str, str]]:
    there = place(statement.object.id)
    if statement.relation == "left":
        return [(there, "")]
    if statement.relation != "movedTo":
        return []
    origins = {place(origin) for origin in statement.values("from")}
    return [] if there in origins else [(origin, there) for origin in sorted(origins) or [""]]
