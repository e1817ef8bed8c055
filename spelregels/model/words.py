"""The closed sets of the language. Each member's value is the word used in YAML and JSON."""

from __future__ import annotations

from enum import Enum


class RegulatoryLayer(str, Enum):
    """What kind of instrument a file encodes; keys as MinBZK/regelrecht uses them."""

    WET = "WET"
    AMVB = "AMVB"
    VERORDENING = "VERORDENING"
    BELEIDSREGEL = "BELEIDSREGEL"
    REGLEMENT = "REGLEMENT"
    WIJKSPELREGELS = "WIJKSPELREGELS"
    CONVENANT = "CONVENANT"
    NOTITIE = "NOTITIE"
    NOT_STATED = "not_stated"


class Level(str, Enum):
    """Rungs of participation, low to high; the declared order here is the order of the ladder."""

    INFORMEREN = "informeren"
    RAADPLEGEN = "raadplegen"
    ADVISEREN = "adviseren"
    COPRODUCEREN = "coproduceren"
    MEEBESLISSEN = "meebeslissen"


class RoleKind(str, Enum):
    AUTHORITY = "authority"
    OFFICIALS = "officials"
    RESIDENTS = "residents"
    PROFESSIONALS = "professionals"
    CORPORATION = "corporation"
    ANYONE = "anyone"


class Vehicle(str, Enum):
    """The legal form through which a body may decide."""

    NONE = "none"
    MANDATE = "mandate"
    DELEGATION = "delegation"
    BESTUURSCOMMISSIE = "bestuurscommissie"
    ART_84 = "art_84"


class AttributeType(str, Enum):
    TEXT = "text"
    ID = "id"
    REF = "ref"
    BOOLEAN = "boolean"
    INTEGER = "integer"
    MONEY = "money"
    DATE = "date"
    DURATION = "duration"
    PERSON = "person"
    AREA = "area"
    ROLE = "role"


class EndsAs(str, Enum):
    GRANTED = "granted"
    REFUSED = "refused"
    NOT_ADMITTED = "not_admitted"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    FORWARDED = "forwarded"
    DECIDED = "decided"


class Binding(str, Enum):
    NONE = "none"
    ZWAARWEGEND = "zwaarwegend"
    COMPLY_OR_EXPLAIN = "comply_or_explain"
    BINDING = "binding"


class Governs(str, Enum):
    """Which day picks the version of a file: of the first event, or of the trigger (M14)."""

    STARTED_IN_FORCE = "started_in_force"
    EVENT_DATE = "event_date"
    NOT_STATED = "not_stated"


class Regime(str, Enum):
    """Whether the last day of a term moves off free days."""

    ATW = "atw"
    CALENDAR = "calendar"
    NOT_STATED = "not_stated"


class CountFrom(str, Enum):
    SAME_DAY = "same_day"
    NEXT_DAY = "next_day"


class Unit(str, Enum):
    DAY = "dag"
    WORKING_DAY = "werkdag"
    WEEK = "week"
    MONTH = "maand"
    YEAR = "jaar"


class Strength(str, Enum):
    MUST = "must"
    SHOULD = "should"
    AIM = "aim"


class Severity(str, Enum):
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class Consequence(str, Enum):
    NOT_STARTED = "not_started"
    VOID = "void"
    CURABLE = "curable"
    EXPLAIN = "explain"


class Confidence(str, Enum):
    """How well the law behind a norm was verified: read, second hand, derived, from memory."""

    SEEN = "SEEN"
    SEC = "SEC"
    DER = "DER"
    MEM = "MEM"


class Certainty(str, Enum):
    SEEN = "seen"
    PLANNED = "planned"
    INFERRED = "inferred"


class Precision(str, Enum):
    MINUTE = "minute"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"


class Order(str, Enum):
    """Does the source assert the order of equal moments?"""

    LISTED = "listed"
    UNKNOWN = "unknown"


class Kind(str, Enum):
    """What a verdict is about: one member per norm kind, and the three findings no norm gives."""

    PRECEDENCE = "precedence"
    RESPONSE = "response"
    ABSENCE = "absence"
    REQUIREMENT = "requirement"
    POWER = "power"
    RECURRENCE = "recurrence"
    SEPARATION = "separation"
    THRESHOLD = "threshold"
    EXEMPTION = "exemption"
    STATEMENT = "statement"
    STAGE = "stage"
    STAGE_POWER = "stage_power"
    LAW = "law"


class Word(str, Enum):
    """The verdict itself (M10). Kinds of breach are LATE, OVERDUE and BROKEN."""

    KEPT = "kept"
    EXCUSED = "excused"
    NO_LONGER_DUE = "no_longer_due"
    OPEN = "open"
    LATE = "late"
    OVERDUE = "overdue"
    BROKEN = "broken"
    CANNOT_TELL = "cannot_tell"


class How(str, Enum):
    """How a norm was broken, or why a verdict cannot be told."""

    MISSING = "missing"
    TOO_EARLY = "too_early"
    TOO_LATE = "too_late"
    OUT_OF_ORDER = "out_of_order"
    AFTER_THE_END = "after_the_end"
    NO_POWER = "no_power"
    WRONG_ROLE = "wrong_role"
    NOT_PERMITTED_HERE = "not_permitted_here"
    FORBIDDEN = "forbidden"
    REQUIREMENT_NOT_MET = "requirement_not_met"
    SAME_PERSON = "same_person"
    TOO_FEW = "too_few"
    TOO_MANY = "too_many"
    NOT_STATED = "not_stated"
    VAGUE = "vague"
    NOT_RECORDED = "not_recorded"
    SUSPENDED = "suspended"
    STAGE_UNKNOWN = "stage_unknown"
    CALENDAR_UNKNOWN = "calendar_unknown"
    LAW_NOT_ENCODED = "law_not_encoded"
    REGIME_NOT_STATED = "regime_not_stated"
    ORDER_UNKNOWN = "order_unknown"
    DATE_UNKNOWN = "date_unknown"
    FACT_UNKNOWN = "fact_unknown"
