"""A thing with the same text added to every text in it, so that names still find each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from types import MappingProxyType
from typing import Any

# Words of the language itself: to change them would change what the thing is.
KEPT = frozenset({"", "nl", "en", "by", "as", "outcome"})


def poisoned(thing: Any, text: str) -> Any:
    """``text`` after every string: ids, titles, words, values, keys, addresses, paths."""
    if isinstance(thing, str) and not isinstance(thing, Enum):
        return thing if thing in KEPT else thing + text
    if isinstance(thing, tuple):
        return tuple(poisoned(one, text) for one in thing)
    if isinstance(thing, frozenset):
        return frozenset(poisoned(one, text) for one in thing)
    if isinstance(thing, Mapping):
        made = {poisoned(key, text): poisoned(value, text) for key, value in thing.items()}
        return MappingProxyType(made)
    if is_dataclass(thing) and not isinstance(thing, type):
        values = {f.name: poisoned(getattr(thing, f.name), text) for f in fields(thing) if f.init}
        return type(thing)(**values)
    return thing
