"""A list of founders against a count of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from aigraph.fuse.article import Article
from aigraph.fuse.birth import born
from aigraph.fuse.kind import Kind
from aigraph.fuse.witness import asserted, is_plain, witness
from aigraph.model import Claim, Conflict, Statement

_GAP_CHARS = len(" and also ")

_Named = dict[str, tuple[Statement, Claim]]


def keys(statement: Statement) -> Iterator[str]:
    """Group the foundings of an organisation with the counts of its founders."""
    if statement.relation != "foundedOn" and (organization := born(statement)):
        yield organization.id


def find(statements: Sequence[Statement], _: Mapping[str, Article]) -> Iterator[Conflict]:
    """Find sentences that name several founders, but not as many as a count gives: one conflict for each number."""
    lists: dict[tuple[str, int], _Named] = {}
    counts: dict[str, list[tuple[Statement, Claim]]] = {}
    for statement in statements:
        for claim in asserted(statement):
            if statement.relation == "founded":
                place = (claim.evidence.document, claim.evidence.span.start)
                lists.setdefault(place, {})[statement.subject.id] = (statement, claim)
            elif value := claim.value("value"):
                counts.setdefault(value, []).append((statement, claim))
    for value, counted in sorted(counts.items()):
        against = [named for _, named in sorted(lists.items()) if str(len(named)) != value and _is_list(named)]
        if against:
            yield _conflict(value, counted, against)


def _is_list(named: _Named) -> bool:
    """Tell whether the names stand side by side: "Dario Amodei and Daniela Amodei", without "and a few others"."""
    spans = sorted(claim.subject.span for _, claim in named.values())
    gaps = [later.start - earlier.end for earlier, later in pairwise(spans)]
    return len(named) > 1 and all(is_plain(claim) for _, claim in named.values()) and max(gaps) <= _GAP_CHARS


def _conflict(value: str, counted: list[tuple[Statement, Claim]], against: list[_Named]) -> Conflict:
    organization = counted[0][0].subject
    # The longest list says the most.
    named = max(against, key=len)
    names = ", ".join(sorted(statement.subject.label for statement, _ in named.values()))
    claims = (witness(claim for _, claim in counted), witness(claim for _, claim in named.values()))
    concerned = {statement.id for statement, _ in (*counted, *(pair for one in against for pair in one.values()))}
    return Conflict(
        kind="founders",
        key=organization.id,
        what=f"{value} founders of {organization.label} are counted, and {len(named)} are named: {names}",
        settle=f"the full list of the founders of {organization.label}, from itself or from the register",
        claims=tuple(claim.id for claim in claims),
        statements=tuple(sorted(concerned)),
    )


KIND = Kind(
    name="founders",
    en="a sentence names several founders, but not as many as another counts",
    fr="une phrase nomme plusieurs fondateurs, mais pas autant qu'une autre en compte",
    keys=keys,
    find=find,
    conflict=(
        """
        A: Anthropic hasFigure seven; measure founders; value 7
        B: Dario Amodei & Daniela Amodei founded Anthropic; date 2021
        """,
    ),
    no_conflict=(
        """
        A: Anthropic hasFigure two; measure founders; value 2
        B: Dario Amodei & Daniela Amodei founded Anthropic; date 2021
        """,
        """
        A: Anthropic hasFigure seven; measure founders; value 7
        B: Dario Amodei founded Anthropic
        B: Daniela Amodei founded Anthropic
        """,
    ),
)
