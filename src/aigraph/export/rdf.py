"""A graph -> RDF: Turtle, TriG, N-Quads, JSON-LD, and Turtle 1.2 with what is said of each edge on the edge."""

from __future__ import annotations

from functools import partial
from typing import BinaryIO

from aigraph.export.exporter import Exporter
from aigraph.export.options import Options
from aigraph.export.provenance import DESCRIPTION, Provenance, provenance
from aigraph.graph.rdf import About
from aigraph.store import Store
from aigraph.version import __version__

TITLES = {
    "en": f"aigraph: {DESCRIPTION[0].lower()}{DESCRIPTION[1:]}",
    "fr": "aigraph : qui a travaillé où, qui est parti où, qui a créé quoi, et les phrases qui le prouvent",
}
"""What a file calls itself, by language."""


def write_rdf(format: str, store: Store, options: Options, stream: BinaryIO) -> None:
    """Write a store as RDF in a format of `Store.dump_to`, with the description of the data set."""
    store.dump_to(stream, format, about(provenance(store, options)))


def about(source: Provenance) -> About:
    """Return what a file of RDF says of itself."""
    return About(
        titles=TITLES,
        description=source.sentence,
        rights=source.licence,
        version=__version__,
        rules=source.rules,
        first=source.first,
        last=source.last,
        scope=source.scope,
    )


def _exporter(name: str, file: str, description: str, *, published: bool = True) -> Exporter:
    return Exporter(name, file, f"RDF: {description}", partial(write_rdf, name), published=published)


RDF = (
    _exporter("turtle", "graph.ttl", "the resolved graph and its evidence, for people and every RDF tool"),
    _exporter("trig", "graph.trig", "everything, what each article says in a graph of its own"),
    _exporter("nquads", "graph.nq", "everything, a line for each quad"),
    _exporter("jsonld", "graph.jsonld", "the resolved graph and its evidence, as JSON that people can read"),
    _exporter(
        "turtle12",
        "graph12.ttl",
        "the edges that stand, each annotated with who says so (Turtle 1.2; rdflib does not read it yet)",
        published=False,
    ),
)
"""The formats of RDF."""
