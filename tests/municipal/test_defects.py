"""Defects that people saw in real texts (issue 4.3): found by which check, or why not; guards."""

from __future__ import annotations

import pytest

from spelregels.verify.found import check_ids
from tests.municipal.defects import (
    KINDS,
    PAGE,
    Defect,
    Guard,
    defects,
    disturbs,
    fresh,
    guards,
    is_found,
    is_shown,
    is_there,
)
from tests.municipal.register import FOLDER, register

FOUND = [one for one in defects() if not one.kind]


def test_the_tables_are_fresh() -> None:
    """4.3: ``python -m tests.municipal`` would change nothing."""
    assert PAGE.read_text(encoding="utf-8") == fresh()


def test_all_forty_two_are_there() -> None:
    """4.3: each printed defect, within instruments that are encoded."""
    encoded = {one.id for one in register().encoded}
    assert len(defects()) == 42
    assert not [one.id for one in defects() if not set(one.where) <= encoded]


@pytest.mark.parametrize("one", FOUND, ids=lambda one: one.id)
def test_the_check_finds_it(one: Defect) -> None:
    """4.3: the check that is said to find it does, in the text of that town; of two texts that
    differ, ``verify`` or ``compare`` shows it when both are given."""
    assert one.found or one.compared
    assert not [expected for expected in one.found if not is_found(expected)]
    assert not [silent for silent in one.compared if not is_shown(silent)]


@pytest.mark.parametrize("one", [one for one in defects() if one.kind], ids=lambda one: one.id)
def test_what_is_not_found_says_why(one: Defect) -> None:
    assert one.kind in KINDS
    assert one.why


@pytest.mark.parametrize("guard", guards(), ids=lambda one: one.file)
def test_guards_stay_silent(guard: Guard) -> None:
    """4.3: a sound text is not reported; a false alarm weighs more than a miss. What must not be
    reported is there: a place that moved would guard nothing."""
    assert is_there(guard)
    assert not disturbs(guard)


def test_the_names_are_known() -> None:
    """Checks and files that the register names exist."""
    files = {file for one in register().encoded for file in one.files}
    named = [expected for one in FOUND for expected in one.found]
    assert {one.check for one in named} <= set(check_ids())
    assert {check for guard in guards() for check in guard.checks} <= set(check_ids())
    told = [file for one in named for file in (one.file, *one.beside)]
    told += [file for one in FOUND for s in one.compared for file in (s.own, *s.beside)]
    assert {f"{FOLDER}/{file}" for file in told} <= files
    assert {f"{FOLDER}/{guard.file}" for guard in guards()} <= files
