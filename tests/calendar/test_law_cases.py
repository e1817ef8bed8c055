"""Section K of the national-law facts: the tricky term cases (issue 1.3)."""

from __future__ import annotations

from datetime import date

import pytest

from spelregels.calendar import parse_duration, reckon, reckon_postal_week
from spelregels.model.terms import Reckoning
from spelregels.model.words import CountFrom, Regime

SAME, NEXT = CountFrom.SAME_DAY, CountFrom.NEXT_DAY


def day(text: str) -> date:
    return date.fromisoformat(text)


def readings(reckoning: Reckoning, question: str) -> dict[str, str]:
    return {
        reading.reading: reading.last_day.isoformat()
        for reading in reckoning.readings
        if reading.question == question
    }


@pytest.mark.parametrize(
    ("case", "start", "length", "count_from", "raw", "last"),
    [
        ("1", "2026-06-04", "6 weken", SAME, "2026-07-15", "2026-07-15"),
        ("2", "2026-06-04", "6 weken", NEXT, "2026-07-16", "2026-07-16"),
        ("3", "2026-02-24", "6 weken", SAME, "2026-04-06", "2026-04-07"),
        ("4", "2026-02-20", "6 weken", NEXT, "2026-04-03", "2026-04-07"),
        ("5", "2026-05-02", "3 weken", NEXT, "2026-05-23", "2026-05-26"),
        ("6", "2025-04-12", "2 weken", NEXT, "2025-04-26", "2025-04-28"),
        ("6, draft on view", "2025-03-17", "6 weken", SAME, "2025-04-27", "2025-04-28"),
        ("7", "2026-03-24", "6 weken", NEXT, "2026-05-05", "2026-05-06"),
        ("8", "2027-03-24", "6 weken", NEXT, "2027-05-05", "2027-05-10"),
        ("9", "2025-11-20", "6 weken", NEXT, "2026-01-01", "2026-01-05"),
        ("10", "2027-11-13", "6 weken", NEXT, "2027-12-25", "2027-12-27"),
        ("11", "2026-11-19", "6 weken", NEXT, "2026-12-31", "2026-12-31"),
        ("12", "2026-02-02", "12 weken", NEXT, "2026-04-27", "2026-04-28"),
        ("12, thirteen", "2026-01-26", "13 weken", NEXT, "2026-04-27", "2026-04-27"),
        ("13", "2026-06-26", "6 maanden", NEXT, "2026-12-26", "2026-12-26"),
        ("16", "2026-04-02", "6 weken", NEXT, "2026-05-14", "2026-05-18"),
        ("17", "2026-06-10", "6 weken", SAME, "2026-07-21", "2026-07-21"),
    ],
)
def test_cases_with_one_answer(
    case: str, start: str, length: str, count_from: CountFrom, raw: str, last: str
) -> None:
    """Issue 1.3: cases 1-13, 16 and 17, exact and without doubt."""
    found = reckon(day(start), parse_duration(length), count_from=count_from, regime=Regime.ATW)
    assert found.raw_last_day == day(raw), case
    assert found.last_day == day(last), case
    assert found.latest == day(last), "the decree days of these years are known"
    assert found.doubts == ()
    assert found.open_questions == ()


def test_case_5_the_same_term_outside_a_by_law_is_not_moved() -> None:
    """Issue 1.3, case 5: in neighbourhood rules without a basis the Atw does not apply."""
    found = reckon(day("2026-05-02"), parse_duration("3 weken"), regime=Regime.CALENDAR)
    assert found.last_day == day("2026-05-23")


def test_case_18_entry_into_force_is_not_moved() -> None:
    """Issue 1.3, case 18: Boxing Day, on a Saturday (Atw 4 sub b)."""
    eight_days = parse_duration("8 dagen")
    start = day("2026-12-18")
    in_force = reckon(start, eight_days, regime=Regime.ATW, entry_into_force=True)
    assert in_force.last_day == day("2026-12-26")
    other = reckon(start, eight_days, regime=Regime.ATW)
    assert other.last_day == day("2026-12-28"), "any other term of eight days does move"


