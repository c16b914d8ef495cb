"""The learned model is what its command makes of the repository's own articles, to the byte."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from aigraph.extract.learned.scorer import MODEL

ROOT = Path(__file__).parents[1]


def test_the_shipped_model_is_what_training_gives(tmp_path: Path) -> None:
    output = tmp_path / "model.json"
    command = [sys.executable, str(ROOT / "tools" / "train.py"), str(ROOT / "tests" / "corpus"), "-o", str(output)]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert "workedAt: " in run.stderr
    assert output.read_bytes() == MODEL.read_bytes(), "run: python tools/train.py tests/corpus"
