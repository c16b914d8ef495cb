from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aigraph.annotate import annotate
from aigraph.annotate.names import NameFinder, Vote
from aigraph.annotate.segment import segment
from aigraph.language import language
from aigraph.model import Document, Mention, Span


def named(text: str, code: str) -> list[Mention]:
    """Return the names of a text, pronouns and descriptions left out."""
    (annotated,) = annotate([Document(text, language=code)])
    found = {
        mention.span: mention
        for sentence in annotated.sentences
        for token, references in zip(sentence.tokens, sentence.references, strict=True)
        for mention in references[:1]
        if token.upos == "PROPN"
    }
    return [found[span] for span in sorted(found)]


def read(text: str, code: str, type: str) -> list[str]:
    """Return the fullest names of class `type`, in the order of the text."""
    return [mention.name for mention in named(text, code) if mention.type == type]


def not_yet(*values: Any, why: str) -> Any:
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=why))


PEOPLE = [
    ("fr", "Yann LeCun a travaillé chez Facebook. LeCun part. Selon LeCun, c'est fini.", ["Yann LeCun"] * 3),
    ("fr", "Arthur Mensch a vu Guillaume Lample. Lample et Mensch parlent.",
     ["Arthur Mensch", "Guillaume Lample", "Guillaume Lample", "Arthur Mensch"]),
    ("fr", "Le chercheur Nando de Freitas a quitté Google. De Freitas rejoint Microsoft.", ["Nando de Freitas"] * 2),
    ("fr", "L’ingénieur Guido van Rossum a rejoint Microsoft. Van Rossum y reste.", ["Guido van Rossum"] * 2),
    ("fr", "Selon le chercheur Jean-Baptiste O’Neil, Meta paie bien.", ["Jean-Baptiste O’Neil"]),
    ("fr", "D’après Mark Zuckerberg, Meta gagne. L’offre d’Altman est faible. Sam Altman le sait.",
     ["Mark Zuckerberg", "Sam Altman", "Sam Altman"]),
    ("fr", "Fei-Fei Li enseigne à Stanford. Li a fondé World Labs.", ["Fei-Fei Li"] * 2),
    ("en", "The researcher Nando de Freitas left Google. De Freitas joined Microsoft.", ["Nando de Freitas"] * 2),
    ("en", "Daniel De Freitas and Noam Shazeer founded Character.AI.", ["Daniel De Freitas", "Noam Shazeer"]),
    ("en", "Guido van Rossum joined Microsoft. Van Rossum still works there.", ["Guido van Rossum"] * 2),
    ("en", "Mark Zuckerberg runs Meta. Zuckerberg's offer was large. Zuckerberg’s team grew.", ["Mark Zuckerberg"] * 3),
    ("en", "Mark Zuckerberg's plan surprised Meta.", ["Mark Zuckerberg"]),
    ("en", "The researcher Jean-Baptiste O’Neil left Meta. O'Neil joined OpenAI.", ["Jean-Baptiste O’Neil"] * 2),
    ("en", "The actor Conan O'Brien met Sam Altman. Altman thanked O'Brien.",
     ["Conan O'Brien", "Sam Altman", "Sam Altman", "Conan O'Brien"]),
    ("en", "CEO Sam Altman runs OpenAI. Altman is hiring.", ["Sam Altman"] * 2),
    ("en", "Chief executive Satya Nadella and President Brad Smith run Microsoft.", ["Satya Nadella", "Brad Smith"]),
    ("en", "Sam Altman said that Sam would go.", ["Sam Altman"] * 2),
    ("en", "Larry Page met Larry Ellison. Page and Ellison talked.",
     ["Larry Page", "Larry Ellison", "Larry Page", "Larry Ellison"]),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "people"), [
    *PEOPLE,
    ("en", "Dr. Geoffrey Hinton left Google. Professor Hinton teaches.", ["Geoffrey Hinton"] * 2),
    ("fr", "La PDG Lisa Su dirige AMD. Mme Su recrute.", ["Lisa Su"] * 2),
    ("en", "Jan Leike joined Anthropic in May 2024.", ["Jan Leike"]),
    ("en", "Neither Jan Leike nor John Schulman joined Meta.", ["Jan Leike", "John Schulman"]),
    ("fr", "Mira Murati a quitté OpenAI. Elle a fondé Thinking Machines Lab.", ["Mira Murati"]),
    ("en", "Claude Shannon founded information theory.", ["Claude Shannon"]),
    ("fr", "Bonjour Monsieur le directeur.", []),
    ("en", "In May 2024, Sutskever left OpenAI to start a company.", ["Sutskever"]),
    ("en", "Hinton, who had been a vice president at Google, resigned.", ["Hinton"]),
    ("en", "Ng led the Google Brain project.", ["Ng"]),
    ("en", "Meta poached Pang from Apple.", ["Pang"]),
    ("en", "Meta hired Covariant engineers. Sequoia led Mistral's round.", []),
    ("fr", "Lample travaillait chez Meta. LeCun a quitté Meta.", ["Lample", "LeCun"]),
    ("fr", "Meta a débauché Pang.", ["Pang"]),
    ("fr", "Passée par DeepMind et Google, Raia Hadsell dirige la recherche.", ["Raia Hadsell"]),
    ("fr", "Le Sud-Africain Shakir Mohamed, de DeepMind, réside à Londres.", ["Shakir Mohamed"]),
    ("fr", "Laurent Sifre part. Restaient Sifre et Charles Kantor.", ["Laurent Sifre"] * 2 + ["Charles Kantor"]),
    ("en", "Consider Andrew Tulloch. When Mira Murati left, Ruoming Pang stayed.",
     ["Andrew Tulloch", "Mira Murati", "Ruoming Pang"]),
    ("en", "Adam Cheyer met Bing Xu, Emma Watson and Jimmy Ba.",
     ["Adam Cheyer", "Bing Xu", "Emma Watson", "Jimmy Ba"]),
    ("en", "Genentech Appoints Aviv Regev Head of Research and Early Development\n\nAviv Regev is a biologist.",
     ["Aviv Regev"] * 2),
    ("en", "She was Vice President. He became Chief Financial Officer and Managing Director.", []),
    ("fr", "Seul Adam D’Angelo reste. La Sétoise Joëlle Pineau dirige. Exit Helen Toner.",
     ["Adam D’Angelo", "Joëlle Pineau", "Helen Toner"]),
    ("fr", "Il succède à la directrice technique Mira Murati.", ["Mira Murati"]),
    ("fr", "L’ancien secrétaire d’État Cédric O conseille Mistral.", ["Cédric O"]),
    ("en", "Will Smith is not leaving. He Kaiming stays. Will Altman go?", ["Will Smith", "He Kaiming"]),
    ("en", "Cyprien de Masson d'Autume wrote on X. Karén Simonyan read it.",
     ["Cyprien de Masson d'Autume", "Karén Simonyan"]),
    ("en", "Ian J. Goodfellow left Google. Ian Goodfellow is back. Goodfellow says so.",
     ["Ian J. Goodfellow", "Ian Goodfellow", "Ian J. Goodfellow"]),
    ("fr", "L’ex-secrétaire d’État Cédric O. De quoi étonner.", ["Cédric O"]),
    ("fr", "Yann LECUN dirige le laboratoire. LeCun part.", ["Yann LECUN"] * 2),
    ("en", "In 2009, Bengio was elected to the board. Hinton is currently a distinguished professor.",
     ["Bengio", "Hinton"]),
    ("en", "Robyn attended a school in Toronto.", ["Robyn"]),
    ("fr", "Hinton est né à Londres.", ["Hinton"]),
    ("en", "Zorbal is hiring a director. Zorbal was founded by a professor.", []),
    ("en", "Robert (Bob) Dylan sang. Nikolaus \"Klaus\" Wirth taught.",
     ["Robert (Bob) Dylan", "Nikolaus \"Klaus\" Wirth"]),
])  # fmt: skip
def test_people_are_called_by_the_fullest_name_of_the_article(code: str, text: str, people: list[str]) -> None:
    assert read(text, code, "Person") == people


