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
# Every table of facts has a column of this name, in French as in English.
_TABLE = re.compile(r"""(?:sep=.\s+)?([^\n]*[,;\t|])?[ "]*relations?[ "]*([,;\t|]|\r?$)""", re.I | re.M)
_ZIP = b"PK\x03\x04"


def sniff(stream: BinaryIO) -> tuple[str, BinaryIO]:
    """Return the suffix of the format and a stream that starts from the beginning.

    What is neither a page, nor JSON Lines, nor a table of facts is text.
    """
    head = stream.read(HEAD_BYTES)
    utf16 = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    text = head.decode("utf-16" if utf16 else "utf-8-sig", errors="replace")
    known = {".html": _HTML, ".jsonl": _RECORD, ".csv": _TABLE}
    suffix = next((suffix for suffix, pattern in known.items() if pattern.match(text)), ".txt")
    return ".xlsx" if head.startswith(_ZIP) else suffix, io.BufferedReader(_Rewound(head, stream))


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
