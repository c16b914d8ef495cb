"""The keys that names are looked up by: two names that may influence each other share one."""

from __future__ import annotations

from collections.abc import Iterator

from aigraph.escape import slug
from aigraph.resolve.lookup import Match
from aigraph.resolve.name import Name


def keys(name: Name, match: Match) -> tuple[str, ...]:
    """Return the keys of a name, sorted; `match` is what the gazetteer says of it."""
    found = {f"slug/{name.type}/{slug(name.text)}"}
    if match.entry:
        found.add(f"entry/{match.entry.id}")
    else:
        found.update(f"{name.type}/{key}" for key in _words(name))
    return tuple(sorted(found))


def _words(name: Name) -> Iterator[str]:
    yield f"words/{' '.join(sorted(name.words))}"
    if name.type != "Person":
        return
    yield f"family/{name.words[-1]}"
    if len(name.words) > 1 and not name.is_chinese:
        yield f"given/{name.words[0]}"
