"""Articles and claims built by hand, for the tests of every room that comes after extraction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Self

import pytest
from tests.gephi.gephi import Gephi, UnreachableError, missing, running

from aigraph.escape import slug
from aigraph.fuse import Fused, fuse
from aigraph.model import (
    Claim,
    Conflict,
    Decision,
    Document,
    Entity,
    Evidence,
    Linking,
    Mention,
    Modality,
    Qualifier,
    Reading,
    Span,
    Statement,
    Tenure,
    content_id,
    distinct_names,
)
from aigraph.revise import fresh
from aigraph.store import Arrival, NameRecord, Revision, Store, load
from aigraph.vocabulary import vocabulary

ENTITIES = (
    Entity("organization/openai", "Organization", "OpenAI", ("Open AI",), ("Q21708200",)),
    Entity("organization/google", "Organization", "Google"),
    Entity(
        "organization/google-deepmind",
        "Organization",
        "Google DeepMind",
        aliases=("DeepMind",),
        parent="organization/google",
    ),
    Entity("person/yann-lecun", "Person", "Yann LeCun", ("Yann Le Cun",), ("Q3571662",)),
)


class Draft:
    """An article, and claims that quote it."""

    def __init__(self, text: str, *, path: str = "-", published: str | None = None, title: str | None = None) -> None:
        self.document = Document(text, path=path, published=published, title=title)
        self._claims: list[Claim] = []

    def says(
        self,
        sentence: str,
        subject: str,
        relation: str,
        object: str,
        *,
        modality: Modality = Modality.ASSERTED,
        said_by: str | None = None,
        confidence: float = 0.9,
        object_type: str | None = None,
        **qualifiers: tuple[str, str] | str,
    ) -> Self:
        """Add a claim that the first sentence with these words makes; a qualifier is `(value, words)` or just words."""
        text, words = self.document.text, vocabulary()
        start = text.index(sentence)
        kind = words.relations[relation]
        details = []
        for name, given in sorted(qualifiers.items()):
            name = name.rstrip("_")
            value, said = (given, given) if isinstance(given, str) else given
            at = text.find(said, start)
            at = text.index(said) if at < 0 else at
            entity = {"from": "Organization", "concerning": "Person"}.get(name)
            details.append(Qualifier(name, value, said, Span(at, at + len(said)), entity))
        self._claims.append(
            Claim(
                subject=self._mention(subject, kind.domain, start),
                relation=relation,
                object=self._mention(
                    object, object_type or ("Model" if kind.range == "Artifact" else kind.range), start
                ),
                evidence=Evidence(
                    self.document.id, Span(start, start + len(sentence)), sentence, f"en.{relation}.test"
                ),
                modality=modality,
                attributed_to=said_by,
                confidence=confidence,
                qualifiers=tuple(details),
            )
        )
        return self

    def _mention(self, name: str, type: str, start: int) -> Mention:
        text = self.document.text
        at = text.find(name, start)
        at = text.index(name) if at < 0 else at
        return Mention.at(text, at, at + len(name), type)

    @property
    def reading(self) -> Reading:
        """The article with its claims."""
        return Reading(self.document, tuple(self._claims))


def _linking(readings: Iterable[Reading]) -> Linking:
    known = {(entity.type, name): entity for entity in ENTITIES for name in (entity.label, *entity.aliases)}
    entities = {}
    for kind, name in distinct_names(claim for reading in readings for claim in reading.claims):
        new = Entity(f"{kind.lower()}/{slug(name) or content_id(kind, name)}", kind, name)
        entities[kind, name] = known.get((kind, name), new)
    return Linking(entities)


@pytest.fixture
def draft() -> type[Draft]:
    return Draft


@pytest.fixture
def fusing() -> Callable[..., Fused]:
    """Return what readings say together: each name stands for itself, but for those of the entities above."""

    def fusing(readings: Iterable[Reading], decisions: Iterable[Decision] = ()) -> Fused:
        readings = list(readings)
        return fuse(readings, _linking(readings), decisions)

    return fusing


@pytest.fixture
def fused(fusing: Callable[..., Fused]) -> Callable[[Iterable[Reading]], list[Statement]]:
    return lambda readings: list(fusing(readings).statements)


def keep(
    store: Store,
    readings: Iterable[Reading],
    statements: Iterable[Statement],
    *,
    fingerprint: str = "f",
    names: Iterable[tuple[str, str, Entity]] = (),
    conflicts: tuple[Conflict, ...] = (),
    tenures: tuple[Tenure, ...] = (),
) -> None:
    """Put articles and what they make into a store as they are; entities go by their labels, unless names are given."""
    statements = list(statements)
    careers: dict[str, tuple[Tenure, ...]] = {}
    for tenure in tenures:
        careers[tenure.person.id] = (*careers.get(tenure.person.id, ()), tenure)
    entities = [end for statement in statements for end in (statement.subject, statement.object)]
    known = {entity.id: entity for entity in entities}
    for qualifier in (q for statement in statements for q in statement.qualifiers if q.type):
        known.setdefault(qualifier.value, Entity(qualifier.value, qualifier.type or "", qualifier.text))
    called = list(names) or [(entity.type, entity.label, entity) for entity in known.values()]
    store.commit(
        Revision(
            arrivals=tuple(Arrival(reading, fingerprint, reading.document.path, (), ()) for reading in readings),
            names={(kind, name): NameRecord(entity, (), (), name) for kind, name, entity in called},
            statements={statement.id: statement for statement in statements},
            conflicts=conflicts,
            tenures=careers,
            program="test",
        ),
        judge=False,
    )


@pytest.fixture(scope="session")
def gephi(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gephi]:
    """A running Gephi; where there is none, what asks it is skipped, with the reason."""
    if reason := missing():
        pytest.skip(reason)
    with ExitStack() as ended:
        try:
            gephi = ended.enter_context(running(tmp_path_factory.mktemp("gephi")))
        except UnreachableError as error:
            pytest.skip(str(error))
        yield gephi


@pytest.fixture(scope="session")
def examples() -> Iterator[Store]:
    """The graph of the examples, made from what is kept of their articles."""
    kept = Path(__file__).parents[1] / "exports" / "graph.nq"
    with load(kept) as store, Store.open(None, create=True) as graph:
        yield fresh(graph, store.readings(), decisions=())
