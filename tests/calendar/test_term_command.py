"""`spelregels term` (issue 1.3): the words, the JSON contract, and bad input."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
import typer
from spelregels_cli.term import term
from typer.testing import CliRunner, Result


def run(*arguments: str) -> Result:
    app = typer.Typer()
    app.command()(term)
    app.callback()(lambda: None)
    return CliRunner().invoke(app, ["term", *arguments])


def as_json(*arguments: str) -> dict[str, object]:
    result = run(*arguments, "--format", "json")
    assert result.exit_code == 0, result.output
    loaded = json.loads(result.stdout)
    assert isinstance(loaded, dict)
    return loaded


def test_the_json_contract() -> None:
    """Issue 1.3: first_day, raw_last_day, last_day, act_from, steps[], open_questions[]."""
    found = as_json(
        "6 weken", "--from", "2026-02-24", "--count-from", "same_day", "--regime", "atw"
    )
    assert found["first_day"] == "2026-02-24"
    assert found["raw_last_day"] == "2026-04-06"
    assert found["last_day"] == found["latest"] == "2026-04-07"
    assert found["act_from"] == "2026-04-08"
    assert found["regime"] == "atw"
    assert found["doubts"] == found["open_questions"] == found["warnings"] == []
    steps = found["steps"]
    assert isinstance(steps, list)
    assert [step["step"] for step in steps] == [
        "start",
        "first_day",
        "raw",
        "free_day",
        "ordinary_day",
        "act_from",
    ]
    assert steps[3]["detail"] == {"free_day": "2026-04-06", "reason": "tweede_paasdag"}
    assert "Tweede Paasdag" in steps[3]["text"]


def test_open_questions_carry_their_readings() -> None:
    """Issue 1.3, case 15 through the command."""
    found = as_json("7 dagen", "--from", "2026-05-12", "--backwards", "--regime", "atw")
    assert found["last_day"] == "2026-05-05"
    (question,) = found["open_questions"]  # type: ignore[misc]
    assert question["code"] == "clear_days"
    assert [reading["last_day"] for reading in question["readings"]] == ["2026-05-05", "2026-05-04"]


def test_without_a_regime_both_days_are_given() -> None:
    """Issue 1.3, case 14: nothing is chosen for the user."""
    found = as_json("3 dagen", "--from", "2026-04-02")
    assert (found["last_day"], found["latest"]) == ("2026-04-05", "2026-04-08")
    assert found["doubts"] == ["regime_not_stated"]


def test_extension_suspension_entry_and_post() -> None:
    found = as_json(
        *("2 weken", "--from", "2026-03-20", "--regime", "atw"),
        *("--extend", "3 weken", "--suspended-days", "1"),
    )
    assert (found["raw_last_day"], found["last_day"]) == ("2026-04-25", "2026-04-28")
    entry = as_json("8 dagen", "--from", "2026-12-18", "--regime", "atw", "--entry-into-force")
    assert entry["last_day"] == "2026-12-26"
    post = as_json(
        *("6 weken", "--from", "2026-06-04", "--count-from", "same_day", "--regime", "atw"),
        "--by-post",
    )["post"]
    assert isinstance(post, dict)
    assert post["last_day"] == "2026-07-22"
    assert [question["code"] for question in post["open_questions"]] == ["postal_week"]


def test_text_is_dutch_unless_asked_otherwise() -> None:
    dutch = run("6 weken", "--from", "2026-06-04").stdout
    assert dutch.startswith("Laatste dag: donderdag 16 juli 2026")
    assert "Geen juridisch advies." in dutch
    english = run("6 weken", "--from", "2026-06-04", "--lang", "en").stdout
    assert english.startswith("Last day: Thursday 16 July 2026")


def test_a_year_outside_the_data_is_warned_about() -> None:
    """Issue 1.3: 2029 warns and does not guess."""
    text = run("6 weken", "--from", "2029-02-01", "--regime", "atw").stdout
    assert "Let op: de kalender is hier niet volledig bekend (gelijkgestelde dagen" in text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("6 weeken", "--from", "2026-06-04"), "Bedoelde u: 6 weken?"),
        (("6 weeken", "--from", "2026-06-04", "--lang", "en"), "Did you mean: 6 weken?"),
        (("zo spoedig mogelijk", "--from", "2026-06-04"), "is geen termijn"),
        (("6 weken", "--from", "2026-02-30"), "is geen datum"),
        (("6 weken", "--from", "04-06-2026"), "is geen datum"),
        (("6 weken", "--from", "20260604"), "is geen datum"),
        (("6 weken", "--from", "morgen"), "is geen datum"),
        (("6 weken", "--from", "9999-12-30"), "buiten de kalender"),
        (("6 weken", "--from", "0001-01-05", "--backwards"), "buiten de kalender"),
        (("6 weken", "--from", "2026-06-04", "--extend", "lang"), "is geen termijn"),
        (("6 weken", "--from", "2026-06-04", "--backwards", "--extend", "1 week"), "terugtelt"),
        (("6 weken", "--from", "2026-06-04", "--regime", "Atw!"), "Atw!"),
        (("6 weken",), "--from"),
    ],
)
def test_bad_input_is_exit_2_with_a_reason(arguments: tuple[str, ...], said: str) -> None:
    """Issue 1.6: exit 2 on bad input, a message and never a traceback."""
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stdout == ""
    assert "Traceback" not in result.output


def test_the_command_module_is_light() -> None:
    """Issue 1.6: importing the command brings in neither the calendar nor pydantic."""
    code = (
        "import sys, spelregels_cli.term; "
        "print([m for m in ('pydantic', 'transitions', 'spelregels.calendar') if m in sys.modules])"
    )
    env = {"PYTHONPATH": ":".join(path for path in sys.path if path)}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env
    )
    assert done.stdout.strip() == "[]"
