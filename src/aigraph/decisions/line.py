"""One line of the file: a decision with its columns, in which no name can break the line or steer a screen."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

from aigraph.escape import tty
from aigraph.model import Decision, Judgement
from aigraph.vocabulary import vocabulary

COLUMNS = ("judgement", "kind", "one", "other", "when", "who", "why")
_NEEDED = 4
_DENIED = "not "
_WHEN = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}Z)?")
_ESCAPE = re.compile(r"\\(u[0-9a-f]{4}|U[0-9a-f]{8}|.?)", re.DOTALL)
_SHORT = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
_LONG = {escape[1]: character for character, escape in _SHORT.items()}
# A spreadsheet would run these as a formula, and editors drop spaces from the end of a line.
_FORMULA = frozenset("=+-@")


def format_line(decision: Decision) -> str:
    r"""Return a decision as a line without its end; columns at the end that hold nothing are left out.

    Raises ValueError when it is no decision: no such relation, one name twice, a time that is none.

    >>> format_line(Decision(Judgement.SAME, "Person", "Ren\t", "René", when="2025-11-22", why="his own site"))
    'same\tPerson\tRen\\t\tRené\t2025-11-22\t\this own site'
    """
    decision = checked(decision)
    columns = (getattr(decision, name) for name in COLUMNS)
    return "\t".join(map(_escaped, columns)).rstrip("\t")


def parse_line(line: str) -> Decision:
    """Return the decision of a line, the names of a pair in their order; raises ValueError with what is wrong."""
    cells = line.split("\t")
    if not _NEEDED <= len(cells) <= len(COLUMNS):
        raise ValueError(
            f"has {len(cells)} columns; write {', '.join(COLUMNS)}, set apart by tabs (the last three may be missing)"
        )
    judgement, *others = map(_plain, cells)
    if judgement not in list(Judgement):
        raise ValueError(f"{judgement!r} is no judgement; write {', '.join(Judgement)}")
    given = dict(zip(COLUMNS[1:], others, strict=False))
    return checked(Decision(Judgement(judgement), **given))


def checked(decision: Decision) -> Decision:
    """Return a decision with the names of a pair in their order; raises ValueError when it is none."""
    if not decision.one or not decision.other:
        raise ValueError("a name is missing")
    if decision.when and not _is_time(decision.when):
        raise ValueError(f"{decision.when!r} is no day or moment; write 2025-11-22 or 2025-11-22T16:30:00Z")
    words = vocabulary()
    if not decision.judgement.about_names:
        if decision.kind.removeprefix(_DENIED) not in words.relations:
            raise ValueError(f"there is no relation {decision.kind!r}; there are {', '.join(words.relations)}")
        return decision
    if decision.kind not in words.class_labels:
        raise ValueError(f"there is no class {decision.kind!r}; there are {', '.join(words.class_labels)}")
    if decision.one == decision.other:
        raise ValueError(f"{decision.one!r} is judged against itself; tell bearers of one name apart as NAME@ARTICLE")
    one, other = sorted((decision.one, decision.other))
    return replace(decision, one=one, other=other)


def _is_time(text: str) -> bool:
    if not _WHEN.fullmatch(text):
        return False
    try:
        datetime.datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _escaped(cell: str) -> str:
    last = len(cell) - 1
    return "".join(
        _SHORT.get(c) or (_coded(c) if tty(c) != c or (i in (0, last) and c.isspace()) or _leads(i, c) else c)
        for i, c in enumerate(cell)
    )


def _leads(i: int, character: str) -> bool:
    return i == 0 and character in _FORMULA


def _coded(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def _plain(cell: str) -> str:
    return _ESCAPE.sub(_character, cell)


def _character(escape: re.Match[str]) -> str:
    code = escape[1]
    if code in _LONG:
        return _LONG[code]
    if len(code) > 1 and int(code[1:], 16) <= 0x10FFFF:
        return chr(int(code[1:], 16))
    raise ValueError(f"{escape[0]!r} is no escape; write a backslash as \\\\")
