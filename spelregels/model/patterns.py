"""Patterns of acts, roles and conditions: the parts norms are made of."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum

from spelregels.model.figures import Figure
from spelregels.model.frozen import dataclass
from spelregels.model.terms import Duration, NotStated
from spelregels.model.words import Vehicle

Scalar = str | bool | int | Decimal | date | Duration
Value = Scalar | tuple[Scalar, ...]


@dataclass(frozen=True, slots=True)
class RoleSpec:
    """Any of these roles; ``vehicle`` fits every role with that legal form instead."""

    any_of: tuple[str, ...] = ()
    vehicle: Vehicle | None = None


class Op(str, Enum):
    """The closed set of tests on one attribute."""

    IS = "is"
    ONE_OF = "one_of"
    IS_NOT = "is_not"
    PRESENT = "present"
    ABSENT = "absent"
    ABOVE = "above"
    BELOW = "below"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    SAME_AS = "same_as"
    IN_LIST = "in_list"


@dataclass(frozen=True, slots=True)
class Earlier:
    """The attribute of the last earlier event of ``act``, or (``act`` None) of this very event."""

    act: str | None
    attribute: str


@dataclass(frozen=True, slots=True)
class Test:
    """One test on one attribute. ``by`` and ``as`` are attributes too.

    ``operand``: a value for IS, IS_NOT and the comparisons (or a figure, for these); a tuple for
    ONE_OF; an ``Earlier`` for SAME_AS; the id of a list for IN_LIST; None for PRESENT and ABSENT.
    """

    __test__ = False  # not a pytest class

    attribute: str
    op: Op
    operand: Value | Earlier | Figure | None = None


@dataclass(frozen=True, slots=True)
class AllOf:
    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class NoneOf:
    parts: tuple[Condition, ...]


Condition = Test | AllOf | AnyOf | NoneOf


class Edge(str, Enum):
    """The two moments of a named term."""

    BEGUN = "begonnen"
    PASSED = "verstreken"


@dataclass(frozen=True, slots=True)
class TermRef:
    """A named term, by the id of its file (all versions of that file) and its own id."""

    file: str
    term: str


@dataclass(frozen=True, slots=True)
class NormRef:
    """A norm, by the id of its file (all versions of that file) and its own id."""

    file: str
    norm: str


@dataclass(frozen=True, slots=True)
class ActPattern:
    """Events of one act; ``by`` None: anyone's; ``outcome`` empty: any outcome."""

    act: str
    by: RoleSpec | None = None
    outcome: tuple[str, ...] = ()
    where: Condition | None = None


@dataclass(frozen=True, slots=True)
class MomentPattern:
    """``X.begonnen`` or ``X.verstreken``, standing where an act may stand."""

    term: TermRef
    edge: Edge


OnePattern = ActPattern | MomentPattern
Pattern = tuple[OnePattern, ...]  # any of these; never empty


@dataclass(frozen=True, slots=True)
class Happened:
    """``if: {happened: P}``, ``{none: P}``, ``{more_than: n, of: P}``: what lay before the trigger.

    ``more_than`` None with ``none`` False: at least one. ``during``: only inside that window.
    """

    pattern: Pattern
    none: bool = False
    more_than: int | None = None
    during: Window | None = None


@dataclass(frozen=True, slots=True)
class SituationAll:
    parts: tuple[Situation, ...]


@dataclass(frozen=True, slots=True)
class SituationAny:
    parts: tuple[Situation, ...]


Situation = Happened | SituationAll | SituationAny


@dataclass(frozen=True, slots=True)
class BetweenWindow:
    """Strictly between an event of ``opens`` and the first later event of ``closes``."""

    opens: Pattern
    closes: Pattern


@dataclass(frozen=True, slots=True)
class StageWindow:
    stage: str


@dataclass(frozen=True, slots=True)
class TermWindow:
    """From the beginning of a named term through its last day."""

    term: TermRef


Window = BetweenWindow | StageWindow | TermWindow


Bearer = RoleSpec | NotStated | None  # None: nobody is named because the kind has no bearer
