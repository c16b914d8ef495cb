from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from aigraph.view.explorer import is_built

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.DOTALL | re.MULTILINE)


COMMANDS = [line.removeprefix("$ ") for block in blocks("console") for line in block.splitlines()]
PATHS = {
    path
    for path in re.findall(r"`((?:src|ontology|tests|examples|exports|requirements)/[^`]*)`", README + CONTRIBUTING)
    if not re.search(r"[<>*]|exports/", path)
}
LINKS = set(re.findall(r"\]\(([^)#:]+)\)", README + CONTRIBUTING))


def run(command: str, *, cwd: Path) -> subprocess.CompletedProcess[str]:
    program, *arguments = shlex.split(command)
    assert program == "aigraph"
    return subprocess.run(
        [sys.executable, "-m", "aigraph", *arguments], cwd=cwd, capture_output=True, text=True, check=False, input=""
    )


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder where the README's first command has been run."""
    folder = tmp_path_factory.mktemp("readme")
    for name in ("examples", "stories"):
        shutil.copytree(ROOT / name, folder / name)
    done = run("aigraph build examples", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder


def test_the_readme_starts_with_a_build() -> None:
    assert COMMANDS[0] == "aigraph build examples"


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_readme_does_what_it_says(command: str, built: Path, tmp_path: Path) -> None:
    if command.startswith(("aigraph export explorer", "aigraph story")) and not is_built():
        pytest.skip("the explorer is not built: npm ci && npm run build in explorer/")
    # Some commands change the graph, and no test may find what another has changed.
    done = run(command, cwd=shutil.copytree(built, tmp_path / "readme"))
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() or done.stderr.strip()


def test_a_second_build_of_the_examples_changes_nothing(built: Path) -> None:
    assert run("aigraph build examples", cwd=built).stderr.startswith("nothing changed: ")


def test_the_exports_in_the_repository_are_those_of_the_examples(built: Path) -> None:
    kept = sorted(path for path in (ROOT / "exports").glob("*") if path.suffix != ".html" and path.is_file())
    assert kept, "run `make demo` and keep what it writes"
    for path in kept:
        assert path.read_bytes() == (built / "exports" / path.name).read_bytes(), f"run `make demo`: {path.name} is old"


@pytest.mark.parametrize("code", blocks("python"))
def test_the_python_of_the_readme_runs(code: str, built: Path) -> None:
    done = subprocess.run([sys.executable, "-c", code], cwd=built, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert " movedTo " in done.stdout


@pytest.mark.parametrize("link", sorted(LINKS))
def test_what_the_documents_link_to_is_there(link: str) -> None:
    assert (ROOT / link).exists()


@pytest.mark.parametrize("path", sorted(PATHS))
def test_what_the_documents_name_is_there(path: str) -> None:
    assert (ROOT / path).exists()
