"""Bytes to text, and text that was once decoded wrongly back to what it was."""

from __future__ import annotations

import codecs
import re

MAX_CONTROLS = 0.02
"""The share of control bytes above which a file is not text."""

FEW_CONTROLS = 8
"""This many stray control bytes are allowed in any file, however short."""

MAX_REPAIR_CHARS = 1_000_000
"""How much broken text of one article is repaired; a hostile file could otherwise take minutes."""


class Unreadable(Exception):  # noqa: N818 - it never leaves this room: it becomes an Issue
    """An input, or one line of it, holds nothing that can be read; the message says why and what to do."""


_NOT_TEXT = "not text (binary data); give a text, Markdown, HTML or JSON Lines file, or a table of facts"
# UTF-32 first: its little-endian mark begins like that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\f\r\x1b") + b"\x7f"
# What a page may declare. Others (utf-7, punycode) are left out: decoding them is a trap, and no article needs them.
_CHARSETS = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "us-ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "windows-1252": "cp1252",
    "cp1252": "cp1252",
    "iso-8859-15": "iso8859-15",
    "macintosh": "mac-roman",
}


def decode(data: bytes, *, charset: str | None = None) -> tuple[str, str | None]:
    r"""Return the text of `data` and, where the encoding had to be guessed, a remark that says so.

    In this order: byte order mark, `charset` as declared, UTF-8, UTF-8 with few broken bytes, Windows-1252. Raises
    Unreadable on binary data.

    >>> decode("été".encode("cp1252"))
    ('été', 'not UTF-8: read as Windows-1252; save it as UTF-8 if letters look wrong')
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), None
            except UnicodeDecodeError as error:
                raise Unreadable(f"not text: it starts as {encoding.upper()} and breaks that encoding") from error
    if data.startswith(codecs.BOM_UTF8):
        data, charset = data.removeprefix(codecs.BOM_UTF8), None
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if b"\0" in data or controls > max(FEW_CONTROLS, MAX_CONTROLS * len(data)):
        raise Unreadable(_NOT_TEXT)
    for encoding in filter(None, (_CHARSETS.get((charset or "").strip().lower()), "utf-8")):
        try:
            return data.decode(encoding), None
        except UnicodeDecodeError:
            continue
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    # Windows-1252 read as UTF-8 breaks at nearly every accent; a cut or patched UTF-8 file breaks at few of them.
    if sum(character > "\x7f" for character in text) > 2 * broken:
        return text, f"broken UTF-8: unreadable bytes became \ufffd in {broken} place{'s' * (broken > 1)}"
    text = data.decode("cp1252", errors="replace")
    return text, "not UTF-8: read as Windows-1252; save it as UTF-8 if letters look wrong"


def repair(text: str) -> tuple[str, int]:
    r"""Return `text` with mojibake undone and the number of lines changed; sound lines are never touched.

    >>> repair("l’IA franÃ§aise\n« l’été »")
    ('l’IA française\n« l’été »', 1)
    """
    if text.isascii():
        return text, 0
    from ftfy import TextFixerConfig, fix_encoding
    from ftfy.badness import is_bad

    # Only the encoding is undone: quotes, spaces and widths are the author's. What was lost is not guessed.
    config = TextFixerConfig(replace_lossy_sequences=False, explain=False)
    lines = re.split("(\r\n|\r|\n)", text)
    budget, changed = MAX_REPAIR_CHARS, 0
    for index, line in enumerate(lines):
        if not line.isascii() and len(line) <= budget and is_bad(line):
            budget -= len(line)
            repaired = fix_encoding(line, config)
            if repaired != line:
                lines[index] = repaired
                changed += 1
    return "".join(lines), changed
