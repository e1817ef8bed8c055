"""Rulesets: files (layers) with norms and terms, roles, acts, and at most one stage machine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from spelregels.model.frozen import dataclass
from spelregels.model.gates import Gate
from spelregels.model.norms import Article, NamedTerm, Norm
from spelregels.model.patterns import Condition, NormRef, Pattern, RoleSpec, Value
from spelregels.model.problem import Position
from spelregels.model.terms import CalendarData, NotStated
from spelregels.model.trajectory import Trajectory
from spelregels.model.words import (
    AttributeType,
    Binding,
    EndsAs,
    Governs,
    How,
    Level,
    Precision,
    Regime,
    RegulatoryLayer,
    RoleKind,
    Severity,
    Vehicle,
    Word,
)


@dataclass(frozen=True, slots=True)
class Source:
    id: str
    title: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Role:
    """``one_of``: this role is one of those; with ``bound_by_header`` the trajectory's
    ``competent_authority`` says which."""

    id: str
    kind: RoleKind
    title: Mapping[str, str] = field(default_factory=dict)  # by language: {"nl": …, "en": …}
    vehicle: Vehicle = Vehicle.NONE
    aliases: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ()
    bound_by_header: bool = False


@dataclass(frozen=True, slots=True)
class Attribute:
    """``many``: a list of values. ``one_of``: a closed set of words. ``default`` (facts only)."""

    type: AttributeType
    many: bool = False
    one_of: tuple[str, ...] = ()
    default: Value | None = None


@dataclass(frozen=True, slots=True)
class Act:
    id: str
    title: Mapping[str, str] = field(default_factory=dict)
    attributes: Mapping[str, Attribute] = field(default_factory=dict)
    decision: bool = False
    outcomes: tuple[str, ...] = ()
    ends: bool = False


@dataclass(frozen=True, slots=True)
class StagePower:
    """Who holds which power in a stage. Verdicts read ``decides``; the rest is shown."""

    decides: RoleSpec | NotStated | None = None
    consents: tuple[str, ...] = ()
    advises: tuple[str, ...] = ()
    consulted: tuple[str, ...] = ()
    answers_for: tuple[str, ...] = ()
    binding: Binding | None = None
    override_by: str | None = None
    override_act: str | None = None


@dataclass(frozen=True, slots=True)
class StageEdge:
    """``act`` (with ``outcome``; None: any) moves to ``to``; ``anywhere``: by ``from_anywhere``."""

    act: str
    outcome: str | None
    to: str
    anywhere: bool = False


@dataclass(frozen=True, slots=True)
class Stage:
    id: str
    title: Mapping[str, str] = field(default_factory=dict)
    level: Level | None = None
    power: StagePower | None = None
    edges: tuple[StageEdge, ...] = ()
    also: frozenset[str] = frozenset()
    ends_as: EndsAs | None = None
    position: Position = field(default_factory=Position)


@dataclass(frozen=True, slots=True)
class Machine:
    """Stages in declared order, the first is the start; ``file``: the id of the file with them."""

    file: str
    stages: tuple[Stage, ...]
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True)
class Guarantee:
    """Must follow from stages and norms over lawful runs: *before B, must A.*"""

    id: str
    before: Pattern
    must: tuple[Pattern, ...]
    title: Mapping[str, str] = field(default_factory=dict)
    position: Position = field(default_factory=Position)


@dataclass(frozen=True, slots=True)
class Expected:
    verdict: Word
    how: How | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A ruleset's own test. ``expect`` maps a norm id to one word for every instance, to a tuple in
    trigger order, or to the empty tuple: no instance."""

    title: str
    as_of: date
    trajectory: Trajectory
    expect: Mapping[str, Expected | tuple[Expected, ...]]
    position: Position = field(default_factory=Position)


@dataclass(frozen=True, slots=True)
class Encoded:
    """How much of the text was available to whoever encoded it."""

    articles: tuple[str, ...] = ()
    rest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesetFile:
    """One file: one version of one instrument. ``valid_to`` is the last day in force.

    ``covers``: where the text settles what an act asks of it; ``NotStated``: looked for, not there.
    """

    id: str
    title: Mapping[str, str]
    regulatory_layer: RegulatoryLayer
    governs: Governs
    valid_from: date | NotStated | None = None
    valid_from_precision: Precision = Precision.DAY
    valid_to: date | None = None
    review_by: date | None = None
    gemeente_code: str = ""
    term_regime: Regime = Regime.NOT_STATED
    applies: Condition | None = None
    encoded: Encoded | None = None
    sources: Mapping[str, Source] = field(default_factory=dict)
    norms: tuple[Norm, ...] = ()
    terms: tuple[NamedTerm, ...] = ()
    gates: tuple[Gate, ...] = ()
    guarantees: tuple[Guarantee, ...] = ()
    examples: tuple[Example, ...] = ()
    extends: tuple[str, ...] = ()
    legal_basis: tuple[Article, ...] = ()
    covers: Mapping[str, Article | NotStated] = field(default_factory=dict)
    why: str = ""
    path: str = ""
    sha256: str = ""

    @property
    def version(self) -> str:
        """``valid_from`` as text, as verdicts name it; empty if there is none or it is not said."""
        known = isinstance(self.valid_from, date)
        return str(self.valid_from) if known else ""


@dataclass(frozen=True, slots=True)
class WordList:
    """A list of cases that a text gives; not ``complete``: it has more that nobody has seen."""

    id: str
    items: tuple[str, ...] = ()
    complete: bool = False
    title: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Replaced:
    """A norm or term that a file above replaces, and is no longer in its own file.

    ``less``: whether the new one asks less; None: that cannot be told.
    """

    old: NormRef
    new: NormRef
    less: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruleset:
    """A file with every layer it extends, all names resolved.

    ``files``: ancestors first, own file last; several versions of one id stand side by side.
    """

    id: str
    files: tuple[RulesetFile, ...]
    roles: Mapping[str, Role]
    acts: Mapping[str, Act]
    facts: Mapping[str, Attribute] = field(default_factory=dict)
    calendars: Mapping[str, CalendarData] = field(default_factory=dict)
    lists: Mapping[str, WordList] = field(default_factory=dict)
    machine: Machine | None = None
    replaced: tuple[Replaced, ...] = ()

    @property
    def own(self) -> RulesetFile:
        """The file that was asked for."""
        return self.files[-1]
