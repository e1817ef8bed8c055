"""The norm kinds: a closed set. ``docs/meaning.md`` says what each one means."""

from __future__ import annotations

from dataclasses import field
from datetime import date

from spelregels.model.figures import Figure
from spelregels.model.frozen import dataclass
from spelregels.model.patterns import (
    ActPattern,
    Bearer,
    Condition,
    NormRef,
    Pattern,
    Situation,
    TermRef,
    Window,
)
from spelregels.model.problem import Position
from spelregels.model.terms import AttributeTerm, Duration, NotStated, Term
from spelregels.model.words import (
    Confidence,
    Consequence,
    CountFrom,
    Kind,
    Regime,
    Severity,
    Strength,
)


@dataclass(frozen=True, slots=True)
class Article:
    """Where a norm stands: the id of a source of its file, and the article in its words."""

    source: str
    article: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NormBase:
    """What every norm carries. ``if_``/``unless``/``applies``: see language reference."""

    id: str
    article: Article | None = None
    applies: Condition | None = None
    if_: Situation | None = None
    unless: Pattern = ()
    strength: Strength = Strength.MUST
    severity: Severity = Severity.ERROR
    consequence: Consequence | None = None
    minimum: bool = False
    prevails_over: NormRef | NotStated | None = None
    why: str = ""
    confidence: Confidence = Confidence.SEEN
    in_force_from: date | None = None
    in_force_to: date | None = None
    title: str = ""  # Dutch; ``title_en``: English
    title_en: str = ""
    position: Position = field(default_factory=Position)


@dataclass(frozen=True, slots=True)
class Link:
    """How an answer is tied to its trigger: by its event id in ``answers``, or by equal values of
    ``same``. Exactly one of the two is set."""

    answers: str | None = None
    same: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Precedence(NormBase):
    """*before B, must A.* ``must``: all of these patterns, each judged apart; ``by`` is folded in.

    ``lasts``: from A's day through B's day, both on view, is at least this long: B, a *last* day,
    is on or after the (moved) last day of the term counted from A; ``wait`` asks for a later day.
    """

    before: Pattern
    must: tuple[Pattern, ...]
    by: Bearer = None
    link: Link | None = None
    lead: Term | None = None
    clear_days: bool = False
    wait: Term | None = None
    at_longest: Term | None = None
    lasts: Term | None = None
    count_from: CountFrom = CountFrom.NEXT_DAY
    regime: Regime = Regime.NOT_STATED
    last_counts: bool = False
    times: int = 1

    @property
    def raised_by(self) -> Pattern:
        """What raises its instances."""
        return self.before

    @property
    def demands(self) -> tuple[Pattern, ...]:
        """The acts it makes a duty, each pattern apart."""
        return self.must


@dataclass(frozen=True, slots=True)
class Extension:
    """``extendable: {act, by, once}``: announced in time, it lengthens a term once."""

    by_act: ActPattern
    once: Term


@dataclass(frozen=True, slots=True)
class Suspension:
    opens: Pattern
    closes: Pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class Response(NormBase):
    """*after A, must B.* ``within`` None: no term, the end is the term."""

    after: Pattern
    must: tuple[Pattern, ...]
    by: Bearer = None
    link: Link | None = None
    within: Term | None = None
    not_before: Term | None = None
    count_from: CountFrom = CountFrom.NEXT_DAY
    regime: Regime = Regime.NOT_STATED
    extendable: Extension | None = None
    suspended_by: Suspension | None = None

    @property
    def raised_by(self) -> Pattern:
        """What raises its instances."""
        return self.after

    @property
    def demands(self) -> tuple[Pattern, ...]:
        """The acts it makes a duty, each pattern apart."""
        return self.must


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence(NormBase):
    """*never C*, or *during a window, must_not C*. ``window`` None: never."""

    must_not: Pattern
    window: Window | None = None

    @property
    def raised_by(self) -> Pattern:
        """What raises its instances."""
        return self.must_not


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement(NormBase):
    """*upon A, require.*"""

    upon: Pattern
    require: Condition

    @property
    def raised_by(self) -> Pattern:
        """What raises its instances."""
        return self.upon


