from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Self, cast

import pytest

from aigraph.model import (
    Claim,
    Conflict,
    Document,
    Entity,
    Evidence,
    Mention,
    Modality,
    Qualifier,
    Span,
    Statement,
    Status,
    Tenure,
)
from aigraph.store import Store

MOVES = Document(
    "John Schulman left OpenAI for Anthropic in August 2024. "
    "In February 2025, John Schulman joined Thinking Machines Lab. "
    "Ilya Sutskever founded Safe Superintelligence in June 2024.",
    title="Two researchers, three laboratories",
    url="https://example.org/articles/1?a=1&b=2",
    publisher="Example News",
    published="2025-02-07",
)
STAYS = Document(
    "Andrej Karpathy worked at OpenAI from 2015 to 2017. Andrej Karpathy worked at OpenAI again, from 2023 to 2024. "
    "A colleague says that Andrej Karpathy left OpenAI. Yann LeCun did not found OpenAI.",
    title="Aller et retour",
    publisher="Exemple",
    published="2024-02",
    language="fr",
)
REST = Document(
    "Arthur Mensch worked at DeepMind until 2023. Guillaume Lample worked on LLaMA. OpenAI has a ratio of 2.68."
)

ENTITIES = {
    entity.label: entity
    for entity in (
        Entity("person/andrej-karpathy", "Person", "Andrej Karpathy"),
        Entity("person/arthur-mensch", "Person", "Arthur Mensch"),
        Entity("person/guillaume-lample", "Person", "Guillaume Lample"),
        Entity("person/ilya-sutskever", "Person", "Ilya Sutskever"),
        Entity("person/john-schulman", "Person", "John Schulman"),
        Entity("person/yann-lecun", "Person", "Yann LeCun"),
        Entity("organization/anthropic", "Organization", "Anthropic"),
        Entity("organization/deepmind", "Organization", "DeepMind", parent="organization/google"),
        Entity("organization/openai", "Organization", "OpenAI", ("Open AI", "OpenAI Inc"), ("Q21708200",)),
        Entity("organization/safe-superintelligence", "Organization", "Safe Superintelligence", ("SSI",)),
        Entity("organization/thinking-machines-lab", "Organization", "Thinking Machines Lab"),
        Entity("model/llama", "Model", "LLaMA"),
        Entity("figure/openai-2.68", "Figure", "2.68"),
    )
}


class _Shelf:
    """Statements and the articles, without a database: all of a store that tables and networks are made from."""

    def __init__(
        self,
        statements: Iterable[Statement],
        tenures: Iterable[Tenure] = (),
        articles: Iterable[Document] = (MOVES, STAYS, REST),
    ) -> None:
        self._statements = sorted(statements, key=lambda s: (s.subject.id, s.relation, s.object.id, s.id))
        self._tenures = tuple(tenures)
        self._articles = tuple(articles)

    @property
    def lookup(self) -> Self:
        return self

    def tenures_of(self, person_id: str) -> tuple[Tenure, ...]:
        return tuple(tenure for tenure in self._tenures if tenure.person.id == person_id)

    def statements(self) -> Iterator[Statement]:
        return iter(self._statements)

    def documents(self) -> dict[str, Document]:
        return dict(self.articles())

    def articles(self) -> Iterator[tuple[str, Document]]:
        return ((article.id, article) for article in self._articles)

    def document(self, document_id: str) -> Document | None:
        return self.documents().get(document_id)

    def entity(self, _entity_id: str) -> None:
        return None

    def tenures(self) -> tuple[Tenure, ...]:
        return self._tenures

    def conflicts(self) -> tuple[Conflict, ...]:
        return ()


def qualifier(name: str, value: str, *, type: str | None = None, text: str | None = None) -> Qualifier:
    return Qualifier(name, value, text or value, type=type)


def claim(
    article: Document,
    subject: str,
    relation: str,
    object: str,
    *qualifiers: Qualifier,
    near: str,
    modality: Modality = Modality.ASSERTED,
    attributed_to: str | None = None,
) -> Claim:
    """Return the claim of the one sentence of the article that holds `near`."""
    sentences = article.text.replace(". ", ".\n").split("\n")
    quote = next(sentence for sentence in sentences if near in sentence)
    start = article.text.index(quote)
    ends = []
    for name in (subject, object):
        at = start + quote.index(name)
        ends.append(Mention.at(article.text, at, at + len(name), ENTITIES[name].type))
    evidence = Evidence(article.id, Span(start, start + len(quote)), quote, f"en.{relation}.test")
    return Claim(ends[0], relation, ends[1], evidence, modality, attributed_to, 0.9, tuple(sorted(qualifiers)))


def statement(*claims: Claim, subject: Entity | None = None, object: Entity | None = None) -> Statement:
    """Return the statement that rests on the claims; its ends are those that the first claim names."""
    first = claims[0]
    qualifiers = {q for c in claims for q in c.qualifiers}
    return Statement(
        subject or ENTITIES[first.subject.name],
        first.relation,
        object or ENTITIES[first.object.name],
        claims,
        Status.ACCEPTED if first.modality is Modality.ASSERTED else Status.UNCONFIRMED,
        0.9,
        tuple(sorted(qualifiers, key=lambda q: (q.name, q.value, q.text))),
    )


_FROM_OPENAI = qualifier("from", "organization/openai", type="Organization", text="OpenAI")
_STATEMENTS = (
    statement(
        claim(MOVES, "John Schulman", "movedTo", "Anthropic", _FROM_OPENAI, qualifier("date", "2024-08"), near="August")
    ),
    statement(
        claim(MOVES, "John Schulman", "movedTo", "Thinking Machines Lab", qualifier("date", "2025-02"), near="February")
    ),
    statement(
        claim(MOVES, "Ilya Sutskever", "founded", "Safe Superintelligence", qualifier("date", "2024-06"), near="June")
    ),
    statement(
        claim(
            *(STAYS, "Andrej Karpathy", "workedAt", "OpenAI"),
            *(qualifier("start", "2015"), qualifier("end", "2017")),
            near="2015",
        ),
        claim(
            *(STAYS, "Andrej Karpathy", "workedAt", "OpenAI"),
            *(qualifier("start", "2023"), qualifier("end", "2024"), qualifier("role", "=researcher")),
            near="2023",
        ),
    ),
    statement(
        claim(
            *(STAYS, "Andrej Karpathy", "left", "OpenAI"),
            near="colleague",
            modality=Modality.REPORTED,
            attributed_to="A colleague",
        )
    ),
    statement(claim(STAYS, "Yann LeCun", "founded", "OpenAI", near="not", modality=Modality.DENIED)),
    statement(claim(REST, "Arthur Mensch", "workedAt", "DeepMind", qualifier("end", "2023"), near="until")),
    statement(claim(REST, "Guillaume Lample", "coCreated", "LLaMA", qualifier("contribution", "author"), near="LLaMA")),
    statement(claim(REST, "OpenAI", "hasFigure", "2.68", qualifier("value", "2.68"), near="ratio")),
)


@pytest.fixture
def statements() -> tuple[Statement, ...]:
    return _STATEMENTS


@pytest.fixture
def articles() -> tuple[Document, ...]:
    return MOVES, STAYS, REST


@pytest.fixture
def documents(articles: tuple[Document, ...]) -> dict[str, Document]:
    return {article.id: article for article in articles}


@pytest.fixture
def shelve() -> Callable[..., Store]:
    """Return what makes a stand-in for a store from statements, and from stays and other articles if there are any."""
    return lambda statements, *rest: cast("Store", _Shelf(statements, *rest))
