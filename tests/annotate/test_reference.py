from __future__ import annotations

import re
from typing import Any

import pytest

from aigraph.annotate import annotate, annotate_marked
from aigraph.annotate.reference import topic_mention
from aigraph.model import Annotated, Document, Mention, Span

_MARK = re.compile(r"\[(Person|Organization|Model) ([^\]]+)\]")


def marked(text: str, code: str) -> Annotated:
    """Annotate a text whose names are marked: "[Person Jan Leike] left."."""
    plain, mentions, position = "", [], 0
    for match in _MARK.finditer(text):
        plain += text[position : match.start()]
        mentions.append((len(plain), len(plain) + len(match[2]), match[1]))
        plain += match[2]
        position = match.end()
    plain += text[position:]
    first: dict[str, Mention] = {}
    found = []
    for given in mentions:
        mention = Mention.at(plain, *given)
        full = next((m for name, m in first.items() if name.endswith(" " + mention.text)), mention)
        first.setdefault(mention.text, mention)
        found.append(Mention(mention.span, mention.text, mention.type, full.text, full.span))
    return annotate_marked(Document(plain, language=code), found)


def denoted(text: str, code: str, word: str) -> tuple[list[str], bool]:
    """Return what the last token with the form `word` denotes, and whether it denotes all of them."""
    annotated = marked(text, code)
    found = [
        (sentence, i)
        for sentence in annotated.sentences
        for i, token in enumerate(sentence.tokens)
        if token.form.casefold() == word
    ]
    assert found, f"no token {word!r} in {[t.form for s in annotated.sentences for t in s.tokens]}"
    sentence, i = found[-1]
    for mention in sentence.references[i]:
        assert mention.text == mention.span.of(annotated.document.text)
        assert mention.name == mention.name_span.of(annotated.document.text)
    return [mention.name for mention in sentence.references[i]], i in sentence.groups


def not_yet(*values: Any, why: str) -> Any:
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=why))


ONE = [
    ("fr", "[Person Yann LeCun] a quitté [Organization Meta]. Il a fondé [Organization AMI Labs].", "il", "Yann LeCun"),
    ("fr", "[Person Mira Murati] part. Elle a fondé une société.", "elle", "Mira Murati"),
    ("fr", "[Person Yann LeCun] part. Le chercheur a fondé une société.", "chercheur", "Yann LeCun"),
    ("fr", "[Organization Meta] paie. L'entreprise a recruté [Person Jack Rae].", "entreprise", "Meta"),
    ("fr", "[Organization Meta] paie. Le groupe recrute.", "groupe", "Meta"),
    ("fr", "[Organization Meta] paie. [Person Jack Rae] y travaille.", "y", "Meta"),
    ("fr", "[Organization OpenAI] paie. [Organization Meta] recrute. L'entreprise grandit.", "entreprise", "Meta"),
    ("fr", "[Person Sam Altman] parle. [Person Yann LeCun] part. Il a fondé une société.", "il", "Yann LeCun"),
    ("fr", "[Person Sam Altman] parle. [Person Altman] part. Il a fondé une société.", "il", "Sam Altman"),
    ("fr", "[Organization Mistral AI] grandit. La start-up recrute [Person Jack Rae].", "start-up", "Mistral AI"),
    ("en", "[Person Yann LeCun] left [Organization Meta]. He founded [Organization AMI Labs].", "he", "Yann LeCun"),
    ("en", "[Person Mira Murati] left. [Organization OpenAI] thanked her.", "her", "Mira Murati"),
    ("en", "[Person Yann LeCun] left. The researcher founded a company.", "researcher", "Yann LeCun"),
    ("en", "[Organization Meta] pays. The company hired [Person Jack Rae].", "company", "Meta"),
    ("en", "[Organization Mistral AI] grows. The startup hired [Person Jack Rae].", "startup", "Mistral AI"),
    ("en", "[Organization Meta] pays. [Person Jack Rae] works there.", "there", "Meta"),
    ("en", "[Organization OpenAI] pays. [Organization Meta] is hiring. The company grows.", "company", "Meta"),
    ("en", "[Person Sam Altman] spoke. [Person Yann LeCun] left. He founded a company.", "he", "Yann LeCun"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "word", "name"), ONE)
def test_a_pronoun_or_description_stands_for_the_likeliest(code: str, text: str, word: str, name: str) -> None:
    names, group = denoted(text, code, word)
    assert names[:1] == [name]
    assert not group


