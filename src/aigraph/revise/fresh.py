"""A graph from readings alone: what every sequence of revisions must equal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from aigraph.model import Decision, Reading
from aigraph.program import fingerprint, maker
from aigraph.revise.revision import arrival, revise
from aigraph.store import Store

BATCH_ARTICLES = 50
"""How many articles one revision takes in: what is lost when the power fails."""


def fresh(store: Store, readings: Iterable[Reading], *, decisions: Sequence[Decision], judge: bool = False) -> Store:
    """Take readings into a store, some at a time, and return it; `judge` as in `revise`.

    The store is marked as complete with the last of them.
    """
    left = iter(readings)
    batch = list(islice(left, BATCH_ARTICLES))
    while batch:
        after = list(islice(left, BATCH_ARTICLES))
        revise(
            store,
            arrivals=[arrival(reading, fingerprint=fingerprint(reading.document)) for reading in batch],
            decisions=decisions,
            program="" if after else maker(),
            judge=judge,
        )
        batch = after
    return store
