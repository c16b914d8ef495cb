"""`aigraph build`: articles in, a graph, its files and its page out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aigraph.cli.options import paths_argument
from aigraph.cli.screen import IssueCount, progress, say

if TYPE_CHECKING:
    from aigraph.workspace import Report


@click.command(short_help="Read articles; write the graph, its files and its page.")
@paths_argument
@click.option("-o", "--out", default="exports", show_default=True, metavar="DIR", help="The folder of what is written.")
@click.option("--store", metavar="DIR", envvar="AIGRAPH_STORE", help="The folder of the graph.  [default: DIR/store]")
def build(paths: tuple[str, ...], out: str, store: str | None) -> None:
    """Read articles into a graph; write the graph as files, and as a page.

    PATH is a text, HTML or JSON Lines file, a folder of them, or "-". The graph rests on exactly these articles: one
    that is new or has changed is read, one that is gone is dropped, and the others are left as they are.
    """
    from aigraph import pipeline

    issues = IssueCount()
    with progress() as on_progress:
        graph = pipeline.build(
            paths,
            store=store or Path(out) / "store",
            on_issue=issues,
            on_progress=on_progress,
        )
    with graph:
        files = graph.publish(out)
    issues.close()
    _summarise(graph.report)
    say(f"{len(files) - 1} files in {out}, and the page: {files[-1]}")


def _summarise(report: Report) -> None:
    statements = sum(report.statements.values())
    if not report.touched:
        say(f"nothing changed: {report.articles} articles, {statements} statements")
        return
    fates = {"new": report.new, "replaced": report.replaced, "unchanged": report.unchanged, "dropped": report.dropped}
    say(f"{report.articles} articles ({_listed({name: len(ids) for name, ids in fates.items()})})")
    say(f"{sum(report.claims.values())} claims ({_listed(report.claims)})")
    say(f"{statements} statements ({_listed(report.statements)})")


def _listed(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {name}" for name, count in counts.items() if count) or "none"
