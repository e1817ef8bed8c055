"""Whether something happened inside a window (Absence, Stages, Terms)."""

from __future__ import annotations

from spelregels.engine.hearing import Hearing
from spelregels.engine.matching import matches
from spelregels.engine.points import Point
from spelregels.engine.stages import in_stage
from spelregels.engine.truth import Truth, every, negate, some
from spelregels.model.patterns import BetweenWindow, StageWindow, TermWindow, Window


def inside(hearing: Hearing, window: Window, point: Point) -> Truth:
    """Whether the point lies in the window."""
    match window:
        case BetweenWindow():
            return _between(hearing, window, point)
        case StageWindow():
            if point.unseen:
                return point.exists  # an unseen act, at any moment
            return in_stage(hearing, window.stage, point)
        case TermWindow():
            from spelregels.engine.terms import inside_term

            return inside_term(hearing, window.term, point)


def _between(hearing: Hearing, window: BetweenWindow, point: Point) -> Truth:
    return some(
        every(
            (
                one.fit,
                hearing.before(one.point, point),
                _still_open(hearing, window, one.point, point),
            )
        )
        for one in matches(hearing, window.opens)
        if one.point is not point or point.unseen
    )


def _still_open(hearing: Hearing, window: BetweenWindow, opened: Point, point: Point) -> Truth:
    return negate(
        some(
            every((one.fit, hearing.before(opened, one.point), hearing.before(one.point, point)))
            for one in matches(hearing, window.closes)
        )
    )
