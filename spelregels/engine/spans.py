"""From a start and a term to a last day that lies between two days (Terms)."""

from __future__ import annotations

from datetime import date
from typing import Final

from spelregels.calendar import TermError, reckon
from spelregels.engine.hearing import MISSING, Hearing, Known
from spelregels.engine.matching import Match
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
            return unknown(How.DATE_UNKNOWN, point.name)
        return self.why if self.why.level == 1 else unknown(How.DATE_UNKNOWN, point.name)

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


def lengths(
    hearing: Hearing, term: Term, start: Point, carriers: tuple[Match, ...] = ()
) -> tuple[tuple[Length, ...], Truth]:
    """Every length the term may have, and whether these are all it may have.

    ``carriers``: events whose own attribute is meant before any other's.
    """
    match term:
        case Duration() | MeetingTerm() | DateTerm() | SameMoment():
            return (Length(term),), YES
        case NotStated():
            return (), unknown(How.NOT_STATED)
        case Vague(word):
            return (), unknown(How.VAGUE, "", word)
        case AttributeTerm():
            return _of_attribute(hearing, term, start, carriers)


def _of_attribute(
    hearing: Hearing, term: AttributeTerm, start: Point, carriers: tuple[Match, ...]
) -> tuple[tuple[Length, ...], Truth]:
    known: list[Length] = []
    sure_ = YES
    absent_from = 0
    mine = [one for one in carriers if one.point.act == term.act and one.point.event is not None]
    own: tuple[Point, ...] = (start,) if start.act == term.act and start.event is not None else ()
    own = own or tuple(one.point for one in mine) or _itself(hearing, term.act, start)
    holders = own or _holders(hearing, term.act, start)
    if not holders:
        return (), unknown(How.NOT_STATED, "", f"{term.act}.{term.attribute}")
    for one in holders:
        value: Known = MISSING if one.event is None else hearing.value(one, term.attribute)
        if isinstance(value, date):
            known.append(Length(SameMoment(), value.toordinal()))
        elif isinstance(value, Duration):
            known.append(Length(value))
        else:
            absent = How.NOT_STATED if value is None else How.FACT_UNKNOWN
            absent_from += value is None
            seen = one.event is not None
            why = unknown(absent, one.name, term.attribute) if seen else one.exists
            sure_ = both(sure_, why)
    which = unknown(How.ORDER_UNKNOWN, holders[0].name, term.attribute)
    shown = start.event is not None or hearing.records(term.act)
    if absent_from == len(holders) and shown and start.first == start.last:
        which_one = len(holders) > 1 or holders[0].exists.level == 1
        return (), both(sure_, which) if which_one else sure_  # whichever it is: none
    doubt = both(unknown(How.FACT_UNKNOWN, holders[0].name, term.attribute), which)
    if len(mine) > 1 and any(one.fit.level == 1 for one in mine):
        sure_ = both(sure_, doubt)
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
    return (*last, *((phantom,) if phantom is not None else ()))


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
        first = last = length.anchor
    else:
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
    known = [one for one in (low, high) if one is not None]
    doubts = dict.fromkeys(doubt for one in known for doubt in one.doubts)
    why = every(unknown(_DOUBTS[doubt]) for doubt in doubts)
    if any(FIRST_DAY <= day <= LAST_DAY for day, one in ((first, low), (last, high)) if not one):
        why = both(why, unknown(How.CALENDAR_UNKNOWN))
    if last != first or low is None:
        why = every((why, unknown(How.DATE_UNKNOWN, start.name), start.why))
    if low is None:
        return Due(EVER, latest, why)
    if high is None:
        return Due(low.last_day.toordinal(), NEVER, both(why, unknown(How.DATE_UNKNOWN)), low)
    if low.last_day.toordinal() == latest:
        why = YES
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
            regime=how.regime,
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
    carriers: tuple[Match, ...] = (),
) -> Due:
    """The last day of any term, without changes."""
    found, all_of_them = lengths(hearing, term, start, carriers)
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
    return Due(low, high, why, dues[0].reckoning if len(dues) == 1 else None)
