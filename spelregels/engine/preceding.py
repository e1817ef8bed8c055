"""Precedence: *before B, must A* (Kinds; M7, M8, M11)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spelregels.engine.compiled import Placed
from spelregels.engine.excuses import excused, exempted
from spelregels.engine.hearing import Hearing
from spelregels.engine.linking import tied_if_known
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
from spelregels.engine.spans import Counting, Due, span
from spelregels.engine.terms import begun, counting_from
from spelregels.engine.truth import NO, YES, Truth, both, either, every, negate, some, unknown
from spelregels.model.norms import Precedence
from spelregels.model.patterns import MomentPattern, Pattern
from spelregels.model.verdict import Verdict
from spelregels.model.words import How, Word


@dataclass(slots=True)
class Candidate:
    """An A that may serve. ``earlier``: before B, with role and link; ``measured``: lead, wait,
    at_longest and lasts; ``how``: which of these it fails first; ``bare``: whether it is tied to B,
    if it is surely before it but for the role."""

    point: Point
    fit: Truth
    earlier: Truth
    measured: Truth
    bare: Truth
    how: How | None

    @property
    def serves(self) -> Truth:
        """Whether it meets every condition."""
        return both(self.earlier, self.measured)


def precedences(hearing: Hearing, placed: Placed) -> Iterator[Verdict]:
    """Every instance of a precedence, judged."""
    norm = placed.norm
    assert isinstance(norm, Precedence)
    for one in raised(hearing, placed, norm.before):
        arises = governed(hearing, placed, one.point, one.arises)
        if arises.level == 0:
            continue
        for must in norm.must:
            ruling = rule_precedence(hearing, norm, must, one.point)
            yield ruled(hearing, placed, kind_of(placed), one.point, arises, ruling, act_of(must))


def rule_precedence(hearing: Hearing, norm: Precedence, must: Pattern, point: Point) -> Ruling:
    """Whether what had to come before B did."""
    found = [_candidate(hearing, norm, one, point) for one in matches(hearing, must)]
    near = hearing.in_order(one.point for one in found if one.earlier.level)
    ruling = _word(hearing, norm, must, found, near, point)
    ruling.due = _due(hearing, norm, must, near, point)
    return ruling


def _word(
    hearing: Hearing,
    norm: Precedence,
    must: Pattern,
    found: list[Candidate],
    near: list[Point],
    point: Point,
) -> Ruling:
    served, by = _served(hearing, norm, found)
    if served.level == 2:
        return Ruling(Word.KEPT, None, YES, by)
    how, missed = _breach(hearing, norm, must, found, point)
    looked_at = missed if norm.times > 1 else tuple(near) or missed

    def in_time(excuse: Point) -> Truth:
        return both(hearing.before(excuse, point), tied_if_known(hearing, norm.link, excuse, point))

    excuse, whom = excused(hearing, norm.unless, in_time)
    free = either(excuse, exempted(hearing, must, point))
    if free.level == 2:
        return Ruling(Word.EXCUSED, None, YES, whom or looked_at)
    perhaps = either(served, free)
    if perhaps.level == 1:
        return cannot_tell(perhaps, *looked_at)
    return Ruling(Word.BROKEN, how, YES, missed)


def _due(
    hearing: Hearing, norm: Precedence, must: Pattern, near: list[Point], point: Point
) -> Due | None:
    """The last day of the term whose moment is asked for; the last day for A counted back from B;
    or the end of the time since the first A."""
    terms = [part.term for part in must if isinstance(part, MomentPattern)]
    runs = [run for term in terms for run in begun(hearing, term)]
    if runs:
        return runs[0].due
    if norm.lead is not None:
        due = span(hearing, norm.lead, point, _back(norm))
        return due if due.first > EVER else Due(EVER, NEVER, due.why)
    least = norm.wait or norm.lasts
    if least is None or not near:
        return None
    return span(hearing, least, near[0], _forward(norm, near[0]))


def _back(norm: Precedence) -> Counting:
    return Counting(norm.count_from, norm.regime, True, norm.clear_days)


def _forward(norm: Precedence, act: Point) -> Counting:
    return counting_from(act, Counting(norm.count_from, norm.regime))


def _served(
    hearing: Hearing, norm: Precedence, found: list[Candidate]
) -> tuple[Truth, tuple[Point, ...]]:
    if norm.last_counts:
        many = [one.earlier for one in found if one.earlier.level]
        found = _last(hearing, found)
        met = [one.serves for one in found]
        if len(many) < norm.times:
            return NO, ()
        if len(met) == 1 and met[0].level == 2 and sum(o.level == 2 for o in many) >= norm.times:
            return YES, (found[0].point,)
        if all(one.level == 0 for one in met):
            return NO, ()
        return every((_unsure(met), *(one for one in many if one.level == 1))), ()
    firm_ones = [one.point for one in found if one.serves.level == 2]
    if len(firm_ones) >= norm.times:
        return YES, tuple(hearing.in_order(firm_ones)[: norm.times])
    doubts = [one for one in found if one.serves.level == 1]
    endless = any(not one.point.rests_on for one in doubts)
    if endless or len(firm_ones) + len(doubts) >= norm.times:
        return some(one.serves for one in doubts), tuple(one.point for one in doubts)[:1]
    return NO, ()


def _unsure(met: list[Truth]) -> Truth:
    doubts = [one for one in met if one.level == 1]
    if len(met) > 1 or not doubts:
        doubts.append(unknown(How.ORDER_UNKNOWN))
    return every(doubts)


def _last(hearing: Hearing, found: list[Candidate]) -> list[Candidate]:
    """The candidates that may be the last before B."""
    earlier = [one for one in found if one.earlier.level]
    firm = [one for one in earlier if one.earlier.level == 2]
    return [
        one
        for one in earlier
        if not any(hearing.before(one.point, other.point).level == 2 for other in firm)
    ]


def _candidate(hearing: Hearing, norm: Precedence, one: Match, point: Point) -> Candidate:
    order = hearing.before(one.point, point)
    link = tied_if_known(hearing, norm.link, one.point, point)
    earlier = every((one.fit, order, link))
    bare = link if order.level == 2 and one.bare.level == 2 else NO
    measured, how = YES, None
    if earlier.level:
        for truth, failing in _measures(hearing, norm, one.point, point):
            if truth.level == 0 and how is None:
                how = failing
            measured = both(measured, truth)
    return Candidate(one.point, one.fit, earlier, measured, bare, how)


def _measures(
    hearing: Hearing, norm: Precedence, act: Point, point: Point
) -> Iterator[tuple[Truth, How]]:
    """How far apart A and B must be, each with how it is broken."""
    forward = _forward(norm, act)
    if norm.lead is not None:
        yield span(hearing, norm.lead, point, _back(norm)).by(act), How.TOO_LATE
    if norm.wait is not None:
        yield negate(span(hearing, norm.wait, act, forward).by(point)), How.TOO_EARLY
    if norm.lasts is not None:
        least = span(hearing, norm.lasts, act, forward)
        yield _reaches(least, point), How.TOO_EARLY
    if norm.at_longest is not None:
        back = Counting(norm.count_from, norm.regime, True)
        least = span(hearing, norm.at_longest, point, back)
        known = _reaches(least, act)
        yield (least.why if least.first <= EVER else known), How.TOO_EARLY


def _reaches(due: Due, point: Point) -> Truth:
    """Whether the point is on or after the last day."""
    if point.first >= due.last:
        return YES
    if point.last < due.first:
        return NO
    return both(due.why, unknown(How.DATE_UNKNOWN, point.name))


def _breach(
    hearing: Hearing, norm: Precedence, must: Pattern, found: list[Candidate], point: Point
) -> tuple[How, tuple[Point, ...]]:
    """How it failed, if it did, and what lay before B that did not do, or came after it."""
    near = [one for one in found if one.earlier.level]
    if near:
        failed = [one for one in near if one.how is not None]
        serving = [one for one in near if one.serves.level == 2]
        few = norm.times > 1 or not failed
        cited = serving if few and serving else near
        how = How.TOO_FEW if few else _how(failed)
        return how, tuple(hearing.in_order(one.point for one in cited))
    wrong = [one.point for one in found if one.bare.level and one.fit.level == 0]
    moment = any(isinstance(part, MomentPattern) and begun(hearing, part.term) for part in must)
    if wrong:
        how = How.TOO_EARLY if moment else How.WRONG_ROLE
        return how, tuple(hearing.in_order(wrong))
    later = [
        one.point
        for one in found
        if one.fit.level == 2 and hearing.before(one.point, point).level == 0
    ]
    how = How.OUT_OF_ORDER if later else How.MISSING
    how = How.TOO_EARLY if moment else how
    return how, tuple(hearing.in_order(later))


def _how(failed: list[Candidate]) -> How:
    """How the last of those that surely lay before B failed, else of those that may have."""
    firm = [one.how for one in failed if one.earlier.level == 2]
    how = (firm or [one.how for one in failed])[-1]
    assert how is not None
    return how
