"""The table of articles."""

from __future__ import annotations

from collections.abc import Iterator

from aigraph.export.options import Options
from aigraph.export.tables.table import Column, Row, Table
from aigraph.store import Store


def _rows(store: Store, _options: Options) -> Iterator[Row]:
    for key, article in store.articles():
        yield (
            key,
            article.name,
            article.url,
            article.publisher,
            article.author,
            article.published,
            article.language,
        )


ARTICLES = Table(
    "articles",
    {"en": "Articles", "fr": "Articles"},
    "The articles that were read. Their texts belong to their publishers and are not here.",
    (
        Column("document", "the id of the article, a hash of its text"),
        Column("title", "its title, or else its first words"),
        Column("url", "its address", link=True),
        Column("publisher", "who published it"),
        Column("author", "who wrote it"),
        Column("published", "when it was published, as precisely as is known (ISO 8601)"),
        Column("language", "the language that it is written in"),
    ),
    _rows,
)
"""One row an article."""
