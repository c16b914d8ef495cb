from __future__ import annotations

import json
import os
import re
import shutil
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
BUILT = ROOT / "src/aigraph/view/explorer/built/explorer.js"
NODE = shutil.which("node")


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
    """The wheel, built from the sdist without Node.js, alone in a fresh environment that borrows its dependencies."""
    folder = tmp_path_factory.mktemp("package")
    _build("--sdist", "--outdir", folder, ROOT)
    (sdist,) = folder.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    (source,) = (path for path in folder.iterdir() if path.is_dir())
    _build("--wheel", "--outdir", folder, source, node=False)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "venv", with_pip=False)
    python = folder / "venv" / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python)]
    subprocess.run([*pip, "install", "--no-deps", "--no-index", str(wheel)], check=True, capture_output=True)
    (site_packages,) = (folder / "venv" / "lib").glob("python*/site-packages")
    borrowed = {path for path in sys.path if path.endswith("site-packages")}
    (site_packages / "dependencies.pth").write_text("\n".join(sorted(borrowed)), encoding="utf-8")
    return Installed(sdist, wheel, python.parent)


def _build(*arguments: object, node: bool = True) -> str:
    """Run the builder; return what it says. Without Node.js, no program is in PATH at all."""
    environment = dict(os.environ) if node else {**os.environ, "PATH": os.devnull}
    command = [sys.executable, "-m", "build", "--no-isolation", *map(str, arguments)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    return done.stdout + done.stderr


def test_the_sdist_holds_what_a_wheel_is_built_from(installed: Installed) -> None:
    with tarfile.open(installed.sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"LICENSE", "README.md", "pyproject.toml", "ontology/aigraph.ttl", "src/aigraph/py.typed"} <= names
    assert {"hatch_build.py", "explorer/package-lock.json", "explorer/build.mjs", "explorer/src/main.tsx"} <= names
    assert not any("node_modules" in name for name in names)


def test_the_wheel_holds_the_ontology_and_the_languages_once(installed: Installed) -> None:
    with zipfile.ZipFile(installed.wheel) as archive:
        names = archive.namelist()
    assert "aigraph/_ontology/aigraph.ttl" in names
    assert "aigraph/_ontology/shapes.ttl" in names
    assert "aigraph/_ontology/gazetteer/organisations.toml" in names
    assert "aigraph/lang/fr/language.toml" in names
    assert "aigraph/lang/en/relations/movedTo.toml" in names
    assert "aigraph/view/quick/page.html.j2" in names
    assert "aigraph/py.typed" in names
    assert len([name for name in names if name.endswith("/aigraph.ttl")]) == 1
    assert {name.partition("/")[0] for name in names} == {"aigraph", f"aigraph-{aigraph.__version__}.dist-info"}


@pytest.mark.skipif(not BUILT.exists(), reason="the explorer is not built")
def test_a_wheel_that_was_built_without_node_holds_the_explorer_of_its_sdist(installed: Installed) -> None:
    with zipfile.ZipFile(installed.wheel) as archive:
        for name in ("loader.js", "explorer.js", "explorer.css", "NOTICES.txt"):
            assert archive.read(f"aigraph/view/explorer/built/{name}") == (BUILT.parent / name).read_bytes()
        assert not any(name.endswith((".ts", ".tsx")) for name in archive.namelist())


def test_without_node_all_but_the_explorer_is_built_and_works(installed: Installed, tmp_path: Path) -> None:
    source = tmp_path / "source"
    (unpacked,) = (path.parent for path in installed.sdist.parent.glob("*/hatch_build.py"))
    shutil.copytree(unpacked, source, ignore=shutil.ignore_patterns("built"))
    said = _build("--wheel", "--outdir", tmp_path, source, node=False)
    assert "aigraph: the explorer is not built, all else works (it needs Node.js with npm, which is not here)" in said
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        assert not any("explorer.js" in name for name in archive.namelist())
        archive.extractall(tmp_path / "site")
    (tmp_path / "article.txt").write_text("In May 2014, Andrew Ng joined Baidu from Google.\n", encoding="utf-8")

    def aigraph_(*arguments: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PYTHONPATH": str(tmp_path / "site")}
        command = [sys.executable, "-m", "aigraph", *arguments]
        return subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)

    assert aigraph_("build", "article.txt").returncode == 0
    assert aigraph_("export", "html", "-o", "graph.html").returncode == 0
    refused = aigraph_("export", "explorer", "-o", "explorer.html")
    assert refused.returncode == 2
    assert "install Node.js 18 or newer and install aigraph again" in refused.stderr
    assert len(refused.stderr.splitlines()) == 1
    assert not (tmp_path / "explorer.html").exists()


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
    assert done.stdout == "['aigraph', 'aigraph.version']\n"


@pytest.mark.parametrize("lock", ["run.txt", "dev.txt"])
def test_every_pinned_requirement_has_its_hashes_and_no_address(lock: str) -> None:
    text = (ROOT / "requirements" / lock).read_text(encoding="utf-8")
    requirements = text.replace("\\\n", "").splitlines()
    assert all("==" in line and "--hash=sha256:" in line for line in requirements)
    assert "://" not in text


@pytest.mark.skipif(
    NODE is None or not BUILT.exists() or not (ROOT / "explorer/node_modules").exists(),
    reason="no Node.js, or its packages are not installed: npm ci && npm run build in explorer/",
)
def test_the_built_explorer_is_what_its_sources_make(tmp_path: Path) -> None:
    subprocess.run([str(NODE), "build.mjs", str(tmp_path)], cwd=ROOT / "explorer", check=True, capture_output=True)
    for file in tmp_path.iterdir():
        assert file.read_bytes() == (BUILT.parent / file.name).read_bytes(), "npm run build in explorer/"


@pytest.mark.skipif(not BUILT.exists(), reason="the explorer is not built")
def test_the_explorer_gives_the_licence_of_each_package_in_it() -> None:
    notices = (BUILT.parent / "NOTICES.txt").read_text(encoding="utf-8")
    lock = json.loads((ROOT / "explorer/package-lock.json").read_text(encoding="utf-8"))["packages"]
    named = set(re.findall(r"^(\S+) \d\S+ \((?:MIT|ISC|BSD-3-Clause|Apache-2.0)\)$", notices, re.MULTILINE))
    assert "preact" in named
    assert all(f"node_modules/{name}" in lock and not lock[f"node_modules/{name}"].get("dev") for name in named)
    assert "Permission is hereby granted, free of charge" in notices


def test_the_lock_file_of_the_explorer_has_hashes_and_no_address() -> None:
    text = (ROOT / "explorer/package-lock.json").read_text(encoding="utf-8")
    packages = {path: package for path, package in json.loads(text)["packages"].items() if path}
    assert all("integrity" in package and "resolved" not in package for package in packages.values())
