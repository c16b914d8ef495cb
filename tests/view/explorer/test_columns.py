"""The columns say what the statements say."""

from __future__ import annotations

from dataclasses import replace

from tests.view.conftest import DOCUMENTS, META, OPENAI, ZHAO, statement

from aigraph.fuse import KINDS
from aigraph.model import Claim, Evidence, Mention, Qualifier, Span, Statement
from aigraph.view.explorer.columns import columns
from aigraph.workspace import Graph


def test_every_statement_claim_and_article_has_its_row(examples: Graph) -> None:
    statements = list(examples.statements())
    core, texts = columns(statements, examples.documents(), examples.tenures(), examples.conflicts(), KINDS)
    claims = [claim for s in statements for claim in s.claims]
    assert len(core["statements"]["subject"]) == len(statements)
    assert sum(core["claims"]["count"]) == len(claims) == len(texts["claims"]["quote"])
    assert {texts["quotes"][n] for n in texts["claims"]["quote"]} == {claim.evidence.quote for claim in claims}
    assert len(core["documents"]["id"]) == len({claim.evidence.document for claim in claims})
    assert len(core["tenures"]["person"]) == len(examples.tenures())


def test_the_order_of_the_statements_does_not_matter(examples: Graph) -> None:
    statements = list(examples.statements())
    rest = (examples.documents(), examples.tenures(), examples.conflicts(), KINDS)
    assert columns(statements, *rest) == columns(statements[::-1], *rest)


def test_words_are_marked_where_javascript_counts_them() -> None:
    quote = "🎉 Zhao joined Meta as chief scientist."

    def mention(name: str, type: str) -> Mention:
        return Mention.at(quote, quote.index(name), quote.index(name) + len(name), type)

    role = Span(quote.index("chief"), quote.index("chief") + len("chief scientist"))
    claim = Claim(
        mention("Zhao", "Person"),
        "movedTo",
        mention("Meta", "Organization"),
        Evidence("x", Span(0, len(quote)), quote, "en.test"),
        qualifiers=(Qualifier("role", "chief scientist", "chief scientist", role),),
    )
    made = replace(statement(ZHAO, "movedTo", META, quote), claims=(claim,))
    _, texts = columns([made], {}, (), (), ())
    units = quote.encode("utf-16-le")
    flat = texts["claims"]["marks"][0]
    marked = [
        (units[2 * start : 2 * end].decode("utf-16-le"), part)
        for start, end, part in zip(flat[::3], flat[1::3], flat[2::3], strict=True)
    ]
    assert marked == [("Zhao", 0), ("Meta", 1), ("chief scientist", 2)]


def test_an_origin_that_nothing_else_speaks_of_is_there_by_its_name() -> None:
    moved = statement(ZHAO, "movedTo", META, "Shengjia Zhao left OpenAI for Meta.", origin=OPENAI)
    core, _ = columns([moved], DOCUMENTS, (), (), ())
    names = core["entities"]["label"]
    assert [names[n] for n in core["statements"]["origins"][0]] == ["OpenAI"]


def test_only_links_to_the_web_are_kept() -> None:
    made: list[Statement] = []
    for url in ("https://example.org/a", "javascript:alert(1)", "data:text/html,x"):
        document = replace(DOCUMENTS[statement(ZHAO, "left", META, url).claims[0].evidence.document], url=url)
        DOCUMENTS[document.id] = document
        made.append(statement(ZHAO, "left", META, url, document=document))
    core, _ = columns(made[:1], DOCUMENTS, (), (), ())
    assert core["documents"]["url"] == ["https://example.org/a"]
    for other in made[1:]:
        core, _ = columns([other], DOCUMENTS, (), (), ())
        assert core["documents"]["url"] == [""]
