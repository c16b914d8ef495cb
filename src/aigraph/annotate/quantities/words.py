"""A sentence cut into words, numbers in digits, and signs; no pattern meets more than it can read in one pass."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_SAME = str.maketrans("’ʼ‐‑", "''--")


@dataclass(frozen=True, slots=True)
class Word:
    """A run of letters, a number in digits, or one sign. `form` is in lower case, with plain apostrophe and hyphen."""

    start: int
    end: int
    form: str
    capital: bool
    number: Decimal | None


class Lexer:
    """Cuts text into words by the marks that a language puts within numbers."""

    def __init__(self, *, decimal: str, grouping: str) -> None:
        group, point = f"[{re.escape(grouping)}]", f"[{re.escape(decimal)}]"
        self._group = re.compile(group)
        self._word = re.compile(
            rf"(?P<whole>[1-9][0-9]{{0,2}}(?:{group}[0-9]{{3}})+(?![0-9])|[0-9]+)(?:{point}(?P<fraction>[0-9]+))?"
            r"|(?P<letters>[^\W\d_]+)|\S"
        )

    def words(self, text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
        """Return the words of `text[start:end]`, in order; blanks are dropped."""
        return tuple(map(self._read, self._word.finditer(text, start, len(text) if end is None else end)))

    def _read(self, match: re.Match[str]) -> Word:
        number = None
        if match["whole"]:
            number = Decimal(f"{self._group.sub('', match['whole'])}.{match['fraction'] or 0}")
        form = match[0].lower().translate(_SAME)
        return Word(match.start(), match.end(), form, match[0][0].isupper(), number)
