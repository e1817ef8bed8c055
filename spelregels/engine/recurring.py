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
from spelregels.engine.points import EVER, Point, in_days
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
from spelregels.engine.truth import NO, YES, Truth, both, either, every, negate, some, sure
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
        here = governed(hearing, placed, one.point, one.arises)
        found[id(one.point)] = (one.point, both(here, negate(after_end(hearing, one.point))))
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
        asked = both(match.shape, _asked(hearing, placed, norm, point))
        truth = every((governed(hearing, placed, point, asked), begun, negate(over)))
        old = found.get(id(point))
        found[id(point)] = (point, either(old[1], truth) if old is not None else truth)
    arisen = [pair for pair in found.values() if pair[1].level]
    yield from sorted(arisen, key=lambda pair: pair[0].when)


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
    return (min(found, key=lambda p: p.when),) if found else ()


def _later_day(start: Point, point: Point) -> Truth:
    if point.first > start.last:
        return YES
    if point.last <= start.first:
        return NO
    return point.undated


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
        return cannot_tell(perhaps, *by, due=due, perhaps=done.level == 1)
    by = _ends_by(hearing, point, due) or by
    return cannot_tell(perhaps, *by, due=due, perhaps=done.level == 1)


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
    for one in raised(hearing, placed, norm.start):
        truth = both(one.point.exists, governed(hearing, placed, one.point, one.arises))
        if truth.level:
            starts.append((one.point, truth))
    if not starts:
        return
    today = date.fromordinal(hearing.as_of).year
    dated = [point.first for point, _ in starts if point.first > EVER]
    begin = date.fromordinal(min(dated)).year + 1 if dated else today
    for year in range(begin, today + 1):
        eve = date(year, 1, 1).toordinal() - 1
        begun_by = [(point, both(truth, in_days(point, EVER, eve))) for point, truth in starts]
        first = next((point for point, truth in begun_by if truth.level == 2), starts[0][0])
        begun = some(truth for _, truth in begun_by)
        gone = some(both(ends, in_days(one, EVER, eve)) for one, ends in endings(hearing))
        arises = both(begun, negate(gone))
        if arises.level:
            found = _year(hearing, norm, first, year)
            yield ruled(hearing, placed, kind_of(placed), first, arises, found, act_of(norm.must))


def _year(hearing: Hearing, norm: Recurrence, start: Point, year: int) -> Ruling:
    first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    due = Due(last, last)
    kept = [
        (one, both(one.fit, in_days(one.point, first, last))) for one in matches(hearing, norm.must)
    ]
    done = some(truth for _, truth in kept)
    if done.level == 2:
        return Ruling(Word.KEPT, None, YES, _best(kept), due)
    return _undone_year(hearing, norm, start, due, first, last, done)


def _undone_year(
    hearing: Hearing,
    norm: Recurrence,
    start: Point,
    due: Due,
    first: int,
    last: int,
    done: Truth,
) -> Ruling:
    ends = [(one, both(truth, in_days(one, first, last))) for one, truth in endings(hearing)]
    lifted = _lifted(hearing, norm, start, due, done, ends)
    if lifted is not None:
        return lifted
    if hearing.as_of <= last:
        return Ruling(Word.OPEN, None, YES, (), due)
    return Ruling(Word.BROKEN, How.MISSING, YES, (), due)


__all__ = ["NO", "recurrences", "sure"]
