"""What a log shows on a day, no norm judged: who did what when, and what stays unknown.

Clauses M2-M4, M9 and M12 of ``docs/meaning.md``. An act that the source does not record is one
*phantom*: it may have happened, any number of times, at any moment.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from operator import eq, ge, gt, le, lt
from typing import Any

from spelregels.model.figures import FIGURES, FactFigure, Figure
from spelregels.model.log.amounts import worked_out
from spelregels.model.log.moments import DAY, Due, Moment, in_time, interval, within_days
from spelregels.model.log.truth import Truth, both, either, negate
from spelregels.model.patterns import (
    ActPattern,
    AllOf,
    AnyOf,
    Condition,
    Earlier,
    NoneOf,
    Op,
    RoleSpec,
    Test,
    Value,
)
from spelregels.model.ruleset import Ruleset, WordList
from spelregels.model.terms import NotStated
from spelregels.model.trajectory import Event, Trajectory
from spelregels.model.verdict import Unknown
from spelregels.model.words import Certainty, How, Order, RoleKind

COMPARE: dict[Op, Callable[[Any, Any], bool]] = {
    Op.IS: eq,
    Op.ONE_OF: eq,
    Op.SAME_AS: eq,
    Op.ABOVE: gt,
    Op.BELOW: lt,
    Op.AT_LEAST: ge,
    Op.AT_MOST: le,
}


class Evidence:
    """One trajectory, read with the words of one ruleset, at the end of the day ``as_of``."""

    def __init__(self, rules: Ruleset, log: Trajectory, as_of: date) -> None:
        self.rules, self.log, self.as_of = rules, log, as_of
        self.now = DAY * (as_of.toordinal() + 1) - 1
        self.alias = {a: r.id for r in rules.roles.values() for a in (r.id, *r.aliases)}
        live = [e for e in log.events if not e.corrects or (e.recorded or date.min) <= as_of]
        self.replaced = {e.corrects: e.id for e in live if e.corrects}
        self.moments = sorted([*self._recorded(live), *self._phantoms()], key=in_time)

    def _recorded(self, live: list[Event]) -> Iterator[Moment]:
        """M4, corrections: the events that exist, or may, by the end of ``as_of``."""
        shown = {e.id for e in live if e.id not in self.replaced}
        for place, e in enumerate(self.log.events):
            lo, hi = interval(e.at)
            if e.id not in shown or lo > self.now:
                continue
            sure: Truth = True if hi <= self.now else Unknown(How.DATE_UNKNOWN, e.id, e.act)
            if e.certainty is Certainty.PLANNED:
                sure = Unknown(How.NOT_RECORDED, e.id, e.act)
            yield Moment(e.id, e.act, lo, min(hi, self.now), place, sure, e)

    def _phantoms(self) -> Iterator[Moment]:
        """M9: one for each act that the source would not show."""
        for act in sorted(self.rules.acts):
            if self.log.records is not None and act not in self.log.records:
                sure = Unknown(How.NOT_RECORDED, "", act)
                yield Moment("", act, 1, self.now, -1, sure, phantom=True)

    def current(self, name: object) -> object:
        """The event that now stands for this id (corrections)."""
        for _ in self.replaced:
            name = self.replaced.get(str(name), name)
        return name

    def before(self, x: Moment, y: Moment) -> Truth:
        """M2: x is before y if its interval ends first; equal ones by position, where asserted."""
        if (x is y and not x.phantom) or x.hi < y.lo or y.hi < x.lo:
            return x.hi < y.lo
        if x.phantom or y.phantom:
            return Unknown(How.NOT_RECORDED, "", x.act if x.phantom else y.act)
        if (x.lo, x.hi) == (y.lo, y.hi) and x.place >= 0 and y.place >= 0:
            if x.place == y.place or self.log.order is Order.LISTED:
                return x.place < y.place
            return Unknown(How.ORDER_UNKNOWN, x.id, x.act)
        vague = x if x.hi - x.lo >= y.hi - y.lo else y
        if vague.doubt is not None:
            return vague.doubt
        how = How.ORDER_UNKNOWN if vague.hi - vague.lo < DAY else How.DATE_UNKNOWN
        return Unknown(how, vague.id, vague.act)

    def attribute(self, m: Moment | None, name: str) -> Value | Unknown | None:
        """M3: a fact of an event, or of the header (``m`` None); None is known absent."""
        log, default = self.log, None
        given: dict[str, Value | None]
        if m is None:
            closed = log.closed.everything or name in log.closed.facts
            level = log.level.value if log.level else None
            authority = log.competent_authority
            given = {**log.header, **log.facts, "level": level, "competent_authority": authority}
            known = name in log.facts or name in log.header
            if name in self.rules.facts and not known:
                default = self.rules.facts[name].default
        elif m.event is None:
            return m.sure if isinstance(m.sure, Unknown) else Unknown(How.FACT_UNKNOWN, m.id, name)
        else:
            e, by = m.event, m.event.by
            named = name in log.closed.attributes.get(m.act, frozenset())
            # somebody did it, with some outcome: closed is about what else a source may state
            closed = named or (log.closed.everything and name not in ("by", "as", "outcome"))
            roles = tuple(self.alias.get(r, r) for r in self._named(m)) or None
            given = {**e.attributes, "by": by, "as": roles, "outcome": e.outcome}
            known = name in e.attributes
        value = given.get(name)
        if value is None:
            value = default
        if value is not None or known or closed:
            return value
        return Unknown(How.FACT_UNKNOWN, m.id if m else "", name)

    def earlier(self, e: Earlier, m: Moment, *, same_day: bool = False) -> Value | Unknown | None:
        """The attribute of the last event of an act before ``m`` (``same_day``: or on its day)."""
        if e.act is None or (same_day and m.act == e.act):
            return self.attribute(m, e.attribute)
        came = [(c, t) for c, t in self.came_before(e.act, m, same_day=same_day) if t is not False]
        sure = [c for c, t in came if t is True]
        last = [(c, t) for c, t in came if not any(self.before(c, d) is True for d in sure)]
        values = [self.attribute(c, e.attribute) for c, _ in last]
        if not values:
            return None
        if all(v == values[0] for v in values) and any(t is True for _, t in last):
            return values[0]
        unknown = Unknown(How.ORDER_UNKNOWN, last[0][0].id, e.act)
        return next((v for v in values if isinstance(v, Unknown)), unknown)

    def came_before(
        self, act: str, m: Moment, *, same_day: bool = False
    ) -> Iterator[tuple[Moment, Truth]]:
        """Each moment of an act, and whether it came before ``m`` (``same_day``: or on its day)."""
        day = Due(m.first, m.last)
        for c in self.moments:
            if c.act == act:
                yield c, both(c.sure, day.holds(c) if same_day else self.before(c, m))

    def comparable(self, c: Condition, m: Moment) -> Truth:
        """M3: no if it asks *same as* an act that surely never came before."""
        if not isinstance(c, Test):
            return both(*(self.comparable(p, m) for p in c.parts))
        act = c.operand.act if isinstance(c.operand, Earlier) else None
        return act is None or either(t for _, t in self.came_before(act, m))

    # --- roles (M12) -----------------------------------------------------------------------------

    def _named(self, m: Moment) -> tuple[str, ...]:
        """The roles that an event names: under ``as``, else ``by`` if that is a role."""
        e = m.event
        if e is None or e.roles or e.by not in self.alias:
            return e.roles if e else ()
        return (e.by,)

    def role_fits(self, m: Moment, spec: RoleSpec | None) -> Truth:
        """M12: ``as``, else ``by`` if that is a role, else what ``persons`` gives for that day."""
        roles = self.rules.roles
        wanted = [self.alias.get(w, w) for w in spec.any_of] if spec else []
        anyone = any(w in roles and roles[w].kind is RoleKind.ANYONE for w in wanted)
        if spec is None or m.of_term or anyone:
            return True
        if m.event is None:
            return m.sure
        held = [(r, True) for r in self._named(m)] or self._held_on(m, m.event.by or "")
        held = [(self.alias.get(r, r), t) for r, t in held]
        fits = either(both(t, self._is_role(r, w)) for r, t in held for w in wanted)
        if spec.vehicle:
            fits = either(both(t, roles[r].vehicle is spec.vehicle) for r, t in held if r in roles)
        known = any(t is True for _, t in held)
        return fits if known or fits is not False else Unknown(How.FACT_UNKNOWN, m.id, "as")

    def _held_on(self, m: Moment, person: str) -> list[tuple[str, Truth]]:
        """The roles of a person at a moment; periods of one role that join are one."""
        periods: dict[str, tuple[date, date]] = {}
        held: list[tuple[str, Truth]] = []
        entries = sorted(self.log.persons.get(person, ()), key=lambda p: p.first or date.min)
        for p in entries:
            first, last = p.first or date.min, p.last or date.max
            since, until = periods.get(p.role, (first, first))
            joined = p.role in periods and first.toordinal() <= until.toordinal() + 1
            periods[p.role] = (since if joined else first, max(until, last))
            held.append((p.role, within_days(m, *periods[p.role])))
        return held

    def _is_role(self, held: str, wanted: str) -> Truth:
        """M12: a ``one_of`` role fits any member, if bound only the one the header names."""
        for group, member in ((wanted, held), (held, wanted)):
            role = self.rules.roles.get(group)
            if held != wanted and role and member in role.one_of:
                chosen = self.log.competent_authority
                if role.bound_by_header and chosen is not None:
                    return self.alias.get(chosen, chosen) == member
                if role.bound_by_header:
                    return Unknown(How.FACT_UNKNOWN, "", "competent_authority")
                return group == wanted or Unknown(How.FACT_UNKNOWN, "", group)
        return held == wanted

    # --- conditions (M3) -------------------------------------------------------------------------

    def holds(self, c: Condition | None, m: Moment | None) -> Truth:
        """M3: a condition on an event, or on the header (``m`` None)."""
        match c:
            case None:
                return True
            case AllOf():
                return both(*(self.holds(p, m) for p in c.parts))
            case AnyOf():
                return either(self.holds(p, m) for p in c.parts)
            case NoneOf():
                return negate(either(self.holds(p, m) for p in c.parts))
            case Test():
                return self._passes(c, m)

    def _passes(self, t: Test, m: Moment | None) -> Truth:
        """One test; a list fits if any member fits; what is absent fits *absent* and *is not*."""
        value, operand = self.attribute(m, t.attribute), t.operand
        if m is not None and t.attribute == "as" and t.op in (Op.IS, Op.ONE_OF, Op.IS_NOT):
            fits = self.role_fits(m, RoleSpec(listed(operand)))
            return negate(fits) if t.op is Op.IS_NOT else fits
        if isinstance(operand, Earlier):
            found = self.earlier(operand, m) if m and value is not None else None
            if found is None or isinstance(found, Unknown):
                return found is not None and found
            operand = found
        if isinstance(value, Unknown):
            return value
        values = [v for v in listed(value) if v != ""]
        if isinstance(operand, FIGURES):
            limit = self.figure(operand, m)
            if not isinstance(limit, Fraction):
                return bool(values) and (limit or False)
            return any(COMPARE[t.op](Fraction(v), limit) for v in values)
        match t.op:
            case Op.PRESENT:
                return bool(values)
            case Op.ABSENT:
                return not values
            case Op.IS_NOT:
                return not any(v == o for v in values for o in listed(operand))
            case Op.IN_LIST:
                return in_list(values, self.rules.lists[str(operand)], m)
            case _:
                return any(COMPARE[t.op](v, o) for v in values for o in listed(operand))

    def figure(self, f: Figure | NotStated | None, m: Moment | None) -> Fraction | Unknown | None:
        """Figures: a number worked out from facts, as they stood at ``m``; None for no number."""

        def fact(named: FactFigure) -> Value | Unknown | None:
            if named.act is not None:
                return self.earlier(Earlier(named.act, named.name), m) if m else None
            return self.attribute(m if named.own else None, named.name)

        return None if f is None else worked_out(f, fact)

    def fits(self, p: ActPattern, m: Moment) -> Truth:
        """Whether this happened and is such an act, by such a role, with such an outcome."""
        done: Truth = True
        if p.outcome:
            outcome, act = self.attribute(m, "outcome"), self.rules.acts.get(m.act)
            done = outcome if isinstance(outcome, Unknown) else outcome in p.outcome
            declared = {*act.outcomes} if act else set()
            if isinstance(outcome, Unknown) and declared and declared <= {*p.outcome}:
                done = True  # it had one of them, whichever that was
        return both(m.sure, self.role_fits(m, p.by), done, self.holds(p.where, m))


def in_list(values: Sequence[Value], named: WordList, m: Moment | None) -> Truth:
    """Lists: whether one of these stands in it; unknown where a part of it was not seen."""
    if any(value in named.items for value in values):
        return True
    more = bool(values) and not named.complete
    return more and Unknown(How.NOT_STATED, m.id if m else "", f"lists.{named.id}")


def listed(value: object) -> tuple[Any, ...]:
    """A value as a tuple of values; what is absent has none."""
    return value if isinstance(value, tuple) else () if value is None else (value,)
