"""When organisations began, as statements tell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from aigraph.fuse.witness import asserted, is_plain, tied
from aigraph.model import Claim, DateBounds, Entity, Statement


class Birth(NamedTuple):
    """The founding of an organisation, as one claim dates it."""

    organization: Entity
    bounds: DateBounds
    claim: Claim
    statement: Statement


def births(statement: Statement) -> Iterator[Birth]:
    """Yield the dates of founding that a statement gives: with its founders, by itself, or with their number."""
    organization = born(statement)
    if organization:
        for claim in filter(is_plain, asserted(statement)):
            for value in tied(claim, "date"):
                if bounds := DateBounds.read(value):
                    yield Birth(organization, bounds, claim, statement)


def born(statement: Statement) -> Entity | None:
    """Return the organisation whose founding a statement is about."""
    if statement.relation == "founded":
        return statement.object
    if statement.relation == "foundedOn" or "founders" in statement.values("measure"):
        return statement.subject
    return None
