"""What cannot hold together: one kind of conflict a file, found here by its name."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable, Mapping
from importlib import import_module

from aigraph.errors import DataError
from aigraph.fuse.article import Article
from aigraph.fuse.kind import Kind
from aigraph.model import Conflict, Statement


def _load() -> tuple[Kind, ...]:
    kinds = []
    for name in sorted(module.name for module in pkgutil.iter_modules(__path__)):
        kind = getattr(import_module(f"{__name__}.{name}"), "KIND", None)
        if not isinstance(kind, Kind) or kind.name != name:
            raise DataError(f"fuse/conflicts/{name}.py: it defines no KIND of this name")
        kinds.append(kind)
    return tuple(kinds)


KINDS = _load()
"""Every kind of conflict, by name."""


def conflicts(statements: Iterable[Statement], articles: Mapping[str, Article]) -> tuple[Conflict, ...]:
    """Return the conflicts of raw statements, which are given in their order; sorted."""
    groups: dict[tuple[int, str], list[Statement]] = {}
    for statement in statements:
        for place, kind in enumerate(KINDS):
            for key in sorted(set(kind.keys(statement))):
                groups.setdefault((place, key), []).append(statement)
    found = {c for (place, _), group in groups.items() for c in KINDS[place].find(group, articles)}
    return tuple(sorted(found))
