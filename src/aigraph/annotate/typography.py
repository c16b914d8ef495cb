"""The shapes of words and spaces that names are told by."""

from __future__ import annotations

import re
from collections.abc import Iterable

SPACES = " \u00a0\u202f"
"""The spaces that can stand within a name."""
UPPER = r"[^\W\d_a-zß-öø-ÿ]"
"""A letter that is no lower-case one of Western Europe, as a regular expression."""

_BEFORE_CHARS = 30
_LAST_WORD = re.compile(rf"([\w.-]+)[{SPACES}'’\"«“]*$")


def previous_word(text: str, start: int) -> str:
    """Return the word before a place in the text, case-folded, or ""."""
    before = _LAST_WORD.search(text[max(0, start - _BEFORE_CHARS) : start])
    return before[1].casefold() if before else ""


def any_of(words: Iterable[str]) -> str:
    """Return the expression for any of the words, longest first, with any apostrophe and any space.

    A star at the end of a word stands for any letters.
    """
    listed = sorted(words, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(_written(word) for word in listed) or '(?!)'})"


def _written(words: str) -> str:
    return r"\s".join(re.escape(word).replace("'", "[’']").replace(r"\*", r"\w*") for word in words.split(" "))
