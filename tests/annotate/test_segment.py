from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from aigraph.annotate.segment import MAX_SENTENCE_CHARS, Piece, segment
from aigraph.language import language
from aigraph.model import Block, Span


class Seen(NamedTuple):
    text: str
    block: str
    topic: str | None
    heading: str | None


def pieces(text: str, code: str) -> list[Piece]:
    return list(segment(text, language(code)))


def cut(text: str, code: str = "en") -> list[str]:
    return [piece.span.of(text) for piece in pieces(text, code)]


def seen(text: str, code: str = "en") -> list[Seen]:
    def words(span: Span | None) -> str | None:
        return span.of(text) if span else None

    return [Seen(p.span.of(text), p.block.value, words(p.topic), words(p.heading)) for p in pieces(text, code)]


# ---------------------------------------------------------------- sentences


@pytest.mark.parametrize(
    ("code", "sentences"),
    [
        pytest.param("fr", ["M. LeCun a parlé.", "Mme Murati aussi."], id="titles"),
        pytest.param("fr", ["Le 3 févr. 2025, Meta a recruté.", "Puis rien."], id="months"),
        pytest.param("en", ["Dr. Hinton left Google Inc. in May.", "He spoke to Prof. LeCun."], id="companies"),
        pytest.param("en", ["J. Schulman left OpenAI.", "He joined Anthropic."], id="initials"),
        pytest.param(
            "fr",
            ["J.-B. Mouret a parlé.", "Il part."],
            marks=pytest.mark.xfail(strict=True, reason="the second of two initials is taken for a word"),
            id="double initials",
        ),
        pytest.param("en", ["Noam Shazeer founded Character.AI in 2021.", "Then he left."], id="a dot in a name"),
        pytest.param("en", ["He founded Character.AI.", "Then he left."], id="a dot in a name that ends the sentence"),
        pytest.param("en", ["He moved to the U.S. in 2010.", "Then he left."], id="spelled abbreviations"),
        pytest.param("en", ["He lives in the U.S. Google hired him."], id="an abbreviation before a capital"),
        pytest.param("en", ["Claude 3.5 Sonnet and GPT-4.1 are out.", "Gemini 2.5 too."], id="versions"),
        pytest.param("fr", ["Meta paie 1.5 million !", "Vraiment ?", "Oui…", "Peut-être."], id="marks"),
        pytest.param("en", ["Meta vs. OpenAI: it began at 9 a.m. Monday.", "It is over."], id="lower case"),
    ],
)
def test_a_dot_ends_a_sentence_only_when_it_does(code: str, sentences: list[str]) -> None:
    assert cut(" ".join(sentences), code) == sentences


@pytest.mark.parametrize(
    ("code", "sentences"),
    [
        ("fr", ["Il a étudié l'IA.", "Dans une lettre, il s'explique."]),
        ("fr", ["Il y est resté « onze ans ».", "Selon lui, c'est assez."]),
        ("fr", ["Il a 45 ans.", "Sam Altman le sait."]),
        ("fr", ["« Non ».", "« Oui »."]),
        ("en", ["OpenAI released GPT-4o.", "Google answered."]),
        ("en", ["What next?", "He left."]),
    ],
)
def test_sentences_that_lost_the_space_between_them_are_two(code: str, sentences: list[str]) -> None:
    assert cut("".join(sentences), code) == sentences


@pytest.mark.parametrize("name", ["Character.AI", "Mistral.ai", "U.S.A.", "Inflection.AI's", "node.js", "A.I."])
def test_a_name_with_a_dot_is_never_cut(name: str) -> None:
    text = f"Noam Shazeer left {name} in August 2024."
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("code", "sentences"),
    [
        ("fr", ["Il a dit : « Je pars. »", "Puis il est parti."]),
        ("fr", ["« C'est fini », a-t-il dit.", "Meta recrute."]),
        ("en", ["He said “I quit.”", "Then he left."]),
        ("en", ['He said "I quit."', "Then he left."]),
        ("en", ["He left (in May).", "She stayed."]),
    ],
)
def test_closing_quotes_stay_with_their_sentence(code: str, sentences: list[str]) -> None:
    assert cut(" ".join(sentences), code) == sentences


def test_a_quotation_goes_on_after_its_question_mark() -> None:
    text = "« Que faire ? » demande Yann LeCun."
    assert cut(text, "fr") == [text]


