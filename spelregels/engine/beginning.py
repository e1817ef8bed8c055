"""When a named term begins: the first moment at which each begin act is ready (Terms, M15)."""

from __future__ import annotations

from collections.abc import Iterable

from spelregels.engine.compiled import Placed, PlacedTerm
from spelregels.engine.hearing import Hearing
from spelregels.engine.law import in_force
from spelregels.engine.linking import tied
from spelregels.engine.matching import matches
from spelregels.engine.points import NEVER, Point
from spelregels.engine.truth import NO, YES, Truth, both, every, some, unknown
from spelregels.model.frozen import dataclass
from spelregels.model.norms import NamedTerm
from spelregels.model.patterns import Pattern
from spelregels.model.words import How


@dataclass(frozen=True, slots=True)
class _Part:
    """When one begin act is ready. ``exact``: it is known by which event; ``of_term``: it is the
    moment of another term."""

    moment: Point
    exact: bool
    of_term: bool = False


def _coinciding(parts: list[_Part]) -> bool:
    """Whether a moment of another term falls together with what it waits for."""
    places = [part.moment.place for part in parts]
    return any(part.of_term and places.count(part.moment.place) > 1 for part in parts)


def beginning(hearing: Hearing, placed: PlacedTerm, per: Point | None) -> Point | None:
    """The first moment when each begin act has an event whose gates are met: the latest of them."""
    ready = [_ready(hearing, placed, pattern, per) for pattern in placed.term.begins]
    if not all(ready):
        return None
    parts = [_first_ready(hearing, one) for one in ready]
    latest = parts[0].moment
    for other in parts[1:]:
        latest = _latest(hearing, latest, other.moment)
    unsure = [part for part in parts if part.moment.exists.level == 1]
    exact = all(part.exact for part in parts) and any(latest is part.moment for part in parts)
    if (unsure and any(len(one) > 1 for one in ready)) or _coinciding(parts):
        exact = False
    alone = all(len(one) == 1 and one[0][0].source for one in ready)  # then with these, or not
    open_ = bool(unsure) and not exact and not alone
    endless = latest.last >= NEVER and all(part.moment.source for part in parts)
    unseen = per is not None and not per.rests_on
    made = Point(
        "",
        f"{placed.term.id}.begonnen",
        latest.low,
        NEVER if open_ else latest.high,
        latest.first,
        hearing.as_of if open_ and not endless else latest.last,
        every(part.moment.exists for part in parts),
        latest.place if exact and not unseen else -1,
        source=() if unseen else _all_of(part.moment.source for part in parts),
        tied=per,
        cited=_all_of(part.moment.cited for part in parts) if exact else (),
    )
    if per is not None and unseen:
        made.exists = both(made.exists, per.exists)
    if made.high > hearing.closing and made.exists.level == 2 and made.low != made.high:
        made.exists = unknown(How.DATE_UNKNOWN, "", made.name)
    return made


def _all_of(names: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for some_of in names for name in some_of))


def _ready(
    hearing: Hearing, placed: PlacedTerm, pattern: Pattern, per: Point | None
) -> list[tuple[Point, Point]]:
    """For each event that may begin the term: from when it does and whether, and the event.

    What happens on a day that the file does not govern begins nothing under it.
    """
    term = placed.term
    found = []
    for one in matches(hearing, pattern):
        tie = tied(hearing, term.link, one.point, per, term.per) if per is not None else YES
        point = one.point
        fit = every((one.fit, tie, in_force(hearing, placed.file, point)))
        if fit.level == 0:
            continue
        moment = Point(
            "",
            "",
            point.low,
            point.high,
            point.first,
            point.last,
            fit,
            point.place,
            source=point.rests_on,
            cited=point.cites if point.event is not None else _per(point),
        )
        if point.event is not None:
            for gate in _gates(hearing, term):
                moment = _gated(hearing, gate, point, moment)
                if moment.exists.level == 0:
                    break
        if moment.exists.level:
            found.append((moment, point))
    return found


def _per(moment: Point) -> tuple[str, ...]:
    return moment.tied.cites if moment.tied is not None else ()


def _gates(hearing: Hearing, term: NamedTerm) -> list[Placed]:
    by_ref = hearing.compiled.norms_by_ref
    return [placed for ref in term.begins_only_if for placed in by_ref.get(ref, ())]


def _gated(hearing: Hearing, gate: Placed, point: Point, moment: Point) -> Point:
    """The moment from which the gate's own instances on this event are met."""
    for met in hearing.above.met(hearing, gate, point):
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
        source=point.source,
        tied=point.tied,
        cited=point.cited,
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
        source=tuple(dict.fromkeys((*one.source, *two.source))),
    )


def _first_ready(hearing: Hearing, ready: list[tuple[Point, Point]]) -> _Part:
    """The first of the events that may begin the term."""
    if len(ready) == 1:
        return _Part(ready[0][0], True, ready[0][1].event is None)

    def order(other: tuple[Point, Point], one: Point) -> Truth:
        """Whether the other comes first; it is never ready before it happens."""
        moment, event = other
        return NO if hearing.before(event, one).level == 0 else hearing.before(moment, one)

    firm = [moment for moment, _ in ready if moment.exists.level == 2]
    doubtful = [moment for moment, _ in ready if moment.exists.level == 1]
    for one in firm:
        if all(order(other, one).level == 0 for other in ready if other[0] is not one):
            return _Part(one, all(hearing.before(one, other).level == 2 for other in doubtful))
    left = [
        moment
        for moment, _ in ready
        if not any(hearing.before(other, moment).level == 2 for other in firm)
    ]
    merged = Point(
        "",
        "",
        min(one.low for one in left),
        min((one.high for one in firm), default=NEVER),
        min(one.first for one in left),
        min((one.last for one in firm), default=hearing.as_of),
        some(one.exists for one in left),
        source=tuple(dict.fromkeys(name for one in left for name in one.source)),
    )
    return _Part(merged, False)
