"""Articles in, a graph of who moved where out, and for every edge the sentence that proves it.

Everything a library user needs is here; the rooms behind it are imported when they are first used, so `import aigraph`
costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aigraph.errors import AigraphError, DataError, InputError
    from aigraph.model import Claim, Document, Entity, Evidence, Issue, Modality, Reading, Statement, Status
    from aigraph.pipeline import Extraction, Graph, InvalidGraphError, Report, build, extract_claims, open  # noqa: A004
    from aigraph.query import Table

__version__ = "0.1.0"

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
    "open",
]

_MODULES = {
    "errors": ("AigraphError", "DataError", "InputError"),
    "model": ("Claim", "Document", "Entity", "Evidence", "Issue", "Modality", "Reading", "Statement", "Status"),
    "pipeline": ("Extraction", "Graph", "InvalidGraphError", "Report", "build", "extract_claims", "open"),
    "query": ("Table",),
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