@pytest.mark.parametrize(
    ("code", "dateline"),
    [
        ("en", "May 14 (Reuters) - "),
        ("en", "SAN FRANCISCO (Reuters) - "),
        ("en", "TORONTO, Aug 14, 2025 (Reuters) – "),
        ("fr", "PARIS, 17 novembre - "),
        ("fr", "Paris, 2 déc. 2025 (AFP) — "),
        ("en", "(Reuters) "),
    ],
)
def test_a_dateline_is_no_part_of_the_first_sentence(code: str, dateline: str) -> None:
    said = "Joelle Pineau a rejoint Cohere." if code == "fr" else "Joelle Pineau has joined Cohere."
    assert cut(dateline + said, code) == [said]


def test_a_name_before_a_dash_is_no_dateline() -> None:
    text = "Alexandr Wang (Scale AI) - who leads the laboratory - has joined Meta."
    assert cut(text) == [text]


def test_a_wrapped_line_goes_on_in_the_next() -> None:
    first = "Noam Shazeer returned to Google, which he had left in 2021"
    assert cut(f"{first}\nto start a company. He leads Gemini.\n") == [
        f"{first}\nto start a company.",
        "He leads Gemini.",
    ]


def test_where_lines_are_wrapped_one_may_go_on_with_a_name() -> None:
    sentence = (
        "Noam Shazeer returned to Google, which he had left in 2021\n"
        "to start a company of his own, and which now employs him and\n"
        "Daniel De Freitas again, and about thirty others who came\n"
        "with the two of them from Character.AI."
    )
    assert cut(sentence) == [sentence]


def test_an_empty_line_ends_what_no_dot_ends() -> None:
    assert cut("Noam Shazeer returned to Google, which he had left in\n\n2021 was the year.") == [
        "Noam Shazeer returned to Google, which he had left in",
        "2021 was the year.",
    ]


@pytest.mark.parametrize("text", ["", " ", "\n\n", " \n\t\n "])
def test_nothing_is_cut_from_nothing(text: str) -> None:
    assert cut(text) == []


def test_what_is_too_long_for_a_sentence_is_cut() -> None:
    found = cut("x" * (2 * MAX_SENTENCE_CHARS + 1))
    assert [len(piece) for piece in found] == [MAX_SENTENCE_CHARS, MAX_SENTENCE_CHARS, 1]


# ---------------------------------------------------------------- headings and lists


@pytest.mark.parametrize(
    "heading", ["Les visages de Meta", "# Missionnaires et mercenaires", "OpenAI : l'année des départs"]
)
def test_a_line_without_an_end_is_the_heading_of_what_follows(heading: str) -> None:
    assert seen(f"{heading}\n\nMark Zuckerberg recrute. Il paie.", "fr") == [
        (heading, "heading", None, None),
        ("Mark Zuckerberg recrute.", "text", None, heading),
        ("Il paie.", "text", None, heading),
    ]


def test_the_next_heading_takes_over() -> None:
    found = seen("Arrivals\n\nJack Rae came.\n\nDepartures\n\nJan Leike left.")
    assert [piece.heading for piece in found if piece.block == "text"] == ["Arrivals", "Departures"]


@pytest.mark.parametrize("bullet", ["- ", "* ", "• ", "– ", "1. ", "2) ", ""])
@pytest.mark.parametrize("colon", [" : ", ": "])
def test_a_list_item_is_about_the_name_that_it_opens_with(bullet: str, colon: str) -> None:
    text = (
        "Les recrues de Meta :\n\n"
        f"{bullet}Jack Rae{colon}ingénieur chez DeepMind ;\n{bullet}Shuchao Bi{colon}cocréateur de GPT-4o.\n"
    )
    lead, *items = seen(text, "fr")
    assert tuple(lead) == ("Les recrues de Meta :", "text", None, None)
    assert items == [
        (f"Jack Rae{colon}ingénieur chez DeepMind ;", "item", "Jack Rae", lead.text),
        (f"Shuchao Bi{colon}cocréateur de GPT-4o.", "item", "Shuchao Bi", lead.text),
    ]


@pytest.mark.parametrize("dash", [" – ", " — ", " - "])
def test_a_dash_tells_what_a_bulleted_name_is(dash: str) -> None:
    assert [piece.topic for piece in seen(f"* Jack Rae{dash}engineer at DeepMind\n")] == ["Jack Rae"]


