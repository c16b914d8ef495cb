"""Fill a store with synthetic articles, which need no reading: `python -m benchmarks.fill 100000 FOLDER`."""

from __future__ import annotations

import argparse
import gc
import itertools
import time
from collections.abc import Iterable
from pathlib import Path

from aigraph.program import fingerprint, program
from aigraph.revise import arrival, revise

from aigraph.model import Reading
from aigraph.store import Revision, Store
from aigraph.store.revision import delta
from benchmarks.articles import Articles

BATCH = 5_000


class _Loaded(Store):
    """A store that is written by the bulk loader: many times as fast for many articles, and not in one transaction."""

    def commit(self, revision: Revision, *, judge: bool = True) -> None:
        del judge
        change = delta(revision, self.lookup)
        database = self._opened()
        for graph in change.dropped:
            database.remove_graph(graph)
        for quad in change.removed:
            database.remove(quad)
        database.bulk_extend(change.added)
        self.__dict__.pop("lookup", None)


def fill(folder: Path, readings: Iterable[Reading], *, batch: int = BATCH) -> int:
    """Take articles into a store; what it holds is what the engine makes of them. Return how many."""
    count = 0
    readings = iter(readings)
    began = time.monotonic()
    # Millions of objects live for as long as a batch does; to look for cycles among them takes most of the time.
    gc.disable()
    with _Loaded.open(folder, create=True) as store:
        while chosen := list(itertools.islice(readings, batch)):
            arrivals = [arrival(reading, fingerprint=fingerprint(reading.document)) for reading in chosen]
            revise(store, arrivals=arrivals, decisions=(), program=program(), judge=False)
            count += len(chosen)
            gc.collect()
            print(f"{count} articles, {time.monotonic() - began:.0f} s", flush=True)
    return count


def loaded(readings: Iterable[Reading]) -> Store:
    """Return the graph of some articles, made anew in memory."""
    store = _Loaded.open(None, create=True)
    arrivals = [arrival(reading, fingerprint=fingerprint(reading.document)) for reading in readings]
    revise(store, arrivals=arrivals, decisions=(), program=program(), judge=False)
    return store


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--batch", type=int, default=BATCH)
    given = parser.parse_args()
    fill(given.folder, Articles(given.seed).first(given.articles), batch=given.batch)


if __name__ == "__main__":
    main()
