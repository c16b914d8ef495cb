"""`aigraph query` and `aigraph questions`: answers from the graph."""

from __future__ import annotations

from pathlib import Path

import click

from aigraph.cli.options import store_option
from aigraph.cli.screen import emit_data, emit_table

_FORMATS = ("table", "csv", "tsv", "json", "xml", "turtle")


@click.command(short_help="Answer a named question or SPARQL.")
@click.argument("query")
@click.option("--param", "-p", "parameters", multiple=True, metavar="NAME=VALUE", help="A parameter of the question.")
@click.option("--format", "format_", type=click.Choice(_FORMATS), default="table", show_default=True)
@store_option
def query(query: str, parameters: tuple[str, ...], format_: str, store: str) -> None:
    """Answer a QUERY: the name of a question, a file of SPARQL (.rq), or SPARQL itself.

    `aigraph questions` lists the questions that have a name.
    """
    raise NotImplementedError


@click.command(short_help="List the named questions.")
def questions() -> None:
    """List the named questions: what each asks, its parameters, and the columns of its answer."""
    raise NotImplementedError
