"""The course of one running term, change by change, to its last day (Terms, first point)."""

from __future__ import annotations

from dataclasses import dataclass, field

from spelregels.engine.changes import Change, Item, Rule
from spelregels.engine.hearing import Hearing
from spelregels.engine.points import NEVER, Point
from spelregels.engine.spans import Due, Length, lengths, reach
from spelregels.engine.truth import YES, Truth, both, every, unknown
from spelregels.model.terms import AttributeTerm, FixedTerm
from spelregels.model.words import How


@dataclass(slots=True)
class State:
    """Where a running term stands.

    ``extended``: by which extension, and what it adds; ``rivals``: what extensions that may have
    counted would add. ``since``: the day from which it stands still; ``meanwhile``: openings since
    then. ``last``: the change that counted last; ``doubts``: why the last day may be later.
    """

    extensions: tuple[FixedTerm, ...] = ()
    extended: tuple[Point, tuple[Length, ...]] | None = None
    rivals: list[tuple[Length, ...]] = field(default_factory=list)
    days: int = 0
    since: int | None = None
    meanwhile: list[tuple[Point, Truth]] = field(default_factory=list)
    last: Point | None = None
    doubts: list[Truth] = field(default_factory=list)
    cites: tuple[str, ...] = ()

    def counted(self, point: Point) -> None:
        """A change counted."""
        self.last = point
        self.cites = (*self.cites, point.name)


class _Stop(Exception):
    """From here on nothing later can be told; ``due``: the last day that is certain."""

    def __init__(self, due: Due, why: Truth) -> None:
        super().__init__()
        self.due = due
        self.why = why


def changed(
    hearing: Hearing, rule: Rule, start: Point, either: tuple[Length, ...], items: list[Item]
) -> Due:
    """The last day with every change that surely counts; open upwards where others may.

    ``either``: its length, or two of which the longer counts.
    """
    items = _not_lifted(hearing, items)
    run = _Run(hearing, rule, start, either, items)
    begun = False
    try:
        for item in items:
            if not begun and not item.early:
                begun = True
                run.begin()
            run.take(item, begun)
        if not begun:
            run.begin()
    except _Stop as stop:
        unsure = (item.fit for item in items if item.fit.level == 1)
        why = every((stop.why, *run.state.doubts, stop.due.why, *unsure))
        return Due(stop.due.first, NEVER, why, stop.due.reckoning, cites=run.state.cites)
    due, state = run.due(), run.state
    if state.since is not None:
        return Due(NEVER, NEVER, YES, due.reckoning, True, state.cites)
    if state.doubts:
        why = every((*state.doubts, due.why))
        return Due(due.first, NEVER, why, due.reckoning, cites=state.cites)
    return Due(due.first, due.last, due.why, due.reckoning, cites=state.cites)


def _not_lifted(hearing: Hearing, items: list[Item]) -> list[Item]:
    """The changes without the standstills that were surely lifted before the start."""
    lifting = [
        item.point
        for item in items
        if item.kind is Change.CLOSED and item.early and item.fit.level == 2
    ]

    def lifted(item: Item) -> bool:
        return item.kind is Change.OPENED and any(
            hearing.before(item.point, closing).level == 2 for closing in lifting
        )

    return [item for item in items if not (item.early and lifted(item))] if lifting else items


