"""People who must not come back: their names are kept as keyed hashes only, and taken out of whatever is read.

The key and the hashes stand in one file in the folder of the store. Whoever has that file can test whether a name is
in it, but cannot read the names.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

from aigraph.errors import InputError
from aigraph.files import write_file
from aigraph.gazetteer import fold
from aigraph.model import Document

REDACTED = "[…]"
"""What stands in a text in place of a name that was taken out."""

_FILE = "suppressed"
_WORD = re.compile(r"[^\W_]+")
_KEY_BYTES = 32
_MAX_WORDS = 6


@dataclass(frozen=True)
class Suppression:
    """The names that are taken out: a key, and the hash of each name under it."""

    key: bytes = b""
    hashes: frozenset[str] = frozenset()

    @classmethod
    def of(cls, folder: str | Path | None) -> Self:
        """Read it from the folder of a store; without one, or without the file, nothing is suppressed."""
        path = Path(folder) / _FILE if folder is not None else None
        if path is None or not path.is_file():
            return cls()
        try:
            key, *hashes = path.read_text(encoding="ascii").split()
            return cls(bytes.fromhex(key), frozenset(hashes))
        except (OSError, ValueError) as error:
            raise InputError(
                f"{path}: cannot be read ({error}); without it, people who were forgotten return"
            ) from error

    def with_names(self, names: Iterable[str]) -> Suppression:
        """Return one that takes out these names, too; the key is drawn when there is none yet."""
        wider = Suppression(self.key or secrets.token_bytes(_KEY_BYTES), self.hashes)
        found = (wider._hash(list(_words(name))) for name in names if list(_words(name)))
        return replace(wider, hashes=wider.hashes.union(found))

    def has(self, name: str) -> bool:
        """Tell whether a name is among those that are taken out."""
        return bool(self.hashes) and self._hash(list(_words(name))) in self.hashes

    def save(self, folder: Path) -> None:
        """Write it into the folder of a store."""
        lines = "\n".join((self.key.hex(), *sorted(self.hashes), ""))
        write_file(folder / _FILE, lambda stream: stream.write(lines.encode("ascii")))

    def applied(self, document: Document) -> Document:
        """Return the document without the names, in text, title, author and path; an address with one is left out."""
        if not self.hashes:
            return document
        lone = {word for text in (document.text, document.title or "") for word in self._family_names(text)}
        fields = {name: getattr(document, name) for name in ("text", "title", "publisher", "author", "path")}
        clean: dict[str, Any] = {
            name: self._redacted(value, lone) if value else value for name, value in fields.items()
        }
        url = document.url if document.url == self._redacted(document.url or "", lone) else None
        return replace(document, **clean, url=url)

    def _matches(self, text: str) -> Iterator[tuple[list[re.Match[str]], list[str]]]:
        """Yield the places of suppressed names, the longest first at each word: their words, and these as compared."""
        words = list(_WORD.finditer(text))
        folded = [fold(word.group()) for word in words]
        at = 0
        while at < len(words):
            for length in range(min(_MAX_WORDS, len(words) - at), 0, -1):
                if self._hash(folded[at : at + length]) in self.hashes:
                    yield words[at : at + length], folded[at : at + length]
                    at += length - 1
                    break
            at += 1

    def _family_names(self, text: str) -> Iterator[str]:
        for _, folded in self._matches(text):
            if len(folded) > 1:
                yield folded[-1]

    def _redacted(self, text: str, lone: set[str]) -> str:
        spans = [(words[0].start(), words[-1].end()) for words, _ in self._matches(text)]
        # A family name alone, not the word that is spelt like it.
        spans += [w.span() for w in _WORD.finditer(text) if w.group()[0].isupper() and fold(w.group()) in lone]
        parts, done = [], 0
        for start, end in sorted(spans):
            if start >= done:
                parts += [text[done:start], REDACTED]
                done = end
        return "".join((*parts, text[done:]))

    def _hash(self, words: list[str]) -> str:
        return hashlib.blake2b(" ".join(words).encode("utf-8"), key=self.key, digest_size=16).hexdigest()


def _words(name: str) -> Iterator[str]:
    return (fold(word) for word in _WORD.findall(name))
