"""Properties of the reference evaluator on random cases (issue 1.5; docs/meaning.md, Properties).

A bounded number of seeds here; `python -m spelregels.audit PROPERTY --count N` for long runs.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from spelregels.audit.properties import PROPERTIES
from spelregels.audit.show import case_lines

ROOT = Path(__file__).resolve().parents[2]
SEEDS = {"worlds": 700, "truncation": 700}
USUAL = 250


@pytest.mark.parametrize("name", PROPERTIES)
def test_property_holds(name: str) -> None:
    """1.5: worlds, truncation, metamorphic properties, explanation and shape."""
    for seed in range(SEEDS.get(name, USUAL)):
        failure = PROPERTIES[name].check(seed)
        if failure is not None:
            again = f"python -m spelregels.audit {name} --from {seed} --count 1"
            pytest.fail(f"{failure.text}\n{case_lines(failure.case)}\nshrink it: {again}")


@pytest.mark.long
@pytest.mark.parametrize("name", PROPERTIES)
def test_property_holds_for_long(name: str) -> None:
    """1.5, the same over many seeds."""
    found = [s for s in range(10_000, 40_000) if PROPERTIES[name].check(s) is not None]
    assert not found


PRINT = """
from spelregels.audit.generate import case
from spelregels.semantics import judge
for seed in range(60):
    made = case(seed)
    print(judge(made.ruleset, made.trajectory, made.as_of).verdicts)
"""


def test_same_verdicts_under_every_hash_seed() -> None:
    """M1: a verdict is a function of its input, not of the order in which sets happen to lie."""
    said = {
        subprocess.run(
            [sys.executable, "-c", PRINT],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(said) == 1 and next(iter(said))
