from __future__ import annotations

import pytest

from aigraph.annotate import annotate, annotate_marked
from aigraph.errors import InputError
from aigraph.model import Annotated, Block, Document, Mention

FRENCH = Document(
    "Les recrues de Meta\n\n"
    "Mark Zuckerberg recrute. Il a débauché Shengjia Zhao chez OpenAI en juin 2025 pour 100 millions de dollars.\n\n"
    "- Jack Rae : ingénieur chez DeepMind ;\n- Pei Sun : ingénieur chez Google ;\n",
    language="fr",
    published="2025-07-01",
)
ENGLISH = Document(
    "Andrew Ng spent three years at Baidu. He left the company in March 2017 and founded Landing AI.", language="en"
)


def one(document: Document) -> Annotated:
    (annotated,) = annotate([document])
    return annotated


def test_a_document_comes_out_with_its_sentences_in_order() -> None:
    annotated = one(FRENCH)
    assert annotated.document is FRENCH
    assert [(s.block, s.span.of(FRENCH.text)[:16]) for s in annotated.sentences] == [
        (Block.HEADING, "Les recrues de M"),
        (Block.TEXT, "Mark Zuckerberg "),
        (Block.TEXT, "Il a débauché Sh"),
        (Block.ITEM, "Jack Rae : ingén"),
        (Block.ITEM, "Pei Sun : ingéni"),
    ]


def test_items_know_their_topic_and_all_know_their_heading() -> None:
    annotated = one(FRENCH)
    topics = [s.topic.name if s.topic else None for s in annotated.sentences]
    assert topics == [None, None, None, "Jack Rae", "Pei Sun"]
    headings = [s.heading.of(FRENCH.text) if s.heading else None for s in annotated.sentences]
    assert headings == [None, *["Les recrues de Meta"] * 4]


def test_quantities_are_those_of_the_sentence() -> None:
    (sentence,) = [s for s in one(FRENCH).sentences if s.quantities]
    assert [(q.kind, q.value) for q in sentence.quantities] == [("date", "2025-06"), ("money", "100000000 USD")]
    assert all(q.text == q.span.of(FRENCH.text) and q.span in sentence.span for q in sentence.quantities)


def test_a_mention_is_one_token() -> None:
    for document in (FRENCH, ENGLISH):
        for sentence in one(document).sentences:
            for token, references in zip(sentence.tokens, sentence.references, strict=True):
                for mention in references:
                    assert mention.span == token.span


def test_the_result_of_one_document_depends_on_no_other() -> None:
    together = list(annotate([FRENCH, ENGLISH, FRENCH]))
    assert together == [one(FRENCH), one(ENGLISH), one(FRENCH)]


def test_documents_are_annotated_one_at_a_time() -> None:
    def documents() -> object:
        yield ENGLISH
        raise AssertionError("the second document was asked for too early")

    assert next(annotate(documents())).document is ENGLISH  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["", "\n", "?", "...", "- ", "Meta"])
def test_hardly_a_text_is_no_problem(text: str) -> None:
    for code in ("en", "fr"):
        assert one(Document(text, language=code)).document.text == text


def test_an_unknown_language_is_the_users_mistake() -> None:
    with pytest.raises(InputError, match="language 'de' is not read yet"):
        one(Document("Hallo.", language="de"))


def test_given_mentions_are_the_only_ones() -> None:
    text = "Sam Altman hired Jack Rae."
    annotated = annotate_marked(Document(text), [Mention.at(text, 0, 10, "Person")])
    (sentence,) = annotated.sentences
    assert [m.text for references in sentence.references for m in references] == ["Sam Altman"]
