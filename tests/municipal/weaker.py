"""Small changes to one norm, each of which an example ought to notice: a term a day longer or
shorter, a number one off, a limit, a bearer or a link dropped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from decimal import Decimal
from typing import Any

from spelregels.model.figures import FIGURES, Figure, Picked, Scaled, Share
from spelregels.model.norms import Norm
from spelregels.model.patterns import (
    ActPattern,
    AllOf,
    AnyOf,
    Condition,
    NoneOf,
    Op,
    Pattern,
    RoleSpec,
    Test,
)
from spelregels.model.terms import Duration
from spelregels.model.words import Unit

DROPPED = ("where", "applies", "if_", "unless", "link", "window")
NUMBERS = ("at_least", "at_most", "times")
SWITCHES = ("exclusive", "last_counts", "clear_days")
COMPARED = (Op.ABOVE, Op.BELOW, Op.AT_LEAST, Op.AT_MOST)
# in days, a unit cannot be told apart from its neighbour; in months and years one more or less is
DAYS = {Unit.DAY: 1, Unit.WEEK: 7}


def changed(norm: Norm) -> Iterator[tuple[str, Norm]]:
    """What was changed, and the norm with that change."""
    for one in fields(norm):
        value = getattr(norm, one.name)
        for what, other in _changes(one.name, value):
            yield f"{one.name}: {what}", replace(norm, **{one.name: other})


def _changes(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    if name in DROPPED and value:
        yield "dropped", () if isinstance(value, tuple) else None
    if name in SWITCHES and value:
        yield "off", False
    if name in NUMBERS and isinstance(value, int) and not isinstance(value, bool) and value > 1:
        yield from ((f"{value + by}", value + by) for by in (-1, 1))
    if name in NUMBERS and isinstance(value, FIGURES):
        yield from _figures(value)
    if isinstance(value, Duration):
        yield from ((str(other.amount), other) for other in _durations(value))
    if name in ("where", "applies", "require") and value is not None:
        yield from _conditions(value)
    if name in ("must", "before", "after", "must_not", "upon", "start", "count"):
        yield from _patterns(name, value)


def _durations(one: Duration) -> Iterator[Duration]:
    if one.unit in DAYS:
        days = one.amount * DAYS[one.unit]
        yield from (Duration(days + by, Unit.DAY) for by in (-1, 1))
    else:
        yield from (replace(one, amount=one.amount + by) for by in (-1, 1) if one.amount + by > 0)


def _conditions(one: Condition) -> Iterator[tuple[str, Condition]]:
    """One test less, or one number one off."""
    match one:
        case Test(op=op, operand=int() | Decimal() as number) if op in COMPARED:
            yield from ((f"{one.attribute} {number + by}", replace(one, operand=number + by))
                        for by in (-1, 1))  # fmt: skip
        case Test(operand=Share() | Picked() | Scaled() as figure):
            yield from ((f"{one.attribute} {what}", replace(one, operand=other))
                        for what, other in _figures(figure))  # fmt: skip
        case Test(op=Op.ONE_OF, operand=tuple() as words) if len(words) > 1:
            yield f"{one.attribute} without {words[0]}", replace(one, operand=words[1:])
        case AllOf(parts) | AnyOf(parts) | NoneOf(parts):
            for index, part in enumerate(parts):
                if len(parts) > 1:
                    yield f"without {_name(part)}", replace(one, parts=_without(parts, index))
                for what, other in _conditions(part):
                    yield what, replace(one, parts=(*parts[:index], other, *parts[index + 1 :]))
        case _:
            return


def _figures(one: Figure) -> Iterator[tuple[str, Figure]]:
    """One number in it one off, or one of several numbers less."""
    match one:
        case int() | Decimal():
            yield from ((f"{one + by}", one + by) for by in (-1, 1))
        case Share():
            for by in (-1, 1):
                yield f"{one.some + by}/{one.all}", replace(one, some=one.some + by)
        case Picked(parts=parts):
            for index, part in enumerate(parts):
                if len(parts) > 1:
                    left = (*parts[:index], *parts[index + 1 :])
                    yield f"without number {index + 1}", replace(one, parts=left)
                for what, other in _figures(part):
                    changed_parts = (*parts[:index], other, *parts[index + 1 :])
                    yield what, replace(one, parts=changed_parts)
        case Scaled(values=values):
            for index, (word, part) in enumerate(values):
                for what, other in _figures(part):
                    changed_values = (*values[:index], (word, other), *values[index + 1 :])
                    yield f"{word} {what}", replace(one, values=changed_values)
        case _:
            return


def _without(parts: tuple[Condition, ...], index: int) -> tuple[Condition, ...]:
    return parts[:index] + parts[index + 1 :]


def _name(one: Condition) -> str:
    return one.attribute if isinstance(one, Test) else type(one).__name__


def _patterns(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    """``must`` of a precedence or response is a tuple of patterns; else a pattern is a tuple."""
    if not isinstance(value, tuple) or not value:
        return
    nested = isinstance(value[0], tuple)
    if nested and len(value) > 1:
        yield from (
            (f"without number {i + 1}", (*value[:i], *value[i + 1 :])) for i in range(len(value))
        )
    for index, inner in enumerate(value if nested else (value,)):
        for what, other in _pattern(inner):
            yield what, (*value[:index], other, *value[index + 1 :]) if nested else other


def _pattern(one: Pattern) -> Iterator[tuple[str, Pattern]]:
    for index, act in enumerate(one):
        if isinstance(act, ActPattern):
            for what, other in _act(act):
                yield f"{act.act} {what}", (*one[:index], other, *one[index + 1 :])


def _act(one: ActPattern) -> Iterator[tuple[str, ActPattern]]:
    if isinstance(one.by, RoleSpec):
        yield "by anyone", replace(one, by=None)
    if one.outcome:
        yield "any outcome", replace(one, outcome=())
    if one.where is not None:
        yield "any such act", replace(one, where=None)
        yield from ((what, replace(one, where=other)) for what, other in _conditions(one.where))
