"""The plain reading of a log: facts, roles, conditions, windows, stages, the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from spelregels.audit.plain.numbers import NotPlain, no_moments, no_windows, number, values_of
from spelregels.model.figures import FIGURES, FactFigure, Figure
from spelregels.model.patterns import (
    ActPattern,
    AllOf,
    AnyOf,
    BetweenWindow,
    Condition,
    Earlier,
    Happened,
    MomentPattern,
    NoneOf,
    Op,
    Pattern,
    RoleSpec,
    Situation,
    SituationAll,
    SituationAny,
    StageWindow,
    TermRef,
    TermWindow,
    Test,
    Window,
)
from spelregels.model.ruleset import Ruleset, Stage
from spelregels.model.terms import NotStated
from spelregels.model.trajectory import Event, Trajectory
from spelregels.model.words import EndsAs


@dataclass(frozen=True, slots=True)
class Step:
    """One event, or a moment of a named term, with its rank in the one order of all of them.

    ``moment``: of a term (``event``: that of its ``per``); ``boundary``: where the term has passed,
    after its last day, which is its day.
    """

    rank: float
    day: date
    name: str
    act: str
    event: Event | None = None
    moment: bool = False
    boundary: bool = False


class PlainLog:
    """A fully known log at the end of a day, and what the ruleset's words mean in it."""

    def __init__(self, rules: Ruleset, log: Trajectory, as_of: date) -> None:
        self.rules, self.log, self.as_of = rules, log, as_of
        dated = [(e.at.day, e.at.minute or 0, n, e) for n, e in enumerate(log.events) if e.at.day]
        there = sorted((x for x in dated if x[0] <= as_of), key=lambda x: x[:3])
        self.steps = [Step(n, day, e.id, e.act, e) for n, (day, _, _, e) in enumerate(there)]
        self.alias = {a: r.id for r in rules.roles.values() for a in (r.id, *r.aliases)}
        self.stages = {s.id: s for s in rules.machine.stages} if rules.machine else {}
        self.ladder = list(self.stages)
        self.moments: Callable[[MomentPattern], list[Step]] = no_moments
        self.windows: Callable[[TermRef], list[tuple[float, float]]] = no_windows
        self.stage_before: dict[float, str | None] = {}
        self.lawful: dict[float, bool] = {}
        if self.stages:
            self._walk()
        self.end = next((s for s in self.steps if self.ends(s)), None)

    # --- facts and roles --------------------------------------------------------------------------

    def fact(self, name: str, step: Step | None) -> Any:
        """An attribute, or a fact of the header (``step`` None); None if it is not there."""
        if step is None:
            if name == "competent_authority":
                return self.log.competent_authority
            declared = self.rules.facts.get(name)
            given = {**self.log.header, **self.log.facts}
            return given.get(name, declared.default if declared else None)
        if step.event is None:
            raise NotPlain
        if name == "by":
            return step.event.by
        if name == "as":
            return self.roles(step)
        return step.event.attributes.get(name)

    def roles(self, step: Step) -> tuple[str, ...]:
        """The roles of an event, by their own names."""
        event = step.event
        named = (event.roles or ((event.by,) if event.by in self.alias else ())) if event else ()
        if not named:
            raise NotPlain
        return tuple(self.alias.get(name, name) for name in named)

    def by_role(self, step: Step, spec: RoleSpec | None) -> bool:
        """Whether the act was done by one of these roles."""
        if spec is None:
            return True
        held = self.roles(step)
        if spec.vehicle is not None:
            return any(self.rules.roles[role].vehicle is spec.vehicle for role in held)
        wanted: set[str] = set()
        for name in (self.alias.get(name, name) for name in spec.any_of):
            role = self.rules.roles[name]
            bound = self.log.competent_authority
            wanted |= {name} | (
                {bound} if role.bound_by_header and bound is not None else set(role.one_of)
            )
        return bool(wanted & set(held))

    # --- conditions -------------------------------------------------------------------------------

    def true(self, condition: Condition | None, step: Step | None) -> bool:
        """Whether a condition holds of an event, or of the header."""
        match condition:
            case None:
                return True
            case AllOf():
                return all(self.true(part, step) for part in condition.parts)
            case AnyOf():
                return any(self.true(part, step) for part in condition.parts)
            case NoneOf():
                return not any(self.true(part, step) for part in condition.parts)
            case Test():
                return self._test(condition, step)

    def _test(self, test: Test, step: Step | None) -> bool:
        have = values_of(self.fact(test.attribute, step))
        if test.op is Op.PRESENT:
            return bool(have)
        if test.op is Op.ABSENT:
            return not have
        asked = test.operand
        if isinstance(asked, Earlier):
            asked = self.earlier(asked, step)
        other = self.rules.lists[str(asked)].items if test.op is Op.IN_LIST else values_of(asked)
        if isinstance(asked, FIGURES):
            have, other = [Fraction(value) for value in have], [self.number(asked, step)]
        match test.op:
            case Op.IS | Op.ONE_OF | Op.SAME_AS | Op.IN_LIST:
                return any(value in other for value in have)
            case Op.IS_NOT:
                return not any(value in other for value in have)
            case Op.ABOVE:
                return any(value > other[0] for value in have)
            case Op.BELOW:
                return any(value < other[0] for value in have)
            case Op.AT_LEAST:
                return any(value >= other[0] for value in have)
            case _:
                return any(value <= other[0] for value in have)

    def number(self, figure: Figure | NotStated, step: Step | None) -> Fraction:
        """What a figure comes to, at an event."""

        def fact(named: FactFigure) -> Any:
            if named.act is not None:
                return self.earlier(Earlier(named.act, named.name), step) if step else None
            return self.fact(named.name, step if named.own else None)

        return number(figure, fact)

    def earlier(self, asked: Earlier, step: Step | None) -> Any:
        """The attribute of the last event of that act before this one, or of this one."""
        if asked.act is None or step is None:
            return self.fact(asked.attribute, step)
        past = [s for s in self.steps if s.rank < step.rank and s.act == asked.act]
        return self.fact(asked.attribute, past[-1]) if past else None

    def asks_the_impossible(self, condition: Condition, step: Step) -> bool:
        """M3: whether it compares with an act that never came before."""
        if not isinstance(condition, Test):
            return any(self.asks_the_impossible(part, step) for part in condition.parts)
        act = condition.operand.act if isinstance(condition.operand, Earlier) else None
        past = [s for s in self.steps if s.rank < step.rank]
        return act is not None and all(s.act != act for s in past)

    # --- patterns, windows, situations ------------------------------------------------------------

    def fits(self, pattern: Pattern, step: Step) -> bool:
        """Whether the event is one of these."""
        return any(self._fits_one(part, step) for part in pattern if isinstance(part, ActPattern))

    def _fits_one(self, part: ActPattern, step: Step) -> bool:
        outcome = step.event.outcome if step.event is not None else None
        same = part.act == step.act and (not part.outcome or outcome in part.outcome)
        return same and self.by_role(step, part.by) and self.true(part.where, step)

    def all(self, pattern: Pattern) -> list[Step]:
        """Every event or moment that is one of these, in order."""
        found = [step for step in self.steps if self.fits(pattern, step)]
        for part in pattern:
            if isinstance(part, MomentPattern):
                found += [moment for moment in self.moments(part) if moment not in found]
        return sorted(found, key=lambda step: step.rank)

    def inside(self, window: Window | None, step: Step) -> bool:
        """Whether the event lies in the window."""
        match window:
            case None:
                return True
            case BetweenWindow():
                edges = {s.rank: False for s in self.all(window.closes)}
                edges |= {s.rank: True for s in self.all(window.opens) if s.rank not in edges}
                past = [rank for rank in sorted(edges) if rank < step.rank]
                return bool(past) and edges[past[-1]]
            case StageWindow():
                here = self.stage_before.get(step.rank)
                if here is None or step.moment:
                    raise NotPlain
                return here == window.stage
            case TermWindow():
                if step.moment:
                    raise NotPlain
                return any(a < step.rank < b for a, b in self.windows(window.term))

    def happened(self, situation: Situation | None, step: Step | None) -> bool:
        """Whether this lay before the event."""
        match situation:
            case None:
                return True
            case SituationAll():
                return all(self.happened(part, step) for part in situation.parts)
            case SituationAny():
                return any(self.happened(part, step) for part in situation.parts)
            case Happened():
                past = [
                    s for s in self.all(situation.pattern) if step is None or s.rank < step.rank
                ]
                count = sum(self.inside(situation.during, s) for s in past)
                if situation.none:
                    return count == 0
                return count > (situation.more_than or 0)

    # --- stages and the end -----------------------------------------------------------------------

    def _ways(self, step: Step) -> list[tuple[Stage, str, bool]]:
        outcome = step.event.outcome if step.event is not None else None
        return [
            (stage, edge.to, edge.anywhere)
            for stage in self.stages.values()
            for edge in stage.edges
            if edge.act == step.act and edge.outcome in (None, outcome)
        ]

    def _walk(self) -> None:
        here: str | None = self.ladder[0]
        for step in self.steps:
            self.stage_before[step.rank] = here
            here = self._after(here, step)

    def _after(self, here: str | None, step: Step) -> str | None:
        ways = self._ways(step)
        if not ways:
            return here
        if here is None:
            places = {to for _, to, _ in ways}
            return places.pop() if len(places) == 1 else None
        for stage, to, _ in ways:
            if stage.id == here:
                self.lawful[step.rank] = True
                return to
        if step.act in self.stages[here].also:
            self.lawful[step.rank] = True
            return here
        self.lawful[step.rank] = False
        anywhere = any(found for _, _, found in ways)
        places = {to for stage, to, _ in ways if to != stage.id and not anywhere}
        if len(places) > 1:
            return None
        ahead = [to for to in places if self.ladder.index(to) > self.ladder.index(here)]
        return ahead[0] if ahead else here

    def ends(self, step: Step, *ways_to_end: EndsAs) -> bool:
        """M5: an act that ends, or all of whose edges lead to ending stages (of these kinds)."""
        targets = [self.stages[to].ends_as for _, to, _ in self._ways(step)]
        if not ways_to_end and self.rules.acts[step.act].ends:
            return True
        if ways_to_end:
            return bool(targets) and all(end in ways_to_end for end in targets)
        return bool(targets) and all(end is not None for end in targets)

    def ended_before(self, step: Step) -> bool:
        """Whether the end came before this event."""
        return self.end is not None and self.end.rank < step.rank

    def until_the_end(self, steps: Sequence[Step]) -> list[Step]:
        """Those that did not come after the end."""
        return [step for step in steps if not self.ended_before(step)]
