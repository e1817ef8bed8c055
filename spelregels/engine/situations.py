"""What had happened before (``if``, M3)."""

from __future__ import annotations

from spelregels.engine.hearing import Hearing
from spelregels.engine.matching import matches
from spelregels.engine.points import Point
from spelregels.engine.truth import NO, YES, Truth, every, some
from spelregels.engine.windows import inside
from spelregels.model.patterns import Happened, Situation, SituationAll, SituationAny


def held_before(hearing: Hearing, situation: Situation | None, point: Point) -> Truth:
    """Whether the situation was there before ``point``."""
    match situation:
        case None:
            return YES
        case SituationAll():
            return every(held_before(hearing, part, point) for part in situation.parts)
        case SituationAny():
            return some(held_before(hearing, part, point) for part in situation.parts)
        case Happened():
            return _happened(hearing, situation, point)


def _happened(hearing: Hearing, asked: Happened, point: Point) -> Truth:
    firm = 0
    doubts: list[Truth] = []
    for one in matches(hearing, asked.pattern):
        there = every((one.fit, hearing.before(one.point, point)))
        if asked.during is not None and there.level:
            there = every((there, inside(hearing, asked.during, one.point)))
        if there.level == 2:
            firm += 1
        elif there.level == 1:
            doubts.append(there)
            if one.point.event is None and not one.point.name:
                doubts += [there] * (asked.more_than or 0)
    if asked.none:
        return NO if firm else (some(doubts) if doubts else YES)
    wanted = (asked.more_than or 0) + 1
    if firm >= wanted:
        return YES
    return some(doubts) if firm + len(doubts) >= wanted else NO
