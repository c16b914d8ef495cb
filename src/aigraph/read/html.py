"""HTML: the article of a saved page, without its menus, with what the page declares about it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aigraph.read.decode import Unreadable
from aigraph.read.source import Draft, Source

_META_BYTES = 4096
_CHARSET = re.compile(rb"""<meta\b[^>]{0,200}?\bcharset\s{0,9}=\s{0,9}["']?([\w-]{1,40})""", re.IGNORECASE)


def read_html(source: Source) -> Iterator[Draft]:
    """Yield the article of the page; raises Unreadable when it has none or cannot be parsed within the limits."""
    data = source.data()
    charset = _CHARSET.search(data, 0, _META_BYTES)
    page = source.decode(data, charset=charset[1].decode("ascii") if charset else None)
    found = source.isolated("aigraph.read.page:article", page)
    if not found.get("text"):
        raise Unreadable("no article was found in this page; save its text as .txt and read that")
    yield Draft(**found)
