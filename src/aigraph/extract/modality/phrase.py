"""Phrases as the language data writes them: regular expressions with a few conveniences.

A space matches any white space, ` ?` possibly none; `{name}` any of the words of that list; `…` all up to a mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from aigraph.errors import DataError

Phrases = Sequence[re.Pattern[str]]

_LIST = re.compile(r"\{(\w+)\}")
# Behind an apostrophe there is none: "qu'il".
_SPACE = r"(?:\s+|(?<='))"
_GAP = r"[^;:.!?]*?"
_PLAIN = str.maketrans({"’": "'", "\u00a0": " ", "\u202f": " ", "\n": " "})


def plain(text: str) -> str:
    """Return a text of the same length with straight apostrophes and simple spaces."""
    return text.translate(_PLAIN)


def compiled(phrases: Iterable[str], lists: Mapping[str, Iterable[str]]) -> Phrases:
    """Compile phrases, which match whole words in any case; raises DataError for one that is malformed."""
    return tuple(_compiled(phrase, lists) for phrase in sorted(phrases))


def _compiled(phrase: str, lists: Mapping[str, Iterable[str]]) -> re.Pattern[str]:
    def words(match: re.Match[str]) -> str:
        if match[1] not in lists:
            raise DataError(f"phrase {phrase!r}: there is no list {match[1]!r}")
        return "(?:" + "|".join(sorted(lists[match[1]], key=lambda word: (-len(word), word))) + ")"

    pattern = _LIST.sub(words, phrase).replace("…", _GAP).replace(" ?", r"\s*").replace(" ", _SPACE)
    try:
        return re.compile(rf"(?:(?<!\w)|(?=\W))(?:{pattern})(?:(?!\w)|(?<=\W))", re.IGNORECASE)
    except re.error as error:
        raise DataError(f"phrase {phrase!r}: {error}") from error
