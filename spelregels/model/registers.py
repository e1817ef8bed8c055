"""What a municipality knows besides its trajectories: areas, population, channels, bodies, persons.

``docs/portfolio.md`` says how norms over many trajectories use them. Frozen data.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from spelregels.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Area:
    """A place in the tree. ``whole``: its parts in the register are all there are."""

    name: str
    level: str = ""
    part_of: str | None = None
    aliases: tuple[str, ...] = ()
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Population:
    """How many persons of each group live in an area. ``groups``: by dimension, by group."""

    at: date
    source: str
    groups: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Channel:
    """``digital`` None: not known. ``reaches`` None: not known; a tuple: these areas, no others."""

    digital: bool | None = None
    reaches: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """``seats``: how many; None: not known. ``complete``: the register names every member."""

    title: str = ""
    area: str | None = None
    seats: int | None = None
    complete: bool = False


@dataclass(frozen=True, slots=True)
class Seat:
    """A role that a person held, and in which body; ``first`` None: not known since when."""

    role: str | None
    body: str | None
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A pseudonym: the roles it held, and its group in each dimension that is known."""

    seats: tuple[Seat, ...] = ()
    groups: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Registers:
    """What a municipality knows besides its trajectories. An empty one knows nothing."""

    id: str = ""
    areas: Mapping[str, Area] = field(default_factory=dict)
    population: Mapping[str, Population] = field(default_factory=dict)
    channels: Mapping[str, Channel] = field(default_factory=dict)
    bodies: Mapping[str, Body] = field(default_factory=dict)
    persons: Mapping[str, Person] = field(default_factory=dict)
    topics: Mapping[str, int] = field(default_factory=dict)
    path: str = ""
    sha256: str = ""
