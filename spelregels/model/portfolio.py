"""Norms over many trajectories; the registers they are held against stand in ``registers.py``.

``docs/portfolio.md`` says what each kind means, clause by clause (P1, P2 …). Frozen data.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import Enum
from fractions import Fraction

from spelregels.model.frozen import dataclass
from spelregels.model.norms import Article
from spelregels.model.problem import Position
from spelregels.model.ruleset import Ruleset, Source
from spelregels.model.terms import Duration
from spelregels.model.words import Confidence, Level, Severity


class PortfolioKind(str, Enum):
    """What a norm over many trajectories is about: a closed set; the value is its key in YAML."""

    OVERLAP = "overlap"
    LEAD = "lead"
    LOAD = "load"
    INFORMED = "informed"
    CHANNELS = "channels"
    COMPOSITION = "composition"
    BUSIEST = "busiest"
    TENURE = "tenure"
    SILENCE = "silence"
    PROMISE = "promise"
    INFLUENCE = "influence"


class LeadPer(str, Enum):
    """Over what one party must have the lead: one trajectory, or all that cross each other."""

    TRAJECTORY = "trajectory"
    GROUP = "group"


class ChannelAsk(str, Enum):
    NOT_ONLY_DIGITAL = "not_only_digital"
    REACHES_AFFECTED = "reaches_affected"


@dataclass(frozen=True, slots=True)
class Deed:
    """An act, with any of these outcomes; empty: any."""

    act: str
    outcomes: tuple[str, ...] = ()


Deeds = tuple[Deed, ...]


@dataclass(frozen=True, slots=True)
class Overlap:
    """P5: trajectories that cross each other without coordination.

    ``same``: header keys and facts of which one must be shared; empty: area and time suffice.
    ``partners``: the attribute of ``coordinated_by`` that names the other trajectories.
    """

    same: tuple[str, ...]
    coordinated_by: Deeds
    partners: str


@dataclass(frozen=True, slots=True)
class Lead:
    """P6: exactly one party has the lead. ``longer_than``: a shorter lapse is passed over."""

    begins: Deeds
    ends: Deeds
    per: LeadPer
    longer_than: Duration | None = None
    same: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Load:
    """P7: no more than ``at_most`` of these acts for one person in any window of that length."""

    of: Deeds
    person: str
    window: Duration
    at_most: int


@dataclass(frozen=True, slots=True)
class Informed:
    """P8: every affected area is informed."""


@dataclass(frozen=True, slots=True)
class Channels:
    """P9: the channels of these acts, held against the register. ``attribute``: names them."""

    of: Deeds
    attribute: str
    ask: ChannelAsk


@dataclass(frozen=True, slots=True)
class Composition:
    """P10: each group has at least this part of the share that it has in the population."""

    by: str
    at_least: Fraction


@dataclass(frozen=True, slots=True)
class Busiest:
    """P11: the busiest ``top`` persons carry at most this share of the acts.

    ``roles``: acts in one of these roles count; empty: in any. ``least_acts``: with fewer there is
    nothing to judge.
    """

    of: Deeds
    roles: tuple[str, ...]
    top: int
    at_most: Fraction
    least_acts: int
    window: Duration | None = None


@dataclass(frozen=True, slots=True)
class Tenure:
    """P12: at most this share of the members has served longer than that."""

    begins: Deeds
    ends: Deeds
    person: str
    body: str
    longer_than: Duration
    at_most: Fraction


@dataclass(frozen=True, slots=True)
class Silence:
    """P13: while a trajectory runs, never longer than this without such an act."""

    of: Deeds
    at_most: Duration


@dataclass(frozen=True, slots=True)
class Promise:
    """P14: the level promised against the level held (stages) and used (events)."""

    promised_by: Deeds
    level: str
    decision: Deeds
    adopted: tuple[str, ...]
    informed_by: Deeds
    asked_by: Deeds
    input: Deeds
    answered_by: Deeds
    answers: str
    advice: Deeds
    departed_by: Deeds
    drawn_up_by: Deeds
    agreed_by: Deeds
    overridden_by: Deeds
    reasons: str
    same: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Influence:
    """P15: figures about advice of residents: how much was answered, and how much departed from."""

    advice: Deeds
    answered_by: Deeds
    departed_by: Deeds
    answers: str
    decision: Deeds
    window: Duration | None = None


Asked = (
    Overlap
    | Lead
    | Load
    | Informed
    | Channels
    | Composition
    | Busiest
    | Tenure
    | Silence
    | Promise
    | Influence
)

KINDS: Mapping[type, PortfolioKind] = {
    Overlap: PortfolioKind.OVERLAP,
    Lead: PortfolioKind.LEAD,
    Load: PortfolioKind.LOAD,
    Informed: PortfolioKind.INFORMED,
    Channels: PortfolioKind.CHANNELS,
    Composition: PortfolioKind.COMPOSITION,
    Busiest: PortfolioKind.BUSIEST,
    Tenure: PortfolioKind.TENURE,
    Silence: PortfolioKind.SILENCE,
    Promise: PortfolioKind.PROMISE,
    Influence: PortfolioKind.INFLUENCE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PortfolioNorm:
    """One norm over many trajectories. ``asks``: what it asks, with its parameters."""

    id: str
    asks: Asked
    title: Mapping[str, str] = field(default_factory=dict)
    article: Article | None = None
    severity: Severity = Severity.WARNING
    confidence: Confidence = Confidence.SEEN
    why: str = ""
    position: Position = field(default_factory=Position)

    @property
    def kind(self) -> PortfolioKind:
        """The kind, as its key in YAML."""
        return KINDS[type(self.asks)]


LEAST_WITHHELD = 3
USUALLY_WITHHELD = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class PortfolioRules:
    """One file of norms over many trajectories.

    ``words``: the rulesets whose acts and roles the norms name, in the order of the file. ``ends``:
    the acts with which a trajectory ends, besides those its own ruleset calls an end (P2).
    ``withhold_below``: counts of persons smaller than this are not printed.
    """

    id: str
    title: Mapping[str, str]
    words: tuple[Ruleset, ...]
    ends: Deeds = ()
    norms: tuple[PortfolioNorm, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    withhold_below: int = USUALLY_WITHHELD
    path: str = ""
    sha256: str = ""


LEVELS: tuple[Level | None, ...] = (None, *Level)
"""Rungs by number: 0 is *less than informing*."""
