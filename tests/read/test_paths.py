from __future__ import annotations

import io
import itertools
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from aigraph.errors import InputError
from aigraph.read import READERS, read
from aigraph.read.paths import find

ReadAll = Callable[..., Any]
FIRST = "Alexandr Wang joined Meta in June 2025.\n"
SECOND = "Shengjia Zhao left OpenAI for Meta in 2025.\n"


def test_a_folder_gives_its_articles_in_the_order_of_their_paths(read_all: ReadAll, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / "b" / "one.TXT").write_text(FIRST)
    (tmp_path / "z.md").write_text(SECOND)
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "data.csv").write_text("a,b")
    (tmp_path / ".hidden.txt").write_text("hidden")
    (tmp_path / ".git" / "note.txt").write_text("hidden")
    documents, issues = read_all(tmp_path)
    assert [document.path for document in documents] == [str(tmp_path / "b" / "one.TXT"), str(tmp_path / "z.md")]
    assert issues == []


def test_only_regular_files_in_folders_are_read(read_all: ReadAll, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FIRST)
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "link.txt").symlink_to("/etc/passwd")
    (tmp_path / "dangling.txt").symlink_to("nowhere")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "folder.txt").mkdir()
    documents, issues = read_all(tmp_path)
    assert [document.path for document in documents] == [str(tmp_path / "a.txt")]
    assert issues == []


def test_the_smallest_path_of_a_text_wins_in_any_order(read_all: ReadAll, tmp_path: Path) -> None:
    for name, text in (("a.txt", FIRST), ("b.txt", SECOND), ("c.txt", FIRST)):
        (tmp_path / name).write_text(text)
    outcomes = [
        read_all(*paths)
        for paths in itertools.permutations([tmp_path / "c.txt", tmp_path / "b.txt", tmp_path / "a.txt"])
    ]
    outcomes += [read_all(tmp_path), read_all(tmp_path, tmp_path / "c.txt")]
    documents, issues = outcomes[0]
    assert [document.path for document in documents] == [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    assert issues == [f"{tmp_path / 'c.txt'}: same text as {tmp_path / 'a.txt'}; it was read once"]
    assert all(outcome == outcomes[0] for outcome in outcomes)


def test_two_ways_to_one_file_are_one_file(read_all: ReadAll, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(FIRST)
    (tmp_path / "b.txt").symlink_to("a.txt")
    monkeypatch.chdir(tmp_path)
    documents, issues = read_all("b.txt", "./a.txt", "a.txt", tmp_path / "a.txt")
    assert [document.path for document in documents] == ["./a.txt"]
    assert issues == []


def test_a_missing_path_stops_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    issues: list[object] = []
    for missing, what in (
        (str(tmp_path / "no.txt"), "No such file"),
        ("", "No such file"),
        ("a\0b", "not a possible path"),
        ("https://example.org/a.html", "web addresses are not fetched"),
    ):
        with pytest.raises(InputError, match=what) as error:
            read([str(tmp_path / "empty"), missing], on_issue=issues.append)
        assert "\n" not in str(error.value)
    assert issues == []


def test_a_named_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(InputError, match="neither a file nor a folder"):
        read([str(tmp_path / "pipe.txt")], on_issue=print)


def test_a_folder_without_articles_is_an_issue(read_all: ReadAll, tmp_path: Path) -> None:
    (tmp_path / "data.csv").write_text("a,b")
    documents, issues = read_all(tmp_path)
    assert documents == []
    assert issues == [
        f"{tmp_path}: no article found in this folder (looked for .htm, .html, .jsonl, .md, .ndjson, .txt)"
    ]


def test_a_file_that_goes_away_is_an_issue(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FIRST)
    (tmp_path / "b.txt").write_text(SECOND)
    issues: list[str] = []
    documents = read([str(tmp_path)], on_issue=lambda issue: issues.append(str(issue)))
    (tmp_path / "a.txt").unlink()
    (tmp_path / "b.txt").unlink()
    os.mkfifo(tmp_path / "b.txt")
    assert list(documents) == []
    assert issues == [
        f"{tmp_path / 'a.txt'}: cannot be read (No such file or directory)",
        f"{tmp_path / 'b.txt'}: no longer a regular file",
    ]


@pytest.mark.skipif(sys.platform == "darwin", reason="file names are Unicode there")
def test_odd_file_names_are_shown_safely(read_all: ReadAll, tmp_path: Path) -> None:
    for name in (b"a\xff.txt", b"b\n\x1b.txt"):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text(FIRST)
    (document,), issues = read_all(tmp_path)
    assert document.path == f"{tmp_path}/a\ufffd.txt"
    assert issues == [f"{tmp_path}/b\\n.txt: same text as {tmp_path}/a\ufffd.txt; it was read once"]


@pytest.mark.parametrize(
    ("data", "path"),
    [
        (FIRST.encode(), "-"),
        (FIRST.encode("utf-16"), "-"),
        (b'{"text": "Alexandr Wang joined Meta in June 2025.\\n", "language": "en"}', "-:1"),
        (f"\n<!-- saved -->\n<!doctype html><html lang=en><body><p>{FIRST * 3}</p></body></html>".encode(), "-"),
        (f"<html lang=en><body><p>{FIRST * 3}</p></body></html>".encode("utf-16"), "-"),
        (b"{ Alexandr Wang joined Meta in June 2025. }", "-"),
    ],
    ids=["text", "utf-16", "json", "html", "html in utf-16", "braces"],
)
def test_standard_input_is_looked_into(read_all: ReadAll, data: bytes, path: str) -> None:
    stream = io.BytesIO(data)
    (document,), issues = read_all("-", stdin=stream)
    assert "Alexandr Wang joined Meta" in document.text
    assert "<" not in document.text
    assert '"' not in document.text
    assert document.path == path
    assert issues == []
    assert not stream.closed


def test_a_named_file_of_an_unknown_suffix_is_looked_into(read_all: ReadAll, tmp_path: Path) -> None:
    (tmp_path / "saved").write_text(f"<!DOCTYPE html><html><body><p>{SECOND}</p></body></html>")
    (tmp_path / "notes.rst").write_text(FIRST)
    documents, issues = read_all(tmp_path / "saved", tmp_path / "notes.rst")
    assert [document.text.strip() for document in documents] == [FIRST.strip(), SECOND.strip()]
    assert issues == []


def test_the_real_standard_input_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(FIRST.encode())))
    assert [document.text for document in read(["-"], on_issue=print)] == [FIRST]


def test_paths_are_found_once_and_sorted(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FIRST)
    assert find(["-", str(tmp_path), "-"], suffixes=READERS, on_issue=print) == ["-", str(tmp_path / "a.txt")]
