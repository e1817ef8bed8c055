"""The properties of the meaning hold for the engine by itself, not by agreement alone (2.5)."""

from __future__ import annotations

from datetime import date

import pytest

from spelregels.audit.properties import PROPERTIES
from spelregels.judging import judge_for
from spelregels.model.ruleset import Ruleset
from spelregels.model.trajectory import Trajectory
from spelregels.model.verdict import Judgement


def judged(ruleset: Ruleset, trajectory: Trajectory, as_of: date) -> Judgement:
    return judge_for(ruleset)(trajectory, as_of)


@pytest.mark.parametrize("name", PROPERTIES)
def test_the_engine_keeps_to_the_meaning(name: str) -> None:
    """Completed logs, later days, other names, other weeks, a norm less: what docs/meaning.md, *How
    we know*, asks of any evaluator."""
    found = (PROPERTIES[name].check(seed, judged) for seed in range(50_000, 50_025))
    assert [f"{one.seed}: {one.text}" for one in found if one is not None] == []
