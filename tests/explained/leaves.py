"""Every value that stands in frozen model data, each with the same data in which it differs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any

from spelregels.model.patterns import AllOf, AnyOf, SituationAll, SituationAny
from spelregels.model.terms import NotStated, Vague

OTHER_SIGN = "q"  # what a text is made to end with
_ONE_DAY = timedelta(days=1)
_ALL_OR_ANY = {
    AllOf: AnyOf,
    AnyOf: AllOf,
    SituationAll: SituationAny,
    SituationAny: SituationAll,
}
_LENGTHS = frozenset(("at_longest", "lasts", "lead", "not_before", "once", "wait", "within"))
_DURATIONS_ONLY = "MeetingTerm.not_before"


@dataclass(frozen=True)
class Leaf:
    """``place``: class and field, as ``Response.within``. ``path``: the way to it from the whole.

    ``value``: what stands there. ``others``: the whole with something else there, for each other
    value of a closed set, else once. ``without``: it is a whole part that was taken away.
    """

    place: str
    path: str
    value: Any
    others: tuple[Any, ...]
    without: bool = False


def leaves(whole: Any) -> Iterator[Leaf]:
    """The values in ``whole``, which is one frozen class of the model."""
    return _of_class(whole, "")


def _of_class(thing: Any, path: str) -> Iterator[Leaf]:
    name = type(thing).__name__
    for field in fields(thing):
        value, way = getattr(thing, field.name), f"{path}.{field.name}".lstrip(".")
        for leaf in _of(value, f"{name}.{field.name}", way):
            others = tuple(replace(thing, **{field.name: other}) for other in leaf.others)
            yield replace(leaf, others=others)
        if is_dataclass(value) and field.default is None:
            gone = replace(thing, **{field.name: None})
            yield Leaf(f"{name}.{field.name}", way, value, (gone,), without=True)


def _of(value: Any, place: str, path: str) -> Iterator[Leaf]:
    match value:
        case None | "" | () | frozenset():
            return
        case tuple():
            for number, part in enumerate(value):
                for leaf in _of(part, place, f"{path}[{number}]"):
                    others = (value[:number] + (o,) + value[number + 1 :] for o in leaf.others)
                    yield replace(leaf, others=tuple(others))
        case frozenset():
            for part in sorted(value):
                others = (value - {part} | {part + OTHER_SIGN},)
                yield Leaf(place, f"{path}[{part}]", part, others)
        case Mapping():
            yield from _of_mapping(value, place, path)
        case _ if is_dataclass(value):
            yield from _of_class(value, path)
            other = _of_another_class(value, place)
            if other is not None:
                yield Leaf(f"{type(value).__name__}.class", f"{path}.class", type(value), (other,))
        case _:
            yield Leaf(place, path, value, tuple(_other_values(value)))


def _of_mapping(value: Mapping[str, Any], place: str, path: str) -> Iterator[Leaf]:
    for key, part in value.items():
        for leaf in _of(part, f"{place}[{key}]" if isinstance(part, str) else place, f"{path}[{key}]"):
            yield replace(leaf, others=tuple({**value, key: other} for other in leaf.others))
        if not isinstance(part, str):
            renamed = {(k + OTHER_SIGN if k == key else k): v for k, v in value.items()}
            yield Leaf(f"{place}.key", f"{path}[{key}].key", key, (renamed,))


def _of_another_class(value: Any, place: str) -> Any:
    """The same parts in another class that says something else of them."""
    if type(value) in _ALL_OR_ANY and len(value.parts) > 1:
        return _ALL_OR_ANY[type(value)](value.parts)
    if place.partition(".")[2] in _LENGTHS and place != _DURATIONS_ONLY:
        return NotStated() if not isinstance(value, NotStated) else Vague(OTHER_SIGN)
    return None


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
