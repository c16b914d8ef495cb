from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aigraph.annotate import annotate, annotate_marked, pipeline_version
from aigraph.annotate.parse import pipeline
from aigraph.errors import InputError
from aigraph.extract import read_by_rules
from aigraph.extract.rules import Example, rules
from aigraph.language import language
from aigraph.model import Claim, Document, Mention, Sentence

# Names that a parser which saw them would stumble over: verbs, titles, articles, initials, other scripts, no capitals.
OTHERS = {
    "Person": ("Li Wei", "Jean-Baptiste O'Neil", "Xu", "Will Joined", "J. R. Former", "Nando de Freitas", "李飞飞"),
    "Organization": ("Zorbalix Labs", "xAI", "The Browser Company", "01.AI", "Université de Montréal", "H", "No Plan"),
    "Artifact": ("o3", "Attention Is All You Need", "Zorbal 7B", "a16z-2", "Le Chat"),
}


FIGURES = ("Figure", "Date")


def kind(type: str) -> str:
    return type if type in ("Person", "Organization") else "Artifact"


def renamed(example: Example, shift: int) -> tuple[Example, dict[str, str]]:
    """Return the example with every name replaced by another of its kind, and which name stands for which."""
    names: dict[str, str] = {}
    used = dict.fromkeys(OTHERS, shift)
    text, position = "", 0
    mentions = []
    for start, end, type_ in sorted(example.mentions):
        old = example.text[start:end]
        if type_ in FIGURES:
            new = old
        elif old in names:
            new = names[old]
        else:
            pool = OTHERS[kind(type_)]
            new = names[old] = pool[used[kind(type_)] % len(pool)]
            used[kind(type_)] += 1
        text += example.text[position:start]
        mentions.append((len(text), len(text) + len(new), type_))
        text += new
        position = end
    return Example(text + example.text[position:], tuple(mentions), ()), names


def claims(example: Example, code: str) -> Sequence[Claim]:
    mentions = [Mention.at(example.text, *mention) for mention in example.mentions if mention[2] not in FIGURES]
    return read_by_rules(annotate_marked(Document(example.text, language=code, published="2025-07-15"), mentions))[0]


def said(found: Sequence[Claim], names: dict[str, str]) -> list[tuple[str, ...]]:
    return sorted(
        (
            names.get(claim.subject.name, claim.subject.name),
            claim.relation,
            names.get(claim.object.name, claim.object.name),
            claim.modality,
            claim.evidence.rule,
            *(names.get(q.value, q.value) for q in claim.qualifiers if q.type),
        )
        for claim in found
    )


@pytest.mark.parametrize("shift", [0, 3])
@pytest.mark.parametrize("code", ["en", "fr"])
def test_how_a_sentence_is_read_does_not_depend_on_whom_it_names(code: str, shift: int) -> None:
    read = 0
    for rule in rules(code):
        for example in rule.yes[shift % 2 : shift % 2 + 1]:
            other, names = renamed(example, shift)
            before, after = claims(example, code), claims(other, code)
            assert said(before, names) == said(after, {}), f"{rule.id}: {example.text} => {other.text}"
            read += len(after)
    assert read >= 10


def assert_well_formed(sentence: Sentence, text: str) -> None:
    end = sentence.span.start
    for token in sentence.tokens:
        assert token.span in sentence.span
        assert token.span.start >= end
        assert token.form == token.span.of(text)
        end = token.span.end
    assert len(sentence.references) == len(sentence.tokens)
    assert all(0 <= i < len(sentence.tokens) for i in sentence.groups)
    for start, token in enumerate(sentence.tokens):
        assert 0 <= token.head < len(sentence.tokens)
        seen = {start}
        while sentence.tokens[start].head != start:
            start = sentence.tokens[start].head
            assert start not in seen, f"heads of {text!r} go round in a circle"
            seen.add(start)


SALAD = {
    "en": "the,a,researcher,CEO,of,at,from,by,who,that,was,is,will,not,hired,joined,founded,left,has,to,and,said,it,he,"
    "former,co-founder,co-founded,'s,n't,which,them,there,company,if,?",
    "fr": "le,la,l',une,chercheur,PDG,de,chez,par,qui,que,dont,a,est,va,ne,pas,recruté,rejoint,fondé,cofondé,quitté,"
    "été,et,dit,il,y,ancien,co-fondateur,ex-,s',leur,start-up,entreprise,aurait,si,?",
}
NAMES = "Sam Altman,OpenAI,Meta,GPT-4o,4.1,Yann LeCun,LeCun,O’Neil,Character.AI,Zorbalix Labs,2021,$1.5 billion,onze"
SIGNS = [",", ".", ";", ":", "(", ")", "«", "»", '"', "–", "/", "-", "\n", "\n\n", "- ", "…", "\u00a0", "🧠", "’"]


