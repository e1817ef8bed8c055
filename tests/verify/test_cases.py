"""Every check shown wrong and right (issue 3.1): one test runs all case files."""

from __future__ import annotations

import pytest

from spelregels.model.verified import Case
from spelregels.verify.cases import case_file
from spelregels.verify.found import check_ids

from .looking import looked_at

FILES = {id_: case_file(id_) for id_ in check_ids()}
CASES = [
    pytest.param(id_, case, id=f"{id_}: {case.title.nl}")
    for id_, file in FILES.items()
    for case in (*file.wrong, *file.right)
]


@pytest.mark.parametrize(("check", "case"), CASES)
def test_a_check_finds_what_its_cases_say(check: str, case: Case) -> None:
    """3.1: a wrong text is found at exactly these places, a right text is left in peace."""
    _, findings = looked_at(check, case)
    assert sorted(one.at.place.path for one in findings) == sorted(case.at)
    assert all(one.at.position.line for one in findings)


@pytest.mark.parametrize("check", FILES)
def test_every_check_has_several_cases(check: str) -> None:
    """3.1: at least two wrong texts and two right ones; the file names its check."""
    file = FILES[check]
    assert file.check == check
    assert len(file.wrong) >= 2
    assert len(file.right) >= 2
    assert all(case.at for case in file.wrong)
    assert not any(case.at for case in file.right)
