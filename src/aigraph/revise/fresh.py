"""A graph from readings alone: what every sequence of revisions must equal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from aigraph.model import Decision, Reading
from aigraph.program import fingerprint, maker
from aigraph.revise.revision import arrival, revise
from aigraph.store import Store

BATCH_ARTICLES = 50
"""How many articles one revision takes in: what is lost when the power fails."""

BATCH_CLAIMS = 1000
"""How many claims they may make; a revision is judged in memory, and a table of facts can make as many as a book."""


def fresh(store: Store, readings: Iterable[Reading], *, decisions: Sequence[Decision], judge: bool = False) -> Store:
    """Take readings into a store, some at a time, and return it; `judge` as in `revise`.

    The store is marked as complete with the last of them.
    """
    left = iter(readings)
    batch = _batch(left)
    while batch:
        after = _batch(left)
        revise(
            store,
            arrivals=[arrival(reading, fingerprint=fingerprint(reading.document)) for reading in batch],
            decisions=decisions,
            program="" if after else maker(),
            judge=judge,
        )
        batch = after
    return store


def _batch(readings: Iterator[Reading]) -> list[Reading]:
    batch: list[Reading] = []
    claims = 0
    for reading in readings:
        batch.append(reading)
        claims += len(reading.claims)
        if len(batch) == BATCH_ARTICLES or claims >= BATCH_CLAIMS:
            break
    return batch
