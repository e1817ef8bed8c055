"""Dates as others write them: declared, never guessed; the legal day is Amsterdam's (1.4, M1)."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spelregels.doors import conversions
from spelregels.doors.date_formats import NoFitError, check_format, read_date
from spelregels.model.words import Precision

ISO = ("iso-tijd",)
MONTHS = "januari februari maart april mei juni juli augustus september oktober november december"


@pytest.mark.parametrize(
    ("text", "pattern", "day", "precision"),
    [
        ("2018-07-19", "jjjj-mm-dd", date(2018, 7, 19), Precision.DAY),
        ("19-07-2018", "dd-mm-jjjj", date(2018, 7, 19), Precision.DAY),
        ("9/7/2018", "d/m/jjjj", date(2018, 7, 9), Precision.DAY),
        ("20.11.2025", "dd.mm.jjjj", date(2025, 11, 20), Precision.DAY),
        ("20180719", "jjjjmmdd", date(2018, 7, 19), Precision.DAY),
        ("24 July 2025", "d month jjjj", date(2025, 7, 24), Precision.DAY),
        ("08 Jul 2025", "dd month jjjj", date(2025, 7, 8), Precision.DAY),
        ("1 mei 2026", "d maand jjjj", date(2026, 5, 1), Precision.DAY),
        ("1 MRT. 2026", "d maand jjjj", date(2026, 3, 1), Precision.DAY),
        ("Tot en met 1 mei 2026", "'tot en met' d maand jjjj", date(2026, 5, 1), Precision.DAY),
        ("03-2024", "mm-jjjj", date(2024, 3, 1), Precision.MONTH),
        ("maart 2024", "maand jjjj", date(2024, 3, 1), Precision.MONTH),
        ("2024", "jjjj", date(2024, 1, 1), Precision.YEAR),
    ],
)
def test_forms(text: str, pattern: str, day: date, precision: Precision) -> None:
    assert check_format(pattern)
    read = read_date(text, (pattern,))
    assert (read.day, read.precision) == (day, precision)


@pytest.mark.parametrize(
    ("text", "patterns", "code"),
    [
        ("31-02-2026", ("dd-mm-jjjj",), "no-such-date"),
        ("2026-2-1", ("jjjj-mm-dd",), "date-format"),
        ("01-02-26", ("dd-mm-jjjj",), "date-format"),
        ("1 Mai 2026", ("d maand jjjj",), "no-such-date"),
        ("03-04-2026", ("dd-mm-jjjj", "mm-dd-jjjj"), "date-ambiguous"),
        ("2026-02-01T12:30", ISO, "no-zone"),
        ("2026-02-01T25:30Z", ISO, "no-such-date"),
        ("0000", ("jjjj",), "no-such-date"),
        ("", ("jjjj",), "date-format"),
    ],
)
def test_what_does_not_fit_is_refused(text: str, patterns: tuple[str, ...], code: str) -> None:
    with pytest.raises(NoFitError) as caught:
        read_date(text, patterns)
    assert caught.value.code == code


def test_two_forms_that_agree_are_no_problem() -> None:
    assert read_date("04-04-2026", ("dd-mm-jjjj", "mm-dd-jjjj")).day == date(2026, 4, 4)


@pytest.mark.parametrize(
    "pattern",
    ["dd-mm", "jj-mm-dd", "dd-jjjj", "jjjj-mm-mm", "x jjjj", "jjjj-mm-dd uu", "'jjjj'", ""],
)
def test_a_form_without_year_or_with_loose_letters_is_no_form(pattern: str) -> None:
    assert not check_format(pattern)


MOMENTS = st.datetimes(datetime(1995, 1, 1), datetime(2089, 1, 1))


@given(MOMENTS, st.integers(-720, 840))
def test_an_offset_becomes_the_day_and_minute_in_amsterdam(moment: datetime, minutes: int) -> None:
    moment = moment.replace(second=0, microsecond=0)
    stamp = moment.replace(tzinfo=timezone(timedelta(minutes=minutes)))
    legal = stamp.astimezone(ZoneInfo("Europe/Amsterdam"))
    read = read_date(stamp.isoformat(), ISO)
    assert (read.day, read.precision) == (legal.date(), Precision.MINUTE)
    assert datetime.fromisoformat(read.stamp) == stamp


def test_midnight_in_utc_is_already_the_next_day_here() -> None:
    assert read_date("2026-03-09T23:30:00.551768Z", ISO).day == date(2026, 3, 10)
    assert read_date("2019-10-02 22:08:43 UTC", ISO).day == date(2019, 10, 3)
    assert read_date("2019-10-02T22:08", ISO, zone="America/New_York").day == date(2019, 10, 3)


@given(st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_a_date_survives_every_form(day: date) -> None:
    month = MONTHS.split()[day.month - 1]
    written = {
        "jjjj-mm-dd": day.isoformat(),
        "dd-mm-jjjj": f"{day.day:02}-{day.month:02}-{day.year:04}",
        "d maand jjjj": f"{day.day} {month} {day.year:04}",
        "jjjjmmdd": day.isoformat().replace("-", ""),
    }
    for pattern, text in written.items():
        assert read_date(text, (pattern,)).day == day


@pytest.mark.parametrize(
    ("text", "unit", "told"),
    [
        ("6", "weken", "6 weken"),
        ("1", "weken", "1 week"),
        ("6.0", "weken", "6 weken"),
        ("6.5", "weken", None),
        ("6 weeks", "", "6 weken"),
        ("P6W", "", "6 weken"),
        ("P42D", "", "42 dagen"),
        ("P17W2D", "", "121 dagen"),
        ("P1Y2M", "", "14 maanden"),
        ("P2Y", "", "2 jaar"),
        ("P1M2D", "", None),
        ("P", "", None),
        ("6", "", None),
        ("zes", "weken", None),
        ("6", "manen", None),
    ],
)
def test_durations(text: str, unit: str, told: str | None) -> None:
    assert conversions.duration(text, unit) == told


@pytest.mark.parametrize(
    ("text", "sign", "told"),
    [
        ("5000", ".", "5000"),
        ("12.5", ".", "12.5"),
        ("1.234,50", ",", "1234.50"),
        ("1234,5", ",", "1234.5"),
        ("1.23", ",", None),
        ("1,234", ".", None),
        ("€ 5", ".", None),
    ],
)
def test_numbers(text: str, sign: str, told: str | None) -> None:
    found = conversions.number(text, decimal_sign=sign)
    assert (None if found is None else str(found)) == told
