"""Moments as intervals (M2), and which comes first.

A *tick* is half a minute since the year 1, so that the boundary between two days, where a term
passes, has a place of its own between the last minute of one and the first of the other.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import Final

from spelregels.engine.truth import NO, YES, Truth, unknown
from spelregels.model.patterns import Edge
from spelregels.model.trajectory import Event, When
from spelregels.model.words import How, Precision

TICKS: Final = 2 * 1440  # in a day
NEVER: Final = 10**12  # a tick or day after everything
EVER: Final = -(10**12)  # one before everything
FIRST_DAY: Final = date.min.toordinal()
LAST_DAY: Final = date.max.toordinal()
Days = tuple[int, int]
_PASSED: Final = f".{Edge.PASSED.value}"


class Point:
    """An event, a moment of a term, or an act the source does not record, as an interval.

    ``low``, ``high``: first and last tick. ``first``, ``last``: first and last possible day, as
    ordinals, ``EVER`` or ``NEVER`` when open. ``place``: position in the source, -1 without.
    ``exists``: whether it happened by the day of judging. ``event``: None for a moment of a term
    and for an act that is not recorded. ``source``: for a moment, the events it rests on,
    none if the source shows none; ``cited``: those that surely began it. ``tied``: for a moment of
    a term with ``per``, the event it stands for. ``why``: why it is not known which day it is, if
    by more than a blurred date.
    """

    __slots__ = (
        "act",
        "cited",
        "event",
        "exists",
        "first",
        "high",
        "inferred",
        "last",
        "low",
        "name",
        "place",
        "source",
        "tied",
        "why",
    )

    def __init__(
        self,
        act: str,
        name: str,
        low: int,
        high: int,
        first: int,
        last: int,
        exists: Truth = YES,
        place: int = -1,
        event: Event | None = None,
        inferred: bool = False,
        source: tuple[str, ...] = (),
        tied: Point | None = None,
        cited: tuple[str, ...] = (),
        why: Truth = YES,
    ) -> None:
        self.act = act
        self.name = name
        self.low = low
        self.high = high
        self.first = first
        self.last = last
        self.exists = exists
        self.place = place
        self.event = event
        self.inferred = inferred
        self.source = source
        self.tied = tied
        self.cited = cited
        self.why = why

    def __repr__(self) -> str:
        return f"<{self.name or self.act} {self.low}..{self.high} {self.exists}>"

    @property
    def day(self) -> date | None:
        """The first possible day."""
        return day_of(self.first)

    @property
    def cites(self) -> tuple[str, ...]:
        """The event it is; for a moment, those that surely began the term, and its ``per``."""
        if self.event is not None:
            return (self.event.id,)
        return (*self.cited, *(self.tied.cites if self.tied is not None else ()))

    @property
    def unseen(self) -> bool:
        """Whether this stands for what the source does not record."""
        return self.event is None and not self.name and bool(self.act)

    @property
    def passed(self) -> bool:
        """Whether this is the boundary after the last day of a term."""
        return self.event is None and self.name.endswith(_PASSED)

    @property
    def when(self) -> tuple[int, int, int]:
        """Where it stands in an order of time to look in, not to judge by."""
        high = self.high if self.passed else min(self.high, day_end(self.last))
        return max(self.low, EVER + self.passed), high, self.place

    @property
    def undated(self) -> Truth:
        """That its day is not known."""
        return unknown(How.DATE_UNKNOWN, self.name, self.act or self.name)

    @property
    def rests_on(self) -> tuple[str, ...]:
        """The event it is, or those that began the term; none for what no source shows."""
        return (self.event.id,) if self.event is not None else self.source


def day_of(ordinal: int | None) -> date | None:
    """The day with this ordinal; None when it is open."""
    if ordinal is None or not FIRST_DAY <= ordinal <= LAST_DAY:
        return None
    return date.fromordinal(ordinal)


def interval(at: When) -> tuple[int, int, int, int]:
    """``low, high, first, last`` of a moment."""
    if at.day is None or at.precision is Precision.UNKNOWN:
        return EVER, NEVER, EVER, NEVER
    first = last = at.day.toordinal()
    match at.precision:
        case Precision.MINUTE:
            tick = first * TICKS + 2 * (at.minute or 0)
            return tick, tick, first, first
        case Precision.DAY:
            pass
        case Precision.MONTH:
            first = at.day.replace(day=1).toordinal()
            last = first + monthrange(at.day.year, at.day.month)[1] - 1
        case Precision.YEAR:
            first = date(at.day.year, 1, 1).toordinal()
            last = date(at.day.year, 12, 31).toordinal()
    return first * TICKS, day_end(last), first, last


def day_end(day: int) -> int:
    """The last tick of a day."""
    return day * TICKS + TICKS - 2


def boundary(day: int) -> int:
    """The tick after everything on this day and before everything on the next."""
    return day * TICKS + TICKS - 1


def in_days(point: Point, first: int, last: int, days: Days | None = None) -> Truth:
    """Whether the point lies on one of these days. ``days``: on which it can lie, if that is not
    as its own interval says."""
    low, high = days or (point.first, point.last)
    if first <= low and high <= last:
        return YES
    return NO if high < first or low > last else point.undated


def before(one: Point, two: Point, listed: bool) -> Truth:
    """Whether ``one`` comes before ``two`` (M2). ``listed``: the source asserts an order."""
    if one.high < two.low:
        return YES
    if one is two and not one.rests_on:
        return one.exists  # it may have happened any number of times
    if two.high < one.low or one is two:
        return NO
    if one.low == two.low and one.high == two.high:
        if one.place >= 0 and one.place == two.place:
            return NO
        if listed and one.place >= 0 and two.place >= 0:
            return YES if one.place < two.place else NO
    return _order_unknown(one, two)


def _order_unknown(one: Point, two: Point) -> Truth:
    """Why: one of them is not recorded, or the wider of them is not known well enough."""
    for point in (one, two):
        if not point.rests_on:
            return unknown(How.NOT_RECORDED, "", point.act or point.name)
    if (one.low, one.high) == (two.low, two.high) and one.place >= 0 and two.place >= 0:
        return unknown(How.ORDER_UNKNOWN, one.name, one.act or one.name)
    wide = one if one.high - one.low >= two.high - two.low else two
    if wide.why.level == 1:
        return wide.why
    how = How.ORDER_UNKNOWN if wide.high - wide.low < TICKS else How.DATE_UNKNOWN
    return unknown(how, wide.name, wide.act or wide.name)
