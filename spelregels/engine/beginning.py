"""When a named term begins: the first moment at which each begin act is ready (Terms, M15)."""

from __future__ import annotations

from spelregels.engine.compiled import Placed, PlacedTerm
from spelregels.engine.hearing import Hearing
from spelregels.engine.linking import tied
from spelregels.engine.matching import matches
from spelregels.engine.points import EVER, NEVER, Point
from spelregels.engine.truth import NO, YES, Truth, both, every, some, unknown
from spelregels.model.norms import NamedTerm
from spelregels.model.patterns import Pattern
from spelregels.model.words import How


def dated(begin: Point) -> Point:
    """A beginning that may rest on what is not recorded is dated by what is."""
    if begin.first > EVER:
        return begin
    made = _copy(begin, begin.exists)
    made.first = made.last
    return made


def beginning(hearing: Hearing, placed: PlacedTerm, per: Point | None) -> Point | None:
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
