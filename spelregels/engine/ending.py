"""The end of a trajectory, and withdrawals (M5)."""

from __future__ import annotations

from spelregels.engine.hearing import Hearing
from spelregels.engine.matching import possible_outcomes
from spelregels.engine.points import Point
from spelregels.engine.stages import lawful_withdrawal
from spelregels.engine.truth import NO, YES, Truth, both, every, negate, some, unknown
from spelregels.model.words import How

Ending = tuple[Point, Truth]


def endings(hearing: Hearing) -> list[Ending]:
    """Every event that may be an ending act, and whether it is one."""
    found: list[Ending] | None = hearing.memo.get("endings")
    if found is None:
        acts = {act for act, _ in hearing.compiled.ending}
        found = []
        for point in hearing.points:
            if point.act in acts:
                ends = _ends(hearing, point)
                if ends.level:
                    found.append((point, both(point.exists, ends)))
        hearing.memo["endings"] = found
    return found


def _ends(hearing: Hearing, point: Point) -> Truth:
    said = [hearing.compiled.ends(point.act, o) for o in possible_outcomes(hearing, point)]
    if all(said):
        return YES
    return unknown(How.FACT_UNKNOWN, point.name, "outcome") if any(said) else NO


def ended(hearing: Hearing) -> Truth:
    """Whether the end has come by the day of judging."""
    found: Truth | None = hearing.memo.get("ended")
    if found is None:
        found = hearing.memo["ended"] = some(ends for _, ends in endings(hearing))
    return found


def after_end(hearing: Hearing, point: Point) -> Truth:
    """Whether the end had come before ``point``."""
    return some(every((ends, hearing.before(one, point))) for one, ends in endings(hearing))


def is_end(hearing: Hearing, point: Point) -> Truth:
    """Whether this very event is the end: the first ending act."""
    mine = next((ends for one, ends in endings(hearing) if one is point), NO)
    return both(mine, negate(after_end(hearing, point))) if mine.level else NO


def withdrawals(hearing: Hearing) -> list[Ending]:
    """Events that may be the end by a lawful withdrawal, and whether they are."""
    found: list[Ending] | None = hearing.memo.get("withdrawals")
    if found is None:
        found = []
        if hearing.compiled.steps is not None:
            for point, _ in endings(hearing):
                truth = both(is_end(hearing, point), lawful_withdrawal(hearing, point))
                if truth.level:
                    found.append((point, truth))
        hearing.memo["withdrawals"] = found
    return found
