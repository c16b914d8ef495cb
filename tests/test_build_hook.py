"""The build hook: what it says, and what it leaves alone, where it cannot build."""

from __future__ import annotations

import importlib.util
import os
import shutil
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture
def hook() -> ModuleType:
    specification = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a checkout whose explorer is not built, on a machine where no program is."""
    shutil.copytree(ROOT / "explorer", tmp_path / "explorer", ignore=shutil.ignore_patterns("node_modules"))
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    return tmp_path


def program(checkout: Path, name: str, script: str) -> None:
    file = checkout / "bin" / name
    file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    file.chmod(0o755)


def make(checkout: Path, *, age: int) -> None:
    """Put files where the built explorer is, younger than its sources by `age` seconds."""
    youngest = max(file.stat().st_mtime for file in (checkout / "explorer").rglob("*"))
    built = checkout / "src/aigraph/view/explorer/built"
    built.mkdir(parents=True)
    for name in ("loader.js", "explorer.js", "explorer.css", "NOTICES.txt"):
        (built / name).write_text("", encoding="utf-8")
        os.utime(built / name, (youngest + age, youngest + age))


def test_it_says_that_node_is_missing(hook: ModuleType, checkout: Path) -> None:
    (said,) = hook.build(checkout)
    assert said == "aigraph: the explorer is not built, all else works (it needs Node.js with npm, which is not here)"


def test_it_says_that_node_is_too_old(hook: ModuleType, checkout: Path) -> None:
    program(checkout, "node", "echo v16.20.2")
    program(checkout, "npm", "exit 1")
    (said,) = hook.build(checkout)
    assert f"it needs Node.js 18 or newer, and {checkout}/bin/node is v16.20.2" in said


def test_it_says_what_npm_says_when_it_fails(hook: ModuleType, checkout: Path) -> None:
    program(checkout, "node", "echo v20.20.2")
    program(checkout, "npm", "echo 'npm warn this' >&2; echo 'npm error network is down' >&2; exit 1")
    (said,) = hook.build(checkout)
    assert said == "aigraph: the explorer is not built, all else works (npm error network is down)"


def test_it_installs_the_locked_packages_before_it_builds(hook: ModuleType, checkout: Path) -> None:
    program(checkout, "node", "echo v20.20.2")
    program(checkout, "npm", f"echo $* >> {checkout}/asked")
    assert list(hook.build(checkout)) == ["aigraph: the explorer is built"]
    assert (checkout / "asked").read_text() == "ci --ignore-scripts\nrun build\n"


def test_it_never_installs_into_the_packages_of_another_checkout(hook: ModuleType, checkout: Path) -> None:
    (checkout / "explorer/node_modules").symlink_to(checkout)
    program(checkout, "node", "echo v20.20.2")
    program(checkout, "npm", f"echo $* >> {checkout}/asked")
    list(hook.build(checkout))
    assert (checkout / "asked").read_text() == "run build\n"


def test_what_is_current_is_left_alone(hook: ModuleType, checkout: Path) -> None:
    make(checkout, age=0)
    assert list(hook.build(checkout)) == []


def test_what_is_older_than_its_sources_stays_where_it_cannot_be_built_anew(hook: ModuleType, checkout: Path) -> None:
    make(checkout, age=-10)
    (said,) = hook.build(checkout)
    assert said.startswith(
        "aigraph: the explorer is not built anew, and stays as it was built before (it needs Node.js"
    )
