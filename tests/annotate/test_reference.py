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


def first(text: str, code: str, word: str, type: str) -> str | None:
    """Return what of a type the last token with the form `word` most likely denotes."""
    annotated = marked(text, code)
    found = [
        [mention.name for mention in sentence.references[i] if mention.type == type]
        for sentence in annotated.sentences
        for i, token in enumerate(sentence.tokens)
        if token.form.casefold().replace("’", "'") == word
    ]
    assert found
    return found[-1][0] if found[-1] else None


PAIR_EN = "[Person Geoffrey Hinton] and [Person Yann LeCun] won a prize."
PAIR_FR = "[Person Geoffrey Hinton] et [Person Yann LeCun] ont reçu un prix."
FOUR = "[Person Sam Altman], [Person Greg Brockman], [Person Mira Murati] and [Person Jakub Pachocki] met."


@pytest.mark.parametrize(
    ("code", "text", "word", "name"),
    [
        # What a sentence is about is meant by the next, not whom it names in passing.
        ("en", "[Person Yann LeCun] left with [Person Jack Rae]. He founded a company.", "he", "Yann LeCun"),
        ("fr", "[Person Yann LeCun] part avec [Person Jack Rae]. Il a fondé une société.", "il", "Yann LeCun"),
        ("en", "[Person Yann LeCun] left. After a year with [Person Jack Rae] he came back.", "he", "Yann LeCun"),
        # Given names, titles and participles tell men from women.
        ("en", "[Person Mira Murati] met [Person Sam Altman]. She left.", "she", "Mira Murati"),
        ("en", "[Person Greg Brockman] met [Person Mira Murati]. She left.", "she", "Mira Murati"),
        ("fr", "[Person Greg Brockman] a reçu [Person Mira Murati]. Elle est partie.", "elle", "Mira Murati"),
        ("en", "[Person Jack Rae] met Ms [Person Luo Fuli]. She left.", "she", "Luo Fuli"),
        ("fr", "[Person Luo Fuli] a été nommée. [Person Jack Rae] l'a saluée. Elle est contente.", "elle", "Luo Fuli"),
        # Descriptions: by age, origin, or what they are known for.
        ("en", "[Person Emmett Shear] said yes. The 40-year-old helped a friend.", "old", "Emmett Shear"),
        ("en", "[Person Yann LeCun] left. The Frenchman is 65.", "frenchman", "Yann LeCun"),
        ("fr", "[Person François Chollet] part. Le Français a 35 ans.", "français", "François Chollet"),
        ("fr", "[Person Andrew Ng] part. Cet ancien de [Organization Google] enseigne.", "ancien", "Andrew Ng"),
        ("en", "[Person Mike Krieger] came. The [Organization Instagram] co-founder leads a lab.", "co-founder",
         "Mike Krieger"),
        # By the order in which they were named.
        ("en", f"{PAIR_EN} The former is at [Organization Google].", "former", "Geoffrey Hinton"),
        ("en", f"{PAIR_EN} The latter is at [Organization Meta].", "latter", "Yann LeCun"),
        ("fr", f"{PAIR_FR} Le premier travaille chez [Organization Google].", "premier", "Geoffrey Hinton"),
        ("fr", f"{PAIR_FR} Le second travaille chez [Organization Meta].", "second", "Yann LeCun"),
        ("fr", f"{PAIR_FR} Ce dernier travaille chez [Organization Meta].", "dernier", "Yann LeCun"),
        # Whoever speaks.
        ("en", '"I joined [Organization Google] in 2012," said [Person Jeff Dean].', "i", "Jeff Dean"),
        ("en", '[Person Jeff Dean] said: "I joined [Organization Google] in 2012."', "i", "Jeff Dean"),
        ("fr", "[Person Luc Julia] a dit : « J'ai quitté [Organization Apple]. »", "j'", "Luc Julia"),
    ],
)  # fmt: skip
def test_who_is_meant(code: str, text: str, word: str, name: str | None) -> None:
    assert first(text, code, word, "Person") == name


@pytest.mark.parametrize(
    ("code", "text", "word", "name"),
    [
        # Kinds and sizes that the noun calls for.
        ("en", "[Organization Stanford University] and [Organization Google] agree. The university pays.", "university",
         "Stanford University"),
        ("fr", "[Organization Google] aide l'[Organization université de Montréal]. L'université paie.", "université",
         "université de Montréal"),
        ("en", "[Organization Google] bought [Organization Nabla]. The start-up is small.", "start-up", "Nabla"),
        ("fr", "[Organization Google] a racheté [Organization Nabla]. La start-up est petite.", "start-up", "Nabla"),
        ("en", "The lab [Organization Kyutai] and [Organization Meta] agree. The lab pays.", "lab", "Kyutai"),
        # Newspapers tell the news.
        ("en", "[Organization Meta] pays, [Organization Bloomberg] reports. It hires.", "it", "Meta"),
        # Possessives, and what relative clauses and appositions hang on.
        ("en", "[Organization Meta] pays. Its boss left.", "its", "Meta"),
        ("fr", "[Organization Meta] paie. Son patron part.", "son", "Meta"),
        ("en", "[Person Jack Rae] left [Organization Meta] for [Organization SRI], where he works.", "where", "SRI"),
        ("fr", "[Person Jack Rae] part chez [Organization SRI], où il travaille.", "où", "SRI"),
        ("fr", "[Organization Meta] paie [Organization Scale AI], la société que tous envient.", "société", "Scale AI"),
        ("en", "[Organization OpenAI] grows. The maker of [Model GPT-4] hires.", "maker", "OpenAI"),
        # Nothing at all.
        ("en", "[Organization Meta] pays. The company Sakana hires.", "company", None),
        ("fr", "[Organization Meta] paie. La maison mère recrute.", "maison", None),
    ],
)  # fmt: skip
def test_which_organisation_is_meant(code: str, text: str, word: str, name: str | None) -> None:
    assert first(text, code, word, "Organization") == name


