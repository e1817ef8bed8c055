"""``spelregels new`` as a user types it (issue 4, item 3.3)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from spelregels_cli.app import app
from typer.testing import CliRunner, Result

from spelregels.language import load_ruleset

TOWN = ("--naam", "Voorbeeldstad", "--vanaf", "2027-01-01")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["new", *arguments])


def test_which_forms_there_are() -> None:
    """3.3: all fourteen, in the order of the report, by the name to type."""
    lines = run().stdout.splitlines()
    assert len(lines) == 14
    assert lines[0].split()[:2] == ["F1", "vormen/inspraak"]
    assert lines[9].split()[:2] == ["F10", "vormen/bewonersplannen"]
    assert len(json.loads(run("--format", "json").stdout)) == 14


def test_what_a_form_leaves_open() -> None:
    """3.3: each choice with its question, what may be answered, the proposal, and what to type."""
    shown = run("wijkbudget", "--keuzes").stdout
    assert "per_plan: Hoeveel euro krijgt een plan hoogstens?" in shown
    assert "minstens 100, hoogstens 100000" in shown
    assert '--set beslistermijn="4 weken"' in shown
    asked = json.loads(run("wijkbudget", "--keuzes", "--format", "json", "--lang", "en").stdout)
    first = asked["choices"][0]
    assert first["question"] == "Who decides on a plan?"
    assert set(first["options"]) == {"wijkmanager", "college"}


def test_from_choices_to_a_file(tmp_path: Path) -> None:
    """3.3: the file is there, says what to do next, loads under the town's name, and holds what
    was chosen; a second time it is not overwritten."""
    path = tmp_path / "regels.yaml"
    chosen = ("--set", "per_plan=2500", "--set", "beslistermijn=10 werkdagen", "--voorstellen")
    done = run("wijkbudget", *TOWN, *chosen, "-o", str(path))
    assert done.exit_code == 0
    assert "spelregels explain" in done.stdout
    assert "geen juridisch advies" in done.stdout
    own = load_ruleset(path).own
    assert own.id == "voorbeeldstad/wijkbudget"
    assert own.title["nl"] == "Wijkbudget en wijkactie in Voorbeeldstad"
    text = path.read_text(encoding="utf-8")
    assert "# Gekozen: per_plan = 2500" in text
    assert "within: 10 werkdagen" in text
    again = run("wijkbudget", *TOWN, "--voorstellen", "-o", str(path))
    assert again.exit_code == 2
    assert "bestaat al" in again.stderr
    assert path.read_text(encoding="utf-8") == text


def test_without_a_file_the_rules_go_to_the_screen() -> None:
    """3.3: so that they can be piped; nothing else is printed there."""
    done = run("wijkraad", *TOWN, "--voorstellen")
    assert done.exit_code == 0
    assert done.stdout.startswith("# Wijkraad of dorpsraad in Voorbeeldstad\n")
    assert "id: voorbeeldstad/wijkraad\n" in done.stdout


def test_without_a_terminal_nothing_is_guessed() -> None:
    """3.3: what was not chosen is an error that says what to type."""
    done = run("inspraak", *TOWN)
    assert done.exit_code == 2
    assert "Nog niet gekozen: Hoe lang staat de inspraak open?" in done.stderr
    assert '--set duur="6 weken"' in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("inspraakk",), "bedoelde u: inspraak"),
        (("../nl/awb",), "bestaat niet"),
        (("inspraak", *TOWN, "--set", "duur"), "KEUZE=ANTWOORD"),
        (("inspraak", *TOWN, "--set", "duur=4 weken", "--set", "duur=5 weken"), "één keer"),
        (("inspraak", *TOWN, "--set", "duur=1 dag", "--voorstellen"), "minstens 2 weken"),
        (("inspraak", *TOWN, "--set", "duur=vier weken", "--voorstellen"), "bedoelde u: 4 weken"),
        (("inspraak", *TOWN, "--set", "beslisser=de raad", "--voorstellen"), "bedoelde u: raad"),
        (("wijkbudget", *TOWN, "--set", "per_plan=€ 2.500", "--voorstellen"), "bedoelde u: 2500"),
        (("huurdersparticipatie", "--naam", "X", "--vanaf", "2026-01-01", "--voorstellen"),
         "van 2026-06-04"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_said(arguments: tuple[str, ...], said: str) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert said in done.stderr
    assert done.stdout == ""


def test_asked_on_a_terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """3.3: in Dutch; Enter takes the proposal; what does not fit is told and asked again."""
    monkeypatch.setattr("spelregels_cli.new._on_a_terminal", lambda: True)
    path = tmp_path / "regels.yaml"
    typed = "Súdwest-Fryslân\n1-1-2027\n2027-01-01\ncollege\n\n4weken\n4 weken\n\n"
    done = CliRunner().invoke(app, ["new", "inspraak", "-o", str(path)], input=typed)
    assert done.exit_code == 0, done.stderr
    assert "Wie neemt het besluit waarover wordt ingesproken?" in done.stderr
    assert "bedoelde u: 4 weken" in done.stderr
    own = load_ruleset(path).own
    assert own.id == "sudwest-fryslan/inspraak"
    text = path.read_text(encoding="utf-8")
    assert "# Gekozen: beslisser = college" in text
    assert "# Gekozen: duur = 4 weken" in text
    assert "# Gekozen: reactietermijn = 6 weken" in text
