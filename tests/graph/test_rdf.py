from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aigraph.errors import InputError
from aigraph.graph.rdf import (
    RESOLVED,
    article_iri,
    article_quads,
    entity_quads,
    iri,
    ontology_quads,
    reading,
    statement_quads,
    statements,
)
from aigraph.model import (
    Claim,
    Document,
    Entity,
    Evidence,
    Mention,
    Modality,
    Qualifier,
    Reading,
    Span,
    Statement,
    Status,
)
from aigraph.vocabulary import AIG, ID, PREFIXES, vocabulary

if TYPE_CHECKING:
    from tests.conftest import Draft

    Fuse = Callable[[Iterable[Reading]], list[Statement]]

XSD = PREFIXES["xsd"]

# Clean text has no surrogates; everything else that could break a quoted string is welcome.
NASTY = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    st.sampled_from(
        ['"', "'''", '"""', "\\", "\\u0022 }", "} ; DROP ALL #", "a\nb\r\tc", "\u2028", "\u202e", "<x>", "𝔸"]
    ),
)
TEXTS = st.builds(lambda parts: "x" + "".join(parts), st.lists(NASTY, min_size=1, max_size=6))
CONFIDENCES = st.floats(0, 1, allow_nan=False)
ARTIFACTS = ("Model", "System", "Dataset", "Publication")


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text) - 1))
    return Span(start, draw(st.integers(start + 1, len(text))))


@st.composite
def mentions(draw: st.DrawFn, text: str, type: str) -> Mention:
    span, name_span = draw(spans(text)), draw(spans(text))
    return Mention(span, span.of(text), type, name_span.of(text), name_span)


@st.composite
def qualifiers(draw: st.DrawFn, text: str, names: tuple[str, ...]) -> Qualifier:
    name = draw(st.sampled_from(names))
    kind = vocabulary().qualifiers[name].kind
    entity = kind == "entity"
    value = draw(NASTY | st.sampled_from(["2025-06", "2023/2024", "../2023", "P11Y", "14000000000 USD", "2.68", "1.0"]))
    return Qualifier(
        name,
        "organization/meta" if entity else value,
        "Meta" if entity else draw(NASTY),
        draw(st.none() | spans(text)),
        "Organization" if entity else None,
    )


@st.composite
def claims(draw: st.DrawFn, document: Document, relation: str | None = None) -> Claim:
    words = vocabulary()
    kind = words.relations[relation or draw(st.sampled_from(sorted(words.relations)))]
    span = draw(spans(document.text))
    return Claim(
        subject=draw(mentions(document.text, kind.domain)),
        relation=kind.id,
        object=draw(mentions(document.text, "Model" if kind.range == "Artifact" else kind.range)),
        evidence=Evidence(document.id, span, span.of(document.text), draw(NASTY)),
        modality=draw(st.sampled_from(Modality)),
        attributed_to=draw(st.none() | NASTY),
        confidence=draw(CONFIDENCES),
        qualifiers=tuple(draw(st.lists(qualifiers(document.text, kind.qualifiers), max_size=3))),
    )


DOCUMENTS = st.builds(
    Document,
    text=TEXTS,
    path=NASTY,
    title=st.none() | NASTY,
    url=st.none() | NASTY,
    publisher=st.none() | NASTY,
    author=st.none() | NASTY,
    published=st.none() | NASTY | st.sampled_from(["2025", "2025-06", "2025-06-30"]),
    language=st.sampled_from(["en", "fr"]),
)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    document = draw(DOCUMENTS)
    found = draw(st.lists(claims(document), max_size=4, unique_by=lambda claim: claim.id))
    return Reading(document, tuple(found))


@st.composite
def entities(draw: st.DrawFn, type: str) -> Entity:
    return Entity(
        f"{type.lower()}/{draw(st.sampled_from(['a', 'gpt-4.1', 'shengjia-zhao']))}",
        type,
        draw(NASTY.filter(bool)),
        tuple(sorted(draw(st.sets(NASTY, max_size=2)))),
        tuple(sorted(draw(st.sets(st.sampled_from(["Q1", "Q21708200"]))))),
        draw(st.none() | st.just("organization/google")),
    )


