"""What one article more costs: python -m benchmarks.ingest_scale --cache FOLDER [--sizes 0,1000,10000,100000].

Stores of these sizes are filled with synthetic articles, once, and kept in the cache. Into a fresh copy of each, one
article is ingested: by the real command (the whole process, from its start to its end), and by a process that has the
language models loaded already. Five articles that no store holds, each `--repeat` times; given are the medians, the
slowest article, and what they are of those of the empty store. With `--rival PYTHON`, an interpreter that has
nomenklatura, its figures for the same step are taken beside ours.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from unittest import mock

import aigraph
from aigraph.store import Lookup, Revision
from aigraph.store.revision import Delta, delta
from benchmarks.articles import Articles, write_files
from benchmarks.fill import fill, store_path

ARTICLES = 5


@dataclass(frozen=True)
class Cost:
    """Seconds of one ingest (by the clock and of computing, the slowest article), its peak memory and its quads."""

    articles: int
    process_seconds: float
    process_computing: float
    process_slowest: float
    process_mb: float
    warm_seconds: float
    warm_computing: float
    warm_slowest: float
    quads_written: int
    store_mb: float


@contextmanager
def copied(store: Path | None, folder: Path) -> Iterator[Path]:
    """Yield a fresh copy of a store, or of none. The database never changes a table once written: those are linked."""
    copy = folder / "copy"
    shutil.rmtree(copy, ignore_errors=True)
    if store is not None:
        shutil.copytree(store, copy, copy_function=_copy)
    yield copy
    shutil.rmtree(copy, ignore_errors=True)


def _copy(source: str, target: str) -> None:
    if source.endswith(".sst"):
        os.link(source, target)
    else:
        shutil.copy2(source, target)


def process_cost(article: Path, store: Path) -> tuple[float, float, float]:
    """Return the seconds of the command by the clock, those of computing, and its peak megabytes."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "aigraph", "ingest", str(article), "--store", str(store)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}: exit {process.returncode}")
    return time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


Runs = list[list[tuple[float, float]]]
"""The seconds by the clock and of computing, by article and repetition."""


def warm_costs(articles: list[Path], store: Path | None, folder: Path, repeat: int) -> tuple[Runs, int]:
    """Return what each article and repetition takes in this process, and how many quads most write."""
    written: list[int] = []

    def counting(revision: Revision, lookup: Lookup) -> Delta:
        change = delta(revision, lookup)
        written.append(len(change.added) + len(change.removed))
        return change

    found: Runs = []
    with mock.patch("aigraph.store.embedded.delta", counting):
        for article in articles:
            runs = []
            for _ in range(repeat):
                with copied(store, folder) as copy:
                    began, idle = time.perf_counter(), time.process_time()
                    aigraph.ingest([article], store=copy).close()
                    runs.append((time.perf_counter() - began, time.process_time() - idle))
            found.append(runs)
    return found, round(statistics.median(written))


def cost(size: int, articles: list[Path], folder: Path, *, seed: int, repeat: int) -> Cost:
    """Measure with the store of a size."""
    store = store_path(folder, seed, size) if size else None
    runs = []
    for article in articles:
        costs = []
        for _ in range(repeat):
            with copied(store, folder) as copy:
                costs.append(process_cost(article, copy))
        runs.append(costs)
    warm, quads = warm_costs(articles, store, folder, repeat)
    return Cost(
        size,
        process_seconds=_median(run[0] for costs in runs for run in costs),
        process_computing=_median(run[1] for costs in runs for run in costs),
        process_slowest=max(_median(run[0] for run in costs) for costs in runs),
        process_mb=max(run[2] for costs in runs for run in costs),
        warm_seconds=_median(run[0] for costs in warm for run in costs),
        warm_computing=_median(run[1] for costs in warm for run in costs),
        warm_slowest=max(_median(run[0] for run in costs) for costs in warm),
        quads_written=quads,
        store_mb=sum(f.stat().st_size for f in store.rglob("*") if f.is_file()) / 1e6 if store else 0.0,
    )


def _median(values: Iterable[float]) -> float:
    return round(statistics.median(values), 4)


def rival_cost(size: int, folder: Path, python: str, *, seed: int) -> dict[str, float]:
    """Return what nomenklatura takes to add an article and match it, with as many articles there already."""
    place = folder / f"nomenklatura-{seed}-{size}"
    base = [sys.executable, "-m", "benchmarks.rival"]
    end = [str(size), str(place), "--python", python, "--seed", str(seed)]
    if not place.exists():
        subprocess.run([*base, "load", *end], check=True, stdout=subprocess.DEVNULL)
    runs = [json.loads(subprocess.run([*base, "add", *end], check=True, capture_output=True).stdout) for _ in range(3)]
    return {name: round(statistics.median(run[name] for run in runs), 3) for name in runs[0]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--sizes", default="0,1000,10000,100000")
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--rival", metavar="PYTHON")
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    given.cache.mkdir(parents=True, exist_ok=True)
    articles = Articles(given.seed)
    chosen = write_files((articles(1_000_000 + number) for number in range(ARTICLES)), given.cache / "articles")
    with copied(None, given.cache) as nowhere:
        process_cost(chosen[0], nowhere)
        warm_costs(chosen, None, given.cache, 1)
    costs: list[Cost] = []
    rivals: dict[int, dict[str, float]] = {}
    sizes = [int(size) for size in given.sizes.split(",")]
    fill(given.cache, (size for size in sizes if size), seed=given.seed)
    for size in sizes:
        costs.append(cost(size, chosen, given.cache, seed=given.seed, repeat=given.repeat))
        _print(costs[-1], costs[0])
        if given.rival:
            rivals[size] = rival_cost(size, given.cache, given.rival, seed=given.seed)
            print(f"          nomenklatura: {rivals[size]}", flush=True)
    if given.json:
        found = {"aigraph": [asdict(one) for one in costs], "nomenklatura": rivals}
        given.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def _print(one: Cost, empty: Cost) -> None:
    def against(name: str) -> str:
        return f"{getattr(one, name):.3f} s (x {getattr(one, name) / getattr(empty, name):.2f})"

    print(
        f"{one.articles:>7} articles  process {against('process_seconds')}, computing {against('process_computing')}, "
        f"slowest article {against('process_slowest')}, {one.process_mb:.0f} MB\n"
        f"{'':>17} warm    {against('warm_seconds')}, computing {against('warm_computing')}, "
        f"slowest article {against('warm_slowest')}, {one.quads_written} quads, store {one.store_mb:.0f} MB",
        flush=True,
    )


if __name__ == "__main__":
    main()
