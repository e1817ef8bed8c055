"""The plain reading of terms: the last day of a term, and of one that is extended or suspended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from spelregels.audit.plain.log import NotPlain, PlainLog, Step
from spelregels.calendar import reckon
from spelregels.model.norms import Precedence, Response
from spelregels.model.terms import (
    AttributeTerm,
    CalendarData,
    DateTerm,
    Duration,
    FixedTerm,
    MeetingTerm,
    Reckoning,
    SameMoment,
    Term,
)
from spelregels.model.words import CountFrom, Regime


@dataclass(frozen=True, slots=True)
class Counting:
    """How a norm counts."""

    count_from: CountFrom
    regime: Regime
    calendars: Mapping[str, CalendarData]

    def last_day(
        self, start: date, term: Term | None, more: tuple[FixedTerm, ...] = (), still: int = 0
    ) -> date:
        """The last day, with extensions and days of standing still."""
        fixed = _fixed(term)
        made = reckon(
            start,
            fixed,
            count_from=self.count_from,
            regime=self.regime,
            extensions=more,
            suspended_days=still,
            calendars=self.calendars,
        )
        return _sure(made)

    def back(self, start: date, term: Term | None, clear_days: bool = False) -> date:
        """The day that lies the term before."""
        made = reckon(
            start,
            _fixed(term),
            count_from=self.count_from,
            regime=Regime.CALENDAR,
            backwards=True,
            clear_days=clear_days,
            calendars=self.calendars,
        )
        return _sure(made)


def _fixed(term: Term | None) -> FixedTerm:
    if isinstance(term, AttributeTerm) or not isinstance(
        term, (Duration, MeetingTerm, DateTerm, SameMoment)
    ):
        raise NotPlain
    return term


def _sure(made: Reckoning) -> date:
    if made.latest != made.last_day:
        raise NotPlain  # a decree day more could move it
    return made.last_day


class RunningTerm:
    """The term of one response from one trigger: its last day as it stood at any event."""

    def __init__(self, log: PlainLog, norm: Response, start: Step, counting: Counting) -> None:
        self.norm, self.start, self.counting = norm, start, counting
        changes: list[tuple[Step, str]] = []
        if norm.extendable is not None:
            acts = log.all((norm.extendable.by_act,))
            changes += [(s, "longer") for s in acts if s.rank > start.rank]
        if norm.suspended_by is not None:
            changes += [(s, "stop") for s in log.all(norm.suspended_by.opens)]
            changes += [(s, "go") for s in log.all(norm.suspended_by.closes)]
        self.changes = sorted(changes, key=lambda change: change[0].rank)
        ranks = [step.rank for step, _ in changes]
        if len(set(ranks)) < len(ranks):
            raise NotPlain  # one event both stops and restarts, or extends

    def last_day(self, at: Step | None = None) -> date | None:
        """The last day as it stood when ``at`` came (None: now); None while it stands still."""
        more: tuple[FixedTerm, ...] = ()
        stopped: date | None = None
        still = 0
        for step, what in self.changes:
            if at is not None and step.rank >= at.rank:
                break
            due = self.counting.last_day(self.start.day, self.norm.within, more, still)
            if what == "go" and stopped is not None:
                still += max(0, (step.day - stopped).days)
                stopped = None
            elif stopped is None and step.day > due:
                continue  # it has run out
            elif what == "stop" and stopped is None:
                stopped = max(step.day, self.start.day)
            elif what == "longer" and not more and self.norm.extendable is not None:
                more = (_fixed(self.norm.extendable.once),)
        if stopped is not None:
            return None
        return self.counting.last_day(self.start.day, self.norm.within, more, still)

    def timely(self, step: Step) -> bool:
        """Whether the event came on or before the last day as it stood then."""
        due = self.last_day(step)
        return due is None or step.day <= due


def counting_of(log: PlainLog, norm: Response | Precedence) -> Counting:
    """How this norm counts."""
    return Counting(norm.count_from, norm.regime, log.rules.calendars)