@st.composite
def made_statements(draw: st.DrawFn) -> Statement:
    document = draw(DOCUMENTS)
    kind = vocabulary().relations[draw(st.sampled_from(sorted(vocabulary().relations)))]
    subject = draw(entities(kind.domain))
    target = draw(entities("Model" if kind.range == "Artifact" else kind.range).filter(lambda e: e.id != subject.id))
    found = draw(st.lists(claims(document, kind.id), min_size=1, max_size=3, unique_by=lambda claim: claim.id))
    details = draw(st.lists(qualifiers(document.text, kind.qualifiers).filter(lambda q: q.type is None), max_size=3))
    return Statement(
        subject=subject,
        relation=kind.id,
        object=target,
        claims=tuple(sorted(found, key=lambda c: (c.evidence.document, c.evidence.span, c.id))),
        status=draw(st.sampled_from(Status)),
        confidence=draw(CONFIDENCES),
        qualifiers=tuple(details),
        reasons=tuple(draw(st.lists(NASTY.filter(lambda reason: "\n" not in reason), max_size=3))),
        sources=draw(st.integers(1, 5)),
        conflicts=tuple(draw(st.lists(st.sampled_from(["0a", "1b"]), unique=True).map(sorted))),
        outcomes=tuple(draw(st.lists(st.sampled_from(["2c", "3d"]), unique=True).map(sorted))),
    )


def stored(quads: Iterable[ox.Quad]) -> ox.Store:
    store = ox.Store()
    store.extend(list(quads))
    return store


@settings(max_examples=150, deadline=None)
@given(readings())
def test_a_reading_comes_back_as_it_was_put_in(given_reading: Reading) -> None:
    assert reading(stored(article_quads(given_reading, fingerprint="f"))) == given_reading


@settings(max_examples=150, deadline=None)
@given(made_statements())
def test_a_statement_comes_back_as_it_was_put_in(statement: Statement) -> None:
    ends = (quad for end in (statement.subject, statement.object) for quad in entity_quads(end))
    quads = stored((*statement_quads(statement), *ends))
    found = statements(quads, {claim.id: claim for claim in statement.claims}, {statement.id: statement.conflicts})
    assert list(found) == [statement]


@settings(max_examples=100, deadline=None)
@given(made_statements(), readings())
def test_every_property_and_class_that_is_written_is_in_the_ontology(
    statement: Statement, given_reading: Reading
) -> None:
    defined = {quad.subject.value for quad in ontology_quads() if isinstance(quad.subject, ox.NamedNode)}
    for quad in (*statement_quads(statement), *article_quads(given_reading, fingerprint="f")):
        for node in (quad.predicate, quad.object):
            if isinstance(node, ox.NamedNode) and node.value.startswith(AIG):
                assert node.value in defined


def test_the_graph_has_no_blank_nodes_and_one_graph_an_article(draft: type[Draft], fused: Fuse) -> None:
    text = "Andrew Ng joined Baidu from Google in 2014."
    article = draft(text).says(text, "Andrew Ng", "movedTo", "Baidu", from_="Google", date="2014").reading
    quads = list(article_quads(article, fingerprint="f"))
    assert {quad.graph_name for quad in quads} == {article_iri(article.document.id)}
    (statement,) = fused([article])
    quads += statement_quads(statement)
    assert not [quad for quad in quads if "_:" in (str(quad.subject)[:2], str(quad.object)[:2])]


def test_a_move_has_its_ends_its_dates_and_a_direct_edge(draft: type[Draft], fused: Fuse) -> None:
    text = "Andrew Ng joined Baidu from Google in 2014."
    article = draft(text).says(text, "Andrew Ng", "movedTo", "Baidu", from_="Google", date="2014").reading
    (statement,) = fused([article])
    node = ox.NamedNode(ID + "statement/" + statement.id)
    person, baidu, google = (
        ox.NamedNode(ID + end) for end in ("person/andrew-ng", "organization/baidu", "organization/google")
    )

    def aig(name: str) -> ox.NamedNode:
        return ox.NamedNode(AIG + name)

    def date(text: str) -> ox.Literal:
        return ox.Literal(text, datatype=ox.NamedNode(XSD + "date"))

    expected: list[tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal]] = [
        (node, aig("person"), person),
        (node, aig("destination"), baidu),
        (node, aig("from"), google),
        (node, aig("date"), ox.Literal("2014")),
        (node, aig("startEarliest"), date("2014-01-01")),
        (node, aig("startLatest"), date("2014-12-31")),
        (person, aig("movedTo"), baidu),
    ]
    assert {ox.Quad(*triple, RESOLVED) for triple in expected} <= set(statement_quads(statement))


