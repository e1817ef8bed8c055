"""From a start and a term to a last day that lies between two days (Terms)."""

from __future__ import annotations

from datetime import date
from typing import Final

from spelregels.calendar import TermError, reckon
from spelregels.engine.hearing import MISSING, Hearing, Known
from spelregels.engine.points import EVER, FIRST_DAY, LAST_DAY, NEVER, Point, day_of
from spelregels.engine.truth import NO, YES, Truth, both, every, unknown
from spelregels.model.frozen import dataclass
from spelregels.model.terms import (
    AttributeTerm,
    DateTerm,
    Duration,
    FixedTerm,
    MeetingTerm,
    NotStated,
    Reckoning,
    SameMoment,
    Term,
    Vague,
)
from spelregels.model.words import AttributeType, CountFrom, How, Regime

_DOUBTS: Final = {
    "calendar_unknown": How.CALENDAR_UNKNOWN,
    "regime_not_stated": How.REGIME_NOT_STATED,
}


@dataclass(frozen=True, slots=True)
class Counting:
    """How a term is counted."""

    count_from: CountFrom = CountFrom.NEXT_DAY
    regime: Regime = Regime.NOT_STATED
    backwards: bool = False
    clear_days: bool = False


@dataclass(frozen=True, slots=True)
class Due:
    """A last day between ``first`` and ``last`` (ordinals, ``EVER`` and ``NEVER`` when open).

    ``why``: why they differ. ``suspended``: the term stands still, so there is no last day.
    ``reckoning``: the arithmetic of the first reading.
    """

    first: int
    last: int
    why: Truth = YES
    reckoning: Reckoning | None = None
    suspended: bool = False
    cites: tuple[str, ...] = ()

    @property
    def day(self) -> date | None:
        """The last day for which nothing is in doubt."""
        return day_of(self.first)

    @property
    def latest(self) -> date | None:
        """The last day under the most generous reading."""
        return day_of(self.last)

    def by(self, point: Point) -> Truth:
        """Whether the point falls on or before the last day."""
        if point.last <= self.first:
            return YES
        if point.first > self.last:
            return NO
        if self.first == self.last:
            return point.undated
        return self.why if self.why.level == 1 else point.undated

    def passed(self, day: int) -> Truth:
        """Whether the last day is over at the end of ``day``."""
        if day <= self.first:
            return NO
        if day > self.last:
            return YES
        return self.why if self.why.level == 1 else unknown(How.DATE_UNKNOWN)


@dataclass(frozen=True, slots=True)
class Length:
    """What a term comes to: a fixed term, counted from ``anchor`` instead when a date is given."""

    term: FixedTerm
    anchor: int | None = None


def lengths(hearing: Hearing, term: Term, start: Point) -> tuple[tuple[Length, ...], Truth]:
    """Every length the term may have, and whether these are all it may have."""
    match term:
        case Duration() | MeetingTerm() | DateTerm() | SameMoment():
            return (Length(term),), YES
        case NotStated():
            return (), unknown(How.NOT_STATED, "", "term")
        case Vague(word):
            return (), unknown(How.VAGUE, "", word)
        case AttributeTerm():
            return _of_attribute(hearing, term, start)


def _of_attribute(
    hearing: Hearing, term: AttributeTerm, start: Point
) -> tuple[tuple[Length, ...], Truth]:
    known: list[Length] = []
    holes: list[Truth] = []
    none = unknown(How.NOT_STATED, start.name, term.attribute)
    absent_from = 0
    own: tuple[Point, ...] = (start,) if start.act == term.act and start.event is not None else ()
    own = own or _itself(hearing, term.act, start)
    holders = own or _holders(hearing, term.act, start)
    if not holders:
        return (), none
    for one in holders:
        value: Known = MISSING if one.event is None else hearing.value(one, term.attribute)
        if isinstance(value, date):
            known.append(Length(SameMoment(), value.toordinal()))
        elif isinstance(value, Duration):
            known.append(Length(value))
        elif value is None:
            absent_from += 1
        elif one.event is None:
            holes.append(one.exists)
        else:
            holes.append(unknown(How.FACT_UNKNOWN, one.name, term.attribute))
    which = unknown(How.ORDER_UNKNOWN, holders[0].name, term.act)
    shown = start.event is not None or hearing.records(term.act)
    if absent_from == len(holders) and shown and start.first == start.last:
        which_one = len(holders) > 1 or holders[0].exists.level == 1
        return (), both(which, none) if which_one else none  # whichever it is: none
    doubt = both(which, unknown(How.FACT_UNKNOWN, holders[0].name, term.attribute))
    sure_ = every((*holes, which, none)) if absent_from else every(holes)
    if not own and not any(o.exists.level == 2 and o.last <= start.first for o in holders):
        sure_ = both(sure_, doubt)
    if start.event is None and not hearing.records(term.act):
        sure_ = every((sure_, unknown(How.NOT_RECORDED, "", term.act)))
    found = tuple(dict.fromkeys(known))
    if len(found) > 1 or (len(holders) > 1 and sure_.level == 1):
        sure_ = both(sure_, which)
    return found, sure_


