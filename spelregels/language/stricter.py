"""Is one norm stricter than another? Honest: only where that can be read off two like norms.

A lower layer may replace a norm marked ``minimum`` only by one that asks as much or more. Anything
that this comparison does not understand counts as *cannot be compared*.
"""

from __future__ import annotations

from dataclasses import fields
from decimal import Decimal
from enum import Enum
from typing import Any

from spelregels.model.norms import (
    NamedTerm,
    Norm,
    Precedence,
    Recurrence,
    Response,
    Threshold,
)
from spelregels.model.terms import Duration
from spelregels.model.words import Strength, Unit


class Compared(Enum):
    """The answer for the new norm, held against the old one."""

    STRICTER = "stricter"  # or equally strict
    LOOSER = "looser"
    UNKNOWN = "unknown"


_STRENGTH = {Strength.AIM: 0, Strength.SHOULD: 1, Strength.MUST: 2}
_IN_DAYS = {Unit.DAY: 1, Unit.WEEK: 7}
_IN_MONTHS = {Unit.MONTH: 1, Unit.YEAR: 12}
_ABOUT_THE_NORM = (
    "id",
    "article",
    "strength",
    "severity",
    "consequence",
    "minimum",
    "prevails_over",
    "why",
    "confidence",
    "in_force_from",
    "in_force_to",
    "title",
    "title_en",
    "position",
)
"""What does not change what a norm asks (its strength is compared apart)."""
_LONGER_IS_STRICTER: dict[type[Any], tuple[str, ...]] = {
    Precedence: ("lead", "wait", "lasts", "times"),
    Response: ("not_before",),
    Threshold: ("at_least",),
    NamedTerm: ("lasts",),
}
_SHORTER_IS_STRICTER: dict[type[Any], tuple[str, ...]] = {
    Precedence: ("at_longest",),
    Response: ("within",),
    Recurrence: ("every",),
    Threshold: ("at_most",),
}


_KEYS = {
    "if_": "if",
    "regime": "term_regime",
    "link": "answers, same",
    "last_counts": "counts",
    "window": "during",
    "start": "from",
    "first": "separate",
    "second": "separate",
    "total": "sum",
    "per_year": "per",
    "per_term": "per",
    "may_be_ban": "need_not",
    "text": "statement",
    "longer": "may_be",
}
"""How a ruleset writes what the model calls otherwise."""


def compare(new: Norm | NamedTerm, old: Norm | NamedTerm) -> Compared:
    """How strict ``new`` is, held against ``old``."""
    if type(new) is not type(old) or differing(new, old):
        return Compared.UNKNOWN
    longer = _LONGER_IS_STRICTER.get(type(new), ())
    shorter = _SHORTER_IS_STRICTER.get(type(new), ())
    answers = [_strength(new, old)]
    answers += [_amounts(getattr(new, name), getattr(old, name)) for name in longer]
    answers += [_amounts(getattr(old, name), getattr(new, name), limit=True) for name in shorter]
    if Compared.LOOSER in answers:
        return Compared.LOOSER
    return Compared.UNKNOWN if Compared.UNKNOWN in answers else Compared.STRICTER


def differing(new: Norm | NamedTerm, old: Norm | NamedTerm) -> tuple[str, ...]:
    """The keys that must say the same in two norms of one kind, and do not; none for two kinds."""
    if type(new) is not type(old):
        return ()
    measured = (*_LONGER_IS_STRICTER.get(type(new), ()), *_SHORTER_IS_STRICTER.get(type(new), ()))
    names = [f.name for f in fields(new) if f.name not in (*_ABOUT_THE_NORM, *measured)]
    other = [name for name in names if getattr(new, name) != getattr(old, name)]
    return tuple(dict.fromkeys(_KEYS.get(name, name) for name in other))


def _strength(new: Norm | NamedTerm, old: Norm | NamedTerm) -> Compared:
    if isinstance(new, NamedTerm) or isinstance(old, NamedTerm):
        return Compared.STRICTER
    if _STRENGTH[new.strength] < _STRENGTH[old.strength]:
        return Compared.LOOSER
    return Compared.STRICTER


def _amounts(more: Any, less: Any, *, limit: bool = False) -> Compared:
    """Whether ``more`` is at least ``less``. ``limit``: absent ones are endless, else nothing."""
    if more == less:
        return Compared.STRICTER
    if more is None:
        return Compared.STRICTER if limit else Compared.LOOSER
    if less is None:
        return Compared.LOOSER if limit else Compared.STRICTER
    pair = _measured(more, less)
    if pair is None:
        return Compared.UNKNOWN
    return Compared.STRICTER if pair[0] >= pair[1] else Compared.LOOSER


def _measured(first: Any, second: Any) -> tuple[int | Decimal, int | Decimal] | None:
    """Two amounts in one unit. A number that has to be worked out cannot be held against one."""
    if isinstance(first, int | Decimal) and isinstance(second, int | Decimal):
        return first, second
    if not (isinstance(first, Duration) and isinstance(second, Duration)):
        return None
    for scale in (_IN_DAYS, _IN_MONTHS, {Unit.WORKING_DAY: 1}):
        if first.unit in scale and second.unit in scale:
            return first.amount * scale[first.unit], second.amount * scale[second.unit]
    return None
