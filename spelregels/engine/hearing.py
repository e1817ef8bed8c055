"""One log as it stands on one day: which events exist, what the source shows, what is unknown.

Clauses M2-M4, M9, M12, M15. A ``Hearing`` also keeps what was worked out before, so that each
question about one log is answered once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, Final

from spelregels.engine.compiled import Compiled, Placed
from spelregels.engine.corrections import standing
from spelregels.engine.points import (
    EVER,
    FIRST_DAY,
    NEVER,
    Point,
    before,
    boundary,
    day_end,
    interval,
)
from spelregels.engine.roles import Fitting
from spelregels.engine.truth import NO, YES, Truth, every, some, unknown
from spelregels.model.frozen import dataclass
from spelregels.model.patterns import MomentPattern, Value
from spelregels.model.trajectory import Event, PersonRole, Trajectory
from spelregels.model.words import Certainty, How, Order, Precision


class _Missing:
    """The only member says: unknown, for the source might not show it."""

    def __repr__(self) -> str:
        return "MISSING"


MISSING: Final = _Missing()
Known = Value | None | _Missing


@dataclass(frozen=True, slots=True)
class Above:
    """What stands above a hearing and is asked from below: norms wait for moments of named terms
    (``moments``), and a norm may gate the beginning of a term (``met``)."""

    moments: Callable[[Hearing, MomentPattern], list[Point]]
    met: Callable[[Hearing, Placed, Point], Iterator[Point]]


class Hearing:
    """A trajectory under a compiled ruleset on ``as_of``."""

    __slots__ = (
        "above",
        "as_of",
        "by_act",
        "by_id",
        "closing",
        "compiled",
        "listed",
        "log",
        "memo",
        "phantoms",
        "points",
    )

    def __init__(self, compiled: Compiled, log: Trajectory, as_of: date, above: Above) -> None:
        self.compiled = compiled
        self.above = above
        self.log = log
        self.as_of = as_of.toordinal()
        self.closing = day_end(self.as_of)
        self.listed = log.order is Order.LISTED
        self.memo: dict[Any, Any] = {}
        self.points: list[Point] = []
        self.by_act: dict[str, list[Point]] = {}
        self.by_id: dict[str, Point] = {}
        self.phantoms: dict[str, Point] = {}
        self._read()

    # --- the events that exist, or may (M4, corrections M15) ---

    def _read(self) -> None:
        for place, event, replaced in standing(self.log.events, self.as_of):
            point = self._point(place, event)
            if point is None:
                continue
            self.points.append(point)
            for name in (event.id, *replaced):
                self.by_id[name] = point
        self.points.sort(key=lambda point: (point.low, point.high, point.place))
        for point in self.points:
            self.by_act.setdefault(point.act, []).append(point)

    def _point(self, place: int, event: Event) -> Point | None:
        low, high, first, last = interval(event.at)
        if low > self.closing:
            return None
        exists = YES
        if event.certainty is Certainty.PLANNED:
            exists = unknown(How.NOT_RECORDED, event.id, event.act)
        elif high > self.closing:
            exists = unknown(How.DATE_UNKNOWN, event.id, event.act)
        return Point(
            event.act,
            event.id,
            low,
            min(high, self.closing),
            first,
            min(last, self.as_of),
            exists,
            place,
            event,
            event.certainty is Certainty.INFERRED,
        )

    def begun(self) -> Truth:
        """Whether there is an event at all: without one nothing is judged (M6)."""
        return some(point.exists for point in self.points)

    def records(self, act: str) -> bool:
        """Whether an event of this act would show if it had happened."""
        return self.log.records is None or act in self.log.records

    def phantom(self, act: str) -> Point | None:
        """The act that may have happened unseen (M9); None if the source records it."""
        if self.records(act):
            return None
        made = self.phantoms.get(act)
        if made is None:
            exists = unknown(How.NOT_RECORDED, "", act)
            made = Point(act, "", EVER, self.closing, EVER, self.as_of, exists)
            self.phantoms[act] = made
        return made

    def inferred(self, events: Iterable[str]) -> bool:
        """Whether the date of one of these events was inferred."""
        return any(self.by_id[name].inferred for name in events)

    def before(self, one: Point, two: Point) -> Truth:
        """M2."""
        return before(one, two, self.listed)

    def in_order(self, points: Iterable[Point]) -> list[Point]:
        """Points of this log by first tick, then place: an order to look in, not to judge by."""
        return sorted(points, key=lambda point: point.when)

    def end(self) -> Point:
        """The boundary after the day of judging."""
        return self.moment("", self.as_of, self.as_of, YES, ())

    # --- what the source shows (M3) ---

    def value(self, point: Point, name: str) -> Known:
        """An attribute of an event: its value, None if known absent, MISSING if unknown."""
        event = point.event
        if event is None:
            return MISSING
        if name == "by":
            return event.by if event.by is not None else self._silent(event.act, name)
        if name == "outcome":
            return event.outcome if event.outcome is not None else self._silent(event.act, name)
        if name in event.attributes:
            return event.attributes[name]
        if self.log.closed.everything:
            return None
        return self._silent(event.act, name)

    def _silent(self, act: str, name: str) -> Known:
        return None if name in self.log.closed.attributes.get(act, ()) else MISSING

    def fact(self, name: str) -> Known:
        """A fact or header key of the trajectory."""
        log = self.log
        if name in log.facts:
            return log.facts[name]
        if name in log.header:
            return log.header[name]
        if name == "competent_authority" and log.competent_authority is not None:
            return log.competent_authority
        if name == "level" and log.level is not None:
            return log.level.value
        declared = self.compiled.facts.get(name)
        if declared is not None and declared.default is not None:
            return declared.default
        shut = log.closed.everything or name in log.closed.facts
        return None if shut else MISSING

    # --- who (M12) ---

    def fits(self, point: Point, fitting: Fitting) -> Truth:
        """Whether the event was by one of these roles."""
        if fitting.anyone:
            return YES
        event = point.event
        if event is None:
            return point.exists if point.name == "" else NO
        found = [self._has(roles, fitting, event) for roles in self.roles_of(event)]
        if all(one.level == 2 for one in found):
            return YES
        if all(one.level == 0 for one in found):
            return NO
        doubts = [one for one in found if one.level == 1]
        if len(found) > 1:
            doubts.insert(0, unknown(How.DATE_UNKNOWN, event.id, event.act))
        return every(doubts)

    def _has(self, roles: frozenset[int] | None, fitting: Fitting, event: Event) -> Truth:
        if roles is None:
            return unknown(How.FACT_UNKNOWN, event.id, "as")
        if roles & fitting.sure:
            return YES
        if not roles & fitting.bound:
            return NO
        named = self.log.competent_authority
        if named is None:
            return unknown(How.FACT_UNKNOWN, "", "competent_authority")
        return YES if self.compiled.roles.numbers.get(named) in roles & fitting.bound else NO

    def roles_of(self, event: Event) -> tuple[frozenset[int] | None, ...]:
        """The sets of roles this event may have had; None stands for unknown."""
        numbers = self.compiled.roles.numbers
        if event.roles:
            return (frozenset(numbers[name] for name in event.roles if name in numbers),)
        if event.by is not None and event.by in numbers:
            return (frozenset((numbers[event.by],)),)
        if "as" in self.log.closed.attributes.get(event.act, ()):
            return (frozenset(),)
        held = self.log.persons.get(event.by, ()) if event.by is not None else ()
        if not held:
            return (None,)
        found = dict.fromkeys(
            self._held(held, day) for day in _days_to_try(event, held, self.as_of)
        )
        if None not in found and not frozenset.intersection(*(one for one in found if one)):
            found[None] = None  # no role all along: nobody knows in which the person acted
        return tuple(found)

    def _held(self, held: tuple[PersonRole, ...], day: date) -> frozenset[int] | None:
        numbers = self.compiled.roles.numbers
        found = frozenset(
            numbers[one.role]
            for one in held
            if one.role in numbers
            and (one.first is None or one.first <= day)
            and (one.last is None or day <= one.last)
        )
        return found or None

    def is_role(self, name: str) -> bool:
        """Whether a ``by`` is a role or alias, and so names no person."""
        return name in self.compiled.roles.numbers

    # --- points made elsewhere ---

    def moment(
        self, name: str, last_day: int, latest: int, exists: Truth, source: tuple[str, ...]
    ) -> Point:
        """The boundary after a last day that lies between ``last_day`` and ``latest``."""
        low = boundary(last_day) if last_day > EVER else EVER
        high = boundary(latest) if latest < NEVER else NEVER
        return Point("", name, low, high, last_day, latest, exists, source=source)


def _days_to_try(event: Event, held: tuple[PersonRole, ...], as_of: int) -> list[date]:
    """Days of the event, up to the day of judging, on which the roles of its person can differ."""
    at = event.at
    if at.day is not None and at.precision in (Precision.DAY, Precision.MINUTE):
        return [at.day]
    _, _, first, last = interval(at)
    first, last = max(first, FIRST_DAY), min(last, as_of)
    turns = {first}
    for one in held:
        if one.first is not None:
            turns.add(one.first.toordinal())
        if one.last is not None:
            turns.add(one.last.toordinal() + 1)
    return [date.fromordinal(day) for day in sorted(turns) if first <= day <= last]
