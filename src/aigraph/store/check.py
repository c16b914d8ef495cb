"""What a store holds too much or too little of: every quote is the text's own words, and every quad has its reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from aigraph.graph.rdf import article_quads, reading
from aigraph.graph.terms import term, value
from aigraph.model import Issue, Reading, content_id


def check_article(graph: ox.NamedNode, quads: Iterable[ox.Quad]) -> Iterator[Issue]:
    """Yield the faults of the graph of one article."""
    quads = list(quads)
    fingerprints = [value(q.object) for q in quads if q.predicate == term("aig:fingerprint")]
    if len(fingerprints) != 1:
        yield Issue(graph.value, f"has {len(fingerprints)} fingerprints, not one")
        return
    try:
        found = reading(quads)
    except (LookupError, ValueError) as error:
        yield Issue(graph.value, f"cannot be read back: {error}")
        return
    faults = list(_faults(graph, found))
    yield from faults
    if not faults:
        yield from _differences(quads, article_quads(found, fingerprint=fingerprints[0]))


def _faults(graph: ox.NamedNode, found: Reading) -> Iterator[Issue]:
    text = found.document.text
    if not graph.value.endswith("/" + content_id(text)):
        yield Issue(graph.value, "is not named after its text")
    for claim in found.claims:
        quoted = [(claim.evidence.span, claim.evidence.quote)]
        for mention in (claim.subject, claim.object):
            quoted += [(mention.span, mention.text), (mention.name_span, mention.name)]
        quoted += [(qualifier.span, qualifier.text) for qualifier in claim.qualifiers if qualifier.span]
        for span, words in quoted:
            if span.of(text) != words:
                yield Issue(f"claim {claim.id}", f"the text does not say {words!r} at {span}")


def _differences(quads: Iterable[ox.Quad], expected: Iterable[ox.Quad]) -> Iterator[Issue]:
    # A database writes some literals its own way ("1.0" as "1"), so what is expected takes the way through one too.
    database = ox.Store()
    database.extend(list(expected))
    there, due = set(quads), set(database)
    for quad in sorted(there - due, key=str):
        yield Issue(str(quad.subject), f"should not be there: {quad.predicate} {quad.object}")
    for quad in sorted(due - there, key=str):
        yield Issue(str(quad.subject), f"is missing: {quad.predicate} {quad.object}")
