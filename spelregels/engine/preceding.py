"""Precedence: *before B, must A* (Kinds; M7, M8, M11)."""

from __future__ import annotations

from collections.abc import Iterator

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
from spelregels.engine.truth import NO, YES, Truth, both, either, every, negate, some
from spelregels.model.frozen import dataclass
from spelregels.model.norms import Precedence
from spelregels.model.patterns import MomentPattern, Pattern
from spelregels.model.verdict import Verdict
from spelregels.model.words import How, Word


@dataclass(frozen=True, slots=True)
class Candidate:
    """An A that may serve. ``earlier``: before B, with role and link; ``measured``: lead, wait,
    at_longest and lasts; ``led``: `lead` alone; ``bare``: whether it is tied to B, if it is surely
    before it but for the role."""

    point: Point
    fit: Truth
    earlier: Truth
    measured: Truth
    bare: Truth
    led: Truth

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
        return cannot_tell(perhaps, *looked_at, perhaps=served.level == 1)
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
    met = [(one.point, one.serves) for one in found]
    if norm.last_counts:
        met = [(one.point, both(one.serves, _last(hearing, one, found))) for one in found]
    firm = [point for point, truth in met if truth.level == 2]
    if len(firm) >= norm.times:
        return YES, tuple(hearing.in_order(firm)[: norm.times])
    doubts = [(point, truth) for point, truth in met if truth.level == 1]
    endless = any(not point.rests_on for point, _ in doubts)
    if endless or len(firm) + len(doubts) >= norm.times:
        return some(truth for _, truth in doubts), tuple(point for point, _ in doubts)[:1]
    return NO, ()


def _last(hearing: Hearing, one: Candidate, found: list[Candidate]) -> Truth:
    """Whether no other lies between it and B."""
    return negate(
        some(both(other.earlier, hearing.before(one.point, other.point)) for other in found)
    )


def _candidate(hearing: Hearing, norm: Precedence, one: Match, point: Point) -> Candidate:
    order = hearing.before(one.point, point)
    link = tied_if_known(hearing, norm.link, one.point, point)
    earlier = every((one.fit, order, link))
    bare = link if order.level == 2 and one.bare.level == 2 else NO
    led = measured = YES
    if earlier.level:
        if norm.lead is not None:
            led = span(hearing, norm.lead, point, _back(norm)).by(one.point)
        measured = every((led, *_measures(hearing, norm, one.point, point)))
    return Candidate(one.point, one.fit, earlier, measured, bare, led)


def _measures(hearing: Hearing, norm: Precedence, act: Point, point: Point) -> Iterator[Truth]:
    """How far apart A and B must be, beside `lead`."""
    forward = _forward(norm, act)
    if norm.wait is not None:
        yield negate(span(hearing, norm.wait, act, forward).by(point))
    if norm.lasts is not None:
        least = span(hearing, norm.lasts, act, forward)
        yield _reaches(least, point)
    if norm.at_longest is not None:
        back = Counting(norm.count_from, norm.regime, True)
        least = span(hearing, norm.at_longest, point, back)
        known = _reaches(least, act)
        yield least.why if least.first <= EVER else known


def _reaches(due: Due, point: Point) -> Truth:
    """Whether the point is on or after the last day."""
    if point.first >= due.last:
        return YES
    if point.last < due.first:
        return NO
    return both(due.why, point.undated)


def _breach(
    hearing: Hearing, norm: Precedence, must: Pattern, found: list[Candidate], point: Point
) -> tuple[How, tuple[Point, ...]]:
    """How it failed, if it did, and what lay before B that did not do, or came after it."""
    near = [one for one in found if one.earlier.level]
    if near:
        serving = [one for one in near if one.serves.level == 2]
        cited = serving if norm.times > 1 and serving else near
        how = How.TOO_FEW if norm.times > 1 else _untimely(norm, near)
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


def _untimely(norm: Precedence, near: list[Candidate]) -> How:
    """Too late if none of them (or not the last, if that counts) was there in time for `lead`."""
    looked_at = near[-1:] if norm.last_counts else near
    return How.TOO_EARLY if any(one.led.level == 2 for one in looked_at) else How.TOO_LATE
