"""JSON Lines: one article a line, an object with `text` and the fields of a front matter."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NoReturn

from aigraph.read.decode import Unreadable
from aigraph.read.front_matter import FIELDS
from aigraph.read.source import MAX_INPUT_BYTES, Draft, Source


def read_jsonl(source: Source) -> Iterator[Draft]:
    """Yield an article for each sound line and note each bad one; the file may have any length."""
    number = 0
    while data := source.stream.readline(MAX_INPUT_BYTES + 1):
        number += 1
        try:
            if len(data) > MAX_INPUT_BYTES:
                _skip_rest(source, data)
                raise Unreadable(f"the line is longer than {MAX_INPUT_BYTES // 1_000_000} MB; it was left out")
            if data.strip():
                yield _draft(source.decode(data, line=number), number)
        except Unreadable as error:
            if number == 1 and b"\0" in data:
                raise  # the file is no text at all: one issue, not one a line
            source.note(str(error), line=number)
    if not number:
        raise Unreadable("the file is empty; remove it or write an article in it")


def _skip_rest(source: Source, data: bytes) -> None:
    while data and not data.endswith(b"\n"):
        data = source.stream.readline(MAX_INPUT_BYTES)


def _draft(line: str, number: int) -> Draft:
    try:
        record = json.loads(line, parse_constant=_refuse)
    except RecursionError as error:
        raise Unreadable("the JSON is nested too deeply; the line was left out") from error
    except ValueError as error:
        place = f" from character {error.pos + 1} on" if isinstance(error, json.JSONDecodeError) else ""
        raise Unreadable(f"not JSON{place}; the line was left out") from error
    if not isinstance(record, dict):
        raise Unreadable('not a JSON object; write one {"text": "..."} a line')
    fields: dict[str, Any] = {key: record[key] for key in ("text", *FIELDS) if record.get(key) is not None}
    if "text" not in fields:
        raise Unreadable('no "text" in the object; the line was left out')
    for key, value in fields.items():
        if not isinstance(value, str):
            raise Unreadable(f'"{key}" is not a string; the line was left out')
    return Draft(**fields, line=number)


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON value")