def word_salad(code: str) -> st.SearchStrategy[str]:
    words = st.sampled_from([*SALAD[code].split(","), *NAMES.split(","), *SIGNS])
    texts = st.lists(words, min_size=1, max_size=30)
    return st.builds(lambda found, between: between.join(found), texts, st.sampled_from([" ", " ", ""]))


@pytest.mark.parametrize("code", ["en", "fr"])
def test_the_tokens_of_any_text_are_in_order_and_their_heads_make_trees(code: str) -> None:
    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(word_salad(code))
    def holds(text: str) -> None:
        (annotated,) = annotate([Document(text, language=code)])
        for sentence in annotated.sentences:
            assert_well_formed(sentence, text)
        read_by_rules(annotated)

    holds()


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Who was it that hired by Meta the CEO is?"),
        ("en", "OpenAI/Meta/Google-backed co-founder co-founded it."),
        ("fr", "L’ex-Meta Yann LeCun, co-fondateur, l’a dit."),
        ("fr", "GPT-4o-mini, 4.1: « 4o »."),
        ("en", "Meta"),
        ("en", "?"),
    ],
)
def test_odd_sentences_are_trees_too(code: str, text: str) -> None:
    (annotated,) = annotate([Document(text, language=code)])
    for sentence in annotated.sentences:
        assert_well_formed(sentence, text)


def tokens(code: str, text: str, *names: str) -> dict[str, tuple[str, str, str]]:
    """Return part of speech, relation and head of each word, by its form."""
    mentions = [
        Mention.at(text, text.index(name), text.index(name) + len(name), "Organization" if name == "Meta" else "Person")
        for name in sorted(names, key=text.index)
    ]
    (sentence,) = annotate_marked(Document(text, language=code), mentions).sentences
    return {t.form: (t.upos, t.deprel, sentence.tokens[t.head].form) for t in sentence.tokens}


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        (
            "en",
            "Li Wei was hired by Meta.",
            {"Li Wei": ("nsubj:pass", "hired"), "Meta": ("obl:agent", "hired"), "by": ("case", "Meta")},
        ),
        (
            "en",
            "Li Wei is an engineer at Meta.",
            {"Li Wei": ("nsubj", "engineer"), "is": ("cop", "engineer"), "at": ("case", "Meta")},
        ),
        ("en", "Meta hired Li Wei.", {"Meta": ("nsubj", "hired"), "Li Wei": ("obj", "hired")}),
        ("fr", "Meta a recruté Li Wei.", {"Meta": ("nsubj", "recruté"), "Li Wei": ("obj", "recruté")}),
        ("fr", "Li Wei est ingénieur chez Meta.", {"Li Wei": ("nsubj", "ingénieur"), "est": ("cop", "ingénieur")}),
    ],
)
def test_both_languages_come_out_in_universal_dependencies(
    code: str, text: str, expected: dict[str, tuple[str, str]]
) -> None:
    found = tokens(code, text, "Li Wei", "Meta")
    assert {form: found[form][1:] for form in expected} == expected
    assert found["Li Wei"][0] == found["Meta"][0] == "PROPN"


@pytest.mark.parametrize("code", ["en", "fr"])
def test_the_version_of_the_parser_is_known(code: str) -> None:
    assert pipeline_version(language(code)).startswith(code + "_")


def test_a_language_without_an_installed_parser_says_what_to_install() -> None:
    data = dataclasses.replace(language("fr"), pipelines=("fr_no_such_pipeline",))
    with pytest.raises(InputError, match="français is installed; install one of fr_no_such_pipeline"):
        pipeline(data)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Yann LeCun (born 1960) works at Meta.", False),
        ("Claude Shannon (1916 – 2001) worked at Meta.", False),
        ("Yann LeCun (2013 – 2018) worked at Meta.", True),
        ("Yann LeCun (the Turing laureate) works at Meta.", True),
    ],
)
def test_a_life_in_brackets_is_put_aside(text: str, kept: bool) -> None:
    (annotated,) = annotate([Document(text)])
    assert ("(" in [token.form for token in annotated.sentences[0].tokens]) is kept
