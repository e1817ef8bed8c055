"""The one place where a user's question meets an evaluator: nobody else knows which one it is.

There are two that must say the same: the reference (``spelregels.semantics``), short and read like
a text of law, and the engine (``spelregels.engine``), which compiles a ruleset once. See
``docs/engine.md``, *Agreement*.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from spelregels.model.ruleset import Ruleset
from spelregels.model.trajectory import Trajectory
from spelregels.model.verdict import Judgement

__all__ = ["Judge", "judge_for"]

Judge = Callable[[Trajectory, date], Judgement]
"""The verdicts at the end of a day. The trajectory must be bound to the ruleset."""


def judge_for(ruleset: Ruleset) -> Judge:
    """What judges trajectories under one ruleset: holds none of them, and threads may share it."""
    return by_reference(ruleset)  # the other: by_engine(ruleset)


def by_reference(ruleset: Ruleset) -> Judge:
    """The reference evaluator."""
    from spelregels.semantics import judge

    return lambda trajectory, as_of: judge(ruleset, trajectory, as_of)


def by_engine(ruleset: Ruleset) -> Judge:
    """The engine, with its tables for this ruleset."""
    from spelregels.engine import compile_ruleset, replay

    compiled = compile_ruleset(ruleset)
    return lambda trajectory, as_of: replay(compiled, trajectory, as_of)
