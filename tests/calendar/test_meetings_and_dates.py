"""Meeting-relative terms and calendar dates (issue 1.3)."""

from __future__ import annotations

from datetime import date

import pytest

from spelregels.calendar import reckon
from spelregels.model.terms import (
    CalendarData,
    DateTerm,
    Duration,
    FixedTerm,
    MeetingTerm,
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


COUNCIL = CalendarData(
    "raadsvergadering",
    meetings=(day("2026-03-03"), day("2026-03-31"), day("2026-05-05")),
    known_until=day("2026-06-30"),
)
TWO_WEEKS = Duration(2, Unit.WEEK)


@pytest.mark.parametrize(
    ("start", "term", "last"),
    [
        ("2026-03-02", MeetingTerm("raadsvergadering"), "2026-03-03"),
        ("2026-03-03", MeetingTerm("raadsvergadering"), "2026-03-31"),  # strictly later
        ("2026-03-17", MeetingTerm("raadsvergadering", TWO_WEEKS), "2026-03-31"),  # on the day
        ("2026-03-18", MeetingTerm("raadsvergadering", TWO_WEEKS), "2026-05-05"),
    ],
)
def test_meetings(start: str, term: FixedTerm, last: str) -> None:
    """Issue 1.3: the first known meeting; a meeting on 5 May is not moved."""
    calendars = {"raadsvergadering": COUNCIL}
    found = reckon(day(start), term, regime=Regime.ATW, calendars=calendars)
    assert found.last_day == found.latest == day(last)
    assert found.doubts == ()


@pytest.mark.parametrize(
    ("start", "term", "calendars", "lower"),
    [
        ("2026-05-05", MeetingTerm("commissie", TWO_WEEKS), {}, "2026-05-19"),
        ("2026-05-05", MeetingTerm("commissie"), {}, "2026-05-06"),
        (
            "2026-05-05",
            MeetingTerm("raadsvergadering"),
            {"raadsvergadering": COUNCIL},
            "2026-07-01",
        ),
        (
            "2026-08-01",
            MeetingTerm("raadsvergadering"),
            {"raadsvergadering": COUNCIL},
            "2026-08-02",
        ),
    ],
)
def test_no_meeting_known(
    start: str, term: FixedTerm, calendars: dict[str, CalendarData], lower: str
) -> None:
    """Issue 1.3: without a known meeting there is a lower bound only, and the calendar says so."""
    found = reckon(day(start), term, regime=Regime.ATW, calendars=calendars)
    assert found.last_day == day(lower)
    assert found.latest is None
    assert found.doubts == ("calendar_unknown",)
    assert Step.NO_MEETING_KNOWN in codes(found)


def test_meetings_listed_beyond_what_is_known_give_an_upper_bound_only() -> None:
    calendar = CalendarData("raad", (day("2026-09-01"),), known_until=day("2026-07-31"))
    found = reckon(
        day("2026-07-01"), MeetingTerm("raad"), regime=Regime.ATW, calendars={"raad": calendar}
    )
    assert (found.last_day, found.latest) == (day("2026-08-01"), day("2026-09-01"))
    assert found.doubts == ("calendar_unknown",)


def test_the_meeting_before() -> None:
    """A lead to a meeting: the last one before; nothing is sure when none is known."""
    calendars = {"raadsvergadering": COUNCIL}
    term = MeetingTerm("raadsvergadering", TWO_WEEKS)
    found = reckon(day("2026-04-14"), term, regime=Regime.ATW, backwards=True, calendars=calendars)
    assert found.last_day == found.latest == day("2026-03-31")
    found = reckon(day("2026-03-16"), term, regime=Regime.ATW, backwards=True, calendars=calendars)
    assert found.latest == day("2026-03-02")
    assert found.doubts == ("calendar_unknown",)


@pytest.mark.parametrize(
    ("start", "term", "last"),
    [
        ("2026-02-01", DateTerm(1, 5, next_year=False, before=False), "2026-05-01"),
        ("2026-05-01", DateTerm(1, 5, next_year=False, before=False), "2026-05-01"),
        ("2026-05-02", DateTerm(1, 5, next_year=False, before=False), "2027-05-01"),
        ("2026-02-01", DateTerm(1, 5, next_year=True, before=True), "2027-04-30"),
        ("2026-04-30", DateTerm(1, 5, next_year=False, before=True), "2026-04-30"),
        ("2026-05-01", DateTerm(1, 5, next_year=False, before=True), "2027-04-30"),
        ("2026-02-01", DateTerm(31, 2, next_year=False, before=False), "2026-02-28"),
        ("2026-02-01", SameMoment(), "2026-02-01"),
    ],
)
def test_dates(start: str, term: FixedTerm, last: str) -> None:
    """Issue 1.3: calendar dates, on or before; the same moment is the day itself, a Sunday too."""
    found = reckon(day(start), term, regime=Regime.ATW)
    assert found.last_day == found.latest == day(last)


def test_an_unknown_meeting_stays_unknown_when_extended_and_suspended() -> None:
    found = reckon(
        day("2026-05-05"),
        MeetingTerm("commissie"),
        regime=Regime.CALENDAR,
        extensions=[TWO_WEEKS],
        suspended_days=3,
    )
    assert (found.last_day, found.latest) == (day("2026-05-23"), None)


@pytest.mark.parametrize(
    ("start", "term", "last"),
    [
        ("2026-05-01", DateTerm(1, 5, next_year=False, before=False), "2026-05-01"),
        ("2026-04-30", DateTerm(1, 5, next_year=False, before=False), "2025-05-01"),
        ("2026-04-30", DateTerm(1, 5, next_year=False, before=True), "2025-04-30"),
    ],
)
def test_dates_counted_back(start: str, term: FixedTerm, last: str) -> None:
    found = reckon(day(start), term, regime=Regime.ATW, backwards=True)
    assert found.last_day == day(last)


@pytest.mark.parametrize(
    ("start", "last", "latest"),
    [("2026-06-29", "2026-06-30", "2026-06-30"), ("2026-06-30", "2026-07-01", None)],
)
def test_a_meeting_on_the_last_known_day_is_known(
    start: str, last: str, latest: str | None
) -> None:
    calendar = CalendarData("raad", (day("2026-06-30"),), known_until=day("2026-06-30"))
    found = reckon(day(start), MeetingTerm("raad"), regime=Regime.ATW, calendars={"raad": calendar})
    assert (found.last_day, found.latest) == (day(last), day(latest) if latest else None)


def test_known_until_the_lower_bound_itself() -> None:
    """A calendar known up to and including the first possible day says: not on that day."""
    calendar = CalendarData("raad", (), known_until=day("2026-07-01"))
    found = reckon(
        day("2026-06-30"), MeetingTerm("raad"), regime=Regime.ATW, calendars={"raad": calendar}
    )
    assert (found.last_day, found.latest) == (day("2026-07-02"), None)
