"""Statements that rest on one independent source: what to look for a second one for."""

from __future__ import annotations

from aigraph.query import Column
from aigraph.report.facts import Facts, sentences, titles
from aigraph.report.kind import Answer, Options, Report, table

COLUMNS = (
    Column("subject", "of whom or what it is said"),
    Column("relation", "the relation"),
    Column("object", "to whom or what"),
    Column("modality", "asserted, reported, rumoured, planned or denied"),
    Column("standing", "accepted, disputed, unconfirmed, refuted or superseded"),
    Column("confidence", "from 0 to 1"),
    Column("articles", "how many articles repeat the one source"),
    Column("sentence", "the sentences that say so, one a line"),
    Column("article", "the articles, with their dates, one a line"),
)


def single_source(facts: Facts, _: Options) -> Answer:
    """Return what one source alone says, the least sure first."""
    alone = [statement for statement in facts.statements if statement.sources == 1]
    alone.sort(key=lambda s: (s.confidence, s.subject.label, s.relation, s.object.label, s.id))
    share = f"{len(alone)} of {len(facts.statements)} statements rest on one independent source."
    return Answer(
        table(
            COLUMNS,
            (
                (
                    *(s.subject.label, s.relation, s.object.label, s.modality, s.status, f"{s.confidence:.2f}"),
                    *(len({claim.evidence.document for claim in s.claims}), sentences(s.claims)),
                    titles(s.claims, facts.documents),
                )
                for s in alone
            ),
        ),
        (share,),
    )


SINGLE_SOURCE = Report(
    "single-source",
    ("Statements that rest on one independent source", "Les énoncés qui reposent sur une seule source indépendante"),
    COLUMNS,
    single_source,
)
