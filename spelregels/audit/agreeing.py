"""Runs of the agreement of the two evaluators: over many seeds, with what was gone through."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from random import Random

from spelregels.audit.covered import Tally
from spelregels.audit.properties.agreement import AGREEMENT, compared
from spelregels.audit.properties.common import RAISED, Failure, reference


@dataclass(slots=True)
class Run:
    """What a run went through, and where the two differ."""

    tally: Tally = field(default_factory=Tally)
    failures: list[Failure] = field(default_factory=list)


def run(seeds: Iterable[int], most: int = 3) -> Run:
    """Judge the cases of these seeds by both; stop after ``most`` differences.

    An evaluator that raises has failed, as in ``Property.at``.
    """
    made = Run()
    judge = reference()
    for seed in seeds:
        case = AGREEMENT.made(seed)
        made.tally.cases += 1
        text = None
        try:
            for one in compared(case, Random(seed * 7919 + 13), judge):
                made.tally.add(case.ruleset, one.reference)
                text = one.text
                if text is not None:
                    break
                made.tally.same_reasons += one.same_reasons
        except Exception as error:  # every error of an evaluator is a finding of the audit
            text = f"{RAISED} {type(error).__name__}: {error}"
        if text is not None:
            made.failures.append(Failure(AGREEMENT.name, seed, case, text))
            if len(made.failures) >= most:
                break
    return made
