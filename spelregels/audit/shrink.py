"""Make a failing case small: drop and simplify parts as long as it still fails.

Hypothesis shrinks the draws (``strategies.py``); this shrinks the data, which is quicker and gives
smaller cases. It knows no evaluator: the caller says what *fails* means.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass, replace
from enum import Enum
from typing import Any

from spelregels.audit.generate import Case

Fails = Callable[[Case], bool]
#: fields that say what a thing is: never emptied
IDENTITY = frozenset({"id", "act", "acts", "roles", "facts", "attribute", "op", "calendars"})


def shrink(case: Case, fails: Fails, rounds: int = 40) -> Case:
    """The smallest case found that still fails. ``fails`` should not raise."""
    for _ in range(rounds):
        smaller = _one_round(case, fails)
        if smaller is None:
            return case
        case = smaller
    return case


def _one_round(case: Case, fails: Fails) -> Case | None:
    changed = False
    for part in ("trajectory", "ruleset"):
        position = 0
        while True:
            options = list(_variants(getattr(case, part)))
            if position >= len(options):
                break
            candidate = replace(case, **{part: options[position]})
            if _tried(candidate, fails):
                case, changed = candidate, True
            else:
                position += 1
    return case if changed else None


def _tried(case: Case, fails: Fails) -> bool:
    try:
        return fails(case)
    except (ValueError, TypeError, KeyError, StopIteration):
        return False


def _variants(thing: Any) -> Iterator[Any]:
    """Every way to make the thing a little simpler, the biggest cuts first."""
    if isinstance(thing, Enum) or not (is_dataclass(thing) or isinstance(thing, (tuple, Mapping))):
        return
    if isinstance(thing, tuple):
        for at in range(len(thing)):
            yield thing[:at] + thing[at + 1 :]
        for at, part in enumerate(thing):
            for smaller in _variants(part):
                yield (*thing[:at], smaller, *thing[at + 1 :])
        return
    if isinstance(thing, Mapping):
        for key in thing:
            yield {name: part for name, part in thing.items() if name != key}
        return
    assert not isinstance(thing, type)
    for field in fields(thing):
        part = getattr(thing, field.name)
        if field.name in IDENTITY:
            continue
        yield from (replace(thing, **{field.name: simple}) for simple in _simple(part, field))
        for smaller in _variants(part):
            yield replace(thing, **{field.name: smaller})


def _simple(part: Any, field: Any) -> Iterator[Any]:
    if field.default is not MISSING and part != field.default:
        yield field.default
    elif field.default_factory is not MISSING and part != field.default_factory():
        yield field.default_factory()
