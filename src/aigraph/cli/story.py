"""`aigraph story`: a story as a page, its text beside the live explorer."""

from __future__ import annotations

from pathlib import Path
from typing import Unpack

import click

from aigraph.cli.options import When, shown, store_option, time_options
from aigraph.cli.screen import emit_data, say
from aigraph.files import write_file


@click.command(short_help="Turn a story into a page beside the live graph.")
@click.argument("file", metavar="FILE.md")
@time_options
@click.option("--language", type=click.Choice(("en", "fr")), help="The language of the story.  [default: it says so]")
@store_option
@click.option("-o", "--out", metavar="FILE", default="story.html", show_default=True, help='The page, or "-".')
def story(file: str, store: str, out: str, language: str | None, **when: Unpack[When]) -> None:
    """Turn a story, Markdown with views and queries in it, into one page that tells it beside the live graph.

    \b
    # A title
    Text, with [a name](entity:Meta) or [a move](<statement:Jan Leike movedTo Anthropic>): a click opens the sentences.
    \b
    ```view
    view: flows
    organizations: OpenAI, Meta
    true-on: 2025-07-01
    ```
    \b
    ```query who-moved-to org=Meta
    columns: person, from
    ```

    A view holds from its heading to the next view. Its lines: view (graph, flows, timeline, models, conflicts,
    statements), around, show, organizations, roles, relations, certainty, status, articles, sources, true-on, known-on,
    caption. A query is a named question, or SPARQL in a ```sparql block. Links lead to entity:, statement:, flow:,
    article: or https://. What the graph does not hold is a mistake that says its line. See docs/stories.md.
    """  # noqa: D301 (click reads the character, not the escape)
    from aigraph import pipeline

    with pipeline.open(store) as whole, shown(whole, **when) as graph:
        page = graph.story(file, language=language).encode("utf-8")
    if out == "-":
        emit_data(page)
        return
    write_file(Path(out), lambda stream: stream.write(page))
    say(f"aigraph: the story in {out}")
