"""The last earlier event of an act, as far as it is known which that is."""

from __future__ import annotations

from spelregels.engine.hearing import Hearing
from spelregels.engine.points import Point
from spelregels.engine.truth import Truth, every, some


def last_earlier(hearing: Hearing, act: str, point: Point) -> tuple[Truth, list[Point]]:
    """Whether the act surely came before, and every event (or unseen act) that may be the last."""
    came: list[tuple[Point, Truth]] = []
    for one in hearing.by_act.get(act, ()):
        there = hearing.before(one, point)
        if there.level:
            came.append((one, every((one.exists, there))))
    firm = [one for one, there in came if there.level == 2]
    last = [
        one for one, _ in came if not any(hearing.before(one, later).level == 2 for later in firm)
    ]
    phantom = hearing.phantom(act)
    if phantom is not None:
        last = sorted((*last, phantom), key=lambda one: one.when)
        return some((*(there for _, there in came), phantom.exists)), last
    return some(there for _, there in came), last
