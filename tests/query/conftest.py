from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import pytest
from tests.conftest import keep

from aigraph.fuse import Fused
from aigraph.model import Modality, Reading
from aigraph.store import Store

if TYPE_CHECKING:
    from tests.conftest import Draft


def summer(draft: type[Draft]) -> Reading:
    article = draft(
        "Shengjia Zhao, Jiahui Yu and Hongyu Ren joined Meta from OpenAI in June 2025. "
        "Hongyu Ren co-created o3 and GPT-4o. Jiahui Yu led the perception part of GPT-4o. Jiahui Yu co-created o3. "
        "OpenAI developed o3. Mark Chen co-created o3. "
        "Joel Pobar worked at Meta for eleven years, and then at Anthropic. "
        "Jack Rae is said to have joined Meta from Google DeepMind. "
        "Dario Amodei and Daniela Amodei founded Anthropic in 2021. Dario Amodei worked at OpenAI before. "
        "Mark Zuckerberg, CEO of Meta. Sam Altman, CEO of Meta. Sam Altman, CEO of OpenAI. "
        "Arthur Mensch founded Mistral AI in April 2023. Yann LeCun left Meta.",
        path="news/summer.txt",
        published="2025-07-01",
        title="Summer at Meta",
    )
    text = "Shengjia Zhao, Jiahui Yu and Hongyu Ren joined Meta from OpenAI in June 2025."
    for person in ("Shengjia Zhao", "Jiahui Yu", "Hongyu Ren"):
        article.says(text, person, "movedTo", "Meta", from_="OpenAI", date=("2025-06", "June 2025"))
    for model in ("o3", "GPT-4o"):
        article.says(
            "Hongyu Ren co-created o3 and GPT-4o.",
            "Hongyu Ren",
            "coCreated",
            model,
            contribution=("creator", "co-created"),
        )
    article.says(
        "Jiahui Yu led the perception part of GPT-4o.", "Jiahui Yu", "coCreated", "GPT-4o",
        contribution=("lead", "led"), part="perception",
    )  # fmt: skip
    article.says("Jiahui Yu co-created o3.", "Jiahui Yu", "coCreated", "o3", contribution=("creator", "co-created"))
    article.says("OpenAI developed o3.", "OpenAI", "developed", "o3")
    article.says("Mark Chen co-created o3.", "Mark Chen", "coCreated", "o3")
    text = "Joel Pobar worked at Meta for eleven years, and then at Anthropic."
    article.says(text, "Joel Pobar", "workedAt", "Meta", duration=("P11Y", "eleven years"), status=("past", "worked"))
    article.says(text, "Joel Pobar", "workedAt", "Anthropic", status=("past", "worked"))
    text = "Jack Rae is said to have joined Meta from Google DeepMind."
    article.says(text, "Jack Rae", "movedTo", "Meta", from_="Google DeepMind", modality=Modality.REPORTED)
    text = "Dario Amodei and Daniela Amodei founded Anthropic in 2021."
    for person in ("Dario Amodei", "Daniela Amodei"):
        article.says(text, person, "founded", "Anthropic", date="2021")
    article.says(
        "Dario Amodei worked at OpenAI before.", "Dario Amodei", "workedAt", "OpenAI", status=("past", "worked")
    )
    for person, place in (("Mark Zuckerberg", "Meta"), ("Sam Altman", "Meta"), ("Sam Altman", "OpenAI")):
        article.says(f"{person}, CEO of {place}.", person, "workedAt", place, role="CEO", status=("current", ","))
    article.says(
        "Arthur Mensch founded Mistral AI in April 2023.",
        "Arthur Mensch",
        "founded",
        "Mistral AI",
        date=("2023-04", "April 2023"),
    )
    article.says("Yann LeCun left Meta.", "Yann LeCun", "left", "Meta")
    return article.reading