@pytest.mark.parametrize("name", ["Nando de Freitas", "Jean-Baptiste O’Neil", "Guido van Rossum", "L. Fei-Fei"])
def test_the_topic_of_an_item_is_the_whole_name(name: str) -> None:
    assert [piece.topic for piece in seen(f"- {name}: researcher at Google.\n")] == [name]


def test_items_in_one_paragraph_are_told_apart() -> None:
    items = [
        "Jack Rae : ingénieur chez DeepMind ;",
        "Pei Sun : ingénieur chez Google ;",
        "Shuchao Bi : cocréateur de GPT-4o.",
    ]
    found = seen(" ".join(items), "fr")
    assert [piece.text for piece in found] == items
    assert [piece.topic for piece in found] == ["Jack Rae", "Pei Sun", "Shuchao Bi"]


def test_an_item_that_was_scraped_twice_is_read_once() -> None:
    items = "- Jack Rae: engineer at DeepMind;\n- Pei Sun: engineer at Google;\n"
    again = "- Jack Rae: engineer at DeepMind.\n"
    assert [piece.topic for piece in seen(f"{items}\n{again}")] == ["Jack Rae", "Pei Sun"]


def test_the_description_of_an_item_that_stands_again_without_its_name_is_read_once() -> None:
    text = "- Jack Rae: engineer at DeepMind.\n\nengineer at DeepMind.\n\nMeta hired him."
    assert cut(text) == ["Jack Rae: engineer at DeepMind.", "Meta hired him."]


def test_a_heading_behind_a_list_takes_over_from_its_lead_in() -> None:
    text = "The hires:\n\n- Jack Rae: engineer at DeepMind;\n\nWhat follows\n\nMeta goes on."
    assert seen(text)[-1] == ("Meta goes on.", "text", None, "What follows")


@pytest.mark.parametrize("text", ["Ratio: 8 to 1.", "Sam Altman: We are hiring.", "“Meta: the end,” he said."])
def test_a_colon_alone_makes_no_list_item(text: str) -> None:
    assert [piece.block for piece in seen(text)] == ["text"]


# ---------------------------------------------------------------- whatever the text

MARKS = st.sampled_from([*"abcXYZéÀ01.,;:!?…«»“”‘’'\"()-–—•*#/_%€🧠", " ", "\u00a0", "\u202f"])
WORDS = st.sampled_from(
    ["\n", "\n\n", "- ", "1. ", "# ", " : ", " ; ", "Jack Rae", "Character.AI", "U.S.", "M. ", "IA.Dans", "ans ».Selon"]
)


@given(text=st.lists(st.one_of(MARKS, WORDS), max_size=120).map("".join), code=st.sampled_from(["en", "fr"]))
@example(text="- : ;\n-  – \n•", code="en")
@example(text="A" * 1_999 + " " * 5 + ". b", code="fr")
@example(text="Jack Rae : a ; " * 300, code="fr")
def test_the_pieces_of_any_text_lie_in_it_in_order_without_overlap(text: str, code: str) -> None:
    found = pieces(text, code)
    end = 0
    for piece in found:
        assert piece.span.start >= end
        end = piece.span.end
        assert len(piece.span.of(text)) == piece.span.end - piece.span.start <= MAX_SENTENCE_CHARS
        assert piece.span.of(text).strip()
        assert (piece.topic is None) or (piece.block is Block.ITEM and piece.topic.of(text).strip())
        assert piece.heading is None or piece.heading.end <= piece.span.start
    assert end <= len(text)


@given(st.text(max_size=300), st.sampled_from(["en", "fr"]))
def test_no_text_at_all_stops_the_cutting(text: str, code: str) -> None:
    assert all(piece.span.end <= len(text) for piece in pieces(text, code))


@given(
    st.lists(
        st.sampled_from(
            ["Meta hired Jack Rae.", "Who left OpenAI?", "Yann LeCun stays!", "It is « over ».", "He earns 1.5."]
        ),
        min_size=1,
        max_size=8,
    ),
    st.sampled_from([" ", "\n\n", "  "]),
)
def test_sentences_put_together_come_apart_again(sentences: list[str], between: str) -> None:
    assert cut(between.join(sentences)) == sentences


def test_a_long_text_without_an_end_is_cut_in_linear_time() -> None:
    assert len(cut("Jack Rae " * 20_000)) >= 90
    assert cut(" " * 200_000) == []
    assert len(cut("Jack Rae : a " * 5_000, "fr")) >= 30
