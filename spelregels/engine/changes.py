"""What changes a running term: extensions and suspensions, in order (Terms, first point; M16)."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from spelregels.engine.hearing import Hearing
from spelregels.engine.matching import matches
from spelregels.engine.points import Point
from spelregels.engine.spans import Counting
from spelregels.engine.truth import Truth, both, every
from spelregels.model.frozen import dataclass
from spelregels.model.norms import Extension, Suspension
from spelregels.model.patterns import Pattern
from spelregels.model.terms import AttributeTerm, Term

Tie = Callable[[Point], Truth]


class Change(Enum):
    """What happens to a running term."""

    EXTENDED = "extended"
    OPENED = "opened"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Rule:
    """How long a term is, how it is counted, and what changes it.

    ``longer``: a fact that may make it longer.
    """

    term: Term
    counting: Counting
    extendable: Extension | None = None
    suspended_by: Suspension | None = None
    longer: AttributeTerm | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One change. ``fit``: whether it surely took place, in this place in the order."""

    kind: Change
    point: Point
    fit: Truth
    early: bool  # surely before the start


def changes_of(
    hearing: Hearing, rule: Rule, start: Point, tie: Tie, until: Point | None
) -> list[Item]:
    """Every change that may belong to the term, by when it may have come; ``until``: before it."""
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
    order = {kind: number for number, kind in enumerate(Change)}

    def when(item: Item) -> tuple[bool, int, int, int]:
        kind, place = order[item.kind], item.point.place
        same = (place, kind) if hearing.listed else (kind, place)
        return (not item.early, item.point.low, *same)

    return sorted(found, key=when)


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
    if start.first != start.last and early.level != 2:
        parts.append(start.undated)
    if until is not None:
        later = hearing.before(until, point)
        if later.level == 2 or point is until:
            return None
        if later.level == 1:
            parts.append(later)
    if point.first != point.last:
        parts.append(point.undated)
    return Item(kind, point, every(parts), early.level == 2)


def _is_start(point: Point, start: Point) -> bool:
    """Whether the change is the very event the term starts from."""
    return point is start or (start.place >= 0 and start.place == point.place)


def _same_day(one: Point, two: Point) -> bool:
    return one.first == one.last == two.first == two.last
