"""The one function by which text enters aigraph."""

from __future__ import annotations

import re
import unicodedata

MAX_MARKS = 30
"""Combining marks kept in a row (the limit of the Stream-Safe Text Format, Unicode annex 15)."""

# C0 and C1 controls but tab and the line ends, lone surrogates, noncharacters. U+FEFF marks an encoding, not a word.
_PLANES = "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
_DROPPED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff" + _PLANES + "]")
_LINE_END = re.compile("\r\n?")
# Wherever a long run of marks can be: no mark is a letter, a digit or a space, and none stands before U+0300.
_SYMBOLS = re.compile(rf"[^\w\s\x00-\u02ff]{{{MAX_MARKS + 1},}}")


def clean(text: str) -> str:
    r"""Return `text` in NFC, lines ended by `\n`, without control characters (but tab), surrogates and noncharacters.

    Spaces, quotes, joiners and bidirectional controls stay as they are. Cleaning twice changes nothing more.

    >>> clean("\ufeffl\u2019e\u0301te\u0301\x00\r\nici")
    'l’été\nici'
    """
    text = _LINE_END.sub("\n", _DROPPED.sub("", text))
    # Normalising takes time quadratic in a run of marks: hours for a hostile file. It can also lengthen a run.
    return _SYMBOLS.sub(_cut_marks, unicodedata.normalize("NFC", _SYMBOLS.sub(_cut_marks, text)))


def _cut_marks(run: re.Match[str]) -> str:
    kept, marks = [], 0
    for character in run.group():
        marks = marks + 1 if unicodedata.category(character).startswith("M") else 0
        if marks <= MAX_MARKS:
            kept.append(character)
    return "".join(kept)
