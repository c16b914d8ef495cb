"""`aigraph evaluate`: what is read, against what a careful reader takes from the same articles."""

from __future__ import annotations

from pathlib import Path

import click

from aigraph.cli.screen import IssueCount, emit, emit_table


@click.command(short_help="Score aigraph on annotated articles.")
@click.argument("gold", metavar="GOLD_DIR")
@click.option("--misses", is_flag=True, help="Also list the facts that were missed and the claims that are wrong.")
@click.option("--all", "all_", is_flag=True, help="Score every relation, not only the five main ones.")
def evaluate(gold: str, misses: bool, all_: bool) -> None:
    """Score aigraph on annotated articles: precision, recall and F1 by relation, accuracy of modality and of origins.

    GOLD_DIR holds articles (X.txt) with what they say beside them (X.json).
    """
    from aigraph import pipeline
    from aigraph.evaluate import ALL_RELATIONS, CORE_RELATIONS, load_gold, predictions, score
    from aigraph.evaluate.report import COLUMNS

    articles = load_gold(Path(gold))
    issues = IssueCount()
    extraction = pipeline.extract_claims((article.path for article in articles), on_issue=issues)
    issues.close()
    found = {reading.document.path: predictions(reading, extraction.linking) for reading in extraction.readings}
    report = score(articles, found, relations=ALL_RELATIONS if all_ else CORE_RELATIONS)
    emit_table(COLUMNS, report.rows())
    emit()
    accuracies = {
        "modality of the right claims": report.modality,
        "origins of the right moves": report.origins.accuracy,
        "denials read as denials": report.negated,
    }
    for name, accuracy in accuracies.items():
        share = "-" if accuracy.share is None else f"{accuracy.share:.3f}"
        emit(f"{name}: {share} ({accuracy.right} of {accuracy.total})")
    emit(f"denials read as facts: {report.negated_asserted}")
    if misses:
        for miss in report.misses:
            emit(f"missed  {miss.article}: {miss.fact}  « {miss.fact.evidence} »")
        for false in report.false_claims:
            quote = " ".join(false.prediction.claim.evidence.quote.split())
            emit(f"wrong   {false.article}: {false.prediction}, {false.reason}  « {quote} »")
        for slip in report.slips:
            emit(f"slip    {slip.article}: {slip.fact}, {slip.detail}")
