"""Cut a paragraph that is a list of "Name: description" into its items."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from aigraph.annotate.paragraphs import BULLET, trim
from aigraph.annotate.typography import SPACES, UPPER
from aigraph.language import Language
from aigraph.model import Span

_FEWEST_WORDS, _MOST_WORDS = 2, 5


def items(text: str, span: Span, language: Language) -> Iterator[tuple[Span, Span]]:
    """Yield `(item, topic)` for each item of a paragraph, none if it is no list; `topic` is where its name stands."""
    bullet = BULLET.match(text, span.start, span.end)
    heads: list[re.Match[str]] = []
    position = bullet.end() if bullet else span.start
    while position < span.end:
        head = _head(language).match(text, position, span.end)
        if head and _describes(text, head, span.end, bulleted=bullet is not None):
            heads.append(head)
        cut = text.find(";", position, span.end)
        if cut < 0:
            break
        position = cut + 1
        while position < span.end and text[position].isspace():
            position += 1
    stops = [*(head.start() for head in heads[1:]), span.end]
    for head, stop in zip(heads, stops, strict=False):
        item = trim(text, head.start(), stop)
        if item:
            yield item, Span(*head.span("name"))


@cache
def _head(language: Language) -> re.Pattern[str]:
    """Return the expression for the name that an item opens with, what stands in brackets behind it, and the mark."""
    word = rf"{UPPER}[\w'’.-]*"
    particles = "|".join(re.escape(particle) for particle in sorted(language.names.particles))
    return re.compile(
        rf"(?P<name>{word}(?:[{SPACES}](?:(?:{particles})[{SPACES}]){{0,2}}{word}){{0,3}})"
        rf"(?:[{SPACES}]*\([^()\n]{{1,60}}\))?[{SPACES}]*(?P<mark>:|–|—|-(?=[{SPACES}]))[{SPACES}]*(?=\S)"
    )


def _describes(text: str, head: re.Match[str], end: int, *, bulleted: bool) -> bool:
    """Tell a description ("Name: engineer at") from a headline, a speaker's turn or a ratio."""
    if not _FEWEST_WORDS <= len(head["name"].split()) <= _MOST_WORDS:
        return False
    return bulleted or (head["mark"] == ":" and head.end() < end and text[head.end()].islower())
