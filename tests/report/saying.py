"""Making one finding of one verdict, for the tests that read sentences."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from spelregels.model.finding import Finding
from spelregels.model.norms import Norm
from spelregels.model.ruleset import Ruleset
from spelregels.model.trajectory import Trajectory
from spelregels.model.verdict import Verdict
from spelregels.report.findings import FindingMaker
from spelregels.report.names import Names
from spelregels.report.phrases import Phrases
from spelregels.report.rules import rule_sentence

from .hand import (
    OWN,
    RULESET,
    TRAJECTORY,
    checked,
)

MAY_1 = date(2026, 5, 1)


def rules(*norms: Norm) -> Ruleset:
    return replace(RULESET, files=(replace(OWN, norms=norms),))


def told(
    one: Verdict, norm: Norm, log: Trajectory = TRAJECTORY, *others: Norm, language: str = "nl"
) -> Finding:
    mine = replace(one, norm=norm.id)
    maker = FindingMaker(rules(norm, *others), language)
    return maker.of(checked(mine, trajectory=log))[0]


def rule(norm: Norm, language: str = "nl") -> str:
    return rule_sentence(norm, Phrases(Names.of(rules(norm), language)))
