"""The reference evaluator and the engine, written apart from the same clauses (issue 2.5)."""

from __future__ import annotations

import pytest

from spelregels.audit import PRECISE, Settings, case
from spelregels.audit.properties.agreement import AGREEMENT
from spelregels.audit.show import case_lines

# A case in two hundred of the imprecise ones still differs, where the clauses leave two readings;
# docs/engine.md lists them. More than that is a fault in one of the two.
KNOWN_SHARE = 1 / 100


def _failures(settings: Settings, seeds: range) -> list[tuple[int, str]]:
    found = []
    for seed in seeds:
        made = case(seed, settings)
        text = AGREEMENT.at(made, seed)
        if text is not None:
            found.append((seed, f"{text}\n{case_lines(made)}"))
    return found


def test_both_agree_on_logs_with_gaps() -> None:
    """2.5: imprecise, partial, corrected and planned events."""
    seeds = range(1500)
    found = _failures(Settings(), seeds)
    assert len(found) <= len(seeds) * KNOWN_SHARE, found[:3]
    assert not any("raised" in text for _, text in found)


def test_both_agree_on_full_logs() -> None:
    """2.5: everything known."""
    seeds = range(1500)
    found = _failures(PRECISE, seeds)
    assert len(found) <= len(seeds) * KNOWN_SHARE, found[:3]


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
