"""The graph as files that other programs read. To add a format: one module beside this file, one line in the table."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from aigraph.export import tables
from aigraph.export.exporter import Exporter
from aigraph.export.followthemoney import FOLLOW_THE_MONEY
from aigraph.export.gexf import write_gexf
from aigraph.export.networks import NETWORKS
from aigraph.export.options import LICENCE, Options

__all__ = ["EXPORTERS", "LICENCE", "NETWORKS", "Exporter", "Options"]

_NETWORK = frozenset({"network", "parallel"})


def _rdf(format: str) -> Callable[..., object]:
    return lambda store, _options, stream: stream.write(store.dump(format))


EXPORTERS: Mapping[str, Exporter] = {
    exporter.name: exporter
    for exporter in (
        Exporter("turtle", "graph.ttl", "RDF: the resolved graph, for people and every RDF tool", _rdf("turtle")),
        Exporter("trig", "graph.trig", "RDF: everything, what each article says in a graph of its own", _rdf("trig")),
        Exporter("nquads", "graph.nq", "RDF: everything, a line for each quad", _rdf("nquads")),
        Exporter("jsonld", "graph.jsonld", "RDF: the resolved graph, as JSON", _rdf("jsonld")),
        Exporter("gexf", "graph.gexf", "the network for Gephi, with its time line", write_gexf, takes=_NETWORK),
        FOLLOW_THE_MONEY,
        *tables.FORMATS,
    )
}
"""Every format, by name."""
