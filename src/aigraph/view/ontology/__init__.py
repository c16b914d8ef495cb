"""The ontology as a page: what each term means, in English and French side by side, with examples and queries."""

from __future__ import annotations

from aigraph.view.ontology.page import page
from aigraph.view.ontology.query import query

__all__ = ["page", "query"]
