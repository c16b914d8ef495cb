"""What a user can say of a file that is to be written."""

from __future__ import annotations

from dataclasses import dataclass

LICENCE = (
    "The statements may be used by anyone for anything (CC0 1.0, https://creativecommons.org/publicdomain/zero/1.0/). "
    "The quoted sentences belong to their publishers."
)
"""What a file says of its use when its maker says nothing else."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a file is to be written; an exporter heeds what its `takes` names, and its licence and scope.

    `network` is one of `networks.NETWORKS`; `parallel` tells whether edges that lead the same way are "merged" into
    one or "kept". `licence` is a sentence or an address. `scope` says what the graph was cut down to before ("true
    on 2024-12-31"), for the provenance. `raw` leaves the texts of a CSV file as they are, for programs rather than for
    spreadsheets; `bom` opens the file with the mark by which Excel knows UTF-8.
    """

    network: str = "all"
    parallel: str = "merged"
    licence: str = LICENCE
    scope: tuple[str, ...] = ()
    raw: bool = False
    bom: bool = False
