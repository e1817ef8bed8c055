"""Free days (issue 1.3): against the law facts, and against `holidays` and `workalendar`.

Every difference with the packages is in `docs/calendar.md` with its reason; a new one fails here.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import holidays
import pytest
from workalendar.europe import Netherlands

from spelregels.calendar import (
    DECREE_SPANS,
    decree_days_known,
    holiday_on,
    holidays_of,
    is_free_day,
    reckon,
)
from spelregels.model.terms import Duration
from spelregels.model.words import Regime, Unit

DOCS = Path(__file__).parents[2] / "docs" / "calendar.md"
YEARS = range(2017, 2036)
LONG = range(1990, 2101)
DECREE_DAYS = frozenset(day for span in DECREE_SPANS for day in span.days)
ONE_DAY = timedelta(days=1)

Free = Callable[[date], bool]


def _public() -> Free:
    known = holidays.country_holidays("NL", years=LONG)
    return lambda day: day.weekday() >= 5 or day in known


def _public_and_optional() -> Free:
    known = holidays.country_holidays("NL", years=LONG, categories=("public", "optional"))
    return lambda day: day.weekday() >= 5 or day in known


def _workalendar() -> Free:
    calendar = Netherlands()
    known = {day for year in LONG for day, _ in calendar.holidays(year)}
    return lambda day: day.weekday() >= 5 or day in known


PACKAGES: dict[str, Callable[[], Free]] = {
    "holidays": _public,
    "holidays + OPTIONAL": _public_and_optional,
    "workalendar": _workalendar,
}


def differences(theirs: Free, years: range) -> dict[date, str]:
    """Day -> reason. A difference that has no reason known here is called unexplained."""
    found = {}
    day = date(years[0], 1, 1)
    while day.year in years:
        ours = is_free_day(day)
        if ours != theirs(day):
            found[day] = _reason(day, ours)
        day += ONE_DAY
    return found


def _reason(day: date, ours: bool) -> str:
    if ours and day in DECREE_DAYS:
        return "royal decree (Atw 3 lid 3): the package holds no decrees"
    if ours and (day.month, day.day) == (5, 5) and day.year % 5:
        return "5 May is a holiday every year (Atw 3 lid 1): the package follows labour practice"
    return "unexplained"


@pytest.mark.parametrize("package", PACKAGES)
def test_every_difference_with_the_packages_has_its_reason(package: str) -> None:
    """Issue 1.3: 1990-2100, all three; `unexplained` would be an error of ours or of theirs."""
    found = differences(PACKAGES[package](), LONG)
    assert set(found) >= {day for day in DECREE_DAYS if day.weekday() < 5}
    assert "unexplained" not in found.values(), found
    if package != "holidays":
        assert set(found) == DECREE_DAYS


def table() -> list[str]:
    """The rows of the table in the docs: each day of 2017-2035, who misses it, and why."""
    by_day: dict[date, list[str]] = {}
    reasons: dict[date, str] = {}
    for package, theirs in PACKAGES.items():
        for day, reason in differences(theirs(), YEARS).items():
            by_day.setdefault(day, []).append(package)
            reasons[day] = reason
    return [
        f"| {day.isoformat()} | {', '.join(by_day[day])} | {reasons[day]} |"
        for day in sorted(by_day)
    ]


def test_the_docs_list_exactly_these_differences() -> None:
    """Issue 1.3: every difference listed and reasoned."""
    rows = [
        line for line in DOCS.read_text(encoding="utf-8").splitlines() if line.startswith("| 20")
    ]
    assert rows == table(), "\n".join(table())


@pytest.mark.parametrize("package", ["holidays + OPTIONAL", "workalendar"])
def test_last_days_differ_only_where_a_decree_day_is_passed(package: str) -> None:
    """Issue 1.3: rolling every raw last day of 2017-2035 forward, with their days and with ours."""
    theirs = PACKAGES[package]()
    raw = date(2017, 1, 1)
    differing = 0
    while raw.year in YEARS:
        naive = raw
        while theirs(naive):
            naive += ONE_DAY
        start = raw - timedelta(weeks=6)
        ours = reckon(start, Duration(6, Unit.WEEK), regime=Regime.ATW).last_day
        passes_decree_day = naive in DECREE_DAYS
        assert (ours != naive) == passes_decree_day, raw
        differing += ours != naive
        raw += ONE_DAY
    assert differing > len(DECREE_DAYS), "also raw days before a decree day roll onto it"


@pytest.mark.parametrize(
    ("day", "code"),
    [
        ("2026-04-03", "goede_vrijdag"),
        ("2026-04-27", "koningsdag"),
        ("2025-04-26", "koningsdag"),
        ("2031-04-26", "koningsdag"),
        ("2013-04-30", "koninginnedag"),
        ("2006-04-29", "koninginnedag"),
        ("2026-05-05", "bevrijdingsdag"),
        ("2027-05-06", "hemelvaartsdag"),
        ("2016-05-05", "bevrijdingsdag"),  # also Ascension Day
        ("2026-05-25", "tweede_pinksterdag"),
        ("2026-01-02", "gelijkgesteld"),
    ],
)
def test_holidays_by_name(day: str, code: str) -> None:
    """National-law facts ATW-3.1, ATW-3.2, ATW-3.3 and ATW-KDAG."""
    found = [h.code for h in holidays_of(int(day[:4])) if h.day == date.fromisoformat(day)]
    assert code in found


def test_a_day_that_is_two_holidays_keeps_the_name_of_the_movable_feast() -> None:
    """5 May 2016 was Ascension Day as well."""
    found = holiday_on(date(2016, 5, 5))
    assert found is not None and found.code == "hemelvaartsdag"


def test_5_may_is_a_holiday_from_1982() -> None:
    """Second hand (SEC): the older text was not read."""
    assert is_free_day(date(1982, 5, 5))
    assert not is_free_day(date(1981, 5, 5))


@pytest.mark.parametrize(
    "day",
    [
        "2025-04-28",  # no Monday in lieu of King's Day
        "2025-04-27",  # a Sunday: free, but not as King's Day
        "2026-12-31",  # New Year's Eve needs a decree
        "2027-12-27",  # Christmas in the weekend gives no day in lieu
        "2026-05-04",  # by the rule of thumb a decree day, but not in the decree
        "2027-04-26",
        "2026-04-05",  # Easter Sunday: not listed in the Atw
    ],
)
def test_what_is_not_a_holiday(day: str) -> None:
    """Issue 1.3: the decree days are data, and holidays in the weekend have no substitute."""
    assert holiday_on(date.fromisoformat(day)) is None


def test_decree_days_lie_in_their_spans_and_carry_a_source() -> None:
    """ATW-3.3: known 2017-2019 and 2023-2028; nothing is claimed for other years."""
    for span in DECREE_SPANS:
        assert span.source and span.url.startswith("https://")
        assert all(span.first_year <= day.year <= span.last_year for day in span.days)
        assert all(day.weekday() < 5 for day in span.days)
    known = [year for year in range(2000, 2050) if decree_days_known(year)]
    assert known == [2017, 2018, 2019, *range(2023, 2029)]
    assert len(DECREE_DAYS) == 17
