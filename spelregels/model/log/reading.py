"""Patterns over a log: which moments fit, what lay inside a window, what answers what.

The moments of named terms hang on norms, so ``terms`` is left to the evaluator.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Collection, Iterable
from datetime import date
from fractions import Fraction
from math import ceil, floor, inf

from spelregels.model.log.amounts import first_beyond, total_reaches
from spelregels.model.log.evidence import Evidence, listed
from spelregels.model.log.moments import UNDATED, Due, Found, Moment, in_time
from spelregels.model.log.naming import acts_of, by_anyone, watched_acts
from spelregels.model.log.truth import Truth, both, either, negate
from spelregels.model.log.walk import Walk
from spelregels.model.norms import Absence, Link, Threshold
from spelregels.model.patterns import (
    ActPattern,
    BetweenWindow,
    Earlier,
    Edge,
    Happened,
    Pattern,
    Situation,
    SituationAll,
    SituationAny,
    StageWindow,
    TermRef,
    TermWindow,
    Window,
)
from spelregels.model.ruleset import Ruleset
from spelregels.model.terms import AttributeTerm, Duration, FixedTerm, NotStated, Term, Vague
from spelregels.model.trajectory import Trajectory
from spelregels.model.verdict import Unknown
from spelregels.model.words import AttributeType, How

Known = FixedTerm | date | Unknown  # what is known of the length of a term


class Reading(Evidence):
    """Evidence, with the stages walked and patterns found.

    ``ends``: the ending acts (M5), with how surely each happened and ends; what is not recorded is
    taken not to have ended anything (M9).
    """

    def __init__(self, rules: Ruleset, log: Trajectory, as_of: date) -> None:
        super().__init__(rules, log, as_of)
        self.terms_found: dict[TermRef, list[tuple[Moment, Moment, Due]]] = {}  # each found once
        self._fitting: dict[ActPattern, Found] = {}  # likewise
        self._meanings: dict[tuple[Moment | Pattern, ...], set[Moment]] = {}
        self.norms = [(f, n) for f in rules.files for n in f.norms]
        watched = {a.id for a in rules.acts.values() if a.decision}
        for _, n in self.norms:
            watched |= watched_acts(n.if_)
            if isinstance(n, Absence) and isinstance(n.window, StageWindow):
                watched |= acts_of(n.must_not)
        self.walk = Walk(self, watched)
        ends = [(m, both(m.sure, self.walk.ending(m))) for m in self.moments if not m.phantom]
        self.ends = [(m, t) for m, t in ends if t is not False]

    @abstractmethod
    def terms(self, ref: TermRef) -> list[tuple[Moment, Moment, Due]]:
        """Each time a named term began or may have: its begin, its boundary, its due day."""

    def found(self, pattern: Pattern) -> Found:
        """Every moment that fits or may fit, in order of time."""
        seen: dict[Moment, Truth] = {}
        for p in pattern:
            if isinstance(p, ActPattern):
                pairs = self._acts_found(p)
            else:
                edge = 1 if p.edge is Edge.PASSED else 0
                pairs = [(m, m.sure) for m in (x[:2][edge] for x in self.terms(p.term))]
            for m, t in pairs:
                seen[m] = either((seen.get(m, False), t))
        fits = [(m, t) for m, t in seen.items() if t is not False]
        return sorted(fits, key=lambda x: in_time(x[0]))

    def _acts_found(self, p: ActPattern) -> Found:
        """Each moment of an act, and whether it fits."""
        if p not in self._fitting:
            self._fitting[p] = [(m, self.fits(p, m)) for m in self.moments if m.act == p.act]
        return self._fitting[p]

    def ended(self, m: Moment | None = None) -> Truth:
        """M5: whether the end came (before ``m``)."""
        return either(both(t, m is None or self.before(e, m)) for e, t in self.ends)

    def within(self, w: Window | None, c: Moment) -> Truth:
        """Windows: strict at both ends for acts; a term includes its last day."""
        match w:
            case None:
                return True
            case BetweenWindow():
                closes = self.found(w.closes)
                return either(
                    both(t, self.before(o, c), negate(self._between(o, closes, c)))
                    for o, t in self.found(w.opens)
                )
            case StageWindow():
                stages = self.walk.at(c)
                may = w.stage in stages or None in stages
                return stages == {w.stage} or (may and Unknown(How.STAGE_UNKNOWN, c.id, c.act))
            case TermWindow():
                return either(
                    both(b.sure, self.before(b, c), negate(self.before(p, c)))
                    for b, p, _ in self.terms(w.term)
                )

    def _between(self, first: Moment, some: Found, last: Moment) -> Truth:
        """Whether one of these came strictly between two moments."""
        return either(both(t, self.before(first, m), self.before(m, last)) for m, t in some)

    def situation(self, s: Situation | None, m: Moment | None) -> Truth:
        """M3, *if*: what lay before the trigger (``m`` None: in the whole log)."""
        match s:
            case None:
                return True
            case SituationAll():
                return both(*(self.situation(p, m) for p in s.parts))
            case SituationAny():
                return either(self.situation(p, m) for p in s.parts)
            case Happened():
                came = [
                    (c, both(t, m is None or self.before(c, m), self.within(s.during, c)))
                    for c, t in self.found(s.pattern)
                ]
                many = enough(came, (s.more_than or 0) + 1)
                return negate(many) if s.none else many

    def by_wrong_role(self, pattern: Pattern, right: Found) -> list[Moment]:
        """What surely is such an act, but surely not by such a role."""
        fitting = {m for m, _ in right}
        others = self.found(by_anyone(pattern))
        return [m for m, t in others if t is True and m not in fitting]

    def longer_of(self, length: Known, fact: Known) -> tuple[Known, Known | None]:
        """Terms, ``may_be: longer``: the two lengths of which the longer counts.

        One that can be counted stands first; a fact that is surely absent makes nothing longer.
        """
        if isinstance(fact, Unknown) and fact.how is How.NOT_STATED:
            return length, None
        countable = isinstance(fact, FixedTerm) and not isinstance(length, FixedTerm)
        return (fact, length) if countable else (length, fact)

    def loosely(self, known: date | Unknown, longer: Known | None, term: Term, m: Moment) -> Due:
        """The due day of a term that is a date, or is not known (``longer``: or this, if later):
        then never before its start day, unless a fact of type date may say so."""
        days = [x for x in (known, longer) if isinstance(x, date)]
        hole = next((x for x in (known, longer) if isinstance(x, Unknown)), None)
        if days:
            return Due(max(days), None, hole) if hole else Due.on(max(days))
        dated = False
        if isinstance(term, AttributeTerm) and term.act in self.rules.acts:
            attribute = self.rules.acts[term.act].attributes.get(term.attribute)
            dated = attribute is None or attribute.type is AttributeType.DATE
        return Due(date.min if dated else m.first, None, hole or UNDATED)

    def grounds(self, s: Situation | None, m: Moment | None) -> list[Moment]:
        """What surely happened of which *if* asks that it had, to be named as evidence."""
        if isinstance(s, SituationAll | SituationAny):
            return [g for p in s.parts for g in self.grounds(p, m)]
        if s is None or s.none:
            return []
        came = [(c, both(t, m is None or self.before(c, m))) for c, t in self.found(s.pattern)]
        return [c for c, t in came if t is True and self.within(s.during, c) is True]

    def tied(self, link: Link | None, t: Moment, b: Moment, pools: Collection[Pattern]) -> Truth:
        """M8: whether b is linked to t.

        ``pools``: the patterns of all events that b could be meant for. A missing link counts if
        exactly one of them, not surely after b, could be meant; with no pools it never counts.
        """
        if link is None or b.phantom:
            return True
        name = link.answers or link.same or ""
        mine, theirs = self.attribute(b, name), t.id if link.answers else self.attribute(t, name)
        if not any(x is None or isinstance(x, Unknown) for x in (mine, theirs)):
            return any(self.current(x) in listed(theirs) for x in listed(mine))
        only_one = self._meant(b, pools) == {t} and self.before(b, t) is False
        return only_one or Unknown(How.FACT_UNKNOWN, b.id, name)

    def _meant(self, b: Moment, pools: Collection[Pattern]) -> set[Moment]:
        """M8: the moments that b could be meant for: not itself, and not surely after it."""
        key: tuple[Moment | Pattern, ...] = (b, *pools)
        meant = self._meanings.get(key)
        if meant is None:
            came = {p for pool in pools for p, _ in self.found(pool)}
            meant = {p for p in came if p is not b and self.before(b, p) is not True}
            if all(isinstance(p, ActPattern) for pool in pools for p in pool):
                self._meanings[key] = meant  # moments of terms may still be being found
        return meant

    def stated(self, term: Term, m: Moment) -> Known:
        """What a term counted from ``m`` is, where a fact gives it; a date: that very day."""
        match term:
            case NotStated():
                return Unknown(How.NOT_STATED, "", "term")
            case Vague():
                return Unknown(How.VAGUE, "", term.word)
            case AttributeTerm():
                begun = (x for x in self.moments if m.of_term and x.place == m.place >= 0)
                said = next((x for x in begun if x.act == term.act), m)  # by this very event
                value = self.earlier(Earlier(term.act, term.attribute), said, same_day=True)
                if isinstance(value, Duration | date | Unknown):
                    return value
                return Unknown(How.NOT_STATED, m.id, term.attribute)
            case _:
                return term

    def reached(
        self, found: Found, limit: Fraction | Unknown | None, n: Threshold, *, beyond: bool = False
    ) -> Truth:
        """Threshold: whether the number, or the total, comes up to the limit, or goes beyond it.

        ``limit``: None if there is none; unknown, and so is the answer.
        """
        if not isinstance(limit, Fraction):
            return not beyond if limit is None else limit
        if n.total is None:
            return enough(found, floor(limit) + 1 if beyond else ceil(limit))
        amounts = [(self.attribute(m, n.total), t, m.phantom) for m, t in found]
        return total_reaches(amounts, limit, beyond=beyond)

    def one_too_many(self, seen: list[Moment], limit: Fraction, n: Threshold) -> Moment:
        """Threshold: the event with which a ceiling was exceeded."""
        if n.total is None:
            return seen[floor(limit)]
        name = n.total
        return seen[first_beyond((self.attribute(m, name) for m in seen), limit)]

    def different(self, some: Found, name: str) -> Found:
        """One moment for each known value of an attribute; each unknown one may be another.

        A ``by`` that is a role names no person.
        """
        values: dict[object, tuple[Moment, Truth]] = {}
        loose: Found = []
        for m, t in some:
            value = self.attribute(m, name)
            if isinstance(value, Unknown) or (name == "by" and value in self.alias):
                why = value if isinstance(value, Unknown) else None
                loose.append((m, why or Unknown(How.FACT_UNKNOWN, m.id, name)))
            elif value is not None and values.get(value, (m, False))[1] is not True:
                values[value] = (m, t)
        return [*values.values(), *loose]

    def first_when_all(self, acts: list[Found]) -> tuple[Moment, Truth]:
        """The moment at which each of these acts has first happened, and whether it surely has.

        Its interval covers every moment it may have been; its place is -1 if that is not exact.
        """
        firsts = [
            min((m for m, t in ms if t is True), key=lambda m: (m.hi, m.lo, m.place), default=None)
            for ms in acts
        ]
        doubts = (t for ms, m in zip(acts, firsts, strict=True) if m is None for _, t in ms)
        doubt = next(doubts, True)
        alone = all(len(ms) == 1 and not ms[0][0].phantom for ms in acts)
        firsts = [ms[0][0] for ms in acts] if alone else firsts  # if it began, then with these
        pairs = list(zip(acts, firsts, strict=True))
        surely = [m for m in firsts if m is not None]
        last = max(surely, key=lambda m: (m.hi, m.lo, m.place)) if doubt is True or alone else None
        exact = last is not None and all(
            m is first or (first is not None and self.before(first, m) is True)
            for ms, first in pairs
            for m, _ in ms
        )
        exact = exact and all(m is last or self.before(m, last) is True for m in surely if last)
        lo = max(min(m.lo for m, _ in ms) for ms in acts)
        hi = max(lo, last.hi if last else self.now)
        place = last.place if exact and last else -1
        phantom = all(m.phantom for ms in acts for m, _ in ms)
        events = tuple(m.event for m in surely if m.event) if exact else ()
        began = Moment("", "", lo, hi, place, True, phantom=phantom, of_term=True, began_by=events)
        return began, doubt


def enough(found: Found, n: int) -> Truth:
    """Whether at least n fit; what is not recorded may have happened any number of times (M9)."""
    sure = sum(t is True for _, t in found)
    maybe = [(m, t) for m, t in found if isinstance(t, Unknown)]
    possible = inf if any(m.phantom for m, _ in maybe) else sure + len(maybe)
    return sure >= n or (possible >= n and maybe[0][1])


def some(found: Iterable[tuple[Moment, Truth]]) -> Truth:
    """Whether any of these surely fits, or may."""
    return either(t for _, t in found)
