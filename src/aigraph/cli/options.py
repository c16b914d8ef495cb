"""The options that several commands share."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from aigraph.cli.screen import say
from aigraph.errors import InputError
from aigraph.model import DateBounds

if TYPE_CHECKING:
    from aigraph.workspace import Graph

paths_argument = click.argument("paths", nargs=-1, required=True, metavar="PATH...")
"""Files, folders or "-"; the library says what is wrong with them, so that the command line and the library agree."""

store_option = click.option(
    "--store",
    metavar="DIR",
    default="exports/store",
    show_default=True,
    envvar="AIGRAPH_STORE",
    show_envvar=True,
    help="The folder of the graph that `aigraph build` made.",
)

decisions_option = click.option(
    "--decisions",
    metavar="FILE",
    envvar="AIGRAPH_DECISIONS",
    show_envvar=True,
    help="The file of decisions.  [default: decisions.tsv beside the store]",
)


def decisions_file(decisions: str | None, store: str | Path) -> Path:
    """Return the file that `decisions_option` gives, or else the one beside a store."""
    return Path(decisions) if decisions else Path(store).parent / "decisions.tsv"


class When(TypedDict):
    """The day on which things are to be true, whether surely, and the day on which they are to be known."""

    true_on: str | None
    surely: bool
    known_on: str | None


def time_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of `When`."""
    for option in reversed(_TIME_OPTIONS):
        command = option(command)
    return command


_TIME_OPTIONS = (
    click.option(
        "--true-on",
        metavar="DATE",
        help="Only what may hold on a day and what may have happened by then: all that no date excludes. "
        "DATE is a day, a month or a year; of these, the last day counts.",
    ),
    click.option("--surely", is_flag=True, help="With --true-on: only what surely holds, by its dates."),
    click.option(
        "--known-on",
        metavar="DATE",
        help="Only what articles tell that surely were out on a day; those without a date are left out.",
    ),
)


def parsed_day(option: str, text: str | None) -> datetime.date | None:
    """Return the last day of a date, month or year; raises InputError on anything else."""
    if text is None:
        return None
    bounds = DateBounds.read(text)
    if bounds is None or bounds.earliest is None or bounds.latest is None:
        raise InputError(f"{option} takes a date such as 2025-06-30, 2025-06 or 2025, not {text!r}")
    return bounds.latest


@contextmanager
def shown(graph: Graph, **when: Unpack[When]) -> Iterator[Graph]:
    """Give the graph as it was known on one day and is true on another, and say how much of it that is."""
    known, true = parsed_day("--known-on", when["known_on"]), parsed_day("--true-on", when["true_on"])
    surely = when["surely"]
    if surely and true is None:
        raise InputError("--surely goes with --true-on DATE")
    with ExitStack() as opened:
        if known is not None:
            documents = graph.documents().values()
            undated = sum(1 for document in documents if DateBounds.read((document.published or "")[:10]) is None)
            graph = opened.enter_context(graph.known_on(known))
            left_out = f"; {undated} without a date are left out" if undated else ""
            say(f"aigraph: known on {known}: {len(graph.documents())} of {len(documents)} articles{left_out}")
        if true is not None:
            before = sum(1 for _ in graph.statements())
            graph = opened.enter_context(graph.true_on(true, surely=surely))
            holds = "surely hold" if surely else "may hold"
            say(f"aigraph: true on {true}: {sum(1 for _ in graph.statements())} of {before} statements {holds}")
        yield graph
