from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from tests.graph.made import made_statements, readings

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
    Document,
    Entity,
    Modality,
    Qualifier,
    Reading,
    Statement,
    Status,
)
from aigraph.vocabulary import AIG, ID, PREFIXES

if TYPE_CHECKING:
    from tests.conftest import Draft

    Fuse = Callable[[Iterable[Reading]], list[Statement]]

XSD = PREFIXES["xsd"]


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
