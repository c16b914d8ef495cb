"""The options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

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
