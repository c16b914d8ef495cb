from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from aigraph.adopt import Saved, read_saved
from aigraph.export import EXPORTERS, Options
from aigraph.store import Store


@pytest.fixture
def exported(examples: Store, tmp_path: Path) -> Callable[..., Path]:
    """Return what writes the examples to a file: format and options -> path."""

    def export(format: str = "gexf", network: str = "all", parallel: str = "merged") -> Path:
        path = tmp_path / EXPORTERS[format].file
        stream = io.BytesIO()
        EXPORTERS[format].write(examples, Options(network=network, parallel=parallel), stream)
        path.write_bytes(stream.getvalue())
        return path

    return export


@pytest.fixture
def saved(exported: Callable[..., Path]) -> Saved:
    return read_saved(exported())
