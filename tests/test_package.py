from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

import aigraph

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Installed:
    sdist: Path
    wheel: Path
    bin: Path

    def run(self, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        return subprocess.run(
            [self.bin / arguments[0], *arguments[1:]],
            cwd=cwd,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel, built from the sdist, alone in a fresh environment that borrows its dependencies from this one."""
    folder = tmp_path_factory.mktemp("package")
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT], check=True, capture_output=True
    )
    (sdist,), (wheel,) = folder.glob("*.tar.gz"), folder.glob("*.whl")
    venv.create(folder / "venv", with_pip=False)
    python = folder / "venv" / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python)]
    subprocess.run([*pip, "install", "--no-deps", "--no-index", str(wheel)], check=True, capture_output=True)
    (site_packages,) = (folder / "venv" / "lib").glob("python*/site-packages")
    borrowed = {path for path in sys.path if path.endswith("site-packages")}
    (site_packages / "dependencies.pth").write_text("\n".join(sorted(borrowed)), encoding="utf-8")
    return Installed(sdist, wheel, python.parent)


def test_the_sdist_holds_what_a_wheel_is_built_from(installed: Installed) -> None:
    with tarfile.open(installed.sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"LICENSE", "README.md", "pyproject.toml", "ontology/aigraph.ttl", "src/aigraph/py.typed"} <= names


def test_the_wheel_holds_the_ontology_and_the_languages_once(installed: Installed) -> None:
    with zipfile.ZipFile(installed.wheel) as archive:
        names = archive.namelist()
    assert "aigraph/_ontology/aigraph.ttl" in names
    assert "aigraph/_ontology/shapes.ttl" in names
    assert "aigraph/_ontology/gazetteer/organisations.toml" in names
    assert "aigraph/lang/fr/language.toml" in names
    assert "aigraph/lang/en/relations/movedTo.toml" in names
    assert "aigraph/view/page.html.j2" in names
    assert "aigraph/py.typed" in names
    assert len([name for name in names if name.endswith("/aigraph.ttl")]) == 1
    assert {name.partition("/")[0] for name in names} == {"aigraph", f"aigraph-{aigraph.__version__}.dist-info"}


def test_the_installed_program_knows_its_version(installed: Installed, tmp_path: Path) -> None:
    assert installed.run("aigraph", "--version", cwd=tmp_path).stdout == f"aigraph {aigraph.__version__}\n"


def test_the_installed_program_finds_its_data_in_the_package(installed: Installed, tmp_path: Path) -> None:
    code = "import aigraph.vocabulary as v, aigraph.language as l; print(v.ontology_dir()); print(l.LANGUAGES_DIR)"
    for line in installed.run("python", "-c", code, cwd=tmp_path).stdout.split():
        assert Path(line).is_relative_to(installed.bin.parent)


def test_the_installed_program_builds_a_graph_from_another_folder(installed: Installed, tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(
        "In May 2014, the researcher Andrew Ng joined the search company Baidu from Google.\n", encoding="utf-8"
    )
    done = installed.run("aigraph", "build", "article.txt", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "1 articles (1 new)" in done.stderr
    assert "Baidu" in (tmp_path / "exports" / "graph.ttl").read_text(encoding="utf-8")
    shown = installed.run("aigraph", "show", "andrew ng", cwd=tmp_path)
    assert "Andrew Ng moved to Baidu" in shown.stdout


@pytest.mark.parametrize("name", aigraph.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(aigraph, name)
    assert name in dir(aigraph)


def test_a_name_that_is_not_public_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        aigraph.nothing  # noqa: B018


def test_importing_the_library_imports_no_room() -> None:
    code = "import sys, aigraph; print(sorted(m for m in sys.modules if m.startswith(('aigraph', 'spacy', 'rdflib'))))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "['aigraph']\n"


@pytest.mark.parametrize("lock", ["run.txt", "dev.txt"])
def test_every_pinned_requirement_has_its_hashes_and_no_address(lock: str) -> None:
    text = (ROOT / "requirements" / lock).read_text(encoding="utf-8")
    requirements = text.replace("\\\n", "").splitlines()
    assert all("==" in line and "--hash=sha256:" in line for line in requirements)
    assert "://" not in text
