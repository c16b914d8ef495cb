"""Ids that are hashes of content."""

from __future__ import annotations

import hashlib


def content_id(*parts: str) -> str:
    """Return 16 hexadecimal digits of the SHA-256 of `parts`, each ended by a unit separator.

    >>> content_id("a", "b") == content_id("ab")
    False
    """
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.encode("utf-8"))
        digest.update(b"\x1f")
    return digest.hexdigest()[:16]
