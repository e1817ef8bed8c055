"""Terms that change on their way: extensions and suspensions (Terms, first point; M16)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from spelregels.engine.hearing import Hearing
from spelregels.engine.matching import matches
from spelregels.engine.points import NEVER, Point
from spelregels.engine.spans import Counting, Due, Length, joined, least, lengths, reach
from spelregels.engine.truth import YES, Truth, both, every, unknown
from spelregels.model.norms import Extension, Suspension
from spelregels.model.patterns import Pattern
from spelregels.model.terms import FixedTerm, Term
from spelregels.model.words import How

Tie = Callable[[Point], Truth]


class Change(Enum):
    """What happens to a running term."""

    EXTENDED = "extended"
    OPENED = "opened"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Rule:
    """How long a term is, how it is counted, and what changes it."""

    term: Term
    counting: Counting
    extendable: Extension | None = None
    suspended_by: Suspension | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One change. ``fit``: whether it surely took place, in this place in the order."""

    kind: Change
    point: Point
    fit: Truth
    early: bool  # surely before the start


@dataclass(slots=True)
class State:
    """Where a running term stands. ``since``: the day from which it stands still."""

    extensions: tuple[FixedTerm, ...] = ()
    extended: Point | None = None
    days: int = 0
    since: int | None = None
    cites: tuple[str, ...] = ()


def running(
    hearing: Hearing,
    rule: Rule,
    start: Point,
    tie: Tie,
    until: Point | None = None,
    carriers: tuple[Point, ...] = (),
) -> Due:
    """The last day of the term that began at ``start``, as it stood when ``until`` came.

    ``tie``: whether a change belongs to this term. ``until`` None: as it stands on the day of
    judging.
    """
    found, all_of_them = lengths(hearing, rule.term, start, carriers)
    lowest = least(hearing, rule.term, start)
    if rule.extendable is None and rule.suspended_by is None:
        dues = [reach(hearing, one, start, rule.counting) for one in found]
        return joined(dues, all_of_them, start, rule.counting, lowest)
    items = _items(hearing, rule, start, tie, until)
    dues = [_run(hearing, rule, start, one, items) for one in found]
    if dues and all(one.suspended for one in dues):
        return dues[0]
    return joined(dues, all_of_them, start, rule.counting, lowest)


# --- the changes, in order ---


def _items(hearing: Hearing, rule: Rule, start: Point, tie: Tie, until: Point | None) -> list[Item]:
    found: list[Item] = []
    wanted: list[tuple[Change, Pattern]] = []
    if rule.extendable is not None:
        wanted.append((Change.EXTENDED, _pattern_of(hearing, rule.extendable)))
    if rule.suspended_by is not None:
        wanted.append((Change.OPENED, rule.suspended_by.opens))
        wanted.append((Change.CLOSED, rule.suspended_by.closes))
    for kind, pattern in wanted:
        for one in matches(hearing, pattern):
            item = _item(hearing, kind, one.point, both(one.fit, tie(one.point)), start, until)
            if item is not None:
                found.append(item)
    found.sort(key=lambda item: (item.point.low, item.point.high, item.point.place))
    return _with_unknown_order(hearing, found)


def _pattern_of(hearing: Hearing, extension: Extension) -> Pattern:
    key = ("extension", id(extension))
    found: Pattern | None = hearing.memo.get(key)
    if found is None:
        found = hearing.memo[key] = (extension.by_act,)
    return found


def _item(
    hearing: Hearing, kind: Change, point: Point, fit: Truth, start: Point, until: Point | None
) -> Item | None:
    if fit.level == 0:
        return None
    early = hearing.before(point, start)
    if kind is Change.EXTENDED and (early.level == 2 or _is_start(point, start)):
        return None
    parts = [fit]
    if early.level == 1 and (kind is Change.EXTENDED or not _same_day(point, start)):
        parts.append(early)  # a standstill counts from the day itself either way
    if start.first != start.last:
        parts.append(unknown(How.DATE_UNKNOWN, start.name))
    if until is not None:
        later = hearing.before(until, point)
        if later.level == 2 or point is until:
            return None
        if later.level == 1:
            parts.append(later)
    if point.first != point.last and early.level != 2:
        parts.append(unknown(How.DATE_UNKNOWN, point.name))
    return Item(kind, point, every(parts), early.level == 2)


def _is_start(point: Point, start: Point) -> bool:
    """Whether the change is the very event the term starts from."""
    return point is start or (start.place >= 0 and start.place == point.place)


def _same_day(one: Point, two: Point) -> bool:
    return one.first == one.last == two.first == two.last


def _with_unknown_order(hearing: Hearing, items: list[Item]) -> list[Item]:
    """Changes of different kinds of which the order is unknown are unsure."""
    found = []
    for item in items:
        others = (
            hearing.before(item.point, other.point)
            for other in items
            if other.kind is not item.kind and (other.point.event is not None)
        )
        doubts = [one for one in others if one.level == 1]
        found.append(
            Item(item.kind, item.point, every((item.fit, *doubts)), item.early) if doubts else item
        )
    return found


