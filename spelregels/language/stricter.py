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


def compare(new: Norm | NamedTerm, old: Norm | NamedTerm) -> Compared:
    """How strict ``new`` is, held against ``old``."""
    if type(new) is not type(old):
        return Compared.UNKNOWN
    longer = _LONGER_IS_STRICTER.get(type(new), ())
    shorter = _SHORTER_IS_STRICTER.get(type(new), ())
    if _rest(new, (*longer, *shorter)) != _rest(old, (*longer, *shorter)):
        return Compared.UNKNOWN
    answers = [_strength(new, old)]
    answers += [_amounts(getattr(new, name), getattr(old, name)) for name in longer]
    answers += [_amounts(getattr(old, name), getattr(new, name), limit=True) for name in shorter]
    if Compared.LOOSER in answers:
        return Compared.LOOSER
    return Compared.UNKNOWN if Compared.UNKNOWN in answers else Compared.STRICTER


def _rest(one: Norm | NamedTerm, measured: tuple[str, ...]) -> tuple[Any, ...]:
    left_out = (*_ABOUT_THE_NORM, *measured)
    return tuple(getattr(one, f.name) for f in fields(one) if f.name not in left_out)


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