def _itself(hearing: Hearing, act: str, start: Point) -> tuple[Point, ...]:
    """The event that a term's beginning coincides with, if that is known."""
    return tuple(one for one in hearing.by_act.get(act, ()) if one.place == start.place >= 0)


def _holders(hearing: Hearing, act: str, start: Point) -> tuple[Point, ...]:
    """The events whose attribute the term may be: the last one by the start."""
    phantom = hearing.phantom(act)
    came = [one for one in hearing.by_act.get(act, ()) if one.first <= start.last]
    firm = [o for o in came if o.exists.level == 2 and o.last <= start.first]
    last = [o for o in came if not any(hearing.before(o, f).level == 2 for f in firm)]
    if phantom is not None:
        last.append(phantom)
    return tuple(sorted(last, key=lambda one: one.when))


def reach(
    hearing: Hearing,
    length: Length,
    start: Point,
    how: Counting,
    extensions: tuple[FixedTerm, ...] = (),
    suspended_days: int = 0,
) -> Due:
    """The last day of a known length from a start that may lie between two days."""
    if length.anchor is not None:
        return Due(length.anchor, length.anchor)
    first, last = start.first, start.last
    if start.passed and isinstance(length.term, SameMoment):
        first, last = first + 1, last + 1  # the day after its last day
    low = _reckoned(hearing, length.term, first, how, extensions, suspended_days)
    high = low
    if last != first:
        high = _reckoned(hearing, length.term, last, how, extensions, suspended_days)
    latest = NEVER
    if high is not None and high.latest is not None:
        latest = high.latest.toordinal()
    if low is not None and low.last_day.toordinal() == latest:
        return Due(latest, latest, YES, low)
    known = [one for one in (low, high) if one is not None]
    doubts = dict.fromkeys(doubt for one in known for doubt in one.doubts)
    about = start.name, start.act or start.name
    told = (unknown(_DOUBTS[doubt], *about) for doubt in doubts)
    why = every((*told, start.why, start.exists, start.undated))
    if low is None:
        return Due(EVER, latest, why)
    return Due(low.last_day.toordinal(), latest, why, low)


def _reckoned(
    hearing: Hearing,
    term: FixedTerm,
    start: int,
    how: Counting,
    extensions: tuple[FixedTerm, ...],
    suspended_days: int,
) -> Reckoning | None:
    """None when the start is open, or the term runs out of the calendar."""
    if not FIRST_DAY <= start <= LAST_DAY:
        return None
    try:
        return reckon(
            date.fromordinal(start),
            term,
            count_from=how.count_from,
            regime=Regime.CALENDAR if how.backwards else how.regime,  # never moved
            backwards=how.backwards,
            clear_days=how.clear_days,
            extensions=extensions,
            suspended_days=suspended_days,
            calendars=hearing.compiled.calendars,
        )
    except TermError:
        return None


def span(
    hearing: Hearing,
    term: Term,
    start: Point,
    how: Counting,
) -> Due:
    """The last day of any term, without changes."""
    found, all_of_them = lengths(hearing, term, start)
    dues = [reach(hearing, one, start, how) for one in found]
    return joined(dues, all_of_them, start, how, least(hearing, term, start))


def least(hearing: Hearing, term: Term, start: Point) -> int:
    """No length ends before it begins; a fact that is a date may lie anywhere."""
    if isinstance(term, AttributeTerm):
        act = hearing.compiled.acts.get(term.act)
        declared = act.attributes.get(term.attribute) if act is not None else None
        if declared is None or declared.type is AttributeType.DATE:
            return EVER
    return start.first


def joined(dues: list[Due], all_of_them: Truth, start: Point, how: Counting, least: int) -> Due:
    """One last day for several that are possible; open upwards when there may be others.

    ``least``: the earliest last day a term of unknown length can have.
    """
    if all_of_them.level == 2 and len(dues) == 1:
        return dues[0]
    low = min((one.first for one in dues), default=NEVER)
    high = max((one.last for one in dues), default=EVER)
    why = every((all_of_them, *(one.why for one in dues)))
    if all_of_them.level == 1:
        low, high = (EVER, start.last) if how.backwards else (min(low, least), NEVER)
    if why.level == 2 and low != high:
        why = unknown(How.FACT_UNKNOWN, start.name)
    settled = len(dues) == 1 and all_of_them.level == 2
    return Due(low, high, why, dues[0].reckoning if settled else None)
