"""Free days: Saturday, Sunday, the holidays of the Algemene termijnenwet (Atw), decree days.

Source: Atw article 3, text of 10 October 2010 (SEEN). Easter Sunday and Whit Sunday are not in that
article; they are Sundays anyway. There is no day in lieu for a holiday in the weekend.
Not verified in a legal text: that the King's birthday is celebrated on Saturday 26 April when
27 April is a Sunday, and what the older texts of the Atw said (see ``docs/calendar.md``).
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

from spelregels.calendar.decree_days import DECREE_SPANS
from spelregels.model.frozen import dataclass
from spelregels.model.words import Confidence

ONE_DAY = timedelta(days=1)
SATURDAY, SUNDAY = 5, 6
KINGS_DAY_SINCE = 2014
QUEENS_DAY_ON_SATURDAY_SINCE = 1980
LIBERATION_DAY_SINCE = 1982
ATW_TEXT_READ_FROM = date(2010, 10, 10)


@dataclass(frozen=True, slots=True)
class Holiday:
    """A free day that is not one for being a Saturday or Sunday.

    ``code`` names it in data; ``wording`` has its Dutch and English names. ``article``: of the Atw.
    """

    day: date
    code: str
    article: str
    confidence: Confidence
    source: str = "Algemene termijnenwet (BWBR0002448), tekst van 10 oktober 2010"


def easter_sunday(year: int) -> date:
    """Easter Sunday of a year in the Gregorian calendar (Meeus/Jones/Butcher)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leap_centuries, century_rest = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leap_centuries - correction + 15) % 30
    leaps, leap_rest = divmod(rest, 4)
    weekday = (32 + 2 * century_rest + 2 * leaps - moon - leap_rest) % 7
    shift = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def _birthday(year: int) -> Holiday:
    """The day on which the King's (before 2014: the Queen's) birthday is celebrated."""
    if year >= KINGS_DAY_SINCE:
        day, code = date(year, 4, 27), "koningsdag"
    else:
        day, code = date(year, 4, 30), "koninginnedag"
    if day.weekday() != SUNDAY:
        return Holiday(day, code, "3 lid 1", Confidence.SEEN)
    to_monday = year < QUEENS_DAY_ON_SATURDAY_SINCE
    moved = day + ONE_DAY if to_monday else day - ONE_DAY
    source = "PyPI holidays 0.109 en workalendar 17.0.0; geen wettekst gevonden"
    return Holiday(moved, code, "3 lid 1", Confidence.SEC, source)


@cache
def holidays_of(year: int) -> tuple[Holiday, ...]:
    """The holidays of the Atw in a year, and the decree days that are known, in order of day.

    A holiday in the weekend is listed too. Whether all decree days of the year are known is for
    ``decree_days_known`` to say.
    """
    easter = easter_sunday(year)

    def listed(day: date, code: str) -> Holiday:
        return Holiday(day, code, "3 lid 1", Confidence.SEEN)

    found = [
        listed(date(year, 1, 1), "nieuwjaarsdag"),
        Holiday(easter - 2 * ONE_DAY, "goede_vrijdag", "3 lid 2", Confidence.SEEN),
        listed(easter + ONE_DAY, "tweede_paasdag"),
        _birthday(year),
        listed(easter + 39 * ONE_DAY, "hemelvaartsdag"),
        listed(easter + 50 * ONE_DAY, "tweede_pinksterdag"),
        listed(date(year, 12, 25), "eerste_kerstdag"),
        listed(date(year, 12, 26), "tweede_kerstdag"),
    ]
    if year >= LIBERATION_DAY_SINCE:
        found.append(listed(date(year, 5, 5), "bevrijdingsdag"))
    found.extend(
        Holiday(day, "gelijkgesteld", "3 lid 3", span.confidence, span.source)
        for span in DECREE_SPANS
        for day in span.days
        if day.year == year
    )
    return tuple(sorted(found, key=lambda holiday: holiday.day))


@cache
def _by_day(year: int) -> MappingProxyType[date, Holiday]:
    # reversed: where two fall on one day (Ascension on 5 May), the first listed gives the name
    return MappingProxyType({h.day: h for h in reversed(holidays_of(year))})


@cache
def decree_days_known(year: int) -> bool:
    """Are all decree days of this year in the data?"""
    return any(span.first_year <= year <= span.last_year for span in DECREE_SPANS)


def holiday_on(day: date) -> Holiday | None:
    """The holiday or known decree day on this day, also in the weekend."""
    return _by_day(day.year).get(day)


def is_free_day(day: date, closed_days: Collection[date] = ()) -> bool:
    """Is this a Saturday, a Sunday, a holiday of the Atw, a known decree day, or a closed day?

    Closed days are what the caller says they are; they are not in the Atw (see ``reckon``).
    """
    return day.weekday() >= SATURDAY or day in _by_day(day.year) or day in closed_days


def why_free(day: date, closed_days: Collection[date] = ()) -> str:
    """The code of the reason why a day is free; "" for an ordinary day."""
    holiday = _by_day(day.year).get(day)
    if holiday is not None:
        return holiday.code
    if day.weekday() >= SATURDAY:
        return "zaterdag" if day.weekday() == SATURDAY else "zondag"
    return "gesloten" if day in closed_days else ""


def ordinary_day_from(day: date, closed_days: Collection[date] = ()) -> date:
    """The first day on or after this one that is not free."""
    while is_free_day(day, closed_days):
        day += ONE_DAY
    return day
