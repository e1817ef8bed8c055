"""Named terms: when they begin, their two moments, and what lies inside (Terms, M15)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from spelregels.engine.compiled import Placed, PlacedTerm
from spelregels.engine.conditions import holds_of_header
from spelregels.engine.hearing import Hearing
from spelregels.engine.law import in_force
from spelregels.engine.linking import tied
from spelregels.engine.matching import matches
from spelregels.engine.points import EVER, NEVER, Point, boundary
from spelregels.engine.running import Rule, running
from spelregels.engine.spans import Counting, Due, span
from spelregels.engine.truth import NO, YES, Truth, both, every, some, unknown
from spelregels.model.norms import NamedTerm
from spelregels.model.patterns import Edge, MomentPattern, Pattern, TermRef
from spelregels.model.words import CountFrom, How

_WORKING: Final = "a term that depends on itself"


@dataclass(frozen=True, slots=True)
class Begun:
    """One beginning of a named term. ``begin``: X.begonnen; ``passed``: X.verstreken."""

    begin: Point
    due: Due
    passed: Point
    tied: Point | None


def moments(hearing: Hearing, pattern: MomentPattern) -> list[Point]:
    """The moments of a term that exist, or may."""
    found = []
    for one in begun(hearing, pattern.term):
        point = one.begin if pattern.edge is Edge.BEGUN else one.passed
        if point.exists.level:
            found.append(point)
    return found


def begun(hearing: Hearing, ref: TermRef) -> list[Begun]:
    """Every time the term began, or may have."""
    key = ("begun", ref)
    found = hearing.memo.get(key)
    if found is None:
        hearing.memo[key] = _WORKING
        found = hearing.memo[key] = [
            one for placed in hearing.compiled.terms.get(ref, ()) for one in _begun(hearing, placed)
        ]
    if found is _WORKING:
        return []  # the loader refuses such circles
    made: list[Begun] = found
    return made


def _begun(hearing: Hearing, placed: PlacedTerm) -> list[Begun]:
    term = placed.term
    if not term.per:
        made = _begun_once(hearing, placed, None)
        return [made] if made is not None else []
    found = []
    for one in matches(hearing, term.per):
        if one.point.event is None and not one.point.name:
            continue
        made = _begun_once(hearing, placed, one.point, one.fit)
        if made is not None:
            found.append(made)
    return found


def _begun_once(
    hearing: Hearing, placed: PlacedTerm, per: Point | None, arises: Truth = YES
) -> Begun | None:
    term = placed.term
    begin = _begin(hearing, placed, per)
    if begin is None:
        return None
    here = every(
        (
            arises,
            begin.exists,
            holds_of_header(hearing, placed.file.applies),
            holds_of_header(hearing, term.applies),
            in_force(hearing, placed.file, _dated(begin)),
        )
    )
    if here.level == 0:
        return None
    begin.exists = here
    due = _due(hearing, term, begin, per)
    return Begun(begin, due, _passed(hearing, term, begin, due), per)


def _dated(begin: Point) -> Point:
    """A beginning that may rest on what is not recorded is dated by what is."""
    if begin.first > EVER:
        return begin
    made = _copy(begin, begin.exists)
    made.first = made.last
    return made


# --- when it begins ---


def _begin(hearing: Hearing, placed: PlacedTerm, per: Point | None) -> Point | None:
    """The first moment when each begin act has an event whose gates are met: the latest of them."""
    term = placed.term
    name = f"{term.id}.begonnen"
    parts = []
    for pattern in term.begins:
        one = _first_ready(hearing, placed, pattern, per)
        if one is None:
            return None
        parts.append(one)
    latest = parts[0]
    for other in parts[1:]:
        latest = _latest(hearing, latest, other)
    made = Point(
        "",
        name,
        latest.low,
        latest.high,
        latest.first,
        latest.last,
        every(part.exists for part in parts),
        latest.place,
        None,
        any(part.inferred for part in parts),
        tuple(dict.fromkeys(name for part in parts for name in part.source)),
        per,
    )
    if made.high > hearing.closing and made.exists.level == 2 and made.low != made.high:
        made.exists = unknown(How.DATE_UNKNOWN, "", name)
    return made


def _ready(
    hearing: Hearing, placed: PlacedTerm, pattern: Pattern, per: Point | None
) -> list[Point]:
    """For each event that may begin the term: from when it does, and whether."""
    term = placed.term
    found = []
    for one in matches(hearing, pattern):
        tie = tied(hearing, term.link, one.point, per, term.per) if per is not None else YES
        fit = both(one.fit, tie)
        if fit.level == 0:
            continue
        point = one.point
        moment = Point(
            "",
            "",
            point.low,
            point.high,
            point.first,
            point.last,
            fit,
            point.place,
            None,
            point.inferred,
            point.cites,
        )
        if point.event is not None:
            for gate in _gates(hearing, term):
                moment = _gated(hearing, gate, point, moment)
                if moment.exists.level == 0:
                    break
        if moment.exists.level:
            found.append(moment)
    return found


def _gates(hearing: Hearing, term: NamedTerm) -> list[Placed]:
    by_ref = hearing.compiled.norms_by_ref
    return [placed for ref in term.begins_only_if for placed in by_ref.get(ref, ())]


def _gated(hearing: Hearing, gate: Placed, point: Point, moment: Point) -> Point:
    """The moment from which the gate's own instances on this event are met."""
    from spelregels.engine.gates import met_moments

    for met in met_moments(hearing, gate, point):
        fit = both(moment.exists, met.exists)
        if fit.level == 0:
            moment.exists = NO
            return moment
        if met.exists.level == 1:
            moment = _copy(moment, fit)
            moment.high, moment.last, moment.place = NEVER, hearing.as_of, -1
        else:
            moment = _copy(_latest(hearing, moment, met), fit)
    return moment


