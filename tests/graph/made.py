"""Graphs that hypothesis makes: articles, claims and statements with whatever could break a quoted string."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from hypothesis import strategies as st
from tests.conftest import keep

from aigraph.model import (
    Bound,
    Claim,
    Conflict,
    Document,
    Entity,
    Evidence,
    Mention,
    Modality,
    Qualifier,
    Reading,
    Span,
    Statement,
    Status,
    Tenure,
)
from aigraph.store import Store
from aigraph.vocabulary import vocabulary

# Clean text has no surrogates; everything else that could break a quoted string is welcome.
NASTY = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    st.sampled_from(
        ['"', "'''", '"""', "\\", "\\u0022 }", "} ; DROP ALL #", "a\nb\r\tc", "\u2028", "\u202e", "<x>", "𝔸"]
    ),
)
TEXTS = st.builds(lambda parts: "x" + "".join(parts), st.lists(NASTY, min_size=1, max_size=6))
CONFIDENCES = st.floats(0, 1, allow_nan=False)
ARTIFACTS = ("Model", "System", "Dataset", "Publication")


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text) - 1))
    return Span(start, draw(st.integers(start + 1, len(text))))


@st.composite
def mentions(draw: st.DrawFn, text: str, type: str) -> Mention:
    span, name_span = draw(spans(text)), draw(spans(text))
    return Mention(span, span.of(text), type, name_span.of(text), name_span)


@st.composite
def qualifiers(draw: st.DrawFn, text: str, names: tuple[str, ...]) -> Qualifier:
    name = draw(st.sampled_from(names))
    kind = vocabulary().qualifiers[name].kind
    entity = kind == "entity"
    value = draw(NASTY | st.sampled_from(["2025-06", "2023/2024", "../2023", "P11Y", "14000000000 USD", "2.68", "1.0"]))
    return Qualifier(
        name,
        "organization/meta" if entity else value,
        "Meta" if entity else draw(NASTY),
        draw(st.none() | spans(text)),
        "Organization" if entity else None,
    )


@st.composite
def claims(draw: st.DrawFn, document: Document, relation: str | None = None) -> Claim:
    words = vocabulary()
    kind = words.relations[relation or draw(st.sampled_from(sorted(words.relations)))]
    span = draw(spans(document.text))
    return Claim(
        subject=draw(mentions(document.text, kind.domain)),
        relation=kind.id,
        object=draw(mentions(document.text, "Model" if kind.range == "Artifact" else kind.range)),
        evidence=Evidence(document.id, span, span.of(document.text), draw(NASTY)),
        modality=draw(st.sampled_from(Modality)),
        attributed_to=draw(st.none() | NASTY),
        confidence=draw(CONFIDENCES),
        qualifiers=tuple(draw(st.lists(qualifiers(document.text, kind.qualifiers), max_size=3))),
    )


DOCUMENTS = st.builds(
    Document,
    text=TEXTS,
    path=NASTY,
    title=st.none() | NASTY,
    url=st.none() | NASTY,
    publisher=st.none() | NASTY,
    author=st.none() | NASTY,
    published=st.none() | NASTY | st.sampled_from(["2025", "2025-06", "2025-06-30"]),
    language=st.sampled_from(["en", "fr"]),
)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    document = draw(DOCUMENTS)
    found = draw(st.lists(claims(document), max_size=4, unique_by=lambda claim: claim.id))
    return Reading(document, tuple(found))


@st.composite
def entities(draw: st.DrawFn, type: str) -> Entity:
    return Entity(
        f"{type.lower()}/{draw(st.sampled_from(['a', 'gpt-4.1', 'shengjia-zhao']))}",
        type,
        draw(NASTY.filter(bool)),
        tuple(sorted(draw(st.sets(NASTY, max_size=2)))),
        tuple(sorted(draw(st.sets(st.sampled_from(["Q1", "Q21708200"]))))),
        draw(st.none() | st.just("organization/google")),
    )


