"""What can happen now: every act of a ruleset, by whom, on one day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from spelregels.model.frozen import dataclass
from spelregels.model.norms import Norm, Power, Statement
from spelregels.model.patterns import ActPattern, RoleSpec
from spelregels.model.ruleset import Act, Ruleset
from spelregels.model.trajectory import Event
from spelregels.report.used import acts_of
from spelregels.session.answer import Answer, Lawful, NeedKind
from spelregels.session.searching import Search
from spelregels.session.weighing import Weighing, last_day_of, proposal

__all__ = ["acts_at_stake", "ask", "best_of", "roles_for", "what_can_happen", "with_days"]

_BEST = (Lawful.LAWFUL, Lawful.TOO_LATE, Lawful.CANNOT_TELL, Lawful.UNLAWFUL)


def ask(
    weighing: Weighing,
    asked: Event,
    on: date,
    *,
    known: bool = False,
    days: bool = True,
    thorough: bool = True,
) -> Answer:
    """One act by one role on one day. ``days``: also look for the lawful days."""
    search = Search(weighing, asked, known, thorough)
    answer = search.on(on)
    return replace(answer, days=search.days(on)) if days else answer


def what_can_happen(
    weighing: Weighing, on: date, by: str | None = None, *, days: bool = True
) -> tuple[Answer, ...]:
    """Every act at stake with each of its outcomes, in the order of the ruleset.

    ``by`` None: each role that the rules connect with the act, the roles with the best answer;
    where they name none, somebody. One answer for each act, outcome and role that is kept.
    """
    made: list[Answer] = []
    for act in acts_at_stake(weighing.judging.ruleset):
        for outcome in act.outcomes or (None,):
            best = best_of(weighing, act.id, outcome, on, by)
            made += (with_days(answer, weighing, on) if days else answer for answer in best)
    return tuple(made)


def _asked(
    weighing: Weighing,
    act: str,
    outcome: str | None,
    on: date,
    by: str | None,
    like: Event | None = None,
) -> Iterator[Answer]:
    roles: Iterable[str | None] = [by] if by else roles_for(act, weighing.judging.ruleset)
    for role in roles or [None]:
        event = proposal(weighing.trajectory, act, role, on, outcome, like)
        yield weighing.weigh(event, last_day_of(weighing.trajectory, on), known=False)


def best_of(
    weighing: Weighing,
    act: str,
    outcome: str | None,
    on: date,
    by: str | None = None,
    like: Event | None = None,
) -> tuple[Answer, ...]:
    """The answers for one act by the roles with the best answer, or by the one that is asked.

    ``like``: an event with the facts of it that are known.
    """
    found = list(_asked(weighing, act, outcome, on, by, like))
    best = min(map(_rank, found))
    return tuple(answer for answer in found if _rank(answer) == best)


@dataclass(frozen=True, slots=True, order=True)
class _Rank:
    lawful: int
    another_role: bool
    breaches: int


def _rank(answer: Answer) -> _Rank:
    another = any(need.kind is NeedKind.ROLE for need in answer.needs)
    return _Rank(_BEST.index(answer.lawful), another, len(answer.against))


def with_days(answer: Answer, weighing: Weighing, on: date) -> Answer:
    """The answer with the lawful days, looked for quickly."""
    search = Search(weighing, answer.event, known=False, thorough=False, tried={on: answer})
    return replace(answer, days=search.days(on))


def acts_at_stake(ruleset: Ruleset) -> tuple[Act, ...]:
    """The acts that some norm, term or stage names: own file first. Other acts nobody regulates."""
    machine = ruleset.machine
    named: dict[str, None] = {}
    for stage in machine.stages if machine else ():
        named |= dict.fromkeys([*(edge.act for edge in stage.edges), *sorted(stage.also)])
    for file in reversed(ruleset.files):
        norms = tuple(norm for norm in file.norms if not isinstance(norm, Statement))
        named |= dict.fromkeys(sorted(acts_of((norms, file.terms))))
    return tuple(ruleset.acts[name] for name in named if name in ruleset.acts)


def roles_for(act: str, ruleset: Ruleset) -> tuple[str, ...]:
    """The roles that norms and stages connect with doing an act."""
    found: dict[str, None] = {}
    for file in reversed(ruleset.files):
        for norm in file.norms:
            for spec in _specs(norm, act):
                found |= dict.fromkeys(_members(spec, ruleset))
    if act in ruleset.acts and ruleset.acts[act].decision and ruleset.machine:
        for stage in ruleset.machine.stages:
            listed = act in stage.also or any(edge.act == act for edge in stage.edges)
            decides = stage.power.decides if stage.power else None
            if listed and isinstance(decides, RoleSpec):
                found |= dict.fromkeys(_members(decides, ruleset))
    return tuple(found)


def _specs(norm: Norm, act: str) -> Iterator[RoleSpec]:
    if isinstance(norm, Power):
        if act in norm.may and isinstance(norm.by, RoleSpec):
            yield norm.by
        return
    if isinstance(norm, Statement):
        return
    patterns = [norm.raised_by, *getattr(norm, "demands", ())]
    for pattern in patterns:
        for one in pattern:
            if isinstance(one, ActPattern) and one.act == act and one.by is not None:
                yield one.by


def _members(spec: RoleSpec, ruleset: Ruleset) -> tuple[str, ...]:
    if spec.vehicle is not None:
        return tuple(role.id for role in ruleset.roles.values() if role.vehicle is spec.vehicle)
    return spec.any_of
