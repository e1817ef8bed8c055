"""The reference evaluator and the engine, written apart from the same clauses (issue 2.5)."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from spelregels.audit.agreeing import Run, run
from spelregels.audit.show import case_lines

CASES = 1500  # in each part; the four of them judge more than 100,000 verdicts
PARTS = range(4)
#: what changes on its way, or may have happened unseen: the run must have gone through it
AIMED_AT = (
    ("response", "suspended_by"),
    ("response", "extendable"),
    ("response", "link"),
    ("response", "unless"),
    ("precedence", "wait"),
    ("precedence", "term: suspended_by"),
    ("threshold", "per_term"),
    ("recurrence", "per_year"),
)


@cache
def _ran(part: int) -> Run:
    return run(range(part * CASES, (part + 1) * CASES), most=5)


@pytest.mark.parametrize("part", PARTS)
def test_both_say_the_same(part: int) -> None:
    """2.5: word, how, last days, evidence, trigger, stage, reasons and outcome, on every day tried.

    Logs with gaps and without, corrected, planned and undated; no difference at all is allowed.
    """
    found = [f"{f.seed}: {f.text}\n{case_lines(f.case)}" for f in _ran(part).failures]
    assert found == []


def test_what_the_run_went_through() -> None:
    """2.5: at least 100,000 verdicts, over fifteen and more combinations of kind and option."""
    verdicts, definite, words = 0, Counter[tuple[str, str]](), Counter[str]()
    for part in PARTS:
        tally = _ran(part).tally
        print(tally.table())
        verdicts += tally.verdicts
        definite += tally.definite
        words += tally.words
    assert verdicts >= 100_000
    often = {both for both, many in definite.items() if many >= 100 and both[1] != "(any)"}
    assert len(often) >= 15, sorted(often)
    assert len({kind for kind, _ in definite}) >= 10
    assert min(words[word] for word in ("cannot_tell", "kept", "broken", "overdue", "late")) > 500
    missing = [both for both in AIMED_AT if definite[both] < 20]
    assert missing == [], definite


@pytest.mark.parametrize("swift", [True, False])
def test_every_hand_written_example(swift: bool) -> None:
    """2.5: the examples of the clauses, derived by hand, hold for the engine too."""
    from spelregels.engine import compile_ruleset, replay
    from tests.semantics.example_runner import all_examples, complaints

    found = {
        str(told): said
        for told in all_examples()
        if (
            said := complaints(
                told, lambda r, log, day: replay(compile_ruleset(r), log, day, swift=swift)
            )
        )
    }
    assert found == {}