@pytest.mark.parametrize(
    ("code", "text", "word", "names"),
    [
        ("en", f"{PAIR_EN} Both left.", "both", ["Geoffrey Hinton", "Yann LeCun"]),
        ("en", f"{PAIR_EN} The pair left.", "pair", ["Geoffrey Hinton", "Yann LeCun"]),
        ("fr", f"{PAIR_FR} Tous deux partent.", "deux", ["Geoffrey Hinton", "Yann LeCun"]),
        ("fr", f"{PAIR_FR} Les deux compères partent.", "compères", ["Geoffrey Hinton", "Yann LeCun"]),
        ("en", f"{PAIR_EN} {FOUR} Both left.", "both", ["Geoffrey Hinton", "Yann LeCun"]),
        ("en", "[Person Sam Altman] left. [Person Greg Brockman] left. The two men work.", "men",
         ["Sam Altman", "Greg Brockman"]),
        # Announced before a colon.
        ("en", "Two engineers follow: [Person Sam Altman] and [Person Greg Brockman].", "engineers",
         ["Sam Altman", "Greg Brockman"]),
        ("fr", "Deux restent : [Person Sam Altman] et [Person Greg Brockman].", "deux",
         ["Sam Altman", "Greg Brockman"]),
        ("fr", "Des chercheurs suivent : [Person Sam Altman] et [Person Greg Brockman].", "chercheurs",
         ["Sam Altman", "Greg Brockman"]),
    ],
)  # fmt: skip
def test_a_number_says_which_group_is_meant(code: str, text: str, word: str, names: list[str]) -> None:
    found, group = denoted(text, code, word)
    assert (sorted(found), group) == (sorted(names), True)


@pytest.mark.parametrize(
    ("code", "text", "word"),
    [
        ("fr", "Trois chercheurs le disent : [Person Sam Altman] et [Person Greg Brockman].", "chercheurs"),
        ("fr", "Deux ans après : [Person Sam Altman] et [Person Greg Brockman].", "ans"),
        ("en", "Two engineers agree: [Person Sam Altman] has met [Person Greg Brockman].", "engineers"),
    ],
)
def test_a_colon_may_announce_nobody(code: str, text: str, word: str) -> None:
    assert denoted(text, code, word)[0] == []


def test_what_is_meant_says_how_sure_it_is_and_why() -> None:
    annotated = marked("[Person Yann LeCun] left. He works. [Person Sam Altman] saw him.", "en")
    he, him = (
        s.references[i][0] for s in annotated.sentences for i, t in enumerate(s.tokens) if t.form in ("He", "him")
    )
    assert he.how == "subject one sentence before"
    assert him.name == "Yann LeCun"
    assert 0.5 < he.confidence <= 0.95


def test_an_interview_is_with_the_one_whom_its_opening_names() -> None:
    text = (
        "Interview: [Person Arthur Mensch]\n\nWhere did you work?\nI worked at [Organization DeepMind].\n"
        "And your friends?\nI know them well.\nHow many are you?\nI do not count.\n"
    )
    assert first(text, "en", "i", "Person") == "Arthur Mensch"
    assert first(text, "en", "you", "Person") == "Arthur Mensch"


def test_a_column_in_the_first_person_is_by_nobody_named() -> None:
    text = "[Person Sam Altman] is rich.\n\nI am not. I once met him. I liked it. I left.\n"
    assert first(text, "en", "i", "Person") is None


@pytest.mark.parametrize(
    ("code", "text", "word", "work"),
    [
        ("en", "[Model LLaMA] came out in February. [Person Guillaume Lample] signed the paper.", "paper", "LLaMA"),
        ("en", "[Model Gopher] is large. [Person Jack Rae] trained it.", "it", "Gopher"),
        ("en", "[Model Siri] is old. Its co-inventor [Person Adam Cheyer] left.", "its", "Siri"),
        ("fr", "[Model LLaMA] est sorti en février. [Person Guillaume Lample] a signé l'article.", "article", "LLaMA"),
        ("fr", "[Model Mistral 7B] est sorti. [Person Albert Jiang] en est le premier auteur.", "en", "Mistral 7B"),
    ],
)
def test_a_word_may_stand_for_a_work(code: str, text: str, word: str, work: str) -> None:
    assert work in denoted(text, code, word)[0]


@pytest.mark.parametrize(
    ("code", "text", "word"),
    [
        ("en", "[Model LLaMA] came out. [Person Guillaume Lample] signed the paper on diffusion.", "paper"),
        ("en", "[Model LLaMA] came out. [Person Guillaume Lample] signed a paper.", "paper"),
        ("en", "[Model LLaMA] came out. [Person Guillaume Lample] left it.", "it"),
        ("fr", "[Model LLaMA] est sorti. [Person Guillaume Lample] a signé l'article de son ami.", "article"),
    ],
)
def test_what_is_another_work_or_none_stands_for_none(code: str, text: str, word: str) -> None:
    assert "LLaMA" not in denoted(text, code, word)[0]
