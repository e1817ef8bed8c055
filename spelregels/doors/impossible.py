"""Orders that cannot be true as printed: an error in the data, never a breach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from spelregels.doors.mapping_model import OrderRule
from spelregels.language.moments import last_day
from spelregels.model.trajectory import DataError, Event, Trajectory


def impossible_orders(trajectory: Trajectory, rules: Iterable[OrderRule]) -> Iterator[DataError]:
    """A data error for each ``then`` that surely came before every ``first`` it belongs to.

    With ``same`` only events with an equal, known value of that attribute belong together. Without
    any ``first``, or where a date leaves room, there is no error.
    """
    for rule in rules:
        firsts = [event for event in trajectory.events if event.act == rule.first]
        for then in trajectory.events:
            if then.act != rule.then:
                continue
            mine = [first for first in firsts if _belong(first, then, rule.same)]
            if mine and all(_surely_before(then, first) for first in mine):
                yield _error(rule, mine[0], then)


def _belong(first: Event, then: Event, same: str) -> bool:
    if not same:
        return True
    value = first.attributes.get(same)
    return value is not None and value == then.attributes.get(same)


def _surely_before(earlier: Event, later: Event) -> bool:
    end, begin = last_day(earlier.at), later.at.day
    if end is None or begin is None:
        return False
    if end == begin and earlier.at.minute is not None and later.at.minute is not None:
        return earlier.at.minute < later.at.minute
    return end < begin


def _error(rule: OrderRule, first: Event, then: Event) -> DataError:
    why = f" ({rule.why})" if rule.why else ""
    return DataError(
        "end-before-begin" if rule.same else "impossible-order",
        f"{then.act} ({_shown(then.at.day)}) staat vóór {first.act} ({_shown(first.at.day)}); "
        f"dat kan niet kloppen{why}.",
        f"{then.act} ({_shown(then.at.day)}) stands before {first.act} ({_shown(first.at.day)}); "
        f"that cannot be right{why}.",
        (first.id, then.id),
        then.position,
    )


def _shown(day: date | None) -> str:
    return f"{day:%Y-%m-%d}" if day else "?"
