"""Gephi without a screen: one Java process that opens file after file. See `src/main/java/aigraph/Gephi.java`."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

PROJECT = Path(__file__).parent
WORST = {"WARNING", "SEVERE", "CRITICAL"}

Line = dict[str, Any]


class UnreachableError(Exception):
    """What Maven needs is neither in its cache nor to be had."""


def missing() -> str:
    """Why Gephi cannot be asked here, or nothing."""
    if os.environ.get("AIGRAPH_GEPHI") == "0":
        return "AIGRAPH_GEPHI=0 asks to leave Gephi out"
    absent = [program for program in ("java", "mvn") if not shutil.which(program)]
    return f"Gephi cannot be asked: {' and '.join(absent)} not installed (openjdk-17-jdk-headless, maven)" * bool(
        absent
    )


@dataclass(frozen=True)
class Seen:
    """What Gephi answered, by kind of line."""

    lines: dict[str, list[Line]] = field(default_factory=dict)

    def __getitem__(self, kind: str) -> list[Line]:
        return self.lines.get(kind, [])

    def one(self, kind: str) -> Line:
        (line,) = self[kind]
        return line

    @property
    def complaints(self) -> list[Line]:
        """What Gephi's report holds against the file, or where Gephi itself failed."""
        return [issue for issue in self["issue"] if issue["level"] in WORST] + self["failure"]


class Gephi:
    """A running Gephi; `folder` is where its files go."""

    def __init__(self, process: subprocess.Popen[str], folder: Path) -> None:
        self._process = process
        self.folder = folder

    def ask(self, *commands: tuple[str, ...] | str, timeout: float = 300) -> Seen:
        """Give commands, and return all that they printed."""
        seen = Seen()
        watch = threading.Timer(timeout, self._process.kill)
        watch.start()
        try:
            for command in commands:
                words = command if isinstance(command, tuple) else (command,)
                assert self._process.stdin is not None
                print(*(quote(word, safe="/") for word in words), file=self._process.stdin, flush=True)
                for line in self._answer():
                    seen.lines.setdefault(line.pop("line"), []).append(line)
        finally:
            watch.cancel()
        return seen

    def _answer(self) -> Iterator[Line]:
        assert self._process.stdout is not None
        for text in self._process.stdout:
            line = json.loads(text)
            if line["line"] == "done":
                return
            if "values" in line:
                cells = (cell.partition("\x1f") for cell in line["values"].split("\x1e") if cell)
                line["values"] = {column: value for column, _, value in cells}
            yield line
        raise AssertionError(f"Gephi ended: {self._process.wait()}")

    def open(self, name: str, content: bytes, *then: tuple[str, ...] | str, kept: bool = False) -> Seen:
        """Open a file of that name, describe it, and go on; `kept` tells Gephi not to merge edges."""
        path = self.folder / name
        path.write_bytes(content)
        return self.ask(("open", str(path), *(["NO_MERGE"] if kept else [])), "graph", "elements", *then)

    def saved(self, name: str, *edits: tuple[str, ...] | str) -> bytes:
        """Change the graph that is open, save it, and return the file."""
        path = self.folder / name
        path.unlink(missing_ok=True)
        seen = self.ask(*edits, ("save", str(path)))
        assert not seen["failure"], seen["failure"]
        return path.read_bytes()


@contextmanager
def running(folder: Path) -> Iterator[Gephi]:
    """Build the program, start it, and end it; raises UnreachableError when Maven cannot fetch what it needs."""
    maven = ["mvn", "--quiet", "--batch-mode", f"--file={PROJECT}", f"-Dbuild={folder}", "compile"]
    # The first build fetches about 110 MB; later ones find them in Maven's own cache.
    built = subprocess.run(maven, check=False, capture_output=True, encoding="utf-8", errors="replace", timeout=1200)
    if built.returncode:
        said = next((line for line in built.stdout.splitlines() if "[ERROR]" in line), built.stderr).strip()
        if "could not be resolved" in said.lower() or "could not resolve" in said.lower():
            raise UnreachableError(f"Maven cannot fetch Gephi: {said}")
        raise RuntimeError(f"Gephi's program cannot be built:\n{built.stdout}{built.stderr}")
    classpath = f"{folder / 'classes'}{os.pathsep}{(folder / 'classpath').read_text(encoding='utf-8')}"
    options = ["-Djava.awt.headless=true", "-Duser.language=en", f"-Duser.home={folder}", "-Xmx4g", "-cp", classpath]
    with (
        (folder / "gephi.log").open("w", encoding="utf-8") as log,
        subprocess.Popen(
            ["java", *options, "aigraph.Gephi"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            encoding="ascii",
        ) as process,
    ):
        try:
            yield Gephi(process, folder)
        finally:
            process.kill()
