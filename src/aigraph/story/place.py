"""Where in a story a mistake is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from aigraph.errors import InputError


class _PlacedError(InputError):
    """A mistake that says where it is."""


@contextmanager
def at(name: str, line: int) -> Iterator[None]:
    """Let the mistakes that are made inside say the file and the line; the innermost place counts."""
    try:
        yield
    except _PlacedError:
        raise
    except InputError as error:
        raise _PlacedError(f"{name}:{line}: {error}") from error
