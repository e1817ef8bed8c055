"""Threshold: *count C, at_least n / at_most n* (Kinds)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from spelregels.engine.compiled import Placed
from spelregels.engine.ending import after_end, ended, endings
from spelregels.engine.excuses import excused, exempted
from spelregels.engine.figures import worth
from spelregels.engine.hearing import Hearing
from spelregels.engine.law import applies, norm_in_force
from spelregels.engine.matching import matches
from spelregels.engine.points import EVER, NEVER, Point, in_days
from spelregels.engine.rulings import (
    Ruling,
    cannot_tell,
    governed,
    kind_of,
    raised,
    ruled,
)
from spelregels.engine.situations import held_before
from spelregels.engine.spans import Due
from spelregels.engine.tallying import Inside, Tally, amount_of, tally_of
from spelregels.engine.terms import Begun, begun, inside_if_begun, not_over
from spelregels.engine.truth import YES, Truth, both, either, every, negate, some, unknown
from spelregels.model.frozen import dataclass
from spelregels.model.norms import Threshold
from spelregels.model.terms import NotStated
from spelregels.model.verdict import Verdict
from spelregels.model.words import How, Word


@dataclass(frozen=True, slots=True)
class Scope:
    """Over what is counted. ``inside``: whether an event counts; ``over``: whether the period is
    over; ``settled``: a count that nothing later can change (``before B``)."""

    inside: Inside
    over: Truth
    settled: bool
    excuse_in_time: Inside
    point: Point | None
    day: int | None = None
    due: Due | None = None


def thresholds(hearing: Hearing, placed: Placed) -> Iterator[Verdict]:
    """Every count, judged."""
    norm = placed.norm
    assert isinstance(norm, Threshold)
    for scope, arises in _scopes(hearing, placed, norm):
        ruling = _ruling(hearing, norm, scope)
        ruling.day, ruling.due = scope.day, scope.due
        act = (scope.point.act or scope.point.name) if scope.point is not None else ""
        yield ruled(hearing, placed, kind_of(placed), scope.point, arises, ruling, act)


def _scopes(hearing: Hearing, placed: Placed, norm: Threshold) -> Iterator[tuple[Scope, Truth]]:
    if norm.before:
        for one in raised(hearing, placed, norm.before):
            arises = governed(hearing, placed, one.point, one.arises)
            if arises.level:
                yield _before(hearing, one.point), arises
        return
    asked = applies(hearing, placed.file, norm)
    if norm.per_term is not None:
        for term in begun(hearing, norm.per_term):
            if not term.begin.rests_on:
                continue
            wanted = every(
                (asked, norm_in_force(norm, term.begin), held_before(hearing, norm.if_, term.begin))
            )
            arises = governed(hearing, placed, term.begin, wanted)
            if arises.level:
                yield _per_term(hearing, term), arises
        return
    arises = governed(hearing, placed, None, both(asked, hearing.begun()))
    if arises.level == 0:
        return
    if norm.per_year:
        yield from _per_year(hearing, arises)
    else:
        yield _whole(hearing), arises


def _before(hearing: Hearing, point: Point) -> Scope:
    def inside(one: Point) -> Truth:
        return both(hearing.before(one, point), negate(after_end(hearing, one)))

    return Scope(inside, YES, True, inside, point)


def _whole(hearing: Hearing) -> Scope:
    def inside(one: Point) -> Truth:
        return negate(after_end(hearing, one))

    return Scope(inside, ended(hearing), False, inside, None)


def _per_year(hearing: Hearing, arises: Truth) -> Iterator[tuple[Scope, Truth]]:
    dated = [point for point in hearing.points if point.first > EVER]
    if not dated:
        return
    low = min(point.first for point in dated)
    firm = [point.last for point in hearing.points if point.exists.level == 2]
    high = min(firm, default=NEVER)
    for year in range(date.fromordinal(low).year, date.fromordinal(hearing.as_of).year + 1):
        first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
        here = arises
        if not (high < NEVER and date.fromordinal(high).year <= year):
            unsure = [point.exists for point in dated if point.exists.level == 1]
            here = every((arises, unknown(How.DATE_UNKNOWN), *unsure))
        gone = some(both(ends, in_days(one, EVER, first - 1)) for one, ends in endings(hearing))
        here = both(here, negate(gone))
        if here.level == 0:
            continue
        yield _year(hearing, first, last), here


def _year(hearing: Hearing, first: int, last: int) -> Scope:
    def inside(one: Point) -> Truth:
        return both(in_days(one, first, last), negate(after_end(hearing, one)))

    over = YES if hearing.as_of > last else ended(hearing)
    return Scope(
        inside,
        over,
        False,
        lambda one: both(in_days(one, EVER, last), negate(after_end(hearing, one))),
        None,
        first,
        Due(last, last),
    )


def _per_term(hearing: Hearing, term: Begun) -> Scope:
    def inside(one: Point) -> Truth:
        here = inside_if_begun(hearing, term, one)
        if one.place >= 0 and one.place == term.begin.place:
            here = YES  # what begins the term counts
        return both(here, negate(after_end(hearing, one)))

    def in_time(one: Point) -> Truth:
        return both(not_over(term, one), negate(after_end(hearing, one)))

    over = either(ended(hearing), term.due.passed(hearing.as_of))
    return Scope(inside, over, False, in_time, term.begin, None, term.due)


def _ruling(hearing: Hearing, norm: Threshold, scope: Scope) -> Ruling:
    tally = tally_of(hearing, norm, scope.inside)
    limit = norm.at_least if norm.at_least is not None else norm.at_most
    number = worth(hearing, limit if limit is not None else NotStated(), scope.point)
    known = isinstance(number, Fraction)
    if norm.at_least is not None and not (isinstance(number, Fraction) and tally.sure >= number):
        free = exempted(hearing, norm.count, scope.point)
        if free.level == 2:
            _, by = excused(hearing, norm.unless, scope.excuse_in_time)
            cited = by if scope.over.level == 2 and by else tally.points
            return Ruling(
                Word.EXCUSED, None, YES if isinstance(number, Fraction) else number, cited
            )
        if free.level == 1 and known:
            return cannot_tell(free, *tally.points)
    if not isinstance(number, Fraction):
        doubts = (one.fit for one in matches(hearing, norm.unless) if one.fit.level == 1)
        why = every((number, *doubts))
        return cannot_tell(why, *tally.points, perhaps=True)
    if norm.at_least is not None:
        return _floor(hearing, norm, scope, tally, number)
    return _ceiling(hearing, norm, scope, tally, number)


def _floor(
    hearing: Hearing, norm: Threshold, scope: Scope, tally: Tally, number: Fraction
) -> Ruling:
    if tally.sure >= number:
        return Ruling(Word.KEPT, None, YES, tally.points)
    if tally.possible >= number:
        return _unsure(hearing, norm, scope, tally)
    if scope.over.level == 0:
        return Ruling(Word.OPEN, None, YES, tally.points)
    if scope.over.level == 1:
        return cannot_tell(scope.over, *tally.points)
    return _failed(hearing, norm, scope, scope.excuse_in_time, How.TOO_FEW, tally.points)


def _ceiling(
    hearing: Hearing, norm: Threshold, scope: Scope, tally: Tally, number: Fraction
) -> Ruling:
    if tally.sure > number:
        over = _one_too_many(hearing, norm, hearing.in_order(tally.points), number)

        def in_time(one: Point) -> Truth:
            return both(scope.excuse_in_time(one), hearing.before(one, over))

        return _failed(hearing, norm, scope, in_time, How.TOO_MANY, tally.points)
    if tally.possible > number:
        return _unsure(hearing, norm, scope, tally)
    if scope.settled or scope.over.level == 2:
        return Ruling(Word.KEPT, None, YES, tally.points)
    if scope.over.level == 1:
        return cannot_tell(scope.over, *tally.points, perhaps=True)
    return Ruling(Word.OPEN, None, YES, tally.points)


def _one_too_many(
    hearing: Hearing, norm: Threshold, points: list[Point], number: Fraction
) -> Point:
    """The event with which the ceiling was exceeded."""
    so_far = Fraction(0)
    for point in points:
        so_far += Fraction(1) if norm.total is None else amount_of(hearing, norm.total, point) or 0
        if so_far > number:
            return point
    return points[-1]


def _unsure(hearing: Hearing, norm: Threshold, scope: Scope, tally: Tally) -> Ruling:
    """Kept or failed; where a failure is surely excused, excused."""
    excuse, by = excused(hearing, norm.unless, scope.excuse_in_time)
    if excuse.level == 2 and scope.over.level == 2 and norm.at_least is not None:
        return Ruling(Word.EXCUSED, None, YES, by)
    if norm.at_least is None and not scope.settled and scope.over.level == 0:
        why = both(excuse, tally.why) if excuse.level == 1 else tally.why
        return cannot_tell(why, *tally.points)  # never kept before the end
    return cannot_tell(tally.why, *tally.points, perhaps=True)


def _failed(
    hearing: Hearing,
    norm: Threshold,
    scope: Scope,
    in_time: Inside,
    how: How,
    points: tuple[Point, ...],
) -> Ruling:
    excuse, by = excused(hearing, norm.unless, in_time)
    if excuse.level == 2:
        return Ruling(Word.EXCUSED, None, YES, by)
    if excuse.level == 1:
        return cannot_tell(excuse, *points)
    return Ruling(Word.BROKEN, how, YES, points)


__all__ = ["NotStated", "every", "thresholds"]
