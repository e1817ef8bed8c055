"""Threshold: *count C, at_least n / at_most n* (Kinds)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from spelregels.engine.compiled import Placed
from spelregels.engine.ending import after_end, ended, endings
from spelregels.engine.excuses import excused, exempted
from spelregels.engine.figures import worth
from spelregels.engine.hearing import MISSING, Hearing
from spelregels.engine.law import applies, norm_in_force
from spelregels.engine.matching import Match, matches
from spelregels.engine.points import EVER, NEVER, Point
from spelregels.engine.recurring import _in_days
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
from spelregels.engine.terms import Begun, begun, inside_if_begun
from spelregels.engine.truth import YES, Truth, both, either, every, negate, some, unknown
from spelregels.model.norms import Threshold
from spelregels.model.terms import NotStated
from spelregels.model.verdict import Verdict
from spelregels.model.words import How, Word

ENDLESS = 10**9
Inside = Callable[[Point], Truth]


@dataclass(slots=True)
class Tally:
    """``sure``: counted for certain; ``possible``: at most; ``why``: the doubts between them."""

    sure: Fraction
    possible: Fraction
    why: Truth
    points: tuple[Point, ...]


@dataclass(slots=True)
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
    arises = governed(hearing, placed, None, both(hearing.begun(), asked))
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
        gone = some(both(ends, _in_days(one, EVER, first - 1)) for one, ends in endings(hearing))
        here = both(here, negate(gone))
        if here.level == 0:
            continue
        yield _year(hearing, first, last), here


def _year(hearing: Hearing, first: int, last: int) -> Scope:
    def inside(one: Point) -> Truth:
        return both(_in_days(one, first, last), negate(after_end(hearing, one)))

    over = YES if hearing.as_of > last else ended(hearing)
    return Scope(
        inside,
        over,
        False,
        lambda one: both(_in_days(one, EVER, last), negate(after_end(hearing, one))),
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
        until = YES if term.due.suspended else term.due.by(one)
        return both(until, negate(after_end(hearing, one)))

    over = either(ended(hearing), term.due.passed(hearing.as_of))
    return Scope(inside, over, False, in_time, term.begin, None, term.due)


def _tally(hearing: Hearing, norm: Threshold, inside: Inside) -> Tally:
    counted: list[tuple[Match, Truth]] = []
    for one in matches(hearing, norm.count):
        truth = both(one.fit, inside(one.point))
        if truth.level:
            counted.append((one, truth))
    counted.sort(key=lambda pair: (pair[0].point.low, pair[0].point.high, pair[0].point.place))
    firm = [one.point for one, truth in counted if truth.level == 2]
    doubts = [truth for _, truth in counted if truth.level == 1]
    endless = any(o.point.unseen for o, _ in counted)
    if norm.total is not None:
        return _total(hearing, norm.total, counted)
    if norm.distinct is None:
        possible = ENDLESS if endless else len(counted)
        return Tally(Fraction(len(firm)), Fraction(possible), some(doubts), tuple(firm))
    return _distinct(hearing, norm.distinct, counted, endless)


def _distinct(
    hearing: Hearing, name: str, counted: list[tuple[Match, Truth]], endless: bool
) -> Tally:
    firm: dict[object, Point] = {}
    maybe: set[object] = set()
    blank = 0
    doubts: list[Truth] = []
    for one, truth in counted:
        value = hearing.value(one.point, name)
        if name == "by" and isinstance(value, str) and hearing.is_role(value):
            value = MISSING  # a role names no person
        if value is None:
            continue
        if value is MISSING:
            blank += 1
            seen = one.point.event is not None
            why = unknown(How.FACT_UNKNOWN, one.point.name, name) if seen else YES
            doubts.append(both(truth, why))
        elif truth.level == 2:
            firm.setdefault(value, one.point)
        else:
            maybe.add(value)
            doubts.append(truth)
    possible = ENDLESS if endless else len(set(firm) | maybe) + blank
    sure = Fraction(len(firm))
    return Tally(sure, Fraction(possible), some(doubts), tuple(firm.values()))


def _total(hearing: Hearing, name: str, counted: list[tuple[Match, Truth]]) -> Tally:
    """Amounts added up; one that is not known may be anything from nothing up."""
    sure = possible = Fraction(0)
    doubts: list[Truth] = []
    for one, truth in counted:
        point = one.point
        if point.event is not None and hearing.value(point, name) is None:
            continue  # it surely has no amount
        amount = _amount(hearing, name, point)
        if truth.level == 2 and amount is not None:
            sure, possible = sure + amount, possible + amount
            continue
        missing = unknown(How.FACT_UNKNOWN, point.name, name)
        doubts.append(truth if truth.level == 1 else missing)
        sure += min(amount, Fraction(0)) if amount is not None else 0
        possible += ENDLESS if amount is None or point.unseen else max(amount, Fraction(0))
    points = tuple(one.point for one, truth in counted if truth.level == 2)
    return Tally(sure, possible, some(doubts), points)


def _amount(hearing: Hearing, name: str, point: Point) -> Fraction | None:
    value = hearing.value(point, name) if point.event is not None else MISSING
    return Fraction(value) if isinstance(value, int | Decimal) else None


def _ruling(hearing: Hearing, norm: Threshold, scope: Scope) -> Ruling:
    tally = _tally(hearing, norm, scope.inside)
    limit = norm.at_least if norm.at_least is not None else norm.at_most
    number = worth(hearing, limit if limit is not None else NotStated(), scope.point)
    known = isinstance(number, Fraction)
    if norm.at_least is not None and not (isinstance(number, Fraction) and tally.sure >= number):
        free = exempted(hearing, norm.count, scope.point)
        if free.level == 2:
            _, by = excused(hearing, norm.unless, scope.excuse_in_time)
            return Ruling(Word.EXCUSED, None, YES, by or tally.points)
        if free.level == 1 and known:
            return cannot_tell(free, *tally.points)
    if not isinstance(number, Fraction):
        excuse, _ = excused(hearing, norm.unless, scope.excuse_in_time)
        why = every((number, excuse)) if excuse.level == 1 else number
        return cannot_tell(why, *tally.points)
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
        points = hearing.in_order(tally.points)
        over = _one_too_many(hearing, norm, points, number)

        def in_time(one: Point) -> Truth:
            return both(scope.excuse_in_time(one), hearing.before(one, over))

        return _failed(hearing, norm, scope, in_time, How.TOO_MANY, tuple(points))
    if tally.possible > number:
        return _unsure(hearing, norm, scope, tally)
    if scope.settled or scope.over.level == 2:
        return Ruling(Word.KEPT, None, YES, tally.points)
    if scope.over.level == 1:
        return cannot_tell(scope.over, *tally.points)
    return Ruling(Word.OPEN, None, YES, tally.points)


def _one_too_many(
    hearing: Hearing, norm: Threshold, points: list[Point], number: Fraction
) -> Point:
    """The event with which the ceiling was exceeded."""
    so_far = Fraction(0)
    for point in points:
        so_far += Fraction(1) if norm.total is None else _amount(hearing, norm.total, point) or 0
        if so_far > number:
            return point
    return points[-1]


def _unsure(hearing: Hearing, norm: Threshold, scope: Scope, tally: Tally) -> Ruling:
    """Kept or failed; where a failure is surely excused, excused."""
    excuse, by = excused(hearing, norm.unless, scope.excuse_in_time)
    if excuse.level == 2 and scope.over.level == 2 and norm.at_least is not None:
        return Ruling(Word.EXCUSED, None, YES, by)
    return cannot_tell(tally.why, *tally.points)


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
