"""A folder becomes a store in one step, whatever ends the process that makes it."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from typing import NoReturn

import pytest

from aigraph.errors import BusyError, InputError
from aigraph.store import Store

LEFT_BY_A_KILLED_PROCESS: tuple[dict[str, str], ...] = (
    {},
    {"lock": ""},
    {"lock": "4711\n"},
    {"lock": "4711\n", "AIGRAPH.part": ""},
    {"lock": "4711\n", "AIGRAPH.part": "form"},
)


@pytest.mark.parametrize("files", LEFT_BY_A_KILLED_PROCESS)
def test_what_a_killed_process_left_of_a_new_store_becomes_one(files: dict[str, str], tmp_path: Path) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="ascii")
    Store.open(tmp_path, create=True).close()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["AIGRAPH", "database", "lock"]
    assert (tmp_path / "lock").read_text(encoding="ascii") == f"{os.getpid()}\n"


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_store_that_could_not_be_marked_is_no_store_yet(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> NoReturn:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(*{"fsync": (os, "fsync", full), "replace": (Path, "replace", full)}[step])
        with pytest.raises(InputError, match=r"cannot hold a store \(No space left on device\)"):
            Store.open(tmp_path, create=True)
    with pytest.raises(InputError, match="no store at"):
        Store.open(tmp_path, create=False)
    Store.open(tmp_path, create=True).close()
    Store.open(tmp_path, create=False).close()


def test_a_folder_that_another_process_makes_a_store_is_busy(tmp_path: Path) -> None:
    with (tmp_path / "lock").open("w", encoding="ascii") as lock:
        lock.write("4711\n")
        lock.flush()
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(BusyError, match="process 4711 is writing to it; wait until it has ended"):
            Store.open(tmp_path, create=True)
    assert not (tmp_path / "AIGRAPH").exists()


def test_a_folder_that_cannot_be_locked_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_locks(*_: object) -> NoReturn:
        raise OSError(37, "No locks available")

    Store.open(tmp_path, create=True).close()
    monkeypatch.setattr(fcntl, "flock", no_locks)
    with pytest.raises(InputError, match=r"cannot be locked \(No locks available\)"):
        Store.open(tmp_path, create=False)
