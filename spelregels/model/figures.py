"""Numbers that a text does not give as a number: shares of facts, the lowest of two, by scale."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum

from spelregels.model.frozen import dataclass


class Pick(str, Enum):
    """What is made of several numbers."""

    LOWEST_OF = "lowest_of"
    HIGHEST_OF = "highest_of"
    SUM_OF = "sum_of"


class Rounding(str, Enum):
    """To whole numbers: up, down, or to the nearest (half goes up)."""

    UP = "up"
    DOWN = "down"
    NEAREST = "nearest"


@dataclass(frozen=True, slots=True)
class FactFigure:
    """A number that is a fact: of the header, or (``act`` given) of the last earlier event of that
    act, or (``own``) of the very event that is judged."""

    name: str
    act: str | None = None
    own: bool = False


@dataclass(frozen=True, slots=True)
class Share:
    """So much of another number: ``1%`` is 1 in 100, ``3/4`` is 3 in 4; rounded only if said."""

    some: int
    all: int
    of: Figure
    rounding: Rounding | None = None


@dataclass(frozen=True, slots=True)
class Picked:
    """The lowest, the highest or the sum of several."""

    pick: Pick
    parts: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Scaled:
    """A number for each word of a fact of the header."""

    fact: str
    values: tuple[tuple[str, Figure], ...]


Figure = int | Decimal | FactFigure | Share | Picked | Scaled
FIGURES = (FactFigure, Share, Picked, Scaled)
"""The forms that have to be worked out."""