@pytest.mark.parametrize(
    ("modality", "status", "edge"),
    [
        (Modality.ASSERTED, Status.ACCEPTED, True),
        (Modality.DENIED, Status.ACCEPTED, False),
        (Modality.RUMOURED, Status.UNCONFIRMED, False),
        (Modality.ASSERTED, Status.DISPUTED, False),
        (Modality.ASSERTED, Status.REFUTED, False),
        (Modality.ASSERTED, Status.SUPERSEDED, False),
    ],
)
def test_only_an_accepted_statement_is_a_direct_edge(
    draft: type[Draft], modality: Modality, status: Status, edge: bool
) -> None:
    text = "Yann LeCun joined Facebook in December 2013."
    (claim,) = draft(text).says(text, "Yann LeCun", "movedTo", "Facebook", modality=modality).reading.claims
    person, target = Entity("person/a", "Person", "A"), Entity("organization/b", "Organization", "B")
    statement = Statement(person, "movedTo", target, (claim,), status, 0.9)
    assert (
        ox.Quad(iri(person), ox.NamedNode(AIG + "movedTo"), iri(target), RESOLVED) in set(statement_quads(statement))
    ) is edge


def test_a_figure_is_never_a_direct_edge(draft: type[Draft], fused: Fuse) -> None:
    text = "Hugging Face has three founders."
    article = draft(text).says(
        text, "Hugging Face", "hasFigure", "three", measure=("founders", "founders"), value=("3", "three")
    )
    (statement,) = fused([article.reading])
    assert ox.NamedNode(AIG + "hasFigure") not in {quad.predicate for quad in statement_quads(statement)}


@pytest.mark.parametrize(
    ("dates", "earliest", "latest"),
    [
        (["2025"], "2025-01-01", "2025-12-31"),
        (["2025", "2025-06"], "2025-06-01", "2025-06-30"),
        (["2023", "2025"], "2023-01-01", "2025-12-31"),
        (["../2023"], None, "2023-12-31"),
        (["../2023", "2025/.."], None, None),
        (["early next year"], None, None),
    ],
)
def test_bounds_are_what_the_dates_agree_on_or_else_what_covers_them(
    draft: type[Draft], dates: list[str], earliest: str | None, latest: str | None
) -> None:
    text = "Yann LeCun joined Facebook."
    (claim,) = draft(text).says(text, "Yann LeCun", "movedTo", "Facebook").reading.claims
    person, target = Entity("person/a", "Person", "A"), Entity("organization/b", "Organization", "B")
    details = tuple(Qualifier("date", date, date) for date in dates)
    statement = Statement(person, "movedTo", target, (claim,), Status.ACCEPTED, 0.9, details)
    found = {quad.predicate.value.removeprefix(AIG): quad.object for quad in statement_quads(statement)}
    for name, expected in (("startEarliest", earliest), ("startLatest", latest)):
        value = found.get(name)
        assert (value.value if isinstance(value, ox.Literal) else None) == expected


@pytest.mark.parametrize(
    "id", ["", "person/", "person/a b", "person/é", "../x", "person/<x>", "person", "person/a#b", "person/."]
)
def test_an_id_that_is_no_safe_iri_is_refused(id: str) -> None:
    with pytest.raises(ValueError, match="is not the id of an entity"):
        iri(Entity(id, "Person", "X"))


def test_a_claim_that_does_not_quote_its_article_is_refused(draft: type[Draft]) -> None:
    text = "Ilya Sutskever left OpenAI in May 2024."
    article = draft(text).says(text, "Ilya Sutskever", "left", "OpenAI").reading
    other = Document(text + " He had founded it.")
    with pytest.raises(ValueError, match=r"of the text is not 'Ilya Sutskever left OpenAI in May 2024\.'"):
        list(article_quads(Reading(other, article.claims), fingerprint="f"))
    with pytest.raises(ValueError, match="two claims have the id"):
        list(article_quads(Reading(article.document, article.claims * 2), fingerprint="f"))


def test_a_statement_without_its_claim_is_one_clear_line(draft: type[Draft], fused: Fuse) -> None:
    text = "Ilya Sutskever left OpenAI in May 2024."
    (statement,) = fused([draft(text).says(text, "Ilya Sutskever", "left", "OpenAI").reading])
    ends = (quad for end in (statement.subject, statement.object) for quad in entity_quads(end))
    with pytest.raises(InputError, match="build the store again"):
        list(statements((*statement_quads(statement), *ends), {}, {}))


def test_only_the_base_name_of_a_path_is_the_file(draft: type[Draft]) -> None:
    article = draft("Nothing.", path="/home/me/news/one.txt").reading
    quads = {quad.predicate.value: quad.object for quad in article_quads(article, fingerprint="f")}
    assert quads[AIG + "file"] == ox.Literal("one.txt")
    assert AIG + "publishedLatest" not in quads
