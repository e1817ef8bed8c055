"""A moment as a stretch of minutes (M2), counted from the year 1."""

from __future__ import annotations

from datetime import date, timedelta

from spelregels.model.trajectory import Event, When
from spelregels.model.words import Precision


def span_of(when: When, around: date) -> tuple[int, int]:
    """First and last minute of a moment; an unknown one lies within some years of ``around``."""
    day = when.day or around
    match when.precision:
        case Precision.MINUTE:
            at = day.toordinal() * 1440 + (when.minute or 0)
            return at, at
        case Precision.DAY:
            last = day
        case Precision.MONTH:
            last = (day.replace(day=1) + timedelta(31)).replace(day=1) - timedelta(1)
        case Precision.YEAR:
            day, last = date(day.year, 1, 1), date(day.year, 12, 31)
        case Precision.UNKNOWN:
            day, last = around - timedelta(900), around + timedelta(60)
    return day.toordinal() * 1440, last.toordinal() * 1440 + 1439


def surely_before(x: Event, y: Event) -> bool:
    """Whether the whole of x lies before the whole of y."""
    if x.at.day is None or y.at.day is None:
        return False
    return span_of(x.at, x.at.day)[1] < span_of(y.at, y.at.day)[0]
