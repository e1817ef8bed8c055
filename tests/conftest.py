"""What every test may use: the real data, and one line that says when they are not there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DATA = Path(os.environ.get("SPELREGELS_DATA") or ROOT / ".." / "shared" / "data").resolve()
os.environ["SPELREGELS_CACHE"] = "off"  # no test writes where a user's own files are
MISSING = f"real data not found in {DATA}: their tests are skipped (set SPELREGELS_DATA)"


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder with real data; the test is skipped where it is missing."""
    if not DATA.is_dir():
        pytest.skip(MISSING)
    return DATA


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """One visible line, whatever the verbosity."""
    if not DATA.is_dir():
        terminalreporter.write_line(MISSING)
