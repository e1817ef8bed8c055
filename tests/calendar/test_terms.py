"""Terms of every kind (issue 1.3): units, backwards, extension, suspension, refusals."""

from __future__ import annotations

from datetime import date

import pytest

from spelregels.calendar import TermError, parse_duration, reckon
from spelregels.model.terms import (
    Duration,
    FixedTerm,
    Reckoning,
    SameMoment,
    Step,
)
from spelregels.model.words import CountFrom, Regime, Unit

SAME, NEXT = CountFrom.SAME_DAY, CountFrom.NEXT_DAY


def day(text: str) -> date:
    return date.fromisoformat(text)


def codes(reckoning: Reckoning) -> list[Step]:
    return [step.step for step in reckoning.steps]


@pytest.mark.parametrize(
    ("start", "length", "count_from", "last"),
    [
        ("2026-06-04", "10 werkdagen", NEXT, "2026-06-18"),
        ("2026-06-04", "10 werkdagen", SAME, "2026-06-17"),
        ("2026-06-06", "1 werkdag", SAME, "2026-06-08"),  # a Saturday cannot be working day one
        ("2026-04-02", "1 werkdag", NEXT, "2026-04-07"),  # Good Friday to Easter Monday
        ("2026-05-12", "3 werkdagen", NEXT, "2026-05-19"),  # Ascension Day and a decree day
        ("2026-01-31", "1 maand", NEXT, "2026-02-28"),
        ("2026-01-31", "1 maand", SAME, "2026-02-27"),
        ("2028-01-31", "1 maand", NEXT, "2028-02-29"),
        ("2028-02-29", "1 jaar", NEXT, "2029-02-28"),
        ("2026-11-30", "3 maanden", NEXT, "2027-02-28"),
        ("2026-06-04", "1 jaar", SAME, "2027-06-03"),
    ],
)
def test_units(start: str, length: str, count_from: CountFrom, last: str) -> None:
    """Issue 1.3: working days skip free days; months and years keep the day number or clamp."""
    found = reckon(
        day(start), parse_duration(length), count_from=count_from, regime=Regime.CALENDAR
    )
    assert found.last_day == day(last)


@pytest.mark.parametrize(
    ("start", "length", "options", "last"),
    [
        ("2026-05-12", "7 dagen", {}, "2026-05-05"),
        ("2026-05-12", "7 dagen", {"count_from": SAME}, "2026-05-06"),
        ("2026-05-12", "7 dagen", {"clear_days": True}, "2026-05-04"),
        ("2026-05-12", "2 weken", {"clear_days": True}, "2026-04-27"),
        ("2026-04-07", "1 werkdag", {}, "2026-04-02"),
        ("2026-04-07", "1 werkdag", {"clear_days": True}, "2026-04-01"),
        ("2026-03-31", "1 maand", {}, "2026-02-28"),
        ("2026-03-31", "1 maand", {"clear_days": True}, "2026-02-27"),
    ],
)
def test_backwards(start: str, length: str, options: dict[str, object], last: str) -> None:
    """Issue 1.3 and M-Terms: counted back, one day less from the same day, one more if clear."""
    found = reckon(
        day(start),
        parse_duration(length),
        regime=Regime.ATW,
        backwards=True,
        **options,  # type: ignore[arg-type]
    )
    assert found.last_day == day(last)
    assert Step.BACKWARDS_NOT_MOVED in codes(found)


def test_extension_and_suspension_come_before_the_atw() -> None:
    """M-Terms: both are added to the raw last day; the Atw is applied once, last."""
    found = reckon(
        day("2026-03-20"),  # two weeks: Good Friday 3 April, not moved on the way
        parse_duration("2 weken"),
        regime=Regime.ATW,
        extensions=[parse_duration("3 weken")],  # 24 April
        suspended_days=1,  # Saturday 25 April; Monday 27 April is King's Day
    )
    assert found.raw_last_day == day("2026-04-25")
    assert found.last_day == day("2026-04-28")
    assert codes(found)[2:5] == [Step.RAW, Step.EXTENDED, Step.SUSPENDED]


def test_an_extension_that_together_is_too_long_is_an_open_question() -> None:
    """Atw 4: eight and six weeks are each covered; fourteen weeks are not."""
    found = reckon(
        day("2026-01-17"),
        parse_duration("8 weken"),
        regime=Regime.ATW,
        extensions=[parse_duration("6 weken")],
    )
    assert found.raw_last_day == day("2026-04-25")
    assert "article_4_together" in found.open_questions
    assert {reading.last_day for reading in found.readings} == {
        day("2026-04-25"),
        day("2026-04-28"),
    }


def test_an_extension_beyond_article_4_switches_the_atw_off() -> None:
    found = reckon(
        day("2026-01-17"),
        parse_duration("1 week"),
        regime=Regime.ATW,
        extensions=[parse_duration("13 weken")],
    )
    assert found.last_day == found.raw_last_day == day("2026-04-25")
    assert Step.TOO_LONG_FOR_ATW in codes(found)


@pytest.mark.parametrize(
    ("start", "term", "options"),
    [
        ("9999-12-30", Duration(1, Unit.WEEK), {}),
        ("9999-12-30", Duration(1, Unit.MONTH), {}),
        ("9999-12-30", Duration(5, Unit.WORKING_DAY), {}),
        ("9999-12-30", Duration(10**12, Unit.DAY), {}),
        ("0001-01-02", Duration(1, Unit.WEEK), {"backwards": True}),
        ("0001-01-02", Duration(1, Unit.YEAR), {"backwards": True}),
        ("2026-01-01", Duration(-1, Unit.DAY), {}),
        ("2026-01-01", Duration(1, Unit.DAY), {"suspended_days": -1}),
        ("2026-01-01", Duration(1, Unit.DAY), {"backwards": True, "suspended_days": 1}),
        ("2026-01-01", SameMoment(), {"backwards": True, "extensions": [SameMoment()]}),
    ],
)
def test_what_cannot_be_counted_is_refused(
    start: str, term: FixedTerm, options: dict[str, object]
) -> None:
    """Issue 1.9: a clear error in both languages, never a traceback from the date arithmetic."""
    with pytest.raises(TermError) as refused:
        reckon(day(start), term, regime=Regime.ATW, **options)  # type: ignore[arg-type]
    assert refused.value.message_nl
    assert refused.value.message_en
