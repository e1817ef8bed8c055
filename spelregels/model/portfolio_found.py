"""What a run over many trajectories yields: results by norm, findings, figures. Frozen data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from enum import Enum
from fractions import Fraction

from spelregels.model.checked import AsOf, Hashed, LeftOut
from spelregels.model.frozen import dataclass
from spelregels.model.portfolio import PortfolioNorm, PortfolioRules
from spelregels.model.registers import Registers
from spelregels.model.trajectory import Trajectory
from spelregels.model.words import How, Word


class Reason(str, Enum):
    """What a finding says, beside its verdict: one word for each sentence there is."""

    NOT_COORDINATED = "not_coordinated"
    COORDINATION_UNKNOWN = "coordination_unknown"
    MAY_CROSS = "may_cross"
    NO_LEAD = "no_lead"
    SEVERAL_LEADS = "several_leads"
    LEAD_UNKNOWN = "lead_unknown"
    ASKED_TOO_OFTEN = "asked_too_often"
    LOAD_UNKNOWN = "load_unknown"
    NOT_INFORMED = "not_informed"
    INFORMED_UNKNOWN = "informed_unknown"
    ONLY_DIGITAL = "only_digital"
    NOT_REACHED = "not_reached"
    CHANNELS_UNKNOWN = "channels_unknown"
    UNDER_REPRESENTED = "under_represented"
    COMPOSITION_UNKNOWN = "composition_unknown"
    FEW_CARRY = "few_carry"
    FEW_UNKNOWN = "few_unknown"
    LONG_SERVING = "long_serving"
    TENURE_UNKNOWN = "tenure_unknown"
    SILENT = "silent"
    SILENCE_UNKNOWN = "silence_unknown"
    PROMISED_ABOVE_HELD = "promised_above_held"
    PROMISED_ABOVE_USED = "promised_above_used"
    PROMISE_UNKNOWN = "promise_unknown"


class What(str, Enum):
    """What is missing, when it is no event, act or attribute of a trajectory."""

    AREA = "area"
    AREA_NOT_IN_REGISTER = "area_not_in_register"
    AFFECTED = "affected"
    INFORMED = "informed"
    PARTS = "parts"
    BEGIN = "begin"
    END = "end"
    CHANNEL = "channel"
    REACH = "reach"
    POPULATION = "population"
    BODY_AREA = "body_area"
    SEATS = "seats"
    MEMBER_GROUP = "member_group"
    MEMBER_SINCE = "member_since"
    DECIDES = "decides"
    PROMISED = "promised"


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that is not known: of which trajectory or register entry, and why.

    ``owner``: id of a trajectory, a body or an area; ``event``: an event of that trajectory;
    ``name``: an act, attribute, header key, area or channel; ``what``: set when it is none of
    these but something of its own.
    """

    owner: str
    how: How
    event: str = ""
    name: str = ""
    what: What | None = None


@dataclass(frozen=True, slots=True)
class Pointer:
    """An event in a trajectory."""

    trajectory: str
    event: str


class Name(str, Enum):
    """What a figure counts."""

    GROUP = "group"
    COORDINATED_PAIRS = "coordinated_pairs"
    PAIRS = "pairs"
    ASKED = "asked"
    LIMIT = "limit"
    PERSONS = "persons"
    PERSONS_ABOVE = "persons_above"
    DAYS = "days"
    MEMBERS = "members"
    IN_GROUP = "in_group"
    SHARE = "share"
    EXPECTED = "expected"
    ACTS = "acts"
    BY_BUSIEST = "by_busiest"
    LEFT_WITHOUT_ONE = "left_without_one"
    LONG = "long"
    PROMISED = "promised"
    HELD = "held"
    USED = "used"
    ADVICE = "advice"
    ANSWERED = "answered"
    DECIDED = "decided"
    NOT_DEPARTED = "not_departed"
    WEIGHT = "weight"
    WEIGHT_NOT_DEPARTED = "weight_not_departed"
    WEIGHT_UNKNOWN = "weight_unknown"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, or the range it surely lies in. ``high`` None: no upper bound.

    ``persons``: it counts persons, so a small one is withheld in reports (P17). ``of``: it says
    something about so many persons, for a share; withheld when these are few.
    """

    name: Name
    low: int | Fraction
    high: int | Fraction | None
    persons: bool = False
    of: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PortfolioFinding:
    """One thing found: BROKEN, or CANNOT_TELL with what is missing.

    ``trajectories``: ids, in order. ``persons``: pseudonyms; no report prints them by default.
    ``about``: areas, a body, a group, a theme, parties: names by kind. ``first``, ``last``: the
    days between which it was so.
    """

    word: Word
    reason: Reason
    trajectories: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    about: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    first: date | None = None
    last: date | None = None
    evidence: tuple[Pointer, ...] = ()
    figures: tuple[Figure, ...] = ()
    lacks: tuple[Lack, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """P2: when a trajectory runs, in days (ordinals).

    It may run from ``may_from`` through ``may_to``, and surely runs from ``sure_from`` through
    ``sure_to`` (on no day, if that is earlier).
    """

    may_from: int
    sure_from: int
    sure_to: int
    may_to: int

    @property
    def exact(self) -> bool:
        """Whether both days are known."""
        return self.may_from == self.sure_from and self.sure_to == self.may_to

    def surely_with(self, other: Run) -> bool:
        """Whether there is a day on which both surely run."""
        return max(self.sure_from, other.sure_from) <= min(self.sure_to, other.sure_to)

    def maybe_with(self, other: Run) -> bool:
        """Whether there is a day on which both may run."""
        return max(self.may_from, other.may_from) <= min(self.may_to, other.may_to)


@dataclass(frozen=True, slots=True)
class AreaTold:
    """In how many trajectories an affected area was told, was not, or that cannot be said."""

    area: str
    told: int = 0
    missed: int = 0
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class NormResult:
    """One norm over the whole portfolio.

    ``word``: the worst of what was judged (kept < open < cannot tell < broken); None: nothing to
    judge, or a figure only. ``kept``, ``open``: how many were in order, and how many run still.
    For pictures: ``runs``, when each trajectory ran (P2), by id; ``loads``, how many persons had
    at most so many acts in one window (P7); ``areas``, what of each area is told (P8, P9).
    """

    rules: PortfolioRules
    norm: PortfolioNorm
    word: Word | None
    findings: tuple[PortfolioFinding, ...]
    kept: int = 0
    open: int = 0
    figures: tuple[Figure, ...] = ()
    runs: Mapping[str, Run] = field(default_factory=dict)
    loads: Mapping[int, int] = field(default_factory=dict)
    areas: tuple[AreaTold, ...] = ()


@dataclass(frozen=True, slots=True)
class PortfolioReceipt:
    """What a run was judged with. ``rules``, ``rulesets``, ``registers``, ``inputs``: hashed."""

    engine: str
    rules: tuple[Hashed, ...]
    rulesets: tuple[Hashed, ...]
    registers: tuple[Hashed, ...]
    inputs: tuple[Hashed, ...]
    as_of: date
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class PortfolioReport:
    """``trajectories``: all that were read, by id."""

    rules: tuple[PortfolioRules, ...]
    registers: Registers
    trajectories: tuple[Trajectory, ...]
    as_of: AsOf
    results: tuple[NormResult, ...]
    receipt: PortfolioReceipt
