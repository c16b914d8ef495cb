"""A graph from the file that `Store.dump` wrote: to look at, not to go on with."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from aigraph.errors import InputError
from aigraph.graph.rdf import RESOLVED, read_entity
from aigraph.graph.rdf.index import claim_index, entity_index
from aigraph.graph.terms import nodes, term
from aigraph.store.embedded import Store
from aigraph.store.ordered import nodes_with
from aigraph.vocabulary import ID

_ARTICLES = ID + "article/"
_FORMATS = {".nq": ox.RdfFormat.N_QUADS, ".trig": ox.RdfFormat.TRIG}


def load(path: str | Path) -> Store:
    """Return a store in memory, for reading, with the graph of an N-Quads or TriG file.

    Of its index there are the entities and the claims: what else is looked up one by one is not found. Raises
    InputError when the file is of another format, cannot be read, or holds no article.
    """
    path = Path(path)
    syntax = _FORMATS.get(path.suffix)
    if syntax is None:
        raise InputError(f"{path}: no graph; give the folder of a store, or a file of {' or '.join(_FORMATS)}")
    database = ox.Store()
    try:
        with path.open("rb") as stream:
            database.bulk_extend(ox.parse(stream, format=syntax))
    except SyntaxError as error:
        raise InputError(f"{path}: {error}") from error
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror or error})") from error
    for graph in list(database.named_graphs()):
        # A dump does not say what the articles were read with, and a store finds them by that.
        if isinstance(graph, ox.NamedNode) and graph.value.startswith(_ARTICLES):
            database.add(ox.Quad(graph, term("aig:fingerprint"), ox.Literal(""), graph))
    for node in nodes_with(database, term("rdfs:label")):
        entity = nodes(database.quads_for_pattern(node, None, None, RESOLVED))[node.value]
        database.add(entity_index(read_entity(entity)))
    store = Store(database, None, read_only=True)
    if store.is_empty:
        raise InputError(f"{path}: holds no article; give a file that `aigraph export nquads` wrote")
    for reading in store.readings():
        database.extend([claim_index(claim) for claim in reading.claims])
    return store
