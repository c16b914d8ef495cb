"""Which files the paths stand for."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import BinaryIO

from aigraph.errors import InputError
from aigraph.model import Issue
from aigraph.read.clean import clean
from aigraph.read.decode import Unreadable

STDIN = "-"
"""The path that stands for standard input."""


def find(paths: Iterable[str], *, suffixes: Collection[str], on_issue: Callable[[Issue], None]) -> list[str]:
    """Return the files that `paths` name or, with one of `suffixes`, hold; sorted, each file once.

    Folders are walked without hidden entries and without following links. Raises InputError before walking when a
    path cannot be read.
    """
    named = sorted({os.fspath(path) for path in paths})
    folders = {path for path in named if path != STDIN and _is_folder(path)}
    found: list[str] = []
    for path in named:
        inside = list(_inside(path, suffixes, on_issue)) if path in folders else [path]
        if not inside:
            wanted = ", ".join(sorted(suffixes))
            on_issue(Issue(label(path), f"no article found in this folder (looked for {wanted})"))
        found += inside
    # Of two ways to one file the first is kept, whatever the order of the arguments.
    distinct: dict[str | Path, str] = {}
    for path in sorted(found):
        distinct.setdefault(path if path == STDIN else Path(path).resolve(), path)
    return list(distinct.values())


def label(path: str) -> str:
    """Return `path` as text that can be shown and stored, whatever bytes the file system holds."""
    return clean(os.fsencode(path).decode("utf-8", errors="replace")).replace("\n", "\\n")


def open_file(path: str) -> BinaryIO:
    """Open a regular file; raises Unreadable for anything else, and never waits for a pipe."""
    try:
        stream = os.fdopen(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb")
    except OSError as error:
        raise Unreadable(f"cannot be read ({error.strerror})") from error
    if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
        stream.close()
        raise Unreadable("no longer a regular file")
    return stream


def _is_folder(path: str) -> bool:
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 - Path("") would be the current folder
    except (OSError, ValueError) as error:
        if path.startswith(("http://", "https://")):
            raise InputError(
                f"{label(path)}: web addresses are not fetched; save the page and give the file"
            ) from error
        reason = error.strerror if isinstance(error, OSError) else "not a possible path"
        raise InputError(f"{label(path)!r}: {reason}; give a file, a folder, or - for standard input") from error
    if not stat.S_ISDIR(mode) and not stat.S_ISREG(mode):
        raise InputError(f"{label(path)!r}: neither a file nor a folder; to read a pipe, give - and redirect it")
    return stat.S_ISDIR(mode)


def _inside(folder: str, suffixes: Collection[str], on_issue: Callable[[Issue], None]) -> Iterable[str]:
    def report(error: OSError) -> None:
        on_issue(Issue(label(str(error.filename)), f"this folder cannot be read ({error.strerror})"))

    for root, folders, files in os.walk(folder, onerror=report):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(root, name)
            if not name.startswith(".") and path.suffix.lower() in suffixes and _is_regular(path):
                yield str(path)


def _is_regular(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:  # gone since the folder was listed
        return False
