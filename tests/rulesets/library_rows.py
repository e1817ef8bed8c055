"""The rows of ``docs/library.md``: what the reports describe, and where it lives."""

from __future__ import annotations

import re
from pathlib import Path

LIBRARY = Path(__file__).parents[2] / "docs" / "library.md"
FORMS = tuple(f"F{number}" for number in range(1, 15))
CASES = tuple(f"C{number}" for number in range(1, 13))


def rows() -> dict[str, tuple[str, ...]]:
    """The cells of each row, by its id; a row that stands there twice is an error."""
    found: dict[str, tuple[str, ...]] = {}
    for line in LIBRARY.read_text(encoding="utf-8").splitlines():
        if re.match(r"\| [FTC][0-9]+ \|", line):
            name, *cells = (cell.strip() for cell in line.strip("|").split("|"))
            assert name not in found, f"{name} stands there twice"
            found[name] = tuple(cells)
    return found


def place_of(row: str) -> str:
    """The ruleset, or the file under ``rulesets/``, that a row names."""
    return next(cell.strip("`") for cell in rows()[row] if cell.startswith("`"))


def tension_of(ruleset: str) -> str:
    """The row whose ruleset this is, or the ruleset itself."""
    return next((row for row in rows() if place_of(row) == ruleset), ruleset)
