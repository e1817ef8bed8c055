"""`preview`, `agenda`, `what-if`, `diagram`, `migrate` as a user types them (issue 2.3)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from spelregels_cli.app import app
from typer.testing import CliRunner, Result

RULES = "vormen/wijkplatform"
RUNNING = """\
id: loopt
as_of: {as_of}
records: all
closed: all
order: listed
events:
  - {{id: e1, at: 2026-03-02, act: informatie.gegeven, by: college}}
  - {{id: e2, at: 2026-03-03, act: kaders.bekendgemaakt, by: college}}
  - {{id: e3, at: 2026-03-16, act: raadpleging.geopend, by: college}}
  - {{id: e4, at: 2026-04-06, act: raadpleging.gesloten, by: college}}
  - {{id: e5, at: 2026-04-14, act: achterban.geraadpleegd, by: wijkplatform}}
  - {{id: e6, at: 2026-04-28, act: advies.uitgebracht, by: Jansen, as: wijkplatform}}
"""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


@pytest.fixture
def running(tmp_path: Path) -> str:
    path = tmp_path / "loopt.yaml"
    path.write_text(RUNNING.format(as_of="2026-05-20"), encoding="utf-8")
    return str(path)


def flat(result: Result) -> str:
    return " ".join(result.stdout.split())


# --- preview -----------------------------------------------------------------------------------


def test_preview_lists_what_can_happen(running: str) -> None:
    """Grouped; with the last day where there is one; exit code 0."""
    result = run("preview", running, "--rules", RULES)
    assert result.exit_code == 0, result.output
    text = flat(result)
    assert "Wat kan er op 20 mei 2026?" in text
    allowed, _, rest = text.partition("Dit mag, als de gegevens kloppen:")
    assert "uiterlijk 9 juni 2026" in allowed
    assert "‘motivering’" in rest
    assert text.endswith("Dit is geen juridisch advies.")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--act", "besluit.genomen", "--outcome", "aangehouden"], 0, "dit mag."),
        (["--act", "besluit.genomen", "--by", "raad"], 1, "dit mag niet."),
        (["--act", "reactie.gegeven", "--on", "2026-06-10"], 1, "uiterlijk op 9 juni 2026"),
        (["--act", "raadpleging.geopend", "--by", "college"], 1, "‘bewoners zijn geïnformeerd’"),
        (["--act", "budget.toegekend", "--by", "wijkmanager", "--with", "bedrag=6000"], 1, "5.000"),
        (
            [
                "--act",
                "besluit.genomen",
                "--outcome",
                "verworpen",
                "--by",
                "college",
                "--with",
                "motivering=zie advies",
                "--with",
                "initiatiefvoorstel=false",
            ],
            0,
            "dit mag.",
        ),
    ],
)
def test_preview_of_one_act(running: str, arguments: list[str], code: int, said: str) -> None:
    """0: it may; 1: it may not; and why, what is missing, when."""
    result = run("preview", running, "--rules", RULES, *arguments)
    assert result.exit_code == code, result.output
    assert said in flat(result)


def test_preview_as_json(running: str) -> None:
    """The fields of docs/session.md."""
    result = run(
        "preview", running, "--rules", RULES, "--act", "reactie.gegeven", "--format", "json"
    )
    data = json.loads(result.stdout)
    (answer,) = data["answers"]
    assert (data["spelregels_preview"], data["on"]) == ("1", "2026-05-20")
    assert (answer["answer"], answer["may"], answer["by"]) == ("lawful", True, "college")
    assert (answer["days"]["earliest"], answer["days"]["latest"]) == ("2026-05-20", "2026-06-09")
    assert [finding["norm"] for finding in answer["meets"]] == ["reactie-op-advies"]


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["preview", "--act", "besluit.genome"], "besluit.genomen"),
        (["preview", "--by", "colege"], "college"),
        (["preview", "--act", "besluit.genomen", "--outcome", "aangenome"], "aangenomen"),
        (["preview", "--outcome", "aangenomen"], "--act"),
        (["preview", "--with", "bedrag=1"], "--act"),
        (["preview", "--act", "besluit.genomen", "--with", "bedrag"], "soort=ontwerp"),
        (["preview", "--act", "besluit.genomen", "--with", "bedrag=veel"], "5000.50"),
        (["preview", "--act", "besluit.genomen", "--with", "motiverin=x"], "motivering"),
        (["preview", "--act", "besluit.genomen", "--with", "id=e1"], "soort=ontwerp"),
        (["preview", "--on", "20-05-2026"], "jaar-maand-dag"),
        (["agenda", "--previous", "bestaat-niet.ics"], "bestaat-niet.ics"),
        (["what-if"], "--add"),
        (["what-if", "--move", "e9=2026-05-01"], "e1"),
        (["what-if", "--move", "e3"], "e6=2026-07-01"),
        (["what-if", "--move", "e3=2026-02-30"], "e6=2026-07-01"),
        (["what-if", "--add", "{at: 2026-05-01, act: besluit.genome}"], "besluit.genomen"),
        (["what-if", "--add", "{at: 2026-05-01"], "--add 1:2"),
        (["what-if", "--add", "{id: e1, at: 2026-05-01, act: inbreng.gegeven}"], "--move"),
        (["what-if", "--add", "[]"], "--add"),
        (["what-if", "--add", ""], "--add"),
    ],
)
def test_bad_input_leads_to_the_right_one(running: str, arguments: list[str], hint: str) -> None:
    """Exit code 2, on stderr, with a way out; never a traceback."""
    command, *rest = arguments
    result = run(command, running, "--rules", RULES, *rest)
    assert result.exit_code == 2, result.output
    assert hint in " ".join(result.output.split())
    assert result.exception is None or isinstance(result.exception, SystemExit)


# --- agenda ------------------------------------------------------------------------------------


def test_agenda_in_three_formats(running: str, tmp_path: Path) -> None:
    """The same duty in each; no person named; overdue is exit code 1."""
    text = run("agenda", running, "--rules", RULES)
    assert text.exit_code == 0, text.output
    assert "Uiterlijk 9 juni 2026" in flat(text)
    (trajectory,) = json.loads(run("agenda", running, "--format", "json", "--rules", RULES).stdout)[
        "trajectories"
    ]
    (item,) = trajectory["items"]
    assert (item["kind"], item["day"], item["norm"]) == ("due", "2026-06-09", "reactie-op-advies")
    ics = run("agenda", running, "--format", "ics", "--rules", RULES)
    assert f"UID:{item['uid']}@spelregels" in ics.stdout
    assert "Jansen" not in text.stdout + ics.stdout
    late = run("agenda", running, "--rules", RULES, "--as-of", "2026-06-10")
    assert late.exit_code == 1
    assert "TE LAAT" in late.stdout


def test_agenda_cancels_what_the_previous_calendar_had(running: str, tmp_path: Path) -> None:
    """`--previous`: done means cancelled."""
    before = tmp_path / "vorige.ics"
    first = run("agenda", running, "--format", "ics", "--rules", RULES)
    before.write_bytes(first.stdout_bytes)
    path = Path(running)
    reply = "  - {id: e7, at: 2026-05-19, act: reactie.gegeven, by: college, antwoord_op: e6}\n"
    path.write_text(path.read_text(encoding="utf-8") + reply, encoding="utf-8")
    after = run("agenda", running, "--format", "ics", "--rules", RULES, "--previous", str(before))
    assert "STATUS:CANCELLED" in after.stdout
    assert "SEQUENCE:1" in after.stdout


# --- what-if -----------------------------------------------------------------------------------


def test_what_if_shows_verdicts_before_and_after(running: str) -> None:
    """A move that breaks a norm, and an added decision: exit code 1."""
    add = "{at: 2026-05-11, act: besluit.genomen, by: college, outcome: aangenomen}"
    result = run("what-if", running, "--rules", RULES, "--move", "e3=2026-03-09", "--add", add)
    assert result.exit_code == 1, result.output
    text = flat(result)
    assert "verplaatst: ‘raadpleging geopend’" in text
    assert "informatie-vooraf [e3]: nagekomen wordt geschonden" in text
    assert "Fase: ‘het college beslist’ wordt ‘besloten’" in text
    assert "besluit-met-reden [nieuw1]: niets wordt geschonden" in text


def test_what_if_without_a_new_breach(running: str) -> None:
    """Exit code 0; as JSON too."""
    add = "{id: r, at: 2026-05-19, act: reactie.gegeven, by: college, antwoord_op: e6}"
    result = run("what-if", running, "--rules", RULES, "--add", add, "--format", "json")
    assert result.exit_code == 0, result.output
    data = json.loads(result.stdout)
    (change,) = [d for d in data["differences"] if d["norm"] == "reactie-op-advies"]
    assert (change["before"]["verdict"], change["after"]["verdict"]) == ("open", "kept")
    assert (data["added"], data["new_breaches"]) == (["r"], 0)


def test_what_if_nothing_changes(running: str) -> None:
    """And says so."""
    result = run("what-if", running, "--rules", RULES, "--move", "e5=2026-04-15")
    assert result.exit_code == 0
    assert "Er verandert geen enkele uitkomst." in result.stdout


# --- migrate -----------------------------------------------------------------------------------

OLD = """\
spelregels: "1"
id: stad/oud
title: Oud
regulatory_layer: VERORDENING
valid_from: 2025-01-01
governs: not_stated
roles:
  college: {kind: authority}