def test_case_14_article_2_and_its_open_question() -> None:
    """Issue 1.3, case 14: three days after a letter; all readings are given."""
    start, three_days = day("2026-04-02"), parse_duration("3 dagen")
    found = reckon(start, three_days, regime=Regime.ATW)
    assert (found.raw_last_day, found.last_day, found.act_from) == (
        day("2026-04-05"),
        day("2026-04-08"),
        day("2026-04-09"),
    )
    assert found.open_questions == ("article_2_private_wait",)
    assert readings(found, "article_2_private_wait") == {
        "article_2": "2026-04-08",
        "article_1": "2026-04-07",
        "calendar": "2026-04-05",
    }


def test_case_14_without_a_stated_regime_has_both_days() -> None:
    """Issue 1.3, case 14: whether the Atw holds for a private wait is not settled."""
    found = reckon(day("2026-04-02"), parse_duration("3 dagen"), regime=Regime.NOT_STATED)
    assert (found.last_day, found.latest) == (day("2026-04-05"), day("2026-04-08"))
    assert found.doubts == ("regime_not_stated",)
    assert readings(found, "atw_applies") == {"calendar": "2026-04-05", "atw": "2026-04-08"}


def test_case_15_counted_back_and_the_clear_days_question() -> None:
    """Issue 1.3, case 15: 5 May stays 5 May; whether it should be 4 May is open."""
    start, week = day("2026-05-12"), parse_duration("7 dagen")
    found = reckon(start, week, regime=Regime.ATW, backwards=True)
    assert found.last_day == found.latest == day("2026-05-05")
    assert readings(found, "clear_days") == {"not_clear": "2026-05-05", "clear": "2026-05-04"}
    clear = reckon(start, week, regime=Regime.ATW, backwards=True, clear_days=True)
    assert clear.last_day == day("2026-05-04")
    assert clear.open_questions == (), "the rule itself has chosen"


def test_case_19_the_postal_week() -> None:
    """Issue 1.3, case 19: received by 22 July counts; the open question stands with both days."""
    end = reckon(
        day("2026-06-04"), parse_duration("6 weken"), count_from=SAME, regime=Regime.ATW
    ).last_day
    post = reckon_postal_week(end)
    assert post.last_day == post.latest == day("2026-07-22")
    assert post.open_questions == ("postal_week",)
    assert readings(post, "postal_week") == {"calendar": "2026-07-22", "atw": "2026-07-22"}


def test_the_postal_week_may_end_on_a_free_day() -> None:
    """Issue 1.3, case 19: where the two readings differ, both stand and the day is in doubt."""
    post = reckon_postal_week(day("2026-05-18"))
    assert (post.last_day, post.latest) == (day("2026-05-25"), day("2026-05-26"))
    assert readings(post, "postal_week") == {"calendar": "2026-05-25", "atw": "2026-05-26"}
    assert post.doubts == ("regime_not_stated",)


@pytest.mark.parametrize(
    ("length", "start", "moved"),
    [
        ("90 dagen", "2026-01-03", "2026-04-07"),  # raw: Good Friday
        ("91 dagen", "2026-01-02", "2026-04-03"),
        ("12 weken", "2026-01-09", "2026-04-07"),
        ("3 maanden", "2026-01-03", "2026-04-07"),
        ("4 maanden", "2026-01-05", "2026-05-05"),
        ("1 jaar", "2025-04-03", "2026-04-03"),
    ],
)
def test_article_4_leaves_long_terms_alone(length: str, start: str, moved: str) -> None:
    """Issue 1.3: exactly 90 days, twelve weeks and three months are covered; longer is not."""
    assert reckon(day(start), parse_duration(length), regime=Regime.ATW).last_day == day(moved)


@pytest.mark.parametrize(
    ("start", "length", "last"),
    [
        ("2026-12-23", "1 dag", "2026-12-24"),
        ("2026-12-23", "2 dagen", "2026-12-28"),  # article 1 only: Christmas, Boxing Day, weekend
        ("2026-12-23", "3 dagen", "2026-12-28"),  # the 24th and the 28th are two ordinary days
        ("2026-12-24", "3 dagen", "2026-12-29"),  # only the 28th: article 2 asks the 29th too
        ("2026-12-25", "3 dagen", "2026-12-29"),
        ("2026-12-26", "3 dagen", "2026-12-29"),
    ],
)
def test_article_2_around_christmas(start: str, length: str, last: str) -> None:
    """Issue 1.3: a term of three days holds two ordinary days; a shorter one need not."""
    assert reckon(day(start), parse_duration(length), regime=Regime.ATW).last_day == day(last)
