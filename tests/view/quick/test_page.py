from __future__ import annotations

import base64
import hashlib
import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from importlib.resources import files
from typing import Any

import pytest
from tests.view.conftest import DOCUMENTS, STATEMENTS

from aigraph.errors import DataError
from aigraph.graph.network import network
from aigraph.model import Document, Network
from aigraph.view.quick import html, limit, page, strongest


class Elements(HTMLParser):
    """The scripts, styles and start tags of a page, as a parser sees them."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, dict[str, str | None], str]] = []
        self._open: tuple[str, dict[str, str | None]] | None = None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._open = (tag, dict(attrs)) if tag in ("script", "style", "title", "h1") else None

    def handle_endtag(self, tag: str) -> None:
        self._open = None

    def handle_data(self, data: str) -> None:
        if self._open:
            self.texts.append((*self._open, data))

    def content(self, tag: str, **attributes: str) -> list[str]:
        return [text for name, attrs, text in self.texts if name == tag and attributes.items() <= attrs.items()]


def data_of(text: str) -> dict[str, Any]:
    [data] = Elements(text).content("script", type="application/json")
    loaded: dict[str, Any] = json.loads(data)
    return loaded


@pytest.fixture(scope="module")
def text(moves: Network) -> str:
    return page(moves, title="Who moved where")


def test_every_edge_has_its_sentence_its_article_and_its_rule(text: str, moves: Network) -> None:
    data = data_of(text)
    assert {edge["id"] for edge in data["edges"]} == {edge.id for edge in moves.edges}
    for edge in data["edges"]:
        evidence = data["statements"][edge["statement"]]["evidence"]
        assert evidence
        for one in evidence:
            assert data["documents"][one["document"]]["name"].startswith("News of")
            assert one["rule"].startswith("en.")


def test_the_pieces_of_a_quote_make_the_quote_and_mark_the_names(text: str) -> None:
    quotes = {
        "".join(piece for piece, _ in evidence["pieces"]): [piece for piece, named in evidence["pieces"] if named]
        for statement in data_of(text)["statements"].values()
        for evidence in statement["evidence"]
    }
    assert quotes["Shengjia Zhao left OpenAI for Meta."] == ["Shengjia Zhao", "Meta"]


def test_pyvis_and_networkx_give_what_vis_network_draws(text: str, moves: Network) -> None:
    data = data_of(text)
    places = {node["id"]: (node["x"], node["y"]) for node in data["nodes"]}
    assert places == {node.entity.id: (node.x, node.y) for node in moves.nodes}
    assert data["options"]["physics"] == {"enabled": False}
    assert data["options"]["layout"]["improvedLayout"] is False
    dashes = {edge["statement"]: edge["dashes"] for edge in data["edges"]}
    sure = {id_: statement["modality"] == "asserted" for id_, statement in data["statements"].items()}
    assert {id_: not dash for id_, dash in dashes.items()} == sure


def test_the_policy_allows_the_scripts_and_the_style_of_the_page_and_nothing_else(text: str) -> None:
    elements = Elements(text)
    [policy] = [a["content"] or "" for tag, a in elements.tags if a.get("http-equiv") == "Content-Security-Policy"]
    directives = dict(part.strip().split(" ", 1) for part in policy.split(";"))

    def source(content: str) -> str:
        return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"

    scripts = [body for _, attrs, body in elements.texts if _ == "script" and "type" not in attrs]
    assert len(scripts) == 2
    assert directives == {
        "default-src": "'none'",
        "script-src": " ".join(map(source, scripts)),
        "style-src": source(elements.content("style")[0]),
        "base-uri": "'none'",
        "form-action": "'none'",
    }


def test_nothing_in_the_page_points_outside_it(text: str) -> None:
    for tag, attributes in Elements(text).tags:
        assert not {"src", "href", "style", "srcset", "data"} & attributes.keys(), tag
        assert not [name for name in attributes if name.startswith("on")], tag
    assert "sourceMappingURL" not in text
    assert "cdn" not in text.lower().replace("cdnjs", "cdn").partition('id="data"')[0]


def test_the_same_network_gives_the_same_bytes(text: str, moves: Network) -> None:
    assert page(moves, title="Who moved where") == text


def test_the_page_starts_in_the_language_asked_for(moves: Network) -> None:
    french = page(moves, title="Qui est parti où", language="fr")
    assert '<html lang="fr">' in french
    assert "Liste</button>" in french
    with pytest.raises(ValueError, match="en and fr"):
        page(moves, title="", language="de")


def test_every_word_is_said_in_both_languages(text: str) -> None:
    words = data_of(text)["words"]
    assert words["en"].keys() == words["fr"].keys()
    assert all(words["en"].values())
    assert all(words["fr"].values())
    script = (files("aigraph.view.quick") / "page.js").read_text(encoding="utf-8")
    used = set(re.findall(r'\bt\("([a-z_]+)"\)', script)) | set(
        re.findall(r'data-(?:text|label|placeholder)="(\w+)"', text)
    )
    assert used <= words["en"].keys()


def test_a_title_is_text(payload: str) -> None:
    elements = Elements(page(Network((), (), {}), title=payload))
    title = re.sub(r"\s", " ", payload)
    assert [re.sub(r"\s", " ", t) for t in elements.content("h1")] == [title]
    assert len([tag for tag, _ in elements.tags if tag == "script"]) == 3


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//example.org", ""])
def test_only_web_addresses_become_links(moves: Network, url: str) -> None:
    documents = {id_: Document(d.text, title=d.title, url=url) for id_, d in moves.documents.items()}
    data = data_of(page(Network(moves.nodes, moves.edges, documents), title=""))
    assert {document["url"] for document in data["documents"].values()} == {None}


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(limit, "LIMIT", 5)
    return 5


def test_beyond_the_limit_the_surest_moves_are_drawn_whole_and_the_page_says_so(moves: Network, few: int) -> None:
    kept, left_out = strongest(STATEMENTS)
    data = data_of(page(network(kept, DOCUMENTS), title="", left_out=left_out))
    assert data["limit"] == {"shown": few - 1, "total": len(moves.edges)}
    assert {statement["relation"] for statement in data["statements"].values()} == {"movedTo"}
    ends = {end for edge in data["edges"] for end in (edge["from"], edge["to"])}
    assert {node["id"] for node in data["nodes"]} == ends == data["entities"].keys()


def test_an_empty_network_is_a_page_too() -> None:
    assert data_of(page(Network((), (), {}), title="Nothing yet"))["nodes"] == []


def test_a_script_that_would_end_its_element_is_refused(moves: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "script", lambda: "x = '</SCRIPT>'")
    with pytest.raises(DataError, match="</script"):
        page(moves, title="")


def test_pyvis_is_loaded_only_when_a_page_is_made() -> None:
    code = "import sys, aigraph.view; sys.exit('pyvis' in sys.modules or 'networkx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], env={"PYTHONPATH": ":".join(sys.path)}).returncode == 0