acts:
  vraag:
  antwoord:
  besluit:
  stop:
stages:
  begin: {next: {vraag: midden}}
  midden: {next: {besluit: klaar, stop: weg}, also: [vraag, antwoord]}
  klaar: {ends_as: decided}
  weg: {ends_as: withdrawn}
norms:
  - {id: antwoorden, after: vraag, must: antwoord, by: college, within: 6 weken}
"""
NEW = (
    OLD.replace("stad/oud", "stad/nieuw")
    .replace("2025-01-01", "2026-07-01")
    .replace("6 weken", "2 weken")
)
LOGS = """\
trajectories:
  - {id: loopt, records: all, as_of: 2026-07-05, events: [
     {id: v1, at: 2026-06-20, act: vraag}, {id: v2, at: 2026-07-01, act: vraag}]}
  - {id: klaar, records: all, as_of: 2026-07-05, events: [
     {id: v1, at: 2026-06-20, act: vraag}, {id: s, at: 2026-06-21, act: stop}]}
  - {id: nieuw, records: all, as_of: 2026-07-05, events: []}
"""


@pytest.fixture
def moving(tmp_path: Path) -> Path:
    for name, text in (("oud", OLD), ("nieuw", NEW), ("logs", LOGS)):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def migrate(folder: Path, *more: str) -> Result:
    files = [str(folder / f"{name}.yaml") for name in ("oud", "nieuw", "logs")]
    return run("migrate", "--plan", *files, *more)


def fates(result: Result) -> dict[str, str]:
    return {one["id"]: one["fate"] for one in json.loads(result.stdout)["trajectories"]}


def test_the_plan_says_which_dates_move_under_each_reading(moving: Path) -> None:
    """None for what began before; the second question by event date; both at once."""
    result = migrate(moving, "--format", "json")
    assert result.exit_code == 1, result.output
    assert fates(result) == {"loopt": "mapped", "klaar": "ended", "nieuw": "same"}
    moves = json.loads(result.stdout)["trajectories"][0]["moves"]
    told = {
        reading: [(move["trigger"], move["before"], move["after"]) for move in listed]
        for reading, listed in moves.items()
    }
    second = ("v2", "2026-08-12", "2026-07-15")
    assert told == {
        "started_in_force": [],
        "event_date": [second],
        "at_once": [("v1", "2026-08-03", "2026-07-06"), second],
    }


def test_the_plan_in_words(moving: Path) -> None:
    """It says that a reading must be chosen and that nothing was changed."""
    before = (moving / "logs.yaml").read_bytes()
    text = flat(migrate(moving))
    assert "Kies zelf een lezing; tot dan verschuift er niets." in text
    assert "antwoorden (v2): 12 augustus 2026 wordt 15 juli 2026" in text
    assert "er is niets veranderd" in text
    assert (moving / "logs.yaml").read_bytes() == before


def test_a_stage_that_is_gone_needs_a_place_to_go(moving: Path) -> None:
    """Impossible until `--stage` says where; then mapped."""
    text = NEW.replace("midden", "onderweg")
    (moving / "nieuw.yaml").write_text(text, encoding="utf-8")
    assert fates(migrate(moving, "--format", "json"))["loopt"] == "impossible"
    mapped = migrate(moving, "--format", "json", "--stage", "midden=onderweg")
    assert fates(mapped)["loopt"] == "mapped"
    assert "bedoelde u: onderweg" in migrate(moving, "--stage", "midden=onderwg").output


def test_an_act_that_is_gone_makes_it_impossible(moving: Path) -> None:
    """With the act named."""
    text = NEW.replace("vraag", "verzoek")
    (moving / "nieuw.yaml").write_text(text, encoding="utf-8")
    result = migrate(moving)
    assert result.exit_code == 1
    assert "De handeling vraag bestaat niet in stad/nieuw" in flat(result)


def test_the_same_text_moves_nothing(moving: Path) -> None:
    """Exit code 0."""
    (moving / "nieuw.yaml").write_text(
        OLD.replace("stad/oud", "stad/nieuw").replace("2025-01-01", "2026-07-01"),
        encoding="utf-8",
    )
    result = migrate(moving, "--format", "json")
    assert (result.exit_code, fates(result)["loopt"]) == (0, "same"), result.output


def test_migrate_only_plans(moving: Path) -> None:
    """Without `--plan` it refuses and says where moving is done; an unknown day is asked for."""
    files = [str(moving / f"{name}.yaml") for name in ("oud", "nieuw", "logs")]
    result = run("migrate", *files)
    assert result.exit_code == 2
    assert "Session.restore" in result.output
    text = NEW.replace("valid_from: 2026-07-01", "valid_from: not_stated")
    (moving / "nieuw.yaml").write_text(text, encoding="utf-8")
    result = migrate(moving)
    assert result.exit_code == 2
    assert "--from" in result.output
    assert migrate(moving, "--from", "2026-07-01").exit_code == 1
