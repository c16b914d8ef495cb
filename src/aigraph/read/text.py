"""Plain text: one article, with or without a front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from aigraph.read.front_matter import front_matter
from aigraph.read.source import Draft, Source

_DATED = re.compile(r"\s*(?:date|published|publié(?: le)?)[\s:]+([0-9]{4}(?:-[0-9]{2}){0,2})\b(?!-)", re.IGNORECASE)


def read_text(source: Source) -> Iterator[Draft]:
    """Yield the article, its text untouched: places in it are places in the file.

    Without a front matter, a text that opens with its date ("date 2025-07", "Published: 2025-07-01") is of that date.
    """
    draft = front_matter(source)
    opening = _DATED.match(draft.text)
    yield replace(draft, published=opening[1]) if opening and draft.published is None else draft
