"""Forms of verbs that are nouns too: "partie", "part", "embauche"."""

from __future__ import annotations

import pytest

from aigraph.annotate import annotate
from aigraph.model import Document, Token


def token(text: str, word: str) -> Token:
    (annotated,) = annotate([Document(text, language="fr")])
    return next(t for sentence in annotated.sentences for t in sentence.tokens if t.form.casefold() == word)


def upos(text: str, word: str) -> str:
    return token(text, word).upos


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Joelle Pineau, partie de Meta en mai, dirige la recherche de Cohere.", "partie"),
        ("François Chollet, parti de Google, a créé Ndea.", "parti"),
        ("Partie de Meta en mai, Joelle Pineau dirige la recherche de Cohere.", "partie"),
        ("Joelle Pineau (arrivée en août chez Cohere) dirige la recherche.", "arrivée"),
        ("John Schulman part chez Anthropic.", "part"),
        ("John Schulman, lui, part chez Anthropic.", "part"),
        ("Anthropic recrute John Schulman.", "recrute"),
        ("Yann LeCun enseigne à New York.", "enseigne"),
    ],
)
def test_a_word_that_stands_where_a_verb_can_is_a_verb(text: str, word: str) -> None:
    assert upos(text, word) == "VERB"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Une partie de l'équipe de Meta travaille à Paris.", "partie"),
        ("Yann LeCun fait partie de l'équipe de Meta.", "partie"),
        ("La part de Google a baissé.", "part"),
        ("L'arrivée de John Schulman chez Anthropic a surpris.", "arrivée"),
        ("Son embauche par Meta a surpris.", "embauche"),
        ("Le parti de Yann LeCun est pris.", "parti"),
    ],
)
def test_a_word_with_an_article_stays_a_noun(text: str, word: str) -> None:
    assert upos(text, word) != "VERB"


def test_a_verb_has_its_infinitive_where_the_tagger_keeps_the_form() -> None:
    text = "Igor Babuschkin, qui travaillait chez DeepMind puis OpenAI, quitte xAI, qu'il a cofondée."
    assert token(text, "quitte").lemma == "quitter"
