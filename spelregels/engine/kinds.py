"""The norm kinds: a closed set, one exhaustive match.

Each kind is imported when a ruleset has one, for the sake of commands that start often.
"""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.engine.compiled import Placed
from spelregels.engine.hearing import Hearing
from spelregels.model.norms import (
    Absence,
    Exemption,
    Power,
    Precedence,
    Recurrence,
    Requirement,
    Response,
    Separation,
    Statement,
    Threshold,
)
from spelregels.model.verdict import Verdict


def verdicts_of(hearing: Hearing, placed: Placed) -> tuple[Verdict, ...]:
    """Every instance of one norm, judged."""
    key = ("verdicts", placed.number)
    found: tuple[Verdict, ...] | None = hearing.memo.get(key)
    if found is None:
        found = hearing.memo[key] = tuple(_judged(hearing, placed))
    return found


def _judged(hearing: Hearing, placed: Placed) -> Iterator[Verdict]:
    match placed.norm:
        case Precedence():
            from spelregels.engine.preceding import precedences

            return precedences(hearing, placed)
        case Response():
            from spelregels.engine.duties import responses

            return responses(hearing, placed)
        case Absence():
            from spelregels.engine.plain import absences

            return absences(hearing, placed)
        case Requirement():
            from spelregels.engine.plain import requirements

            return requirements(hearing, placed)
        case Power():
            from spelregels.engine.powers import powers

            return powers(hearing, placed)
        case Recurrence():
            from spelregels.engine.recurring import recurrences

            return recurrences(hearing, placed)
        case Separation():
            from spelregels.engine.apart import separations

            return separations(hearing, placed)
        case Threshold():
            from spelregels.engine.counting import thresholds

            return thresholds(hearing, placed)
        case Exemption():
            from spelregels.engine.plain import exemptions

            return exemptions(hearing, placed)
        case Statement():
            return iter(())
