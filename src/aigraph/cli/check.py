"""`aigraph check`: aigraph's own data proves itself."""

from __future__ import annotations

import click

from aigraph.cli.screen import emit, emit_table, say


@click.command(short_help="Prove aigraph's own data, and a graph.")
@click.option("--store", metavar="DIR", help="Also prove the graph in this folder.")
@click.pass_context
def check(context: click.Context, store: str | None) -> None:
    """Prove the ontology, the gazetteer and the rules: each rule must read its own examples, and no other.

    Prints how many rules each relation has in each language, then every failure; ends with 2 if there is one. With
    --store, also proves that every sentence of a graph stands in its article, and that the graph breaks no rule.
    """
    from aigraph import pipeline
    from aigraph.extract import check as rules
    from aigraph.gazetteer import gazetteer
    from aigraph.vocabulary import vocabulary

    entries, words = gazetteer().entries, vocabulary()
    report = rules.run()
    languages = sorted({language for _, language in report.matrix})
    emit_table(
        ("relation", *languages),
        (
            (relation, *(str(report.matrix.get((relation, language), 0)) for language in languages))
            for relation in words.relations
        ),
    )
    failures = list(report.failures)
    if store:
        with pipeline.open(store) as graph:
            failures += map(str, graph.check())
    for failure in failures:
        emit(failure)
    say(f"{len(words.relations)} relations, {len(entries)} names in the gazetteer, {report.examples} examples of rules")
    say(f"{len(failures)} failures" if failures else "all is well")
    context.exit(2 if failures else 0)
