"""Which portfolio findings make a run fail: the levels of ``--fail-on``, as for ``check``."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.portfolio_found import PortfolioReport
from spelregels.model.words import Severity, Word
from spelregels.report.levels import LADDER, FailOn

_LEVELS = {
    Severity.ERROR: FailOn.ERROR,
    Severity.WARNING: FailOn.WARNING,
    Severity.INFO: FailOn.INFO,
}


def portfolio_fails(report: PortfolioReport, fail_on: FailOn) -> bool:
    """Whether anything in the report is at or above ``fail_on``."""
    if fail_on is FailOn.NEVER:
        return False
    limit = LADDER.index(fail_on)
    return any(LADDER.index(level) <= limit for level in _reached(report))


def _reached(report: PortfolioReport) -> Iterator[FailOn]:
    for result in report.results:
        for finding in result.findings:
            broken = finding.word is Word.BROKEN
            yield _LEVELS[result.norm.severity] if broken else FailOn.CANNOT_TELL
    if any(one.data_errors for one in report.trajectories):
        yield FailOn.DATA
