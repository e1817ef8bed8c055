"""Small draws on a ``random.Random``; with Hypothesis's random they shrink."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


def chance(rng: Random, share: float) -> bool:
    """True in ``share`` of the draws."""
    return rng.random() < share


def pick(rng: Random, options: Sequence[T]) -> T:
    """One of the options, evenly."""
    return options[rng.randrange(len(options))]


def weighted(rng: Random, options: Sequence[tuple[int, T]]) -> T:
    """One of the options, by whole weights."""
    at = rng.randrange(sum(weight for weight, _ in options))
    for weight, option in options:
        if at < weight:
            return option
        at -= weight
    raise AssertionError("weights add up")


def few(rng: Random, options: Sequence[T], low: int, high: int) -> list[T]:
    """Between ``low`` and ``high`` different options, in random order."""
    count = min(len(options), rng.randint(low, high))
    rest = list(options)
    return [rest.pop(rng.randrange(len(rest))) for _ in range(count)]


def between(rng: Random, limits: tuple[int, int]) -> int:
    """A whole number within the limits, both included."""
    return rng.randint(limits[0], limits[1])
