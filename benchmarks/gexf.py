"""A large network as GEXF, beside networkx.write_gexf with the same edges: `python -m benchmarks.gexf --help`.

Each writer works in a process of its own and reads the same made-up statements, one after the other, from no store.
"""

from __future__ import annotations

import argparse
import math
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import cast

import networkx as nx

from aigraph.export.articles import Articles
from aigraph.export.details import Value, iso, text
from aigraph.export.gexf import write_gexf
from aigraph.export.networks import links
from aigraph.export.networks.attributes import edge_values, node_values
from aigraph.export.networks.drawing import Census
from aigraph.export.options import Options
from aigraph.model import Claim, Document, Entity, Evidence, Mention, Qualifier, Span, Statement, Status
from aigraph.store import Store

PER_ARTICLE = 5
SENTENCE_CHARS = 130


class Source:
    """What a network is made from, of any size and in hardly any memory: two statements of each person."""

    def __init__(self, edges: int, seed: int = 7) -> None:
        self.edges, self.seed = edges, seed
        count = max(round(3 * math.sqrt(edges)), 2)
        self.organizations = [
            Entity(f"organization/laboratory-{number}", "Organization", f"Laboratory {number}")
            for number in range(count)
        ]
        # Zipf: few are in the news often, and many seldom.
        self.weights = [sum(1 / (rank + 1) for rank in range(number + 1)) for number in range(count)]

    @property
    def lookup(self) -> Source:
        """What finds one thing without looking at the others: the source itself."""
        return self

    def tenures_of(self, _person_id: str) -> tuple[()]:
        """Return nothing: that stays are made from statements is not what is measured here."""
        return ()

    def document(self, document_id: str) -> Document:
        """Return an article."""
        return Document(
            "",
            title=f"Who moved where, part {document_id}",
            url=f"https://news.example/articles/{document_id}?lang=en&page=1",
            publisher="The Example",
            published=f"{2012 + int(document_id) % 13}-06-30",
        )

    def entity(self, _entity_id: str) -> None:
        """Return nothing: all that is known of an entity stands in the statements."""

    def articles(self) -> Iterator[tuple[str, Document]]:
        """Yield all articles with their ids."""
        return ((str(n), self.document(str(n))) for n in range(math.ceil(self.edges / PER_ARTICLE)))

    def statements(self) -> Iterator[Statement]:
        """Yield the statements, sorted by subject; always the same."""
        draw = random.Random(self.seed)
        for number in range(self.edges):
            if number % 2 == 0:
                person = Entity(f"person/researcher-{number // 2:07d}", "Person", f"Researcher {number // 2}")
                laboratories = draw.choices(self.organizations, cum_weights=self.weights, k=2)
                if laboratories[0] is laboratories[1]:
                    laboratories[1] = self.organizations[(self.organizations.index(laboratories[0]) + 1) % 2]
            yield self._statement(number, person, laboratories[number % 2], draw)

    def _statement(self, number: int, person: Entity, laboratory: Entity, draw: random.Random) -> Statement:
        date = f"{draw.randint(2012, 2025)}-{draw.randint(1, 12):02d}"
        quote = f"{person.label} moved to {laboratory.label} in {date}, said people who know & asked not to be named"
        quote = quote.ljust(SENTENCE_CHARS - 1, "…") + "."
        subject = Mention.at(quote, 0, len(person.label), "Person")
        start = len(person.label) + len(" moved to ")
        place = Mention.at(quote, start, start + len(laboratory.label), "Organization")
        evidence = Evidence(str(number // PER_ARTICLE), Span(0, len(quote)), quote, "en.movedTo.test")
        when = (Qualifier("date", date, date),)
        confidence = draw.randint(50, 100) / 100
        claim = Claim(subject, "movedTo", place, evidence, confidence=confidence, qualifiers=when)
        return Statement(person, "movedTo", laboratory, (claim,), Status.ACCEPTED, confidence, when)


def read(source: Source, _file: Path) -> None:
    """Only make the statements: what both writers spend before they write."""
    for _ in source.statements():
        pass


def ours(source: Source, file: Path) -> None:
    """Write them as aigraph does."""
    with file.open("wb") as stream:
        write_gexf(cast("Store", source), Options(), stream)


def theirs(source: Source, file: Path) -> None:
    """Write the same nodes and edges, with the same attributes, as networkx does: a graph in memory, then its file."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    documents: Mapping[str, Document] = Articles(cast("Store", source))
    census = Census()
    for link in links(cast("Store", source), Options()):
        census.count(link)
        values = {name: _plain(value) for name, value in edge_values(link, documents).items()}
        days = {"start": iso(link.spells[0][0])} if link.spells else {}
        graph.add_edge(
            link.source.id, link.target.id, id=link.id, label=link.label, weight=link.weight, **values, **days
        )
    for spot in census.spots(source.entity):
        values = {name: _plain(value) for name, value in node_values(spot).items()}
        place = {"position": {"x": spot.x, "y": spot.y, "z": 0.0}, "size": spot.radius}
        graph.add_node(spot.entity.id, label=spot.entity.label, viz=place, **values)
    # Newer versions of GEXF it does not write as they ask; in the oldest it writes the same.
    nx.write_gexf(graph, file, version="1.2draft")


def _plain(value: Value) -> str | int | float:
    return text(value) if isinstance(value, tuple | bool) else value


WRITERS: Mapping[str, Callable[[Source, Path], None]] = {"source": read, "aigraph": ours, "networkx": theirs}


def measured(writer: str, edges: int, folder: Path) -> tuple[float, float, float, int]:
    """Return seconds by the clock and of computing, the peak of the memory in MB, and the bytes of the file."""
    file = folder / f"{writer}.gexf"
    start = time.perf_counter()
    child = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.gexf", "--edges", str(edges), "--write", writer, str(file)]
    )
    _, status, used = os.wait4(child.pid, 0)
    took = time.perf_counter() - start
    if status:
        raise SystemExit(f"{writer} ended with {status}")
    size = file.stat().st_size if file.exists() else 0
    file.unlink(missing_ok=True)
    return took, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, size


def main() -> None:
    """Measure, and print one line for each writer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edges", type=int, default=100_000)
    parser.add_argument("--rival", action="store_true", help="networkx, too")
    parser.add_argument("--runs", type=int, default=1, help="how many times; the medians are printed")
    parser.add_argument("--write", nargs=2, metavar=("WRITER", "FILE"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.write:
        WRITERS[given.write[0]](Source(given.edges), Path(given.write[1]))
        return
    writers = [name for name in WRITERS if name != "networkx" or given.rival]
    found: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for writer in writers:
            runs = [measured(writer, given.edges, Path(folder)) for _ in range(given.runs)]
            found[writer] = [statistics.median(column) for column in zip(*runs, strict=True)]
    print(f"{given.edges:,} edges, medians of {given.runs}")
    for writer, (took, computing, memory, size) in found.items():
        print(f"{writer:9} {took:8.1f} s {computing:8.1f} s computing {memory:8.0f} MB peak {size / 1e6:8.0f} MB file")
    if given.rival:
        ratios = (other / own for other, own in zip(found["networkx"], found["aigraph"], strict=True))
        print("networkx / aigraph: {:.1f} x {:.1f} x computing {:.1f} x peak {:.1f} x file".format(*ratios))


if __name__ == "__main__":
    main()
