"""Something of every type of the model, to stand where a text is silent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from spelregels.model.figures import FactFigure
from spelregels.model.norms import Link
from spelregels.model.patterns import Op, RoleSpec, Test
from spelregels.model.ruleset import StagePower
from spelregels.model.words import Vehicle

WORD = "q"
_PLAIN: Mapping[type, tuple[Any, ...]] = {
    bool: (True, False),
    int: (7,),
    Decimal: (Decimal("7.5"),),
    date: (date(2020, 1, 2),),
    str: (WORD,),
}
# Classes of which not every part may stand beside every other, or that may not be empty.
_BY_HAND: Mapping[type, tuple[Any, ...]] = {
    Link: (Link(answers=WORD), Link(same=WORD)),
    RoleSpec: (RoleSpec((WORD,)), RoleSpec(vehicle=Vehicle.ART_84)),
    Test: (Test(WORD, Op.IS, WORD), Test(WORD, Op.IN_LIST, WORD)),
    StagePower: (StagePower(decides=RoleSpec((WORD,))),),
    FactFigure: (FactFigure(WORD), FactFigure(WORD, own=True), FactFigure(WORD, act=WORD)),
}


@cache
def hints(class_: Any) -> Mapping[str, Any]:
    """The types of the fields of a class, names resolved."""
    return get_type_hints(class_)


def samples(kind: Any) -> Iterator[Any]:
    """One thing for each way in which a type can be filled; nothing for None."""
    origin, inside = get_origin(kind), get_args(kind)
    if kind is NoneType:
        return
    if origin in (UnionType, Union):
        for one in inside:
            yield from samples(one)
    elif origin is tuple:
        parts = inside[:1] if inside[-1] is Ellipsis else inside
        yield tuple(next(samples(part)) for part in parts)
    elif origin is frozenset:
        yield frozenset({next(samples(inside[0]))})
    elif origin is not None and issubclass(origin, Mapping):
        yield {"nl": next(samples(inside[1]))}
    elif kind in _BY_HAND or kind in _PLAIN:
        yield from _BY_HAND.get(kind, ()) or _PLAIN[kind]
    elif isinstance(kind, type) and issubclass(kind, Enum):
        yield from kind
    elif is_dataclass(kind):
        assert isinstance(kind, type)
        yield _made(kind)
    else:
        raise TypeError(kind)


def _made(class_: type) -> Any:
    """The class with only what it cannot do without."""
    asked = (
        field.name
        for field in fields(class_)
        if field.default is MISSING and field.default_factory is MISSING
    )
    return class_(**{name: next(samples(hints(class_)[name])) for name in asked})
