from __future__ import annotations

import os
import time
from collections.abc import Iterator

import pytest

from aigraph.errors import AigraphError
from aigraph.read.decode import Unreadable
from aigraph.read.worker import Worker


@pytest.fixture
def worker() -> Iterator[Worker]:
    with Worker(seconds=1) as worker:
        yield worker


def test_the_process_is_another_one_and_stays_warm(worker: Worker) -> None:
    first = worker.run("builtins:eval", "__import__('os').getpid()")
    assert first != os.getpid()
    assert worker.run("builtins:eval", "__import__('os').getpid()") == first


def test_a_large_text_passes_both_ways(worker: Worker) -> None:
    text = "été \u2028 \U0001f600" * 300_000
    assert worker.run("builtins:str", text) == text


@pytest.mark.parametrize(
    ("function", "argument", "what"),
    [
        ("time:sleep", 60, "stopped after 1 s"),
        ("os:_exit", 7, "exit status 7"),
        ("os:abort", None, "exit status 1"),
        ("builtins:eval", "len(bytearray(2_000_000_000))", "exit status 1"),
        ("builtins:eval", "object()", "exit status 1"),
    ],
    ids=["slow", "ends", "raises", "too much memory", "no JSON"],
)
def test_a_worker_that_fails_is_replaced(worker: Worker, function: str, argument: object, what: str) -> None:
    for _ in range(2):
        start = time.monotonic()
        with pytest.raises(Unreadable, match=what):
            worker.run(function, argument)
        assert time.monotonic() - start < 20
        assert worker.run("math:sqrt", 16) == 4


def test_what_a_parser_prints_is_no_answer(worker: Worker) -> None:
    assert worker.run("builtins:eval", "print('[1]') or 2") == 2


def test_what_a_page_left_behind_does_not_fail_the_next(worker: Worker) -> None:
    left = "__import__('builtins').__dict__.setdefault('seen', []).append(0) or "
    fails_when_warm = left + "(__import__('os')._exit(1) if len(seen) > 1 else len(seen))"
    assert worker.run("builtins:eval", fails_when_warm) == 1
    assert worker.run("builtins:eval", fails_when_warm) == 1


def test_a_missing_parser_is_no_fault_of_the_page(worker: Worker) -> None:
    with pytest.raises(AigraphError, match="no_such_parser:x cannot be loaded"):
        worker.run("no_such_parser:x", "")


def test_modules_beside_the_articles_are_not_imported(
    worker: Worker, tmp_path: os.PathLike[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with open(os.path.join(tmp_path, "json.py"), "w", encoding="utf-8") as file:  # noqa: PTH118, PTH123
        file.write("raise SystemExit(9)")
    assert worker.run("math:sqrt", 16) == 4
