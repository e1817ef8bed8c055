"""Cases as JSON, for ``tests/corpus/``: every dataclass by name, only the fields that are set.

A text, whole number, truth value, null and list (tuple) stand for themselves; anything else is an
object with one key that starts with ``$``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from spelregels.audit import generate, vocabulary
from spelregels.model import figures, norms, patterns, problem, ruleset, terms, trajectory, words


def _registry() -> dict[str, type]:
    modules = (generate, figures, norms, patterns, problem, ruleset, terms, trajectory, words)
    found: dict[str, type] = {}
    for module in modules:
        for name, thing in vars(module).items():
            if isinstance(thing, type) and (is_dataclass(thing) or issubclass(thing, Enum)):
                found[name] = thing
    return found


CLASSES = _registry()
#: parts of the vocabulary that nearly every case has, by name
SHARED: dict[str, Any] = {
    "acts": vocabulary.ACTS,
    "roles": vocabulary.ROLES,
    "facts": vocabulary.FACTS,
}


def _default(field: Field[Any]) -> Any:
    if field.default is not MISSING:
        return field.default
    return field.default_factory() if field.default_factory is not MISSING else MISSING


def encode(thing: Any) -> Any:
    """Plain JSON data for frozen data. Raises ``TypeError`` for what it does not know."""
    for name, shared in SHARED.items():
        if thing == shared and thing:
            return {"$shared": name}
    match thing:
        case Enum():
            return {"$word": f"{type(thing).__name__}.{thing.name}"}
        case None | bool() | int() | str():
            return thing
        case date():
            return {"$date": thing.isoformat()}
        case Decimal():
            return {"$money": str(thing)}
        case tuple():
            return [encode(part) for part in thing]
        case frozenset():
            return {"$set": sorted(encode(part) for part in thing)}
        case Mapping():
            return {"$map": {key: encode(part) for key, part in thing.items()}}
        case _:
            pass
    if not is_dataclass(thing) or isinstance(thing, type):
        raise TypeError(f"no encoding for {type(thing).__name__}")
    made: dict[str, Any] = {"$is": type(thing).__name__}
    for field in fields(thing):
        part = getattr(thing, field.name)
        if part != _default(field):
            made[field.name] = encode(part)
    return made


def decode(data: Any) -> Any:
    """What ``encode`` was given. Raises ``KeyError`` for an unknown class."""
    if isinstance(data, list):
        return tuple(decode(part) for part in data)
    if not isinstance(data, dict):
        return data
    match data:
        case {"$shared": name}:
            return SHARED[name]
        case {"$word": text}:
            kind, member = text.split(".")
            return getattr(CLASSES[kind], member)
        case {"$date": text}:
            return date.fromisoformat(text)
        case {"$money": text}:
            return Decimal(text)
        case {"$set": parts}:
            return frozenset(decode(part) for part in parts)
        case {"$map": parts}:
            return {key: decode(part) for key, part in parts.items()}
        case _:
            pass
    parts = {name: decode(part) for name, part in data.items() if name != "$is"}
    return CLASSES[data["$is"]](**parts)
