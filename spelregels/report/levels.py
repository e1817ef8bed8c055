"""Which findings make a run fail: one ladder, from serious breaches down to errors in the data."""

from __future__ import annotations

from enum import Enum

from spelregels.model.checked import Checked, CheckReport
from spelregels.model.verdict import Verdict
from spelregels.model.words import Severity, Word
from spelregels.report.findings import FindingMaker
from spelregels.report.wording import BREACHES


class FailOn(str, Enum):
    """The lowest level that makes a run fail; ``never``: none does. Highest first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    CANNOT_TELL = "cannot-tell"
    DATA = "data"
    NEVER = "never"


LADDER = tuple(FailOn)
_BREACH_LEVEL = {
    Severity.ERROR: FailOn.ERROR,
    Severity.WARNING: FailOn.WARNING,
    Severity.INFO: FailOn.INFO,
}


def fails(report: CheckReport, fail_on: FailOn) -> bool:
    """Whether anything in the report is at or above ``fail_on``."""
    if fail_on is FailOn.NEVER:
        return False
    maker = FindingMaker(report.ruleset, "nl")
    limit = LADDER.index(fail_on)
    return any(LADDER.index(worst(checked, maker)) <= limit for checked in report.checked)


def worst(checked: Checked, maker: FindingMaker) -> FailOn:
    """The highest level one trajectory reaches; NEVER if it is clean."""
    found = [_level(verdict, maker) for verdict in checked.judgement.verdicts]
    if checked.trajectory.data_errors:
        found.append(FailOn.DATA)
    return min(found, key=LADDER.index, default=FailOn.NEVER)


def _level(verdict: Verdict, maker: FindingMaker) -> FailOn:
    if verdict.word in BREACHES:
        return _BREACH_LEVEL[maker.severity(verdict)]
    return FailOn.CANNOT_TELL if verdict.word is Word.CANNOT_TELL else FailOn.NEVER
