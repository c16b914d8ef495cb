"""The table of evidence: one row a claim, with its sentence, as its article words it."""

from __future__ import annotations

from collections.abc import Iterator

from aigraph.export.articles import Articles
from aigraph.export.options import Options
from aigraph.export.tables.table import Column, Row, Table
from aigraph.model import Claim, Document, Statement
from aigraph.store import Store


def _rows(store: Store, _options: Options) -> Iterator[Row]:
    documents = Articles(store)
    for statement in store.statements():
        for claim in sorted(statement.claims, key=lambda c: (c.evidence.document, c.evidence.span, c.id)):
            yield _row(statement, claim, documents[claim.evidence.document])


def _row(statement: Statement, claim: Claim, article: Document) -> Row:
    evidence = claim.evidence
    return (
        *(statement.id, claim.id, claim.subject.name, claim.relation, claim.object.name),
        *(claim.modality.value, round(claim.confidence, 3), claim.attributed_to, evidence.document),
        *(evidence.span.start, evidence.span.end, evidence.quote, evidence.rule),
        *(article.name, article.url, article.publisher, article.published),
    )


EVIDENCE = Table(
    "evidence",
    {"en": "Evidence", "fr": "Preuves"},
    "Every sentence that proves a statement, one row a claim, in the words of its article.",
    (
        Column("statement", "the id of the statement that rests on the claim"),
        Column("claim", "the id of the claim"),
        Column("subject", "whom it is about, as the article calls them"),
        Column("relation", "what it says, as a relation of the ontology"),
        Column("object", "what it says it of, as the article calls it"),
        Column("modality", "how the article commits itself: asserted, reported, rumoured, planned, denied"),
        Column("confidence", "how sure the reading of the sentence is, from 0 to 1", "number"),
        Column("attributed_to", "whom the sentence gives as the source"),
        Column("document", "the id of the article"),
        Column("start", "where the sentence starts in the article, in code points", "integer"),
        Column("end", "where it ends", "integer"),
        Column("sentence", "the sentence that proves it"),
        Column("rule", "the rule that read it"),
        Column("article", "the title of the article"),
        Column("url", "the address of the article", link=True),
        Column("publisher", "the publisher of the article"),
        Column("published", "when the article was published, as precisely as is known"),
    ),
    _rows,
    references={"statement": "statements", "document": "articles"},
    key=2,
)
"""One row a claim of a statement."""
