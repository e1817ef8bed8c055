"""The short way put to use: which norms of one log may take it, and its finds as verdicts."""

from __future__ import annotations

from collections.abc import Container, Sequence

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
from spelregels.model.words import Word


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
        points = _counted(hearing, norm, word)
    ruling = Ruling(word, how, YES, points, _due(hearing, norm, point))
    return ruled(hearing, placed, kind_of(placed), point, YES, ruling, _act(norm, must, point))


def _act(norm: Norm, must: int, point: Point | None) -> str:
    match norm:
        case Precedence() | Response():
            return act_of(norm.must[must])
        case Absence() if point is not None:
            return point.act
        case _:
            return ""


def _due(hearing: Hearing, norm: Norm, point: Point | None) -> Due | None:
    if not isinstance(norm, Response) or not isinstance(norm.within, Duration) or point is None:
        return None
    return reach(hearing, Length(norm.within), point, Counting(norm.count_from, norm.regime))


def _counted(hearing: Hearing, norm: Threshold, word: Word) -> tuple[Point, ...]:
    acts: Sequence[str] = [getattr(part, "act", "") for part in norm.count]
    ending = hearing.compiled.fast.ending
    end = next((n for n, p in enumerate(hearing.points) if p.act in ending), len(hearing.points))
    points = tuple(point for point in hearing.points[: end + 1] if point.act in acts)
    if word is Word.KEPT and isinstance(norm.at_least, int):
        return points[: norm.at_least]
    return points
