"""Where Mermaid is, and one visible line when it is not."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NO_MERMAID = (
    "Mermaid not found: its test is skipped (`npm install mermaid jsdom` in a folder; set "
    "SPELREGELS_NODE_MODULES to its node_modules)"
)


def mermaid_home() -> Path | None:
    """The folder whose ``node_modules`` holds Mermaid; None without it or without node."""
    named = os.environ.get("SPELREGELS_NODE_MODULES")
    modules = Path(named) if named else ROOT / "node_modules"
    there = all((modules / package).is_dir() for package in ("mermaid", "jsdom"))
    return modules.resolve().parent if there and shutil.which("node") else None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Whatever the verbosity."""
    if mermaid_home() is None:
        terminalreporter.write_line(NO_MERMAID)
