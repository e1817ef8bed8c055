"""Days on which calendars bite: free days, decree days, 29 February, year ends, and their edges."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from spelregels.audit.chance import chance, pick

FIRST_YEAR, LAST_YEAR = 2016, 2030
DECREES = (
    "2017-04-28 2017-05-26 2018-05-11 2018-12-24 2018-12-31 2019-05-31 2019-12-27 2023-04-28 "
    "2023-05-19 2024-05-10 2024-12-27 2025-05-30 2026-01-02 2026-05-15 2027-05-07 2028-04-28 "
    "2028-05-26"
)  # Staatscourant, see docs: days put on a par with holidays by royal decree


def easter(year: int) -> date:
    """Easter Sunday (Gregorian computus, Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    n = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * n) // 451
    month, day = divmod(h + n - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _anchors() -> tuple[date, ...]:
    days = [date.fromisoformat(text) for text in DECREES.split()]
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        sunday = easter(year)
        days += [sunday + timedelta(offset) for offset in (-2, 0, 1, 39, 40, 49, 50)]
        days += [date(year, 1, 1), date(year, 4, 27), date(year, 5, 5), date(year, 12, 25)]
        days += [date(year, 12, 26), date(year, 12, 31), date(year, 2, 28), date(year, 3, 1)]
        days += [date(year, 1, 31), date(year, 8, 31)]
        if year % 4 == 0:
            days.append(date(year, 2, 29))
    return tuple(sorted(days))


ANCHORS = _anchors()
#: years in which the decree days are known; drawn more often than the others
KNOWN_YEARS = (2017, 2018, 2019, 2023, 2024, 2025, 2026, 2027, 2028)


def _year_weight(rng: Random, day: date) -> bool:
    return day.year in KNOWN_YEARS or chance(rng, 0.25)


def anchor(rng: Random, window: tuple[date, date] | None) -> date:
    """A day on or next to one that bites; inside the window if there is one."""
    if window is not None:
        span = (window[1] - window[0]).days
        return window[0] + timedelta(rng.randint(0, span))
    for _ in range(4):
        day = pick(rng, ANCHORS)
        if _year_weight(rng, day):
            break
    day += timedelta(rng.randint(-1, 1))
    if chance(rng, 0.3):  # an ordinary week, counted from that day
        day += timedelta(rng.randint(-40, 40))
    return day


def clamp(day: date, window: tuple[date, date] | None) -> date:
    """The day itself, or the nearest in the window."""
    if window is None:
        return day
    return min(max(day, window[0]), window[1])