@pytest.mark.parametrize(
    ("code", "text", "words"),
    [
        ("en", "CEO Sam Altman runs OpenAI.", "Sam Altman"),
        ("en", "Dr. Geoffrey Hinton left Google.", "Geoffrey Hinton"),
        ("fr", "Le PDG Sam Altman dirige OpenAI.", "Sam Altman"),
        ("fr", "M. Sam Altman dirige OpenAI.", "Sam Altman"),
        ("en", "Mark Zuckerberg's plan surprised Meta.", "Mark Zuckerberg"),
        ("en", "Mark Zuckerberg’s plan surprised Meta.", "Mark Zuckerberg"),
        ("fr", "Selon Sam Altman, OpenAI gagne.", "Sam Altman"),
        ("fr", "C’est l’avis d’Ilya Sutskever, qui a quitté OpenAI.", "Ilya Sutskever"),
    ],
)
def test_titles_possessives_and_elisions_are_no_part_of_a_name(code: str, text: str, words: str) -> None:
    assert [mention.text for mention in named(text, code) if mention.type == "Person"] == [words]


@pytest.mark.parametrize(("code", "text", "organizations"), [
    ("fr", "La start-up Zorbalix a recruté Yann LeCun.", ["Zorbalix"]),
    ("fr", "La société Quantiflore, fondée par Yann LeCun, recrute.", ["Quantiflore"]),
    ("fr", "Yann LeCun travaille chez Zorbalix depuis 2020.", ["Zorbalix"]),
    ("fr", "Le laboratoire Vexolabs Research recrute.", ["Vexolabs Research"]),
    ("en", "Yann LeCun joined Zorbalix Labs.", ["Zorbalix Labs"]),
    ("en", "The startup Zorbalix hired Yann LeCun. Zorbalix grows.", ["Zorbalix", "Zorbalix"]),
    ("en", "Yann LeCun left Quantiflore Technologies.", ["Quantiflore Technologies"]),
    ("en", "Yann LeCun teaches at the University of Zorbal.", ["University of Zorbal"]),
    ("en", "Google Quantum AI hired Yann LeCun from Meta's lab.", ["Google Quantum AI", "Meta"]),
    ("en", "Noam Shazeer left Character.AI for Google.", ["Character.AI", "Google"]),
    ("en", "Yann LeCun works at Zorbalix.", ["Zorbalix"]),
    ("en", "He left to found Waverlix. The founder of Frontalis is rich.", ["Waverlix", "Frontalis"]),
    ("en", "The firm is called HoloZorb. A company, Core Zorbal, was sold.", ["HoloZorb", "Core Zorbal"]),
    ("en", "Yann LeCun, once CEO of Zorb and an adviser to Quix's co-founder, left.", ["Zorb", "Quix"]),
    ("en", "Ada Lovelace came from Persona AI, the Zurich start-up.", ["Persona AI"]),
    ("en", "He joined Zorbal, Inc. and then Zorb & Quix Ltd.", ["Zorbal, Inc.", "Zorb & Quix Ltd."]),
    ("en", "She came from the university of Munich and the Zorbal School of Mines.",
     ["university of Munich", "Zorbal School of Mines"]),
    ("en", "They left the University of Toronto for Google.", ["University of Toronto", "Google"]),
    ("en", "He runs the Center for Zorbal Safety.", ["Center for Zorbal Safety"]),
    ("en", "He flew to Bangalore. He left Paris. The University reopened.", []),
    ("fr", "Ancien de l’université de Zorbal, il a cofondé Quix.", ["université de Zorbal", "Quix"]),
    ("fr", "Elle a travaillé pour la start-up parisienne H.", ["H"]),
    ("fr", "Le professeur de l’Université de Zorbal Yoshua Bengio enseigne.", ["Université de Zorbal"]),
    ("fr", "Il dirige Zorbal, une jeune pousse lyonnaise.", ["Zorbal"]),
    ("fr", "Il a quitté Bordeaux pour la Bretagne.", []),
    ("en", "Zorbal was originally founded in 1997.", ["Zorbal"]),
    ("en", "Zorbal is an American software company.", ["Zorbal"]),
    ("fr", "Zorbal a été fondée en 1997.", ["Zorbal"]),
    ("en", "He studied at Cardiff University and San Francisco State University.",
     ["Cardiff University", "San Francisco State University"]),
    ("en", "She served in the British Army.", ["British Army"]),
    ("en", "He holds a degree in Business Administration from the University of Zorbal.", ["University of Zorbal"]),
    ("en", "She studied International Business at Cardiff University.", ["Cardiff University"]),
    ("en", "The Zorbal Workers Association (ZWA) met. He chairs the ZWA.", ["Zorbal Workers Association"] * 3),
    ("en", "He left to found Elemental Cognition. She joined Zorbal Block.", ["Elemental Cognition", "Zorbal Block"]),
    ("en", "Stuart Russell, of Berkeley, and Kyle Vogt of Zorbal met.", ["Berkeley", "Zorbal"]),
    ("en", "Rivox, set up by Ada Lovelace, grows. Quiz, which Alan Turing founded, does not.", ["Rivox", "Quiz"]),
    ("en", "He is an ex-Zorbal engineer. He left Meta in May for Quix.", ["Zorbal", "Meta", "Quix"]),
    ("en", "OpenAI: Sam Altman.\n\nReflection: Misha Laskin.\n\nZorbal: Ada Lovelace.",
     ["OpenAI", "Reflection", "Zorbal"]),
    ("en", "She runs Amazon India. She runs Amazon’s Berlin office.", ["Amazon India", "Amazon"]),
    ("fr", "Zorbal, qu’il créa à Lyon, a grandi. Son entreprise s’appelle Quixa.", ["Zorbal", "Quixa"]),
    ("fr", "Il rejoint la plateforme de cours en ligne Zorbal, puis l’ETH.", ["Zorbal", "ETH"]),
])  # fmt: skip
def test_organisations_are_found_known_or_not(code: str, text: str, organizations: list[str]) -> None:
    assert read(text, code, "Organization") == organizations


