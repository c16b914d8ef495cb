"""Plain text: one article, with or without a front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from aigraph.read.front_matter import front_matter
from aigraph.read.source import Draft, Source

_DATED = re.compile(r"\s*(?:date|published|publié(?: le)?)[\s:]+([0-9]{4}(?:-[0-9]{2}){0,2})\b(?!-)", re.IGNORECASE)
_HEADLINE_CHARS = 250


def read_text(source: Source) -> Iterator[Draft]:
    """Yield the article, its text untouched: places in it are places in the file.

    Without a front matter, a text that opens with its date ("date 2025-07", "Published: 2025-07-01") is of that date;
    what else stands on that line is its title, unless it is a whole paragraph.
    """
    draft = front_matter(source)
    opening = _DATED.match(draft.text)
    if opening and draft.published is None:
        headline = draft.text[opening.end() :].partition("\n")[0].strip(" \t-–—|·")
        draft = replace(
            draft,
            published=opening[1],
            title=draft.title or (headline if headline and len(headline) <= _HEADLINE_CHARS else None),
        )
    yield draft
