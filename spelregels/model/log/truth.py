"""Three-valued truth (M3): True, False, or an ``Unknown`` that says why it cannot be told."""

from __future__ import annotations

from collections.abc import Iterable

from spelregels.model.verdict import Unknown

Truth = bool | Unknown


def both(*truths: Truth) -> Truth:
    """*and*: the least of them; of several unknowns the first is the reason given."""
    if any(t is False for t in truths):
        return False
    return next((t for t in truths if t is not True), True)


def either(truths: Iterable[Truth]) -> Truth:
    """*or*: the greatest of them; of none, False."""
    best: Truth = False
    for t in truths:
        if t is True:
            return True
        best = best or t
    return best


def negate(t: Truth) -> Truth:
    """*not*."""
    return t if isinstance(t, Unknown) else not t