@pytest.mark.parametrize(("code", "text", "works"), [
    ("fr", "L’équipe d’OpenAI a créé GPT-4o et GPT-4.1.", ["GPT-4o", "GPT-4.1"]),
    ("fr", "Meta a publié Llama 4 ; Google a publié Gemini 2.5 Pro.", ["Llama 4", "Gemini 2.5 Pro"]),
    ("fr", "Les GPT-4, 4.1 et 4o d'OpenAI.", ["GPT-4", "4.1", "4o"]),
    ("en", "OpenAI released GPT-4o, o3 and Claude 3.5 Sonnet.", ["GPT-4o", "o3", "Claude 3.5 Sonnet"]),
    ("en", "OpenAI's models GPT-4, 4.1 and 4o were released.", ["GPT-4", "4.1", "4o"]),
    ("en", "The score was 4.1 to 2.", []),
    ("en", "A llama ate the grass.", []),
    ("fr", "Il gagne 4.1 fois plus que son père.", []),
    not_yet("fr", "Le modèle Zorbal-7B de Meta est sorti.", ["Zorbal-7B"], why="the cue makes it a System"),
])  # fmt: skip
def test_models_keep_their_versions_and_weak_names_need_a_context(code: str, text: str, works: list[str]) -> None:
    assert read(text, code, "Model") == works


