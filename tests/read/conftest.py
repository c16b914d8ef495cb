from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from aigraph.model import Document
from aigraph.read import read

ReadAll: TypeAlias = Callable[..., tuple[list[Document], list[str]]]


@pytest.fixture
def read_all() -> ReadAll:
    """Read paths to the end: the documents, and the issues as lines."""

    def run(*paths: str | Path, **options: Any) -> tuple[list[Document], list[str]]:
        issues: list[str] = []
        documents = list(read(map(str, paths), on_issue=lambda issue: issues.append(str(issue)), **options))
        for line in issues:
            assert "\n" not in line
            assert "Traceback" not in line
        return documents, issues

    return run


@pytest.fixture
def fixtures() -> Path:
    return Path(__file__).parent / "fixtures"
