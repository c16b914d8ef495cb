"""The errors that aigraph raises on purpose; everything else is a bug and keeps its traceback."""

from __future__ import annotations


class AigraphError(Exception):
    """A mistake that one clear line can explain: what, where, and what to do."""


class InputError(AigraphError):
    """What the user gave cannot be used (a path, a query, a parameter, a store)."""


class BusyError(InputError):
    """Another process is writing to the store: nothing is wrong, and the same call will do once it has ended."""


class DataError(AigraphError):
    """A data file of aigraph's own (ontology, gazetteer, language, rule, question) is malformed."""
