"""`aigraph export`: the graph in one format."""

from __future__ import annotations

import io
from typing import Unpack

import click

from aigraph.cli.options import When, shown, store_option, time_options
from aigraph.cli.screen import emit_data, say
from aigraph.cli.summary import say_undrawn
from aigraph.errors import InputError


def _complete_formats(_context: click.Context, _parameter: click.Parameter, start: str) -> list[str]:
    from aigraph.export import EXPORTERS

    return [name for name in (*EXPORTERS, "html", "explorer", "ontology") if name.startswith(start)]


def _complete_networks(_context: click.Context, _parameter: click.Parameter, start: str) -> list[str]:
    from aigraph.export import NETWORKS

    return [name for name in NETWORKS if name.startswith(start)]


@click.command(short_help="Write the graph in one format.")
@click.argument("format_", metavar="FORMAT", shell_complete=_complete_formats)
@time_options
@click.option("--title", help="The title of a page (html, explorer).")
@click.option(
    "--network",
    metavar="KIND",
    shell_complete=_complete_networks,
    help="Of a network file (as gexf): all, moves, careers or models.  [default: all]",
)
@click.option(
    "--parallel",
    type=click.Choice(("merged", "kept")),
    help="Of a network file: edges that lead the same way as one edge, or each for itself.  [default: merged]",
)
@click.option("--raw", is_flag=True, help="Of a table (CSV): every text as it is, for programs; see the README.")
@click.option("--bom", is_flag=True, help="Of a table (CSV): open with the mark by which Excel knows UTF-8.")
@click.option("--licence", metavar="TEXT", help="What the file says of its use: a sentence or an address.")
@click.option("--language", type=click.Choice(("en", "fr")), help="The language that a page opens in.  [default: en]")
@store_option
@click.option("-o", "--out", metavar="FILE", help='The file to write, or "-".  [default: standard output]', default="-")
def export(
    format_: str,
    store: str,
    out: str,
    title: str | None,
    language: str | None,
    network: str | None,
    parallel: str | None,
    raw: bool,
    bom: bool,
    licence: str | None,
    **when: Unpack[When],
) -> None:
    """Write the graph in one format: turtle, trig, nquads, jsonld, gexf, csv, excel, html, explorer and others.

    Of RDF, too: turtle12 (edges with annotations, RDF 1.2), schemaorg (JSON-LD for search engines).

    Of the network alone: graphml, cytoscape, graphviz, pajek, neo4j. For OpenAleph and OpenSanctions: ftm.

    Of all tables: csv and parquet, which are folders, and excel. The tables are statements, evidence, articles,
    entities, flows, tenures, conflicts, nodes and edges; each of them is a format, too (CSV). facts is a table that
    `aigraph ingest` reads.

    html is the quick page, small enough to mail; explorer is the page for graphs of any size. `aigraph build` writes
    most of them; this command gives one of them to another program or another place.

    ontology is a page that says what a graph can hold, and needs none: relations, details, classes and rules, in
    English and French; where the file ends in ".ttl", it is the Turtle, for machines.

    Of network files there are several kinds. all: people, organisations and works, and every relation between them;
    moves: from organisation to organisation, with the people who moved; careers: people and organisations, who was
    where from when to when; models: people and works, who made what. --parallel merged makes one edge of those that
    lead the same way (the moves between two organisations, the stays of someone who came back), kept leaves each.
    """
    from aigraph import pipeline

    given = {"network": network, "parallel": parallel, "licence": licence, "raw": raw or None, "bom": bom or None}
    if format_ == "ontology":
        _write_ontology(out, language, superfluous=[title, *given.values(), *when.values()])
        return
    options = {name: value for name, value in given.items() if value is not None}
    with pipeline.open(store) as whole, shown(whole, **when) as graph:
        if out != "-":
            graph.export(out, format_, title=title, language=language, **options)
            say(f"aigraph: {format_} in {out}")
        else:
            stream = io.BytesIO()
            graph.export(stream, format_, title=title, language=language, **options)
            emit_data(stream.getvalue())
        if format_ == "html":
            say_undrawn(graph)


def _write_ontology(out: str, language: str | None, *, superfluous: list[object]) -> None:
    from aigraph.workspace import write_ontology

    if any(superfluous):
        raise InputError("the ontology is the same for every graph: it takes a file (-o) and a language, nothing else")
    if out != "-":
        write_ontology(out, language=language)
        say(f"aigraph: ontology in {out}")
    else:
        stream = io.BytesIO()
        write_ontology(stream, language=language)
        emit_data(stream.getvalue())
