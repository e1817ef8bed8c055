"""In which stage each event happened, over every order the log allows (Stages, M2, M9)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from spelregels.engine.hearing import Hearing
from spelregels.engine.matching import possible_outcomes
from spelregels.engine.points import Point
from spelregels.engine.steps import UNKNOWN_STAGE, Step, StepTable, outcomes_of
from spelregels.engine.truth import NO, YES, Truth, unknown
from spelregels.model.words import How

MOST: Final = 1 << 14  # sets of events that may have happened; beyond it nothing is claimed

Stages = frozenset[int]


@dataclass(slots=True)
class Walk:
    """``at``: the stages possible once exactly the events of a bit set have happened."""

    moving: list[Point]
    at: dict[int, set[int]] = field(default_factory=dict)
    too_many: bool = False


def walk(hearing: Hearing, table: StepTable) -> Walk:
    """Every stage the trajectory may have been in, for every set of events that may have been."""
    found: Walk | None = hearing.memo.get("walk")
    if found is None:
        found = hearing.memo["walk"] = _walk(hearing, table)
    return found


def _walk(hearing: Hearing, table: StepTable) -> Walk:
    moving = [point for point in hearing.points if point.act in table.moving]
    made = Walk(moving)
    needs = [
        sum(1 << n for n, other in enumerate(moving) if hearing.before(other, one).level == 2)
        for one in moving
    ]
    unseen = _unseen_moves(hearing, table)
    made.at[0] = _drifted({0}, unseen, table)
    layer = [0]
    while layer:
        following: dict[int, None] = {}
        for done in layer:
            for number, point in enumerate(moving):
                if done >> number & 1 or needs[number] & ~done:
                    continue
                now = done | 1 << number
                stages = _after(hearing, table, point, made.at[done])
                made.at.setdefault(now, set()).update(_drifted(stages, unseen, table))
                following[now] = None
        layer = list(following)
        if len(made.at) > MOST:
            made.too_many = True
            return made
    return made


def _after(hearing: Hearing, table: StepTable, point: Point, stages: set[int]) -> set[int]:
    found = set() if point.exists.level == 2 else set(stages)
    for stage in stages:
        for outcome in possible_outcomes(hearing, point):
            step = table.steps.get((stage, point.act, outcome))
            found.add(stage if step is None else step.to)
    return found


def _unseen_moves(hearing: Hearing, table: StepTable) -> list[tuple[str, str | None]]:
    """Acts × outcomes that may have moved the stage unseen (M9); an end is taken not to have."""
    return [
        (act, outcome)
        for act in sorted(table.moving)
        if not hearing.records(act)
        for outcome in (outcomes_of(hearing.compiled.acts, act) or (None,))
        if not hearing.compiled.ends(act, outcome)
    ]


def _drifted(stages: set[int], unseen: list[tuple[str, str | None]], table: StepTable) -> set[int]:
    if not unseen:
        return stages
    found, waiting = set(stages), list(stages)
    while waiting:
        here = waiting.pop()
        for act, outcome in unseen:
            step = table.steps.get((here, act, outcome))
            if step is not None and step.to not in found:
                found.add(step.to)
                waiting.append(step.to)
    return found


def stages_before(hearing: Hearing, table: StepTable, point: Point) -> Stages:
    """The stages in which ``point`` may have happened."""
    key = ("stage", id(point))
    found: Stages | None = hearing.memo.get(key)
    if found is None:
        found = hearing.memo[key] = _stages_before(hearing, table, point)
    return found


def _stages_before(hearing: Hearing, table: StepTable, point: Point) -> Stages:
    walked = walk(hearing, table)
    if walked.too_many:
        return frozenset((UNKNOWN_STAGE,))
    earlier = later = 0
    for number, other in enumerate(walked.moving):
        if other is point or (point.place >= 0 and other.place == point.place):
            later |= 1 << number  # an act that leaves a stage lies inside it
            continue
        if hearing.before(other, point).level == 2:
            earlier |= 1 << number
        if hearing.before(point, other).level == 2:
            later |= 1 << number
    found: set[int] = set()
    for done, stages in walked.at.items():
        if not earlier & ~done and not later & done:
            found |= stages
    return frozenset(found)


def steps_of(hearing: Hearing, table: StepTable, point: Point) -> list[tuple[int, Step | None]]:
    """What the act may have done: each stage it may have happened in, with its step there."""
    return [
        (stage, table.steps.get((stage, point.act, outcome)))
        for stage in sorted(stages_before(hearing, table, point))
        for outcome in possible_outcomes(hearing, point)
    ]


def in_stage(hearing: Hearing, stage: str, point: Point) -> Truth:
    """Whether the point lies in a visit to the stage; an act that leaves it lies inside."""
    table = hearing.compiled.steps
    if table is None:
        return NO
    number = table.names[stage]
    if point.event is None and _unplaced(hearing, table, point):
        return unknown(How.STAGE_UNKNOWN, point.name, point.act or point.name)
    found = stages_before(hearing, table, point)
    if found == {number}:
        return YES
    if number not in found and UNKNOWN_STAGE not in found:
        return NO
    return unknown(How.STAGE_UNKNOWN, point.name, point.act or point.name)


def _unplaced(hearing: Hearing, table: StepTable, moment: Point) -> bool:
    """Whether a moment of a term has an unknown order to some move."""
    return any(
        hearing.before(other, moment).level == 1 or hearing.before(moment, other).level == 1
        for other in walk(hearing, table).moving
    )


def current_stage(hearing: Hearing) -> str | None:
    """The stage on the day of judging, if it can be told."""
    table = hearing.compiled.steps
    if table is None:
        return None
    walked = walk(hearing, table)
    if walked.too_many:
        return None
    found = walked.at[(1 << len(walked.moving)) - 1]
    return table.name(next(iter(found))) if len(found) == 1 else None


def lawful_withdrawal(hearing: Hearing, point: Point) -> Truth:
    """Whether the act lawfully brought the trajectory to where it is withdrawn (M5)."""
    table = hearing.compiled.steps
    if table is None:
        return NO
    said = []
    for stage, step in steps_of(hearing, table, point):
        if stage == UNKNOWN_STAGE:
            said += [False, _could_withdraw(hearing, table, point)]
        else:
            said.append(_withdraws(table, step))
    if all(said):
        return YES
    return unknown(How.STAGE_UNKNOWN, "", point.act) if any(said) else NO


def _withdraws(table: StepTable, step: Step | None) -> bool:
    return step is not None and step.how is None and table.withdraws(step.to)


def _could_withdraw(hearing: Hearing, table: StepTable, point: Point) -> bool:
    return any(
        _withdraws(table, table.steps.get((stage, point.act, outcome)))
        for stage in range(len(table.stages))
        for outcome in possible_outcomes(hearing, point)
    )
