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
        if head is None and bullet and position == bullet.end():
            head = _bare_head(language).match(text, position, span.end)
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
def _name(language: Language) -> str:
    word = rf"{UPPER}[\w'’.-]*"
    particles = "|".join(re.escape(particle) for particle in sorted(language.names.particles))
    return rf"{word}(?:[{SPACES}](?:(?:{particles})[{SPACES}]){{0,2}}{word}){{0,3}}"


@cache
def _others(language: Language) -> str:
    """Return the expression for the other names that an item may open with: "Ada Lovelace and Grace Hopper"."""
    joining = "|".join(re.escape(word) for word in sorted({*language.grammar.conjunctions, "&"}))
    return rf"(?:(?:,|[{SPACES}](?:{joining}))[{SPACES}]{_name(language)})*"


@cache
def _head(language: Language) -> re.Pattern[str]:
    """Return the expression for the names that an item opens with, what stands in brackets behind, and the mark."""
    return re.compile(
        rf"(?P<name>{_name(language)}){_others(language)}"
        rf"(?:[{SPACES}]*\([^()\n]{{1,60}}\))?[{SPACES}]*(?P<mark>:|–|—|-(?=[{SPACES}]))[{SPACES}]*(?=\S)"
    )


@cache
def _bare_head(language: Language) -> re.Pattern[str]:
    """Return the expression for names behind a bullet that a description, a bracket or nothing follows."""
    return re.compile(rf"(?P<name>{_name(language)}){_others(language)}(?P<mark>(?=[{SPACES}]*(?:[,;(.]|$)))")


def _describes(text: str, head: re.Match[str], end: int, *, bulleted: bool) -> bool:
    """Tell a description ("Name: engineer at") from a headline, a speaker's turn or a ratio."""
    if not _FEWEST_WORDS <= len(head["name"].split()) <= _MOST_WORDS:
        return False
    return bulleted or (head["mark"] == ":" and head.end() < end and text[head.end()].islower())
