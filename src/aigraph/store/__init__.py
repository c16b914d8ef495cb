"""Where the graph is kept: an embedded database with one named graph an article, replaced or dropped as one."""

from __future__ import annotations

from aigraph.store.dump import FORMATS
from aigraph.store.embedded import InvalidGraphError, Store
from aigraph.store.load import load
from aigraph.store.lookup import Lookup
from aigraph.store.revision import Arrival, NameRecord, Revision
from aigraph.store.validate import Violation

__all__ = [
    "FORMATS",
    "Arrival",
    "InvalidGraphError",
    "Lookup",
    "NameRecord",
    "Revision",
    "Store",
    "Violation",
    "load",
]
