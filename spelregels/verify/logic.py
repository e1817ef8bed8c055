"""What conditions on attributes allow together: can both hold, does one follow from the other.

A condition is written out as alternatives; each alternative says per attribute which values are
left. What is too long to write out, or compares with another event, counts as possible: a check
that is not sure says nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import reduce

from spelregels.model.figures import FIGURES, Figure
from spelregels.model.patterns import (
    ActPattern,
    AllOf,
    AnyOf,
    Condition,
    NoneOf,
    Op,
    RoleSpec,
    Test,
    Value,
)
from spelregels.model.ruleset import Attribute, Ruleset
from spelregels.model.words import AttributeType
from spelregels.verify.parts import roles_of

MOST_ALTERNATIVES = 200
Number = int | Decimal | date
Types = Callable[[str], Attribute | None]


@dataclass(frozen=True, slots=True)
class Left:
    """The values left for one attribute. ``only`` None: any but ``but``. Bounds with *strict*.

    ``over``, ``under``: bounds that have to be worked out. What they come to is not known here, but
    nothing lies above and below the same one.
    """

    only: frozenset[Value] | None = None
    but: frozenset[Value] = frozenset()
    low: tuple[Number, bool] | None = None
    high: tuple[Number, bool] | None = None
    over: frozenset[tuple[Figure, bool]] = frozenset()
    under: frozenset[tuple[Figure, bool]] = frozenset()
    there: bool | None = None


Alternative = Mapping[str, Left]
_OPPOSITE = {
    Op.IS: Op.IS_NOT,
    Op.PRESENT: Op.ABSENT,
    Op.ABSENT: Op.PRESENT,
    Op.ABOVE: Op.AT_MOST,
    Op.AT_MOST: Op.ABOVE,
    Op.BELOW: Op.AT_LEAST,
    Op.AT_LEAST: Op.BELOW,
}


class TooLongError(Exception):
    """More alternatives than anybody writes; nothing is concluded."""


def possible(*conditions: Condition | None, types: Types) -> bool:
    """Whether all of these can hold at once. ``types``: what is declared of an attribute."""
    given = tuple(one for one in conditions if one is not None)
    try:
        return any(_holds(one, types) for one in _alternatives(AllOf(given)))
    except TooLongError:
        return True


def follows(consequence: Condition | None, given: Condition | None, types: Types) -> bool:
    """Whether the consequence holds wherever the given condition does (surely)."""
    if consequence is None:
        return True
    try:
        return not any(
            _holds(one, types)
            for one in _alternatives(AllOf((*((given,) if given else ()), NoneOf((consequence,)))))
        )
    except TooLongError:
        return False


def covers(wide: ActPattern, narrow: ActPattern, ruleset: Ruleset) -> bool:
    """Whether every act that fits the narrow pattern fits the wide one (surely)."""
    if wide.act != narrow.act:
        return False
    if wide.outcome and not (narrow.outcome and set(narrow.outcome) <= set(wide.outcome)):
        return False
    if wide.by is not None and not (narrow.by and within(narrow.by, wide.by, ruleset)):
        return False
    return follows(wide.where, narrow.where, attributes_of(wide.act, ruleset))


def meet(one: ActPattern, other: ActPattern, ruleset: Ruleset) -> bool:
    """Whether one act can fit both patterns (as far as can be told)."""
    if one.act != other.act:
        return False
    if one.outcome and other.outcome and not set(one.outcome) & set(other.outcome):
        return False
    if one.by and other.by and not roles_of(one.by, ruleset) & roles_of(other.by, ruleset):
        return False
    return possible(one.where, other.where, types=attributes_of(one.act, ruleset))


def within(narrow: RoleSpec, wide: RoleSpec, ruleset: Ruleset) -> bool:
    """Whether everybody in the narrow roles is in the wide ones."""
    return roles_of(narrow, ruleset) <= roles_of(wide, ruleset)


def attributes_of(act: str, ruleset: Ruleset) -> Types:
    """What is declared of the attributes of an act."""
    known = ruleset.acts.get(act)
    return known.attributes.get if known else lambda _: None


def facts_of(ruleset: Ruleset) -> Types:
    """What is declared of the facts a trajectory may give."""
    return ruleset.facts.get


def _alternatives(condition: Condition) -> list[Alternative]:
    """The condition as alternatives. Raises TooLongError."""
    match condition:
        case Test():
            return [{condition.attribute: _left(condition)}]
        case AllOf(parts):
            return reduce(_both, map(_alternatives, parts), [{}])
        case AnyOf(parts):
            return _few([one for part in parts for one in _alternatives(part)])
        case NoneOf(parts):
            return _alternatives(AllOf(tuple(map(_opposite, parts))))


def _both(first: list[Alternative], second: list[Alternative]) -> list[Alternative]:
    if len(first) * len(second) > MOST_ALTERNATIVES:
        raise TooLongError
    return [_merged(one, other) for one in first for other in second]


def _few(alternatives: list[Alternative]) -> list[Alternative]:
    if len(alternatives) > MOST_ALTERNATIVES:
        raise TooLongError
    return alternatives


def _opposite(condition: Condition) -> Condition:
    match condition:
        case Test(op=Op.SAME_AS | Op.IN_LIST):
            return AllOf(())  # either way is possible
        case Test(op=Op.ONE_OF) | Test(op=Op.IS_NOT, operand=tuple()):
            values = condition.operand if isinstance(condition.operand, tuple) else ()
            op = Op.IS_NOT if condition.op is Op.ONE_OF else Op.IS
            tests = tuple(Test(condition.attribute, op, value) for value in values)
            return AllOf(tests) if condition.op is Op.ONE_OF else AnyOf(tests)
        case Test(op=Op.IS_NOT):
            return replace(condition, op=Op.IS)
        case Test(op=Op.ABOVE | Op.BELOW | Op.AT_LEAST | Op.AT_MOST):
            # what is not there is not above anything, and not at most it either
            gone = Test(condition.attribute, Op.ABSENT)
            return AnyOf((replace(condition, op=_OPPOSITE[condition.op]), gone))
        case Test():
            return replace(condition, op=_OPPOSITE[condition.op])
        case AllOf(parts):
            return AnyOf(tuple(map(_opposite, parts)))
        case AnyOf(parts):
            return AllOf(tuple(map(_opposite, parts)))
        case NoneOf(parts):
            return AnyOf(parts)


def _left(test: Test) -> Left:
    value = test.operand
    values = frozenset(value) if isinstance(value, tuple) else frozenset({value})
    match test.op:
        case Op.IS | Op.ONE_OF:
            return Left(only=values, there=True)  # type: ignore[arg-type]
        case Op.IS_NOT:
            return Left(but=values)  # type: ignore[arg-type]
        case Op.PRESENT:
            return Left(there=True)
        case Op.ABSENT:
            return Left(there=False)
        case Op.ABOVE | Op.AT_LEAST if isinstance(value, Number):
            return Left(low=(value, test.op is Op.ABOVE), there=True)
        case Op.BELOW | Op.AT_MOST if isinstance(value, Number):
            return Left(high=(value, test.op is Op.BELOW), there=True)
        case Op.ABOVE | Op.AT_LEAST if isinstance(value, FIGURES):
            return Left(over=frozenset({(value, test.op is Op.ABOVE)}), there=True)
        case Op.BELOW | Op.AT_MOST if isinstance(value, FIGURES):
            return Left(under=frozenset({(value, test.op is Op.BELOW)}), there=True)
        case _:
            return Left()


def _merged(one: Alternative, other: Alternative) -> Alternative:
    made = dict(one)
    for name, left in other.items():
        made[name] = _narrowed(made[name], left) if name in made else left
    return made


def _narrowed(one: Left, other: Left) -> Left:
    only = one.only if other.only is None else other.only if one.only is None else (
        one.only & other.only
    )  # fmt: skip
    clash = one.there is not None and other.there is not None and one.there is not other.there
    return Left(
        only=frozenset() if clash else only,
        but=one.but | other.but,
        low=_tighter(one.low, other.low, lower=True),
        high=_tighter(one.high, other.high, lower=False),
        over=one.over | other.over,
        under=one.under | other.under,
        there=other.there if one.there is None else one.there,
    )


def _tighter(
    one: tuple[Number, bool] | None, other: tuple[Number, bool] | None, *, lower: bool
) -> tuple[Number, bool] | None:
    if one is None or other is None:
        return one or other
    if one[0] == other[0]:
        return (one[0], one[1] or other[1])
    return max(one, other, key=_size) if lower else min(one, other, key=_size)


def _size(bound: tuple[Number, bool]) -> float:
    value = bound[0]
    return float(value.toordinal() if isinstance(value, date) else value)


def _holds(alternative: Alternative, types: Types) -> bool:
    return all(_any_value(left, types(name)) for name, left in alternative.items())


def _any_value(left: Left, declared: Attribute | None) -> bool:
    """Whether a value is left. Of a list each test may be met by another of its values."""
    if declared is not None and declared.many:
        return True
    if left.there is False:
        return left.only is None
    if any(a == b and (above or below) for a, above in left.over for b, below in left.under):
        return False
    values = left.only
    if values is None and declared is not None and left.there:
        values = _domain(declared)
    if values is not None:
        return any(_fits(value, left) for value in values)
    if left.low is None or left.high is None:
        return True
    low, high = _size(left.low), _size(left.high)
    return low < high or (low == high and not (left.low[1] or left.high[1]))


def _domain(declared: Attribute) -> frozenset[Value] | None:
    if declared.type is AttributeType.BOOLEAN:
        return frozenset({True, False})
    return frozenset(declared.one_of) or None


def _fits(value: Value, left: Left) -> bool:
    if value in left.but:
        return False
    if isinstance(value, bool) or not isinstance(value, Number):
        return True
    size = _size((value, False))
    if left.low is not None and (
        size < _size(left.low) or (size == _size(left.low) and left.low[1])
    ):
        return False
    return not (
        left.high is not None
        and (size > _size(left.high) or (size == _size(left.high) and left.high[1]))
    )
