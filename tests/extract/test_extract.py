from __future__ import annotations

from collections.abc import Iterator

import pytest

from aigraph.annotate import annotate
from aigraph.extract import extract, read_claims
from aigraph.model import Annotated, Document, Reading

FRENCH = Document(
    "Le chercheur Yann LeCun a rejoint Facebook en décembre 2013. Il y a dirigé le laboratoire FAIR.\n", language="fr"
)
ENGLISH = Document(
    "The professor Andrew Ng left Google for Baidu in May 2014. He left the company in March 2017, "
    "and the researcher Andrew Ng founded Landing AI.\n",
    language="en",
)


def reading(document: Document) -> Reading:
    (found,) = extract(annotate([document]))
    return found


def test_each_document_is_read_by_the_rules_of_its_language() -> None:
    found = list(extract(annotate([FRENCH, ENGLISH])))
    assert [one.document for one in found] == [FRENCH, ENGLISH]
    for one in found:
        assert one.claims
        assert all(claim.evidence.rule.startswith(f"{one.document.language}.") for claim in one.claims)
        assert all(claim.evidence.document == one.document.id for claim in one.claims)


def test_the_claims_come_in_the_order_of_the_text() -> None:
    spans = [claim.evidence.span for claim in reading(ENGLISH).claims]
    assert len(set(spans)) >= 2
    assert spans == sorted(spans)


def test_pronouns_and_descriptions_lead_to_the_names_of_the_article() -> None:
    said = {(c.subject.name, c.relation, c.object.name) for c in reading(ENGLISH).claims}
    assert ("Andrew Ng", "movedTo", "Baidu") in said


@pytest.mark.xfail(strict=True, reason="what one has joined last is not yet what one leaves")
def test_the_company_that_one_leaves_is_the_one_joined_last() -> None:
    said = {(c.subject.name, c.relation, c.object.name) for c in reading(ENGLISH).claims}
    assert ("Andrew Ng", "left", "Baidu") in said


def test_the_reading_of_a_document_depends_on_no_other() -> None:
    together = list(extract(annotate([ENGLISH, FRENCH, ENGLISH])))
    assert together == [reading(ENGLISH), reading(FRENCH), reading(ENGLISH)]


def test_documents_are_read_one_at_a_time() -> None:
    def annotated() -> Iterator[Annotated]:
        yield from annotate([FRENCH])
        raise AssertionError("the second document was asked for too early")

    assert next(extract(annotated())).document is FRENCH


def test_a_text_without_names_says_nothing() -> None:
    for text in ("", "Il pleut.", "Qui a rejoint l'entreprise ?"):
        (annotated,) = annotate([Document(text, language="fr")])
        assert read_claims(annotated) == ()


def test_what_two_sentences_say_has_two_proofs() -> None:
    text = "The researcher Andrew Ng left Google in May. It is true: the professor Andrew Ng left Google."
    left = [claim for claim in reading(Document(text)).claims if claim.relation == "left"]
    assert len(left) == 2
    assert len({claim.evidence.span for claim in left}) == 2
    assert len({claim.id for claim in left}) == 2
