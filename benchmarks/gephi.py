"""The networks of a graph in Gephi, without a screen: `python -m benchmarks.gephi --help`. It needs Java and Maven.

Each network is written as GEXF and opened with Gephi's own importer, which has to find every node and edge and to have
nothing to say against them; then Gephi draws it and counts.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import cast

from tests.gephi.gephi import Gephi, missing, running

from aigraph.export import NETWORKS, Options
from aigraph.export.gexf import write_gexf
from aigraph.export.networks import links
from aigraph.store import Store
from benchmarks.gexf import Source

SECONDS = 1800


@contextmanager
def graph(store: Path | None, edges: int) -> Iterator[Store]:
    """Give the graph of a store, or a made-up one."""
    if store is None:
        yield cast("Store", Source(edges))
        return
    with Store.open(store, create=False, read_only=True) as opened:
        yield opened


def trial(gephi: Gephi, store: Store, options: Options) -> str:
    """Return a line of the table."""
    file = gephi.folder / f"{options.network}.gexf"
    times = [time.perf_counter()]
    with file.open("wb") as stream:
        write_gexf(store, options, stream)
    times.append(time.perf_counter())
    seen = gephi.ask(("open", str(file)), "graph", timeout=SECONDS)
    times.append(time.perf_counter())
    picture = str(file.with_suffix(".png"))
    more = gephi.ask(("picture", picture), ("layout", "5"), "statistics", timeout=SECONDS)
    times.append(time.perf_counter())
    found = seen.one("graph")
    written = sum(1 for _ in links(store, options))
    complaints = len(seen.complaints) + len(more.complaints) + (written != found["edges"])
    write, opened, rest = (f"{after - before:.1f} s" for before, after in pairwise(times))
    size = f"{file.stat().st_size / 1e6:.1f} MB"
    days = " to ".join(seen.one("time").values())
    counts = f"{found['nodes']:,} | {found['edges']:,} of {written:,} | {complaints}"
    return f"| {options.network}, {options.parallel} | {counts} | {days} | {size} | {write} | {opened} | {rest} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--store", type=Path, help="the folder of a graph that `aigraph build` made")
    parser.add_argument("--edges", type=int, default=100_000, help="without --store: a made-up graph of so many edges")
    given = parser.parse_args()
    if reason := missing():
        parser.exit(1, f"{reason}\n")
    names = ("network", "nodes", "edges", "complaints", "time line", "file", "written", "opened", "drawn and counted")
    print("|", " | ".join(names), "|", flush=True)
    print("|", " | ".join("---" for _ in names), "|", flush=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        running(Path(folder)) as gephi,
        graph(given.store, given.edges) as made,
    ):
        for network in NETWORKS if given.store else ("all",):
            for parallel in ("merged", "kept"):
                print(trial(gephi, made, Options(network=network, parallel=parallel)), flush=True)


if __name__ == "__main__":
    main()
