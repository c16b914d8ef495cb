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
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.articles import Articles, write_files
from benchmarks.fill import fill, store_path

ARTICLES = 5


@dataclass(frozen=True)
class Cost:
    """Seconds (the median, and the median of the slowest article), peak memory and quads of one ingest."""

    articles: int
    process_seconds: float
    process_slowest: float
    process_mb: float
    warm_seconds: float
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


def process_cost(article: Path, store: Path) -> tuple[float, float]:
    """Return the seconds and the peak megabytes of the command."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "aigraph", "ingest", str(article), "--store", str(store)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}: exit {process.returncode}")
    return time.perf_counter() - began, used.ru_maxrss / 1024


def warm_costs(articles: list[Path], store: Path | None, folder: Path, repeat: int) -> tuple[list[list[float]], int]:
    """Return the seconds of each article and repetition in this process, and how many quads most write."""
    import aigraph.pipeline
    import aigraph.store.embedded as embedded

    written: list[int] = []
    delta = embedded.delta

    def counting(*given: object, **named: object) -> object:
        change = delta(*given, **named)
        written.append(len(change.added) + len(change.removed))
        return change

    embedded.delta = counting
    try:
        seconds = []
        for article in articles:
            runs = []
            for _ in range(repeat):
                with copied(store, folder) as copy:
                    began = time.perf_counter()
                    aigraph.pipeline.ingest([article], store=copy).close()
                    runs.append(time.perf_counter() - began)
            seconds.append(runs)
    finally:
        embedded.delta = delta
    return seconds, round(statistics.median(written))


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
        process_seconds=_median(seconds for costs in runs for seconds, _ in costs),
        process_slowest=max(_median(seconds for seconds, _ in costs) for costs in runs),
        process_mb=max(megabytes for costs in runs for _, megabytes in costs),
        warm_seconds=_median(seconds for costs in warm for seconds in costs),
        warm_slowest=max(_median(costs) for costs in warm),
        quads_written=quads,
        store_mb=sum(f.stat().st_size for f in store.rglob("*") if f.is_file()) / 1e6 if store else 0.0,
    )


def _median(values: Iterator[float] | list[float]) -> float:
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
    process, warm = one.process_seconds / empty.process_seconds, one.warm_seconds / empty.warm_seconds
    print(
        f"{one.articles:>8}  process {one.process_seconds:.2f} s (x {process:.2f}; slowest {one.process_slowest:.2f}"
        f" s, {one.process_mb:.0f} MB)  warm {one.warm_seconds:.3f} s (x {warm:.2f}; slowest {one.warm_slowest:.3f}"
        f" s)  {one.quads_written} quads  store {one.store_mb:.0f} MB",
        flush=True,
    )


if __name__ == "__main__":
    main()
