"""Recurrence: *every d from F, must A* (Kinds)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from spelregels.engine.compiled import Placed
from spelregels.engine.ending import after_end, endings
from spelregels.engine.excuses import excused, exempted
from spelregels.engine.hearing import Hearing
from spelregels.engine.law import applies, norm_in_force
from spelregels.engine.matching import Match, matches
from spelregels.engine.points import EVER, NEVER, Point
from spelregels.engine.rulings import (
    Ruling,
    act_of,
    cannot_tell,
    governed,
    kind_of,
    raised,
    ruled,
)
from spelregels.engine.situations import held_before
from spelregels.engine.spans import Counting, Due, Length, reach
from spelregels.engine.terms import counting_from
from spelregels.engine.truth import NO, YES, Truth, both, either, every, negate, some, sure, unknown
from spelregels.model.norms import Recurrence
from spelregels.model.verdict import Verdict
from spelregels.model.words import How, Word


def recurrences(hearing: Hearing, placed: Placed) -> Iterator[Verdict]:
    """Every silence, or every calendar year, judged."""
    norm = placed.norm
    assert isinstance(norm, Recurrence)
    if norm.every is None:
        yield from _years(hearing, placed, norm)
        return
    for point, arises in _silences(hearing, placed, norm):
        counting = counting_from(point, Counting(norm.count_from, norm.regime))
        due = reach(hearing, Length(norm.every), point, counting)
        ruling = _silence(hearing, norm, point, due)
        yield ruled(hearing, placed, kind_of(placed), point, arises, ruling, act_of(norm.must))


def _silences(hearing: Hearing, placed: Placed, norm: Recurrence) -> Iterator[tuple[Point, Truth]]:
    """From each F, and each A that is not before an F."""
    found: dict[int, tuple[Point, Truth]] = {}
    for one in raised(hearing, placed, norm.start):
        asked = both(one.arises, negate(after_end(hearing, one.point)))
        found[id(one.point)] = (one.point, governed(hearing, placed, one.point, asked))
    starts = matches(hearing, norm.start)
    for match in matches(hearing, norm.must):
        point = match.point
        if not point.rests_on or match.fit.level == 0:
            continue
        begun = some(
            both(start.fit, negate(hearing.before(point, start.point)))
            for start in starts
            if start.point is not point
        )
        over = after_end(hearing, point)
        asked = every((_asked(hearing, placed, norm, point), match.shape, begun, negate(over)))
        truth = governed(hearing, placed, point, asked)
        old = found.get(id(point))
        found[id(point)] = (point, either(old[1], truth) if old is not None else truth)
    arisen = [pair for pair in found.values() if pair[1].level]
    yield from sorted(arisen, key=lambda pair: (pair[0].low, pair[0].high, pair[0].place))


def _asked(hearing: Hearing, placed: Placed, norm: Recurrence, point: Point) -> Truth:
    return every(
        (
            applies(hearing, placed.file, norm),
            norm_in_force(norm, point),
            held_before(hearing, norm.if_, point),
        )
    )


def _silence(hearing: Hearing, norm: Recurrence, point: Point, due: Due) -> Ruling:
    answers = []
    for one in matches(hearing, norm.must):
        later = _later_day(point, one.point)
        if one.point is not point and one.fit.level and later.level:
            answers.append((one, both(one.fit, later), due.by(one.point)))
    kept = [(one, both(fits, timely)) for one, fits, timely in answers]
    done = some(truth for _, truth in kept)
    if done.level == 2:
        return Ruling(Word.KEPT, None, YES, _best(kept), due)
    by = _best([(one, fits) for one, fits, _ in answers])
    ends = [
        (one, every((ends, negate(hearing.before(one, point)), due.by(one))))
        for one, ends in endings(hearing)
    ]
    lifted = _lifted(hearing, norm, point, due, done, ends, by)
    if lifted is not None:
        return lifted
    late = [(one, both(fits, negate(timely))) for one, fits, timely in answers]
    if any(truth.level == 2 for _, truth in late):
        return Ruling(Word.LATE, How.TOO_LATE, YES, _best(late), due)
    passed = due.passed(hearing.as_of)
    if passed.level == 0:
        return Ruling(Word.OPEN, None, YES, by, due)
    if passed.level == 1:
        return cannot_tell(passed, *by, due=due)
    over = some(ends for _, ends in endings(hearing))
    word = Word.BROKEN if over.level == 2 else Word.OVERDUE
    return Ruling(word, How.MISSING, YES, by, due)


def _best(kept: list[tuple[Match, Truth]]) -> tuple[Point, ...]:
    """The first that surely is one."""
    found = [one.point for one, truth in kept if truth.level == 2]
    return (min(found, key=lambda p: (p.low, p.high, p.place)),) if found else ()


def _later_day(start: Point, point: Point) -> Truth:
    if point.first > start.last:
        return YES
    if point.last <= start.first:
        return NO
    return unknown(How.DATE_UNKNOWN, point.name)


def _lifted(
    hearing: Hearing,
    norm: Recurrence,
    point: Point,
    due: Due,
    done: Truth,
    ends: list[tuple[Point, Truth]],
    by: tuple[Point, ...] = (),
) -> Ruling | None:
    """Excused, discharged by the end, or not to be told; None if it surely stands undone."""
    excuse, whom = excused(hearing, norm.unless, due.by)
    free = either(excuse, exempted(hearing, norm.must, point))
    if free.level == 2:
        return Ruling(Word.EXCUSED, None, YES, whom or by, due)
    gone = some(truth for _, truth in ends)
    if gone.level == 2:
        return Ruling(Word.NO_LONGER_DUE, None, YES, _ends_by(hearing, point, due), due)
    perhaps = some((done, free, gone))
    if perhaps.level != 1:
        return None
    if gone.level == 0:
        return cannot_tell(perhaps, *by, due=due)
    return cannot_tell(perhaps, *(_ends_by(hearing, point, due) or by), due=due)


def _ends_by(hearing: Hearing, point: Point, due: Due) -> tuple[Point, ...]:
    """The first sure end on or before the last day that may have come after the start."""
    return tuple(
        one
        for one, ends in endings(hearing)
        if ends.level == 2 and due.by(one).level == 2 and hearing.before(one, point).level < 2
    )[:1]


# --- calendar years ---


def _years(hearing: Hearing, placed: Placed, norm: Recurrence) -> Iterator[Verdict]:
    """One instance for each year that begins after the first F and not after the end's year."""
    starts = []
    dated = NEVER
    for one in raised(hearing, placed, norm.start):
        asked = both(one.arises, negate(after_end(hearing, one.point)))
        truth = both(one.point.exists, governed(hearing, placed, one.point, asked))
        if governed(hearing, placed, one.point, one.arises).level and one.point.first > EVER:
            dated = min(dated, one.point.first)
        if truth.level:
            starts.append((one.point, truth))
    if not starts:
        return
    firm = [point for point, truth in starts if truth.level == 2]
    high = min((point.last for point in firm), default=NEVER)
    why = every(truth for _, truth in starts if truth.level == 1)
    today = date.fromordinal(hearing.as_of).year
    begin = date.fromordinal(dated).year + 1 if dated < NEVER else today
    sure_from = date.fromordinal(high).year + 1 if high < NEVER else 10000
    for year in range(begin, today + 1):
        first = _raising(starts, date(year, 1, 1).toordinal())
        doubt = why if why.level == 1 else unknown(How.DATE_UNKNOWN, first.name)
        arises = YES if year >= sure_from else doubt
        found = _year(hearing, norm, first, year)
        if found is None:
            continue
        trigger = first if first.exists.level == 2 else _existing(first, arises)
        yield ruled(hearing, placed, kind_of(placed), trigger, arises, found, act_of(norm.must))


