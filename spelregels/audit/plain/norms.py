"""The plain reading of each norm kind: the word for each instance."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from spelregels.audit.plain.days import Counting, RunningTerm, counting_of
from spelregels.audit.plain.log import NotPlain, PlainLog, Step
from spelregels.model.norms import (
    Absence,
    Exemption,
    Norm,
    Power,
    Precedence,
    Recurrence,
    Requirement,
    Response,
    Separation,
    Threshold,
)
from spelregels.model.patterns import ActPattern, Pattern, RoleSpec
from spelregels.model.ruleset import RulesetFile
from spelregels.model.words import EndsAs, Word

Said = tuple[str, str, Word]  # trigger, act, word
WITHDRAWN = (EndsAs.WITHDRAWN, EndsAs.LAPSED, EndsAs.FORWARDED)
UNMET = frozenset({Word.OPEN, Word.LATE, Word.OVERDUE, Word.BROKEN, Word.NO_LONGER_DUE})


class Plain:
    """All norms of a ruleset on one plain log."""

    def __init__(self, log: PlainLog) -> None:
        self.log = log
        self.norms = [(file, norm) for file in log.rules.files for norm in file.norms]

    def applies(self, file: RulesetFile, norm: Norm, step: Step | None) -> bool:
        """Whether the norm asks anything at this event."""
        head = self.log.true(file.applies, None) and self.log.true(norm.applies, None)
        return head and self.log.happened(norm.if_, step)

    def triggers(self, file: RulesetFile, norm: Norm, pattern: Pattern) -> list[Step]:
        """The events that raise an instance."""
        return [s for s in self.log.all(pattern) if self.applies(file, norm, s)]

    def said(self, file: RulesetFile, norm: Norm) -> list[Said]:
        """Every instance of a norm; raises ``NotPlain`` for norms beyond a plain reading."""
        match norm:
            case Precedence():
                found = list(self._precedence(file, norm))
            case Response():
                found = list(self._response(file, norm))
            case Absence():
                found = list(self._absence(file, norm))
            case Requirement():
                found = list(self._requirement(file, norm))
            case Power():
                found = list(self._power(file, norm))
            case Recurrence():
                found = list(self._recurrence(file, norm))
            case Separation():
                found = list(self._separation(file, norm))
            case Threshold():
                found = list(self._threshold(file, norm))
            case _:
                raise NotPlain
        return found

    # --- one event judged -------------------------------------------------------------------------

    def _absence(self, file: RulesetFile, norm: Absence) -> Iterator[Said]:
        for step in self.triggers(file, norm, norm.must_not):
            free = not self.log.inside(norm.window, step)
            yield self._one(step, free, self._excused_before(norm, step))

    def _requirement(self, file: RulesetFile, norm: Requirement) -> Iterator[Said]:
        for step in self.triggers(file, norm, norm.upon):
            if not self.log.asks_the_impossible(norm.require, step):
                met = self.log.true(norm.require, step)
                yield self._one(step, met, self._excused_before(norm, step))

    def _one(self, step: Step, kept: bool, excused: bool) -> Said:
        word = Word.KEPT if kept else Word.EXCUSED if excused else Word.BROKEN
        return step.event.id, step.event.act, word

    def _excused_before(self, norm: Norm, step: Step) -> bool:
        return any(s.rank < step.rank for s in self.log.all(norm.unless)) if norm.unless else False

    def _limits(self, file: RulesetFile, norm: Power, step: Step) -> bool:
        if not self.applies(file, norm, step):
            return False
        if norm.within is not None:
            counting = Counting(norm.count_from, norm.regime, self.log.rules.calendars)
            past = [s for s in self.log.all(norm.after) if s.rank < step.rank]
            if not any(step.day <= counting.last_day(s.day, norm.within) for s in past):
                return False
        return self.log.true(norm.where, step)

    def _his(self, norm: Power, step: Step) -> bool:
        return self.log.by_role(step, norm.by if isinstance(norm.by, RoleSpec) else None)

    def in_stage(self, step: Step) -> bool:
        """Whether the act is judged by the power of a stage."""
        act = step.event.act
        listed = [s for s in self.log.stages.values() if act in s.also or _has(s.edges, act)]
        return self.log.rules.acts[act].decision and bool(listed)

    def _power(self, file: RulesetFile, norm: Power) -> Iterator[Said]:
        for step in self.triggers(file, norm, tuple(ActPattern(act) for act in norm.may)):
            if self.in_stage(step):
                continue
            limits, his = self._limits(file, norm, step), self._his(norm, step)
            others = [
                (f, n) for f, n in self.norms
                if isinstance(n, Power) and n is not norm and step.event.act in n.may
            ]  # fmt: skip
            covered = any(self._limits(f, n, step) and self._his(n, step) for f, n in others)
            if his and (limits or not covered):
                yield self._one(step, limits, self._excused_before(norm, step))
            elif not his and norm.exclusive and limits:
                yield self._one(step, False, self._excused_before(norm, step))

    # --- duties -----------------------------------------------------------------------------------

    def exempt(self, step: Step, pattern: Pattern) -> bool:
        """Whether some exemption lifts the duty to do this."""
        acts = {part.act for part in pattern if isinstance(part, ActPattern)}
        return any(
            isinstance(norm, Exemption)
            and any(isinstance(part, ActPattern) and part.act in acts for part in norm.need_not)
            and self.applies(file, norm, step)
            for file, norm in self.norms
        )

    def _finally(self, step: Step, musts: tuple[Pattern, ...], word: Word) -> Word:
        spared = word in UNMET and any(self.exempt(step, must) for must in musts)
        return Word.EXCUSED if spared else word

    def _linked(self, norm: Response | Precedence, trigger: Step, other: Step) -> bool:
        if norm.link is None:
            return True
        name = norm.link.answers or norm.link.same or ""
        mine = other.event.attributes.get(name)
        theirs = trigger.event.attributes.get(name) if norm.link.same else trigger.event.id
        if mine is None or theirs is None:
            raise NotPlain  # a missing link: M8
        return mine == theirs

    def _precedence(self, file: RulesetFile, norm: Precedence) -> Iterator[Said]:
        counting = counting_of(self.log, norm)
        for b in self.triggers(file, norm, norm.before):
            excuses = (
                [s for s in self.log.all(norm.unless) if s.rank < b.rank] if norm.unless else []
            )
            excused = any([self._linked(norm, b, s) for s in excuses])
            for must in norm.must:
                near = [a for a in self.log.all(must) if a.rank < b.rank]
                near = [a for a in near if self._linked(norm, b, a)]
                asked = near[-1:] if norm.last_counts else near
                good = [a for a in asked if self._in_time(norm, counting, a, b)]
                word = Word.KEPT if len(good) >= norm.times else Word.BROKEN
                word = Word.EXCUSED if excused and word is Word.BROKEN else word
                yield b.event.id, _act(must), self._finally(b, norm.must, word)

    def _in_time(self, norm: Precedence, counting: Counting, a: Step, b: Step) -> bool:
        if norm.lasts is not None:
            raise NotPlain
        if norm.lead is not None and a.day > counting.back(b.day, norm.lead, norm.clear_days):
            return False
        if norm.wait is not None and b.day <= counting.last_day(a.day, norm.wait):
            return False
        return norm.at_longest is None or a.day >= counting.back(b.day, norm.at_longest)

    def _response(self, file: RulesetFile, norm: Response) -> Iterator[Said]:
        for trigger in self.triggers(file, norm, norm.after):
            if norm.within is None and self.log.ended_before(trigger):
                continue
            for must in norm.must:
                word = self._duty(norm, trigger, must)
                yield trigger.event.id, _act(must), self._finally(trigger, norm.must, word)

    def _duty(self, norm: Response, trigger: Step, must: Pattern) -> Word:
        log, end = self.log, self.log.end
        counting = counting_of(log, norm)
        term = RunningTerm(log, norm, trigger, counting) if norm.within is not None else None
        if norm.link is not None and term is not None and term.changes:
            raise NotPlain  # which term a change is about: M8
        closing = end if end is not None and end.rank > trigger.rank else None

        def timely(step: Step) -> bool:
            if term is not None:
                return term.timely(step)
            return closing is None or step.rank <= closing.rank

        answers = [b for b in log.all(must) if b.rank > trigger.rank]
        answers = [b for b in answers if self._linked(norm, trigger, b)]
        if norm.not_before is not None:
            ripe = counting.last_day(trigger.day, norm.not_before)
            answers = [b for b in answers if b.day > ripe]
        excuses = log.all(norm.unless) if norm.unless else []
        excuses = [u for u in excuses if self._linked(norm, trigger, u)]
        if any(timely(b) for b in answers):
            return Word.KEPT
        if any(timely(u) for u in excuses):
            return Word.EXCUSED
        if end is not None and end.rank > trigger.rank and log.ends(end, *WITHDRAWN):
            if log.lawful.get(end.rank, True) and timely(end):
                return Word.NO_LONGER_DUE
        due = term.last_day() if term is not None else None
        if (term is not None and (due is None or log.as_of <= due)) or (
            term is None and not closing
        ):
            return Word.OPEN
        if answers:
            return Word.LATE
        return Word.BROKEN if end is not None else Word.OVERDUE

    def _recurrence(self, file: RulesetFile, norm: Recurrence) -> Iterator[Said]:
        log = self.log
        starts = self.triggers(file, norm, norm.start)
        if norm.every is None:
            yield from self._yearly(norm, starts)
            return
        counting = Counting(norm.count_from, norm.regime, log.rules.calendars)
        first = log.all(norm.start)
        later = [
            a for a in self.triggers(file, norm, norm.must) if first and a.rank > first[0].rank
        ]
        for step in sorted({s.rank: s for s in (*starts, *later)}.values(), key=lambda s: s.rank):
            if log.ended_before(step):
                continue
            due = counting.last_day(step.day, norm.every)
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
            yield step.event.id, _act(norm.must), self._finally(step, (norm.must,), word)

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
            yield start.event.id, _act(norm.must), self._finally(start, (norm.must,), word)

    # --- the whole log ----------------------------------------------------------------------------

    def _separation(self, file: RulesetFile, norm: Separation) -> Iterator[Said]:
        if not self.applies(file, norm, None):
            return
        one, two = (
            {s.event.by for s in self.log.until_the_end(self.log.all(pattern))}
            for pattern in (norm.first, norm.second)
        )
        both = [person for person in one & two if person not in self.log.alias]
        for _ in both:
            yield "", "", Word.BROKEN
        if not both:
            yield "", "", Word.KEPT if self.log.end is not None else Word.OPEN

    def _threshold(self, file: RulesetFile, norm: Threshold) -> Iterator[Said]:
        if norm.per_term is not None or norm.per_year or (not norm.before and norm.unless):
            raise NotPlain
        counted = self.log.until_the_end(self.log.all(norm.count))
        if not norm.before:
            if self.applies(file, norm, None):
                raise_only = self._counted(norm, counted, self.log.end is not None)
                yield "", "", raise_only
            return
        for b in self.triggers(file, norm, norm.before):
            word = self._counted(norm, [s for s in counted if s.rank < b.rank], True)
            excuses = self.log.until_the_end(self.log.all(norm.unless)) if norm.unless else []
            if word is Word.BROKEN and norm.at_most is not None and excuses:
                raise NotPlain  # which one was the one too many
            excused = any(s.rank < b.rank for s in excuses)
            word = Word.EXCUSED if excused and word is Word.BROKEN else word
            yield b.event.id, b.event.act, self._finally(b, (norm.count,), word)

    def _counted(self, norm: Threshold, steps: list[Step], closed: bool) -> Word:
        count = len(steps)
        if norm.distinct is not None:
            values = {self.log.fact(norm.distinct, s) for s in steps} - {None}
            if norm.distinct == "by" and values & set(self.log.alias):
                raise NotPlain  # a role names no person
            count = len(values)
        if isinstance(norm.at_least, int):
            done = count >= norm.at_least
            return Word.KEPT if done else Word.BROKEN if closed else Word.OPEN
        if isinstance(norm.at_most, int):
            over = count > norm.at_most
            return Word.BROKEN if over else Word.KEPT if closed else Word.OPEN
        raise NotPlain


def _act(pattern: Pattern) -> str:
    part = pattern[0]
    if not isinstance(part, ActPattern):
        raise NotPlain
    return part.act


def _has(edges: tuple[object, ...], act: str) -> bool:
    return any(getattr(edge, "act", None) == act for edge in edges)