@pytest.mark.parametrize(
    ("text", "organizations"),
    [
        ("He bought an apple in Cupertino.", []),
        ("Yann LeCun likes the meta level of the target.", []),
        ("Apple hired Yann LeCun in Cupertino.", ["Apple", "Cupertino"]),
    ],
)
def test_a_common_word_is_an_organisation_only_in_context(text: str, organizations: list[str]) -> None:
    assert read(text, "en", "Organization") == organizations


# ---------------------------------------------------------------- whatever the text

WORDS = """
Sam Altman|Altman|Yann LeCun|LeCun's|Nando de Freitas|De Freitas|J. Schulman|O’Neil|Dr.|CEO|Fei-Fei Li|Meta|Meta AI
OpenAI|Google DeepMind|DeepMind|Character.AI|Zorbalix Labs|the startup|chez|at|de|van|l’|d'|GPT-4|4.1|4o|Claude|3.5
Sonnet|Gemini 2.5 Pro|Llama|o3|and|et|,|.|:|;|(|)|«|»|-|’s|/|left|rejoint|İstanbul|Straße|ﬁne|🧠
"""
PIECES = st.sampled_from([*re.split(r"[|\n]", WORDS.strip()), "\n", "\n\n", "\u00a0"])


@given(
    words=st.lists(PIECES, max_size=25),
    between=st.sampled_from([" ", "", " "]),
    code=st.sampled_from(["en", "fr"]),
    data=st.data(),
)
@settings(deadline=None)
def test_the_names_of_any_text_are_spans_of_it_that_do_not_overlap(
    words: list[str], between: str, code: str, data: st.DataObject
) -> None:
    text = between.join(words)
    opinions = _votes(text, data) if text else []
    found = NameFinder(text, list(segment(text, language(code))), language(code), frozenset({"the", "le"})).mentions(
        opinions
    )
    assert [mention.span for mention in found] == sorted(mention.span for mention in found)
    for left, right in itertools.pairwise(found):
        assert not left.span.overlaps(right.span)
    for mention in found:
        assert mention.text == mention.span.of(text)
        assert mention.name == mention.name_span.of(text)


def _votes(text: str, data: st.DataObject) -> Iterable[Vote]:
    """Any opinions of a recogniser, for how one votes must not matter for what holds of every name."""
    starts = data.draw(st.lists(st.integers(0, len(text) - 1), max_size=4))
    kinds = st.sampled_from(["Person", "Organization", "Place", "Other"])
    return [Vote(Span(start, min(start + 6, len(text))), data.draw(kinds)) for start in starts]
