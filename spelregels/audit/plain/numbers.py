"""Figures once more, for logs of which everything is known."""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

from spelregels.model.figures import FactFigure, Figure, Pick, Rounding, Scaled, Share
from spelregels.model.terms import NotStated


class NotPlain(Exception):
    """This norm, on this log, has no plain reading."""


ROUND: dict[Rounding, Callable[[Fraction], int]] = {
    Rounding.UP: math.ceil,
    Rounding.DOWN: math.floor,
    Rounding.NEAREST: lambda number: math.floor(number + Fraction(1, 2)),
}


def amount(value: Any) -> Fraction:
    """A known number."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise NotPlain
    return Fraction(value)


def number(figure: Figure | NotStated, look: Callable[[FactFigure], Any]) -> Fraction:
    """What the figure comes to."""
    if isinstance(figure, NotStated):
        raise NotPlain
    if isinstance(figure, FactFigure):
        return amount(look(figure))
    if isinstance(figure, Share):
        part = number(figure.of, look) * Fraction(figure.some, figure.all)
        return Fraction(ROUND[figure.rounding](part)) if figure.rounding else part
    if isinstance(figure, Scaled):
        word = look(FactFigure(figure.fact))
        chosen = [part for name, part in figure.values if name == word]
        return number(chosen[0], look) if chosen else amount(None)
    if isinstance(figure, int | Decimal):
        return Fraction(figure)
    parts = sorted(number(part, look) for part in figure.parts)
    if figure.pick is Pick.SUM_OF:
        return sum(parts, Fraction(0))
    return parts[0] if figure.pick is Pick.LOWEST_OF else parts[-1]


def values_of(value: Any) -> list[Any]:
    """A value as a list of values; what is absent has none."""
    if value is None or value == "":
        return []
    return [part for part in value if part != ""] if isinstance(value, tuple) else [value]


def no_moments(part: object) -> list[Any]:
    """Before the terms are known: nothing hangs on them."""
    raise NotPlain


def no_windows(term: object) -> list[tuple[float, float]]:
    """Likewise."""
    raise NotPlain
