"""Yes, no, or unknown with the reasons why (M3): *and* is the least, *or* the greatest."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from spelregels.model.verdict import Unknown
from spelregels.model.words import How


class Truth:
    """``level``: 0 no, 1 unknown, 2 yes. ``why``: what is missing, only when unknown."""

    __slots__ = ("level", "why")

    def __init__(self, level: int, why: tuple[Unknown, ...] = ()) -> None:
        self.level = level
        self.why = why

    def __repr__(self) -> str:
        return ("no", f"unknown{self.why}", "yes")[self.level]


NO: Final = Truth(0)
YES: Final = Truth(2)


def unknown(how: How, event: str = "", name: str = "") -> Truth:
    """Unknown for one reason."""
    return Truth(1, (Unknown(how, event, name),))


def sure(value: bool) -> Truth:
    """A plain truth value."""
    return YES if value else NO


def both(*parts: Truth) -> Truth:
    """Yes if all are; no if one is not."""
    return every(parts)


def either(*parts: Truth) -> Truth:
    """Yes if one is; no if none is."""
    return some(parts)


def every(parts: Iterable[Truth]) -> Truth:
    """The least of them; yes when there are none."""
    found: Truth | None = None
    for part in parts:
        if part.level == 0:
            return NO
        if part.level == 1:
            found = part if found is None else _joined(found, part)
    return found or YES


def some(parts: Iterable[Truth]) -> Truth:
    """The greatest of them; no when there are none."""
    found: Truth | None = None
    for part in parts:
        if part.level == 2:
            return YES
        if part.level == 1:
            found = part if found is None else _joined(found, part)
    return found or NO


def _joined(one: Truth, two: Truth) -> Truth:
    return Truth(1, tuple(dict.fromkeys((*one.why, *two.why))))


def negate(part: Truth) -> Truth:
    """Yes for no, no for yes."""
    if part.level == 1:
        return part
    return NO if part.level else YES
