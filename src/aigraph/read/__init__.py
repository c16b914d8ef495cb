"""Files to documents. A format is one module with a `Reader` and one line in `READERS`."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from aigraph.model import Document, Issue
from aigraph.read.admit import admit
from aigraph.read.decode import Unreadable
from aigraph.read.html import read_html
from aigraph.read.jsonl import read_jsonl
from aigraph.read.language import SUPPORTED
from aigraph.read.markdown import read_markdown
from aigraph.read.paths import STDIN, find, label, open_file
from aigraph.read.sniff import sniff
from aigraph.read.source import Draft, Reader, Source
from aigraph.read.text import read_text
from aigraph.read.worker import PARSE_SECONDS, Worker

READERS: Mapping[str, Reader] = {
    ".txt": read_text,
    ".md": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
}
"""The formats, by suffix. Other suffixes are passed over in folders; a file that is named is looked into."""


def read(
    paths: Iterable[str],
    *,
    on_issue: Callable[[Issue], None],
    stdin: BinaryIO | None = None,
    languages: Sequence[str] = SUPPORTED,
    parse_seconds: float = PARSE_SECONDS,
    sheets: Mapping[str, Reader] | None = None,
) -> Iterator[Document]:
    """Yield the articles of files, folders and standard input ("-"), in the order of their paths, each text once.

    Articles are read one at a time. `parse_seconds` limits the parsing of one page. `sheets` are the readers of tables
    of facts, by suffix. Raises InputError at once, before anything is read, when a path does not
    exist; every other fault is an Issue.
    """
    readers = {**READERS, **(sheets or {})}
    found = find(paths, suffixes=readers, on_issue=on_issue)
    return _distinct(_articles(found, readers, on_issue, stdin, languages, parse_seconds), on_issue)


def _distinct(documents: Iterable[Document], on_issue: Callable[[Issue], None]) -> Iterator[Document]:
    first_places: dict[str, str] = {}
    for document in documents:
        if document.id in first_places:
            on_issue(Issue(document.path, f"same text as {first_places[document.id]}; it was read once"))
        else:
            first_places[document.id] = document.path
            yield document


def _articles(
    paths: Iterable[str],
    readers: Mapping[str, Reader],
    on_issue: Callable[[Issue], None],
    stdin: BinaryIO | None,
    languages: Sequence[str],
    parse_seconds: float,
) -> Iterator[Document]:
    with Worker(seconds=parse_seconds) as worker:
        for path in paths:
            with contextlib.ExitStack() as stack:
                try:
                    stream = (stdin or sys.stdin.buffer) if path == STDIN else stack.enter_context(open_file(path))
                    suffix = Path(path).suffix.lower()
                    if suffix not in readers:
                        suffix, stream = sniff(stream)
                    source = Source(label(path), stream, worker, on_issue)
                    yield from _admitted(readers.get(suffix, read_text)(source), source, languages)
                except Unreadable as error:
                    on_issue(Issue(label(path), str(error)))


def _admitted(drafts: Iterable[Draft], source: Source, languages: Sequence[str]) -> Iterator[Document]:
    for draft in drafts:
        try:
            document = admit(draft, source=source, languages=languages)
        except Unreadable as error:
            source.note(str(error), line=draft.line)
        else:
            yield document
