"""Whatever ends a run, the graph is whole, and the same run again finishes it.

The trials of two hundred kills over a thousand articles are in `benchmarks/kills.py`; this is the same in small.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import aigraph
from aigraph.store import Store

ROOT = Path(__file__).parents[1]
AIGRAPH = [sys.executable, "-m", "aigraph"]
ARTICLE = """---
language: en
---
In May 2014, the researcher Andrew Ng joined the search company Baidu from Google as its chief scientist.
"""
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "ng.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    words = [str(word) for word in command]
    return subprocess.run(words, env=ENVIRONMENT, capture_output=True, text=True, check=False)


def test_after_kills_at_random_moments_the_graph_is_that_of_an_undisturbed_run(tmp_path: Path) -> None:
    results = tmp_path / "results.json"
    trial = ["benchmarks.kills", "--kills", "6", "--articles", "8", "--deep", "2", "--only", "ingest"]
    done = subprocess.run(
        [sys.executable, "-m", *trial, "--json", str(results)],
        cwd=ROOT,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    for result in json.loads(results.read_text(encoding="utf-8")):
        assert result["kills"] == 6
        assert result["states"] >= 1
        faults = ("does_not_open", "half_articles", "mixed_states", "failed_runs", "graphs_that_differ")
        assert [result[fault] for fault in faults] == [0] * len(faults)


def test_a_command_that_finds_the_store_busy_says_who_writes_and_that_it_can_be_tried_again(
    article: Path, tmp_path: Path
) -> None:
    with Store.open(tmp_path / "store", create=True):
        busy = run(*AIGRAPH, "ingest", article, "--store", tmp_path / "store")
    assert busy.returncode == 75
    assert busy.stderr == (
        f"aigraph: {tmp_path / 'store'}: process {os.getpid()} is writing to it; wait until it has ended\n"
    )
    assert run(*AIGRAPH, "ingest", article, "--store", tmp_path / "store").returncode == 0


def test_a_run_that_ends_between_two_batches_leaves_no_former_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def articles(folder: str, *dates: str) -> Path:
        for number, date in enumerate(dates):
            path = tmp_path / folder / f"{number}.txt"
            path.parent.mkdir(exist_ok=True)
            text = ARTICLE.replace("language", f"url: https://example.org/{number}\nlanguage")
            path.write_text(text.replace("May 2014", date), encoding="utf-8")
        return tmp_path / folder

    def half(self: Store, *_: object, **__: object) -> None:
        monkeypatch.setattr(Store, "commit", interrupted)
        commit(self, *_, **__)  # type: ignore[arg-type]

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    commit = Store.commit
    former = articles("former", "May 2014", "June 2014", "July 2014")
    present = articles("present", "May 2015", "June 2015", "July 2015")
    monkeypatch.setattr("aigraph.revise.BATCH_ARTICLES", 1)
    for store in ("once", "twice"):
        aigraph.ingest([former], store=tmp_path / store).close()
    aigraph.ingest([present], store=tmp_path / "once").close()
    monkeypatch.setattr(Store, "commit", half)
    with pytest.raises(KeyboardInterrupt):
        aigraph.ingest([present], store=tmp_path / "twice")
    monkeypatch.setattr(Store, "commit", commit)
    aigraph.ingest([present], store=tmp_path / "twice").close()
    with aigraph.open(tmp_path / "once") as once, aigraph.open(tmp_path / "twice") as twice:
        assert {Path(document.path).parent.name for document in twice.documents().values()} == {"present"}
        assert once.store.dump("nquads") == twice.store.dump("nquads")


@pytest.mark.parametrize("kilobytes", [16, 64, 200])
def test_a_full_disk_is_one_clear_line_and_the_run_can_be_repeated(
    kilobytes: int, article: Path, tmp_path: Path
) -> None:
    # No file may grow beyond this, which the database meets as it would a full disk.
    store = tmp_path / "store"
    full = run("bash", "-c", f'ulimit -f {kilobytes}; exec "$@"', "-", *AIGRAPH, "ingest", article, "--store", store)
    assert full.returncode == 2, full.stderr
    (line,) = full.stderr.splitlines()
    assert re.match(rf"aigraph: {store}: (cannot be written|the database cannot be opened) \(IO error: .*", line)
    assert run(*AIGRAPH, "ingest", article, "--store", store).returncode == 0
    with aigraph.open(store) as graph:
        assert [(s.subject.label, s.object.label) for s in graph.statements() if s.relation == "movedTo"] == [
            ("Andrew Ng", "Baidu")
        ]