# --- one pass over them ---


def _run(hearing: Hearing, rule: Rule, start: Point, length: Length, items: list[Item]) -> Due:
    def due_of(state: State) -> Due:
        return reach(hearing, length, start, rule.counting, state.extensions, state.days)

    state = State()
    sure_items = [item for item in items if item.fit.level == 2]
    unsure = [item for item in items if item.fit.level == 1]
    doubts: list[Truth] = []
    begun = False
    for item in sure_items:
        if not begun and not item.early:
            begun = True
            _begin(hearing, state, start, unsure, doubts)
        _apply(hearing, rule, state, item, begun, due_of, unsure, doubts)
    if not begun:
        _begin(hearing, state, start, unsure, doubts)
    due = due_of(state)
    opened = any(i.kind is Change.OPENED and i.point.first <= due.last for i in items)
    doubts += [
        item.fit
        for item in unsure
        if (item.kind is Change.CLOSED and opened)
        or (state.since is not None and item.kind is not Change.CLOSED)
    ]
    if state.since is not None:
        if not doubts:
            return Due(NEVER, NEVER, YES, due.reckoning, True, state.cites)
        return Due(due.first, NEVER, every(doubts), due.reckoning)
    doubts += [
        item.fit
        for item in unsure
        if item.kind is not Change.CLOSED
        and item.point.first <= due.last
        and not _second(hearing, item, state)
        and not _long_over(hearing, item, start, sure_items)
    ]
    if doubts:
        return Due(due.first, NEVER, every((*doubts, due.why)), due.reckoning, cites=state.cites)
    return Due(due.first, due.last, due.why, due.reckoning, cites=state.cites)


def _begin(
    hearing: Hearing, state: State, start: Point, unsure: list[Item], doubts: list[Truth]
) -> None:
    """A trigger inside a suspension counts from the trigger."""
    if state.since is None:
        return
    lifted = [
        item
        for item in unsure
        if item.kind is Change.CLOSED
        and item.point.last >= state.since
        and hearing.before(item.point, start).level
    ]
    doubts += [item.fit for item in lifted]
    state.since = None if lifted else start.first


def _second(hearing: Hearing, item: Item, state: State) -> bool:
    """Whether this is surely a second extension, which adds nothing."""
    first = state.extended
    return (
        item.kind is Change.EXTENDED
        and first is not None
        and hearing.before(first, item.point).level == 2
    )


def _long_over(hearing: Hearing, item: Item, start: Point, sure_items: list[Item]) -> bool:
    """Whether a suspension that may have been opened was surely lifted before the start."""
    return item.kind is Change.OPENED and any(
        other.kind is Change.CLOSED
        and other.early
        and hearing.before(item.point, other.point).level == 2
        for other in sure_items
    )


def _apply(
    hearing: Hearing,
    rule: Rule,
    state: State,
    item: Item,
    begun: bool,
    due_of: Callable[[State], Due],
    unsure: list[Item],
    doubts: list[Truth],
) -> None:
    day = item.point.first
    match item.kind:
        case Change.CLOSED:
            if state.since is not None:
                if begun:
                    state.days += _still(state.since, day, unsure, doubts)
                    state.cites = (*state.cites, item.point.name)
                state.since = None
        case Change.OPENED:
            if state.since is None and _in_time(state, item, begun, due_of, doubts):
                state.since = day
                state.cites = (*state.cites, item.point.name)
        case Change.EXTENDED:
            if state.extended is None and _in_time(state, item, begun, due_of, doubts):
                assert rule.extendable is not None
                found, complete = lengths(hearing, rule.extendable.once, item.point)
                if complete.level != 2 or len(found) != 1 or found[0].anchor is not None:
                    doubts.append(complete if complete.level == 1 else unknown(How.FACT_UNKNOWN))
                else:
                    state.extensions = (found[0].term,)
                state.extended = item.point
                state.cites = (*state.cites, item.point.name)


def _in_time(
    state: State, item: Item, begun: bool, due_of: Callable[[State], Due], doubts: list[Truth]
) -> bool:
    """On or before the then last day; while the term stands still there is none."""
    if not begun or state.since is not None:
        return True
    by = due_of(state).by(item.point)
    if by.level == 1:
        doubts.append(by)
    return by.level == 2


def _still(since: int, until: int, unsure: list[Item], doubts: list[Truth]) -> int:
    """The days of a suspension; an unsure earlier lifting leaves only those that are sure."""
    earlier = [
        item
        for item in unsure
        if item.kind is Change.CLOSED and item.point.last >= since and item.point.first <= until
    ]
    if not earlier:
        return until - since
    doubts += [item.fit for item in earlier]
    return max(0, min(item.point.first for item in earlier) - since)
