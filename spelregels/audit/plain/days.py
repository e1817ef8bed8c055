"""The plain reading of terms: the last day of a term, and of one that is extended or suspended."""

from __future__ import annotations

from datetime import date, timedelta

from spelregels.audit.plain.log import PlainLog, Step
from spelregels.audit.plain.numbers import NotPlain
from spelregels.calendar import reckon
from spelregels.model.norms import NamedTerm, Power, Precedence, Recurrence, Response
from spelregels.model.patterns import Earlier
from spelregels.model.terms import (
    AttributeTerm,
    DateTerm,
    Duration,
    FixedTerm,
    MeetingTerm,
    Reckoning,
    SameMoment,
    Term,
)
from spelregels.model.words import CountFrom, Regime

Counted = Response | Precedence | NamedTerm | Recurrence | Power


class Counting:
    """How one norm or named term counts, in one log."""

    def __init__(self, log: PlainLog, rule: Counted) -> None:
        self.log, self.rule = log, rule

    def fixed(self, term: Term | None, at: Step) -> FixedTerm | date:
        """The term itself, or the fact that gives it: of the last event not after ``at``."""
        if isinstance(term, AttributeTerm):
            past = [s for s in self.log.steps if s.rank <= at.rank and s.act == term.act]
            value = self.log.fact(term.attribute, past[-1]) if past else None
            if isinstance(value, (Duration, date)):
                return value
            raise NotPlain
        if isinstance(term, (Duration, MeetingTerm, DateTerm, SameMoment)):
            return term
        raise NotPlain

    def last_day(
        self, start: Step, term: Term | None, more: tuple[FixedTerm, ...] = (), still: int = 0
    ) -> date:
        """The last day from a start, with extensions and days of standing still."""
        fixed = self.fixed(term, start)
        if isinstance(fixed, date):
            return fixed
        next_day = start.boundary and self.rule.count_from is CountFrom.SAME_DAY
        made = reckon(
            start.day + timedelta(1) if next_day else start.day,
            fixed,
            count_from=self.rule.count_from,
            regime=self.rule.regime,
            extensions=more,
            suspended_days=still,
            calendars=self.log.rules.calendars,
        )
        return _sure(made)

    def back(self, start: Step, term: Term | None, clear_days: bool = False) -> date:
        """The day that lies the term before."""
        fixed = self.fixed(term, start)
        if isinstance(fixed, date):
            return fixed
        made = reckon(
            start.day,
            fixed,
            count_from=self.rule.count_from,
            regime=Regime.CALENDAR,
            backwards=True,
            clear_days=clear_days,
            calendars=self.log.rules.calendars,
        )
        return _sure(made)


def _sure(made: Reckoning) -> date:
    if made.latest != made.last_day:
        raise NotPlain  # a decree day more could move it
    return made.last_day


class RunningTerm:
    """A term from one start that may be extended and suspended: its last day as it stood when."""

    def __init__(self, log: PlainLog, rule: Response | NamedTerm, term: Term, start: Step) -> None:
        self.rule, self.term, self.start, self.counting = rule, term, start, Counting(log, rule)
        changes: list[tuple[Step, str]] = []
        if rule.extendable is not None:
            acts = log.all((rule.extendable.by_act,))
            changes += [(s, "longer") for s in acts if s.rank > start.rank]
        if rule.suspended_by is not None:
            changes += [(s, "stop") for s in log.all(rule.suspended_by.opens)]
            changes += [(s, "go") for s in log.all(rule.suspended_by.closes)]
        self.changes = sorted(changes, key=lambda change: change[0].rank)
        ranks = [step.rank for step, _ in changes]
        if len(set(ranks)) < len(ranks):
            raise NotPlain  # one event both stops and restarts, or extends
        if changes and rule.link is not None:
            raise NotPlain  # which of the terms a change is about: M8
        if changes and isinstance(self.counting.fixed(term, start), date):
            raise NotPlain  # a day given as a fact: whether a change moves it is not said

    def last_day(self, at: Step | None = None) -> date | None:
        """The last day as it stood when ``at`` came (None: now); None while it stands still."""
        more: tuple[FixedTerm, ...] = ()
        stopped: date | None = None
        still = 0
        for step, what in self.changes:
            if at is not None and step.rank >= at.rank:
                break
            due = self._counted(more, still)
            if what == "go" and stopped is not None:
                still += max(0, (step.day - stopped).days)
                stopped = None
            elif stopped is None and step.day > due:
                continue  # it has run out
            elif what == "stop" and stopped is None:
                stopped = max(step.day, self.start.day)
            elif what == "longer" and not more and self.rule.extendable is not None:
                extra = self.counting.fixed(self.rule.extendable.once, step)
                if isinstance(extra, date):
                    raise NotPlain
                more = (extra,)
        return None if stopped is not None else self._counted(more, still)

    def _counted(self, more: tuple[FixedTerm, ...], still: int) -> date:
        last = self.counting.last_day(self.start, self.term, more, still)
        if not isinstance(self.rule, NamedTerm) or self.rule.longer is None:
            return last
        asked = Earlier(self.rule.longer.act, self.rule.longer.attribute)
        if not isinstance(self._longer(asked), (Duration, date)):
            return last  # nothing says that it is longer
        return max(last, self.counting.last_day(self.start, self.rule.longer, more, still))

    def _longer(self, asked: Earlier) -> object:
        log = self.counting.log
        past = [s for s in log.steps if s.rank <= self.start.rank and s.act == asked.act]
        return log.fact(asked.attribute, past[-1]) if past else None

    def timely(self, step: Step) -> bool:
        """Whether the event came on or before the last day as it stood then."""
        due = self.last_day(step)
        return due is None or step.day <= due
