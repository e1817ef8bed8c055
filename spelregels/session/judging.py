"""What a session asks for a judgement; which evaluator answers stands in ``spelregels.judging``."""

from __future__ import annotations

from datetime import date

from spelregels.judging import Judge, judge_for
from spelregels.model.ruleset import Ruleset
from spelregels.model.trajectory import Trajectory
from spelregels.model.verdict import Judgement

__all__ = ["Judging"]


class Judging:
    """Judges trajectories under one ruleset. Holds no trajectory; may be shared between threads."""

    __slots__ = ("_judge", "ruleset")

    def __init__(self, ruleset: Ruleset) -> None:
        """``ruleset``: with all its layers, as ``load_ruleset`` gives it."""
        self.ruleset = ruleset
        self._judge: Judge = judge_for(ruleset)

    def on(self, trajectory: Trajectory, as_of: date) -> Judgement:
        """The verdicts at the end of ``as_of``. The trajectory must be bound to the ruleset."""
        return self._judge(trajectory, as_of)
