"""Scripts and styles that stand inside a page, and the policy that lets them, and nothing else, run."""

from __future__ import annotations

import base64
import hashlib

from markupsafe import Markup

from aigraph.errors import DataError


def inline(text: str, end: str) -> Markup:
    """Return the text of a script or style element as a browser will read and hash it; `end` is what would close it."""
    # A browser reads every line end as a line feed, and hashes that.
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if end in text.lower() or "<!--" in text:
        raise DataError(f"a script or style of the page holds {end!r} or '<!--' and cannot stand inside it")
    return Markup(text)  # noqa: S704 - files of this package and of pyvis, no input


def source(text: str) -> str:
    """Return what a Content-Security-Policy calls a script or style that it lets run."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
