"""The other figures of the page, held against the files themselves (issue item 1.8)."""

from __future__ import annotations

import csv
from datetime import datetime

import pytest

from spelregels.model.words import How, Word
from tests.conftest import DATA
from tests.real_data import others
from tests.real_data.runs import run

pytestmark = pytest.mark.usefixtures("real_data")


def test_consultations_shorter_than_twelve_weeks() -> None:
    """1.8: exactly those of less than 84 days, both ends counted, are broken."""
    with (DATA / others.EU[0]).open(newline="", encoding="utf-8-sig") as stream:
        rows = list(csv.DictReader(stream))
    form = "%d %B %Y"
    days = {
        row["initiative_id"]: (
            datetime.strptime(row["consultation_end_date"], form)
            - datetime.strptime(row["consultation_start_date"], form)
        ).days + 1
        for row in rows
    }  # fmt: skip
    said = {
        one.trajectory.id: v.word
        for one in run(*others.EU)
        for v in one.judgement.verdicts
        if v.norm == "twaalf-weken"
    }
    assert said == {id_: Word.KEPT if n >= 84 else Word.BROKEN for id_, n in days.items()}


def test_the_step_that_begins_before_its_process() -> None:
    """1.8: found, and the equal ends are not guessed at."""
    (one,) = run(*others.DECIDIM)
    said = {v.norm: (v.word, v.how) for v in one.judgement.verdicts}
    assert said["stap-na-begin"] == (Word.BROKEN, How.OUT_OF_ORDER)
    assert said["stap-voor-einde"] == (Word.CANNOT_TELL, How.ORDER_UNKNOWN)


def test_budgets_of_which_only_the_year_is_known() -> None:
    """1.8: year-only dates cannot tell; every plan is held against the budget."""
    for one in run(*others.PABULIB):
        (opened,) = [e for e in one.trajectory.events if e.act == "stemming.geopend"]
        (vote,) = [v for v in one.judgement.verdicts if v.norm == "stemming-opent-voor-zij-sluit"]
        assert (vote.word is Word.CANNOT_TELL) == (opened.at.precision.value == "year")
        plans = [e for e in one.trajectory.events if e.act == "plan.ingediend"]
        held = [v for v in one.judgement.verdicts if v.norm == "plan-past-in-budget"]
        budget = others.amount(one.trajectory.facts["budget"])
        assert [v.word is Word.KEPT for v in held] == [
            others.amount(plan.attributes["kosten"]) <= budget for plan in plans
        ]


@pytest.mark.parametrize("which", others.CASES)
def test_the_recorded_case(which: str) -> None:
    """1.8: the faults that are in the recorded case, and no other."""
    broken = [v for v in others.case(which).judgement.verdicts if v.word is Word.BROKEN]
    assert sorted((v.norm, v.how) for v in broken) == [
        ("@stage", How.AFTER_THE_END),
        ("@stage", How.NOT_PERMITTED_HERE),
        ("besluit-na-eindverslag", How.OUT_OF_ORDER),
        ("zes-weken-ter-inzage", How.TOO_EARLY),
    ]
