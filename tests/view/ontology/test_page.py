"""The page of the ontology: everything is on it, in both languages; its queries run; anyone can read it anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
import rdflib
from click.testing import CliRunner
from lxml import html
from playwright.sync_api import Browser, Page

from aigraph.cli import program
from aigraph.store import load
from aigraph.view.ontology import page, query
from aigraph.vocabulary import AIG, RelationType, ontology_dir, vocabulary
from aigraph.workspace import Graph

ROOT = Path(__file__).parents[3]
AXE = ROOT / "explorer/node_modules/axe-core/axe.min.js"
every_relation = pytest.mark.parametrize("relation", vocabulary().relations.values(), ids=list(vocabulary().relations))


@pytest.fixture(scope="module")
def text() -> str:
    return page()


@pytest.fixture(scope="module")
def tree(text: str) -> html.HtmlElement:
    return html.document_fromstring(text)


@pytest.fixture(scope="module")
def turtle() -> rdflib.Graph:
    return rdflib.Graph().parse(ontology_dir() / "aigraph.ttl")


@pytest.fixture(scope="module")
def shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(ontology_dir() / "shapes.ttl")


@pytest.fixture(scope="module")
def examples() -> Iterator[Graph]:
    with Graph(load(ROOT / "exports/graph.nq")) as graph:
        yield graph


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_every_term_of_the_turtle_is_on_the_page_with_its_words_and_its_neighbours(
    tree: html.HtmlElement, turtle: rdflib.Graph
) -> None:
    terms = {str(term).removeprefix(AIG) for term in turtle.subjects() if str(term).startswith(AIG)}
    assert {article.get("id") for article in tree.iter("article")} == terms
    assert len(terms) > 100
    for term in terms:
        article, node = tree.get_element_by_id(term), rdflib.URIRef(AIG + term)
        for said in (rdflib.RDFS.label, rdflib.SKOS.definition):
            for literal in turtle.objects(node, said):
                assert isinstance(literal, rdflib.Literal)
                assert " ".join(literal.split()) in words(article), (term, literal)
                same = len(set(map(str, turtle.objects(node, said)))) == 1
                assert same or any(
                    words(part) == " ".join(literal.split())
                    for part in article.iterfind(f".//*[@lang='{literal.language}']")
                )
        links = {a.get("href") for a in article.iter("a")}
        for leads in (rdflib.RDFS.subClassOf, rdflib.RDFS.subPropertyOf, rdflib.RDFS.domain, rdflib.RDFS.range):
            for other in turtle.objects(node, leads):
                assert str(other).replace(AIG, "#") in links, (term, other)


def test_a_link_inside_the_page_leads_somewhere_and_every_place_has_one_name(tree: html.HtmlElement) -> None:
    places = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(places) == len(set(places))
    inside = {a.get("href")[1:] for a in tree.iter("a") if a.get("href").startswith("#")}
    assert inside - set(places) == set()
    assert "movedTo" in inside


def test_every_rule_of_the_shapes_is_there_in_both_languages(tree: html.HtmlElement, shapes: rdflib.Graph) -> None:
    rules = set(shapes.subjects(rdflib.SH.targetClass))
    assert len(rules) > 100
    for rule in rules:
        item = tree.get_element_by_id(f"rule-{shapes.value(rule, rdflib.SH.name)}")
        assert words(item.find(".//p[@lang='en']")) == str(shapes.value(rule, rdflib.SH.message))
        assert words(item.find(".//p[@lang='fr']")) == str(shapes.value(rule, rdflib.SH.description))


@every_relation
def test_a_relation_has_an_example_in_each_language_with_its_ends_marked(
    relation: RelationType, tree: html.HtmlElement
) -> None:
    article = tree.get_element_by_id(relation.id)
    for code in ("en", "fr"):
        (quote,) = article.iterfind(f".//blockquote[@lang='{code}']")
        marks = {mark.get("class") for mark in quote.iter("mark")}
        assert {"subject", "object"} <= marks


@every_relation
def test_the_query_of_a_relation_finds_its_statements(
    relation: RelationType, tree: html.HtmlElement, examples: Graph
) -> None:
    (shown,) = tree.get_element_by_id(relation.id).iterfind(".//pre")
    assert shown.text_content().strip() == query(relation)
    table = examples.query(query(relation))
    place = {name: at for at, name in enumerate(table.columns)}
    ends = table.columns[0], table.columns[1]
    found = {tuple(str(row[place[name]]) for name in (*ends, "standing", "sentence")) for row in table.rows}
    assert found == {
        (s.subject.label, s.object.label, str(s.status), evidence.quote)
        for s in examples.statements()
        if s.relation == relation.id
        for evidence in s.evidence
    }


def test_the_queries_find_something(examples: Graph) -> None:
    rows = {name: len(examples.query(query(relation)).rows) for name, relation in vocabulary().relations.items()}
    assert rows["movedTo"] > 50
    assert sum(map(bool, rows.values())) > 10


def test_the_language_that_is_asked_for_stands_first(text: str) -> None:
    french = page(language="fr")
    assert text == page(language="en") != french
    assert html.document_fromstring(french).get("lang") == "fr"
    assert french.index("Sommaire") < french.index("Contents")
    assert text.index("Contents") < text.index("Sommaire")
    with pytest.raises(ValueError, match="'de'"):
        page(language="de")


def test_the_page_holds_no_script_and_asks_for_nothing(text: str, tree: html.HtmlElement) -> None:
    assert not list(tree.iter("script", "iframe", "img", "link", "object"))
    assert not re.search(r"\son[a-z]+=|\sstyle=|url\(|@import|javascript:", text)
    assert "default-src 'none'; style-src 'sha256-" in tree.xpath("//meta[@http-equiv]/@content")[0]


def test_the_ontology_is_written_where_there_is_no_graph(tmp_path: Path, text: str) -> None:
    def run(*arguments: str) -> tuple[int, str]:
        result = CliRunner().invoke(program, ["export", "ontology", "--store", str(tmp_path / "none"), *arguments])
        return result.exit_code, result.stdout

    assert run("-o", str(tmp_path / "ontology.html"))[0] == 0
    assert (tmp_path / "ontology.html").read_text(encoding="utf-8") == text
    assert run("-o", str(tmp_path / "ontology.ttl"))[0] == 0
    assert (tmp_path / "ontology.ttl").read_bytes() == (ontology_dir() / "aigraph.ttl").read_bytes()
    assert run() == (0, text)
    assert run("--title", "Mine")[0] == 2
    assert run("--true-on", "2024")[0] == 2


@pytest.fixture(scope="module", params=("light", "dark"))
def tab(
    request: pytest.FixtureRequest, browser: Browser, text: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    scheme: Literal["light", "dark"] = request.param
    # axe-core comes from outside the page, which the policy of the page forbids.
    context = browser.new_context(bypass_csp=True, offline=True, color_scheme=scheme)
    file = tmp_path_factory.mktemp("ontology") / "page.html"
    file.write_text(text, encoding="utf-8", newline="")
    tab = context.new_page()
    tab.goto(file.as_uri())
    yield tab
    context.close()


def test_nothing_is_asked_of_the_network_and_the_style_is_let_in(browser: Browser, text: str, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(text, encoding="utf-8", newline="")
    context = browser.new_context(offline=True, viewport={"width": 1400, "height": 900})
    tab, complaints, asked = context.new_page(), [], []
    tab.on("console", lambda message: complaints.append(message.text))
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(f"{file.as_uri()}#movedTo")
    assert tab.evaluate("getComputedStyle(document.body).display") == "grid"
    assert tab.locator("#movedTo h3").bounding_box()["y"] < 200  # type: ignore[index]
    assert complaints == []
    assert [url for url in asked if not url.startswith("file:")] == []
    context.close()


@pytest.mark.parametrize("width", [1400, 390])
def test_nothing_stands_beyond_the_edge_of_the_screen(tab: Page, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 844})
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    columns = tab.evaluate("getComputedStyle(document.querySelector('#movedTo .both')).gridTemplateColumns").split()
    assert len(columns) == (2 if width > 1000 else 1)


def test_on_paper_the_languages_stand_side_by_side_in_black_on_white(tab: Page) -> None:
    tab.set_viewport_size({"width": 680, "height": 960})
    tab.emulate_media(media="print")
    columns = tab.evaluate("getComputedStyle(document.querySelector('#movedTo .both')).gridTemplateColumns").split()
    assert len(columns) == 2
    assert tab.evaluate("document.documentElement.scrollWidth") <= 680
    assert tab.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert not tab.locator("nav").is_visible()
    tab.emulate_media(media="screen")


@pytest.mark.parametrize("width", [1400, 390])
def test_axe_finds_nothing_grave(tab: Page, width: int) -> None:
    if not AXE.exists():
        pytest.skip("axe-core is not here: npm ci in explorer/")
    tab.set_viewport_size({"width": width, "height": 844})
    tab.add_script_tag(path=AXE)
    found = tab.evaluate("axe.run('html', {resultTypes: ['violations']}).then(({violations}) => violations)")
    grave = [rule for rule in found if rule["impact"] in ("serious", "critical")]
    assert [(rule["id"], node["target"], node["failureSummary"]) for rule in grave for node in rule["nodes"][:3]] == []
