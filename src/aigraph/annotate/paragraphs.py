"""Cut a text into paragraphs: lines, or runs of them where a text was wrapped at a width."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from aigraph.model import Span

_LINE = re.compile(r"[^\n]+")
BULLET = re.compile(r"\s*(?:[-*•▪◦‣·–—]|\d{1,2}[.)])\s+")
"""What a list item begins with."""
_SENTENCE_ENDS = '.!?…;,»”"'
_WRAPPED_LINE_CHARS = 50
_WRAPPED_SHARE = 0.4


def paragraphs(text: str) -> Iterator[Span]:
    """Yield the paragraphs without the spaces around them; a line that another goes on from is one with it."""
    wrapped = _is_wrapped(text)
    start = end = last_line = -1
    for match in _LINE.finditer(text):
        line = match.group().strip()
        if not line:
            continue
        goes_on = (
            match.start() == end + 1
            and end - last_line >= _WRAPPED_LINE_CHARS
            and (wrapped or line[0].islower())
            and not ends_heading(text, end)
            and text[start] != "#"
            and line[0] not in "#:"
            and not BULLET.match(match.group())
        )
        if not goes_on:
            if start >= 0:
                yield from _trimmed(text, start, end)
            start = match.start() + match.group().index(line[0])
        last_line, end = match.span()
    if start >= 0:
        yield from _trimmed(text, start, end)


def trim(text: str, start: int, end: int) -> Span | None:
    """Return the span without the spaces around it, None if nothing else is there."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def ends_heading(text: str, end: int) -> bool:
    """Tell whether the last sign before a place in the text is one that no heading ends with."""
    while end > 0 and text[end - 1].isspace():
        end -= 1
    return end > 0 and text[end - 1] in _SENTENCE_ENDS


def is_bullet(text: str) -> bool:
    """Tell whether a text is nothing but what a list item begins with."""
    return BULLET.fullmatch(text + " ") is not None


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    span = trim(text, start, end)
    if span:
        yield span


def _is_wrapped(text: str) -> bool:
    """Tell whether the lines of a text were cut at a width: many of them go on in lower case."""
    goes_on = [
        after.lstrip()[0].islower()
        for line, after in pairwise(text.split("\n"))
        if len(line) > _WRAPPED_LINE_CHARS and after.strip()
    ]
    return len(goes_on) > 1 and sum(goes_on) / len(goes_on) >= _WRAPPED_SHARE
