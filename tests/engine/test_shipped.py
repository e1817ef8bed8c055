"""The rulesets that are shipped: users read the same whichever evaluator judged (issue 2.5)."""

from __future__ import annotations

from pathlib import Path

import pytest

from spelregels.audit.properties.agreement import unlike
from spelregels.check import receipt
from spelregels.judging import Engine, Judge, by_reference, judge_for
from spelregels.language import load_ruleset
from spelregels.model.checked import AsOf, AsOfOrigin, Checked, CheckReport
from spelregels.model.ruleset import Ruleset
from spelregels.report.json import report_json

ROOT = Path(__file__).resolve().parents[2]
#: rulesets only; not the mappings, choices, cases and portfolios beside them
FILES = sorted(
    path
    for path in (ROOT / "rulesets").rglob("*.yaml")
    if "\nspelregels:" in "\n" + path.read_text("utf-8")
)


def report(ruleset: Ruleset, judge: Judge) -> CheckReport:
    """What `check` makes of the examples of a ruleset."""
    checked = (
        Checked(
            one.trajectory, AsOf(one.as_of, AsOfOrigin.OPTION), judge(one.trajectory, one.as_of)
        )
        for one in ruleset.own.examples
    )
    return CheckReport(ruleset, tuple(checked), receipt(ruleset, (), None))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT / "rulesets")))
def test_both_judge_and_tell_the_examples_alike(path: Path) -> None:
    """2.5: every verdict in its order, and all that `check --format json` says of it: message,
    repair, dates, what is missing."""
    ruleset = load_ruleset(path)
    one, two = report(ruleset, by_reference(ruleset)), report(ruleset, judge_for(ruleset))
    for old, new in zip(one.checked, two.checked, strict=True):
        assert unlike(old.judgement, new.judgement) is None, old.trajectory.id
    assert report_json(one, "nl") == report_json(two, "nl")


def test_users_are_answered_by_the_engine() -> None:
    """2.1: replay runs on the compiled form; the reference is for the audit."""
    ruleset = load_ruleset("nl/awb")
    assert isinstance(judge_for(ruleset), Engine)
