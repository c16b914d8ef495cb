"""Which organisations are one house: a unit, its parent, and what stands above."""

from __future__ import annotations

from collections.abc import Iterator

from aigraph.gazetteer import gazetteer


def houses(id: str) -> Iterator[str]:
    """Yield an organisation, its parent, and so on up to the top; only itself when the gazetteer does not know it.

    >>> list(houses("organization/google-deepmind"))
    ['organization/google-deepmind', 'organization/google']
    """
    entries = gazetteer().entries
    above: str | None = id
    while above is not None:
        yield above
        above = entries[above].parent if above in entries else None


def are_one_house(one: str, other: str) -> bool:
    """Tell whether one organisation is the other or a part of it."""
    return one in houses(other) or other in houses(one)
