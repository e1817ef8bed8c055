"""What a random case may contain: limits and switches, all with defaults."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from spelregels.model.words import Kind

NORM_KINDS: tuple[Kind, ...] = (
    Kind.PRECEDENCE,
    Kind.RESPONSE,
    Kind.ABSENCE,
    Kind.REQUIREMENT,
    Kind.POWER,
    Kind.RECURRENCE,
    Kind.SEPARATION,
    Kind.THRESHOLD,
    Kind.EXEMPTION,
    Kind.STATEMENT,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Limits and switches of the generators.

    ``norms``, ``events``: smallest and largest number. ``kinds``: which norm kinds may be drawn.
    ``layers``: more than one file, several versions, validity. ``machine``: stages.
    ``changes``: extensions and suspensions; ``changing``: their share. ``conditions``: where,
    if, unless, applies.
    ``links``: the share of responses that are tied to their trigger.
    ``roles``: bearers. ``open_texts``: not_stated and vague. ``whole_weeks``: terms in days,
    working days and weeks only, nothing that looks at the calendar's months, years or meetings.
    ``blur``: how much of the log is imprecise or missing, 0 (everything known) to 1.
    ``corrections``, ``planned``: whether the log holds such events.
    ``window``: every event lies inside; None: around the dates that bite, 2016-2030.
    """

    norms: tuple[int, int] = (1, 4)
    events: tuple[int, int] = (1, 9)
    kinds: tuple[Kind, ...] = NORM_KINDS
    layers: bool = True
    machine: bool = True
    named_terms: bool = True
    changes: bool = True
    changing: float = 0.3
    conditions: bool = True
    roles: bool = True
    open_texts: bool = True
    whole_weeks: bool = False
    links: float = 0.3
    blur: float = 0.3
    corrections: bool = True
    planned: bool = True
    window: tuple[date, date] | None = None


DEFAULT = Settings()
PRECISE = Settings(blur=0.0, corrections=False, planned=False)
