"""What a reader is given (a source) and what it gives back (drafts)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO, TypeAlias

from aigraph.model import Form, Issue
from aigraph.read.decode import Unreadable, decode
from aigraph.read.worker import Worker

MAX_INPUT_BYTES = 10_000_000
"""The largest article that is read: one file, or one line of JSON Lines."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as its file gives it: text not yet cleaned, fields not yet checked.

    `language` is what the author declared, `markup_language` what a page's template says; `line` the line of a file
    that holds many articles.
    """

    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    language: str | None = None
    markup_language: str | None = None
    line: int | None = None
    form: Form = Form.ARTICLE


@dataclass(frozen=True, slots=True)
class Source:
    """One open input: `path` as people read it, and the bytes."""

    path: str
    stream: BinaryIO
    worker: Worker
    on_issue: Callable[[Issue], None]

    def place(self, line: int | None = None) -> str:
        """Return "path" or "path:line"."""
        return self.path if line is None else f"{self.path}:{line}"

    def note(self, what: str, *, line: int | None = None) -> None:
        """Report a fault that does not stop the reading."""
        self.on_issue(Issue(self.place(line), what))

    def data(self) -> bytes:
        """Return all bytes; raises Unreadable when there are none or too many (no more than the limit is read)."""
        data = self.stream.read(MAX_INPUT_BYTES + 1)
        if len(data) > MAX_INPUT_BYTES:
            raise Unreadable(f"larger than {MAX_INPUT_BYTES // 1_000_000} MB; split it into articles")
        if not data.strip():
            raise Unreadable("the file is empty; remove it or write an article in it")
        return data

    def text(self) -> str:
        """Return the whole text, a guessed encoding being noted; raises Unreadable."""
        return self.decode(self.data())

    def decode(self, data: bytes, *, charset: str | None = None, line: int | None = None) -> str:
        """Return `data` as text, a guessed encoding being noted; raises Unreadable on binary data."""
        text, remark = decode(data, charset=charset)
        if remark:
            self.note(remark, line=line)
        return text

    def isolated(self, function: str, argument: Any) -> Any:
        """Run `function` ("module:name", JSON in, JSON out) in the worker; raises Unreadable if it dies."""
        return self.worker.run(function, argument)


Reader: TypeAlias = Callable[[Source], Iterator[Draft]]
"""A format: yields the articles of a source, notes what is wrong, raises Unreadable when nothing can be read."""
