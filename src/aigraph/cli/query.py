"""`aigraph query` and `aigraph questions`: answers from the graph."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from aigraph.cli.options import When, shown, store_option, time_options
from aigraph.cli.screen import emit, emit_data, emit_table, say
from aigraph.errors import InputError

if TYPE_CHECKING:
    from aigraph.query import Table

_FORMATS = ("table", "csv", "tsv", "json", "xml", "turtle")


def _complete_names(_context: click.Context, _parameter: click.Parameter, start: str) -> list[str]:
    from aigraph.query import questions

    return [question.name for question in questions() if question.name.startswith(start)]


@click.command(short_help="Answer a named question or SPARQL.")
@click.argument("query", shell_complete=_complete_names)
@click.option("-p", "--param", "parameters", multiple=True, metavar="NAME=VALUE", help="What the question is about.")
@click.option("--format", "format_", type=click.Choice(_FORMATS), default="table", show_default=True)
@time_options
@store_option
def query(
    query: str,
    parameters: tuple[str, ...],
    format_: str,
    store: str,
    **when: Unpack[When],
) -> None:
    """Answer a QUERY: the name of a question, a file of SPARQL (.rq), or SPARQL itself.

    `aigraph questions` lists the questions that have a name, with what they are asked about. In SPARQL, a parameter
    gives a value to a variable that the query selects. Tables leave out the columns that hold nothing.
    """
    from aigraph import pipeline
    from aigraph.query import FORMATS

    given = dict(map(_parameter, parameters))
    with pipeline.open(store) as whole, shown(whole, **when) as graph:
        answer = graph.query(_text(query), **given)
    if format_ == "table":
        emit_answer(answer)
    else:
        emit_data(FORMATS[format_](answer).encode("utf-8"))


@click.command(short_help="List the named questions.")
def questions() -> None:
    """List the named questions: what each asks, its parameters, and the columns of its answer."""
    from aigraph.query import questions

    for question in questions():
        emit(f"{question.name}: {question.title}")
        for parameter in question.parameters:
            need = "" if parameter.required else ", optional"
            emit(f"    --param {parameter.name}={parameter.kind}{need}: {parameter.description}")
        emit(f"    -> {', '.join(column.name for column in question.columns)}")


def _parameter(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not name or not equals:
        raise InputError(f"--param {text}: a parameter is written NAME=VALUE")
    return name, value


def _text(query: str) -> str:
    if not query.endswith(".rq"):
        return query
    try:
        return Path(query).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{query}: cannot be read ({error})") from error


def emit_answer(answer: Table) -> None:
    """Print an answer as a table, without the columns that hold nothing."""
    if not answer.rows:
        say("aigraph: the graph has no answer to this")
    held = [i for i in range(len(answer.columns)) if not answer.rows or any(row[i] for row in answer.rows)]
    emit_table([answer.columns[i] for i in held], ([row[i] for i in held] for row in answer.rows))
