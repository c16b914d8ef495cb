"""The quads of a database in a fixed order, and which of them a file holds: every graph, or a single one.

The single graph is for formats without named graphs: the resolved graph and the words that prove it, that is every
claim with its quote and its article, and no text of an article. Nothing is asserted by that beyond what the resolved
graph asserts: a claim is a node that tells who says what where.
"""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from aigraph.graph.rdf import DATASET, INDEX, RESOLVED
from aigraph.graph.terms import Term, term
from aigraph.vocabulary import ID, PREFIXES

# The store's own note of what an article was read with. It changes with every version of the program, and says nothing
# of the article: a file that people compare and keep must not change with it.
_FINGERPRINT = term("aig:fingerprint")
_LEFT_OUT = frozenset({_FINGERPRINT, term("schema:articleBody")})
_ARTICLES = ID + "article/"
_SIZES = """SELECT ?graph (COUNT(*) AS ?quads) { GRAPH ?graph { ?s ?p ?o FILTER (?p != aig:fingerprint) } }
GROUP BY ?graph"""


def articles(database: ox.Store) -> list[str]:
    """Return the ids of the articles, sorted."""
    found = (quad.subject for quad in database.quads_for_pattern(None, _FINGERPRINT, None, None))
    return sorted(node.value.removeprefix(_ARTICLES) for node in found if isinstance(node, ox.NamedNode))


def single(database: ox.Store) -> Iterator[ox.Triple]:
    """Yield the triples of the graph: of the resolved graph node by node, then article by article."""
    for graph in (RESOLVED, *(ox.NamedNode(_ARTICLES + article) for article in articles(database))):
        yield from (quad.triple for quad in _ordered(database, graph) if quad.predicate not in _LEFT_OUT)


def single_of(database: ox.Store, node: ox.NamedNode) -> list[ox.Triple]:
    """Return the triples of `single` that have a node as their subject, sorted."""
    found = (quad for quad in database.quads_for_pattern(node, None, None, None) if _is_single(quad.graph_name))
    return [quad.triple for quad in sorted(found, key=_order) if quad.predicate not in _LEFT_OUT]


def nodes_with(database: ox.Store, property: ox.NamedNode, value: Term | None = None) -> list[ox.NamedNode]:
    """Return the nodes of the resolved graph that have a property, with a value if one is given, sorted."""
    found = (quad.subject for quad in database.quads_for_pattern(None, property, value, RESOLVED))
    return sorted({node for node in found if isinstance(node, ox.NamedNode)}, key=str)


def whole(database: ox.Store) -> Iterator[ox.Quad]:
    """Yield the quads of every graph, graph by graph, but for the fingerprints and the index."""
    for graph in sorted(_named(database), key=str):
        yield from (quad for quad in _ordered(database, graph) if quad.predicate != _FINGERPRINT)


def sizes(database: ox.Store) -> tuple[int, int]:
    """Return how many quads `whole` yields, and how many triples `single` does."""
    rows = database.query(_SIZES, prefixes=dict(PREFIXES))
    count = {row["graph"]: int(row["quads"].value) for row in rows} if isinstance(rows, ox.QuerySolutions) else {}
    # Each article has one text.
    ours = (count.get(graph, 0) - (graph != RESOLVED) for graph in _named(database) if _is_single(graph))
    return sum(count.get(graph, 0) for graph in _named(database)), sum(ours)


def _named(database: ox.Store) -> Iterator[ox.NamedNode]:
    # What a file said of itself is no part of the graph that was read from it.
    for graph in database.named_graphs():
        if isinstance(graph, ox.NamedNode) and graph not in (INDEX, DATASET):
            yield graph


def _is_single(graph: object) -> bool:
    return graph == RESOLVED or _is_article(graph)


def _is_article(graph: object) -> bool:
    return isinstance(graph, ox.NamedNode) and graph.value.startswith(_ARTICLES)


def _ordered(database: ox.Store, graph: ox.NamedNode) -> Iterator[ox.Quad]:
    """Yield the quads of a graph, sorted; the names of its nodes are in memory, or one article."""
    found = database.quads_for_pattern(None, None, None, graph)
    if _is_article(graph):
        yield from sorted(found, key=lambda quad: (str(quad.subject), *_order(quad)))
        return
    for node in sorted({quad.subject for quad in found}, key=str):
        yield from sorted(database.quads_for_pattern(node, None, None, graph), key=_order)


def _order(quad: ox.Quad) -> tuple[str, str]:
    return str(quad.predicate), str(quad.object)
