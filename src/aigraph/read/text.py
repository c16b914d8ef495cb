"""Plain text: one article, with or without a front matter."""

from __future__ import annotations

from collections.abc import Iterator

from aigraph.read.front_matter import front_matter
from aigraph.read.source import Draft, Source


def read_text(source: Source) -> Iterator[Draft]:
    """Yield the article, its text untouched: places in it are places in the file."""
    yield front_matter(source)
