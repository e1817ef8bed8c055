"""What a session asks for a judgement; which evaluator answers stands in ``spelregels.judging``."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from spelregels.judging import judge_for
from spelregels.model.ruleset import Ruleset
from spelregels.model.trajectory import Trajectory
from spelregels.model.verdict import Judgement

if TYPE_CHECKING:
    from spelregels.engine import Monitors

__all__ = ["Judging"]


class Judging:
    """Judges trajectories under one ruleset. Holds no trajectory; may be shared between threads."""

    __slots__ = ("_judge", "ruleset")

    def __init__(self, ruleset: Ruleset) -> None:
        """``ruleset``: with all its layers, as ``load_ruleset`` gives it."""
        self.ruleset = ruleset
        self._judge = judge_for(ruleset)

    def on(self, trajectory: Trajectory, as_of: date) -> Judgement:
        """The verdicts at the end of ``as_of``. The trajectory must be bound to the ruleset."""
        return self._judge(trajectory, as_of)

    def permitting(self, act: str, outcome: str | None) -> tuple[str, ...]:
        """The stages in which an act with this outcome may be done."""
        return self._judge.permitting(act, outcome)

    def live(self, trajectory: Trajectory) -> Monitors:
        """What judges this trajectory while it grows; one thread at a time."""
        return self._judge.live(trajectory)
