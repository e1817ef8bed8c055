"""The plain reading of named terms: when they begin, when they have passed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from spelregels.audit.plain.days import RunningTerm
from spelregels.audit.plain.log import PlainLog, Step
from spelregels.audit.plain.numbers import NotPlain
from spelregels.model.norms import NamedTerm, Norm
from spelregels.model.patterns import Edge, MomentPattern, TermRef
from spelregels.model.ruleset import RulesetFile

#: from when an event meets a norm that can keep a term from beginning; None: it does not
Met = Callable[[RulesetFile, Norm, Step], float | None]


@dataclass(frozen=True, slots=True)
class Began:
    """One time that a term began: ``passed`` None while it runs; ``until``: the rank of its end."""

    begin: Step
    passed: Step | None
    until: float


class PlainTerms:
    """The named terms of a ruleset in a plain log."""

    def __init__(self, log: PlainLog, met: Met) -> None:
        self.log, self.met = log, met
        self.known: dict[TermRef, list[Began]] = {}
        self.asked: set[TermRef] = set()
        log.moments, log.windows = self._moments, self._windows

    def _moments(self, part: MomentPattern) -> list[Step]:
        found = self.began(part.term)
        if part.edge is Edge.BEGUN:
            return [one.begin for one in found]
        return [one.passed for one in found if one.passed is not None]

    def _windows(self, ref: TermRef) -> list[tuple[float, float]]:
        return [(one.begin.rank, one.until) for one in self.began(ref)]

    def began(self, ref: TermRef) -> list[Began]:
        """Each time the term began."""
        if ref in self.asked:
            raise NotPlain  # it hangs on itself, by way of a gating norm
        if ref not in self.known:
            self.asked.add(ref)
            files = [file for file in self.log.rules.files if file.id == ref.file]
            pairs = [(f, t) for f in files for t in f.terms if t.id == ref.term]
            try:
                self.known[ref] = [one for f, t in pairs for one in self._began(f, t, ref)]
            finally:
                self.asked.discard(ref)
        return self.known[ref]

    def _began(self, file: RulesetFile, term: NamedTerm, ref: TermRef) -> list[Began]:
        if not (self.log.true(file.applies, None) and self.log.true(term.applies, None)):
            return []
        owners: list[Step | None] = [*self.log.all(term.per)] if term.per else [None]
        found = [self._once(term, owner, ref) for owner in owners]
        return [one for one in found if one is not None]

    def _once(self, term: NamedTerm, owner: Step | None, ref: TermRef) -> Began | None:
        """It begins when each begin act has first had an event that is met."""
        firsts: list[Step] = []
        for pattern in term.begins:
            acts = [s for s in self.log.all(pattern) if self._tied(term, owner, s)]
            met = [(rank, s) for s in acts if (rank := self._from(term, s)) is not None]
            if not met:
                return None
            rank, step = min(met, key=lambda pair: pair[0])
            firsts.append(step if rank == step.rank else self._at(rank))
        last = max(firsts, key=lambda step: step.rank)
        name = f"{ref.term}.{Edge.BEGUN.value}"
        event = owner.event if owner is not None else None
        begin = Step(last.rank, last.day, name, name, event, True, last.boundary)
        due = RunningTerm(self.log, term, term.lasts, begin).last_day()
        if due is None or due >= self.log.as_of:
            return Began(begin, None, float("inf"))
        past = [step.rank for step in self.log.steps if step.day <= due]
        until = max([*past, begin.rank]) + 0.5
        name = f"{ref.term}.{Edge.PASSED.value}"
        passed = replace(begin, rank=until, day=max(due, begin.day), name=name, act=name)
        return Began(begin, replace(passed, boundary=True), until)

    def _at(self, rank: float) -> Step:
        return next(step for step in self.log.steps if step.rank == rank)

    def _from(self, term: NamedTerm, step: Step) -> float | None:
        """From when this event meets every gating norm."""
        gates = {(ref.file, ref.norm) for ref in term.begins_only_if}
        ranks: list[float | None] = [
            self.met(file, norm, step)
            for file in self.log.rules.files
            for norm in file.norms
            if (file.id, norm.id) in gates
        ]
        known = [rank for rank in ranks if rank is not None]
        return max([step.rank, *known]) if len(known) == len(ranks) else None

    def _tied(self, term: NamedTerm, owner: Step | None, step: Step) -> bool:
        if owner is None:
            return True
        if term.link is None or step.event is None or owner.event is None:
            raise NotPlain
        name = term.link.answers or term.link.same or ""
        mine = step.event.attributes.get(name)
        theirs = owner.event.attributes.get(name) if term.link.same else owner.name
        if mine is None or theirs is None:
            raise NotPlain  # a missing link: M8
        return mine == theirs
