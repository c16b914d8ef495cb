"""Articles in, a graph of who moved where out, and for every edge the sentence that proves it.

Everything a library user needs is here; the rooms behind it are imported when they are first used, so `import aigraph`
costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from aigraph.version import __version__

if TYPE_CHECKING:
    from aigraph.errors import AigraphError, DataError, InputError
    from aigraph.model import Claim, Document, Entity, Evidence, Issue, Modality, Reading, Statement, Status
    from aigraph.pipeline import Extraction, build, extract_claims, ingest, open, settle  # noqa: A004
    from aigraph.query import Table
    from aigraph.store import InvalidGraphError
    from aigraph.workspace import Graph, Report

__all__ = [
    "AigraphError",
    "Claim",
    "DataError",
    "Document",
    "Entity",
    "Evidence",
    "Extraction",
    "Graph",
    "InputError",
    "InvalidGraphError",
    "Issue",
    "Modality",
    "Reading",
    "Report",
    "Statement",
    "Status",
    "Table",
    "__version__",
    "build",
    "extract_claims",
    "ingest",
    "open",
    "settle",
]

_MODULES = {
    "errors": ("AigraphError", "DataError", "InputError"),
    "model": ("Claim", "Document", "Entity", "Evidence", "Issue", "Modality", "Reading", "Statement", "Status"),
    "pipeline": ("Extraction", "build", "extract_claims", "ingest", "open", "settle"),
    "query": ("Table",),
    "store": ("InvalidGraphError",),
    "workspace": ("Graph", "Report"),
}
_HOMES = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'aigraph' has no attribute {name!r}")
    value: object = getattr(import_module(f"aigraph.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
