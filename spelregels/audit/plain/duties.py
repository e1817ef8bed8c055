"""The plain reading of duties: precedence, response, recurrence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from spelregels.audit.plain.asking import Asking, Said, act_of
from spelregels.audit.plain.days import Counting, RunningTerm
from spelregels.audit.plain.log import Step
from spelregels.audit.plain.numbers import NotPlain
from spelregels.model.norms import Precedence, Recurrence, Response
from spelregels.model.patterns import Pattern
from spelregels.model.ruleset import RulesetFile
from spelregels.model.words import EndsAs, Word

WITHDRAWN = (EndsAs.WITHDRAWN, EndsAs.LAPSED, EndsAs.FORWARDED)


class Duties(Asking):
    """The kinds that ask for an act, before or after another."""

    def _precedence(self, file: RulesetFile, norm: Precedence) -> Iterator[Said]:
        counting = Counting(self.log, norm)
        for b in self.triggers(file, norm, norm.before):
            excuses = (
                [s for s in self.log.all(norm.unless) if s.rank < b.rank] if norm.unless else []
            )
            excused = any(self._linked(norm, b, s) for s in excuses)
            for must in norm.must:
                near = [a for a in self.log.all(must) if a.rank < b.rank]
                near = [a for a in near if self._linked(norm, b, a)]
                asked = near[-1:] if norm.last_counts else near
                good = [a for a in asked if self._in_time(norm, counting, a, b)]
                word = Word.KEPT if len(good) >= norm.times else Word.BROKEN
                word = Word.EXCUSED if excused and word is Word.BROKEN else word
                yield b.name, act_of(must), self._finally(b, (must,), word)

    def _in_time(self, norm: Precedence, counting: Counting, a: Step, b: Step) -> bool:
        if norm.lasts is not None and b.day < counting.last_day(a, norm.lasts):
            return False
        if norm.lead is not None and a.day > counting.back(b, norm.lead, norm.clear_days):
            return False
        if norm.wait is not None and b.day <= counting.last_day(a, norm.wait):
            return False
        return norm.at_longest is None or a.day >= counting.back(b, norm.at_longest)

    def _response(self, file: RulesetFile, norm: Response) -> Iterator[Said]:
        for trigger in self.triggers(file, norm, norm.after):
            if (norm.within is None or trigger.moment) and self.log.ended_before(trigger):
                continue
            for must in norm.must:
                word = self._duty(norm, trigger, must)
                yield trigger.name, act_of(must), self._finally(trigger, (must,), word)

    def _duty(self, norm: Response, trigger: Step, must: Pattern) -> Word:
        log, end = self.log, self.log.end
        counting = Counting(log, norm)
        term = RunningTerm(log, norm, norm.within, trigger) if norm.within is not None else None
        closing = end if end is not None and end.rank > trigger.rank else None

        def timely(step: Step) -> bool:
            if term is not None:
                return term.timely(step)
            return closing is None or step.rank <= closing.rank

        answers = [b for b in log.all(must) if b.rank > trigger.rank]
        answers = [b for b in answers if self._linked(norm, trigger, b)]
        if norm.not_before is not None:
            ripe = counting.last_day(trigger, norm.not_before)
            answers = [b for b in answers if b.day > ripe]
        excuses = log.all(norm.unless) if norm.unless else []
        excuses = [u for u in excuses if self._linked(norm, trigger, u)]
        if any(timely(b) for b in answers):
            return Word.KEPT
        if any(timely(u) for u in excuses):
            return Word.EXCUSED
        if end is not None and end.rank > trigger.rank and self._withdraws(end) and timely(end):
            return Word.NO_LONGER_DUE
        due = term.last_day() if term is not None else None
        if (term is not None and (due is None or log.as_of <= due)) or (
            term is None and not closing
        ):
            return Word.OPEN
        if answers:
            return Word.LATE
        return Word.BROKEN if end is not None else Word.OVERDUE

    def first_answer(self, norm: Response, trigger: Step, must: Pattern) -> float | None:
        """When a duty was first answered, late or not, or excused in time; None: neither."""
        if norm.not_before is not None:
            raise NotPlain
        word = self._duty(norm, trigger, must)
        spared = self._finally(trigger, (must,), word)
        if spared is Word.EXCUSED and word is not Word.EXCUSED:
            return trigger.rank
        if word not in (Word.KEPT, Word.LATE):
            if word is Word.EXCUSED:
                raise NotPlain  # by the excuse, or by a late answer before it
            return None
        answers = [b for b in self.log.all(must) if b.rank > trigger.rank]
        return min(b.rank for b in answers if self._linked(norm, trigger, b))

    def _withdraws(self, end: Step) -> bool:
        """M5: the end is a withdrawal, and the machine permits it."""
        if not self.log.ends(end, *WITHDRAWN):
            return False
        if self.log.stage_before[end.rank] is None:
            raise NotPlain
        return self.log.lawful[end.rank]

    def _recurrence(self, file: RulesetFile, norm: Recurrence) -> Iterator[Said]:
        log = self.log
        starts = self.triggers(file, norm, norm.start)
        if norm.every is None:
            yield from self._yearly(norm, starts)
            return
        counting = Counting(log, norm)
        first = log.all(norm.start)
        again = self.triggers(file, norm, norm.must) if first else []
        later = [a for a in again if a.rank >= first[0].rank and a not in starts]
        for step in sorted((*starts, *later), key=lambda s: s.rank):
            if log.ended_before(step):
                continue
            due = counting.last_day(step, norm.every)
            answers = [a for a in log.all(norm.must) if a.day > step.day]
            excuses = log.all(norm.unless) if norm.unless else []
            if any(a.day <= due for a in answers):
                word = Word.KEPT
            elif any(u.day <= due for u in excuses):
                word = Word.EXCUSED
            elif log.end is not None and log.end.day <= due:
                word = Word.NO_LONGER_DUE
            elif log.as_of <= due:
                word = Word.OPEN
            else:
                done = Word.BROKEN if log.end is not None else Word.OVERDUE
                word = Word.LATE if answers else done
            yield step.name, act_of(norm.must), self._finally(step, (norm.must,), word)

    def _yearly(self, norm: Recurrence, starts: list[Step]) -> Iterator[Said]:
        log = self.log
        stop = log.end.day.year if log.end is not None else log.as_of.year
        for year in range(starts[0].day.year + 1, stop + 1) if starts else ():
            answers = [a for a in log.all(norm.must) if a.day.year == year]
            excuses = [u for u in log.all(norm.unless) if u.day.year <= year] if norm.unless else []
            if answers:
                word = Word.KEPT
            elif excuses:
                word = Word.EXCUSED
            elif log.end is not None and log.end.day.year == year:
                word = Word.NO_LONGER_DUE
            else:
                word = Word.BROKEN if log.as_of > date(year, 12, 31) else Word.OPEN
            start = starts[0]
            yield start.name, act_of(norm.must), self._finally(start, (norm.must,), word)
