"""A small network of public moves, and one browser for all the tests that need eyes."""

from __future__ import annotations

import dataclasses
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright
from tests.view.payloads import FEW

from aigraph.graph.network import network
from aigraph.model import (
    Claim,
    Document,
    Entity,
    Evidence,
    Mention,
    Modality,
    Network,
    Qualifier,
    Span,
    Statement,
    Status,
)

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_ON_A_MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")


def person(name: str) -> Entity:
    return Entity(f"person/{name.casefold().replace(' ', '-')}", "Person", name)


OPENAI = Entity("organization/openai", "Organization", "OpenAI", ("Open AI",), ("Q21708200",))
META = Entity("organization/meta", "Organization", "Meta", ("Meta Platforms", "Facebook"), ("Q380",))
ANTHROPIC = Entity("organization/anthropic", "Organization", "Anthropic")
APPLE = Entity("organization/apple", "Organization", "Apple")
MISTRAL = Entity("organization/mistral-ai", "Organization", "Mistral AI")
CHATGPT = Entity("system/chatgpt", "System", "ChatGPT")

DOCUMENTS: dict[str, Document] = {}


def statement(
    subject: Entity,
    relation: str,
    goal: Entity,
    sentence: str,
    *,
    origin: Entity | None = None,
    date: str | None = None,
    modality: Modality = Modality.ASSERTED,
    status: Status = Status.ACCEPTED,
    by: str | None = None,
    document: Document | None = None,
) -> Statement:
    """Return a statement with one claim; the sentence is the whole of its article."""
    document = document or Document(
        sentence,
        title=f"News of {subject.label}",
        publisher="Daily",
        published="2025-07-02",
        url="https://example.org/a",
    )
    DOCUMENTS[document.id] = document

    def mention(entity: Entity) -> Mention:
        start = max(sentence.find(entity.label), 0)
        return Mention.at(sentence, start, min(start + len(entity.label), len(sentence)), entity.type)

    evidence = Evidence(document.id, Span(0, len(sentence)), sentence, f"en.{relation}.test")
    qualifiers = []
    if origin:
        qualifiers.append(Qualifier("from", origin.id, origin.label, None, origin.type))
    if date:
        qualifiers.append(Qualifier("date", date, date))
    claim = Claim(mention(subject), relation, mention(goal), evidence, modality, by, 0.9)
    return Statement(subject, relation, goal, (claim,), status, 0.9, tuple(sorted(qualifiers)), ("one source",))


ZHAO = person("Shengjia Zhao")
PANG = person("Ruoming Pang")
LAMPLE = person("Guillaume Lample")
SCHULMAN = person("John Schulman")
LACROIX = person("Timothée Lacroix")

STATEMENTS = [
    statement(ZHAO, "movedTo", META, "Shengjia Zhao left OpenAI for Meta.", origin=OPENAI, date="2025-06"),
    statement(
        PANG,
        "movedTo",
        META,
        "According to Bloomberg, Ruoming Pang goes from Apple to Meta.",
        origin=APPLE,
        date="2025-07",
        modality=Modality.REPORTED,
        by="Bloomberg",
    ),
    statement(SCHULMAN, "movedTo", ANTHROPIC, "John Schulman joined Anthropic.", origin=OPENAI, status=Status.DISPUTED),
    statement(LAMPLE, "founded", MISTRAL, "Guillaume Lample founded Mistral AI."),
    statement(LACROIX, "founded", MISTRAL, "Timothée Lacroix founded Mistral AI."),
    statement(LAMPLE, "left", META, "Guillaume Lample left Meta."),
    statement(ZHAO, "coCreated", CHATGPT, "Shengjia Zhao helped to make ChatGPT."),
    statement(META, "approached", SCHULMAN, "Word has it that Meta called John Schulman.", modality=Modality.RUMOURED),
]


@pytest.fixture(scope="session")
def moves() -> Network:
    return network(STATEMENTS, DOCUMENTS)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "payload" in metafunc.fixturenames:
        metafunc.parametrize("payload", FEW)


@pytest.fixture(scope="session")
def payloads() -> tuple[str, ...]:
    return FEW


@pytest.fixture(scope="session")
def hostile() -> Network:
    """Return a network in which every text that comes from outside is a payload."""
    documents: dict[str, Document] = {}
    statements: list[Statement] = []
    for place, payload in enumerate(FEW):
        subject = Entity(f"person/{place}", "Person", payload, (payload,), (payload,), f"organization/{payload}")
        target = Entity(f"organization/{place}", "Organization", payload, (payload,))
        origin = Entity(f"organization/{place}-from", "Organization", payload)
        sentence = f"{payload} {place}"
        document = Document(sentence, title=payload, publisher=payload, published=payload, url=payload)
        documents[document.id] = document
        made = statement(
            subject, "movedTo", target, sentence, origin=origin, date=payload, by=payload, document=document
        )
        statements.append(dataclasses.replace(made, status=Status.DISPUTED, reasons=(payload,)))
    return network(statements, documents)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


def launch(playwright: Playwright, *arguments: str) -> Browser:
    """Return a headless Chromium; the test that needs one is skipped where there is none."""
    path = next(filter(None, map(shutil.which, _NAMES)), None) or (str(_ON_A_MAC) if _ON_A_MAC.exists() else None)
    if path is None:
        pytest.skip(f"no Chromium here: none of {', '.join(_NAMES)} in PATH, no {_ON_A_MAC}")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        arguments += ("--no-sandbox",)  # Chromium refuses to run as root with it
    args = ["--disable-background-networking", "--no-first-run", *arguments]
    return playwright.chromium.launch(executable_path=path, args=args)


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    browser = launch(playwright, "--disable-gpu")
    yield browser
    browser.close()
