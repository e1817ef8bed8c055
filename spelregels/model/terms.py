"""Terms: how long, from when, and the reckoning that a calendar makes of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from enum import Enum

from spelregels.model.frozen import dataclass
from spelregels.model.words import Regime, Unit


@dataclass(frozen=True, slots=True)
class Duration:
    """``6 weken``, ``14 dagen``, ``10 werkdagen``, ``3 maanden``, ``1 jaar``."""

    amount: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class MeetingTerm:
    """The first meeting in the calendar named ``meetings``, at the earliest ``not_before`` later.

    ``{first: raadsvergadering, not_before: 2 weken}``; ``{next: raadsvergadering}`` has no
    ``not_before`` and means the first meeting on a later day than the start.
    """

    meetings: str
    not_before: Duration | None = None


@dataclass(frozen=True, slots=True)
class DateTerm:
    """A calendar date: ``{date: "1 mei", year: next, last_day: before}``.

    ``next_year``: in the year after that of the start (counted back: in the year before), else the
    first such date of which the last good day does not lie before the start (counted back: the last
    such date not after it). ``before``: the last good day is the day before the date. 29 February
    is the 28th in a year that lacks it.
    """

    day: int
    month: int
    next_year: bool
    before: bool


@dataclass(frozen=True, slots=True)
class SameMoment:
    """``same_moment``: on the day of the start itself."""


@dataclass(frozen=True, slots=True)
class AttributeTerm:
    """The term is a fact: ``{attribute: advies.gevraagd.termijn}``, of type duration or date."""

    act: str
    attribute: str


@dataclass(frozen=True, slots=True)
class NotStated:
    """The text is silent."""


@dataclass(frozen=True, slots=True)
class Vague:
    """The text says only this word: ``{vague: zo spoedig mogelijk}``."""

    word: str


FixedTerm = Duration | MeetingTerm | DateTerm | SameMoment
Term = FixedTerm | AttributeTerm | NotStated | Vague


@dataclass(frozen=True, slots=True)
class CalendarData:
    """A calendar that a ruleset gives as data: days on which a meeting is held, days closed.

    ``known_until``: after this day the meetings are not known.
    """

    id: str
    meetings: tuple[date, ...] = ()
    closed_days: tuple[date, ...] = ()
    known_until: date | None = None
    source: str = ""


class Step(str, Enum):
    """One step in the arithmetic of a term; the report turns each into a Dutch or English line."""

    START = "start"
    FIRST_DAY = "first_day"
    RAW = "raw"
    CLAMPED = "clamped"
    EXTENDED = "extended"
    SUSPENDED = "suspended"
    BACKWARDS_NOT_MOVED = "backwards_not_moved"
    REGIME_OFF = "regime_off"
    TOO_LONG_FOR_ATW = "too_long_for_atw"
    ENTRY_INTO_FORCE_NOT_MOVED = "entry_into_force_not_moved"
    FREE_DAY = "free_day"
    TWO_ORDINARY_DAYS = "two_ordinary_days"
    ORDINARY_DAY = "ordinary_day"
    MEETING = "meeting"
    CALENDAR_DATE = "calendar_date"
    NEVER_MOVED = "never_moved"
    DECREE_UNKNOWN = "decree_unknown"
    NO_MEETING_KNOWN = "no_meeting_known"
    ACT_FROM = "act_from"


@dataclass(frozen=True, slots=True)
class TraceStep:
    """``day`` is where the reckoning stands after this step; ``detail`` names the reason, in data
    (a holiday's name, an article, an amount), never in a sentence."""

    step: Step
    day: date
    detail: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """One answer to an open question of law: under ``reading`` the last day is ``last_day``.

    ``question`` is one of the codes in ``Reckoning.open_questions``. ``taken``: the reading that
    ``Reckoning.last_day`` follows. ``steps``: how this day was reached from the raw last day.
    """

    question: str
    reading: str
    last_day: date
    taken: bool = False
    steps: tuple[TraceStep, ...] = ()


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What a calendar says of one term from one start day.

    ``last_day`` is the answer under the regime; ``latest`` is the last day under the most generous
    reading that data or law leave open (another free day by decree, an undeclared regime): equal to
    ``last_day`` when nothing is open, ``None`` when there is no upper bound (no meeting known).
    ``doubts`` says why they differ (``calendar_unknown``, ``regime_not_stated``).
    Forwards: ``act_from`` is the day after ``last_day``: a wait is over then. Backwards:
    ``last_day`` is the last day on which the act may still be done, ``act_from`` the day after it.
    """

    start: date
    first_day: date
    raw_last_day: date
    last_day: date
    latest: date | None
    act_from: date
    regime: Regime
    doubts: tuple[str, ...] = ()
    steps: tuple[TraceStep, ...] = ()
    open_questions: tuple[str, ...] = ()
    readings: tuple[Reading, ...] = ()
