"""The step table: what an act × outcome does in a stage, worked out once (Stages)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from spelregels.model.ruleset import Act, Machine, Stage, StageEdge
from spelregels.model.words import EndsAs, How

UNKNOWN_STAGE: Final = -1
WITHDRAWALS: Final = frozenset((EndsAs.WITHDRAWN, EndsAs.LAPSED, EndsAs.FORWARDED))


class Step:
    """``to``: the stage after it. ``how``: None if lawful; else how it is not.

    In the unknown stage nothing can be said of the act: ``how`` is ``STAGE_UNKNOWN``.
    """

    __slots__ = ("how", "to")

    def __init__(self, to: int, how: How | None = None) -> None:
        self.to = to
        self.how = how

    def __repr__(self) -> str:
        return f"Step({self.to}, {self.how})"


Key = tuple[int, str, str | None]


class StepTable:
    """``steps[stage, act, outcome]``; an act × outcome without a step is free.

    Stages are numbers in declared order, ``UNKNOWN_STAGE`` included. ``outcome`` is None for an
    act without one.
    """

    __slots__ = ("_lists", "acts", "ends", "machine", "moving", "names", "stages", "steps")

    def __init__(self, machine: Machine, acts: Mapping[str, Act]) -> None:
        self.machine = machine
        self.stages = machine.stages
        self.names = {stage.id: number for number, stage in enumerate(machine.stages)}
        self.acts = acts
        self.steps: dict[Key, Step] = {}
        self.ends: dict[tuple[str, str | None], bool] = {}
        moving = {edge.act for stage in machine.stages for edge in stage.edges}
        self.moving = frozenset(moving)
        for act in sorted(moving):
            for outcome in (None, *outcomes_of(acts, act)):
                self._fill(act, outcome)
        self._lists = {
            act: tuple(n for n, stage in enumerate(machine.stages) if _lists(stage, act))
            for act, declared in acts.items()
            if declared.decision
        }

    def _fill(self, act: str, outcome: str | None) -> None:
        edges = [
            (number, edge)
            for number, stage in enumerate(self.stages)
            for edge in stage.edges
            if _meets(edge, act, outcome)
        ]
        if not edges:
            return
        targets = {self.names[edge.to] for _, edge in edges}
        self.ends[act, outcome] = all(self.stages[to].ends_as is not None for to in targets)
        leading = {self.names[e.to] for n, e in edges if self.names[e.to] != n}
        anywhere = any(edge.anywhere for _, edge in edges)
        for number, stage in enumerate(self.stages):
            self.steps[number, act, outcome] = self._step(
                number, stage, act, outcome, leading, anywhere
            )
        landing = next(iter(targets)) if len(targets) == 1 else UNKNOWN_STAGE
        self.steps[UNKNOWN_STAGE, act, outcome] = Step(landing, How.STAGE_UNKNOWN)

    def _step(
        self,
        number: int,
        stage: Stage,
        act: str,
        outcome: str | None,
        leading: set[int],
        anywhere: bool,
    ) -> Step:
        here = [edge for edge in stage.edges if _meets(edge, act, outcome)]
        if here:
            exact = [edge for edge in here if edge.outcome is not None]
            return Step(self.names[(exact or here)[0].to])
        if act in stage.also:
            return Step(number)
        how = How.NOT_PERMITTED_HERE if stage.ends_as is None else How.AFTER_THE_END
        if anywhere or not leading:
            return Step(number, how)
        if len(leading) > 1:
            return Step(UNKNOWN_STAGE, how)
        (only,) = leading
        return Step(only if only > number else number, how)

    def lists(self, act: str) -> tuple[int, ...]:
        """The stages that list a decision act."""
        return self._lists.get(act, ())

    def withdraws(self, stage: int) -> bool:
        """Whether being here means that the matter was withdrawn, lapsed or forwarded."""
        return stage >= 0 and self.stages[stage].ends_as in WITHDRAWALS

    def name(self, number: int) -> str | None:
        """The id of a stage; None for the unknown one."""
        return self.stages[number].id if number >= 0 else None


def _lists(stage: Stage, act: str) -> bool:
    return act in stage.also or any(edge.act == act for edge in stage.edges)


def _meets(edge: StageEdge, act: str, outcome: str | None) -> bool:
    return edge.act == act and edge.outcome in (None, outcome)


def outcomes_of(acts: Mapping[str, Act], act: str) -> tuple[str, ...]:
    """The outcomes an act declares."""
    declared = acts.get(act)
    return declared.outcomes if declared is not None else ()
