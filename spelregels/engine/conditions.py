"""Conditions on an event, and on the facts of a trajectory (M3)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from spelregels.engine.earlier import last_earlier
from spelregels.engine.figures import worth
from spelregels.engine.hearing import MISSING, Hearing, Known
from spelregels.engine.points import Point
from spelregels.engine.truth import NO, YES, Truth, every, negate, some, sure, unknown
from spelregels.model.figures import FIGURES
from spelregels.model.patterns import (
    AllOf,
    AnyOf,
    Condition,
    Earlier,
    NoneOf,
    Op,
    RoleSpec,
    Test,
)
from spelregels.model.terms import Duration
from spelregels.model.words import How, Unit

One = Callable[[Test], Truth]


def holds(hearing: Hearing, condition: Condition | None, point: Point) -> Truth:
    """Whether the condition holds of the event."""
    if condition is None:
        return YES
    if point.event is None:
        return _walk(condition, lambda test: _of_phantom(hearing, test, point))
    return _walk(condition, lambda test: _of_event(hearing, test, point))


def holds_of_header(hearing: Hearing, condition: Condition | None) -> Truth:
    """Whether the condition holds of the facts and header keys."""
    if condition is None:
        return YES
    key = ("header", id(condition))
    if key not in hearing.memo:
        hearing.memo[key] = _walk(condition, lambda test: _of_header(hearing, test))
    found: Truth = hearing.memo[key]
    return found


def _walk(condition: Condition, one: One) -> Truth:
    match condition:
        case Test():
            return one(condition)
        case AllOf():
            return every(_walk(part, one) for part in condition.parts)
        case AnyOf():
            return some(_walk(part, one) for part in condition.parts)
        case NoneOf():
            return negate(some(_walk(part, one) for part in condition.parts))


def _of_phantom(hearing: Hearing, test: Test, point: Point) -> Truth:
    """An unseen act may have any attribute, but none of an act that never came before."""
    other = test.operand
    if not isinstance(other, Earlier) or other.act is None:
        return point.exists
    return point.exists if last_earlier(hearing, other.act, point)[1] else NO


def tests_in(condition: Condition | None) -> Iterator[Test]:
    """Every test in a condition."""
    match condition:
        case Test():
            yield condition
        case AllOf() | AnyOf() | NoneOf():
            for part in condition.parts:
                yield from tests_in(part)
        case None:
            return


def _of_header(hearing: Hearing, test: Test) -> Truth:
    value, doubt = hearing.fact(test.attribute), unknown(How.FACT_UNKNOWN, "", test.attribute)
    if isinstance(test.operand, FIGURES):
        return _limited(test, value, doubt, worth(hearing, test.operand, None))
    if test.op is Op.IN_LIST:
        return _listed(hearing, test, value, doubt, "")
    return _fits(test, value, doubt)


def _of_event(hearing: Hearing, test: Test, point: Point) -> Truth:
    if test.attribute == "as":
        return _of_roles(hearing, test, point)
    doubt = unknown(How.FACT_UNKNOWN, point.name, test.attribute)
    value = hearing.value(point, test.attribute)
    if isinstance(test.operand, FIGURES):
        return _limited(test, value, doubt, worth(hearing, test.operand, point))
    if test.op is Op.SAME_AS and isinstance(test.operand, Earlier):
        return _same_as(hearing, value, test.operand, point, doubt)
    if test.op is Op.IN_LIST:
        return _listed(hearing, test, value, doubt, point.name)
    return _fits(test, value, doubt)


def _of_roles(hearing: Hearing, test: Test, point: Point) -> Truth:
    if test.op in (Op.PRESENT, Op.ABSENT):
        assert point.event is not None
        known = all(roles is not None for roles in hearing.roles_of(point.event))
        there = YES if known else unknown(How.FACT_UNKNOWN, point.name, "as")
        return there if test.op is Op.PRESENT else negate(there)
    if isinstance(test.operand, Earlier):
        doubt = unknown(How.FACT_UNKNOWN, point.name, "as")
        return _same_as(hearing, _held(hearing, point, "as"), test.operand, point, doubt)
    names = test.operand if isinstance(test.operand, tuple) else (test.operand,)
    spec = RoleSpec(tuple(str(name) for name in names))
    found = hearing.fits(point, hearing.compiled.roles.fitting(spec))
    return negate(found) if test.op is Op.IS_NOT else found


# --- the last earlier event ---


def _held(hearing: Hearing, point: Point, name: str) -> Known:
    """An attribute; as ``as``, the roles that the event itself names (M12)."""
    event = point.event
    if name != "as" or event is None:
        return hearing.value(point, name)
    if not event.roles and (event.by is None or not hearing.is_role(event.by)):
        return MISSING
    (roles,) = hearing.roles_of(event)
    return tuple(sorted(roles)) if roles is not None else MISSING


def _same_as(hearing: Hearing, value: Known, other: Earlier, point: Point, doubt: Truth) -> Truth:
    came = YES
    if other.act is None:
        others = [(_held(hearing, point, other.attribute), point)]
    else:
        came, last = last_earlier(hearing, other.act, point)
        if not last or value is None:
            return NO
        others = [(_held(hearing, one, other.attribute), one) for one in last]
    holes = [
        unknown(How.FACT_UNKNOWN, one.name, other.attribute) if one.event else one.exists
        for held, one in others
        if held is MISSING and value is not None
    ]
    held = others[0][0]
    if not holes and came.level == 2 and all(one == held for one, _ in others):
        if value is None or held is None:
            return NO
        return doubt if value is MISSING else sure(alike(value, held))
    return every((*holes, unknown(How.ORDER_UNKNOWN, others[0][1].name, other.act or "")))


def earlier_acts(condition: Condition | None) -> tuple[str, ...]:
    """The acts of which a condition needs the last earlier event."""
    return tuple(
        dict.fromkeys(
            test.operand.act
            for test in tests_in(condition)
            if isinstance(test.operand, Earlier) and test.operand.act is not None
        )
    )


def comes_after_them(hearing: Hearing, condition: Condition | None, point: Point) -> Truth:
    """Whether every act that ``same_as`` asks for came before: else nothing arises."""
    return every(last_earlier(hearing, act, point)[0] for act in earlier_acts(condition))


# --- values ---


def _fits(test: Test, value: Known, doubt: Truth) -> Truth:
    if value is MISSING:
        return doubt
    match test.op:
        case Op.PRESENT:
            return sure(_present(value))
        case Op.ABSENT:
            return sure(not _present(value))
        case Op.IS_NOT:
            members = value if isinstance(value, tuple) else (value,)
            return sure(not any(alike(member, test.operand) for member in members))
        case _ if value is None:
            return NO
        case Op.SAME_AS:
            return doubt
        case _:
            members = value if isinstance(value, tuple) else (value,)
            return some(_scalar(test, member) for member in members)


def _limited(test: Test, value: Known, doubt: Truth, limit: Fraction | Truth) -> Truth:
    """A comparison with a limit that was worked out."""
    if value is MISSING:
        return doubt
    if value is None:
        return NO
    if not isinstance(limit, Fraction):
        return limit
    numbers = [value] if isinstance(value, int | Decimal) else []
    return some(_compared(test.op, Fraction(number), limit) for number in numbers)


def _listed(hearing: Hearing, test: Test, value: Known, doubt: Truth, where: str) -> Truth:
    """Whether it is on a list; the part of a list that was not seen may hold anything."""
    if value is MISSING:
        return doubt
    named = hearing.compiled.ruleset.lists[str(test.operand)]
    members = [one for one in (value if isinstance(value, tuple) else (value,)) if one]
    if any(one in named.items for one in members):
        return YES
    if members and not named.complete:
        return unknown(How.NOT_STATED, where, f"lists.{named.id}")
    return NO


def _present(value: Known) -> bool:
    if isinstance(value, tuple):
        return any(_present(member) for member in value)
    return value is not None and value != ""


def _scalar(test: Test, value: Any) -> Truth:
    operand: Any = test.operand
    match test.op:
        case Op.IS:
            return sure(alike(value, operand))
        case Op.ONE_OF:
            wanted = operand if isinstance(operand, tuple) else (operand,)
            return sure(any(alike(value, one) for one in wanted))
        case Op.ABOVE | Op.BELOW | Op.AT_LEAST | Op.AT_MOST:
            return _compared(test.op, value, operand)
        case Op.PRESENT | Op.ABSENT | Op.SAME_AS | Op.IS_NOT | Op.IN_LIST:
            raise AssertionError(test.op)


def _compared(op: Op, value: Any, operand: Any) -> Truth:
    one, two = measure(value), measure(operand)
    if one is None or two is None or one[0] != two[0]:
        return unknown(How.FACT_UNKNOWN)
    difference = one[1] - two[1]
    match op:
        case Op.ABOVE:
            return sure(difference > 0)
        case Op.BELOW:
            return sure(difference < 0)
        case Op.AT_LEAST:
            return sure(difference >= 0)
        case _:
            return sure(difference <= 0)


def measure(value: Any) -> tuple[str, Any] | None:
    """A number that can be compared, and of what."""
    match value:
        case bool() | str():
            return None
        case int() | Decimal() | Fraction():
            return "number", value
        case date():
            return "date", value.toordinal()
        case Duration(amount, Unit.DAY):
            return "days", amount
        case Duration(amount, Unit.WEEK):
            return "days", 7 * amount
        case Duration(amount, Unit.MONTH):
            return "months", amount
        case Duration(amount, Unit.YEAR):
            return "months", 12 * amount
        case Duration(amount, Unit.WORKING_DAY):
            return "working days", amount
        case _:
            return None


def alike(one: Any, two: Any) -> bool:
    """Equal values; a list is equal to what one of its members equals."""
    if isinstance(one, tuple):
        return any(alike(member, two) for member in one)
    if isinstance(two, tuple):
        return any(alike(one, member) for member in two)
    if isinstance(one, Duration) and isinstance(two, Duration):
        return measure(one) == measure(two)
    if isinstance(one, bool) is not isinstance(two, bool):
        return False
    return bool(one == two)
