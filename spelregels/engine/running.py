"""Terms that change on their way, and terms that a fact may make longer (Terms, first point)."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from spelregels.engine.changes import Item, Rule, Tie, changes_of
from spelregels.engine.course import changed, longest
from spelregels.engine.hearing import Hearing
from spelregels.engine.points import NEVER, Point
from spelregels.engine.spans import Due, Length, joined, least, lengths, reach
from spelregels.engine.truth import Truth, both, every
from spelregels.model.words import How

_ABSENT: Final = (How.NOT_STATED, How.ORDER_UNKNOWN)  # why a fact has surely no value


def running(
    hearing: Hearing,
    rule: Rule,
    start: Point,
    tie: Tie,
    until: Point | None = None,
) -> Due:
    """The last day of the term that began at ``start``, as it stood when ``until`` came.

    ``tie``: whether a change belongs to this term. ``until`` None: as it stands on the day of
    judging.
    """
    found, all_of_them, lowest = _lengths(hearing, rule, start)
    items: list[Item] = []
    if rule.extendable is not None or rule.suspended_by is not None:
        items = changes_of(hearing, rule, start, tie, until)
    dues = [_of(hearing, rule, start, one, items) for one in found]
    at_least = all_of_them.level == 2 or lowest == NEVER  # no length it may have is shorter
    if dues and at_least and all(one.suspended for one in dues):
        return dues[0]
    if all_of_them.level == 1:  # how long it is may decide whether a change came in time
        doubts = (item.point.undated for item in items)
        all_of_them = every((all_of_them, *doubts))
    due = joined(dues, all_of_them, start, rule.counting, lowest)
    told = rule.longer is not None and bool(dues)  # the sum of what is known of either
    return replace(due, reckoning=dues[0].reckoning) if told else due


def _of(
    hearing: Hearing, rule: Rule, start: Point, either: tuple[Length, ...], items: list[Item]
) -> Due:
    """The last day of one length, or of the longer of two. A date stands: nothing moves it."""
    if all(length.anchor is not None for length in either):
        items = []
    if any(length.anchor is not None for length in either):
        return changed(hearing, rule, start, either, items)
    return longest([changed(hearing, rule, start, (one,), items) for one in either])


def _lengths(
    hearing: Hearing, rule: Rule, start: Point
) -> tuple[list[tuple[Length, ...]], Truth, int]:
    """Every length it may have, whether these are all, and the earliest last day of any other.

    Two lengths together: whichever is the longer.
    """
    found, complete = lengths(hearing, rule.term, start)
    lowest = least(hearing, rule.term, start)
    if rule.longer is None:
        return [(one,) for one in found], complete, lowest
    facts, told = lengths(hearing, rule.longer, start)
    if not facts and all(one.how in _ABSENT for one in told.why):
        return [(one,) for one in found], complete, lowest  # the fact is absent: not longer
    either = [_longer(hearing, rule, start, one, fact) for one in found for fact in facts]
    if told.level == 1:
        either += [(one,) for one in found]
    if complete.level == 1:
        either += [(one,) for one in facts]
    if complete.level == 2 or (facts and told.level == 2):
        lowest = NEVER  # at least what is known of either
    return list(dict.fromkeys(either)), both(complete, told), lowest


def _longer(
    hearing: Hearing, rule: Rule, start: Point, one: Length, two: Length
) -> tuple[Length, ...]:
    """The longer of two, counted from the same start; both if that is not sure."""
    changing = rule.extendable is not None or rule.suspended_by is not None
    if changing and one != two:
        return one, two  # which is longer may hang on what is added before the Atw is applied
    first, second = (reach(hearing, length, start, rule.counting) for length in (one, two))
    if first.first >= second.first and first.last >= second.last:
        return (one,)
    if first.first <= second.first and first.last <= second.last:
        return (two,)
    return one, two


__all__ = ["Rule", "running"]
