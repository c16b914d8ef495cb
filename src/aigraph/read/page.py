"""The article in an HTML page. Runs in the worker only: what it imports is slow, and its input can be hostile."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import unescape
from typing import Any

from trafilatura import bare_extraction
from trafilatura.settings import Document as Extract
from trafilatura.utils import load_html

from aigraph.read.published import iso_date

_META_DATES = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "dcterms.issued",
    "pubdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "parsely-pub-date",
    "citation_publication_date",
)
"""Names of meta elements that hold the day of publication, the surest first."""

_TIME_CLASSES = {"published", "entry-date", "dt-published"}


def article(page: str) -> dict[str, str | None]:
    """Return the fields of a `Draft` for `page`; empty when there is no article in it.

    What the page declares in JSON-LD goes first. A date is taken only where the page declares it: no guess from its
    words or its address.
    """
    if "<html" not in page[:100_000].lower():
        page = f"<html>{page}"  # a fragment, which would be refused
    tree = load_html(page)
    if tree is None:
        return {}
    news = next(_news_articles(tree), {})
    dates = [_text(news.get("datePublished")), *_declared_dates(tree)]
    found = bare_extraction(
        tree,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    if not isinstance(found, Extract) or not found.text:
        return {}
    return {
        "text": found.text,
        "title": _text(news.get("headline")) or found.title,
        "url": found.url,
        "publisher": _names(news.get("publisher")) or found.sitename,
        "author": _names(news.get("author")) or found.author,
        "published": next((day for day in map(iso_date, filter(None, dates)) if day), None),
        "markup_language": tree.get("lang"),
    }


def _news_articles(tree: Any) -> Iterator[dict[str, Any]]:
    """Yield the JSON-LD objects that describe an article, in the order of the page."""
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            pending = [json.loads(script.text or "", strict=False)]
        except (ValueError, RecursionError):
            continue
        while pending:
            value = pending.pop(0)
            if isinstance(value, list):
                pending[:0] = value
            elif isinstance(value, dict):
                types = value.get("@type")
                names = types if isinstance(types, list) else [types]
                if any(isinstance(name, str) and name.endswith(("Article", "BlogPosting")) for name in names):
                    yield value
                pending += [value[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in value]


def _declared_dates(tree: Any) -> Iterator[str]:
    declared: dict[str, str] = {}
    for meta in tree.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            name = (meta.get(attribute) or "").lower()
            declared.setdefault(name, meta.get("content") or meta.get("datetime") or "")
    yield from (declared[name] for name in _META_DATES if name in declared)
    for time in tree.iter("time"):
        classes = set((time.get("class") or "").split())
        if "pubdate" in time.attrib or time.get("itemprop") == "datePublished" or classes & _TIME_CLASSES:
            yield time.get("datetime") or ""


def _names(value: object) -> str | None:
    """Return the names in a JSON-LD person or organisation, or in a list of them."""
    values = value if isinstance(value, list) else [value]
    names = [_text(item.get("name") if isinstance(item, dict) else item) for item in values]
    return "; ".join(filter(None, names)) or None


def _text(value: object) -> str | None:
    return unescape(value).strip() or None if isinstance(value, str) else None
