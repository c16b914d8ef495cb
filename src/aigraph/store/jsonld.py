"""The graph as JSON-LD that people can read: entities, then statements with their claims, quotes and articles inside.

It says the triples of the single graph, no more and no less: each node is told in full where it belongs, and by its
name where it comes up again.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import BinaryIO

import pyoxigraph as ox

from aigraph.graph.rdf import DATASET_FRAME, RESOLVED, Context, Json, Tree, article_iri, frames
from aigraph.graph.terms import term
from aigraph.store.ordered import articles, nodes_with, single_of

_TYPE = term("rdf:type")


def write_jsonld(database: ox.Store, description: Sequence[ox.Quad], stream: BinaryIO) -> None:
    """Write the single graph, inside the description of the data set; one node after the other."""
    context = Context()
    tree = Tree(partial(single_of, database), context)
    members: list[tuple[str, Json]] = [("@context", context.document), *_dataset(description, context)]
    sections = (
        (name, (tree.node(node, frames()[name]) for node in found)) for name, found in _sections(database) if found
    )
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="\n")
    text.write("{")
    for place, (name, value) in enumerate(chain(members, sections)):
        text.write(f"{',' if place else ''}\n{json.dumps(name)}: ")
        text.writelines(_list(value) if isinstance(value, Iterator) else [_json(value)])
    text.write("\n}\n")
    text.detach()


def _dataset(description: Iterable[ox.Quad], context: Context) -> Iterator[tuple[str, Json]]:
    said: dict[ox.NamedNode, list[ox.Triple]] = {}
    for quad in description:
        if isinstance(quad.subject, ox.NamedNode):
            said.setdefault(quad.subject, []).append(quad.triple)
    tree = Tree(lambda node: said.get(node, ()), context)
    for dataset in list(said)[:1]:
        yield from tree.node(dataset, DATASET_FRAME).items()


def _sections(database: ox.Store) -> Iterator[tuple[str, Sequence[ox.NamedNode]]]:
    yield "entities", nodes_with(database, term("rdfs:label"))
    for name, kind in (("statements", "aig:Statement"), ("tenures", "aig:Tenure"), ("conflicts", "aig:Conflict")):
        yield name, nodes_with(database, _TYPE, term(kind))
    yield "claims", _claims_of_no_statement(database)
    yield "articles", [article_iri(article) for article in articles(database)]


def _claims_of_no_statement(database: ox.Store) -> Sequence[ox.NamedNode]:
    told = {quad.object for quad in database.quads_for_pattern(None, term("aig:claim"), None, RESOLVED)}
    found = (quad.subject for quad in database.quads_for_pattern(None, _TYPE, term("aig:Claim"), None))
    return sorted((node for node in found if isinstance(node, ox.NamedNode) and node not in told), key=str)


def _list(nodes: Iterable[Json]) -> Iterator[str]:
    for place, node in enumerate(nodes):
        yield f"{',' if place else '['}\n{_json(node)}"
    yield "\n]"


def _json(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)
