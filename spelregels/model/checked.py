"""What a run over trajectories, or over a ruleset's own examples, yields."""

from __future__ import annotations

from dataclasses import field
from datetime import date
from enum import Enum

from spelregels.model.frozen import dataclass
from spelregels.model.problem import Position
from spelregels.model.ruleset import Example, Expected, Guarantee, Ruleset
from spelregels.model.trajectory import Trajectory
from spelregels.model.verdict import Judgement, Verdict


class AsOfOrigin(str, Enum):
    """Where the day of judging came from (M4)."""

    OPTION = "option"
    HEADER = "header"
    TODAY = "today"


@dataclass(frozen=True, slots=True)
class AsOf:
    day: date
    origin: AsOfOrigin


@dataclass(frozen=True, slots=True)
class Hashed:
    """Something a run was judged with: its name, its version if it has one, its sha256."""

    name: str
    sha256: str
    version: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something of an input that was not judged, because a mapping says so: what, and how often.

    ``what``: ``only`` (a record), ``file``, or the rule and field; ``first``: where it was first.
    """

    what: str
    word: str
    count: int
    first: Position = field(default_factory=Position)


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a run was judged with, so that it can be repeated.

    ``as_of``: the day all were judged on, None when they differ (each trajectory names its own).
    """

    engine: str
    ruleset: str
    files: tuple[Hashed, ...]
    calendar: Hashed
    inputs: tuple[Hashed, ...]
    as_of: date | None
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """One trajectory, judged."""

    trajectory: Trajectory
    as_of: AsOf
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class CheckReport:
    ruleset: Ruleset
    checked: tuple[Checked, ...]
    receipt: Receipt


@dataclass(frozen=True, slots=True)
class Difference:
    """An example that did not come out as expected, for one norm."""

    norm: str
    expected: Expected | tuple[Expected, ...]
    found: tuple[Verdict, ...]


@dataclass(frozen=True, slots=True)
class TriedExample:
    example: Example
    judgement: Judgement
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class TriedGuarantee:
    """A guarantee tried on the examples; never a proof.

    ``upheld`` and ``contradicted``: titles of examples without a broken verdict in which it was
    kept, and in which it was not. ``skipped``: how many examples said nothing (a broken verdict,
    no instance, or not to be told).
    """

    guarantee: Guarantee
    upheld: tuple[str, ...]
    contradicted: tuple[str, ...]
    skipped: int


@dataclass(frozen=True, slots=True)
class TestReport:
    __test__ = False  # not a pytest class

    ruleset: Ruleset
    examples: tuple[TriedExample, ...]
    guarantees: tuple[TriedGuarantee, ...]

    @property
    def failed(self) -> bool:
        """Whether any example came out otherwise than it says."""
        return any(tried.differences for tried in self.examples)
