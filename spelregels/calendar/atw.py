"""The Algemene termijnenwet (Atw), articles 1, 2 and 4: does it apply, and where does it move to?

Source: text of 10 October 2010 (SEEN; the order of work and the reading of article 2: DER).
Through Gemeentewet article 145 it also covers terms in a municipal by-law; whether a norm stands in
such an instrument is not decided here: the caller gives the regime.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import assert_never

from spelregels.calendar.holidays import (
    ONE_DAY,
    decree_days_known,
    is_free_day,
    ordinary_day_from,
    why_free,
)
from spelregels.model.frozen import dataclass
from spelregels.model.terms import Duration, FixedTerm, Step, TraceStep
from spelregels.model.words import Unit

_LOOK_AT_MOST = 14  # a longer term always holds two ordinary days


def within_article_4(term: Duration) -> bool:
    """Article 4 sub a: not for more than 90 days, twelve weeks or three months, nor for years.

    Working days: the Act does not know them; twelve weeks of five working days is taken as the
    limit. It hardly matters: such a term ends on an ordinary day by itself.
    """
    match term.unit:
        case Unit.DAY:
            return term.amount <= 90
        case Unit.WEEK:
            return term.amount <= 12
        case Unit.MONTH:
            return term.amount <= 3
        case Unit.WORKING_DAY:
            return term.amount <= 60
        case Unit.YEAR:
            return False
        case _:
            assert_never(term.unit)


def together_within_article_4(parts: Sequence[FixedTerm]) -> bool:
    """Would the parts taken as one term stay within article 4? Different units: counted in days."""
    durations = [part for part in parts if isinstance(part, Duration)]
    units = {part.unit for part in durations}
    if len(units) == 1:
        return within_article_4(Duration(sum(part.amount for part in durations), units.pop()))
    return sum(part.amount * _ABOUT[part.unit] for part in durations) <= 90


_ABOUT = {Unit.DAY: 1.0, Unit.WORKING_DAY: 1.4, Unit.WEEK: 7.0, Unit.MONTH: 30.4, Unit.YEAR: 365.0}


def at_least_three_days(parts: Sequence[FixedTerm]) -> bool:
    """Article 2 speaks of terms of three days or more. Days and working days are added up."""
    days = 0
    for part in parts:
        if isinstance(part, Duration):
            short = part.unit is Unit.DAY or part.unit is Unit.WORKING_DAY
            days += part.amount if short else 7 * part.amount
    return days >= 3


@dataclass(frozen=True, slots=True)
class Moved:
    """``after_article_1``: where article 1 alone would have left it. ``latest``: if one more day
    were put on a par by a decree that the data does not hold."""

    last_day: date
    after_article_1: date
    latest: date
    steps: tuple[TraceStep, ...]


def move(
    first_day: date, raw: date, *, two_days: bool, closed_days: Collection[date] = ()
) -> Moved:
    """Article 1, then article 2 (if ``two_days``), then article 1 again.

    ``closed_days`` is for a reading in which an office's closed days count as holidays too.
    """
    steps: list[TraceStep] = []
    day = after_1 = _off_free_days(raw, closed_days, steps)
    ordinary: list[date] = []
    if two_days and (day - first_day).days <= _LOOK_AT_MOST:
        ordinary = _ordinary_days(first_day, day, closed_days)
        while len(ordinary) < 2:
            day = ordinary_day_from(day + ONE_DAY, closed_days)
            ordinary.append(day)
        if day != after_1:
            steps.append(TraceStep(Step.TWO_ORDINARY_DAYS, day, _named(ordinary)))
    steps.append(TraceStep(Step.ORDINARY_DAY, day))
    may_be_free = not decree_days_known(day.year) or (
        len(ordinary) == 2 and not all(decree_days_known(d.year) for d in ordinary)
    )
    latest = ordinary_day_from(day + ONE_DAY, closed_days) if may_be_free else day
    return Moved(day, after_1, latest, tuple(steps))


def _off_free_days(day: date, closed_days: Collection[date], steps: list[TraceStep]) -> date:
    while is_free_day(day, closed_days):
        detail = {"free_day": day.isoformat(), "reason": why_free(day, closed_days)}
        day += ONE_DAY
        steps.append(TraceStep(Step.FREE_DAY, day, detail))
    return day


def _ordinary_days(first: date, last: date, closed_days: Collection[date]) -> list[date]:
    days = ((first + i * ONE_DAY) for i in range((last - first).days + 1))
    return [day for day in days if not is_free_day(day, closed_days)]


def _named(days: Sequence[date]) -> dict[str, str]:
    return {"first": days[0].isoformat(), "second": days[1].isoformat()}
