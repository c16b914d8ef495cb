"""Markdown: one article, with or without a front matter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from aigraph.read.front_matter import front_matter
from aigraph.read.source import Draft, Source


def read_markdown(source: Source) -> Iterator[Draft]:
    """Yield the article, marks and all; its first `# Heading` is the title when the front matter has none."""
    draft = front_matter(source)
    yield draft if draft.title else replace(draft, title=_heading(draft.text))


def _heading(text: str) -> str | None:
    for line in text.splitlines():
        if line.startswith("# "):
            return line[2:].strip().rstrip("#").strip() or None
    return None
