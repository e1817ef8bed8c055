"""A file of registers, as it is written: areas, population, channels, bodies, persons, topics."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from spelregels.language.portfolio.values import PortfolioVersionIn, Positive
from spelregels.language.surface.base import Surface
from spelregels.language.surface.scalars import (
    Day,
    DottedId,
    FileId,
    Flag,
    Text,
    Whole,
    WordId,
    fixed,
)

NamesIn = Annotated[list[Text], Field(min_length=1)]
MAY_BE_BARE = ("areas", "channels", "bodies", "persons")
"""Under these, ``name:`` with nothing behind it means ``name: {}``."""


class AreaIn(Surface):
    """A place, and what it is a part of."""

    level: WordId | None = None
    part_of: Text | None = None
    aliases: NamesIn | None = None
    parts: Annotated[str, fixed("complete")] | None = None


class PopulationIn(Surface):
    """How many persons of each group live there."""

    as_of: Day
    source: Text
    groups: Annotated[dict[WordId, dict[WordId, Whole]], Field(min_length=1)]


class ChannelIn(Surface):
    """A way to tell people something."""

    digital: Flag | None = None
    reaches: list[Text] | None = None


class BodyIn(Surface):
    """A body with seats."""

    title: Text | None = None
    area: Text | None = None
    seats: Positive | None = None
    members: Annotated[str, fixed("complete")] | None = None


class SeatIn(Surface):
    """A role held for some time, in a body or not."""

    role: DottedId | None = None
    body: Text | None = None
    from_: Day | None = Field(default=None, alias="from")
    to: Day | None = None


class PersonIn(Surface):
    """A pseudonym, never a name."""

    seats: Annotated[list[SeatIn], Field(min_length=1)] | None = None
    groups: dict[WordId, WordId] | None = None


class TopicIn(Surface):
    """How much a topic weighs."""

    weight: Whole


class RegistersIn(Surface):
    """One file of registers."""

    spelregels_registers: PortfolioVersionIn
    id: FileId
    why: Text | None = None
    areas: dict[Text, AreaIn] | None = None
    population: dict[Text, PopulationIn] | None = None
    channels: dict[Text, ChannelIn] | None = None
    bodies: dict[Text, BodyIn] | None = None
    persons: dict[Text, PersonIn] | None = None
    topics: dict[Text, TopicIn] | None = None
