"""The lines between two `---` that may open a text or Markdown file: `title: A headline`."""

from __future__ import annotations

import re
from typing import Any

from aigraph.read.source import Draft, Source

FIELDS = ("title", "url", "publisher", "author", "published", "language")
"""The keys that are read; others are passed over."""

MAX_LINES = 200

_LINE = re.compile("([^\r\n]*)(\r\n|\r|\n|$)")


def front_matter(source: Source) -> Draft:
    """Return the text of `source` after its front matter, with the fields that this declares.

    A malformed front matter is noted and stays in the text, like everything in a file without one.
    """
    text = source.text()
    opening = _LINE.match(text)
    if not opening or opening[1].rstrip() != "---":
        return Draft(text)
    # Not YAML: it would read the French word "on", or a country's code "no", as a truth value.
    fields: dict[str, Any] = {}
    key, place = "", opening.end()
    for number in range(2, MAX_LINES + 2):
        line = _LINE.match(text, place)
        if line and line[1].rstrip() == "---":
            return Draft(text[line.end() :], **fields)
        if not line or not line[2]:
            break
        place = line.end()
        if not line[1].strip() or line[1].startswith("#") or (key and line[1][0] in " \t-"):
            continue  # a comment, or the rest of a key with a longer value: none of ours has one
        key, colon, value = line[1].partition(":")
        key = key.strip().lower()
        if not colon:
            source.note(
                "the front matter has a line without a colon, so it was read as text; write key: value", line=number
            )
            return Draft(text)
        if key in FIELDS and _unquoted(value):
            fields[key] = _unquoted(value)
    source.note("the front matter has no closing --- line, so it was read as text; close it")
    return Draft(text)


def _unquoted(value: str) -> str:
    value = value.strip()
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value
