from __future__ import annotations

from collections.abc import Callable

import pytest

from aigraph.model import Claim

Read = Callable[[str, str], tuple[Claim, ...]]


def posts(claims: tuple[Claim, ...]) -> set[tuple[str, str]]:
    return {(c.subject.name, c.object.name) for c in claims if c.relation == "workedAt"}


@pytest.mark.parametrize(
    ("text", "people", "organizations"),
    [
        (
            "[Person Fei-Fei Li] ([Organization Stanford], [Organization Google]) speaks.",
            "Fei-Fei Li",
            "Stanford Google",
        ),
        (
            "[Person Qi Lu], ex-[Organization Yahoo], then [Organization Microsoft], speaks.",
            "Qi Lu",
            "Yahoo Microsoft",
        ),
        (
            "[Person Qi Lu], until May with [Organization Baidu] and earlier at [Organization Yahoo], speaks.",
            "Qi Lu",
            "Baidu",
        ),
        ("[Person Qi Lu], operations: [Organization Yahoo], [Organization Baidu].", "Qi Lu", "Yahoo Baidu"),
    ],
)
def test_the_stations_of_a_career_are_read_without_a_verb(
    text: str, people: str, organizations: str, read: Read
) -> None:
    assert {(people, organization) for organization in organizations.split()} <= posts(read(text, "en"))


def test_both_says_that_the_stations_are_those_of_each(read: Read) -> None:
    claims = read(
        "[Person Niki Parmar] and [Person Jakob Uszkoreit], both formerly of [Organization Google], met.", "en"
    )
    assert posts(claims) == {("Niki Parmar", "Google"), ("Jakob Uszkoreit", "Google")}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "[Person Qi Lu], [Person Niki Parmar] and [Person Jakob Uszkoreit], of [Organization Google], have joined "
            "[Organization Cohere].",
            "en",
        ),
        ("[Person Qi Lu], [Person Niki Parmar], and [Person Jakob Uszkoreit], of [Organization Google], met.", "en"),
        (
            "[Person Qi Lu], [Person Niki Parmar] et [Person Jakob Uszkoreit], de [Organization Google], ont rejoint "
            "[Organization Cohere].",
            "fr",
        ),
    ],
)
def test_the_organization_that_closes_a_bare_list_is_that_of_all(text: str, language: str, read: Read) -> None:
    people = ("Qi Lu", "Niki Parmar", "Jakob Uszkoreit")
    assert posts(read(text, language)) == {(person, "Google") for person in people}


def test_the_organization_behind_a_list_is_not_that_of_whom_the_article_knows_elsewhere(read: Read) -> None:
    text = (
        "[Person Qi Lu] is chief executive of [Organization Baidu]. "
        "[Person Qi Lu], [Person Niki Parmar] and [Person Jakob Uszkoreit], of [Organization Google], met."
    )
    assert posts(read(text, "en")) == {("Qi Lu", "Baidu"), ("Jakob Uszkoreit", "Google")}


def test_the_end_of_a_list_in_an_aside_is_no_subject_of_the_verb_behind_it(read: Read) -> None:
    text = (
        "[Person Neil Zeghidour], passé par [Organization Google] et [Organization Meta], a participé à la création de "
        "[Organization Kyutai]."
    )
    claims = read(text, "fr")
    assert posts(claims) == {("Neil Zeghidour", "Google"), ("Neil Zeghidour", "Meta")}
    assert [(c.subject.name, c.object.name) for c in claims if c.relation == "founded"] == [
        ("Neil Zeghidour", "Kyutai")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[Person Qi Lu]: [Organization Google] is too slow.",
        "The guests: [Person Qi Lu], [Organization Google], [Organization Baidu].",
        "[Person Qi Lu], of [Organization Baidu], [Organization Google] said, is late.",
    ],
)
def test_what_acts_by_itself_or_is_only_listed_is_no_station(text: str, read: Read) -> None:
    assert not {pair for pair in posts(read(text, "en")) if pair[1] == "Google"}


@pytest.mark.parametrize(
    ("text", "organization"),
    [
        ("[Person Qi Lu] works for the [Organization OpenAI] rival [Organization Cohere].", "Cohere"),
        ("[Person Qi Lu] is chief executive of the [Organization OpenAI] partner [Organization Cohere].", "Cohere"),
        ("[Person Qi Lu] is a researcher at the [Organization OpenAI]-backed [Organization Figure].", "Figure"),
    ],
)
def test_a_name_before_a_word_like_rival_means_something_else(text: str, organization: str, read: Read) -> None:
    assert posts(read(text, "en")) == {("Qi Lu", organization)}


def test_the_organization_that_opens_a_line_is_in_question_for_its_posts(read: Read) -> None:
    text = "[Organization MBZUAI]: [Person Eric Xing] begins his fourth year as president."
    assert posts(read(text, "en")) == {("Eric Xing", "MBZUAI")}
