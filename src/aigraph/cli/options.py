"""The options that several commands share."""

from __future__ import annotations

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
