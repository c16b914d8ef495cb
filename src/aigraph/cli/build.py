"""`aigraph build`: articles in, a graph, its files and its page out."""

from __future__ import annotations

from pathlib import Path

import click

from aigraph.cli.options import decisions_option, paths_argument
from aigraph.cli.screen import IssueCount, progress, say
from aigraph.cli.summary import say_undrawn, summarise


@click.command(short_help="Read articles; write the graph, its files and its page.")
@paths_argument
@click.option("-o", "--out", default="exports", show_default=True, metavar="DIR", help="The folder of what is written.")
@click.option("--store", metavar="DIR", envvar="AIGRAPH_STORE", help="The folder of the graph.  [default: DIR/store]")
@decisions_option
def build(paths: tuple[str, ...], out: str, store: str | None, decisions: str | None) -> None:
    """Read articles into a graph; write the graph as files, and as a page.

    PATH is a text, HTML or JSON Lines file, a table of facts (CSV, TSV, .xlsx, .ods), a folder of them, or "-". The
    graph rests on exactly these: one that is new or has changed is read, one that is gone is dropped, and the others
    are left as they are.
    """
    from aigraph import pipeline

    issues = IssueCount()
    with progress() as on_progress:
        graph = pipeline.build(
            paths,
            store=store or Path(out) / "store",
            decisions=decisions,
            on_issue=issues,
            on_progress=on_progress,
        )
    with graph:
        *files, page = graph.publish(out)
        issues.close()
        summarise(graph.report)
        say_undrawn(graph)
    explorer = [file for file in files if file.name == "explorer.html"]
    say(f"the explorer: {explorer[0]}" if explorer else "no explorer.html: it was not built when aigraph was installed")
    say(f"{len(files) - len(explorer)} files in {out}, and the page: {page}")
