"""The plain reading of each norm kind: the word for each instance."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from spelregels.audit.plain.asking import Said
from spelregels.audit.plain.days import Counting
from spelregels.audit.plain.duties import Duties
from spelregels.audit.plain.log import PlainLog, Step
from spelregels.audit.plain.numbers import NotPlain, amount
from spelregels.audit.plain.terms import PlainTerms
from spelregels.model.norms import (
    Absence,
    Norm,
    Power,
    Precedence,
    Recurrence,
    Requirement,
    Response,
    Separation,
    Threshold,
)
from spelregels.model.patterns import ActPattern, Pattern, RoleSpec, TermRef
from spelregels.model.ruleset import RulesetFile
from spelregels.model.words import Word


class Plain(Duties):
    """All norms of a ruleset on one plain log."""

    def __init__(self, log: PlainLog) -> None:
        super().__init__(log)
        self.terms = PlainTerms(log, self.met)

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

    def met(self, file: RulesetFile, norm: Norm, step: Step) -> float | None:
        """From when this begin event meets a gating norm (its rank); None: it does not."""
        word_of = [word for name, _, word in self.said(file, norm) if name == step.name]
        if not isinstance(norm, Response):
            good = all(word in (Word.KEPT, Word.EXCUSED) for word in word_of)
            return step.rank if good else None
        if not word_of:
            return step.rank
        return self._answered(norm, step)

    def _answered(self, norm: Response, step: Step) -> float | None:
        """When the last of the acts asked for was first done, or the duty excused in time."""
        ranks = [self.first_answer(norm, step, must) for must in norm.must]
        known = [rank for rank in ranks if rank is not None]
        return max(known) if len(known) == len(ranks) else None

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
        return step.name, step.act, word

    def _limits(self, file: RulesetFile, norm: Power, step: Step) -> bool:
        if not self.applies(file, norm, step):
            return False
        if norm.within is not None:
            counting = Counting(self.log, norm)
            past = [s for s in self.log.all(norm.after) if s.rank < step.rank]
            if not any(step.day <= counting.last_day(s, norm.within) for s in past):
                return False
        return self.log.true(norm.where, step)

    def _his(self, norm: Power, step: Step) -> bool:
        return self.log.by_role(step, norm.by if isinstance(norm.by, RoleSpec) else None)

    def decision(self, step: Step) -> Word:
        """A decision act: covered by some *may*, or done by the decider of the stage it happened
        in (of any that lists it, if that one does not), whom no exclusive *may* of another bars."""
        powers = [(f, n) for f, n in self.norms if isinstance(n, Power) and step.act in n.may]
        inside = [(n, self._his(n, step)) for f, n in powers if self._limits(f, n, step)]
        if any(his for _, his in inside):
            return Word.KEPT
        here = self.log.stage_before[step.rank]
        if here is None:
            raise NotPlain
        listing = [
            s for s in self.log.stages.values() if step.act in s.also or _has(s.edges, step.act)
        ]
        present = [stage for stage in listing if stage.id == here]
        specs = [stage.power.decides if stage.power else None for stage in present or listing]
        named = [spec for spec in specs if isinstance(spec, RoleSpec)]
        decided = any(self.log.by_role(step, spec) for spec in named)
        barred = any(norm.exclusive and not his for norm, his in inside)
        if decided or barred or len(named) == len(specs):
            return Word.KEPT if decided and not barred else Word.BROKEN
        raise NotPlain

    def in_stage(self, step: Step) -> bool:
        """Whether the act is judged by the power of a stage."""
        act = step.act
        listed = [s for s in self.log.stages.values() if act in s.also or _has(s.edges, act)]
        return self.log.rules.acts[act].decision and bool(listed)

    def _power(self, file: RulesetFile, norm: Power) -> Iterator[Said]:
        for step in self.triggers(file, norm, tuple(ActPattern(act) for act in norm.may)):
            if self.in_stage(step):
                continue
            limits, his = self._limits(file, norm, step), self._his(norm, step)
            others = [
                (f, n) for f, n in self.norms
                if isinstance(n, Power) and n is not norm and step.act in n.may
            ]  # fmt: skip
            covered = any(self._limits(f, n, step) and self._his(n, step) for f, n in others)
            if his and (limits or not covered):
                yield self._one(step, limits, self._excused_before(norm, step))
            elif not his and norm.exclusive and limits:
                yield self._one(step, False, self._excused_before(norm, step))

    def _separation(self, file: RulesetFile, norm: Separation) -> Iterator[Said]:
        if not self.log.steps or not self.applies(file, norm, None):
            return
        one, two = (
            {self.log.fact("by", s) for s in self.log.until_the_end(self.log.all(pattern))}
            for pattern in (norm.first, norm.second)
        )
        both = [person for person in one & two if person not in self.log.alias]
        for _ in both:
            yield "", "", Word.BROKEN
        if not both:
            yield "", "", Word.KEPT if self.log.end is not None else Word.OPEN

    def _threshold(self, file: RulesetFile, norm: Threshold) -> Iterator[Said]:
        if norm.per_year or (not norm.before and norm.unless):
            raise NotPlain
        counted = self.log.until_the_end(self.log.all(norm.count))
        if norm.per_term is not None:
            yield from self._per_term(file, norm, norm.per_term, counted)
            return
        if not norm.before:
            if self.log.steps and self.applies(file, norm, None):
                word = self._counted(norm, counted, self.log.end is not None)
                yield "", "", self._finally(None, _duty(norm), word)
            return
        for b in self.triggers(file, norm, norm.before):
            word = self._counted(norm, [s for s in counted if s.rank < b.rank], True, b)
            excuses = self.log.until_the_end(self.log.all(norm.unless)) if norm.unless else []
            if word is Word.BROKEN and norm.at_most is not None and excuses:
                raise NotPlain  # which one was the one too many
            excused = any(s.rank < b.rank for s in excuses)
            word = Word.EXCUSED if excused and word is Word.BROKEN else word
            yield b.name, b.act, self._finally(b, _duty(norm), word)

    def _per_term(
        self, file: RulesetFile, norm: Threshold, ref: TermRef, counted: list[Step]
    ) -> Iterator[Said]:
        for began in self.terms.began(ref):
            if not self.applies(file, norm, began.begin):
                continue
            inside = [s for s in counted if began.begin.rank <= s.rank < began.until]
            closed = began.passed is not None or self.log.end is not None
            word = self._counted(norm, inside, closed, began.begin)
            yield (
                began.begin.name,
                began.begin.act,
                self._finally(began.begin, _duty(norm), word),
            )

    def _counted(
        self, norm: Threshold, steps: list[Step], closed: bool, at: Step | None = None
    ) -> Word:
        count: Fraction | int = len(steps)
        if norm.total is not None:
            given = [self.log.fact(norm.total, s) for s in steps]
            count = sum((amount(one) for one in given if one is not None), Fraction(0))
        if norm.distinct is not None:
            values = {self.log.fact(norm.distinct, s) for s in steps} - {None}
            if norm.distinct == "by" and values & set(self.log.alias):
                raise NotPlain  # a role names no person
            count = len(values)
        limit = norm.at_most if norm.at_least is None else norm.at_least
        if limit is None:
            raise NotPlain
        asked = self.log.number(limit, at)
        if norm.at_least is not None:
            done = count >= asked
            return Word.KEPT if done else Word.BROKEN if closed else Word.OPEN
        return Word.BROKEN if count > asked else Word.KEPT if closed else Word.OPEN


def _duty(norm: Threshold) -> tuple[Pattern, ...]:
    """What a number makes a duty of: a floor asks acts, a ceiling asks none."""
    return () if norm.at_most is not None else (norm.count,)


def _has(edges: tuple[object, ...], act: str) -> bool:
    return any(getattr(edge, "act", None) == act for edge in edges)
