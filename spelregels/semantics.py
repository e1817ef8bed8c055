"""The meaning of norms: the reference evaluator. Clauses (M1, Response, …): docs/meaning.md.

``judge`` is a pure function of ruleset, trajectory and the end of the day ``as_of`` (M1). What a
log shows reads ``model.log``, when a term is due ``calendar.running``; what it means, is here.
"""

# fmt: off
from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from spelregels.calendar.running import Change, Effect, RunningTerm, due_back, ordered
from spelregels.model import norms as kinds
from spelregels.model.log.moments import LAST_TICK, Due, Found, Moment, day_after, within_days
from spelregels.model.log.asking import Asking, Rule
from spelregels.model.log.naming import asked_for, covers
from spelregels.model.log.reading import enough, some
from spelregels.model.log.truth import Truth, both, either, negate
from spelregels.model.norms import NamedTerm, Norm, Precedence, Recurrence, Response, Threshold
from spelregels.model.patterns import ActPattern, Edge, Pattern, RoleSpec, TermRef
from spelregels.model.ruleset import Ruleset, RulesetFile
from spelregels.model.terms import NotStated, Term, Vague
from spelregels.model.trajectory import Trajectory
from spelregels.model.verdict import Judgement, Unknown, Verdict
from spelregels.model.words import Certainty, EndsAs, How, Kind, Regime, Strength, Word

UNMET = (Word.OPEN, Word.LATE, Word.OVERDUE, Word.BROKEN)
RANK = (Word.KEPT, Word.EXCUSED, Word.NO_LONGER_DUE, *UNMET)
WITHDRAWALS = (EndsAs.WITHDRAWN, EndsAs.LAPSED, EndsAs.FORWARDED)


@dataclass(frozen=True, slots=True)
class At:
    """Where a verdict stands: file, norm (None: the machine), trigger, and how surely it arose."""

    file: RulesetFile
    norm: Norm | None
    trigger: Moment | None
    gate: Truth
    name: str = ""
    kind: Kind = Kind.STAGE


