"""The file of decisions: read strictly, changed under a lock, and replaced as a whole."""

from __future__ import annotations

import fcntl
import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from aigraph.decisions.ledger import ordered
from aigraph.decisions.line import COLUMNS, checked, format_line, parse_line
from aigraph.errors import InputError
from aigraph.files import sync_folder, write_file
from aigraph.model import Decision

_HEAD = (
    "# aigraph decisions: which names are one, and which statements stand. A line a decision; the latest holds.",
    "# " + "\t".join(COLUMNS),
)
_CONFLICT = re.compile(r"(<{7}|\|{7}|={7}|>{7})( .*)?")


def read(path: str | Path, *, absent_ok: bool = False) -> tuple[Decision, ...]:
    """Return the decisions of a file, all of them, sorted.

    Raises InputError when there is no such file (unless `absent_ok`), and when one of its lines is no decision.
    """
    page = _load(Path(path))
    if page is None and not absent_ok:
        raise InputError(f"{path}: no such file of decisions; `aigraph decide` writes one")
    return page.decisions if page else ()


def update(
    path: str | Path, change: Callable[[tuple[Decision, ...]], Iterable[Decision]]
) -> tuple[tuple[Decision, ...], tuple[Decision, ...]]:
    """Put `change` of its decisions into a file, and return what it held and what it holds now.

    Comments stay with the decision below them. A file without decisions and comments of its own is none: it comes with
    the first decision, and goes with the last. Nothing is written when nothing changes; others wait meanwhile. Raises
    InputError when the file cannot be read or written, or a decision is none.
    """
    place = Path(path).resolve()
    with _locked(place.parent):
        page = _load(place) or _Page(_HEAD, {}, ())
        try:
            after = ordered(map(checked, change(page.decisions)))
        except ValueError as error:
            raise InputError(f"{path}: {error}") from error
        if after != page.decisions:
            text = page.text(after)
            if not after and page.head == _HEAD and not page.foot:
                place.unlink(missing_ok=True)
                sync_folder(place.parent)
            else:
                write_file(place, lambda stream: stream.write(text))
    return page.decisions, after


@dataclass(frozen=True, slots=True)
class _Page:
    """A file as its head, the comments above each decision, and what follows the last one."""

    head: tuple[str, ...]
    comments: dict[Decision, tuple[str, ...]]
    foot: tuple[str, ...]

    @property
    def decisions(self) -> tuple[Decision, ...]:
        return ordered(self.comments)

    def text(self, decisions: Iterable[Decision]) -> bytes:
        lines = list(self.head)
        kept = set(decisions)
        orphans: tuple[str, ...] = ()
        for decision in ordered((*self.comments, *decisions)):
            orphans += self.comments.get(decision, ())
            if decision in kept:
                lines += [*orphans, format_line(decision)]
                orphans = ()
        return "".join(f"{line}\n" for line in (*lines, *orphans, *self.foot)).encode("utf-8")


def _load(path: Path) -> _Page | None:
    try:
        if path.exists() and not path.is_file():
            raise InputError(f"{path}: is no file; give the file of the decisions")
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read ({error})") from error
    comments: dict[Decision, tuple[str, ...]] = {}
    head: tuple[str, ...] | None = None
    above: list[str] = []
    faults = []
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), start=1):
        if not line.strip() or line.startswith("#"):
            above.append(line)
            continue
        try:
            decision = _decision(line)
        except ValueError as error:
            faults.append(f"{path}, line {number}: {error}")
            continue
        if head is None:
            head, above = tuple(above), []
        comments[decision] = (*comments.get(decision, ()), *above)
        above = []
    if faults:
        more = f" (and {len(faults) - 1} more such lines)" if len(faults) > 1 else ""
        raise InputError(faults[0] + more)
    if above and not above[-1]:
        above.pop()
    return _Page(tuple(above), {}, ()) if head is None else _Page(head, comments, tuple(above))


def _decision(line: str) -> Decision:
    if _CONFLICT.fullmatch(line):
        raise ValueError(
            "is a mark of a merge that git left open; keep the decisions of both sides and delete the marks"
            " (with `decisions.tsv merge=union` in .gitattributes git does so itself)"
        )
    return parse_line(line)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Keep others from changing the files of a folder that are changed under this lock."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    except OSError as error:
        raise InputError(f"{folder}: cannot hold decisions ({error.strerror or error})") from error
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
