"""`aigraph export`: the graph in one format."""

from __future__ import annotations

import io
from typing import Unpack

import click

from aigraph.cli.options import When, shown, store_option, time_options
from aigraph.cli.screen import emit_data, say


def _complete_formats(_context: click.Context, _parameter: click.Parameter, start: str) -> list[str]:
    from aigraph.export import EXPORTERS

    return [name for name in (*EXPORTERS, "html", "explorer") if name.startswith(start)]


@click.command(short_help="Write the graph in one format.")
@click.argument("format_", metavar="FORMAT", shell_complete=_complete_formats)
@time_options
@store_option
@click.option("-o", "--out", metavar="FILE", help='The file to write, or "-".  [default: standard output]', default="-")
def export(format_: str, store: str, out: str, **when: Unpack[When]) -> None:
    """Write the graph in one format: turtle, trig, nquads, jsonld, nodes, edges, evidence, gexf, html, explorer.

    `aigraph build` writes them all; this command gives one of them to another program or another place.
    """
    from aigraph import pipeline

    with pipeline.open(store) as whole, shown(whole, **when) as graph:
        if out != "-":
            graph.export(out, format_)
            say(f"aigraph: {format_} in {out}")
            return
        stream = io.BytesIO()
        graph.export(stream, format_)
        emit_data(stream.getvalue())
