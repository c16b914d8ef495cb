"""The graph as files that other programs read. To add a format: one module beside this file, one line in the table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from aigraph.export.gexf import write_gexf
from aigraph.export.tables import write_edges, write_evidence, write_nodes
from aigraph.graph.network import network
from aigraph.store import Store


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format: its name, the suffix of its files, what it is for, and what writes a store in it.

    `write` leaves the stream open; the same statements give the same bytes, in whatever order they come.
    """

    name: str
    suffix: str
    description: str
    write: Callable[[Store, BinaryIO], None]


def _rdf(format: str) -> Callable[[Store, BinaryIO], None]:
    def write(store: Store, stream: BinaryIO) -> None:
        stream.write(store.dump(format))

    return write


def _gexf(store: Store, stream: BinaryIO) -> None:
    write_gexf(network(store.statements(), store.documents()), stream)


EXPORTERS: Mapping[str, Exporter] = {
    exporter.name: exporter
    for exporter in (
        Exporter("turtle", ".ttl", "RDF: the resolved graph, for people and every RDF tool", _rdf("turtle")),
        Exporter("trig", ".trig", "RDF: everything, with what each article says in a graph of its own", _rdf("trig")),
        Exporter("nquads", ".nq", "RDF: everything, a line for each quad", _rdf("nquads")),
        Exporter("jsonld", ".jsonld", "RDF: the resolved graph, as JSON", _rdf("jsonld")),
        Exporter("nodes", ".csv", "a table of people, organisations, works, for spreadsheets and Gephi", write_nodes),
        Exporter("edges", ".csv", "a table of statements and their sources, for spreadsheets and Gephi", write_edges),
        Exporter("evidence", ".csv", "a table of claims, each with its sentence and its article", write_evidence),
        Exporter("gexf", ".gexf", "the network for Gephi, with its time line", _gexf),
    )
}
"""Every format, by name."""
