"""Find the organisations that are named by what they are and of what: "University of Munich", "Institut de Zorbal"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from aigraph.annotate.typography import SPACES, UPPER, any_of
from aigraph.language import Language
from aigraph.model import Span
from aigraph.people import likeness

# How many capitalised words may stand before the head and behind a link.
_MOST_WORDS = 4
_WORD = rf"{UPPER}[\w-]*(?:[’'](?!s\b)[\w-]+)*"
_WORDS = re.compile(rf"[^{SPACES}]+")


def institutions(text: str, span: Span, language: Language) -> Iterator[Span]:
    """Yield where a piece of the text names such organisations, without an article, in order."""
    names = language.names
    strangers = names.articles | names.person_titles | names.title_modifiers | names.not_names
    for match in _pattern(language).finditer(text, span.start, span.end):
        start = match.start()
        for word in _WORDS.finditer(match["before"] or ""):
            if word.group().casefold() in strangers:
                start = match.start() + word.end() + 1
        words = [*_WORDS.finditer(text, match.start("words"), match.end())]
        person = next((i for i in range(len(words) - 1) if likeness([word.group() for word in words[i:]]) == 1.0), None)
        if match.start("unit") != start and person != 0:
            yield Span(start, words[person - 1].end() if person else match.end())


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    names = language.names
    words = rf"{_WORD}(?:[{SPACES}](?:&[{SPACES}])?{_WORD}){{0,{_MOST_WORDS - 1}}}"
    of, purpose = (
        rf"[{SPACES}]{any_of(links)}(?:[{SPACES}]|(?<=[’']))"
        for links in (names.institution_links, names.institution_purposes)
    )
    heads, units, purposeful = (
        any_of(head.capitalize() for head in heads)
        for heads in (names.institution_heads, names.unit_heads, names.purpose_heads)
    )
    return re.compile(
        rf"(?<![\w-])(?:(?P<before>(?:{_WORD}[{SPACES}]){{1,{_MOST_WORDS}}})?"
        rf"(?:(?:{heads}|(?P<unit>{units})){of}|{purposeful}{purpose})|{any_of(names.place_heads)}{of})(?P<words>{words})"
    )
