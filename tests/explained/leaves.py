"""Every value that stands in frozen model data, each with the same data in which it differs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any

from spelregels.model.figures import FactFigure
from spelregels.model.norms import Article, Link, NormBase, Power
from spelregels.model.patterns import (
    ActPattern,
    AllOf,
    AnyOf,
    Happened,
    NormRef,
    Op,
    RoleSpec,
    SituationAll,
    SituationAny,
    Test,
)
from spelregels.model.problem import Position
from spelregels.model.ruleset import StagePower
from spelregels.model.terms import NotStated, Vague

from .samples import hints, samples

OTHER_SIGN = "q"  # what a text is made to end with
_ONE_DAY = timedelta(days=1)
_ALL_OR_ANY = {
    AllOf: AnyOf,
    AnyOf: AllOf,
    SituationAll: SituationAny,
    SituationAny: SituationAll,
}
# What a text might say where it says that it is silent.
_SAID: Mapping[str, Any] = {
    "at_least": 1,
    "at_most": 1,
    "by": RoleSpec((OTHER_SIGN,)),
    "covers": Article(OTHER_SIGN, OTHER_SIGN),
    "decides": RoleSpec((OTHER_SIGN,)),
    "prevails_over": NormRef(OTHER_SIGN, OTHER_SIGN),
    "valid_from": date(2020, 1, 1),
}
# Fields that hold a term of any kind.
_LENGTHS = frozenset(("at_longest", "lasts", "lead", "not_before", "once", "wait", "within"))
# Closed sets that are plain texts or numbers in the model.
_CLOSED: Mapping[str, tuple[Any, ...]] = {
    "DateTerm.month": tuple(range(1, 13)),
    "Encoded.rest": ("not_seen", "not_encoded", "none"),
}
_DURATION_ONLY = "MeetingTerm.not_before"
# From where something was read: not what the text says. ``Position`` is left out everywhere.
_READ_FROM = frozenset(("RulesetFile.path", "RulesetFile.sha256"))
# Explained as things of their own; gates are not measured.
APART = frozenset(
    f"RulesetFile.{name}"
    for name in ("sources", "norms", "terms", "guarantees", "gates", "examples")
) | {"Machine.stages"}
_ON_ONE_VALUE = frozenset((Op.IS, Op.IS_NOT, Op.ABOVE, Op.BELOW, Op.AT_LEAST, Op.AT_MOST))
# The acts of a norm, into which the language writes its bearer.
_BORNE = ("must", "count")


@dataclass(frozen=True)
class Leaf:
    """``place``: class and field, as ``Response.within``. ``path``: the way to it from the whole.

    ``value``: what stands there. ``others``: the whole with something else there, for each other
    value of a closed set, else once. ``without``: a whole part was taken away instead.
    """

    place: str
    path: str
    value: Any
    others: tuple[Any, ...]
    without: bool = False


def leaves(whole: Any, *, silent: bool = False) -> Iterator[Leaf]:
    """The values in ``whole``, which is of a frozen class of the model.

    ``silent``: where nothing stands instead, with all that could stand there.
    """
    return _of_class(whole, "", silent)


def _of_class(thing: Any, path: str, silent: bool) -> Iterator[Leaf]:
    for field in fields(thing):
        place, way = f"{type(thing).__name__}.{field.name}", f"{path}.{field.name}".lstrip(".")
        if place in _READ_FROM or _not_together(thing, field.name):
            continue
        value = getattr(thing, field.name)
        if silent and value in (None, "", (), frozenset(), {}):
            if place in APART:
                continue
            kind = hints(type(thing))[field.name]
            others = tuple(_with(thing, field.name, one) for one in samples(kind))
            yield Leaf(place, way, value, others)
            continue
        inner = _of(value, place, way, silent)
        for leaf in _ops(thing, way) if isinstance(value, Op) and not silent else inner:
            yield _inside(leaf, (_with(thing, field.name, other) for other in leaf.others))
        if is_dataclass(value) and field.default is None and not silent:
            yield Leaf(place, way, value, (replace(thing, **{field.name: None}),), without=True)


def _not_together(thing: Any, name: str) -> bool:
    """Whether a field says nothing beside another that is there."""
    match thing:
        case Happened(more_than=int()):
            return name == "none"
        case Happened(none=True):
            return name == "more_than"
        case FactFigure(act=str()):
            return name == "own"
        case FactFigure(own=True):
            return name == "act"
        case Power(within=None):
            return name == "after"
        case StagePower(override_by=None):
            return name == "override_act"
        case Link() | RoleSpec():
            return not getattr(thing, name)
        case Test(operand=None):
            return name == "operand"
        case _:
            return False


def _with(thing: Any, name: str, other: Any) -> Any:
    """The same with another value; a bearer is another one with each act of the norm as well."""
    if not isinstance(thing, NormBase) or name != "by":
        return replace(thing, **{name: other})
    old = getattr(thing, name)
    borne = {n: _borne_by(getattr(thing, n), old, other) for n in _BORNE if hasattr(thing, n)}
    return replace(thing, **{name: other}, **borne)


def _borne_by(part: Any, old: Any, other: Any) -> Any:
    if isinstance(part, tuple):
        return tuple(_borne_by(one, old, other) for one in part)
    if isinstance(part, ActPattern) and part.by == old:
        return replace(part, by=other if isinstance(other, RoleSpec) else None)
    return part


def _inside(leaf: Leaf, others: Iterator[Any]) -> Leaf:
    return replace(leaf, others=tuple(others))


def _of(value: Any, place: str, path: str, silent: bool) -> Iterator[Leaf]:
    match value:
        case None | "" | Position():
            return
        case tuple():
            for number, part in enumerate(value):
                for leaf in _of(part, place, f"{path}[{number}]", silent):
                    before, after = value[:number], value[number + 1 :]
                    yield _inside(leaf, ((*before, other, *after) for other in leaf.others))
        case frozenset():
            for part in () if silent else sorted(value):
                yield Leaf(place, f"{path}[{part}]", part, (value - {part} | {part + OTHER_SIGN},))
        case Mapping():
            yield from _of_mapping(value, place, path, silent)
        case _ if is_dataclass(value):
            yield from _of_class(value, path, silent)
            other = None if silent else _of_another_class(value, place)
            if other is not None:
                yield Leaf(f"{type(value).__name__}.class", f"{path}.class", type(value), (other,))
        case _ if not silent:
            known = (other for other in _CLOSED.get(place, ()) if other != value)
            yield Leaf(place, path, value, tuple(known) or tuple(_other_values(value)))


def _of_mapping(value: Mapping[str, Any], place: str, path: str, silent: bool) -> Iterator[Leaf]:
    """The values; of titles by language the place names the language, else the key is one too."""
    for key, part in value.items():
        named = f"{place}[{key}]" if isinstance(part, str) else place
        for leaf in _of(part, named, f"{path}[{key}]", silent):
            yield _inside(leaf, ({**value, key: other} for other in leaf.others))
        if not isinstance(part, str) and not silent:
            renamed = {(k + OTHER_SIGN if k == key else k): v for k, v in value.items()}
            yield Leaf(f"{place}.key", f"{path}[{key}].key", key, (renamed,))


def _of_another_class(value: Any, place: str) -> Any:
    """The same parts in another class, which says something else of them; something said, where
    the text is silent; None: there is none."""
    name = place.partition(".")[2]
    if isinstance(value, NotStated) and name in _SAID:
        return _SAID[name]
    if type(value) in _ALL_OR_ANY and len(value.parts) > 1:
        return _ALL_OR_ANY[type(value)](value.parts)
    if name in _LENGTHS and place != _DURATION_ONLY:
        return Vague(OTHER_SIGN) if isinstance(value, NotStated) else NotStated()
    return None


def _ops(test: Test, path: str) -> Iterator[Leaf]:
    """Another test on the same value: of one value, of several, of none, of another fact."""
    fitting = _ON_ONE_VALUE
    match test.operand:
        case None:
            fitting = frozenset((Op.PRESENT, Op.ABSENT))
        case tuple():
            fitting = frozenset((Op.ONE_OF, Op.IS_NOT))
        case _ if test.op not in _ON_ONE_VALUE:
            return
    others = tuple(op for op in Op if op in fitting and op is not test.op)
    if others:
        yield Leaf("Test.op", path, test.op, others)


def _other_values(value: Any) -> Iterator[Any]:
    match value:
        case Enum():
            yield from (member for member in type(value) if member is not value)
        case bool():
            yield not value
        case int() | Decimal():
            yield value + 1
        case date():
            yield value + _ONE_DAY
        case str():
            yield value + OTHER_SIGN
        case _:
            raise TypeError(value)
