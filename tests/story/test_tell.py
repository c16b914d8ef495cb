from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser

import pytest

from aigraph.errors import InputError
from aigraph.story import Sources, Story, tell

Told = Callable[[str], Story]

META = "entity:organization/meta"
MOVE = "statement:person/shengjia-zhao~movedTo~organization/meta"


class Elements(HTMLParser):
    """The start tags of a page with their attributes, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(str(text))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def attributes(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def block(kind: str, text: str) -> str:
    return f"```{kind}\n{text}\n```\n"


def states(story: Story) -> list[str | None]:
    return [attributes.get("data-state") for attributes in Elements(story.html).attributes("section")]


def shown(story: Story) -> list[str | None]:
    return [attributes["data-show"] for attributes in Elements(story.html).attributes("a") if "data-show" in attributes]


def test_the_first_heading_is_the_title(told: Told) -> None:
    story = told("# Another\n\nText.")
    assert story.title == "Moves"
    assert "<h1>Moves</h1>" in story.html
    assert "<h2>Another</h2>" in story.html


def test_a_story_without_a_title_is_a_mistake(sources: Sources) -> None:
    with pytest.raises(InputError, match=r"moves\.md: a story has a title"):
        tell("Text.\n", sources, name="moves.md")


def test_a_view_holds_from_the_heading_above_it_to_the_next_view(told: Told) -> None:
    story = told(
        "First.\n\n## Meta\n\n"
        + block("view", "view: flows")
        + "\nSecond.\n\n"
        + block("view", "view: timeline")
        + "Third."
    )
    sections = [Elements(part).text.split() for part in story.html.split("</section>")[:-1]]
    assert states(story) == [None, "view=flows", "view=timeline"]
    assert sections == [["Moves", "First."], ["Meta", "Second.", "Show", "Flows"], ["Third.", "Show", "Timeline"]]


def test_a_view_says_in_the_address_what_its_lines_say(told: Told) -> None:
    lines = (
        "view: models\norganizations: openai, Meta\naround: Yann LeCun\nshow: Shengjia Zhao movedTo Meta\n"
        "certainty: asserted, reported\nstatus: accepted\nrelations: movedTo\nsources: 2\n"
        "true-on: 2025-07\nknown-on: 2025-08-31\narticles: Yann LeCun quitte Meta pour fonder AMI Labs"
    )
    (_, state) = states(told(block("view", lines)))
    parts = (state or "").split("&")
    assert parts[-1].startswith("article=")
    assert parts[:-1] == [
        "view=works",
        "org=organization/openai",
        "org=organization/meta",
        "scope=around",
        "around=person/yann-lecun",
        f"show={MOVE}",
        "certainty=asserted",
        "certainty=reported",
        "status=accepted",
        "rel=movedTo",
        "sources=2",
        "on=2025-07-31",
        "known=2025-08-31",
    ]


def test_a_name_in_the_text_opens_what_it_names(told: Told) -> None:
    story = told(
        "[Meta](entity:) hired [him](entity:person/shengjia-zhao), [we read](<statement:Shengjia Zhao movedTo Meta>), "
        "from [OpenAI](<flow:OpenAI to Meta>); [he](<statement:Guillaume Lample not movedTo Meta>) did not go."
    )
    assert shown(story) == [
        META,
        "entity:person/shengjia-zhao",
        MOVE,
        "flow:organization/openai>organization/meta",
        "statement:person/guillaume-lample~movedTo~organization/meta~not",
    ]


def test_an_origin_that_no_other_statement_is_about_can_be_named(told: Told) -> None:
    assert shown(told("[Tesla](entity:)")) == ["entity:organization/tesla"]


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("[x](entity:Metta)", r"moves\.md:3: the graph knows nothing called 'Metta'; did you mean META or Meta"),
        ("One\ntwo [x](<statement:Yann LeCun movedTo OpenAI>)", r"moves\.md:4: the graph does not say that Yann LeCun"),
        ("[x](<statement:Guillaume Lample movedTo Meta>)", r"moves\.md:3: the graph does not say"),
        ("[x](<flow:Meta to Kyutai>)", r"moves\.md:3: the graph knows of nobody who moved from Meta to Kyutai"),
        ("[x](<article:No such news>)", r"moves\.md:3: no article of the graph is called"),
        ("[x](other.md)", r"moves\.md:3: a link leads to https"),
        (block("view", "view: flow"), r"moves\.md:4: there is no view 'flow'; there are graph, flows"),
        (block("view", "\norganizations: Metta"), r"moves\.md:5: the graph knows nothing called 'Metta'"),
        (block("view", "organizations: Yann LeCun"), r"moves\.md:4: Yann LeCun is not an organisation"),
        (block("view", "colour: red"), r"moves\.md:4: a view has no 'colour'; it has view"),
        (block("view", "true-on: soon"), r"moves\.md:4: a date is written as in"),
        (block("view", "certainty: sure"), r"moves\.md:4: 'sure' is no certainty; there are asserted"),
        (block("view", "roles: astronaut"), r"moves\.md:4: 'astronaut' is no role of the graph"),
        ("- " + block("view", "  view: flows").replace("\n```", "\n  ```"), r"moves\.md:3: a view stands by itself"),
        (block("query who-moved", ""), r"moves\.md:3: there is no question 'who-moved'; did you mean who-moved-to"),
        (block("query who-moved-to org=Metta", ""), r"moves\.md:3: the graph knows no organization called 'Metta'"),
        (block("query flows", "columns: nobody"), r"moves\.md:3: the answer has no column 'nobody'"),
        (block("query flows", "rows: many"), r"moves\.md:4: rows: a number up to"),
        (block("query 'flows", ""), r"moves\.md:3: ```query is followed by the name of a question"),
        (block("sparql", "SELECT"), r"moves\.md:3: SPARQL: line"),
        (block("sparql", "INSERT DATA { id:x a aig:Person }"), r"moves\.md:3: SPARQL: INSERT is refused"),
    ],
)
def test_what_the_graph_does_not_hold_is_a_mistake_that_says_its_line(told: Told, text: str, mistake: str) -> None:
    with pytest.raises(InputError, match=mistake):
        told(text)


def test_front_matter_says_the_language_and_keeps_the_lines(sources: Sources) -> None:
    story = tell(f"---\nlanguage: fr\n---\n# Départs\n\n{block('view', 'view: flows')}", sources, name="x.md")
    assert story.language == "fr"
    assert "Afficher <b>Flux</b>" in story.html
    with pytest.raises(InputError, match=r"x\.md:6: a link"):
        tell("---\nlanguage: fr\n---\n# Départs\n\n[x](y)", sources, name="x.md")
    with pytest.raises(InputError, match=r"x\.md:2: the front matter"):
        tell("---\nauthor: nobody\n---\n# Départs\n", sources, name="x.md")


def test_an_answer_is_a_table_whose_names_open_what_they_name(told: Told) -> None:
    story = told(
        block("query who-moved-to org=Meta", "columns: person = newcomer, from, date\nrows: 2\ncaption: Arrivals")
    )
    elements = Elements(story.html)
    assert len(elements.attributes("tr")) == 3
    assert "entity:person/alexander-kolesnikov" in shown(story)
    assert "entity:organization/openai" in shown(story)
    assert "Arrivals" in elements.text
    assert "newcomer" in elements.text
    assert "2025-06" in elements.text
    assert "more rows" in elements.text


def test_sparql_is_asked_when_the_page_is_made_and_its_iris_open_what_they_name(told: Told) -> None:
    story = told(
        block(
            "sparql",
            "SELECT ?who ?move WHERE { ?move a aig:Move ; aig:person ?who ; aig:standing 'accepted' ;\n"
            "  aig:destination/rdfs:label 'Meta' . ?who rdfs:label 'Shengjia Zhao' }",
        )
    )
    assert shown(story) == ["entity:person/shengjia-zhao", MOVE]
    assert "Shengjia Zhao moved to Meta" in Elements(story.html).text


def test_the_articles_of_an_answer_open_too(told: Told) -> None:
    story = told(block("query founders org=Kyutai", "columns: article"))
    assert all((selection or "").startswith("article:") for selection in shown(story))
    assert shown(story)


def test_an_answer_without_rows_says_so(told: Told) -> None:
    assert "has no answer" in told(block("sparql", "SELECT ?x WHERE { ?x rdfs:label 'nobody' }")).html


HOSTILE = "<img src=x onerror=alert(1)>"


def test_html_in_a_story_is_text(told: Told, payloads: tuple[str, ...]) -> None:
    for payload in payloads:
        elements = Elements(told(f"Text {payload} text.\n\n{payload}\n\n`{payload}`\n\n    {payload}\n").html)
        assert {tag for tag, _ in elements.tags} <= {
            "section",
            "h1",
            "h2",
            "p",
            "code",
            "pre",
            "br",
            "em",
            "blockquote",
        }
        assert all(attributes.keys() <= {"class"} for _, attributes in elements.tags)


@pytest.mark.parametrize(
    "link",
    [
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](<java\tscript:alert(1)>)",
        "[x](&#106;avascript:alert(1))",
        "[x](data:text/html,<script>1</script>)",
        "[x](vbscript:x)",
        "[x](file:///etc/passwd)",
        "[x](//example.org)",
        "[x](#show=entity:x)",
        "[x](https:x)",
        "<javascript:alert(1)>",
        "[x][y]\n\n[y]: javascript:alert(1)",
    ],
)
def test_a_link_leads_to_the_web_or_into_the_graph(told: Told, link: str) -> None:
    with pytest.raises(InputError, match=r"moves\.md:3: a link leads to https"):
        told(link)


def test_a_link_to_the_web_leaves_without_a_trace_and_without_a_title(told: Told) -> None:
    story = told('[x](https://example.org/"onclick="y "title\\" onclick=\\"y")')
    (link,) = Elements(story.html).attributes("a")
    assert link == {"href": 'https://example.org/"onclick="y', "target": "_blank", "rel": "noopener noreferrer"}


def test_a_picture_is_its_words_and_asks_for_nothing(told: Told) -> None:
    story = told('![a *picture* <b>](https://example.org/x.png "title") and [![inside](x.png)](https://example.org)')
    elements = Elements(story.html)
    assert not elements.attributes("img")
    assert "a picture <b> and inside" in elements.text


def test_nothing_in_a_story_has_a_style_of_its_own(told: Told) -> None:
    story = told("| a | b |\n|--:|:-:|\n| 1 | 2 |\n")
    assert Elements(story.html).attributes("td") == [
        {"class": "story-right"},
        {"class": "story-center"},
    ]


def test_an_answer_that_holds_html_is_text(told: Told) -> None:
    story = told(block("sparql", f'SELECT ("{HOSTILE}" AS ?x) ("javascript:alert(1)" AS ?y) WHERE {{}}'))
    elements = Elements(story.html)
    assert not elements.attributes("img")
    assert not elements.attributes("a")
    assert HOSTILE in elements.text
    assert "javascript:alert(1)" in elements.text


def test_the_same_story_gives_the_same_bytes(told: Told) -> None:
    text = block("view", "view: flows\norganizations: Meta") + block("query flows", "")
    assert told(text) == told(text)
