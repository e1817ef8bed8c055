"""Open questions of law: where a term has more than one defensible last day, all are given.

Codes: ``atw_applies``, ``article_2_private_wait`` and ``postal_week`` (raised in ``reckoning``);
``clear_days``, ``working_day_not_defined``, ``missing_day_number``, ``date_as_term``,
``closed_day``, ``article_4_together`` and ``older_atw_text`` (raised here).
Sources: national-law facts, sections K and L (see ``docs/calendar.md``).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from spelregels.calendar.atw import (
    at_least_three_days,
    move,
    together_within_article_4,
    within_article_4,
)
from spelregels.calendar.counting import Counted, Surroundings, count_back, is_weekend, nth_day
from spelregels.calendar.holidays import ATW_TEXT_READ_FROM, ONE_DAY, is_free_day
from spelregels.model.frozen import dataclass
from spelregels.model.terms import DateTerm, Duration, FixedTerm, Reading, SameMoment
from spelregels.model.words import Regime, Unit

Questions = tuple[tuple[str, ...], tuple[Reading, ...]]


@dataclass(frozen=True, slots=True)
class Asked:
    """What ``reckon`` was asked, in one piece."""

    start: date
    term: FixedTerm
    same_day: bool
    regime: Regime
    backwards: bool
    clear_days: bool
    extensions: tuple[FixedTerm, ...]
    suspended_days: int
    entry_into_force: bool
    where: Surroundings

    @property
    def parts(self) -> tuple[FixedTerm, ...]:
        """The term and its extensions."""
        return (self.term, *self.extensions)

    @property
    def first_day(self) -> date:
        """The first day that counts."""
        if self.same_day or isinstance(self.term, SameMoment):
            return self.start
        return self.start - ONE_DAY if self.backwards else self.start + ONE_DAY


def questions_backwards(asked: Asked, last_day: date) -> Questions:
    """Does 'at least seven days before' ask for seven whole days in between? Not settled."""
    term = asked.term
    if asked.clear_days or not isinstance(term, Duration):
        return (), ()
    clear = count_back(asked.start, term, asked.where, same_day=asked.same_day, clear_days=True)
    code = "clear_days"
    return (code,), (
        Reading(code, "not_clear", last_day, taken=True),
        Reading(code, "clear", clear.day),
    )


def questions_forwards(
    asked: Asked, counted: Counted, raw: date, last_day: date, ends: Callable[[date], date]
) -> Questions:
    """Every open question that touches this term. ``ends``: where another raw day would end."""
    term = asked.term
    readings: list[Reading] = []
    changed = bool(asked.extensions or asked.suspended_days)
    if isinstance(term, Duration) and not changed:
        if counted.clamped:
            readings += _two("missing_day_number", last_day, ends(raw + ONE_DAY))
        if term.unit is Unit.WORKING_DAY:
            readings += _two("working_day_not_defined", last_day, ends(_weekdays_only(asked, term)))
    codes: tuple[str, ...] = ()
    if asked.regime is not Regime.CALENDAR:
        readings += _questions_of_the_atw(asked, raw, last_day)
        if raw < ATW_TEXT_READ_FROM and _may_move(asked):
            codes = ("older_atw_text",)
    if not readings:
        return codes, ()
    return tuple(dict.fromkeys(reading.question for reading in readings)) + codes, tuple(readings)


def _two(code: str, taken: date, other: date) -> tuple[Reading, ...]:
    if taken == other:
        return ()
    return Reading(code, "taken", taken, taken=True), Reading(code, "other", other)


def _weekdays_only(asked: Asked, term: Duration) -> date:
    """The raw last day if every Monday to Friday were a working day."""
    return nth_day(asked.start, term.amount, 1, asked.same_day, is_weekend)


def _may_move(asked: Asked) -> bool:
    return (
        not asked.entry_into_force
        and isinstance(asked.parts[-1], Duration)
        and all(within_article_4(part) for part in asked.parts if isinstance(part, Duration))
    )


def _questions_of_the_atw(asked: Asked, raw: date, last_day: date) -> tuple[Reading, ...]:
    if isinstance(asked.parts[-1], DateTerm) and is_free_day(raw):
        moved = move(asked.first_day, raw, two_days=False)
        return _two("date_as_term", last_day, moved.last_day)
    if not (asked.extensions or asked.where.closed_days) or not _may_move(asked):
        return ()
    found: tuple[Reading, ...] = ()
    if asked.extensions and not together_within_article_4(asked.parts):
        found += _two("article_4_together", last_day, raw)
    if last_day in asked.where.closed_days:
        two_days = at_least_three_days(asked.parts)
        closed = asked.where.closed_days
        moved = move(asked.first_day, last_day, two_days=two_days, closed_days=closed)
        found += _two("closed_day", last_day, moved.last_day)
    return found