class Case(Asking):
    """One trajectory under one ruleset at the end of one day."""

    def due(self, rule: Rule, term: Term, m: Moment, upto: Moment | None = None) -> Due:
        """Terms: the due day of ``term`` from ``m`` as it stood when ``upto`` came (None: now)."""
        fixed, longer = self.stated(term, m), None
        if isinstance(rule, NamedTerm) and rule.longer:
            fixed, longer = self.longer_of(fixed, self.stated(rule.longer, m))
        if isinstance(fixed, Unknown | date):
            return self.loosely(fixed, longer, term, m)
        boundary = m.of_term and m.act.endswith(Edge.PASSED.value)
        return RunningTerm(m, fixed, rule.count_from, rule.regime, longer, boundary,
                           self.rules.calendars).due(self.changes(rule, m, upto), self.before)

    def changes(self, rule: Rule, m: Moment, upto: Moment | None) -> list[Change]:
        """Terms: extensions and suspensions with the same link, announced before ``upto``."""
        changing = rule if isinstance(rule, Response | NamedTerm) else None
        extension, pause = changing and changing.extendable, changing and changing.suspended_by
        effects: dict[Effect, Pattern] = {Effect.EXTENDS: (extension.by_act,)} if extension else {}
        effects |= {Effect.SUSPENDS: pause.opens, Effect.RESUMES: pause.closes} if pause else {}
        found = [(c, t, effect) for effect, acts in effects.items() for c, t in self.found(acts)]
        changes = [Change(c, effect, both(
            t, self.linked(rule, m, c), effect is not Effect.EXTENDS or self.before(m, c),
            upto is None or self.before(c, upto)),
            self.stated(extension.once, c) if extension and effect is Effect.EXTENDS else None)
            for c, t, effect in found]
        return ordered(changes, self.log.order)

    def terms(self, ref: TermRef) -> list[tuple[Moment, Moment, Due]]:
        """Named terms: each time one began or may have: its begin, its boundary, its due day."""
        if ref not in self.terms_found:
            self.terms_found[ref] = []  # a term that hangs on itself never begins; refused on load
            self.terms_found[ref] = [
                x for f in self.rules.files if f.id == ref.file for t in f.terms if t.id == ref.term
                for per, sure in (self.found(t.per) if t.per else [(None, True)])
                if (x := self.begin(f, t, per, sure))]
        return self.terms_found[ref]

    def begin(self, file: RulesetFile, term: NamedTerm, per: Moment | None,
              sure: Truth) -> tuple[Moment, Moment, Due] | None:
        """Named terms: it begins when each begin act has first had an event that is met."""
        acts: list[Found] = []
        for pattern in term.begins:
            mets = [(self.met(term, m), both(t, not per or self.linked(term, per, m),
                                             self.in_force(file, m)))
                    for m, t in self.found(pattern)]
            acts.append([(m, u) for (m, ok), t in mets if (u := both(t, ok)) is not False])
        if not all(acts):
            return None
        began, doubt = self.first_when_all(acts)
        names = [f"{term.id}.{edge.value}" for edge in Edge]
        holds = both(sure, doubt, self.holds(file.applies, None), self.holds(term.applies, None))
        began = replace(began, id=names[0], act=names[0], event=per.event if per else None,
                        sure=holds, phantom=began.phantom or bool(per and per.phantom))
        due = self.due(term, term.lasts, began)
        lo = day_after(max(due.first, began.first))  # it never ends before the day it begins
        hi = day_after(due.last) if due.last else LAST_TICK
        over = both(holds, hi <= self.now or (lo <= self.now and due.why))
        passed = replace(began, id=names[1], act=names[1], lo=lo, hi=hi, place=-1, sure=over,
                         doubt=due.why)
        return None if holds is False else (began, passed, due)

    def met(self, term: NamedTerm, m: Moment) -> tuple[Moment, Truth]:
        """``begins_only_if``: when this event meets its gating norms, and whether it does."""
        when, truth = m, m.phantom is False or m.sure
        gates = {(r.file, r.norm) for r in term.begins_only_if} if m.event else ()
        for file, n in [(f, n) for f, n in self.norms if (f.id, n.id) in gates]:
            for v in [v for v in self.verdicts(file, n) if v.trigger == m.id]:
                if v.word is Word.CANNOT_TELL:
                    truth, when = both(truth, v.unknowns[0]), replace(when, hi=self.now, place=-1)
                elif v.word not in (Word.KEPT, Word.EXCUSED, Word.LATE):
                    truth = False
                elif isinstance(n, Response):  # of an exemption there is no event: met at once
                    excused = v.word is Word.EXCUSED
                    by = [a for a, t in self.found(n.unless) if t] if excused else self.moments
                    answer = next((a for a in by if a.id == v.evidence[-1]), m)
                    when = answer if self.before(when, answer) is not False else when
        return when, truth

    def conclude(self, at: At, kept: Truth, excuses: Found | None = None, how: How | None = None, *,
                 word: Word = Word.BROKEN, lifted: Found | None = None, passed: Truth = True,
                 seen: Iterable[Moment] = (), due: Due | None = None,
                 asks: Pattern = ()) -> Verdict:
        """M6, M7, M11: surely kept, excused or lifted; what may be one of these, or still open,
        cannot be told; else open, or the breach. What only may have arisen is never a breach."""
        n, t, past = at.norm, at.trigger, at.norm.if_ if at.norm else None
        excused = either((some(excuses or ()), self.exempt(n, t, asks)))
        ranked = ((kept, Word.KEPT), (excused, Word.EXCUSED),
                  (some(lifted or ()), Word.NO_LONGER_DUE), (negate(passed), Word.OPEN))
        sure = next((x for x in ranked[:3] if x[0] is True), None)
        doubt, word = sure or next((x for x in ranked if x[0] is not False), (True, word))
        if at.gate is not True and (word is not Word.KEPT or (t and t.sure is not True)):
            doubt = at.gate
        unknowns = (doubt,) if isinstance(doubt, Unknown) else ()
        frees = {Word.EXCUSED: excuses, Word.NO_LONGER_DUE: lifted}.get(word) or ()
        by = [m for m, x in frees if x is True][:1] or seen
        events = [e for m in (t, *self.grounds(past, t), *by) for e in (m.events if m else ())]
        return Verdict(
            norm=n.id if n else at.name, layer=at.file.id, version=at.file.version,
            kind=kinds.KIND_OF[type(n)] if n else at.kind,
            word=Word.CANNOT_TELL if unknowns else word, unknowns=unknowns,
            how=unknowns[0].how if unknowns else how if word in UNMET else None,
            trigger=t.id if t else "", day=t.first if t and t.first > date.min else None,
            due=due.first if due and date.min < due.first < date.max else None,
            act=asked_for(asks) if asks else t.act if t else "",
            due_latest=due.last if due else None,
            evidence=tuple(dict.fromkeys(e.id for e in events)),
            reckoning=due.reckoning if due else None,
            inferred=any(e.certainty is Certainty.INFERRED for e in events))

    def exempt(self, n: Norm | None, t: Moment | None, asks: Pattern) -> Truth:
        """Exemption: *need_not* excuses the duty to do an act, where it applies."""
        duty = n.count if isinstance(n, Threshold) and n.at_most is None else asks
        return either(self.gate(f, e, t) for f, e in self.exemptions if covers(e.need_not, duty))

    def verdicts(self, file: RulesetFile, n: Norm) -> Iterator[Verdict]:
        """The instances of one norm, in order of their triggers."""
        match n:
            case Precedence():
                yield from self.precedence(file, n)
            case Response():
                yield from self.response(file, n)
            case kinds.Absence():
                for m, gate in self.triggers(file, n):
                    yield self.conclude(At(file, n, m, gate), negate(self.within(n.window, m)),
                                        self.excuses(n, m), How.FORBIDDEN)
            case kinds.Requirement():
                for m, gate in self.triggers(file, n):
                    at = At(file, n, m, both(gate, self.comparable(n.require, m)))
                    if at.gate is not False:
                        yield self.conclude(at, self.holds(n.require, m), self.excuses(n, m),
                                            How.REQUIREMENT_NOT_MET)
            case kinds.Power():
                yield from self.power(file, n)
            case Recurrence():
                yield from self.recurrence(file, n)
            case kinds.Separation():
                yield from self.separation(file, n)
            case Threshold():
                yield from self.threshold(file, n)
            case kinds.Exemption():
                for m, gate in self.triggers(file, n) if n.may_be_ban else ():
                    yield self.conclude(At(file, n, m, gate), Unknown(How.NOT_STATED, m.id, m.act))
            case kinds.Statement():
                return

    def precedence(self, file: RulesetFile, n: Precedence) -> Iterator[Verdict]:
        """Precedence: *before B, must A*; one A that surely meets all suffices."""
        for b, gate in self.triggers(file, n):
            for must in n.must:
                found = self.found(must)
                near = [(a, u) for a, t in found
                        if (u := both(t, self.before(a, b), self.linked(n, b, a))) is not False]
                fits = [(a, both(t, self.timely(n, a, b), not n.last_counts or negate(either(
                    both(u, self.before(a, c)) for c, u in near)))) for a, t in near]
                running = [x[2] for p in must if not isinstance(p, ActPattern)
                           for x in self.terms(p.term)]
                wrong = [a for a in self.by_wrong_role(must, found)
                         if self.before(a, b) is True and self.linked(n, b, a) is not False]
                after = [a for a, t in found if t is True and self.before(a, b) is False]
                latest = self.back(n, n.lead, b, n.clear_days) if n.lead else None
                last = near[-1:] if n.last_counts else near
                led = not latest or any(latest.holds(a) is True for a, _ in last)
                untimely = How.TOO_FEW if n.times > 1 else How.TOO_EARLY if led else How.TOO_LATE
                how = (untimely if near else How.TOO_EARLY if running else How.WRONG_ROLE if wrong
                       else How.OUT_OF_ORDER if after else How.MISSING)
                due, long = running[0] if running else None, n.wait or n.lasts
                due = due or latest or (self.due(n, long, near[0][0]) if long and near else None)
                good = [a for a, t in fits if t is True][:n.times]
                yield self.conclude(At(file, n, b, gate), enough(fits, n.times),
                                    self.excuses(n, b), how, due=due, asks=must,
                                    seen=good or [a for a, _ in near] or wrong or after)

    def timely(self, n: Precedence, a: Moment, b: Moment) -> Truth:
        """Precedence: lead, wait, lasts and at_longest, all of the same A."""
        return both(not n.lead or self.back(n, n.lead, b, n.clear_days).holds(a),
                    not n.wait or negate(self.due(n, n.wait, a).holds(b)),
                    not n.lasts or self.due(n, n.lasts, a).reached(b),
                    not n.at_longest or self.back(n, n.at_longest, b).reached(a))

    def back(self, n: Precedence, term: Term, b: Moment, clear: bool = False) -> Due:
        """A day counted back from B; never moved (Atw 1 lid 2); with ``clear`` days in between."""
        fixed = self.stated(term, b)
        if isinstance(fixed, Unknown | date):
            return Due(date.min, None, fixed) if isinstance(fixed, Unknown) else Due.on(fixed)
        return due_back(b, fixed, count_from=n.count_from, regime=Regime.CALENDAR,
                        clear_days=clear, calendars=self.rules.calendars)

    def response(self, file: RulesetFile, n: Response) -> Iterator[Verdict]:
        """Response: *after A, must B*, by the due day; without a stated term, before the end."""
        term = n.within if not isinstance(n.within, NotStated | Vague) else None
        for m, gate in self.triggers(file, n):
            if m.of_term or term is None:
                gate = both(gate, negate(self.ended(m)))
            for must in n.must if gate is not False else ():
                yield self.duty(At(file, n, m, gate), n, m, must, term)

    def duty(self, at: At, n: Response, m: Moment, must: Pattern, term: Term | None) -> Verdict:
        """Response, one instance: each answer, excuse and withdrawal meets its then due day."""
        over = either(both(t, negate(self.before(m, e))) for e, t in self.ends)
        closing = [(e, both(t, self.before(m, e), negate(over))) for e, t in self.ends]
        hole = isinstance(n.within, NotStated) and Unknown(How.NOT_STATED, "", "term")
        vague = Unknown(How.VAGUE, "", n.within.word) if isinstance(n.within, Vague) else True
        plain = replace(n, extendable=None, suspended_by=None)
        def timely(b: Moment) -> Truth:
            if term is not None:
                return self.due(n, term, m, upto=b).holds(b)
            return both(negate(either(both(t, self.before(e, b)) for e, t in closing)), vague)
        found, unripe = self.found(must), self.due(plain, n.not_before, m) if n.not_before else None
        ripe = {b: unripe is None or negate(unripe.holds(b)) for b, _ in found}
        since = day_after(unripe.first) if unripe else 0
        answers = [(b, u) for b, t in found
                   if (u := both(t, ripe[b], self.answers(n, m, b))) is not False]
        kept = [(b, both(t, timely(replace(b, lo=max(b.lo, min(since + 1, b.hi))))))
                for b, t in answers]
        excuses = [(u, both(t, timely(u), self.linked(n, m, u))) for u, t in self.found(n.unless)]
        ways_out = ((e, both(t, self.walk.ending(e, WITHDRAWALS), self.walk.permits(e),
                             negate(self.ended(e)), self.before(m, e))) for e, t in self.ends)
        lifted = [(e, both(t, t is not False and timely(e))) for e, t in ways_out]
        due = self.due(n, term, m) if term is not None else None
        passed = negate(due.covers(self.as_of, self.as_of)) if due else some(closing)
        late = [b for b, t in answers if t is True]
        wrong = [b for b in self.by_wrong_role(must, found) if self.meant_for(n, m, b)]
        hasty = any(ok is False and self.meant_for(n, m, b) for b, ok in ripe.items())
        how: How | None = How.WRONG_ROLE if wrong else How.TOO_EARLY if hasty else How.MISSING
        how = how if not late else How.TOO_LATE if due else How.AFTER_THE_END
        if passed is False:
            how, passed = due.paused if due else None, hole or negate(vague)
        return self.conclude(
            at, some(kept), excuses, how, lifted=lifted, passed=passed, due=due,
            word=Word.LATE if late else Word.BROKEN if self.ended() is True else Word.OVERDUE,
            seen=([b for b, t in kept if t is True] or late or wrong)[:1], asks=must)

    def recurrence(self, file: RulesetFile, n: Recurrence) -> Iterator[Verdict]:
        """Recurrence: from each F, and each A not before one, an A on a later day within d; or an A
        in each calendar year after the first F. An end within it discharges it."""
        spans: list[tuple[Moment, Truth, Due, Due]] = []
        for m, gate in self.triggers(file, n, (*n.start, *n.must)) if n.every else ():
            begun = either(both(t, negate(self.before(m, f))) for f, t in self.found(n.start))
            due = self.due(n, n.every or NotStated(), m)
            spans.append((m, both(gate, begun), Due(m.first, m.last), due))
        starts = self.triggers(file, n) if n.every is None else []
        years = [m.first.year + 1 for m, _ in starts if m.first > date.min] or [self.as_of.year]
        for year in range(min(years), self.as_of.year + 1) if starts else ():
            eve, last = Due.on(date(year - 1, 12, 31)), Due.on(date(year, 12, 31))
            begun_by = [(m, both(gate, eve.holds(m))) for m, gate in starts]
            m = next((m for m, t in begun_by if t is True), starts[0][0])
            spans.append((m, some(begun_by), eve, last))
        for m, gate, since, due in spans:
            gone = ((e, both(t, self.before(e, m) if n.every else since.holds(e)))
                    for e, t in self.ends)
            at = At(file, n, m, both(gate, negate(some(gone))))
            later = [(a, both(t, negate(since.holds(a))))
                     for a, t in self.found(n.must) if a is not m]
            kept = [(a, both(t, due.holds(a))) for a, t in later]
            late = [a for a, t in later if t is True and n.every]
            over = n.every is None or self.ended() is True
            passed = negate(due.covers(self.as_of, self.as_of))
            missed = How.TOO_LATE if late else How.MISSING
            if at.gate is not False:
                yield self.conclude(
                    at, some(kept), [(u, both(t, due.holds(u))) for u, t in self.found(n.unless)],
                    None if passed is False else missed, passed=passed, due=due,
                    word=Word.LATE if late else Word.BROKEN if over else Word.OVERDUE,
                    lifted=[(e, both(t, due.holds(e))) for e, t in self.ends],
                    seen=([a for a, t in kept if t is True] or late)[:1], asks=n.must)

    def separation(self, file: RulesetFile, n: kinds.Separation) -> Iterator[Verdict]:
        """Separation: broken for each person who surely did both, before the end."""
        gate = self.gate(file, n, None)
        sides = [[(m, both(t, negate(self.ended(m))), p) for m, t in self.found(pattern)
                  if (p := self.attribute(m, "by")) is not None and p not in self.alias]
                 for pattern in (n.first, n.second)]
        pairs = [(a, b, (p, q), both(
            t, u, next((x for x in (p, q) if isinstance(x, Unknown)), p == q)))
                 for a, t, p in sides[0] for b, u, q in sides[1]]
        guilty = {p: (a, b) for a, b, (p, _), t in reversed(pairs) if t is True}
        for a, b in guilty.values() if gate is not False else ():
            yield self.conclude(At(file, n, None, gate), False, how=How.SAME_PERSON, seen=(a, b))
        doubt = either(t for _, _, people, t in pairs if not guilty.keys() & set(people))
        if gate is not False and (doubt is not False or not guilty):
            kept = doubt if doubt is not False else self.ended()
            yield self.conclude(At(file, n, None, gate), kept, passed=False)

    def threshold(self, file: RulesetFile, n: Threshold) -> Iterator[Verdict]:
        """Threshold: a floor or ceiling, before each B, per period, or over the trajectory."""
        counted = [(m, both(t, negate(self.ended(m)))) for m, t in self.found(n.count)]
        excuses = [(u, both(t, negate(self.ended(u)))) for u, t in self.found(n.unless)]
        for b, gate in self.triggers(file, n) if n.before else ():
            early = [[(m, both(t, self.before(m, b))) for m, t in ms] for ms in (counted, excuses)]
            yield self.measured(At(file, n, b, gate), n, True, early[0], early[1])
        for b, p, due in self.terms(n.per_term) if n.per_term else ():
            at = At(file, n, b, both(self.gate(file, n, b), b.sure))
            inside = [(m, both(t, negate(self.before(m, b)), negate(self.before(p, m))))
                      for m, t in counted]
            if at.gate is not False and not b.phantom:
                spared = [(u, both(t, negate(self.before(p, u)))) for u, t in excuses]
                yield self.measured(at, n, either((self.ended(), p.sure)), inside, spared, due)
        gate = both(not (n.before or n.per_term), self.gate(file, n, None))
        if gate is not False and not n.per_year:
            yield self.measured(At(file, n, None, gate), n, self.ended(), counted, excuses)
        dated = [m for m in self.moments if not m.phantom and m.lo > 1] if n.per_year else []
        for year in range(dated[0].first.year, self.as_of.year + 1) if dated else ():
            first, eve, last = date(year, 1, 1), date(year - 1, 12, 31), date(year, 12, 31)
            inside = [(m, both(t, within_days(m, first, last))) for m, t in counted]
            spared = [(u, both(t, Due.on(last).holds(u))) for u, t in excuses]
            begun = some((m, both(m.sure, Due.on(last).holds(m))) for m in dated)
            gone = some((e, both(t, Due.on(eve).holds(e))) for e, t in self.ends)
            at = At(file, n, None, both(gate, begun, negate(gone)))
            if at.gate is not False:
                closed = either((self.ended(), self.as_of > last))
                yield replace(self.measured(at, n, closed, inside, spared, Due.on(last)), day=first)

    def measured(self, at: At, n: Threshold, closed: Truth, counted: Found, excuses: Found,
                 due: Due | None = None) -> Verdict:
        """Threshold: *sure* counts known persons, *possible* also unknown ones."""
        counted = [(m, t) for m, t in counted if t is not False]
        counted = self.different(counted, n.distinct) if n.distinct else counted
        least, most = (self.figure(x, at.trigger) for x in (n.at_least, n.at_most))
        floor, over = self.reached(counted, least, n), self.reached(counted, most, n, beyond=True)
        passed, seen = either((over, closed)), [m for m, t in counted if t is True]
        if over is True and isinstance(most, Fraction):  # an excuse comes before the one too many
            last = self.one_too_many(seen, most, n)
            excuses = [(u, both(t, self.before(u, last))) for u, t in excuses]
        how = How.TOO_MANY if over is True else How.TOO_FEW if passed is True else None
        doubt = both(passed, *(x for x in (over, least) if isinstance(x, Unknown)))
        return self.conclude(at, both(floor, negate(over), n.at_most is None or closed),
                             [(u, both(t, doubt)) for u, t in excuses], how, passed=passed, due=due,
                             seen=seen)

    def powers(self, m: Moment) -> Iterator[tuple[RulesetFile, kinds.Power, Truth, Truth]]:
        """Power: each *may* for this act, whether within its limits, and whether his who did it."""
        for f, n in self.norms:
            if isinstance(n, kinds.Power) and m.act in n.may:
                timely = n.within is None or either(
                    both(t, self.before(a, m), self.due(n, n.within, a).holds(m))
                    for a, t in self.found(n.after))
                mine = self.role_fits(m, n.by if isinstance(n.by, RoleSpec) else None)
                yield f, n, both(self.holds(n.where, m), timely), mine

    def power(self, file: RulesetFile, n: kinds.Power) -> Iterator[Verdict]:
        """Power: *may C by R*: exceeded outside its limits; another's act, if exclusive, broken."""
        for m, gate in [x for x in self.triggers(file, n) if not self.walk.judges(x[0])]:
            powers = {(f.id, f.version, o.id): (f, o, a, b) for f, o, a, b in self.powers(m)}
            _, _, limits, mine = powers.pop((file.id, file.version, n.id))
            covered = either(both(self.gate(f, o, m), a, b) for f, o, a, b in powers.values())
            kept, arises = either((both(limits, mine), covered)), mine
            if n.exclusive:
                kept = either((both(mine, kept), both(negate(mine), negate(limits))))
                arises = either((mine, limits))
            at = At(file, n, m, both(gate, arises))
            if at.gate is not False and not (limits is False and covered is True):
                how = How.NO_POWER if mine is False else How.NOT_PERMITTED_HERE
                yield self.conclude(at, kept, self.excuses(n, m), how)

    def stage_power(self, m: Moment) -> Truth:
        """Power: a *may* covers it, or the stage's decider did it and no other's is exclusive."""
        powers = list(self.powers(m))
        others = either(both(self.gate(f, n, m), limits, negate(his))
                        for f, n, limits, his in powers if n.exclusive)
        covered = either(both(self.gate(f, n, m), limits, his) for f, n, limits, his in powers)
        return either((covered, both(self.walk.decided(m), negate(others))))

    def machine(self) -> Iterator[Verdict]:
        """Stages and decision acts: one finding for each act."""
        home = [f for f in self.rules.files if (x := self.rules.machine) and f.id == x.file][-1:]
        for file, m in [(f, m) for f in home for m in self.moments if not m.phantom]:
            gate = both(m.sure, self.holds(file.applies, None), self.in_force(file, m))
            lawful, stages = self.walk.lawful(m), self.walk.before.get(m, set())
            over = all(s and self.walk.stages[s].ends_as for s in stages)
            if gate is not False and lawful is not None:
                v = self.conclude(At(file, None, m, gate, "@stage"), lawful,
                                  how=How.AFTER_THE_END if over else How.NOT_PERMITTED_HERE)
                yield replace(v, stage=next(iter(stages)) if len(stages) == 1 else None)
            if gate is not False and self.walk.judges(m):
                at = At(file, None, m, gate, "@power", Kind.STAGE_POWER)
                yield self.conclude(at, self.stage_power(m), how=How.NO_POWER)

    def unencoded(self) -> Iterator[Verdict]:
        """M14: a file gives one line if no version of it was in force on a day it was asked."""
        lines: dict[str, Verdict] = {}
        for file, n in self.norms:
            versions = [f for f in self.rules.files if f.id == file.id]
            for m, t in self.found(n.raised_by) if file.id not in lines else ():
                if not m.phantom and both(t, self.asked(file, n, m)) is not False and all(
                        self.in_force(f, m) is False for f in versions):
                    why = Unknown(How.LAW_NOT_ENCODED, m.id, file.id)
                    v = self.conclude(At(file, None, m, True, "@law", Kind.LAW), why)
                    lines.setdefault(file.id, replace(v, version=""))
        yield from lines.values()


def judge(ruleset: Ruleset, trajectory: Trajectory, as_of: date) -> Judgement:
    """M1, M10: every verdict of a trajectory under a ruleset at the end of the day ``as_of``."""
    case = Case(ruleset, trajectory, as_of)
    verdicts = [v for file, n in case.norms for v in case.verdicts(file, n)]
    verdicts += [*case.machine(), *case.unencoded()]
    soft = {(f.id, n.id) for f, n in case.norms if n.strength is not Strength.MUST}
    ranks = [min(RANK.index(v.word), RANK.index(Word.LATE if (v.layer, v.norm) in soft else v.word))
             for v in verdicts if v.word is not Word.CANNOT_TELL]
    return Judgement(trajectory=trajectory.id, as_of=as_of, verdicts=tuple(verdicts),
                     outcome=RANK[max(ranks)] if ranks else None,
                     undetermined=len(verdicts) - len(ranks), remarks=case.remarks(),
                     stage=next(iter(case.walk.now)) if len(case.walk.now) == 1 else None)
