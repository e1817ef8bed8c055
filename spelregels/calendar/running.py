"""A running term: from a moment that may be uncertain, through extensions and suspensions.

Changes are taken in order and count only if they come on or before the due day as it stood then;
a suspension adds its days (overlaps are one, and one that was open before the start counts from the
start); an extension adds once; nothing revives a term that has run out; the Atw is applied once,
last. A change of unknown day or order leaves the due day unknown upwards. Durations: calendar days,
weeks, months and years, and working days (:mod:`spelregels.calendar.reckoning`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field, replace
from datetime import date, timedelta
from enum import Enum

from spelregels.calendar.durations import TermError
from spelregels.calendar.reckoning import reckon
from spelregels.model.frozen import dataclass
from spelregels.model.log.moments import LAST_TICK, Due, Moment
from spelregels.model.log.truth import Truth
from spelregels.model.terms import CalendarData, FixedTerm, Reckoning, SameMoment
from spelregels.model.verdict import Unknown
from spelregels.model.words import CountFrom, How, Order, Regime


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
class _SoFar:
    """What the sure changes have come to.

    ``extension``: the one that counts, ``added``: what it adds, if that is known; ``perhaps``: what
    extensions that are not sure would add. ``paused``: the day since which the term stands still.
    """

    due: Due
    suspended: int = 0
    extension: Change | None = None
    added: tuple[FixedTerm, ...] = ()
    perhaps: tuple[object, ...] = ()
    paused: date | None = None
    last: Moment | None = None
    doubt: Unknown | None = None

    @property
    def ended(self) -> Due:
        """The due day when there are no more changes."""
        if self.paused is not None:
            last = self.last
            why = Unknown(How.SUSPENDED, last.id if last else "", last.act if last else "")
            return Due(date.max, None, why, self.due.reckoning)
        return replace(self.due, last=None, why=self.doubt) if self.doubt else self.due


def ordered(changes: Iterable[Change], order: Order) -> list[Change]:
    """The changes that count, or may, in order of time.

    Of equal moments the source's order decides if it asserts one, else the effect, so that no
    answer hangs on how a source happens to list them (M1).
    """
    listed, ranks = order is Order.LISTED, list(Effect)

    def key(c: Change) -> tuple[int, ...]:
        m, rank = c.moment, ranks.index(c.effect)
        return (m.lo, m.hi, m.place, rank) if listed else (m.lo, rank, m.hi, m.place)

    return sorted((c for c in changes if c.counts is not False), key=key)


def _after(c: Change, due: Due) -> bool:
    """Whether a change surely came when the term had run out."""
    return due.last is not None and c.moment.first > due.last


def _loose(
    opening: Change, changes: Sequence[Change], before: Callable[[Moment, Moment], Truth]
) -> Change | None:
    """A closing of which it is not known when it came, or on which side of this opening."""
    for x in changes:
        known = x.exact and before(opening.moment, x.moment) is True
        if x.effect is Effect.RESUMES and not (known or before(x.moment, opening.moment) is True):
            return x
    return None


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
        """The due day after these changes, in order of time; ``before`` says which came first.

        A change that is not sure leaves no upper bound; the sure ones that are in time without it
        still count for the lower one.
        """
        so_far = _SoFar(self._settled((), 0))
        for place, c in enumerate(changes):
            if self._idle(c, so_far, changes, changes[place:], before):
                continue
            in_order = so_far.last is None or before(so_far.last, c.moment) is True
            in_time = so_far.paused is not None or c.moment.last <= so_far.due.first
            exact = c.exact and self.start.first == self.start.last
            loose = _loose(c, changes, before) if c.effect is Effect.SUSPENDS else None
            if exact and in_order and in_time and loose is None:
                so_far = self._changed(so_far, c)
            else:
                more = (c.more,) if c.effect is Effect.EXTENDS else ()
                doubt = so_far.doubt or (loose or c).doubt
                so_far = replace(so_far, doubt=doubt, perhaps=(*so_far.perhaps, *more))
                if c.effect is Effect.RESUMES:  # it stands still no more, or does it
                    return replace(so_far, paused=None).ended
        return so_far.ended

    def _idle(
        self,
        c: Change,
        so_far: _SoFar,
        changes: Sequence[Change],
        later: Sequence[Change],
        before: Callable[[Moment, Moment], Truth],
    ) -> bool:
        """Whether a change surely changes nothing: there is nothing for it to do, or the term is
        over, or what it opened was closed again before the term began."""
        if so_far.paused is None and so_far.doubt is None and _after(c, so_far.due):
            return True
        closings = [x for x in changes if x.effect is Effect.RESUMES]
        match c.effect:
            case Effect.EXTENDS:
                first = so_far.extension
                return first is not None and (
                    first.more == c.more or before(first.moment, c.moment) is True
                )
            case Effect.SUSPENDS:
                early = (x for x in closings if x.exact and before(x.moment, self.start) is True)
                if any(before(c.moment, x.moment) is True for x in early):
                    return True
                # the same suspension, unless a closing may lie in between, and the term not be over
                between = [x for x in later if x.effect is Effect.RESUMES]
                between = [x for x in between if before(x.moment, c.moment) is not False]
                return so_far.paused is not None and all(
                    x.exact and _after(c, self._changed(so_far, x).due) for x in between
                )
            case Effect.RESUMES:
                return so_far.paused is None

    def _changed(self, so_far: _SoFar, c: Change) -> _SoFar:
        """After a change that is sure, in order and in time."""
        now = replace(so_far, last=c.moment)
        match c.effect:
            case Effect.EXTENDS:
                rivals = (so_far.extension.more,) if so_far.extension else so_far.perhaps
                if isinstance(c.more, FixedTerm) and all(more == c.more for more in rivals):
                    now = replace(now, extension=c, added=(c.more,))
                else:  # how much it adds, or whether it is the one that adds, is unknown
                    first = so_far.extension or c
                    now = replace(now, extension=first, doubt=so_far.doubt or c.doubt)
            case Effect.SUSPENDS:
                now = replace(now, paused=max(c.moment.first, self.start.first))
            case Effect.RESUMES:
                days = (c.moment.first - so_far.paused).days if so_far.paused else 0
                now = replace(now, suspended=so_far.suspended + max(days, 0), paused=None)
        return replace(now, due=self._settled(now.added, now.suspended))

    def _settled(self, extensions: tuple[FixedTerm, ...], suspended: int) -> Due:
        """The range of due days while the term has been changed this much."""
        m = self.start
        unsure = m.sure if isinstance(m.sure, Unknown) else Unknown(How.DATE_UNKNOWN, m.id, m.act)
        low = self._reckoned(m.first, extensions, suspended)
        high = self._reckoned(m.last, extensions, suspended) if m.hi < LAST_TICK else None
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
        next_day = day + timedelta(1)  # day one of what is counted from a boundary
        terms = [self.term, self.longer] if isinstance(self.longer, FixedTerm) else [self.term]
        try:
            options = [
                reckon(
                    next_day if self.from_boundary and isinstance(term, SameMoment) else day,
                    term,
                    count_from=CountFrom.NEXT_DAY if self.from_boundary else self.count_from,
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
    latest = high.latest if m.hi < LAST_TICK else None
    return Due(low.last_day, latest, next(iter(doubts), why), low)
