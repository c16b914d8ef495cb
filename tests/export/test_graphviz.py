"""Graphviz itself draws what we write: words, links and lines, whatever the words are."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

import pytest
from lxml import etree
from tests.export import readers
from tests.export.conftest import MOVES, REST, STAYS

from aigraph.export import Options
from aigraph.export.graphviz import address, quoted, shown, tooltip, write_graphviz
from aigraph.export.options import LICENCE
from aigraph.model import Modality, Statement
from aigraph.store import Store

SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"

HOSTILE = (
    "<b>&\"' ]]> {{x}} \\u0041 \u2028\u202e😀 =1+1, | é",
    r"\N and \G, \E \T \H \L \l\n ends \\",
    "R&D &eacute; &#233; &lt;b&gt; &amp; &copy",
    '"];}--> <!-- <TABLE><TR><TD>x</TD></TR></TABLE>',
    "//* # %s",
)

Shelve = Callable[..., Store]

needs_graphviz = pytest.mark.skipif(
    not shutil.which("dot"), reason="Graphviz is not installed: apt-get install graphviz"
)


def written(store: Store, network: str = "all") -> bytes:
    stream = io.BytesIO()
    write_graphviz(store, Options(network), stream)
    return stream.getvalue()


def svg(content: bytes, *how: str) -> etree._Element:
    done = subprocess.run(["dot", "-Tsvg", *how], input=content, capture_output=True, check=True, timeout=60)
    assert not done.stderr
    return etree.fromstring(done.stdout)


def parts(drawing: etree._Element, kind: str) -> dict[str, etree._Element]:
    return {g.findtext(f"{SVG}title"): g for g in drawing.iter(f"{SVG}g") if g.get("class") == kind}


def words(part: etree._Element) -> str:
    return "\n".join(text.text.replace("\xa0", " ") for text in part.iter(f"{SVG}text"))


@needs_graphviz
@pytest.mark.parametrize("text", HOSTILE)
def test_graphviz_shows_the_words_as_they_are(text: str) -> None:
    url = f"https://example.org/?a=1&b={text}"
    lines = f"digraph {{ one [label={quoted(shown(text))}, tooltip={tooltip(text)}, URL={address(url)}] }}"
    (node,) = parts(svg(lines.encode()), "node").values()
    (link,) = node.iter(f"{SVG}a")
    assert words(node) == text
    assert link.get(f"{XLINK}title") == text.replace("\\", "＼")
    assert link.get(f"{XLINK}href").startswith("https://example.org/?a=1&b=")
    assert not set(link.get(f"{XLINK}href")) & set("\"'<> \\")
    assert list(link.attrib) == [f"{XLINK}href", f"{XLINK}title"]


@needs_graphviz
@pytest.mark.parametrize("how", [("-Kdot",), ("-Kneato", "-n"), ("-Ksfdp",)], ids=" ".join)
def test_graphviz_draws_every_node_and_edge_and_says_who_may_use_it(
    how: Sequence[str], statements: Sequence[Statement], shelve: Shelve
) -> None:
    content = written(shelve(statements))
    drawing, held = svg(content, *how), readers.graphviz(content)
    nodes = parts(drawing, "node")
    assert {key: words(node) for key, node in nodes.items()} == {k: v["label"] for k, v in held.nodes.items()}
    assert len([g for g in drawing.iter(f"{SVG}g") if g.get("class") == "edge"]) == len(held.edges)
    assert LICENCE in words(drawing).replace("\n", " ")


def test_a_rumour_is_dotted_and_what_is_only_reported_dashed(statements: Sequence[Statement], shelve: Shelve) -> None:
    (move,) = (s for s in statements if s.object.label == "Anthropic")
    rumour = replace(move, claims=tuple(replace(claim, modality=Modality.RUMOURED) for claim in move.claims))
    others = [statement for statement in statements if statement is not move]
    edges = readers.graphviz(written(shelve([rumour, *others]))).edges
    styles = {edge["modality"]: edge["style"] for edge in edges.values()}
    assert styles == {"asserted": "solid", "reported": "dashed", "rumoured": "dotted"}


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"])
def test_only_pages_of_the_web_are_linked(url: str, statements: Iterable[Statement], shelve: Shelve) -> None:
    articles = [replace(article, url=url) for article in (MOVES, STAYS, REST)]
    edges = readers.graphviz(written(shelve(statements, (), articles))).edges
    assert edges
    assert not any("URL" in edge for edge in edges.values())
