"""Rebuild frozen data with every leaf replaced: renaming and shifting in a few lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any, TypeVar, cast

T = TypeVar("T")
Leaf = Callable[[Any], Any]


def rebuild(thing: T, leaf: Leaf) -> T:
    """The same data with ``leaf`` applied to each text, number, date and member in it.

    Keys of mappings are leaves too. Enum members are passed as they are.
    """
    return cast(T, _rebuild(thing, leaf))


def _rebuild(thing: Any, leaf: Leaf) -> Any:
    if isinstance(thing, Enum):
        return leaf(thing)
    if is_dataclass(thing) and not isinstance(thing, type):
        made = {f.name: _rebuild(getattr(thing, f.name), leaf) for f in fields(thing)}
        return type(thing)(**made)
    if isinstance(thing, tuple):
        return tuple(_rebuild(part, leaf) for part in thing)
    if isinstance(thing, frozenset):
        return frozenset(_rebuild(part, leaf) for part in thing)
    if isinstance(thing, Mapping):
        return {_rebuild(key, leaf): _rebuild(part, leaf) for key, part in thing.items()}
    return leaf(thing)


def renamed(thing: T, names: Mapping[str, str]) -> T:
    """Every text that is exactly one of the names, replaced."""
    return rebuild(thing, lambda part: names.get(part, part) if type(part) is str else part)
