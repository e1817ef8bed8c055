"""The norm kinds: a closed set, one exhaustive match."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.engine.apart import separations
from spelregels.engine.compiled import Placed
from spelregels.engine.counting import thresholds
from spelregels.engine.duties import responses
from spelregels.engine.hearing import Hearing
from spelregels.engine.plain import absences, exemptions, requirements
from spelregels.engine.powers import powers
from spelregels.engine.preceding import precedences
from spelregels.engine.recurring import recurrences
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
            return precedences(hearing, placed)
        case Response():
            return responses(hearing, placed)
        case Absence():
            return absences(hearing, placed)
        case Requirement():
            return requirements(hearing, placed)
        case Power():
            return powers(hearing, placed)
        case Recurrence():
            return recurrences(hearing, placed)
        case Separation():
            return separations(hearing, placed)
        case Threshold():
            return thresholds(hearing, placed)
        case Exemption():
            return exemptions(hearing, placed)
        case Statement():
            return iter(())
