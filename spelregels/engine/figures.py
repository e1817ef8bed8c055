"""Limits that have to be worked out before anything can be held against them (Figures)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from spelregels.engine.earlier import last_earlier
from spelregels.engine.hearing import MISSING, Hearing, Known
from spelregels.engine.points import Point
from spelregels.engine.truth import Truth, unknown
from spelregels.model.figures import FactFigure, Figure, Pick, Picked, Rounding, Scaled, Share
from spelregels.model.terms import NotStated
from spelregels.model.words import How

_WHOLE: Mapping[Rounding, Callable[[Fraction], int]] = {
    Rounding.UP: ceil,
    Rounding.DOWN: floor,
    Rounding.NEAREST: lambda number: floor(number + Fraction(1, 2)),
}


def worth(hearing: Hearing, figure: Figure | NotStated, point: Point | None) -> Fraction | Truth:
    """The number, or the doubt that keeps it from being known."""
    match figure:
        case NotStated():
            return unknown(How.NOT_STATED, "", "number")
        case FactFigure():
            held = _held(hearing, figure, point)
            if isinstance(held, int | Decimal):
                return Fraction(held)
            if isinstance(held, Truth):
                return held
            return unknown(How.FACT_UNKNOWN, "", figure.name)
        case Share():
            whole = worth(hearing, figure.of, point)
            if not isinstance(whole, Fraction):
                return whole
            part = whole * Fraction(figure.some, figure.all)
            return part if figure.rounding is None else Fraction(_WHOLE[figure.rounding](part))
        case Picked():
            return _picked(figure, [worth(hearing, part, point) for part in figure.parts])
        case Scaled():
            word = hearing.fact(figure.fact)
            chosen = next((one for name, one in figure.values if name == word), None)
            if chosen is None:
                return unknown(How.FACT_UNKNOWN, "", figure.fact)
            return worth(hearing, chosen, point)
        case _:
            return Fraction(figure)


def _picked(figure: Picked, parts: list[Fraction | Truth]) -> Fraction | Truth:
    numbers = []
    for part in parts:
        if not isinstance(part, Fraction):
            return part
        numbers.append(part)
    match figure.pick:
        case Pick.LOWEST_OF:
            return min(numbers)
        case Pick.HIGHEST_OF:
            return max(numbers)
        case Pick.SUM_OF:
            return sum(numbers, Fraction(0))


def _held(hearing: Hearing, figure: FactFigure, point: Point | None) -> Known | Truth:
    if figure.act is None and not figure.own:
        return hearing.fact(figure.name)
    if point is None:
        return MISSING
    if figure.act is None:
        held = hearing.value(point, figure.name) if point.event is not None else MISSING
        return unknown(How.FACT_UNKNOWN, point.name, figure.name) if held is MISSING else held
    came, last = last_earlier(hearing, figure.act, point)
    unseen = next((one for one in last if one.event is None), None)
    if unseen is not None:
        return unseen.exists
    if not last:
        return None
    values = [hearing.value(one, figure.name) for one in last]
    holes = [one for one, value in zip(last, values, strict=True) if value is MISSING]
    if holes:
        return unknown(How.FACT_UNKNOWN, holes[0].name, figure.name)
    if came.level == 2 and all(one == values[0] for one in values):
        return values[0]
    return unknown(How.ORDER_UNKNOWN, last[0].name, figure.act)
