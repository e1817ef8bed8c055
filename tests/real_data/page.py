"""The page ``docs/real-data.md``: prose by hand, tables between marks by the code here."""

from __future__ import annotations

import re
from pathlib import Path

from tests.real_data import drawn, others, trajectories, windows
from tests.real_data.runs import Table

PAGE = Path(__file__).parents[2] / "docs" / "real-data.md"
PLACE = re.compile(r"(<!-- table: ([a-z0-9-]+) -->\n).*?(<!-- end -->)", re.DOTALL)

TABLES: dict[str, Table] = {
    "windows-law": windows.law,
    "windows-measures": windows.measures,
    "windows-claims": windows.claims,
    "windows-shortest": windows.shortest,
    "late": trajectories.lateness_table,
    "expected": trajectories.expected_table,
    "law": trajectories.law_table,
    "windows-of-the-67": trajectories.windows_table,
    "labels": trajectories.labels_table,
    "cases": others.cases_table,
    "eu-verdicts": others.eu_verdicts,
    "eu-lengths": others.eu_lengths,
    "decidim": others.decidim_verdicts,
    "pabulib-verdicts": others.pabulib_verdicts,
    "pabulib-precision": others.pabulib_precision,
    "pabulib-sums": others.pabulib_sums,
    "drawn-trajectories": drawn.trajectories_table,
    "drawn-windows": drawn.windows_table,
}


def fresh() -> str:
    """The page as it should be."""
    text = PAGE.read_text(encoding="utf-8")
    return PLACE.sub(lambda m: f"{m[1]}{TABLES[m[2]]()}\n{m[3]}", text)


def named() -> list[str]:
    """The tables that the page shows, in order."""
    return [m[1] for m in PLACE.findall(PAGE.read_text(encoding="utf-8"))]
