"""The JSON contract (issue 1.6): its fields, its schema, its page."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from spelregels.model.problem import Position, Problem
from spelregels.model.verdict import Unknown
from spelregels.model.words import How, Kind, Word
from spelregels.report.contract import page, schema
from spelregels.report.json import dumps, problems_json, report_json

from .hand import FILE, NORMS, WRONG_DATES, report, verdict

DOCS = Path(__file__).parents[2] / "docs"
TOO_LATE = verdict(
    Kind.PRECEDENCE,
    Word.BROKEN,
    how=How.TOO_LATE,
    trigger="e2",
    day=date(2026, 3, 10),
    due=date(2026, 2, 24),
    due_latest=date(2026, 2, 24),
    act="informatie.gegeven",
    evidence=("e1",),
)
NOT_TOLD = verdict(
    Kind.REQUIREMENT,
    Word.CANNOT_TELL,
    how=How.FACT_UNKNOWN,
    trigger="e4",
    unknowns=(Unknown(How.FACT_UNKNOWN, "e4", "motivering"),),
)
NO_POWER = verdict(Kind.STAGE_POWER, Word.BROKEN, how=How.NO_POWER, trigger="e4", stage="open")


def as_json(language: str = "nl") -> dict[str, Any]:
    one = report(TOO_LATE, NOT_TOLD, NO_POWER)
    log = replace(one.checked[0].trajectory, data_errors=(WRONG_DATES,))
    one = replace(one, checked=(replace(one.checked[0], trajectory=log),))
    loaded = json.loads(dumps(report_json(one, language)))
    assert isinstance(loaded, dict)
    return loaded


def test_the_report_is_valid_under_its_schema() -> None:
    """What is printed and what is promised are one table; both directions are tried."""
    Draft202012Validator.check_schema(schema())
    validator = Draft202012Validator(schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)
    whole = as_json()
    validator.validate(whole)
    for wrong in ("perhaps", None):
        spoiled = json.loads(json.dumps(whole))
        spoiled["trajectories"][0]["verdicts"][0]["verdict"] = wrong
        assert not validator.is_valid(spoiled)
    del whole["receipt"]
    assert not validator.is_valid(whole)


def test_the_fields_of_the_contract() -> None:
    """Issue 1.6 names them one by one."""
    whole = as_json()
    assert whole["spelregels_report"] == "1"
    (trajectory,) = whole["trajectories"]
    asked = "id stage outcome undetermined verdicts data_errors"
    assert set(asked.split()) <= set(trajectory)
    asked = (
        "norm layer kind strength confidence verdict how trigger date due article bearer evidence "
        "message repair severity consequence location"
    )
    for one in trajectory["verdicts"]:
        assert set(asked.split()) <= set(one)
    receipt = whole["receipt"]
    assert receipt["engine"] == "0.1.0"
    assert receipt["as_of"] == "2026-12-31"
    assert receipt["files"][0] == {"name": FILE, "version": "2026-01-01", "sha256": "0" * 64}
    assert receipt["calendar"]["sha256"] == "1" * 64
    assert receipt["inputs"][0]["sha256"] == "2" * 64


def test_one_finding_as_data() -> None:
    """Every value of a finding that a program would read."""
    found = as_json()["trajectories"][0]["verdicts"]
    one = next(v for v in found if v["norm"] == "informatie-vooraf")
    read = {key: one[key] for key in ("layer", "kind", "strength", "confidence", "verdict", "how")}
    assert read == {
        "layer": FILE,
        "kind": "precedence",
        "strength": "must",
        "confidence": "SEEN",
        "verdict": "broken",
        "how": "too_late",
    }
    assert (one["trigger"], one["date"], one["due"]) == ("e2", "2026-03-10", "2026-02-24")
    assert one["article"] == {
        "source": "sr",
        "article": "4.1",
        "title": "Spelregels wijkplatform",
        "url": "https://voorbeeldstad.example/spelregels",
    }
    assert (one["bearer"], one["evidence"], one["severity"]) == ("college", ["e1"], "error")
    assert one["consequence"] == "curable"
    assert one["location"] == {"file": "traject.yaml", "line": 12, "column": 5, "cell": ""}


def test_findings_of_the_machine() -> None:
    """They carry `@stage`, `@power` or `@law`, and no confidence: no law was read for them."""
    found = as_json()["trajectories"][0]["verdicts"]
    one = next(v for v in found if v["norm"] == "@power")
    assert (one["kind"], one["confidence"], one["article"]) == ("stage_power", None, None)
    assert (one["bearer"], one["stage"]) == ("raad", "open")


def test_what_is_missing_is_data_too() -> None:
    """A program can ask for the missing fact."""
    found = as_json()["trajectories"][0]["verdicts"]
    (missing,) = next(v for v in found if v["verdict"] == "cannot_tell")["missing"]
    assert (missing["how"], missing["event"], missing["name"]) == (
        "fact_unknown",
        "e4",
        "motivering",
    )


def test_statements_data_errors_and_remarks_are_there() -> None:
    """What no machine judges is asked; data errors are no breaches."""
    whole = as_json()
    assert whole["asked"][0]["norm"] == NORMS[Kind.STATEMENT].id
    assert whole["asked"][0]["judged_by"] == "raad"
    (error,) = whole["trajectories"][0]["data_errors"]
    assert (error["code"], error["events"]) == ("end-before-begin", ["e2"])
    (remark,) = whole["trajectories"][0]["remarks"]
    assert (remark["code"], remark["name"]) == ("end_not_recorded", "voorstel.ingetrokken")


def test_the_language_changes_texts_only() -> None:
    """`--lang` never changes a value that a program reads."""
    texts = {
        "title", "rule", "happened", "message", "repair", "dates", "notes", "text", "supplied_by",
        "language",
    }  # fmt: skip

    def without(value: object) -> object:
        if isinstance(value, dict):
            return {k: without(v) for k, v in value.items() if k not in texts}
        return [without(v) for v in value] if isinstance(value, list) else value

    dutch, english = as_json("nl"), as_json("en")
    assert dutch != english
    assert without(dutch) == without(english)


@pytest.mark.parametrize(
    ("name", "made"),
    [("report.schema.json", lambda: dumps(schema()) + "\n"), ("report-json.md", page)],
)
def test_the_published_files_are_fresh(name: str, made: Any) -> None:
    """Run `python -m spelregels.report.contract` after changing the contract."""
    assert (DOCS / name).read_text(encoding="utf-8") == made()


def test_problems_are_data_too() -> None:
    """With exit code 2 the same problems come as JSON."""
    problem = Problem(
        "unknown-key",
        Position("r.yaml", 3, 7),
        "Onbekende sleutel.",
        "Unknown key.",
        "een van: by, must",
        "one of: by, must",
        "must",
    )
    (one,) = problems_json((problem,), "en")["problems"]
    assert one == {
        "code": "unknown-key",
        "message": "Unknown key.",
        "expected": "one of: by, must",
        "suggestion": "must",
        "location": {"file": "r.yaml", "line": 3, "column": 7, "cell": ""},
    }
