"""How much time must lie between two acts by the rules themselves, at the very least.

Follows what must come before what, with the terms in between: leads, waits, inspections, named
terms. Only what surely holds is followed, and every length is taken at its shortest; so what is
found here nobody can do faster within the rules.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spelregels.model.norms import NamedTerm, Norm, Precedence
from spelregels.model.patterns import ActPattern, Edge, MomentPattern, OnePattern, Pattern
from spelregels.model.ruleset import RulesetFile
from spelregels.model.terms import Duration
from spelregels.model.verified import Place
from spelregels.model.words import Strength
from spelregels.verify.durations import fewest_days
from spelregels.verify.logic import covers, facts_of, follows
from spelregels.verify.parts import acts_of
from spelregels.verify.subject import Subject, norm_in


@dataclass(frozen=True, slots=True)
class Way:
    """A chain from one act to another: the acts in between, its fewest days, where it stands."""

    days: int
    between: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()


def longest_way(start: Pattern, end: ActPattern, about: Norm, subject: Subject) -> Way | None:
    """The chain with the most days from an act of ``start`` to ``end``; None if nothing links them.

    ``about``: a norm; only what holds wherever it holds is followed.
    """
    return _Search(acts_of(start), about, subject).to(end, frozenset())


@dataclass(frozen=True, slots=True)
class _Step:
    """Before it, ``first`` must happen at least ``days`` earlier."""

    first: OnePattern
    days: int
    place: Place


@dataclass(frozen=True, slots=True)
class _Search:
    start: tuple[ActPattern, ...]
    about: Norm
    subject: Subject

    def to(self, end: ActPattern, seen: frozenset[str]) -> Way | None:
        found = (self._through(step, seen | {end.act}) for step in self._before(end))
        return max((way for way in found if way), key=lambda way: way.days, default=None)

    def _through(self, step: _Step, seen: frozenset[str]) -> Way | None:
        match step.first:
            case ActPattern() as act:
                return self._via(act, step, seen)
            case MomentPattern(edge=Edge.PASSED) as moment:
                term = self.subject.term(moment.term)
                ways = (
                    self._via(act, more, seen) for act, more in self._begins(moment, term, step)
                )
                return max((way for way in ways if way), key=lambda way: way.days, default=None)
            case _:
                return None

    def _begins(
        self, moment: MomentPattern, term: NamedTerm | None, step: _Step
    ) -> Iterator[tuple[ActPattern, _Step]]:
        """What must have begun a term that is over, and how long ago."""
        if term is None or not self._holds(term, moment.term.file):
            return
        lasts = fewest_days(term.lasts) - 1 if isinstance(term.lasts, Duration) else 0
        for begin in term.begins:
            if len(begin) == 1 and isinstance(begin[0], ActPattern):
                yield begin[0], _Step(begin[0], step.days + max(lasts, 0), step.place)

    def _via(self, act: ActPattern, step: _Step, seen: frozenset[str]) -> Way | None:
        if any(covers(one, act, self.subject.ruleset) for one in self.start):
            return Way(step.days, (), (step.place,))
        if act.act in seen:
            return None
        way = self.to(act, seen)
        if way is None:
            return None
        return Way(way.days + step.days, (*way.between, act.act), (*way.places, step.place))

    def _before(self, end: ActPattern) -> Iterator[_Step]:
        """Everything that must come before it, whoever made that rule."""
        ruleset = self.subject.ruleset
        for file, norm in self.subject.every_norm():
            if not isinstance(norm, Precedence) or not self._sure(norm, file):
                continue
            if any(covers(one, end, ruleset) for one in acts_of(norm.before)):
                for must in norm.must:
                    if len(must) == 1:
                        yield _Step(must[0], _days(norm), norm_in(file, norm))

    def _sure(self, norm: Precedence, file: RulesetFile) -> bool:
        plain = norm.strength is Strength.MUST and not norm.unless and norm.if_ is None
        always = norm.in_force_from is None and norm.in_force_to is None
        return plain and always and self._follows(file) and self._follows(norm)

    def _holds(self, term: NamedTerm, file: str) -> bool:
        files = (one for one in self.subject.ruleset.files if one.id == file)
        return self._follows(term) and all(map(self._follows, files))

    def _follows(self, one: Norm | NamedTerm | RulesetFile) -> bool:
        return follows(one.applies, self.about.applies, facts_of(self.subject.ruleset))


def _days(norm: Precedence) -> int:
    """The fewest days between the two acts. A length through the day itself is one day less."""
    given = (norm.lead, norm.wait, norm.lasts)
    return max((fewest_days(one) - 1 for one in given if isinstance(one, Duration)), default=0)
