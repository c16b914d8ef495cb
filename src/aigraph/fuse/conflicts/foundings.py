"""Two dates of founding."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from aigraph.fuse.article import Article
from aigraph.fuse.birth import Birth, births
from aigraph.fuse.kind import Kind
from aigraph.fuse.witness import are_apart, witness
from aigraph.model import Conflict, DateBounds, Statement


def keys(statement: Statement) -> Iterator[str]:
    """Group all dated foundings of an organisation."""
    yield from (birth.organization.id for birth in births(statement))


def find(statements: Sequence[Statement], _: Mapping[str, Article]) -> Iterator[Conflict]:
    """Find dates that have no day in common: one conflict for all of them."""
    dated: dict[str, list[Birth]] = {}
    for birth in (birth for statement in statements for birth in births(statement)):
        dated.setdefault(birth.bounds.value, []).append(birth)
    bounds = {value: told[0].bounds for value, told in dated.items()}
    apart = sorted(v for v in bounds if any(are_apart(bounds[v], other) for other in bounds.values()))
    # Of a year and a month in it, the month says it all.
    told = [
        value for value in apart if not any(other != value and _is_in(bounds[other], bounds[value]) for other in apart)
    ]
    if told:
        organization = dated[apart[0]][0].organization
        concerned = [birth for value in apart for birth in dated[value]]
        yield Conflict(
            kind="foundings",
            key=organization.id,
            what=f"{organization.label} is said to be founded in {' and in '.join(told)}",
            settle=f"the register entry of {organization.label}, or its founders' own account of when it began",
            claims=tuple(witness(birth.claim for birth in dated[value]).id for value in told),
            statements=tuple(sorted({birth.statement.id for birth in concerned})),
        )


def _is_in(one: DateBounds, other: DateBounds) -> bool:
    return bool(
        one.earliest
        and one.latest
        and (not other.earliest or other.earliest <= one.earliest)
        and (not other.latest or one.latest <= other.latest)
    )


KIND = Kind(
    name="foundings",
    en="an organisation is said to be founded on two dates",
    fr="une organisation aurait été fondée à deux dates",
    keys=keys,
    find=find,
    conflict=(
        """
        A: Aidan Gomez founded Cohere; date 2019
        B: Aidan Gomez founded Cohere; date 2019-09
        C: Ivan Zhang founded Cohere; date 2021
        """,
        """
        A: Aidan Gomez founded Cohere; date 2019
        B: Ivan Zhang founded Cohere; date 2020-05
        """,
        """
        A: Cohere foundedOn 2019; date 2019
        B: Cohere hasFigure three; measure founders; value 3; date 2021
        """,
    ),
    no_conflict=(
        """
        A: Aidan Gomez founded Cohere; date 2019
        B: Nick Frosst founded Cohere; date 2019-06
        """,
        """
        A: Aidan Gomez founded Cohere; date 2019
        B: Nick Frosst founded Cohere; date in spring
        """,
        """
        A: Aidan Gomez founded Cohere; date 2019
        B: Nick Frosst founded Cohere; date 2022/2020
        """,
        """
        A: Aidan Gomez founded Cohere; date 2019
        B: (reported) Nick Frosst founded Cohere; date 2020
        """,
    ),
)
