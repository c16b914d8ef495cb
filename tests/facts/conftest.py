from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from aigraph.facts import SHEETS, reading
from aigraph.model import Claim, Document
from aigraph.read import read

Noted = tuple[list[Document], list[Claim], list[str]]
Note = Callable[..., Noted]


@pytest.fixture
def note(tmp_path: Path) -> Note:
    """Read a sheet of rows (or as it is written), and return its documents, its claims and the issues as lines."""

    def run(*rows: Sequence[str] | str, name: str = "facts.csv", data: bytes | None = None) -> Noted:
        path = tmp_path / name
        lines = [row if isinstance(row, str) else ",".join(row) for row in rows]
        path.write_bytes("\n".join(lines).encode() if data is None else data)
        issues: list[str] = []
        found = list(read([str(path)], on_issue=lambda issue: issues.append(str(issue)), sheets=SHEETS))
        for line in issues:
            assert "\n" not in line
            assert "Traceback" not in line
        place = f"{tmp_path}/"
        claims = [claim for document in found for claim in reading(document).claims]
        for document in found:
            for claim in reading(document).claims:
                spans = [(claim.evidence.span, claim.evidence.quote)]
                spans += [(end.span, end.text) for end in (claim.subject, claim.object)]
                spans += [(end.name_span, end.name) for end in (claim.subject, claim.object)]
                spans += [(q.span, q.text) for q in claim.qualifiers if q.span]
                assert all(span.of(document.text) == words for span, words in spans)
        return found, claims, [issue.replace(place, "") for issue in issues]

    return run
