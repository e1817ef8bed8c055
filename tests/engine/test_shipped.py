"""The rulesets that are shipped: both evaluators say the same of their examples (issue 2.5)."""

from __future__ import annotations

from pathlib import Path

import pytest

from spelregels.audit.properties.agreement import unlike, unsettled
from spelregels.engine import compile_ruleset, replay
from spelregels.language import load_ruleset
from spelregels.semantics import judge

ROOT = Path(__file__).resolve().parents[2]
#: rulesets only; not the mappings, choices, cases and portfolios beside them
FILES = sorted(
    path
    for path in (ROOT / "rulesets").rglob("*.yaml")
    if "\nspelregels:" in "\n" + path.read_text("utf-8")
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT / "rulesets")))
def test_both_judge_the_examples_alike(path: Path) -> None:
    """2.5: every verdict of every example, as in the random cases."""
    ruleset = load_ruleset(path)
    compiled, loose = compile_ruleset(ruleset), unsettled(ruleset)
    for example in ruleset.own.examples:
        one = judge(ruleset, example.trajectory, example.as_of)
        two = replay(compiled, example.trajectory, example.as_of)
        assert unlike(one, two, loose) is None, example.title
