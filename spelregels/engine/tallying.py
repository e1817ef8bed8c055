"""How many events, values or amounts are counted: surely, and at most (Threshold)."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Final

from spelregels.engine.hearing import MISSING, Hearing
from spelregels.engine.matching import Match, matches
from spelregels.engine.points import Point
from spelregels.engine.truth import Truth, both, some, unknown
from spelregels.model.frozen import dataclass
from spelregels.model.norms import Threshold
from spelregels.model.words import How

ENDLESS: Final = 10**9
Inside = Callable[[Point], Truth]


@dataclass(frozen=True, slots=True)
class Tally:
    """``sure``: counted for certain; ``possible``: at most; ``why``: the doubts between them."""

    sure: Fraction
    possible: Fraction
    why: Truth
    points: tuple[Point, ...]


def tally_of(hearing: Hearing, norm: Threshold, inside: Inside) -> Tally:
    """What is counted of the events ``inside`` a period; with `sum`, their amounts."""
    counted: list[tuple[Match, Truth]] = []
    for one in matches(hearing, norm.count):
        truth = both(one.fit, inside(one.point))
        if truth.level:
            counted.append((one, truth))
    firm = [one.point for one, truth in counted if truth.level == 2]
    doubts = [truth for _, truth in counted if truth.level == 1]
    endless = any(o.point.unseen for o, _ in counted)
    if norm.total is not None:
        return _total(hearing, norm.total, counted)
    if norm.distinct is None:
        possible = ENDLESS if endless else len(counted)
        return Tally(Fraction(len(firm)), Fraction(possible), some(doubts), tuple(firm))
    return _distinct(hearing, norm.distinct, counted, endless)


def _distinct(
    hearing: Hearing, name: str, counted: list[tuple[Match, Truth]], endless: bool
) -> Tally:
    values: dict[object, tuple[Point, Truth]] = {}
    blank: list[Truth] = []
    for one, truth in counted:
        value = hearing.value(one.point, name)
        if name == "by" and isinstance(value, str) and hearing.is_role(value):
            value = MISSING  # a role names no person
        if value is None:
            continue
        if value is MISSING:
            seen = one.point.event is not None
            why = unknown(How.FACT_UNKNOWN, one.point.name, name)
            blank.append(why if seen else one.point.exists)
        elif value not in values or values[value][1].level == 1:
            values[value] = one.point, truth
    firm = tuple(point for point, truth in values.values() if truth.level == 2)
    doubts = [*(truth for _, truth in values.values() if truth.level == 1), *blank]
    possible = ENDLESS if endless else len(values) + len(blank)
    return Tally(Fraction(len(firm)), Fraction(possible), some(doubts), firm)


def _total(hearing: Hearing, name: str, counted: list[tuple[Match, Truth]]) -> Tally:
    """Amounts added up; one that is not known may be anything from nothing up."""
    sure = possible = Fraction(0)
    doubts: list[Truth] = []
    for one, truth in counted:
        point = one.point
        if point.event is not None and hearing.value(point, name) is None:
            continue  # it surely has no amount
        amount = amount_of(hearing, name, point)
        if truth.level == 2 and amount is not None:
            sure, possible = sure + amount, possible + amount
            continue
        missing = unknown(How.FACT_UNKNOWN, point.name, name)
        doubts.append(truth if truth.level == 1 else missing)
        sure += min(amount, Fraction(0)) if amount is not None else 0
        possible += ENDLESS if amount is None or point.unseen else max(amount, Fraction(0))
    points = tuple(one.point for one, truth in counted if truth.level == 2)
    return Tally(sure, possible, some(doubts), points)


def amount_of(hearing: Hearing, name: str, point: Point) -> Fraction | None:
    """The amount of an event, if that is known."""
    value = hearing.value(point, name) if point.event is not None else MISSING
    return Fraction(value) if isinstance(value, int | Decimal) else None
