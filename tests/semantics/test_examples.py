"""Hand-written cases for every clause M1-M16 and every norm kind (issue 1.5).

Each file in `examples/` is a ruleset with its own examples; the expected verdicts were derived from
docs/meaning.md, never from a run.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from spelregels.model.words import Word
from tests.semantics.example_runner import Told, all_examples, complaints, words


@pytest.mark.parametrize("told", all_examples(), ids=str)
def test_example(told: Told) -> None:
    from spelregels.semantics import judge

    assert complaints(told, judge) == []


def test_the_examples_expect_every_word() -> None:
    """A case file nobody fills is a case file that cannot fail."""
    assert words() == {word.value for word in Word}


def test_every_file_has_examples() -> None:
    stems = {told.path.stem for told in all_examples()}
    assert stems == {path.stem for path in (Path(__file__).parent / "examples").glob("*.yaml")}
