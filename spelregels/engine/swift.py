"""The short way put to use: which norms of one log may take it, and its finds as verdicts."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from spelregels.engine.compiled import Placed
from spelregels.engine.fast import FastTable
from spelregels.engine.hearing import Hearing
from spelregels.engine.points import Point
from spelregels.engine.rulings import Ruling, act_of, kind_of, ruled
from spelregels.engine.sheet import Find, Sheet, Unsure
from spelregels.engine.spans import Counting, Due, Length, reach
from spelregels.engine.truth import YES
from spelregels.model.norms import Absence, Norm, Precedence, Response, Threshold
from spelregels.model.terms import Duration
from spelregels.model.verdict import Verdict
from spelregels.model.words import How, Word


def precise(hearing: Hearing, table: FastTable) -> Sheet | None:
    """The log as a sheet, if every event surely exists on one known day and all are in order."""
    if hearing.log.records is not None:
        return None
    at: dict[str, list[int]] = {}
    days: list[int] = []
    end = len(hearing.points)
    before: Point | None = None
    for place, point in enumerate(hearing.points):
        if point.exists.level != 2 or point.first != point.last or point.inferred:
            return None
        if point.act in table.uncertain_ends:
            return None
        if before is not None and hearing.before(before, point).level != 2:
            return None
        if point.act in table.ending and place < end:
            end = place
        at.setdefault(point.act, []).append(place)
        days.append(point.first)
        before = point
    return Sheet(at, days, end, hearing.as_of)


def swift_verdicts(
    hearing: Hearing, table: FastTable, wanted: Container[int] | None = None
) -> dict[int, tuple[Verdict, ...]]:
    """The verdicts of every norm (of those ``wanted``) that may take the short way here."""
    sheet = precise(hearing, table) if table.rules else None
    if sheet is None:
        return {}
    found: dict[int, tuple[Verdict, ...]] = {}
    for placed in hearing.compiled.norms:
        rule = table.rules.get(placed.number)
        if rule is None or (wanted is not None and placed.number not in wanted):
            continue
        finds: list[Find] = []
        try:
            rule(sheet, finds)
        except Unsure:
            continue
        found[placed.number] = tuple(_verdict(hearing, placed, find) for find in finds)
    return found


def _verdict(hearing: Hearing, placed: Placed, find: Find) -> Verdict:
    _, must, trigger, word, how, evidence, _ = find
    norm = placed.norm
    point = hearing.points[trigger] if trigger >= 0 else None
    points: tuple[Point, ...] = (hearing.points[evidence],) if evidence >= 0 else ()
    if isinstance(norm, Threshold):
        points = _counted(hearing, norm)
    elif isinstance(norm, Precedence) and word is Word.BROKEN and point is not None:
        points = _missed(hearing, norm, must, point, how)
    ruling = Ruling(word, how, YES, points, _due(hearing, norm, point, points))
    return ruled(hearing, placed, kind_of(placed), point, YES, ruling, _act(norm, must, point))


def _act(norm: Norm, must: int, point: Point | None) -> str:
    match norm:
        case Precedence() | Response():
            return act_of(norm.must[must])
        case Absence() if point is not None:
            return point.act
        case _:
            return ""


def _due(hearing: Hearing, norm: Norm, point: Point | None, by: Sequence[Point]) -> Due | None:
    """The last day, as the general path names it."""
    if point is None or not isinstance(norm, Response | Precedence):
        return None
    counting = Counting(norm.count_from, norm.regime)
    if isinstance(norm, Response):
        term, start = norm.within, point
    elif norm.lead is not None:
        counting = replace(counting, backwards=True, clear_days=norm.clear_days)
        term, start = norm.lead, point
    elif by and hearing.before(by[0], point).level == 2:
        term, start = norm.wait, by[0]
    else:
        return None
    return reach(hearing, Length(term), start, counting) if isinstance(term, Duration) else None


def _missed(
    hearing: Hearing, norm: Precedence, must: int, trigger: Point, how: How | None
) -> tuple[Point, ...]:
    """What was done too near, too long ago, or only afterwards."""
    acts = {getattr(part, "act", "") for part in norm.must[must]}
    points = [point for point in hearing.points if point.act in acts]
    if how is How.OUT_OF_ORDER:
        return tuple(points)
    return tuple(point for point in points if hearing.before(point, trigger).level == 2)


def _counted(hearing: Hearing, norm: Threshold) -> tuple[Point, ...]:
    acts: Sequence[str] = [getattr(part, "act", "") for part in norm.count]
    ending = hearing.compiled.fast.ending
    end = next((n for n, p in enumerate(hearing.points) if p.act in ending), len(hearing.points))
    return tuple(point for point in hearing.points[: end + 1] if point.act in acts)
