"""What a door hands over: trajectories, and a count of everything it was told to leave out."""

from __future__ import annotations

from spelregels.model.frozen import dataclass
from spelregels.model.problem import Position
from spelregels.model.trajectory import Trajectory


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something left out on purpose. ``what``: ``only`` (a record), ``file``, or ``rule.field``.

    ``word``: the word that the mapping says to skip; ``first``: where it was met first.
    """

    what: str
    word: str
    count: int
    first: Position


@dataclass(frozen=True, slots=True)
class Reading:
    """The trajectories of an input, in the order of the source, and what was left out."""

    trajectories: tuple[Trajectory, ...]
    skipped: tuple[Skipped, ...] = ()
