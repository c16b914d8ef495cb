"""What a stream without a telling name holds."""

from __future__ import annotations

import codecs
import io
import re
from typing import BinaryIO

HEAD_BYTES = 4096

_HTML = re.compile(r"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)?<(!doctype\s+html|html|head|body|meta|title)\b", re.I | re.S)
# A record on one line; pretty-printed JSON breaks its line after the brace.
_RECORD = re.compile(r'\s*\{[ \t]*"')


def sniff(stream: BinaryIO) -> tuple[str, BinaryIO]:
    """Return the suffix of the format (".html", ".jsonl" or ".txt") and a stream that starts from the beginning."""
    head = stream.read(HEAD_BYTES)
    utf16 = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    text = head.decode("utf-16" if utf16 else "utf-8-sig", errors="replace")
    suffix = ".html" if _HTML.match(text) else ".jsonl" if _RECORD.match(text) else ".txt"
    return suffix, io.BufferedReader(_Rewound(head, stream))


class _Rewound(io.RawIOBase):
    """A stream with its first bytes put back; closing it leaves the stream open."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        super().__init__()
        self._head = head
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        chunk = self._head[: len(buffer)] or self._stream.read(len(buffer))
        self._head = self._head[len(buffer) :]
        buffer[: len(chunk)] = chunk
        return len(chunk)
