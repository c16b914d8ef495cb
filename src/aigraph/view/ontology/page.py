"""The ontology -> one HTML page that works from a file: no script, no network."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from jinja2 import Environment, StrictUndefined

from aigraph.extract.rules import rules
from aigraph.view.inline import inline, source
from aigraph.view.ontology.query import query, short_query
from aigraph.view.ontology.words import LANGUAGES, words
from aigraph.vocabulary import AIG, PREFIXES, QualifierType, RelationType, vocabulary
from aigraph.vocabulary.documentation import Documentation, Shape, Term, TermKind, documentation
from aigraph.vocabulary.prefixes import curie

Piece = tuple[str, str]
"""A stretch of an example: its words, and what they are in the claim ("subject", "from"), or ""."""


@dataclass(frozen=True, slots=True)
class Link:
    """A term as the page names it: in short, and where it leads."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class _Relation:
    term: Term
    type: RelationType
    entails: tuple[Link, ...]
    examples: Mapping[str, tuple[Piece, ...]]
    query: str
    edge: str


@dataclass(frozen=True, slots=True)
class _Class:
    term: Term
    kinds: tuple[Link, ...]
    holds: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class _Qualifier:
    term: Term
    type: QualifierType
    relations: tuple[Link, ...]
    entails: tuple[Link, ...]


def page(*, language: str = "en") -> str:
    """Return the ontology as one HTML page, English and French side by side; `language` is the one that stands first.

    The same ontology gives the same bytes; write them as UTF-8. Raises ValueError on another language.
    """
    if language not in LANGUAGES:
        raise ValueError(f"the page speaks {' and '.join(LANGUAGES)}, not {language!r}")
    ontology = documentation()
    folder = files("aigraph.view.ontology")
    style = inline((folder / "page.css").read_text(encoding="utf-8"), "</style")
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.globals.update(link=link, words=words())
    return environment.from_string((folder / "page.html.j2").read_text(encoding="utf-8")).render(
        language=language,
        languages=sorted(LANGUAGES, key=lambda code: code != language),
        policy=f"default-src 'none'; style-src {source(style)}; base-uri 'none'; form-action 'none'",
        style=style,
        ontology=ontology,
        labels={term.id: term.labels for term in ontology.of(TermKind.QUALIFIER)},
        relations=[_relation(term) for term in ontology.of(TermKind.RELATION)],
        qualifiers=[_qualifier(term) for term in ontology.of(TermKind.QUALIFIER)],
        classes=[_class(term, ontology) for term in ontology.of(TermKind.CLASS)],
        properties=ontology.of(TermKind.PROPERTY),
        annotations=ontology.of(TermKind.ANNOTATION),
        rules=_rules(ontology),
        prefixes=PREFIXES,
    )


def link(iri: str) -> Link:
    """Return how the page names a term: its own by their place on the page, others by their address.

    >>> link("https://w3id.org/aigraph/ontology#movedTo"), link("https://schema.org/Person").href
    (Link(text='aig:movedTo', href='#movedTo'), 'https://schema.org/Person')
    """
    own = iri.removeprefix(AIG)
    return Link(curie(iri), f"#{own}" if own != iri else iri)


def _links(names: tuple[str, ...] | list[str]) -> tuple[Link, ...]:
    return tuple(link(AIG + name) for name in names)


def _relation(term: Term) -> _Relation:
    relation = vocabulary().relations[term.id]
    return _Relation(
        term=term,
        type=relation,
        entails=_links(vocabulary().entails.get(term.id, ())),
        examples={code: _example(term.id, code) for code in LANGUAGES},
        query=query(relation),
        edge=short_query(relation),
    )


def _qualifier(term: Term) -> _Qualifier:
    return _Qualifier(
        term=term,
        type=vocabulary().qualifiers[term.id],
        relations=_links([name for name, r in vocabulary().relations.items() if term.id in r.qualifiers]),
        entails=_links(vocabulary().entails.get(term.id, ())),
    )


def _class(term: Term, ontology: Documentation) -> _Class:
    below = [other.id for other in ontology.of(TermKind.CLASS) if AIG + term.id in other.above]
    holds = [name for name, relation in vocabulary().relations.items() if relation.node_class == AIG + term.id]
    return _Class(term, _links(below), _links(holds))


def _rules(ontology: Documentation) -> Mapping[tuple[str, ...], list[Shape]]:
    """Return the rules by the classes that they are about, as their file has them."""
    found: dict[tuple[str, ...], list[Shape]] = {}
    for shape in ontology.shapes:
        found.setdefault(shape.targets, []).append(shape)
    return found


def _example(relation: str, code: str) -> tuple[Piece, ...]:
    """Return the sentence of the rules that shows the most of a relation, the shortest of several."""
    examples = [example for rule in rules(code) if rule.relation == relation for example in rule.yes]
    if not examples:
        return ()
    best = min(examples, key=lambda example: (-len({role for *_, role in example.marks}), len(example.text)))
    pieces: list[Piece] = []
    position = 0
    for start, end, role in sorted(best.marks):
        pieces += [(best.text[position:start], ""), (best.text[start:end], role)]
        position = end
    return tuple(piece for piece in (*pieces, (best.text[position:], "")) if piece[0])
