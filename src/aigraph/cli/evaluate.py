"""`aigraph evaluate`: what is read, against what a careful reader takes from the same articles."""

from __future__ import annotations

import json
from pathlib import Path

import click

from aigraph.cli.screen import IssueCount, emit, emit_table
from aigraph.files import write_file


@click.command(short_help="Score aigraph on annotated articles.")
@click.argument("gold", metavar="[GOLD_DIR]", required=False)
@click.option("--misses", is_flag=True, help="Also list the facts that were missed and the claims that are wrong.")
@click.option("--all", "all_", is_flag=True, help="Score every relation, not only the five main ones.")
@click.option("--knowledgenet", metavar="FILE", help="Score the passages of the benchmark KnowledgeNet instead.")
@click.option("--fold", type=int, help="With --knowledgenet: only the passages of this fold.")
@click.option("--predictions", metavar="OUT", help="With --knowledgenet: also write what was read to this JSON file.")
@click.option("--crossdoc", metavar="DIR", help="Score whether names and events of several articles meet instead.")
def evaluate(
    gold: str | None,
    misses: bool,
    all_: bool,
    knowledgenet: str | None,
    fold: int | None,
    predictions: str | None,
    crossdoc: str | None,
) -> None:
    """Score aigraph on annotated articles: precision, recall and F1 by relation, accuracy of modality and of origins.

    GOLD_DIR holds articles (X.txt) with what they say beside them (X.json).

    With --knowledgenet, FILE holds passages as JSON Lines (fold, doc, start, end, text, properties, facts). A fact is
    found when both its ends overlap those of a claim; OUT has the layout of the benchmark, a document a line.

    With --crossdoc, DIR holds articles (X.md) with whom the names in them stand for and what they tell (X.json):
    B-cubed precision, recall and F1 of the entities by type, and the events that are one statement.
    """
    if [gold, knowledgenet, crossdoc].count(None) != 2:
        raise click.UsageError("give one of GOLD_DIR, --knowledgenet FILE and --crossdoc DIR")
    if knowledgenet is not None:
        _evaluate_passages(Path(knowledgenet), fold=fold, misses=misses, out=predictions)
        return
    if fold is not None or predictions is not None:
        raise click.UsageError("--fold and --predictions go with --knowledgenet FILE")
    if crossdoc is not None:
        _evaluate_crossdoc(Path(crossdoc), misses=misses)
        return
    _evaluate_articles(Path(gold or ""), misses=misses, all_=all_)


def _evaluate_articles(gold: Path, *, misses: bool, all_: bool) -> None:
    from aigraph import pipeline
    from aigraph.evaluate import ALL_RELATIONS, CORE_RELATIONS, load_gold, predictions, score
    from aigraph.evaluate.report import COLUMNS

    articles = load_gold(gold)
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


def _evaluate_passages(path: Path, *, fold: int | None, misses: bool, out: str | None) -> None:
    from aigraph import pipeline
    from aigraph.evaluate import knowledgenet
    from aigraph.evaluate.report import COLUMNS, Counts, row

    pages = list(knowledgenet.pages(knowledgenet.load_passages(path, fold=fold)))
    extraction = pipeline.claims_of((page.document for page in pages), unnamed=True)
    claims = {reading.document.path: reading.claims for reading in extraction.readings}
    predicted = {p: f for page in pages for p, f in knowledgenet.predict(page, claims[page.document.path]).items()}
    verdicts = list(knowledgenet.judge(predicted))
    counts = {
        name: sum((verdict.counts for verdict in verdicts if verdict.property_id == name), Counts())
        for name in knowledgenet.properties()
    }
    total = sum(counts.values(), Counts())
    emit_table(COLUMNS, (row(name, numbers) for name, numbers in (*counts.items(), ("all", total))))
    if out is not None:
        records = knowledgenet.layout(pages, predicted, extraction.linking)
        lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
        write_file(Path(out), lambda stream: stream.write(lines.encode("utf-8")))
    if misses:
        for line in (line for verdict in verdicts for line in verdict.lines()):
            emit(line)


def _evaluate_crossdoc(folder: Path, *, misses: bool) -> None:
    from aigraph import pipeline
    from aigraph.evaluate.crossdoc import CROSSDOC_COLUMNS, load_crossdoc, score_crossdoc

    articles = load_crossdoc(folder)
    issues = IssueCount()
    with pipeline.build([article.path for article in articles], on_issue=issues) as graph:
        report = score_crossdoc(articles, graph.readings(), graph.statements())
    issues.close()
    emit_table(CROSSDOC_COLUMNS, report.rows())
    emit()
    for name, accuracy in report.accuracies().items():
        share = "-" if accuracy.share is None else f"{accuracy.share:.3f}"
        emit(f"{name}: {share} ({accuracy.right} of {accuracy.total})")
    if misses:
        for line in report.lines():
            emit(line)
