"""Fill a store with synthetic articles, which need no reading: `python -m benchmarks.fill --help`."""

from __future__ import annotations

import argparse
import gc
import shutil
import time
from collections.abc import Iterable
from pathlib import Path

from aigraph.model import Reading
from aigraph.program import fingerprint, maker
from aigraph.revise import arrival, revise
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


def store_path(cache: Path, seed: int, size: int) -> Path:
    """Return where the store of so many articles is kept."""
    return cache / f"store-{seed}-{size}"


def fill(cache: Path, sizes: Iterable[int], *, seed: int, batch: int = BATCH) -> None:
    """Make the stores that the cache does not have, the larger ones from the smaller ones."""
    articles = Articles(seed)
    missing = sorted(size for size in sizes if not store_path(cache, seed, size).exists())
    if not missing:
        return
    there = (int(store.name.rpartition("-")[2]) for store in cache.glob(store_path(cache, seed, 0).name[:-1] + "*"))
    count, part = max((size for size in there if size < missing[0]), default=0), cache / "part"
    shutil.rmtree(part, ignore_errors=True)
    if count:
        shutil.copytree(store_path(cache, seed, count), part)
    began = time.monotonic()
    # Millions of objects live for as long as a batch does; to look for cycles among them takes much of the time.
    gc.disable()
    for size in missing:
        with _Loaded.open(part, create=True) as store:
            while count < size:
                chosen = map(articles, range(count, min(count + batch, size)))
                arrivals = [arrival(reading, fingerprint=fingerprint(reading.document)) for reading in chosen]
                revise(store, arrivals=arrivals, decisions=(), program=maker(), judge=False)
                count += len(arrivals)
                del arrivals
                gc.collect()
                print(f"{count} articles, {time.monotonic() - began:.0f} s", flush=True)
            # As a database in use would have done in the meantime; else whoever opens it next pays for it.
            store._opened().optimize()
        copy = cache / "copy"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(part, copy)
        copy.rename(store_path(cache, seed, size))
    shutil.rmtree(part, ignore_errors=True)
    gc.enable()


def loaded(readings: Iterable[Reading]) -> Store:
    """Return the graph of some articles, made anew in memory."""
    store = _Loaded.open(None, create=True)
    arrivals = [arrival(reading, fingerprint=fingerprint(reading.document)) for reading in readings]
    revise(store, arrivals=arrivals, decisions=(), program=maker(), judge=False)
    return store


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cache", type=Path)
    parser.add_argument("--sizes", default="1000,10000,100000")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--batch", type=int, default=BATCH)
    given = parser.parse_args()
    given.cache.mkdir(parents=True, exist_ok=True)
    fill(given.cache, map(int, given.sizes.split(",")), seed=given.seed, batch=given.batch)


if __name__ == "__main__":
    main()
