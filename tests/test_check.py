"""Orchestration (issue 1.6): as-of precedence, receipt, examples held against what they expect."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from spelregels import __version__
from spelregels.check import check, choose_as_of, try_examples
from spelregels.language import load_ruleset, parse_yaml, trajectory_from_node
from spelregels.model.checked import AsOfOrigin, Hashed
from spelregels.model.problem import InputRefused
from spelregels.model.ruleset import Ruleset
from spelregels.model.trajectory import Trajectory

RULES = """\
spelregels: "1"
id: proef/vergunning
title: Proef
regulatory_layer: NOTITIE
governs: event_date
roles:
  college: {kind: authority}
acts:
  vraag.gesteld: {}
  antwoord.gegeven: {}
  besluit.genomen: {}
norms:
  - {id: antwoord, after: vraag.gesteld, must: antwoord.gegeven, by: college, within: 2 weken}
guarantees:
  - {id: geen-besluit-zonder-vraag, before: besluit.genomen, must: vraag.gesteld}
examples:
"""
ASKED_TWICE = """\
  - title: twee vragen
    as_of: 2026-12-31
    events:
      - {id: e1, at: 2026-01-05, act: vraag.gesteld}
      - {id: e2, at: 2026-01-12, act: antwoord.gegeven, by: college}
      - {id: e3, at: 2026-02-02, act: vraag.gesteld}
      - {id: e4, at: 2026-03-30, act: antwoord.gegeven, by: college}
    expect: {antwoord: EXPECTED}
"""
DECIDED = """\
  - title: TITLE
    as_of: 2026-12-31
    events: [EVENTS]
    expect: {}
"""


def load(tmp_path: Path, examples: str) -> Ruleset:
    path = tmp_path / "proef.yaml"
    path.write_text(RULES + examples, encoding="utf-8")
    return load_ruleset(path)


def trajectory(text: str) -> Trajectory:
    return trajectory_from_node(parse_yaml(text, "t.yaml"), source="t.yaml")


@pytest.mark.parametrize(
    ("expected", "met"),
    [
        ("[kept, late]", True),
        ("[late, kept]", False),  # a list is in trigger order
        ("[kept]", False),  # and complete
        ("kept", False),  # a word: every instance
        ("late", False),
        ("none", False),  # `none`: no instance
        ("[kept, {verdict: late, how: too_late}]", True),
        ("[kept, {verdict: late, how: missing}]", False),
    ],
)
def test_expectations(tmp_path: Path, expected: str, met: bool) -> None:
    """A word: every instance and at least one; a list: in trigger order; `none`: no instance."""
    report = try_examples(load(tmp_path, ASKED_TWICE.replace("EXPECTED", expected)))
    assert (not report.failed) is met
    differences = report.examples[0].differences
    assert [d.norm for d in differences] == ([] if met else ["antwoord"])


@pytest.mark.parametrize(("expected", "met"), [("none", True), ("kept", False)])
def test_a_word_needs_at_least_one_instance(tmp_path: Path, expected: str, met: bool) -> None:
    """Nothing happened: `kept` is not met, `none` is."""
    one = DECIDED.replace("TITLE", "niets").replace("EVENTS", "").replace("{}", "{antwoord: X}")
    report = try_examples(load(tmp_path, one.replace("X", expected)))
    assert (not report.failed) is met


def test_guarantees_are_tried_on_examples_without_a_breach(tmp_path: Path) -> None:
    """Upheld, contradicted, or silent; an example with a broken verdict says nothing."""
    question = "{id: e1, at: 2026-01-05, act: vraag.gesteld}"
    answer = "{id: e2, at: 2026-01-06, act: antwoord.gegeven, by: college}"
    decision = "{id: e3, at: 2026-02-02, act: besluit.genomen}"
    examples = "".join(
        DECIDED.replace("TITLE", title).replace("EVENTS", ", ".join(events))
        for title, events in (
            ("eerst gevraagd", (question, answer, decision)),
            ("niet gevraagd", (decision,)),
            ("geen besluit", (question, answer)),
        )
    )
    (guarantee,) = try_examples(load(tmp_path, examples)).guarantees
    assert guarantee.upheld == ("eerst gevraagd",)
    assert guarantee.contradicted == ("niet gevraagd",)
    assert guarantee.skipped == 1


TEXT = "id: t\nrecords: all\nevents:\n  - {id: e1, at: 2026-01-05, act: vraag.gesteld}\n"


def test_as_of_asked_then_header_then_today() -> None:
    """M4, in that order."""
    bare, today = trajectory(TEXT), date(2031, 1, 1)
    headed = replace(bare, as_of=date(2026, 3, 3))
    asked = date(2026, 2, 2)
    for log in (bare, headed):
        assert choose_as_of(asked, log, today).origin is AsOfOrigin.OPTION
    assert choose_as_of(None, headed, today).day == date(2026, 3, 3)
    assert choose_as_of(None, headed, today).origin is AsOfOrigin.HEADER
    assert choose_as_of(None, bare, today).day == today
    assert choose_as_of(None, bare, today).origin is AsOfOrigin.TODAY


def test_the_receipt_says_what_was_judged_with_what(tmp_path: Path) -> None:
    """Version, hashes of ruleset, calendar and input, and the day."""
    ruleset = load(tmp_path, ASKED_TWICE.replace("EXPECTED", "[kept, late]"))
    day = date(2026, 3, 3)
    inputs = (Hashed("t.yaml", "a" * 64),)
    receipt = check(ruleset, [trajectory(TEXT)], today=day, inputs=inputs).receipt
    assert (receipt.engine, receipt.ruleset, receipt.as_of) == (
        __version__,
        "proef/vergunning",
        day,
    )
    assert receipt.inputs == inputs
    assert [file.sha256 for file in receipt.files] == [ruleset.own.sha256]
    assert len(ruleset.own.sha256) == len(receipt.calendar.sha256) == 64


def test_two_days_of_judging_have_no_common_one(tmp_path: Path) -> None:
    """Each trajectory names its own day; the receipt then names none."""
    ruleset = load(tmp_path, ASKED_TWICE.replace("EXPECTED", "[kept, late]"))
    one = trajectory(TEXT)
    two = replace(one, id="u", as_of=date(2026, 3, 3))
    report = check(ruleset, [one, two], today=date(2026, 4, 4))
    assert report.receipt.as_of is None
    assert [c.as_of.day for c in report.checked] == [date(2026, 4, 4), date(2026, 3, 3)]


def test_one_wrong_trajectory_refuses_all_with_all_problems(tmp_path: Path) -> None:
    """Nothing is judged by half; the problems of all trajectories come together."""
    ruleset = load(tmp_path, ASKED_TWICE.replace("EXPECTED", "[kept, late]"))
    wrong = [trajectory(TEXT.replace("vraag", word)) for word in ("vraagje", "vraga")]
    with pytest.raises(InputRefused) as refused:
        check(ruleset, [trajectory(TEXT), *wrong], today=date(2026, 4, 4))
    assert len(refused.value.problems) == 2
