"""A running term: from a moment that may be uncertain, through extensions and suspensions.

Changes are taken in order and count only if they come on or before the due day as it stood then;
a suspension adds its days (overlaps are one, and one that was open before the start counts from the
start); an extension adds once; nothing revives a term that has run out; the Atw is applied once,
last. A change of unknown day or order leaves the due day unknown upwards. Durations: calendar days,
weeks, months and years, and working days (:mod:`spelregels.calendar.reckoning`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import Enum

from spelregels.calendar.durations import TermError
from spelregels.calendar.reckoning import reckon
from spelregels.model.log.moments import Due, Moment, in_time
from spelregels.model.log.truth import Truth
from spelregels.model.terms import CalendarData, FixedTerm, Reckoning
from spelregels.model.verdict import Unknown
from spelregels.model.words import CountFrom, How, Regime


class Effect(Enum):
    """What a change does to a running term."""

    EXTENDS = "extends"
    SUSPENDS = "suspends"
    RESUMES = "resumes"


@dataclass(frozen=True, slots=True)
class Change:
    """``counts``: whether it surely is such a change; ``more``: what an extension adds."""

    moment: Moment
    effect: Effect
    counts: Truth
    more: FixedTerm | date | Unknown | None = None

    @property
    def order(self) -> tuple[int, int, int]:
        """Where it stands in time."""
        return in_time(self.moment)

    @property
    def exact(self) -> bool:
        """Whether it surely counts and its day is known."""
        return self.counts is True and self.moment.first == self.moment.last

    @property
    def doubt(self) -> Unknown:
        """Why it is not exact."""
        m = self.moment
        known = self.counts if isinstance(self.counts, Unknown) else self.more
        return known if isinstance(known, Unknown) else Unknown(How.DATE_UNKNOWN, m.id, m.act)


@dataclass(frozen=True, slots=True)
class RunningTerm:
    """A term that runs from ``start``.

    ``longer``: a fact that may make it longer (a duration or a last day; unknown: no upper bound).
    ``from_boundary``: the start is the boundary after a day, so that the next day is day one.
    """

    start: Moment
    term: FixedTerm
    count_from: CountFrom
    regime: Regime
    longer: FixedTerm | date | Unknown | None = None
    from_boundary: bool = False
    calendars: Mapping[str, CalendarData] = field(default_factory=dict)

    def due(self, changes: Sequence[Change], before: Callable[[Moment, Moment], Truth]) -> Due:
        """The due day after these changes, in order of time; ``before`` says which came first."""
        extensions: tuple[FixedTerm, ...] = ()
        suspended = 0
        paused: date | None = None
        last: Moment | None = None
        due = self._settled((), 0)
        for c in changes:
            idle = bool(extensions) if c.effect is Effect.EXTENDS else (
                (c.effect is Effect.RESUMES) is not (paused is not None)
            )  # fmt: skip
            over = due.last is not None and c.moment.first > due.last and paused is None
            if idle or over:
                continue
            in_order = last is None or before(last, c.moment) is True
            in_time = paused is not None or c.moment.last <= due.first
            exact = c.exact and self.start.first == self.start.last
            if not (exact and in_order and in_time):
                return Due(due.first, None, c.doubt, due.reckoning)
            last = c.moment
            match c.effect:
                case Effect.EXTENDS:
                    if c.more is None or isinstance(c.more, Unknown | date):
                        return Due(due.first, None, c.doubt, due.reckoning)
                    extensions = (c.more,)
                case Effect.SUSPENDS:
                    loose = [x for x in changes if x.effect is Effect.RESUMES and not (
                        x.exact and isinstance(before(c.moment, x.moment), bool))]  # fmt: skip
                    if loose:
                        return Due(due.first, None, loose[0].doubt, due.reckoning)
                    paused = max(c.moment.first, self.start.first)
                case Effect.RESUMES:
                    if paused is not None:
                        suspended += max((c.moment.first - paused).days, 0)
                    paused = None
            due = self._settled(extensions, suspended)
        if paused is not None:
            why = Unknown(How.SUSPENDED, last.id if last else "", last.act if last else "")
            return Due(date.max, None, why, due.reckoning)
        return due

    def _settled(self, extensions: tuple[FixedTerm, ...], suspended: int) -> Due:
        """The range of due days while the term has been changed this much."""
        m = self.start
        unsure = m.sure if isinstance(m.sure, Unknown) else Unknown(How.DATE_UNKNOWN, m.id, m.act)
        low = self._reckoned(m.first, extensions, suspended)
        high = self._reckoned(m.last, extensions, suspended)
        known = [r for r in (low, high) if r is not None]
        doubts = [Unknown(How(d), m.id, m.act) for r in known for d in r.doubts]
        first, last = low.last_day if low else date.min, high.latest if high else None
        why = next(iter(doubts), m.doubt or unsure)
        if isinstance(self.longer, Unknown):
            return Due(first, None, self.longer, low)
        if isinstance(self.longer, date):
            return Due(max(first, self.longer), last and max(last, self.longer), why, low)
        return Due(first, last, why, low)

    def _reckoned(
        self, day: date, extensions: tuple[FixedTerm, ...], suspended: int
    ) -> Reckoning | None:
        """The longest of the terms; None where the calendar does not reach."""
        if day in (date.min, date.max):  # a moment without bound on this side
            return None
        if self.from_boundary and self.count_from is CountFrom.SAME_DAY:
            day += timedelta(1)
        terms = [self.term, self.longer] if isinstance(self.longer, FixedTerm) else [self.term]
        try:
            options = [
                reckon(
                    day,
                    term,
                    count_from=self.count_from,
                    regime=self.regime,
                    extensions=extensions,
                    suspended_days=suspended,
                    calendars=self.calendars,
                )
                for term in terms
            ]
        except TermError:
            return None
        longest = max(options, key=lambda r: r.last_day)
        latest = [r.latest for r in options if r.latest is not None]
        doubts = tuple(dict.fromkeys(d for r in options for d in r.doubts))
        return replace(
            longest, latest=max(latest) if len(latest) == len(options) else None, doubts=doubts
        )


def due_back(
    m: Moment,
    term: FixedTerm,
    *,
    count_from: CountFrom,
    regime: Regime,
    clear_days: bool,
    calendars: Mapping[str, CalendarData],
) -> Due:
    """The day that lies ``term`` before a moment: never moved (Atw art. 1 lid 2).

    ``first`` is that day counted back from the earliest possible day of ``m``, ``last`` from the
    latest; where the calendar does not reach, nothing is sure.
    """
    why = Unknown(How.DATE_UNKNOWN, m.id, m.act)
    try:
        low, high = (
            reckon(
                day,
                term,
                count_from=count_from,
                regime=regime,
                backwards=True,
                clear_days=clear_days,
                calendars=calendars,
            )
            for day in (m.first, m.last)
        )
    except TermError:
        return Due(date.min, None, why)
    doubts = [Unknown(How(d), m.id, m.act) for r in (low, high) for d in r.doubts]
    return Due(low.last_day, high.latest, next(iter(doubts), why), low)
