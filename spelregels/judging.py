"""The one place where a user's question meets an evaluator: nobody else knows which one it is.

There are two that must say the same: the reference (``spelregels.semantics``), short and read like
a text of law, and the engine (``spelregels.engine``), which compiles a ruleset once. See
``docs/engine.md``, *Agreement*.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from spelregels.model.ruleset import Ruleset
from spelregels.model.trajectory import Trajectory
from spelregels.model.verdict import Judgement

if TYPE_CHECKING:
    from spelregels.engine import Compiled, Monitors

__all__ = ["Engine", "Judge", "by_reference", "judge_for"]

Judge = Callable[[Trajectory, date], Judgement]
"""The verdicts at the end of a day. The trajectory must be bound to the ruleset."""


class Engine:
    """The engine under one ruleset, whose tables are made when first asked for.

    It holds no trajectory, and threads may share it.
    """

    def __init__(self, ruleset: Ruleset) -> None:
        self.ruleset = ruleset

    @cached_property
    def compiled(self) -> Compiled:
        """The tables; two threads that make them at once make the same."""
        from spelregels.engine import compile_ruleset

        return compile_ruleset(self.ruleset)

    def __call__(self, trajectory: Trajectory, as_of: date) -> Judgement:
        """The verdicts at the end of ``as_of``. The trajectory must be bound to the ruleset."""
        from spelregels.engine import replay

        return replay(self.compiled, trajectory, as_of)

    def permitting(self, act: str, outcome: str | None) -> tuple[str, ...]:
        """The stages in which an act with this outcome may be done."""
        from spelregels.engine.machine import machine_for

        machine = machine_for(self.compiled)
        return machine.permitting(act, outcome) if machine is not None else ()

    def live(self, trajectory: Trajectory) -> Monitors:
        """The same for a trajectory that grows: one thread at a time."""
        from spelregels.engine import Monitors

        return Monitors(self.compiled, trajectory)


def judge_for(ruleset: Ruleset) -> Engine:
    """What judges trajectories under one ruleset."""
    return Engine(ruleset)


def by_reference(ruleset: Ruleset) -> Judge:
    """The reference evaluator, for the audit."""
    from spelregels.semantics import judge

    return lambda trajectory, as_of: judge(ruleset, trajectory, as_of)
