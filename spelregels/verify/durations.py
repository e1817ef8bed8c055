"""Comparing lengths of time without a calendar: from the fewest to the most days they can be."""

from __future__ import annotations

from spelregels.model.terms import Duration
from spelregels.model.words import Unit

# Five working days take at least seven days; free days only make it more.
_DAYS = {
    Unit.DAY: (1, 1),
    Unit.WEEK: (7, 7),
    Unit.MONTH: (28, 31),
    Unit.YEAR: (365, 366),
}
ATW_MOST_DAYS = 90
"""The Algemene termijnenwet moves no longer term (article 4: 90 days, 12 weeks, 3 months)."""


def fewest_days(duration: Duration) -> int:
    """The fewest calendar days it can take."""
    if duration.unit is Unit.WORKING_DAY:
        weeks, rest = divmod(duration.amount, 5)
        return weeks * 7 + rest
    return duration.amount * _DAYS[duration.unit][0]


def most_days(duration: Duration) -> int | None:
    """The most calendar days it can take; None for working days, since free days are not known."""
    if duration.unit is Unit.WORKING_DAY:
        return None
    return duration.amount * _DAYS[duration.unit][1]


def atw_may_move(duration: Duration) -> bool:
    """Whether the Algemene termijnenwet would move a last day of this length, where it applies."""
    match duration.unit:
        case Unit.DAY:
            return duration.amount <= ATW_MOST_DAYS
        case Unit.WEEK:
            return duration.amount <= 12
        case Unit.MONTH:
            return duration.amount <= 3
        case Unit.YEAR | Unit.WORKING_DAY:
            return False
