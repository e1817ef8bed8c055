"""Faults put into the evaluator are caught (issue 1.5). All: `python tests/semantics/mutants.py`.

Here: every mutant still applies, and the thinnest ones named in docs/meaning.md are caught by the
hand-written examples alone.
"""

from __future__ import annotations

import pytest

from tests.semantics.mutant_list import MUTANTS, Mutant
from tests.semantics.mutants import by_examples, judge_with, mutated_source

THIN = (
    "trigger inside a suspension",
    "extension twice",
    "revived term",
    "loops count as a way",
    "unlawful from_anywhere act moves",
    "planned counts as done",
)


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_mutant_is_not_stale(mutant: Mutant) -> None:
    assert mutated_source(mutant)


def test_enough_mutants() -> None:
    assert len(MUTANTS) >= 25 and len({mutant.name for mutant in MUTANTS}) == len(MUTANTS)


@pytest.mark.parametrize("name", THIN)
def test_thin_mutant_is_caught(name: str) -> None:
    mutant = next(mutant for mutant in MUTANTS if mutant.name == name)
    assert by_examples(judge_with(mutant)) is not None
