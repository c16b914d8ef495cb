"""Sheets of spreadsheet programs: Excel's .xlsx, OpenDocument's .ods."""

from __future__ import annotations

import base64
import io
import zipfile
from collections.abc import Iterator

from aigraph.facts.sheet import MAX_ROWS, drafts
from aigraph.read.decode import Unreadable
from aigraph.read.source import Draft, Source

MAX_UNPACKED_BYTES = 100_000_000
"""The most that the parts of a workbook may have once they are unpacked."""


def read_workbook(source: Source) -> Iterator[Draft]:
    """Yield the documents of the first sheet that is a table of facts; raises Unreadable when there is none."""
    data = source.data()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise Unreadable("no workbook, or a damaged one; save it again, or as CSV") from error
    if unpacked > MAX_UNPACKED_BYTES:
        raise Unreadable(f"unpacks to more than {MAX_UNPACKED_BYTES // 1_000_000} MB; save the sheet of facts as CSV")
    packed = base64.b64encode(data).decode("ascii")
    found = source.isolated("aigraph.facts.cells:rows", [packed, MAX_ROWS])
    if "refused" in found:
        raise Unreadable(found["refused"])
    if found["months"]:
        source.note(
            f"dates on the first of a month ({found['months']}) were read as the month, which a spreadsheet stores so; "
            "write such a day as text ('2025-07-01)"
        )
    return drafts(source, ((number, cells) for number, cells in found["rows"]))