@dataclass(frozen=True, slots=True, kw_only=True)
class Power(NormBase):
    """*may C by R.* ``where`` stands apart from the pattern: outside it the power is exceeded.

    ``within`` of the last earlier ``after``: the power is there only so long.
    """

    may: tuple[str, ...]
    by: Bearer
    where: Condition | None = None
    exclusive: bool = False
    after: Pattern = ()
    within: Term | None = None
    count_from: CountFrom = CountFrom.NEXT_DAY
    regime: Regime = Regime.NOT_STATED

    @property
    def raised_by(self) -> Pattern:
        """What raises its instances."""
        return tuple(ActPattern(act) for act in self.may)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurrence(NormBase):
    """*every d from F, must A.* ``every`` None: every calendar year."""

    every: Duration | None
    start: Pattern
    must: Pattern
    by: Bearer = None
    count_from: CountFrom = CountFrom.NEXT_DAY
    regime: Regime = Regime.NOT_STATED

    @property
    def raised_by(self) -> Pattern:
        """What raises its instances."""
        return self.start

    @property
    def demands(self) -> tuple[Pattern, ...]:
        """The acts it makes a duty, each pattern apart."""
        return (self.must,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Separation(NormBase):
    """*separate A and B*: not the same person."""

    first: Pattern
    second: Pattern

    @property
    def raised_by(self) -> Pattern:
        """What raises its instances."""
        return (*self.first, *self.second)


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold(NormBase):
    """*count C, at_least n / at_most n.* ``distinct``: an attribute, or ``by`` for persons;
    ``total``: add up this attribute instead of counting events.

    ``before`` empty: over the trajectory, or per period: ``per_year`` (calendar years) or
    ``per_term`` (inside a named term).
    """

    count: Pattern
    by: Bearer = None
    distinct: str | None = None
    total: str | None = None
    at_least: Figure | NotStated | None = None
    at_most: Figure | NotStated | None = None
    before: Pattern = ()
    per_year: bool = False
    per_term: TermRef | None = None

    @property
    def raised_by(self) -> Pattern:
        """What raises its instances."""
        return self.before or self.count

    @property
    def demands(self) -> tuple[Pattern, ...]:
        """The acts it makes a duty, each pattern apart."""
        return (self.count,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption(NormBase):
    """*need_not A*: excuses the duty to do A; it is not a ban. ``may_be_ban``: the text leaves open
    whether it exempts or forbids."""

    need_not: Pattern
    may_be_ban: bool = False

    @property
    def raised_by(self) -> Pattern:
        """What raises its instances."""
        return self.need_not


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(NormBase):
    """What cannot be judged by machine: printed, asked, never evaluated."""

    text: str
    by: Bearer = None
    judged_by: str | None = None

    @property
    def raised_by(self) -> Pattern:
        """What raises its instances."""
        return ()


Norm = (
    Precedence
    | Response
    | Absence
    | Requirement
    | Power
    | Recurrence
    | Separation
    | Threshold
    | Exemption
    | Statement
)

KIND_OF: dict[type[NormBase], Kind] = {
    Precedence: Kind.PRECEDENCE,
    Response: Kind.RESPONSE,
    Absence: Kind.ABSENCE,
    Requirement: Kind.REQUIREMENT,
    Power: Kind.POWER,
    Recurrence: Kind.RECURRENCE,
    Separation: Kind.SEPARATION,
    Threshold: Kind.THRESHOLD,
    Exemption: Kind.EXEMPTION,
    Statement: Kind.STATEMENT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedTerm:
    """A named term gives two moments, ``X.begonnen`` and ``X.verstreken``.

    ``begins``: one pattern per begin act; it begins when each has happened (the latest of them).
    ``longer``: a fact that may make it longer. ``per``: it begins once for each event of that
    pattern, and begin events are tied to that event by ``link``.
    """

    id: str
    begins: tuple[Pattern, ...]
    lasts: Term
    count_from: CountFrom = CountFrom.NEXT_DAY
    regime: Regime = Regime.NOT_STATED
    longer: AttributeTerm | None = None
    begins_only_if: tuple[NormRef, ...] = ()
    extendable: Extension | None = None
    suspended_by: Suspension | None = None
    per: Pattern = ()
    link: Link | None = None
    article: Article | None = None
    applies: Condition | None = None
    confidence: Confidence = Confidence.SEEN
    title: str = ""  # Dutch; ``title_en``: English
    title_en: str = ""
    minimum: bool = False
    why: str = ""
    position: Position = field(default_factory=Position)
