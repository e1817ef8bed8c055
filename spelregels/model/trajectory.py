"""Trajectories: what a source says happened, and what it would have shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from spelregels.model.frozen import dataclass
from spelregels.model.patterns import Value
from spelregels.model.problem import Position
from spelregels.model.words import Certainty, Level, Order, Precision


@dataclass(frozen=True, slots=True)
class When:
    """A moment is an interval (M2): a minute, a day, a month, a year, or unknown.

    ``day``: the first day of the interval on the Amsterdam calendar; None only when unknown.
    ``minute``: minutes after midnight (0-1439), only with precision minute.
    """

    precision: Precision
    day: date | None = None
    minute: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened. ``by`` is a person or body; ``roles`` what stands under ``as``.

    ``attributes`` holds what the source states; a value of None is *known absent*; a name that is
    not there is unknown, unless the trajectory is closed for it.
    ``corrects``: this event replaces that one from the day ``recorded`` on. ``places``: where each
    key stands in the source, for messages; may be empty.
    """

    id: str
    act: str
    at: When
    by: str | None = None
    roles: tuple[str, ...] = ()
    outcome: str | None = None
    attributes: Mapping[str, Value | None] = field(default_factory=dict)
    certainty: Certainty = Certainty.SEEN
    source: str = ""
    note: str = ""
    corrects: str | None = None
    recorded: date | None = None
    position: Position = field(default_factory=Position)
    places: Mapping[str, Position] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Closed:
    """For which facts the source is complete: an absent one is absent, not unknown.

    ``everything``: all of them. ``attributes``: per act. ``facts``: of the header.
    """

    everything: bool = False
    attributes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    facts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PersonRole:
    role: str
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class DataError:
    """A record that cannot be right as printed (end before begin, placeholder date, a name that is
    almost a role): no breach."""

    code: str
    message_nl: str
    message_en: str
    events: tuple[str, ...] = ()
    position: Position = field(default_factory=Position)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trajectory:
    """``records`` None: every act would show if it had happened; else only these acts.

    ``header``: further keys conditions may read, such as ``topic``, ``area.level``,
    ``competent_authority``. ``events`` stand in the order of the source.
    """

    id: str
    events: tuple[Event, ...]
    records: frozenset[str] | None
    ruleset: str = ""
    title: str = ""
    level: Level | None = None
    competent_authority: str | None = None
    header: Mapping[str, Value | None] = field(default_factory=dict)
    facts: Mapping[str, Value | None] = field(default_factory=dict)
    persons: Mapping[str, tuple[PersonRole, ...]] = field(default_factory=dict)
    order: Order = Order.UNKNOWN
    closed: Closed = field(default_factory=Closed)
    as_of: date | None = None
    data_errors: tuple[DataError, ...] = ()
    position: Position = field(default_factory=Position)
    places: Mapping[str, Position] = field(default_factory=dict, compare=False, repr=False)
