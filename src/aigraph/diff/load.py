"""The state of a graph that is kept: in the folder of a store, or in a file that was exported."""

from __future__ import annotations

from pathlib import Path

from aigraph.diff.changes import State
from aigraph.errors import InputError
from aigraph.store import Store, load


def load_state(path: str | Path) -> State:
    """Return the state of the graph in the folder of a store, or in an N-Quads or TriG file, all of it in memory.

    Raises InputError when there is none, or when it is damaged.
    """
    place = Path(path)
    opened = load(place) if place.is_file() else Store.open(place, create=False, read_only=True)
    with opened as store:
        try:
            return State(tuple(store.statements()), store.documents(), store.conflicts(), store.lookup.decisions())
        except (LookupError, ValueError) as error:
            raise InputError(f"{path}: cannot be read as a graph ({error}); write it anew") from error