def _copy(point: Point, exists: Truth) -> Point:
    return Point(
        point.act,
        point.name,
        point.low,
        point.high,
        point.first,
        point.last,
        exists,
        point.place,
        None,
        point.inferred,
        point.source,
        point.tied,
    )


def _latest(hearing: Hearing, one: Point, two: Point) -> Point:
    """The later of two moments; where that is unknown, what both leave possible."""
    order = hearing.before(one, two)
    if order.level == 2:
        return two
    if order.level == 0:
        return one
    return Point(
        "",
        "",
        max(one.low, two.low),
        max(one.high, two.high),
        max(one.first, two.first),
        max(one.last, two.last),
        both(one.exists, two.exists),
        -1,
        None,
        one.inferred or two.inferred,
        tuple(dict.fromkeys((*one.source, *two.source))),
    )


def _first_ready(
    hearing: Hearing, placed: PlacedTerm, pattern: Pattern, per: Point | None
) -> Point | None:
    """The first of the events that may begin the term."""
    ready = _ready(hearing, placed, pattern, per)
    if not ready:
        return None
    firm = [one for one in ready if one.exists.level == 2]
    for one in firm:
        if all(hearing.before(other, one).level == 0 for other in ready if other is not one):
            return one
    low = min(ready, key=lambda one: one.low)
    high = min((one.high for one in firm), default=NEVER)
    last = min((one.last for one in firm), default=hearing.as_of)
    return Point(
        "",
        "",
        low.low,
        high,
        min(one.first for one in ready),
        last,
        some(one.exists for one in ready),
        -1,
        None,
        any(one.inferred for one in ready),
        tuple(dict.fromkeys(name for one in ready for name in one.source)),
    )


# --- how long it lasts ---


def _due(hearing: Hearing, term: NamedTerm, begin: Point, per: Point | None) -> Due:
    counting = counting_from(begin, Counting(term.count_from, term.regime))
    rule = Rule(term.lasts, counting, term.extendable, term.suspended_by)

    def tie(point: Point) -> Truth:
        return tied(hearing, term.link, point, per, term.per) if per is not None else YES

    carriers = tuple(hearing.by_id[name] for name in begin.source if name in hearing.by_id)
    due = running(hearing, rule, begin, tie, carriers=carriers)
    if term.longer is None or due.suspended:
        return due
    if sum(one.act == term.longer.act for one in carriers) > 1:
        doubt = unknown(How.FACT_UNKNOWN, "", f"{term.longer.act}.{term.longer.attribute}")
        return Due(due.first, NEVER, every((doubt, due.why)), due.reckoning)
    return _longest(due, span(hearing, term.longer, begin, counting, carriers))


def counting_from(start: Point, counting: Counting) -> Counting:
    """A term counted from X.verstreken has the next day as day one."""
    if start.event is None and start.low & 1:
        return Counting(CountFrom.NEXT_DAY, counting.regime)
    return counting


def _longest(due: Due, longer: Due) -> Due:
    if longer.why.level == 1 and longer.last == NEVER:
        if all(one.how is How.NOT_STATED for one in longer.why.why):
            return due  # the fact is absent: not longer
        return Due(due.first, NEVER, every((longer.why, due.why)), due.reckoning)
    if longer.first >= due.first and longer.last >= due.last:
        return longer
    if longer.first <= due.first and longer.last <= due.last:
        return due
    return Due(
        max(due.first, longer.first),
        max(due.last, longer.last),
        every((due.why, longer.why)),
        due.reckoning,
    )


def _passed(hearing: Hearing, term: NamedTerm, begin: Point, due: Due) -> Point:
    name = f"{term.id}.verstreken"
    exists = both(begin.exists, due.passed(hearing.as_of))
    low = max(boundary(due.first), begin.low) if due.first > EVER else begin.low
    high = boundary(due.last) if due.last < NEVER else NEVER
    first = max(due.first, begin.first)
    return Point(
        "",
        name,
        low,
        high,
        first,
        due.last,
        exists,
        -1,
        None,
        begin.inferred,
        (*begin.source, *due.cites),
        begin.tied,
    )


# --- what lies inside ---


def inside_term(hearing: Hearing, ref: TermRef, point: Point) -> Truth:
    """Whether the point lies in the term: after its beginning, through its last day."""
    return some(inside_this(hearing, one, point) for one in begun(hearing, ref))


def inside_this(hearing: Hearing, one: Begun, point: Point) -> Truth:
    """Whether the point lies in this running of the term."""
    until = YES if one.due.suspended else one.due.by(point)
    return every((one.begin.exists, hearing.before(one.begin, point), until))
