from __future__ import annotations

import pytest

from aigraph.read.language import language_of

ENGLISH = "The researchers who built the model have left the company and joined a rival laboratory in London. " * 4
FRENCH = "Les chercheurs qui ont conçu le modèle ont quitté l’entreprise pour rejoindre un laboratoire rival. " * 4
GERMAN = "Die Forscher, die das Modell entwickelt haben, verlassen das Unternehmen und gehen zur Konkurrenz. " * 4


@pytest.mark.parametrize(
    ("text", "declared", "markup", "expected"),
    [
        (ENGLISH, None, None, "en"),
        (FRENCH, None, None, "fr"),
        (GERMAN, None, None, "de"),
        (FRENCH.upper(), None, None, "fr"),
        ("Ilya Sutskever quitte OpenAI et lance sa propre société", None, None, "fr"),
        ("Ilya Sutskever leaves OpenAI and starts a company of his own", None, None, "en"),
        (FRENCH, "en-US", None, "en"),
        (FRENCH, "de", None, "de"),
        (FRENCH, None, "en-US", "fr"),
        (GERMAN, None, "fr", "fr"),
        ("Sutskever", None, "fr_CA", "fr"),
        ("Sutskever", None, "de", "de"),
        ("12345", None, None, "en"),
    ],
)
def test_the_author_then_the_words_then_the_template_tell(
    text: str, declared: str | None, markup: str | None, expected: str
) -> None:
    assert language_of(text, declared=declared, markup=markup) == expected


def test_other_languages_can_be_asked_for() -> None:
    assert language_of(GERMAN, languages=("de",)) == "de"
    assert language_of("Sutskever verlässt OpenAI", languages=("de", "fr")) == "de"
