"""What had happened before (``if``, M3)."""

from __future__ import annotations

from spelregels.engine.hearing import Hearing
from spelregels.engine.matching import Match, matches
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


def grounds(hearing: Hearing, situation: Situation | None, point: Point) -> tuple[Point, ...]:
    """What surely happened before ``point`` and makes the situation."""
    match situation:
        case None:
            return ()
        case SituationAll() | SituationAny():
            return tuple(one for part in situation.parts for one in grounds(hearing, part, point))
        case Happened():
            if situation.none:
                return ()
            return tuple(
                one.point
                for one in matches(hearing, situation.pattern)
                if _there(hearing, situation, one, point).level == 2
            )


def _there(hearing: Hearing, asked: Happened, one: Match, point: Point) -> Truth:
    there = every((one.fit, hearing.before(one.point, point)))
    if asked.during is not None and there.level:
        there = every((there, inside(hearing, asked.during, one.point)))
    return there


def _happened(hearing: Hearing, asked: Happened, point: Point) -> Truth:
    firm = 0
    doubts: list[Truth] = []
    for one in matches(hearing, asked.pattern):
        there = _there(hearing, asked, one, point)
        if there.level == 2:
            firm += 1
        elif there.level == 1:
            doubts.append(there)
            if not one.point.rests_on:  # unseen, it may have been more than once
                doubts += [there] * (asked.more_than or 0)
    if asked.none:
        return NO if firm else (some(doubts) if doubts else YES)
    wanted = (asked.more_than or 0) + 1
    if firm >= wanted:
        return YES
    return some(doubts) if firm + len(doubts) >= wanted else NO
