from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aigraph.model import Issue
from aigraph.read import read
from aigraph.read.clean import clean
from aigraph.read.decode import repair

ReadAll = Callable[..., Any]
BODY = "Liam Fedus left OpenAI in March 2025.\n"


def test_the_text_of_a_file_is_the_file(read_all: ReadAll, fixtures: Path) -> None:
    path = fixtures / "brief.txt"
    (document,), issues = read_all(path)
    assert document.text == path.read_text("utf-8")
    assert (document.path, document.language, document.title, issues) == (str(path), "en", None, [])


@pytest.mark.parametrize(
    ("opening", "published"),
    [
        ("date 2025-07 ", "2025-07"),
        ("Date: 2025-07-01\n", "2025-07-01"),
        ("Publié le 2025\n", "2025"),
        ("date 2025-07-99999 ", None),
        ("dates 2025-07 ", None),
        ("On date 2025-07 ", None),
        ("---\npublished: 2024\n---\ndate 2025-07 ", "2024"),
    ],
)
def test_a_text_that_opens_with_its_date_is_of_that_date(
    opening: str, published: str | None, read_all: ReadAll, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(opening + BODY, "utf-8")
    ((document,), _) = read_all(tmp_path / "a.txt")
    assert document.published == published


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"date 2025-07 Ten researchers for one laboratory\n\n{BODY}", "Ten researchers for one laboratory"),
        (f"Date: 2025-07-01\n{BODY}", None),
        ("date 2025-07 " + "Liam Fedus left OpenAI in March 2025. " * 10, None),
        (f"---\ntitle: Ten\n---\ndate 2025-07 Twelve\n\n{BODY}", "Ten"),
    ],
)
def test_what_stands_beside_the_date_is_the_title(
    text: str, title: str | None, read_all: ReadAll, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(text, "utf-8")
    ((document,), _) = read_all(tmp_path / "a.txt")
    assert document.title == title


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from("\r\n\t\x85\x1b"), min_size=1))
def test_no_place_in_a_text_ever_shifts(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    issues: list[Issue] = []
    path.write_bytes(b"---\nlanguage: en\n---\n" + text.encode("utf-8"))
    documents = list(read([str(path)], on_issue=issues.append))
    if any("repaired" in issue.what for issue in issues):
        assert repair(text)[0] != text
        text = repair(text)[0]
    assert [document.text for document in documents] == [clean(text)] * any(map(str.isalnum, text))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_front_matter_gives_the_fields(read_all: ReadAll, tmp_path: Path, end: str) -> None:
    path = tmp_path / "a.txt"
    lines = ["---", "Title: 'On the move: again'", "# a comment", "", "published: 2025-03", "draft: no", "language: en"]
    path.write_bytes(end.join([*lines, "---  ", "", BODY]).encode("utf-8-sig"))
    (document,), issues = read_all(path)
    assert document.text == "\n" + BODY
    assert (document.title, document.published, document.language) == ("On the move: again", "2025-03", "en")
    assert issues == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("---\ntitle: x\nPublished: Liam Fedus left OpenAI", "no closing ---"),
        ("---\ntitle: x\n" + BODY + "---\n", "without a colon"),
        ("---\n" + "a: b\n" * 300 + "---\n" + BODY, "no closing ---"),
    ],
)
def test_a_malformed_front_matter_is_text(read_all: ReadAll, tmp_path: Path, text: str, what: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, "utf-8")
    (document,), issues = read_all(path)
    assert document.text == text
    assert document.title is None
    assert len(issues) == 1
    assert what in issues[0]


@pytest.mark.parametrize(
    ("line", "field", "value", "what"),
    [
        ("published: 2025-06-30T23:59:00-07:00", "published", "2025-06-30", None),
        ("published: 2025", "published", "2025", None),
        ("published: yesterday", "published", None, "published 'yesterday' was left out"),
        ("published: 2025-02-30", "published", None, "2025-02-30"),
        ("published: 2025-00", "published", None, "2025-00"),
        ("url: https://example.org/a b?x=é&y=%zz", "url", "https://example.org/a%20b?x=%C3%A9&y=%25zz", None),
        ("url: javascript:alert(1)", "url", None, "http or https"),
        ("url: http://[", "url", None, "http or https"),
        ("url: https://a b/", "url", None, "http or https"),
        ("title: " + "x" * 1001, "title", None, "1000 characters"),
        ("title: CafÃ© â€™", "title", "Café ’", None),
        ("author: a\tb\x1b[0m", "author", "a b[0m", None),
        ('title: ""', "title", None, None),
    ],
)
def test_fields_are_checked(
    read_all: ReadAll, tmp_path: Path, line: str, field: str, value: str | None, what: str | None
) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"---\n{line}\n---\n{BODY}", "utf-8")
    (document,), issues = read_all(path)
    assert getattr(document, field) == value
    assert len(issues) == (what is not None)
    assert what is None or what in issues[0]


def test_markdown_keeps_its_marks(read_all: ReadAll, fixtures: Path, tmp_path: Path) -> None:
    (document,), issues = read_all(fixtures / "note.md")
    assert document.text.startswith("\n# Another heading\n\nAndrej Karpathy left")
    assert document.title == "Karpathy leaves OpenAI again"
    assert document.publisher == "The Example Courier"
    assert document.published == "2024-02-14"
    assert issues == []

    path = tmp_path / "plain.md"
    path.write_text("intro\n\n## Small\n\n# Liam Fedus leaves OpenAI #\n\n" + BODY, "utf-8")
    (document,), issues = read_all(path)
    assert document.title == "Liam Fedus leaves OpenAI"
    assert document.text == path.read_text("utf-8")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "the file is empty"),
        (b" \n\t ", "the file is empty"),
        (b"---\ntitle: x\n---\n", "no text in it"),
        (b"---\ntitle: x\n---", "no text in it"),
        ("\ufeff\u200e\u2003\n".encode("utf-16"), "no text in it"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not text"),
        (b"two\0words", "not text"),
        (b"x" * 20_000_000, "larger than 10 MB"),
        (b"---\nlanguage: de\n---\nText\n", "language 'de' is not read yet (en, fr)"),
    ],
)
def test_what_cannot_be_read_is_one_issue_and_the_rest_is_read(
    read_all: ReadAll, tmp_path: Path, data: bytes, what: str
) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    (tmp_path / "b.txt").write_text(BODY, "utf-8")
    documents, issues = read_all(tmp_path)
    assert [document.text for document in documents] == [BODY]
    assert len(issues) == 1
    assert issues[0].startswith(f"{tmp_path / 'a.txt'}: ")
    assert what in issues[0]


@pytest.mark.parametrize(
    ("data", "text", "what"),
    [
        ("Départ à l’été".encode("cp1252"), "Départ à l’été", "Windows-1252"),
        ("Une IA franÃ§aise".encode(), "Une IA française", "repaired in 1 line"),
        ("Été à Paris, hélas".encode() + b"\xc3", "Été à Paris, hélas\ufffd", "broken UTF-8"),
        ("Départ à l’été".encode("utf-16"), "Départ à l’été", None),
    ],
)
def test_a_wrong_encoding_is_said_and_the_article_kept(
    read_all: ReadAll, tmp_path: Path, data: bytes, text: str, what: str | None
) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    (document,), issues = read_all(tmp_path / "a.txt")
    assert document.text == text
    assert len(issues) == (what is not None)
    assert what is None or what in issues[0]
