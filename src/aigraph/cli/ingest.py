"""`aigraph ingest`: more articles into a graph that is there."""

from __future__ import annotations

import click

from aigraph.cli.options import decisions_option, paths_argument, store_option
from aigraph.cli.screen import IssueCount, progress
from aigraph.cli.summary import summarise_changes


@click.command(short_help="Add articles to the graph, or replace them.")
@paths_argument
@store_option
@decisions_option
def ingest(paths: tuple[str, ...], store: str, decisions: str | None) -> None:
    """Add articles to the graph; what it rests on already stays.

    PATH is a text, HTML or JSON Lines file, a table of facts (CSV, TSV, .xlsx, .ods), a folder of them, or "-". An
    article that the graph has as it is is passed over; one that has changed takes the place of the former one, that of
    its file or of its address. It takes as long as the articles given are, however large the graph. A run that was
    ended half way can simply be run again.
    """
    from aigraph import pipeline

    issues = IssueCount()
    with (
        progress() as on_progress,
        pipeline.ingest(paths, store=store, decisions=decisions, on_issue=issues, on_progress=on_progress) as graph,
    ):
        report = graph.report
    issues.close()
    summarise_changes(report)
