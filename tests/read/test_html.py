from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ReadAll = Callable[..., Any]
WORDS = "<p>Igor Babuschkin, one of the founders of xAI, announced in August 2025 that he had left the company.</p>"


def page(head: str = "", body: str = WORDS, lang: str = "en") -> str:
    return f'<!DOCTYPE html><html lang="{lang}"><head>{head}</head><body><article>{body}</article></body></html>'


def json_ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


def test_a_page_gives_its_article_and_what_it_declares(read_all: ReadAll, fixtures: Path) -> None:
    (document,), issues = read_all(fixtures / "page.html")
    assert document.title == "Cohere recrute Joelle Pineau & change d’échelle"
    assert document.published == "2025-08-14"
    assert document.author == "La rédaction; Agence"
    assert document.publisher == "La Gazette"
    assert document.url == "https://gazette.example/cohere-pineau"
    assert document.language == "fr"
    assert "prend la direction de l’intelligence artificielle de Cohere" in document.text
    assert "Mentions légales" not in document.text
    assert "S’abonner" not in document.text
    assert issues == []


def test_one_worker_reads_all_pages_and_only_declared_dates_count(read_all: ReadAll, tmp_path: Path) -> None:
    expected = {
        '<meta property="article:published_time" content="2025-08-13T10:00:00Z">': "2025-08-13",
        '<meta name="date" content="13/08/2025"><meta itemprop="datePublished" content="2025-08-13">': "2025-08-13",
        json_ld('{"@type": "NewsArticle", "datePublished": "2025-08-13"}'): "2025-08-13",
        json_ld('[{"@type": "BlogPosting", "datePublished": "August 2025"}]'): None,
        json_ld('{"@type": "WebPage", "mainEntity": {"@type": "Article", "datePublished": "2025-08"}}'): "2025-08",
        json_ld('{"@type": "NewsArticle", "datePublished": 7, "author": {"name": 3}, "headline": []}'): None,
        json_ld('{"@type": "NewsArticle", '): None,
        json_ld("[" * 50_000): None,
        '<link rel="canonical" href="https://example.org/2025/08/13/x"><meta name="edited" content="2025-08-14">': None,
    }
    for number, head in enumerate(expected):
        (tmp_path / f"{number:02}.html").write_text(page(head, f"<h1>Page {number}</h1>{WORDS}"), "utf-8")
    bodies = {
        '<time pubdate datetime="2025-08-13T09:00">13 August</time>': "2025-08-13",
        '<time class="entry-date published" datetime="2025-08-13">13 August</time>': "2025-08-13",
        '<p>Updated <time datetime="2025-08-14">14 August 2025</time></p>': None,
        "<p>Paris, August 13, 2025</p>": None,
    }
    for number, body in enumerate(bodies, start=len(expected)):
        (tmp_path / f"{number:02}.html").write_text(page("", f"<h1>Page {number}</h1>{body}{WORDS}"), "utf-8")
    documents, issues = read_all(tmp_path)
    assert [document.published for document in documents] == [*expected.values(), *bodies.values()]
    assert issues == []


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252"])
def test_a_page_is_decoded_as_it_declares(read_all: ReadAll, tmp_path: Path, charset: str) -> None:
    path = tmp_path / "a.htm"
    words = "<p>Arthur Mensch a quitté Google DeepMind pour créer, avec deux associés, l’entreprise Mistral.</p>"
    path.write_bytes(page(f'<meta charset="{charset}">', words, "fr").encode("cp1252"))
    (document,), issues = read_all(path)
    assert "quitté Google DeepMind pour créer, avec deux associés, l’entreprise" in document.text
    assert issues == []


def test_a_fragment_is_a_page(read_all: ReadAll, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(WORDS, "utf-8")
    (document,), _ = read_all(path)
    assert document.text.startswith("Igor Babuschkin, one of the founders")


def test_links_of_other_schemes_are_left_out(read_all: ReadAll, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(page('<link rel="canonical" href="javascript:alert(1)">'), "utf-8")
    (document,), _ = read_all(path)
    assert document.url is None


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (" ", "the file is empty"),
        ("<html><body></body></html>", "no article was found"),
        ("<html><body>" + "<div>" * 100_000 + "deep" + "</div>" * 100_000, "no article was found"),
        ("<html><body>" + "<b>" * 100_000 + "deep", "no article was found"),
        (
            "<html><body><p " + " ".join(f"a{n}=1" for n in range(200_000)) + ">wide</p>",
            "the parser was stopped after 2 s",
        ),
        ("<html>" + "x" * 10_000_000, "larger than 10 MB"),
        ("<html>\0\0", "not text"),
    ],
    ids=["empty", "no words", "deep blocks", "deep marks", "attributes", "long", "binary"],
)
def test_a_hostile_page_is_one_issue_and_the_rest_is_read(
    read_all: ReadAll, tmp_path: Path, content: str, what: str
) -> None:
    (tmp_path / "a.html").write_text(content, "utf-8")
    (tmp_path / "b.html").write_text(page(), "utf-8")
    documents, issues = read_all(tmp_path, parse_seconds=2)
    assert [document.path for document in documents] == [str(tmp_path / "b.html")]
    assert len(issues) == 1
    assert issues[0].startswith(f"{tmp_path / 'a.html'}: ")
    assert what in issues[0]
