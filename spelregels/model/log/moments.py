"""Moments as intervals (M2), and days as ranges: time of which not everything is known.

Time is counted in ticks: minute n since day 0 is the odd tick 2n + 1, so that the boundary between
two days, where a term has run out and nothing of the next day has happened, is an even tick.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from spelregels.model.log.truth import Truth
from spelregels.model.terms import Reckoning
from spelregels.model.trajectory import Event, When
from spelregels.model.verdict import Unknown
from spelregels.model.words import How, Precision

DAY = 2880  # ticks in a day
LAST_TICK = DAY * date.max.toordinal()
UNDATED = Unknown(How.DATE_UNKNOWN)


@dataclass(frozen=True, slots=True, eq=False)
class Moment:
    """Something that happened somewhere in the ticks [lo, hi]; ``sure``: whether it did (M4).

    ``place``: position in the source, -1 for what has none. ``phantom``: an act the source does not
    record (M9). ``of_term``: the begin of a named term, or the boundary where it has passed.
    ``doubt``: why its interval is wide, where that is not simply a date that is missing.
    ``event``: what happened; of a term with ``per``, the event it is about. ``began_by``: the
    events with which a term began, where these are known.
    """

    id: str
    act: str
    lo: int
    hi: int
    place: int
    sure: Truth
    event: Event | None = None
    phantom: bool = False
    of_term: bool = False
    doubt: Unknown | None = None
    began_by: tuple[Event, ...] = ()

    @property
    def events(self) -> tuple[Event, ...]:
        """The events it rests on."""
        return (*self.began_by, self.event) if self.event else self.began_by

    @property
    def first(self) -> date:
        """The first legal day on which it may have happened; of a boundary, the day it ends."""
        return day_of(self.lo)

    @property
    def last(self) -> date:
        """The last such day."""
        return day_of(self.hi)


Found = list[tuple[Moment, Truth]]


def day_of(tick: int) -> date:
    """The legal day of a tick; of the boundary after a day, that day."""
    return date.fromordinal(max((tick - 1) // DAY, 1))


def in_time(m: Moment) -> tuple[int, int, int]:
    """The order in which moments are listed."""
    return m.lo, m.hi, m.place


def interval(when: When) -> tuple[int, int]:
    """M2: the ticks of a minute, a day, a month, a year, or of all time."""
    if when.day is None:
        return 1, LAST_TICK
    start = when.day.toordinal()
    match when.precision:
        case Precision.MINUTE:
            tick = DAY * start + 2 * (when.minute or 0) + 1
            return tick, tick
        case Precision.DAY:
            end = start + 1
        case Precision.MONTH:
            month = when.day.replace(day=28)
            end = start + 31 if month.year == 9999 else (
                month + timedelta(4)).replace(day=1).toordinal()  # fmt: skip
        case Precision.YEAR:
            end = (
                start + 365 if when.day.year == 9999 else date(when.day.year + 1, 1, 1).toordinal()
            )
        case Precision.UNKNOWN:
            return 1, LAST_TICK
    return DAY * start + 1, DAY * end - 1


def day_after(day: date) -> int:
    """The tick of the boundary after a day."""
    return min(DAY * (day.toordinal() + 1), LAST_TICK)


@dataclass(frozen=True, slots=True)
class Due:
    """A due day: in time through ``first``, too late after ``last`` (None: never surely), and in
    between unknown, because of ``why``."""

    first: date
    last: date | None
    why: Unknown = UNDATED
    reckoning: Reckoning | None = None

    @property
    def paused(self) -> How | None:
        """*suspended*, if the term stands still and nothing has lifted that."""
        return How.SUSPENDED if self.first == date.max else None

    @classmethod
    def on(cls, day: date) -> Due:
        """A due day of which nothing is in doubt."""
        return cls(day, day)

    def covers(self, first: date, last: date) -> Truth:
        """Whether all, none or some of the days first..last fall on or before the due day."""
        if last <= self.first:
            return True
        return False if self.last is not None and first > self.last else self.why

    def holds(self, m: Moment) -> Truth:
        """Whether a moment falls on or before the due day."""
        held = self.covers(m.first, m.last)
        return self.doubt(m) if isinstance(held, Unknown) else held

    def reached(self, m: Moment) -> Truth:
        """Whether a moment falls on or after the day."""
        if m.first >= (self.last or date.max):
            return True
        return self.doubt(m) if m.last >= self.first else False

    def doubt(self, m: Moment) -> Unknown:
        """Why a moment cannot be held against the day: the day, or if that is known, the moment."""
        sure = self.first == self.last and not m.phantom
        return Unknown(How.DATE_UNKNOWN, m.id, m.act) if sure else self.why


def within_days(m: Moment | None, first: date | None, last: date | None) -> Truth:
    """Whether a moment lies on the days first..last (None: no bound on that side)."""
    lo, hi = first or date.min, last or date.max
    if m is None or (lo <= m.first and m.last <= hi):
        return True
    return False if m.last < lo or m.first > hi else Unknown(How.DATE_UNKNOWN, m.id, m.act)
