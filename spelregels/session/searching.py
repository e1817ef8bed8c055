"""From which day, and through which, an act is lawful: found by trying days, never by guessing.

Whether an act is lawful can change only on certain days: when a term ends, a duty falls due, a
version of the law begins, a role begins or ends, a meeting is held, something recorded happened.
Those days are tried, with every further day that the verdicts met on the way name, and some days
spread over the period besides. Where the answer differs between two days tried, the border between
them is found by halving. What is never seen: lawful days between two days tried that are both not
lawful, if no norm, term or calendar names a day there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from heapq import heappop, heappush

from spelregels.model.norms import NormBase, Precedence
from spelregels.model.patterns import MomentPattern
from spelregels.model.terms import Reckoning
from spelregels.model.trajectory import Event
from spelregels.model.verdict import Verdict
from spelregels.model.words import How, Kind
from spelregels.report.deadlines import allowed_from
from spelregels.session.answer import Answer, Days, Lawful
from spelregels.session.weighing import Weighing, last_day_of, proposal

__all__ = ["HORIZON", "Search"]

HORIZON = timedelta(days=731)
"""How far ahead is looked: two years. A longer term is answered with *no lawful day found*."""
SPREAD = timedelta(days=61)
MOST_PROBES = 80
FEW_PROBES = 14
ONE = timedelta(days=1)


@dataclass(slots=True)
class Search:
    """The search for one act. ``thorough``: try days spread over the period too."""

    weighing: Weighing
    asked: Event
    known: bool = True
    thorough: bool = True
    tried: dict[date, Answer] = field(default_factory=dict)

    def on(self, day: date) -> Answer:
        """The answer if the act were done on ``day``."""
        if day not in self.tried:
            asked = self.asked
            log = self.weighing.trajectory
            event = proposal(log, asked.act, asked.by, day, asked.outcome, like=asked)
            self.tried[day] = self.weighing.weigh(event, last_day_of(log, day), known=self.known)
        return self.tried[day]

    def days(self, first: date) -> Days:
        """The lawful days from ``first`` on, through two years later."""
        end = min(first, date.max - HORIZON) + HORIZON
        if not self.thorough and self._waits_for_an_act(first, end):
            return Days(None, None, first, end)
        self._probe(first, end)
        found = self._stretch(first, end)
        return found or self._passed(first, end) or Days(None, None, first, end)

    def _waits_for_an_act(self, first: date, end: date) -> bool:
        """No day will do by itself: another act must come first, and nothing is dated meanwhile."""
        if any(day is not None and first < day <= end for day in self._fixed()):
            return False
        return any(self._an_act(verdict) for verdict in self.on(first).against)

    def _an_act(self, verdict: Verdict) -> bool:
        if verdict.how is How.NOT_PERMITTED_HERE:
            return verdict.kind is Kind.STAGE
        norm = self.weighing.norm(verdict)
        if verdict.how is not How.MISSING or not isinstance(norm, Precedence):
            return False
        return not any(isinstance(one, MomentPattern) for wanted in norm.demands for one in wanted)

    def _probe(self, first: date, end: date) -> None:
        queue: list[date] = []
        seen: set[date] = set()

        def add(days: Iterable[date | None]) -> None:
            for day in days:
                if day is not None and first <= day <= end and day not in seen:
                    seen.add(day)
                    heappush(queue, day)

        add([first])
        if self.thorough:
            add(_spread(first, end))
            add(self._fixed())
        most = MOST_PROBES if self.thorough else FEW_PROBES
        for _ in range(most):
            if not queue:
                return
            answer = self.on(heappop(queue))
            add(self._named(answer))
            if not self.thorough and self._decided():
                return

    def _decided(self) -> bool:
        """Quickly: a lawful day and a later day that is not lawful have been seen."""
        words = [_good(self.tried[day]) for day in sorted(self.tried)]
        return True in words and False in words[words.index(True) :]

    def _stretch(self, first: date, end: date) -> Days | None:
        """The first lawful day and the last of the days that follow it."""
        days = sorted(day for day in self.tried if first <= day <= end)
        good = next((i for i, day in enumerate(days) if _good(self.tried[day])), None)
        if good is None:
            return None
        earliest = self._border(days[good - 1], days[good]) if good else days[0]
        bad = next((i for i in range(good, len(days)) if not _good(self.tried[days[i]])), None)
        if bad is None:
            last_tried = days[-1] if not self.thorough else end
            open_end = self.thorough or _good(self.on(end))
            latest = None if open_end else self._border(last_tried, end) - ONE
            return Days(earliest, latest, first, end, open_end=open_end)
        latest = self._border(days[bad - 1], days[bad]) - ONE
        return Days(earliest, latest, first, end)

    def _border(self, before: date, after: date) -> date:
        """The first day in (before, after] whose answer is that of ``after``, by halving."""
        wanted = _good(self.on(after))
        while after - before > ONE:
            middle = before + (after - before) // 2
            if _good(self.on(middle)) == wanted:
                after = middle
            else:
                before = middle
        return after

    def _passed(self, first: date, end: date) -> Days | None:
        """Too late today: the last lawful day lies behind, where the duty fell due."""
        dues = [v.due for v in self.on(first).late if v.due is not None and v.due < first]
        lawful = [day for day in sorted(dues, reverse=True) if _good(self.on(day))]
        return Days(None, lawful[0], first, end) if lawful else None

    def _fixed(self) -> Iterator[date | None]:
        """Days that need no judging: of the law, the calendars, the persons and the log."""
        ruleset, log = self.weighing.judging.ruleset, self.weighing.trajectory
        for file in ruleset.files:
            yield file.valid_from if isinstance(file.valid_from, date) else None
            yield _next(file.valid_to)
            for norm in file.norms:
                yield from (norm.in_force_from, _next(norm.in_force_to))
        for calendar in ruleset.calendars.values():
            for day in calendar.meetings:
                yield from (day, _next(day))
        for spells in log.persons.values():
            for spell in spells:
                yield from (spell.first, _next(spell.last))
        for event in log.events:
            yield from (event.at.day, _next(event.at.day))

    def _named(self, answer: Answer) -> Iterator[date | None]:
        """The days that the verdicts of one try name."""
        touching = (*answer.against, *answer.late, *answer.unknown, *answer.meets)
        found = answer.judgement.verdicts if self.thorough else touching
        events = {event.id: event for event in answer.trajectory.events}
        for verdict in found:
            yield from _days_of(verdict)
            norm: NormBase | None = self.weighing.norm(verdict)
            if isinstance(norm, Precedence):
                seen = [events[e] for e in verdict.evidence if e != verdict.trigger and e in events]
                yield allowed_from(verdict, norm, seen)


def _good(answer: Answer) -> bool:
    return answer.lawful is Lawful.LAWFUL or answer.conditional


def _spread(first: date, end: date) -> Iterator[date]:
    day = first
    while day < end:
        yield day
        day += SPREAD
    yield end


def _days_of(verdict: Verdict) -> Iterator[date | None]:
    for day in (verdict.due, verdict.due_latest):
        yield from (day, _next(day))
    reckoning: Reckoning | None = verdict.reckoning
    if reckoning is not None:
        for day in (reckoning.last_day, reckoning.latest, reckoning.act_from):
            yield from (day, _next(day))


def _next(day: date | None) -> date | None:
    return day + ONE if day is not None and day < date.max else None