@st.composite
def made_statements(draw: st.DrawFn) -> Statement:
    document = draw(DOCUMENTS)
    kind = vocabulary().relations[draw(st.sampled_from(sorted(vocabulary().relations)))]
    subject = draw(entities(kind.domain))
    target = draw(entities("Model" if kind.range == "Artifact" else kind.range).filter(lambda e: e.id != subject.id))
    found = draw(st.lists(claims(document, kind.id), min_size=1, max_size=3, unique_by=lambda claim: claim.id))
    details = draw(st.lists(qualifiers(document.text, kind.qualifiers).filter(lambda q: q.type is None), max_size=3))
    return Statement(
        subject=subject,
        relation=kind.id,
        object=target,
        claims=tuple(sorted(found, key=lambda c: (c.evidence.document, c.evidence.span, c.id))),
        status=draw(st.sampled_from(Status)),
        confidence=draw(CONFIDENCES),
        qualifiers=tuple(details),
        reasons=tuple(draw(st.lists(NASTY.filter(lambda reason: "\n" not in reason), max_size=3))),
        sources=draw(st.integers(1, 5)),
        conflicts=tuple(draw(st.lists(st.sampled_from(["0a", "1b"]), unique=True).map(sorted))),
        outcomes=tuple(draw(st.lists(st.sampled_from(["2c", "3d"]), unique=True).map(sorted))),
    )


@dataclass(frozen=True)
class Graph:
    """Articles with what they say together, as a store takes them."""

    readings: tuple[Reading, ...]
    statements: tuple[Statement, ...]
    conflicts: tuple[Conflict, ...]
    tenures: tuple[Tenure, ...]

    def store(self) -> Store:
        """Return a store in memory that holds it."""
        store = Store.open(None, create=True)
        known = {end.id: end for statement in self.statements for end in (statement.subject, statement.object)}
        names = [(entity.type, entity.id, entity) for entity in known.values()]
        keep(store, self.readings, self.statements, names=names, conflicts=self.conflicts, tenures=self.tenures)
        return store


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """Draw a graph in which a few things are spoken of again and again."""
    articles = draw(st.lists(readings(), min_size=1, max_size=3, unique_by=lambda reading: reading.document.id))
    named = (mention.type for reading in articles for c in reading.claims for mention in (c.subject, c.object))
    things = {kind: tuple(_thing(draw, kind, name) for name in ("a", "b.2")) for kind in sorted(set(named))}
    said: dict[str, Statement] = {}
    for claim in sorted((claim for reading in articles for claim in reading.claims), key=lambda claim: claim.id):
        subject, target = (draw(st.sampled_from(things[end.type])) for end in (claim.subject, claim.object))
        one = Statement(
            subject,
            claim.relation,
            target,
            (claim,),
            draw(st.sampled_from(Status)),
            draw(CONFIDENCES),
            qualifiers=claim.qualifiers,
            reasons=tuple(draw(st.lists(NASTY.filter(lambda reason: "\n" not in reason), max_size=2))),
        )
        before = said.get(one.id)
        said[one.id] = replace(before, claims=_in_order((*before.claims, claim))) if before else one
    found: tuple[Conflict, ...] = ()
    if said:
        between = tuple(sorted(draw(st.sets(st.sampled_from(sorted(said)), min_size=1, max_size=3))))
        claims = tuple(claim.id for statement in between for claim in said[statement].claims)
        found = (Conflict("lifetime", draw(NASTY), draw(NASTY), draw(NASTY), claims, between, between[:1]),)
    ends = [(one.subject, one.object, one.id) for one in said.values()]
    stays = tuple(
        Tenure(
            person,
            place,
            rank,
            Bound(draw(st.none() | st.dates()), draw(NASTY)),
            roles=tuple(sorted(draw(st.sets(NASTY, max_size=2)))),
            statements=(statement,),
            current=draw(st.booleans()),
        )
        for rank, (person, place, statement) in enumerate(ends)
        if (person.type, place.type) == ("Person", "Organization")
    )
    return Graph(tuple(articles), tuple(said.values()), found, stays)


def _thing(draw: st.DrawFn, type: str, name: str) -> Entity:
    return replace(draw(entities(type)), id=f"{type.lower()}/{name}")


def _in_order(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    return tuple(sorted(claims, key=lambda claim: (claim.evidence.document, claim.evidence.span, claim.id)))
