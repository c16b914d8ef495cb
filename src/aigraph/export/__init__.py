"""The graph as files that other programs read. To add a format: one module beside this file, one line in the table."""

from __future__ import annotations

from collections.abc import Mapping

from aigraph.export import tables
from aigraph.export.cytoscape import write_cytoscape
from aigraph.export.exporter import Exporter, Write
from aigraph.export.facts import write_facts
from aigraph.export.followthemoney import FOLLOW_THE_MONEY
from aigraph.export.gexf import write_gexf
from aigraph.export.graphml import write_graphml
from aigraph.export.graphviz import write_graphviz
from aigraph.export.neo4j import NEO4J
from aigraph.export.networks import NETWORKS
from aigraph.export.options import LICENCE, Options
from aigraph.export.pajek import write_pajek
from aigraph.export.rdf import RDF
from aigraph.export.schemaorg import SCHEMAORG

__all__ = ["EXPORTERS", "LICENCE", "NETWORKS", "Exporter", "Options"]

_NETWORK = frozenset({"network", "parallel"})


def _network(name: str, file: str, program: str, write: Write) -> Exporter:
    return Exporter(name, file, f"the network for {program}", write, takes=_NETWORK, published=False)


EXPORTERS: Mapping[str, Exporter] = {
    exporter.name: exporter
    for exporter in (
        *RDF,
        SCHEMAORG,
        Exporter("gexf", "graph.gexf", "the network for Gephi, with its time line", write_gexf, takes=_NETWORK),
        _network("graphml", "graph.graphml", "Cytoscape, yEd, igraph, NetworkX", write_graphml),
        _network("cytoscape", "graph.cyjs", "Cytoscape, Cytoscape.js, NetworkX", write_cytoscape),
        _network("graphviz", "graph.dot", "Graphviz", write_graphviz),
        _network("pajek", "graph.net", "Pajek: names, kinds and weights only", write_pajek),
        NEO4J,
        Exporter("facts", "facts.csv", "a table of facts, to edit and to read in again", write_facts, published=False),
        FOLLOW_THE_MONEY,
        *tables.FORMATS,
    )
}
"""Every format, by name."""
