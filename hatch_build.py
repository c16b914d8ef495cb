"""Builds the explorer's script and style from `explorer/` where Node.js is; where it is not, says so and goes on.

hatchling calls this for each wheel, sdist and editable installation; `python hatch_build.py` does the same alone.
What is built lies in the package, so a wheel made from an sdist needs no Node.js.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_OLDEST_NODE = 18
_SECONDS = 600
_BUILT = ("loader.js", "explorer.js", "explorer.css", "NOTICES.txt")


class ExplorerHook(BuildHookInterface):  # type: ignore[type-arg]
    """The step before anything is packed."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build what is missing or older than its sources."""
        for line in build(Path(self.root)):
            self.app.display_warning(line)


def build(root: Path) -> Iterator[str]:
    """Bring the built explorer up to date if that is possible; yield what the reader should know."""
    sources, built = root / "explorer", root / "src/aigraph/view/explorer/built"
    if _is_current(sources, built):
        return
    missing = _missing()
    if missing is None:
        try:
            if not _has_packages(sources):
                _npm(sources, "ci", "--ignore-scripts")
            _npm(sources, "run", "build")
        except (OSError, subprocess.SubprocessError) as error:
            lines = (getattr(error, "stderr", None) or str(error)).splitlines()
            missing = next((line.strip() for line in lines if "error" in line.lower()), f"npm failed: {error}")
        else:
            yield "aigraph: the explorer is built"
            return
    if all((built / name).is_file() for name in _BUILT):
        yield f"aigraph: the explorer is not built anew, and stays as it was built before ({missing})"
    else:
        yield f"aigraph: the explorer is not built, all else works ({missing})"


def _is_current(sources: Path, built: Path) -> bool:
    """Whether nothing that the explorer is made of is younger than it."""
    made = [built / name for name in _BUILT]
    if not all(file.is_file() for file in made):
        return False
    files = [*sources.glob("*.*"), *(file for file in sources.glob("src/**/*") if file.is_file())]
    return max(file.stat().st_mtime for file in files) <= min(file.stat().st_mtime for file in made)


def _missing() -> str | None:
    """Return what the machine lacks."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return f"it needs {'npm' if node else 'Node.js with npm'}, which is not here"
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False, timeout=_SECONDS).stdout
    number = re.match(r"v(\d+)", said)
    if number is None or int(number[1]) < _OLDEST_NODE:
        return f"it needs Node.js {_OLDEST_NODE} or newer, and {node} is {said.strip() or 'broken'}"
    return None


def _has_packages(sources: Path) -> bool:
    """Whether `node_modules` holds what the lock file names; what is only for other systems may be absent."""
    folder = sources / "node_modules"
    if folder.is_symlink():
        return True  # they belong to another checkout: npm would empty its folder
    try:
        there = json.loads((folder / ".package-lock.json").read_text(encoding="utf-8"))["packages"]
    except FileNotFoundError:
        return False
    wanted = json.loads((sources / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    return all(
        there[path]["version"] == package["version"] if path in there else "optional" in package
        for path, package in wanted.items()
        if path
    )


def _npm(folder: Path, *arguments: str) -> None:
    npm = shutil.which("npm") or "npm"
    subprocess.run([npm, *arguments], cwd=folder, check=True, capture_output=True, text=True, timeout=_SECONDS)


if __name__ == "__main__":
    for message in build(Path(__file__).parent):
        print(message, file=sys.stderr)
