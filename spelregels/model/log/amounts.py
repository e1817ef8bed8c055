"""Figures worked out exactly, and sums of which not everything is known."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate
from math import ceil, floor, inf

from spelregels.model.figures import FactFigure, Figure, Pick, Picked, Rounding, Scaled, Share
from spelregels.model.log.truth import Truth
from spelregels.model.patterns import Value
from spelregels.model.terms import NotStated
from spelregels.model.verdict import Unknown
from spelregels.model.words import How

Given = Value | Unknown | None  # what a log says of a fact; None: it is surely absent
PICKS: dict[Pick, Callable[[Iterable[Fraction]], Fraction]] = {
    Pick.LOWEST_OF: min,
    Pick.HIGHEST_OF: max,
    Pick.SUM_OF: lambda parts: sum(parts, Fraction(0)),
}


def worked_out(f: Figure | NotStated, fact: Callable[[FactFigure], Given]) -> Fraction | Unknown:
    """Figures: the number, exactly; unknown if a fact that it rests on is not known."""
    match f:
        case NotStated():
            return Unknown(How.NOT_STATED, "", "number")
        case FactFigure():
            given = fact(f)
            if isinstance(given, int | Decimal):
                return Fraction(given)
            return given if isinstance(given, Unknown) else _no_fact(f.name)
        case Share():
            whole = worked_out(f.of, fact)
            if isinstance(whole, Unknown):
                return whole
            return rounded(whole * f.some / f.all, f.rounding)
        case Picked():
            parts = [worked_out(part, fact) for part in f.parts]
            hole = next((part for part in parts if isinstance(part, Unknown)), None)
            return hole or PICKS[f.pick](part for part in parts if isinstance(part, Fraction))
        case Scaled():
            word = fact(FactFigure(f.fact))
            if isinstance(word, Unknown):
                return word
            chosen = next((part for name, part in f.values if name == word), None)
            return _no_fact(f.fact) if chosen is None else worked_out(chosen, fact)
        case _:
            return Fraction(f)


def rounded(number: Fraction, rounding: Rounding | None) -> Fraction:
    """A number rounded to a whole one, if it must be."""
    match rounding:
        case None:
            return number
        case Rounding.UP:
            return Fraction(ceil(number))
        case Rounding.DOWN:
            return Fraction(floor(number))
        case Rounding.NEAREST:
            return Fraction(floor(number + Fraction(1, 2)))


def total_reaches(
    amounts: Iterable[tuple[Given, Truth, bool]], limit: Fraction, *, beyond: bool = False
) -> Truth:
    """Threshold, ``total``: whether amounts add up to the limit, or (``beyond``) to more.

    ``amounts``: each with whether it counts, and whether it may be there any number of times (M9).
    An amount that is not known may be anything from nothing up.
    """
    surely: Fraction = Fraction(0)
    most: Fraction | float = Fraction(0)
    doubt: Truth = False
    for given, counts, often in amounts:
        if given is None or counts is False:
            continue
        known = Fraction(given) if isinstance(given, int | Decimal) else None
        if counts is True and known is not None:
            surely, most = surely + known, most + known
            continue
        doubt = doubt or (counts if isinstance(counts, Unknown) else _unknown(given))
        surely += min(known, Fraction(0)) if known is not None else 0
        most += max(known, Fraction(0)) if known is not None and not often else inf
    if surely > limit if beyond else surely >= limit:
        return True
    return (most > limit if beyond else most >= limit) and doubt


def first_beyond(amounts: Iterable[Given], limit: Fraction) -> int:
    """The place of the first amount with which the sum of what is known goes beyond the limit."""
    known = [Fraction(x) if isinstance(x, int | Decimal) else Fraction(0) for x in amounts]
    sums = enumerate(accumulate(known))
    return next((place for place, total in sums if total > limit), len(known) - 1)


def _unknown(given: Given) -> Unknown:
    return given if isinstance(given, Unknown) else Unknown(How.FACT_UNKNOWN)


def _no_fact(name: str) -> Unknown:
    return Unknown(How.FACT_UNKNOWN, "", name)
