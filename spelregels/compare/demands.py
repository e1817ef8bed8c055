"""The numbers, amounts and other demands in one norm, entry by entry."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.compare.subjects import entry_on, name_in
from spelregels.compare.topics import Entry, Gap, Topic
from spelregels.model.norms import (
    Absence,
    Norm,
    Precedence,
    Recurrence,
    Requirement,
    Response,
    Separation,
    Threshold,
)
from spelregels.model.patterns import (
    ActPattern,
    AllOf,
    AnyOf,
    Condition,
    NoneOf,
    Op,
    Pattern,
    Test,
)
from spelregels.model.ruleset import Ruleset
from spelregels.model.terms import NotStated
from spelregels.model.words import AttributeType

_COMPARED = (Op.ABOVE, Op.BELOW, Op.AT_LEAST, Op.AT_MOST)
_LEVEL = ("level", "niveau")


def of_numbers(norm: Norm, ruleset: Ruleset) -> Iterator[Entry]:
    """What is counted, and the numbers, amounts and levels in conditions."""
    if isinstance(norm, Threshold):
        open_ = isinstance(norm.at_least or norm.at_most, NotStated)
        gap = Gap.NUMBER if open_ else None
        if norm.total is not None and _is_money(norm.total, ruleset):
            yield entry_on(Topic.MONEY, norm.total, norm=norm, gap=gap)
        else:
            yield entry_on(Topic.THRESHOLD, name_in(norm.count), norm=norm, gap=gap)
    choices = _choices(norm)
    for test in dict.fromkeys(_tests(norm)):
        topic = _topic_of(test, ruleset)
        name = "niveau" if topic is Topic.LEVEL else test.attribute
        if topic is None:
            continue
        if test in choices:  # one of several will do: said as a whole
            yield entry_on(topic, name, norm=norm, condition=choices[test])
        else:
            yield entry_on(topic, name, norm=norm, test=test)


def _topic_of(test: Test, ruleset: Ruleset) -> Topic | None:
    """Where a test stands when it is about a level, an amount or a number."""
    money = _is_money(test.attribute, ruleset)
    if test.attribute in _LEVEL:
        return Topic.LEVEL
    if money and test.op in (*_COMPARED, Op.IS):
        return Topic.MONEY
    return Topic.THRESHOLD if test.op in _COMPARED else None


def _choices(norm: Norm) -> dict[Test, Condition]:
    """The tests of a requirement that stand in a choice, with that choice."""
    parts = _each(norm.require) if isinstance(norm, Requirement) else ()
    return {test: part for part in parts if isinstance(part, AnyOf) for test in tests_in(part)}


def _is_money(attribute: str, ruleset: Ruleset) -> bool:
    tables = (ruleset.facts, *(act.attributes for act in ruleset.acts.values()))
    types = {table[attribute].type for table in tables if attribute in table}
    return types == {AttributeType.MONEY}


def _tests(norm: Norm) -> Iterator[Test]:
    for name in ("applies", "where", "require"):
        condition = getattr(norm, name, None)
        if condition is not None:
            yield from tests_in(condition)
    for pattern in _patterns(norm):
        for one in pattern:
            if isinstance(one, ActPattern) and one.where is not None:
                yield from tests_in(one.where)


def tests_in(condition: Condition) -> Iterator[Test]:
    """The single tests in a condition."""
    match condition:
        case Test():
            yield condition
        case AllOf(parts) | AnyOf(parts) | NoneOf(parts):
            for part in parts:
                yield from tests_in(part)


def _patterns(norm: Norm) -> tuple[Pattern, ...]:
    match norm:
        case Precedence(before=before, must=must):
            return (before, *must)
        case Response(after=after, must=must):
            return (after, *must)
        case Absence(must_not=pattern) | Requirement(upon=pattern):
            return (pattern,)
        case Recurrence(start=start, must=must_):
            return (start, must_)
        case Threshold(count=count, before=before):
            return (count, before)
        case Separation(first=first, second=second):
            return (first, second)
        case _:
            return ()


# -- other demands --------------------------------------------------------------------------------


def of_demands(norm: Norm, ruleset: Ruleset) -> Iterator[Entry]:
    """What an act must meet besides those: a form, a place to live, a bar."""
    if not isinstance(norm, Requirement):
        return
    for part in _each(norm.require):
        tests = list(tests_in(part))
        if all(_topic_of(test, ruleset) is None for test in tests):
            name = tests[0].attribute
            yield Entry(Topic.DEMANDS, name, name, norm, condition=part)


def _each(condition: Condition) -> Iterator[Condition]:
    """The parts that must hold together."""
    if isinstance(condition, AllOf):
        for part in condition.parts:
            yield from _each(part)
    else:
        yield condition
