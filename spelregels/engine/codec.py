"""Frozen model data as plain JSON and back: for the cache, for idle sessions, for hashes.

Every class of the model by its name, with the numbers and values of the fields that are not at
their default; a list stands for anything that is not a text, number, truth value or null, its
first item saying what. Only classes of the model can come out, never code.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from hashlib import sha256
from types import ModuleType
from typing import Any, Final

from spelregels.model import (
    figures,
    gates,
    norms,
    patterns,
    problem,
    ruleset,
    terms,
    trajectory,
    words,
)

_MODULES: Final[tuple[ModuleType, ...]] = (
    figures,
    gates,
    norms,
    patterns,
    problem,
    ruleset,
    terms,
    trajectory,
    words,
)
#: left out of a content hash: where a thing stands, and what no verdict reads
_NOT_CONTENT: Final = frozenset(
    (
        "position",
        "places",
        "path",
        "sha256",
        "examples",
        "title",
        "title_en",
        "why",
        "encoded",
        "gates",
        "covers",
        "replaced",
    )
)


@cache
def classes() -> Mapping[str, type]:
    """The classes that may be encoded, by name."""
    found: dict[str, type] = {}
    for module in _MODULES:
        for name, thing in vars(module).items():
            if isinstance(thing, type) and (is_dataclass(thing) or issubclass(thing, Enum)):
                found[name] = thing
    return found


_NOTHING: Final = object()


@cache
def _fields_of(kind: Any) -> tuple[tuple[str, Any], ...]:
    """The fields of a class, each with its default (``_NOTHING``: none)."""
    return tuple((field.name, _default(field)) for field in fields(kind))


@cache
def _names_of(name: str) -> tuple[type, tuple[str, ...]]:
    kind = classes()[name]
    return kind, tuple(field.name for field in fields(kind))


def _default(field: Field[Any]) -> Any:
    if field.default is not MISSING:
        return field.default
    return field.default_factory() if field.default_factory is not MISSING else _NOTHING


def encode(thing: Any, *, content: bool = False) -> Any:
    """Plain JSON data. ``content``: only what verdicts hang on, the same wherever it was read.

    Raises ``TypeError`` for what is not of the model.
    """
    match thing:
        case Enum():
            return ["e", type(thing).__name__, thing.name]
        case None | bool() | int() | str():
            return thing
        case date():
            return ["d", thing.isoformat()]
        case Decimal():
            return ["m", str(thing)]
        case tuple():
            return ["t", *(encode(part, content=content) for part in thing)]
        case frozenset():
            return ["s", *sorted((encode(part, content=content) for part in thing), key=repr)]
        case Mapping():
            made: list[Any] = ["p"]
            for key, part in thing.items():
                made += [key, encode(part, content=content)]
            return made
        case _:
            return _encode_class(thing, content)


def _encode_class(thing: Any, content: bool) -> list[Any]:
    kind: Any = type(thing)
    name = str(kind.__name__)
    if classes().get(name) is not kind:
        raise TypeError(f"no encoding for {name}")
    made: list[Any] = ["c", name]
    for number, (field, default) in enumerate(_fields_of(kind)):
        held = getattr(thing, field)
        if held != default and not (content and field in _NOT_CONTENT):
            made += [number, encode(held, content=content)]
    return made


def decode(data: Any) -> Any:
    """What ``encode`` was given. Raises ``ValueError`` for anything else."""
    try:
        return _decoded(data)
    except (KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
        raise ValueError(f"not encoded data: {error!r}") from error


def _decoded(data: Any) -> Any:
    return _MAKERS[data[0]](data) if isinstance(data, list) else data


def _class_of(data: list[Any]) -> Any:
    kind, names = _names_of(data[1])
    held = {}
    for n in range(2, len(data), 2):
        part = data[n + 1]
        held[names[data[n]]] = _MAKERS[part[0]](part) if isinstance(part, list) else part
    return kind(**held)


def _member(data: list[Any]) -> Any:
    kind = classes()[data[1]]
    if not issubclass(kind, Enum):
        raise ValueError(f"{data[1]} is no set of words")
    return kind[data[2]]


_MAKERS: Final[Mapping[str, Callable[[list[Any]], Any]]] = {
    "e": _member,
    "d": lambda data: date.fromisoformat(data[1]),
    "m": lambda data: Decimal(data[1]),
    "t": lambda data: tuple([_decoded(part) for part in data[1:]]),
    "s": lambda data: frozenset([_decoded(part) for part in data[1:]]),
    "p": lambda data: {data[n]: _decoded(data[n + 1]) for n in range(1, len(data), 2)},
    "c": _class_of,
}


def content_hash(rules: ruleset.Ruleset) -> str:
    """The sha256 of what verdicts hang on: not of titles, examples, or where the files stand."""
    import json

    text = json.dumps(encode(rules, content=True), ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()
