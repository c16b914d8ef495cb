"""Kill aigraph at random moments, and look at what it leaves: `python -m benchmarks.kills --help`.

The real command runs on real files and is ended by SIGKILL: half of the times at any moment, half of the times while it
commits (the database's log has just grown). After each kill the store must open, every article must be in it whole or
not at all, and what follows from the articles must be what follows from just those that are in it. Then the command is
simply run again, and killed again. In the end the exported graph must be that of a run that nobody disturbed, byte for
byte. Meanwhile a reader opens the store again and again, and must never see a mix. The articles are synthetic.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from random import Random

import aigraph
from aigraph.errors import InputError
from benchmarks.articles import Articles, as_file, write_files
from benchmarks.fill import loaded
from benchmarks.observe import State, exported, state, state_of

AIGRAPH = (sys.executable, "-m", "aigraph")


@dataclass(frozen=True)
class Scenario:
    """A command that changes a store, and the folder of the store that it starts from (None: there is none yet)."""

    name: str
    arguments: tuple[str, ...]
    kills: int
    start: Path | None = None
    gone: str = ""


@dataclass
class Result:
    """What was seen; all but the counts of runs, kills and reads should be 0."""

    name: str
    undisturbed_seconds: float = 0.0
    kills: int = 0
    kills_while_committing: int = 0
    rounds: int = 0
    reads: int = 0
    states: int = 0
    states_built_anew: int = 0
    reads_refused: int = 0
    does_not_open: int = 0
    half_articles: int = 0
    mixed_states: int = 0
    failed_runs: int = 0
    left_processes: int = 0
    graphs_that_differ: int = 0
    traces_on_disk: int = 0
    notes: list[str] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        """Whether nothing went wrong."""
        faults = (
            *(self.does_not_open, self.half_articles, self.mixed_states, self.failed_runs),
            *(self.left_processes, self.graphs_that_differ, self.traces_on_disk),
        )
        return not any(faults)


class Trial:
    """One scenario, again and again until its kills are used up."""

    def __init__(self, scenario: Scenario, folder: Path, *, seed: int, deep: int) -> None:
        self.scenario = scenario
        self.store = folder / f"store-{scenario.name}"
        self.chance = Random(f"{seed} {scenario.name}")
        self.deep = deep
        self.keep: Path | None = None
        self.result = Result(scenario.name)
        self.derived: defaultdict[str, set[str]] = defaultdict(set)
        self.whole: dict[bytes, set[str]] = {}
        self.checked: set[str] = set()

    def run(self) -> Result:
        """Run the trial."""
        self._reset()
        if self.scenario.start:
            self._know(state(self.store))
        began = time.monotonic()
        self._finish(self._started())
        self.result.undisturbed_seconds = round(time.monotonic() - began, 1)
        self._know(state(self.store))
        expected = exported(self.store)
        if self.keep:
            shutil.copytree(self.store, self.keep)
        while self.result.kills < self.scenario.kills:
            self._round(expected)
        self.result.states = len(self.derived)
        self.result.mixed_states += sum(len(digests) - 1 for digests in self.derived.values())
        return self.result

    def _round(self, expected: bytes) -> None:
        self._reset()
        self.result.rounds += 1
        reach = 1.1 * min(self.result.undisturbed_seconds, 10.0)
        while self.result.kills < self.scenario.kills:
            process = self._started()
            with _Reader(self):
                alive = self._wait(process, reach)
                if alive:
                    process.kill()
                process.wait()
            if not alive:
                self._finish(process)
                break
            self.result.kills += 1
            self._look(process)
        else:
            self._finish(self._started())
        self._observe(self.store, "after the last run")
        if exported(self.store) != expected:
            self.result.graphs_that_differ += 1
        if self.scenario.gone:
            name = self.scenario.gone.encode()
            self.result.traces_on_disk += sum(name in f.read_bytes() for f in self.store.rglob("*") if f.is_file())

    def _wait(self, process: subprocess.Popen[bytes], reach: float) -> bool:
        """Wait for the moment of the kill; return whether the process still runs."""
        if self.chance.random() < 0.5:
            try:
                process.wait(self.chance.uniform(0.0, reach))
            except subprocess.TimeoutExpired:
                return True
            return False
        commits = self.chance.randint(1, 3)
        pause = self.chance.choice((0.0, 0.0, 0.001, 0.003, 0.01, 0.03, 0.1))
        size = self._log_bytes()
        while process.poll() is None:
            time.sleep(0.0005)
            if (now := self._log_bytes()) != size:
                size = now
                commits -= 1
                if not commits:
                    time.sleep(pause)
                    self.result.kills_while_committing += process.poll() is None
                    return process.poll() is None
        return False

    def _log_bytes(self) -> int:
        try:
            return sum(file.stat().st_size for file in (self.store / "database").glob("*.log"))
        except OSError:
            return -1

    # ------------------------------------------------------------------ the command

    def _reset(self) -> None:
        shutil.rmtree(self.store, ignore_errors=True)
        if self.scenario.start:
            shutil.copytree(self.scenario.start, self.store)

    def _started(self) -> subprocess.Popen[bytes]:
        arguments = [argument.format(store=self.store) for argument in self.scenario.arguments]
        return subprocess.Popen(
            [*AIGRAPH, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )

    def _finish(self, process: subprocess.Popen[bytes]) -> None:
        _, said = process.communicate()
        if process.returncode and not (self.scenario.gone and process.returncode == 2):
            self.result.failed_runs += 1
            self.result.notes.append(f"exit {process.returncode}: {said.decode('utf-8', 'replace')[-500:]}")

    # ------------------------------------------------------------------ what it left

    def _look(self, process: subprocess.Popen[bytes]) -> None:
        if process.stderr:
            process.stderr.close()
        if (self.store / "AIGRAPH").exists() and (self.store / "database" / "CURRENT").exists():
            self._observe(self.store, f"kill {self.result.kills}")
        if _outlives(process.pid):
            self.result.left_processes += 1

    def _observe(self, store: Path, when: str) -> None:
        try:
            found = state(store)
        except InputError as error:
            self.result.does_not_open += 1
            self.result.notes.append(f"{when}: {error}")
            return
        self._take(found)
        if found.articles and self.result.states_built_anew < self.deep and found.key not in self.checked:
            self.checked.add(found.key)
            self.result.states_built_anew += 1
            with aigraph.open(store) as graph, loaded(graph.readings()) as anew:
                derived = state_of(anew._opened()).derived
            if derived != found.derived:
                self.result.mixed_states += 1
                self.result.notes.append(f"{when}: what follows from {len(found.articles)} articles is not theirs")

    def _take(self, found: State) -> None:
        if found.articles:
            self.derived[found.key].add(found.derived)
        self.result.half_articles += sum(
            digest not in self.whole.get(article, ()) for article, digest in found.articles.items()
        )

    def _know(self, whole: State) -> None:
        for article, digest in whole.articles.items():
            self.whole.setdefault(article, set()).add(digest)

    def read(self) -> None:
        """Look at the store beside its writer."""
        try:
            found = state(self.store)
        except InputError:
            self.result.reads_refused += (self.store / "database" / "CURRENT").exists()
            return
        self.result.reads += 1
        self._take(found)


class _Reader:
    """Reads the store of a trial, over and over, as long as the context lasts."""

    def __init__(self, trial: Trial) -> None:
        self.trial = trial
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._read)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def _read(self) -> None:
        while not self._stop.wait(1.0):
            self.trial.read()


def _outlives(group: int) -> bool:
    """Tell whether a process of a group is still there a while after its first has gone; end it."""
    for _ in range(40):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.05)
    os.killpg(group, signal.SIGKILL)
    return True


def trials(folder: Path, *, kills: int, count: int, seed: int, deep: int, only: str) -> Iterator[Result]:
    """Write the articles into a folder and run all scenarios there; most of the kills are those of a first ingest."""
    articles = Articles(seed, sentences=(1, 3))
    others = Articles(seed + 1, sentences=(1, 3))
    files, later, moved = folder / "articles", folder / "later", folder / "moved"
    write_files(articles.first(count), files)
    shutil.copytree(files, later)
    for number in range(0, count, 3):
        # The same files and addresses, with another text.
        (later / articles(number).document.path).write_text(_changed(articles, others, number), encoding="utf-8")
        other = moved / f"{number:06d}.txt"
        other.parent.mkdir(parents=True, exist_ok=True)
        other.write_text(_changed(articles, others, number), encoding="utf-8")
    for number in range(1, count, 5):
        (later / articles(number).document.path).unlink()
    person = articles(0).claims[0].subject.name
    into = ("--store", "{store}")
    full = folder / "full"
    fewer = kills if only else max(1, kills // 8)
    scenario = Scenario("ingest", ("ingest", str(files), *into), kills if only in ("", "ingest") else 0)
    first = Trial(scenario, folder, seed=seed, deep=deep)
    first.keep = full
    yield first.run()
    for scenario in (
        Scenario("ingest-changed", ("ingest", str(later), *into), fewer, full),
        Scenario("ingest-moved", ("ingest", str(moved), *into), fewer, full),
        Scenario("build", ("build", str(later), "--out", str(folder / "out"), *into), fewer, full),
        Scenario("forget", ("forget", person, *into), fewer, full, gone=person),
    ):
        if only in ("", scenario.name):
            yield Trial(scenario, folder, seed=seed, deep=deep).run()


def _changed(articles: Articles, others: Articles, number: int) -> str:
    return as_file(replace(articles(number).document, text=others(number).document.text))


def report(result: Result) -> str:
    """Return a result as lines."""
    lines = [f"{result.name}: {'clean' if result.is_clean else 'FAULTS'}"]
    lines += [f"  {name.replace('_', ' ')}: {value}" for name, value in asdict(result).items() if name != "name"]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description="Kill aigraph at random moments and look at what it leaves.")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--articles", type=int, default=1_000)
    parser.add_argument("--deep", type=int, default=25, help="how many states of a trial are made anew to compare")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument(
        "--only", default="", help="the one trial to run: ingest, ingest-changed, ingest-moved, build, forget"
    )
    parser.add_argument("--folder", type=Path, help="where to work, instead of a temporary folder")
    parser.add_argument("--json", type=Path, help="a file for the results")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="aigraph-kills-") as temporary:
        folder = given.folder or Path(temporary)
        results = []
        for result in trials(
            folder, kills=given.kills, count=given.articles, seed=given.seed, deep=given.deep, only=given.only
        ):
            results.append(result)
            print(report(result), flush=True)
    if given.json:
        given.json.write_text(json.dumps([asdict(result) for result in results], indent=1) + "\n", encoding="utf-8")
    sys.exit(0 if all(result.is_clean for result in results) else 1)


if __name__ == "__main__":
    main()