TRIO_FR = "[Person Arthur Mensch], [Person Guillaume Lample] et [Person Timothée Lacroix] sont amis."
TRIO_EN = "[Person Arthur Mensch], [Person Guillaume Lample] and [Person Timothée Lacroix] are friends."


@pytest.mark.parametrize(
    ("code", "text", "word"),
    [
        ("fr", f"{TRIO_FR} Ils ont fondé une société.", "ils"),
        ("fr", f"{TRIO_FR} Les trois hommes ont fondé une société.", "hommes"),
        ("fr", f"{TRIO_FR} Le trio a fondé une société.", "trio"),
        ("en", f"{TRIO_EN} They founded a company.", "they"),
        ("en", f"{TRIO_EN} The three men founded a company.", "men"),
        ("en", f"{TRIO_EN} The trio founded a company.", "trio"),
    ],
)
def test_a_plural_stands_for_all_of_the_group_before_it(code: str, text: str, word: str) -> None:
    assert denoted(text, code, word) == (["Arthur Mensch", "Guillaume Lample", "Timothée Lacroix"], True)


@pytest.mark.parametrize(
    ("code", "text", "word"),
    [
        ("fr", "[Person Yann LeCun] part. Un chercheur a rejoint [Organization Meta].", "chercheur"),
        ("fr", "[Organization Meta] paie. Une entreprise recrute.", "entreprise"),
        ("fr", "[Organization Meta] paie. Le chercheur [Person Jack Rae] arrive.", "chercheur"),
        ("fr", f"{TRIO_FR} Des chercheurs partent.", "chercheurs"),
        ("fr", "Il a fondé une société.", "il"),
        ("en", "[Person Yann LeCun] left. A researcher joined [Organization Meta].", "researcher"),
        ("en", "[Organization Meta] pays. A company hires.", "company"),
        ("en", "[Person Yann LeCun] left. The researcher [Person Jack Rae] came.", "researcher"),
        ("en", f"{TRIO_EN} Researchers leave.", "researchers"),
        ("en", "He founded a company.", "he"),
    ],
)
def test_what_points_to_nobody_denotes_nobody(code: str, text: str, word: str) -> None:
    assert denoted(text, code, word) == ([], False)


@pytest.mark.parametrize(
    ("code", "text", "word"),
    [
        ("fr", "[Person Sam Altman] parle.\n\n- [Person Jack Rae] : chercheur, il a créé [Model Gemini] ;\n", "il"),
        ("en", "[Person Sam Altman] spoke.\n\n- [Person Jack Rae]: researcher, he made [Model Gemini];\n", "he"),
    ],
)
def test_in_a_list_item_the_pronoun_is_the_one_that_the_item_is_about(code: str, text: str, word: str) -> None:
    assert denoted(text, code, word)[0][:1] == ["Jack Rae"]


def test_the_topic_of_an_item_is_the_person_whom_it_opens_with() -> None:
    text = "Jack Rae and Meta"
    rae, meta = Mention.at(text, 0, 8, "Person"), Mention.at(text, 13, 17, "Organization")
    assert topic_mention(text, Span(0, 8), [rae, meta]) == rae
    assert topic_mention(text, Span(13, 17), [rae, meta]) is None
    assert topic_mention(text, Span(9, 12), [rae, meta]) is None


def test_the_salient_organisations_are_those_of_the_text_before() -> None:
    annotated = marked("[Organization Meta] pays. [Organization OpenAI] is hiring. It grows.", "en")
    assert [[m.name for m in s.salient] for s in annotated.sentences] == [[], ["Meta"], ["OpenAI", "Meta"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He joined Google. Later he left it.", [("He", "He"), ("he", "He")]),
        ("She joined Google and he left.", [("She", "She"), ("he", "he")]),
        ("I joined Google, my first employer.", [("I", "I"), ("my", "I")]),
        ("Its founder is rich.", [("Its", "Its")]),
    ],
)
def test_someone_unnamed_stands_for_himself_on_request(text: str, expected: list[tuple[str, str]]) -> None:
    document = Document(text)
    for unnamed in (True, False):
        (annotated,) = annotate([document], unnamed=unnamed)
        references = [found[0] for sentence in annotated.sentences for found in sentence.references if found]
        pronouns = [(one.text, one.name) for one in references if one.name != "Google"]
        assert pronouns == (expected if unnamed else [])
