from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from aigraph.read.source import MAX_INPUT_BYTES

ReadAll = Callable[..., Any]
GOOD = json.dumps({"text": "Jan Leike joined Anthropic in May 2024.", "language": "en"})


def test_each_line_is_an_article(read_all: ReadAll, fixtures: Path) -> None:
    path = fixtures / "wire.jsonl"
    documents, issues = read_all(path)
    assert [document.path for document in documents] == [f"{path}:1", f"{path}:3"]
    assert [document.language for document in documents] == ["fr", "en"]
    assert [document.published for document in documents] == ["2024-09", None]
    assert documents[1].url == "https://example.org/schulman?a=1"
    assert issues == []


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("{", "not JSON from character"),
        ("[" * 200_000, "nested too deeply"),
        ('{"text": ' * 200_000, "nested too deeply"),
        ('{"text": "a", "score": NaN}', "not JSON"),
        ('{"text": "a", "score": -Infinity}', "not JSON"),
        ('{"text": "a", "score": ' + "9" * 5000 + "}", "not JSON"),
        ('["text"]', "not a JSON object"),
        ('{"title": "a"}', 'no "text"'),
        ('{"text": 3}', '"text" is not a string'),
        ('{"text": "a", "title": ["b"]}', '"title" is not a string'),
        ('{"text": " "}', "no text in it"),
        ('{"text": "a", "language": "de"}', "language 'de'"),
        ('{"text": "a\0"}', "not text"),
        ('{"text": "' + "x" * MAX_INPUT_BYTES + '"}', "longer than 10 MB"),
    ],
)
def test_a_bad_line_is_one_issue_and_the_rest_is_read(read_all: ReadAll, tmp_path: Path, line: str, what: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(f"\n{line}\n{GOOD}\n", "utf-8")
    documents, issues = read_all(path)
    assert [document.path for document in documents] == [f"{path}:3"]
    assert len(issues) == 1
    assert issues[0].startswith(f"{path}:2: ")
    assert what in issues[0]


def test_surrogates_and_controls_do_not_come_in(read_all: ReadAll, tmp_path: Path) -> None:
    path = tmp_path / "a.ndjson"
    path.write_text(r'{"text": "a\ud800b\u0000 \ud83d\ude00 e\u0301", "language": "en", "title": "\udfff"}', "utf-8")
    (document,), _ = read_all(path)
    assert document.text == "ab 😀 é"
    assert document.title is None


@pytest.mark.parametrize(("data", "what"), [(b"", "the file is empty"), (b"\x89PNG\0\n\0\n\0\n\0", "not text")])
def test_a_file_of_no_lines_is_one_issue(read_all: ReadAll, tmp_path: Path, data: bytes, what: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(data)
    documents, issues = read_all(path)
    assert documents == []
    assert len(issues) == 1
    assert issues[0].startswith(f"{path}: {what}")


def test_a_long_archive_is_read_line_by_line(read_all: ReadAll) -> None:
    filler = json.dumps({"text": "x" * 1_000_000, "language": "en"})
    stream = io.BytesIO("\n".join([GOOD] + [filler] * 12 + [GOOD]).encode())
    documents, issues = read_all("-", stdin=stream)
    assert [document.path for document in documents] == ["-:1", "-:2"]
    assert issues[-1] == "-:14: same text as -:1; it was read once"
