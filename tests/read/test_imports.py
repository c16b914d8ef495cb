from __future__ import annotations

import subprocess
import sys


def test_reading_plain_text_imports_no_heavy_library() -> None:
    heavy = {"trafilatura", "py3langid", "numpy", "ftfy", "lxml"}
    program = f"import sys, aigraph.read; print(sorted({heavy} & set(sys.modules)))"
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
