"""What makes a run fail (issue 1.6): error, warning, info, cannot-tell, data, never."""

from __future__ import annotations

from dataclasses import replace

import pytest

from spelregels.model.checked import CheckReport
from spelregels.model.norms import Precedence
from spelregels.model.words import How, Kind, Severity, Word
from spelregels.report.levels import LADDER, FailOn, fails

from .hand import NORMS, OWN, RULESET, WRONG_DATES, report, verdict


def with_severity(word: Word, severity: Severity) -> CheckReport:
    norm = NORMS[Kind.PRECEDENCE]
    assert isinstance(norm, Precedence)
    ruleset = replace(RULESET, files=(replace(OWN, norms=(replace(norm, severity=severity),)),))
    return replace(report(verdict(Kind.PRECEDENCE, word, how=How.MISSING)), ruleset=ruleset)


def failing(one: CheckReport) -> set[FailOn]:
    return {level for level in FailOn if fails(one, level)}


@pytest.mark.parametrize("word", [Word.LATE, Word.OVERDUE, Word.BROKEN])
@pytest.mark.parametrize(
    ("severity", "first"),
    [(Severity.ERROR, 0), (Severity.WARNING, 1), (Severity.INFO, 2)],
)
def test_a_breach_fails_at_its_severity_and_below(
    word: Word, severity: Severity, first: int
) -> None:
    """The ladder runs from error down to data; never is never."""
    assert failing(with_severity(word, severity)) == set(LADDER[first:-1])


@pytest.mark.parametrize("word", [Word.KEPT, Word.OPEN, Word.EXCUSED, Word.NO_LONGER_DUE])
def test_what_is_no_breach_never_fails(word: Word) -> None:
    """An open duty is no finding against anyone."""
    assert failing(with_severity(word, Severity.ERROR)) == set()


def test_cannot_tell_fails_only_when_asked() -> None:
    """An unknown is not a breach."""
    assert failing(with_severity(Word.CANNOT_TELL, Severity.ERROR)) == {
        FailOn.CANNOT_TELL,
        FailOn.DATA,
    }


def test_a_data_error_fails_only_when_asked() -> None:
    """A wrong record is not a breach either."""
    clean = report()
    log = replace(clean.checked[0].trajectory, data_errors=(WRONG_DATES,))
    spoiled = replace(clean, checked=(replace(clean.checked[0], trajectory=log),))
    assert failing(clean) == set()
    assert failing(spoiled) == {FailOn.DATA}


def test_the_machine_has_the_severity_of_its_file() -> None:
    """Stage and power findings: error, or `stage_severity` of the file."""
    broken = report(verdict(Kind.STAGE, Word.BROKEN, how=How.NOT_PERMITTED_HERE, stage="open"))
    assert FailOn.ERROR in failing(broken)
    assert RULESET.machine is not None
    mild = replace(RULESET, machine=replace(RULESET.machine, severity=Severity.INFO))
    assert failing(replace(broken, ruleset=mild)) == {FailOn.INFO, FailOn.CANNOT_TELL, FailOn.DATA}
