"""Fill a store with synthetic articles, which need no reading: `python -m benchmarks.fill 100000 FOLDER`."""

from __future__ import annotations

import argparse
import itertools
import time
from collections.abc import Iterable
from pathlib import Path

from aigraph.program import fingerprint, program
from aigraph.revise import arrival, revise

from aigraph.model import Reading
from aigraph.store import Store
from benchmarks.articles import Articles

BATCH = 5_000


def fill(folder: Path, readings: Iterable[Reading], *, batch: int = BATCH) -> int:
    """Take articles into a store, as the engine does; return how many."""
    count = 0
    readings = iter(readings)
    began = time.monotonic()
    with Store.open(folder, create=True) as store:
        while chosen := list(itertools.islice(readings, batch)):
            arrivals = [arrival(reading, fingerprint=fingerprint(reading.document)) for reading in chosen]
            revise(store, arrivals=arrivals, decisions=(), program=program(), judge=False)
            count += len(chosen)
            print(f"{count} articles, {time.monotonic() - began:.0f} s", flush=True)
    return count


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
