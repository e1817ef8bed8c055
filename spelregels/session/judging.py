"""The one place where this room asks for a judgement: nobody else knows which evaluator does it."""

from __future__ import annotations

from datetime import date

from spelregels.model.ruleset import Ruleset
from spelregels.model.trajectory import Trajectory
from spelregels.model.verdict import Judgement
from spelregels.semantics import judge

__all__ = ["Judging"]


class Judging:
    """Judges trajectories under one ruleset. Holds no trajectory; may be shared between threads."""

    __slots__ = ("ruleset",)

    def __init__(self, ruleset: Ruleset) -> None:
        """``ruleset``: with all its layers, as ``load_ruleset`` gives it."""
        self.ruleset = ruleset

    def on(self, trajectory: Trajectory, as_of: date) -> Judgement:
        """The verdicts at the end of ``as_of``. The trajectory must be bound to the ruleset."""
        return judge(self.ruleset, trajectory, as_of)
