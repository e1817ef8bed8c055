"""From a start day to a raw last day: plain counting, before any law moves the end.

Every function gives a ``Counted``: ``day`` is the day for which nothing is in doubt, ``late`` the
latest day that what the calendar does not know leaves possible (None: no upper bound).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date, timedelta
from typing import assert_never

from spelregels.calendar.durations import TermError
from spelregels.calendar.holidays import ONE_DAY, SATURDAY, decree_days_known, is_free_day
from spelregels.model.frozen import dataclass
from spelregels.model.terms import (
    CalendarData,
    DateTerm,
    Duration,
    FixedTerm,
    MeetingTerm,
    SameMoment,
)
from spelregels.model.words import Unit

_DAYS_OF_MONTH = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class Counted:
    """``clamped``: the month had no such day number. ``found``: a meeting was found."""

    day: date
    late: date | None
    clamped: bool = False
    found: bool = True


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What counting needs besides a start and a term."""

    calendars: Mapping[str, CalendarData]
    closed_days: Collection[date] = ()


def days_in_month(year: int, month: int) -> int:
    """28 to 31."""
    leap = month == 2 and (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return 29 if leap else _DAYS_OF_MONTH[month - 1]


def add_months(day: date, months: int) -> Counted:
    """The same day number so many months on (or back); the last of the month if there is none."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise _too_far()
    longest = days_in_month(year, month + 1)
    counted = date(year, month + 1, min(day.day, longest))
    return Counted(counted, counted, clamped=day.day > longest)


def count_on(
    start: date, term: FixedTerm, where: Surroundings, *, same_day: bool = False
) -> Counted:
    """The last day of a term counted forwards. ``same_day``: the start day is day one."""
    match term:
        case Duration():
            return _duration(start, term, where, same_day=same_day, sign=1, clear_days=False)
        case MeetingTerm():
            return _first_meeting(start, term, where)
        case DateTerm():
            return _date_on(start, term)
        case SameMoment():
            return Counted(start, start)
        case _:
            assert_never(term)


def count_back(
    start: date, term: FixedTerm, where: Surroundings, *, same_day: bool, clear_days: bool
) -> Counted:
    """The last day on which something may still be done, counted back from ``start``."""
    match term:
        case Duration():
            return _duration(start, term, where, same_day=same_day, sign=-1, clear_days=clear_days)
        case MeetingTerm():
            return _last_meeting(start, term, where)
        case DateTerm():
            return _date_back(start, term)
        case SameMoment():
            return Counted(start, start)
        case _:
            assert_never(term)


def _duration(
    start: date,
    term: Duration,
    where: Surroundings,
    *,
    same_day: bool,
    sign: int,
    clear_days: bool,
) -> Counted:
    amount = term.amount
    if amount < 0:
        raise TermError("Een termijn kan niet negatief zijn.", "A term cannot be negative.")
    if term.unit is Unit.WORKING_DAY:
        return _working_days(start, amount + clear_days, where, same_day=same_day, sign=sign)
    try:
        match term.unit:
            case Unit.DAY:
                counted = start + timedelta(days=sign * amount)
            case Unit.WEEK:
                counted = start + timedelta(days=sign * 7 * amount)
            case Unit.MONTH | Unit.YEAR:
                months = amount * (12 if term.unit is Unit.YEAR else 1)
                by_month = add_months(start, sign * months)
                if not same_day and not clear_days:
                    return by_month
                counted = _corrected(by_month.day, sign, same_day and amount > 0, clear_days)
                return Counted(counted, counted, by_month.clamped)
            case _:
                assert_never(term.unit)
        counted = _corrected(counted, sign, same_day and amount > 0, clear_days)
    except OverflowError as error:
        raise _too_far() from error
    return Counted(counted, counted)


def _corrected(day: date, sign: int, one_less: bool, one_more: bool) -> date:
    return day + timedelta(days=sign * (one_more - one_less))


def _working_days(
    start: date, amount: int, where: Surroundings, *, same_day: bool, sign: int
) -> Counted:
    """A decree day that the data does not know would take one working day out of the count."""

    def free(day: date) -> bool:
        return is_free_day(day, where.closed_days)

    counted = nth_day(start, amount, sign, same_day, free)
    if amount == 0:
        return Counted(counted, counted)
    first = nth_day(start, 1, sign, same_day, free)
    if not _touches_unknown(first, counted):
        return Counted(counted, counted)
    further = nth_day(counted, 1, sign, False, free)
    # forwards a later day is more generous; backwards the day counted to is the generous one
    return Counted(counted, further) if sign > 0 else Counted(further, counted)


def nth_day(
    start: date, amount: int, sign: int, include_start: bool, free: Callable[[date], bool]
) -> date:
    """The ``amount``-th day that is not free after ``start`` (before it, if ``sign`` is -1)."""
    step = sign * ONE_DAY
    day = start
    left = amount - 1 if include_start and amount and not free(start) else amount
    try:
        while left:
            day += step
            if not free(day):
                left -= 1
    except OverflowError as error:
        raise _too_far() from error
    return day


def is_weekend(day: date) -> bool:
    """Saturday or Sunday."""
    return day.weekday() >= SATURDAY


def _touches_unknown(one: date, other: date) -> bool:
    first, last = sorted((one.year, other.year))
    return any(not decree_days_known(year) for year in range(first, last + 1))


def _first_meeting(start: date, term: MeetingTerm, where: Surroundings) -> Counted:
    if term.not_before is None:
        lower = Counted(start + ONE_DAY, start + ONE_DAY)
    else:
        lower = count_on(start, term.not_before, where)
    day, found = _meeting_from(lower.day, term, where)
    if lower.late == lower.day or lower.late is None:
        return Counted(day, found, found=found is not None)
    _, later = _meeting_from(lower.late, term, where)
    return Counted(day, later, found=found is not None)


def _meeting_from(lower: date, term: MeetingTerm, where: Surroundings) -> tuple[date, date | None]:
    """The earliest day a first meeting may be on, and the meeting known (None: none known)."""
    calendar = where.calendars.get(term.meetings)
    if calendar is None:
        return lower, None
    meeting = min((day for day in calendar.meetings if day >= lower), default=None)
    known_until = calendar.known_until
    if known_until is None or known_until < lower:
        sure = known_until is None and meeting is not None
        return (meeting if sure and meeting else lower), meeting
    if meeting is None or meeting > known_until:
        return known_until + ONE_DAY, meeting
    return meeting, meeting


def _last_meeting(start: date, term: MeetingTerm, where: Surroundings) -> Counted:
    """The last meeting before ``start``. Nothing known before: no day is sure."""
    if term.not_before is None:
        upper = start - ONE_DAY
    else:
        back = count_back(start, term.not_before, where, same_day=False, clear_days=False)
        upper = back.late or back.day
    calendar = where.calendars.get(term.meetings)
    listed = calendar.meetings if calendar else ()
    meeting = max((day for day in listed if day <= upper), default=None)
    if calendar is None or meeting is None:
        return Counted(date.min, upper, found=False)
    known_until = calendar.known_until or max(listed)
    return Counted(meeting, meeting if upper <= known_until else upper)


def _on(term: DateTerm, year: int) -> date:
    if not 1 <= year <= 9999:
        raise _too_far()
    return date(year, term.month, min(term.day, days_in_month(year, term.month)))


def _date_on(start: date, term: DateTerm) -> Counted:
    day = _on(term, start.year + term.next_year)
    if day - ONE_DAY * term.before < start:  # *before 1 May*, asked on 1 May: that of next year
        day = _on(term, start.year + 1)
    day -= ONE_DAY * term.before
    return Counted(day, day)


def _date_back(start: date, term: DateTerm) -> Counted:
    day = _on(term, start.year - term.next_year)
    if day > start:
        day = _on(term, start.year - 1)
    day -= ONE_DAY if term.before else timedelta()
    return Counted(day, day)


def _too_far() -> TermError:
    return TermError(
        "De termijn loopt buiten de kalender (jaar 1 tot en met 9999).",
        "The term runs outside the calendar (years 1 to 9999).",
    )
