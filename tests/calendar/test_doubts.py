"""What the calendar does not know, and open questions of law (issue 1.3)."""

from __future__ import annotations

from datetime import date

import pytest

from spelregels.calendar import parse_duration, reckon
from spelregels.model.terms import (
    CalendarData,
    DateTerm,
    Reckoning,
    Step,
)
from spelregels.model.words import CountFrom, Regime

SAME, NEXT = CountFrom.SAME_DAY, CountFrom.NEXT_DAY


def day(text: str) -> date:
    return date.fromisoformat(text)


def codes(reckoning: Reckoning) -> list[Step]:
    return [step.step for step in reckoning.steps]


def test_a_date_on_a_free_day_is_an_open_question() -> None:
    found = reckon(day("2026-02-01"), DateTerm(5, 5, False, False), regime=Regime.ATW)
    assert found.last_day == day("2026-05-05")
    assert found.open_questions == ("date_as_term",)
    assert {reading.last_day for reading in found.readings} == {
        day("2026-05-05"),
        day("2026-05-06"),
    }


def test_closed_days_are_no_working_days_and_move_nothing_under_the_atw() -> None:
    """Atw 3 is a closed list: an office's own closed day is an open question, not an extension."""
    calendars = {"stadhuis": CalendarData("stadhuis", closed_days=(day("2026-06-18"),))}
    working = reckon(
        day("2026-06-04"), parse_duration("10 werkdagen"), regime=Regime.ATW, calendars=calendars
    )
    assert working.last_day == day("2026-06-19")
    weeks = reckon(
        day("2026-06-04"), parse_duration("2 weken"), regime=Regime.ATW, calendars=calendars
    )
    assert weeks.last_day == day("2026-06-18")
    assert weeks.open_questions == ("closed_day",)
    assert day("2026-06-19") in {reading.last_day for reading in weeks.readings}


@pytest.mark.parametrize(
    ("start", "length", "last", "latest"),
    [
        ("2029-02-01", "6 weken", "2029-03-15", "2029-03-16"),
        ("2029-02-02", "6 weken", "2029-03-16", "2029-03-19"),
        ("2028-11-20", "6 weken", "2029-01-02", "2029-01-03"),  # raw: New Year's Day 2029
        ("2016-12-29", "3 dagen", "2017-01-02", "2017-01-03"),  # 30 December 2016 may be equated
        ("2028-11-16", "6 weken", "2028-12-28", "2028-12-28"),
        ("2029-12-18", "10 werkdagen", "2030-01-04", "2030-01-07"),
    ],
)
def test_years_whose_decree_days_are_not_known(
    start: str, length: str, last: str, latest: str
) -> None:
    """Issue 1.3: outside the spans one more free day is allowed for, never guessed."""
    found = reckon(day(start), parse_duration(length), regime=Regime.ATW)
    assert (found.last_day, found.latest) == (day(last), day(latest))
    assert found.doubts == (() if last == latest else ("calendar_unknown",))


def test_a_new_year_start_on_the_edge_of_the_span_is_not_in_doubt() -> None:
    """Only days that are counted can matter: 30 December 2022 itself is not."""
    found = reckon(day("2022-12-30"), parse_duration("2 werkdagen"), regime=Regime.ATW)
    assert found.last_day == found.latest == day("2023-01-03")


def test_backwards_in_working_days_the_sure_day_is_the_earlier_one() -> None:
    found = reckon(
        day("2029-03-16"), parse_duration("5 werkdagen"), regime=Regime.ATW, backwards=True
    )
    assert (found.last_day, found.latest) == (day("2029-03-08"), day("2029-03-09"))
    assert found.doubts == ("calendar_unknown",)


@pytest.mark.parametrize(
    ("length", "extensions", "pause", "last", "latest"),
    [
        # 8 or 9 March 2029, and two weeks more
        ("5 werkdagen", ["2 weken"], 0, "2029-03-22", "2029-03-23"),
        # 8 or 9 March, and a day more: Saturday 10 March runs on to Monday
        ("5 werkdagen", [], 1, "2029-03-09", "2029-03-12"),
        # both 10 and 11 March run on to Monday 12 March, which may be a decree day itself
        ("5 werkdagen", [], 2, "2029-03-12", "2029-03-13"),
        ("60 werkdagen", [], 2, "2029-06-04", "2029-06-05"),
        ("61 werkdagen", [], 2, "2029-06-03", "2029-06-06"),  # beyond article 4
    ],
)
def test_a_doubt_is_carried_through_extension_and_suspension(
    length: str, extensions: list[str], pause: int, last: str, latest: str
) -> None:
    """M-Terms: one unknown decree day, wherever it lies, shifts what comes after it."""
    found = reckon(
        day("2029-03-01"),
        parse_duration(length),
        regime=Regime.ATW,
        extensions=[parse_duration(text) for text in extensions],
        suspended_days=pause,
    )
    assert (found.last_day, found.latest) == (day(last), day(latest))
    assert found.doubts == ("calendar_unknown",)


@pytest.mark.parametrize(
    ("raw", "asked"), [("2010-10-08", True), ("2010-10-09", True), ("2010-10-10", False)]
)
def test_the_text_that_was_read_holds_from_its_day(raw: str, asked: bool) -> None:
    found = reckon(day(raw), parse_duration("1 dag"), count_from=SAME, regime=Regime.ATW)
    assert ("older_atw_text" in found.open_questions) is asked


def test_a_missing_day_number_is_an_open_question() -> None:
    """Law facts L3: no text on month counting was found; the other reading is given too."""
    found = reckon(day("2026-01-31"), parse_duration("1 maand"), regime=Regime.ATW)
    assert found.last_day == day("2026-03-02")  # Saturday 28 February runs on to Monday
    assert found.open_questions == (), "both readings end on Monday 2 March"
    found = reckon(day("2026-03-31"), parse_duration("1 maand"), regime=Regime.ATW)
    assert found.open_questions == ("missing_day_number",)
    assert {reading.last_day for reading in found.readings} == {
        day("2026-04-30"),
        day("2026-05-01"),
    }
    assert Step.CLAMPED in codes(found)


@pytest.mark.parametrize("regime", [Regime.ATW, Regime.NOT_STATED])
def test_before_2010_the_older_text_is_an_open_question(regime: Regime) -> None:
    found = reckon(day("2009-02-02"), parse_duration("6 weken"), regime=regime)
    assert "older_atw_text" in found.open_questions


def test_what_counts_as_a_working_day_is_an_open_question_where_it_matters() -> None:
    across = reckon(day("2026-04-01"), parse_duration("5 werkdagen"), regime=Regime.CALENDAR)
    assert across.open_questions == ("working_day_not_defined",)
    assert {reading.last_day for reading in across.readings} == {
        day("2026-04-08"),
        day("2026-04-10"),
    }
    plain = reckon(day("2026-06-01"), parse_duration("5 werkdagen"), regime=Regime.CALENDAR)
    assert plain.open_questions == ()
