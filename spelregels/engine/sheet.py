"""What the short way works on: a log as positions and days, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from spelregels.model.patterns import ActPattern, Pattern
from spelregels.model.words import How, Word

Find = tuple[int, int, int, Word, How | None, int, int]
NOBODY: Final[Sequence[int]] = ()
OPEN: Final = -1


class Unsure(Exception):
    """Here the general path must judge."""


class Sheet:
    """One log, as positions: ``at`` by act, ``days`` by position, ``end`` the position of the first
    ending act (the number of events if none), ``as_of`` as an ordinal."""

    __slots__ = ("as_of", "at", "days", "end")

    def __init__(
        self, at: Mapping[str, Sequence[int]], days: Sequence[int], end: int, as_of: int
    ) -> None:
        self.at = at
        self.days = days
        self.end = end
        self.as_of = as_of


Rule = Callable[[Sheet, list[Find]], None]
Finder = Callable[[Mapping[str, Sequence[int]]], Sequence[int]]


def plain(*patterns: Pattern) -> bool:
    """Whether nothing but the act decides what fits."""
    return all(
        isinstance(part, ActPattern) and part == ActPattern(part.act)
        for pattern in patterns
        for part in pattern
    )


def finder(pattern: Pattern) -> Callable[[Mapping[str, Sequence[int]]], Sequence[int]]:
    """A function from positions by act to the positions that fit, in order."""
    acts = tuple(dict.fromkeys(part.act for part in pattern if isinstance(part, ActPattern)))
    if len(acts) == 1:
        act = acts[0]
        return lambda at: at.get(act, NOBODY)
    return lambda at: sorted(place for act in acts for place in at.get(act, NOBODY))