def _raising(starts: list[tuple[Point, Truth]], year: int) -> Point:
    """The first start that surely came before a year; else the first of those that may have: a sure
    one that is dated before any other, what is planned last of all."""
    firm = [point for point, truth in starts if truth.level == 2 and point.last < year]
    dated = [point for point, truth in starts if truth.level == 2 and EVER < point.first < year]
    done = [point for point, _ in starts if not _planned(point) and point.first < year]
    ones = firm or dated or done or [point for point, _ in starts]
    return min(ones, key=lambda point: (point.low, point.high, point.place))


def _planned(point: Point) -> bool:
    return any(one.how is How.NOT_RECORDED for one in point.exists.why)


def _existing(point: Point, exists: Truth) -> Point:
    return Point(
        point.act,
        point.name,
        point.low,
        point.high,
        point.first,
        point.last,
        exists,
        point.place,
        point.event,
        point.inferred,
        point.source,
        point.tied,
        point.cited,
    )


def _year(hearing: Hearing, norm: Recurrence, start: Point, year: int) -> Ruling | None:
    first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    due = Due(last, last)
    ended_before = some(
        both(ends, _in_days(one, EVER, first - 1)) for one, ends in endings(hearing)
    )
    if ended_before.level == 2:
        return None
    kept = [
        (one, both(one.fit, _in_days(one.point, first, last)))
        for one in matches(hearing, norm.must)
    ]
    done = some(truth for _, truth in kept)
    by = _best(kept)
    ruling: Ruling
    if done.level == 2:
        ruling = Ruling(Word.KEPT, None, YES, by, due)
    else:
        ruling = _undone_year(hearing, norm, start, due, first, last, done)
    if ended_before.level == 1 and ruling.word is not Word.KEPT:
        return cannot_tell(ended_before, *ruling.evidence, due=due)
    return ruling


def _undone_year(
    hearing: Hearing,
    norm: Recurrence,
    start: Point,
    due: Due,
    first: int,
    last: int,
    done: Truth,
) -> Ruling:
    ends = [(one, both(truth, _in_days(one, first, last))) for one, truth in endings(hearing)]
    lifted = _lifted(hearing, norm, start, due, done, ends)
    if lifted is not None:
        return lifted
    if hearing.as_of <= last:
        return Ruling(Word.OPEN, None, YES, (), due)
    return Ruling(Word.BROKEN, How.MISSING, YES, (), due)


def _in_days(point: Point, first: int, last: int) -> Truth:
    if first <= point.first and point.last <= last:
        return YES
    if point.last < first or point.first > last:
        return NO
    return unknown(How.DATE_UNKNOWN, point.name)


__all__ = ["NO", "recurrences", "sure"]