class _Run:
    """One term of one length, change by change. ``closings``: all of them, and whether they fit."""

    __slots__ = ("closings", "either", "hearing", "rule", "start", "state")

    def __init__(
        self,
        hearing: Hearing,
        rule: Rule,
        start: Point,
        either: tuple[Length, ...],
        items: list[Item],
    ) -> None:
        self.hearing = hearing
        self.rule = rule
        self.start = start
        self.either = either
        self.state = State()
        self.closings = [(item.point, item.fit) for item in items if item.kind is Change.CLOSED]

    def due(self) -> Due:
        """The last day as it stands, a standstill that is not over left out."""
        return longest([self._reach(one) for one in self.either])

    def _reach(self, one: Length) -> Due:
        state, counting = self.state, self.rule.counting
        if one.anchor is not None:
            return reach(self.hearing, one, self.start, counting)
        return reach(self.hearing, one, self.start, counting, state.extensions, state.days)

    def begin(self) -> None:
        """A trigger inside a suspension counts from the trigger."""
        state, start = self.state, self.start
        if state.since is None:
            return
        if start.first != start.last:
            raise _Stop(self.due(), start.undated)
        state.since = start.first

    def take(self, item: Item, begun: bool) -> None:
        """Work one change in."""
        match item.kind:
            case Change.CLOSED:
                self._close(item, begun)
            case Change.OPENED:
                self._open(item, begun)
            case Change.EXTENDED:
                self._extend(item)

    def _order(self, point: Point, *others: Point | None) -> Truth:
        """Unknown if it is unknown which of these came first."""
        orders = [self._before(one, point) for one in others if one is not None]
        doubts = [one for one in orders if one.level == 1]
        return every((*doubts, point.undated)) if doubts else YES

    def _before(self, one: Point, two: Point) -> Truth:
        """Of two changes by one event it is not known which came first."""
        if one is two:
            return unknown(How.ORDER_UNKNOWN, one.name)
        return self.hearing.before(one, two)

    def _open(self, item: Item, begun: bool) -> None:
        state, point = self.state, item.point
        lifted = every(self._lifted(point, *one) for one in self.closings if self._may_lift(*one))
        if state.since is not None:
            state.meanwhile.append((point, lifted))
            unsure = item.fit.level == 1
            if unsure and state.last is not None and point.low < state.last.low:
                state.doubts.append(every((item.fit, point.undated)))
            return
        timely = self.due().by(point) if begun else YES
        if timely.level == 0:
            return
        order = self._order(point, state.last)
        sure = every((item.fit, order, _dated(timely, point), lifted))
        if sure.level == 2:
            state.since = point.first
            state.counted(point)
        else:
            state.doubts.append(sure)

    def _may_lift(self, closing: Point, fit: Truth) -> bool:
        """Whether it does not surely come before the standstill there is."""
        if self.state.since is None or self.state.last is None:
            return True
        return self.hearing.before(closing, self.state.last).level != 2

    def _lifted(self, point: Point, closing: Point, fit: Truth) -> Truth:
        """Unknown if it is unknown whether a closing came after an opening."""
        later = self.hearing.before(point, closing)
        if later.level == 0 or (later.level == 2 and fit.level == 2):
            return YES
        return every((later, fit, self._order(closing, point)))

    def _close(self, item: Item, begun: bool) -> None:
        state, point = self.state, item.point
        if state.since is None or item.fit.level == 1:
            return
        order = self._order(point, state.last)
        if order.level == 1:
            raise _Stop(self.due(), order)
        if begun:
            state.days += point.first - state.since
        state.since = None
        state.counted(point)
        latest = self.due().last
        state.doubts += [
            lifted for one, lifted in state.meanwhile if one.first <= latest and lifted.level == 1
        ]
        state.meanwhile = []

    def _extend(self, item: Item) -> None:
        state, point = self.state, item.point
        timely = self.due().by(point) if state.since is None else YES
        if timely.level == 0:
            return
        assert self.rule.extendable is not None
        once = self.rule.extendable.once
        found, complete = lengths(self.hearing, once, point)
        if state.extended is not None:
            first, added = state.extended
            if found != added and self.hearing.before(first, point).level != 2:
                state.doubts.append(both(item.fit, point.undated))  # or was this the one that adds
            return
        sure = every((item.fit, self._order(point, state.last), _dated(timely, point)))
        alike = all(one == found for one in state.rivals) if found else not state.rivals
        if sure.level != 2 or not (alike or not isinstance(once, AttributeTerm)):
            state.doubts.append(both(sure, complete))
            state.rivals.append(found if complete.level == 2 else ())
            return
        if complete.level != 2 or len(found) != 1 or found[0].anchor is not None:
            state.doubts.append(every((complete, point.undated)))
        else:
            state.extensions = (found[0].term,)
        state.extended = point, found
        state.counted(point)


def longest(dues: list[Due]) -> Due:
    """The later of two of which neither is surely the later."""
    if len(dues) == 1 or dues[0].suspended:
        return dues[0]
    one, two = dues
    first, last = max(one.first, two.first), max(one.last, two.last)
    why = every((one.why, two.why)) if first != last else YES
    return Due(first, last, why, one.reckoning, cites=one.cites)


def _dated(timely: Truth, point: Point) -> Truth:
    return timely if timely.level != 1 else both(timely, point.undated)