def rivals(draft: type[Draft]) -> Reading:
    article = draft(
        "Joel Pobar joined Meta from Anthropic, where he had spent eleven years. "
        "Seven people from OpenAI founded Anthropic. "
        "According to SignalFire, Anthropic hires 2.68 engineers for each one who leaves. "
        "Meta is rumoured to offer 100 million dollars. Meta spent 14 billion dollars to recruit Alexandr Wang. "
        "Meta approached Alexandr Wang. Alexandr Wang joined Meta from Scale AI. Alexandr Wang founded Scale AI. "
        "Andrew Tulloch declined Meta. Yann LeCun did not leave Meta. Arthur Mensch founded Mistral AI in 2022. "
        "Jack Rae joined Meta.",
        path="rivals.txt",
    )
    text = "Joel Pobar joined Meta from Anthropic, where he had spent eleven years."
    article.says(text, "Joel Pobar", "movedTo", "Meta", from_="Anthropic")
    article.says(
        text, "Joel Pobar", "workedAt", "Anthropic", duration=("P11Y", "eleven years"), status=("past", "had spent")
    )
    article.says(
        "Seven people from OpenAI founded Anthropic.", "Anthropic", "hasFigure", "Seven people",
        measure=("founders", "founded"), value=("7", "Seven"), from_="OpenAI",
    )  # fmt: skip
    article.says(
        "According to SignalFire, Anthropic hires 2.68 engineers for each one who leaves.",
        "Anthropic", "hasFigure", "2.68 engineers",
        measure=("ratio", "for each"), value="2.68", measuredIn="engineers for each one who leaves",
        modality=Modality.REPORTED, said_by="SignalFire",
    )  # fmt: skip
    article.says(
        "Meta is rumoured to offer 100 million dollars.", "Meta", "hasFigure", "100 million dollars",
        measure=("offer", "offer"), amount=("100000000 USD", "100 million dollars"), modality=Modality.RUMOURED,
    )  # fmt: skip
    article.says(
        "Meta spent 14 billion dollars to recruit Alexandr Wang.", "Meta", "hasFigure", "14 billion dollars",
        measure=("spending", "spent"), amount=("14000000000 USD", "14 billion dollars"), concerning="Alexandr Wang",
    )  # fmt: skip
    article.says("Meta approached Alexandr Wang.", "Meta", "approached", "Alexandr Wang")
    article.says("Alexandr Wang joined Meta from Scale AI.", "Alexandr Wang", "movedTo", "Meta", from_="Scale AI")
    article.says("Alexandr Wang founded Scale AI.", "Alexandr Wang", "founded", "Scale AI")
    article.says("Andrew Tulloch declined Meta.", "Andrew Tulloch", "declined", "Meta")
    article.says("Yann LeCun did not leave Meta.", "Yann LeCun", "left", "Meta", modality=Modality.DENIED)
    article.says("Arthur Mensch founded Mistral AI in 2022.", "Arthur Mensch", "founded", "Mistral AI", date="2022")
    article.says("Jack Rae joined Meta.", "Jack Rae", "movedTo", "Meta")
    return article.reading


def google(draft: type[Draft]) -> Reading:
    article = draft(
        "Logan Kilpatrick joined Google from OpenAI in 2024. Barret Zoph joined OpenAI from Google in 2022. "
        "John Jumper works at Google DeepMind.",
        path="google.txt",
        published="2024-05",
        title="There and back",
    )
    article.says(
        "Logan Kilpatrick joined Google from OpenAI in 2024.",
        "Logan Kilpatrick",
        "movedTo",
        "Google",
        from_="OpenAI",
        date="2024",
    )
    article.says(
        "Barret Zoph joined OpenAI from Google in 2022.",
        "Barret Zoph",
        "movedTo",
        "OpenAI",
        from_="Google",
        date="2022",
    )
    article.says(
        "John Jumper works at Google DeepMind.",
        "John Jumper",
        "workedAt",
        "Google DeepMind",
        status=("current", "works"),
    )
    return article.reading


@pytest.fixture
def articles(draft: type[Draft]) -> list[Reading]:
    return [summer(draft), rivals(draft), google(draft)]


@pytest.fixture
def store(articles: list[Reading], fusing: Callable[[Iterable[Reading]], Fused]) -> Iterator[Store]:
    said = fusing(articles)
    with Store.open(None, create=True) as filled:
        keep(filled, articles, said.statements, conflicts=said.conflicts, tenures=said.tenures)
        yield filled
