"""The commands as a user types them (issue 1.6): output, exit codes, bad input."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from spelregels_cli.app import app
from typer.testing import CliRunner, Result

from spelregels.report.contract import schema

ROOT = Path(__file__).parents[2]
EXAMPLE = str(ROOT / "examples" / "speelplek.yaml")
RULES = "vormen/wijkplatform"

CLEAN = """\
id: schoon
as_of: 2026-03-01
records: all
closed: all
order: listed
events:
  - {id: e1, at: 2026-01-05, act: informatie.gegeven, by: college}
  - {id: e2, at: 2026-01-06, act: kaders.bekendgemaakt, by: college}
"""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


@pytest.fixture
def clean(tmp_path: Path) -> str:
    path = tmp_path / "schoon.yaml"
    path.write_text(CLEAN, encoding="utf-8")
    return str(path)


def test_the_shipped_example_shows_a_breach() -> None:
    """The README's first command: findings, exit code 1, no advice."""
    result = run("check", EXAMPLE, "--rules", RULES)
    assert result.exit_code == 1, result.output
    assert "GESCHONDEN (te laat)  informatie-vooraf" in result.stdout
    assert "dat moest uiterlijk op 23 februari 2026" in " ".join(result.stdout.split())
    assert result.stdout.rstrip().endswith("Dit is geen juridisch advies.")


def test_a_clean_trajectory_exits_0(clean: str) -> None:
    """Nothing broken: 0."""
    assert run("check", clean, "--rules", RULES).exit_code == 0


@pytest.mark.parametrize(
    ("level", "code"),
    [("error", 1), ("warning", 1), ("info", 1), ("cannot-tell", 1), ("data", 1), ("never", 0)],
)
def test_fail_on(level: str, code: int) -> None:
    """`--fail-on`: at or above that level is 1; never is 0."""
    assert run("check", EXAMPLE, "--fail-on", level).exit_code == code


def test_the_header_names_the_rules() -> None:
    """Without `--rules` the trajectory's own `ruleset:` counts."""
    assert run("check", EXAMPLE).stdout == run("check", EXAMPLE, "--rules", RULES).stdout


def test_json_is_the_contract() -> None:
    """`--format json` is valid under the published schema, with hashes of what was used."""
    result = run("check", EXAMPLE, "--format", "json")
    report = json.loads(result.stdout)
    Draft202012Validator(schema()).validate(report)
    assert result.exit_code == 1
    receipt = report["receipt"]
    assert [file["name"] for file in receipt["files"]][-1] == RULES
    assert all(len(file["sha256"]) == 64 for file in receipt["files"] + receipt["inputs"])
    assert len(receipt["calendar"]["sha256"]) == 64
    (trajectory,) = report["trajectories"]
    assert trajectory["outcome"] == "broken"
    norms = {v["norm"]: v["verdict"] for v in trajectory["verdicts"]}
    assert norms["informatie-vooraf"] == "broken"
    assert norms["reactie-op-advies"] == "late"


def test_english() -> None:
    """`--lang en`."""
    result = run("check", EXAMPLE, "--lang", "en")
    assert "BROKEN (too late)" in result.stdout
    assert result.stdout.rstrip().endswith("This is no legal advice.")


def as_of(*arguments: str) -> tuple[str, str]:
    result = run("check", *arguments, "--rules", RULES, "--format", "json", "--fail-on", "never")
    (trajectory,) = json.loads(result.stdout)["trajectories"]
    return trajectory["as_of"], trajectory["as_of_from"]


def test_as_of_option_then_header_then_today(
    clean: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """M4: `--as-of`, else the header's, else today in Amsterdam; and it is said which."""
    from datetime import date

    monkeypatch.setattr("spelregels_cli.check._today", lambda: date(2031, 2, 3))
    bare = tmp_path / "kaal.yaml"
    bare.write_text(CLEAN.replace("as_of: 2026-03-01\n", ""), encoding="utf-8")
    assert as_of(clean, "--as-of", "2026-02-02") == ("2026-02-02", "option")
    assert as_of(clean) == ("2026-03-01", "header")
    assert as_of(str(bare)) == ("2031-02-03", "today")
    said = run("check", clean, "--rules", RULES, "--as-of", "2026-02-02").stdout
    assert "op 2 februari 2026 (opgegeven)" in said
    assert "op 1 maart 2026 (uit het traject)" in run("check", clean, "--rules", RULES).stdout
    assert "op 3 februari 2031 (vandaag)" in run("check", str(bare), "--rules", RULES).stdout


@pytest.mark.parametrize("day", ["gisteren", "2026-02-30", "20260604", "2026-W23-4", "04-06-2026"])
def test_a_day_that_is_no_day_is_refused(day: str) -> None:
    """Dates are written one way; nothing is guessed."""
    result = run("check", EXAMPLE, "--as-of", day)
    assert result.exit_code == 2
    assert "jaar-maand-dag" in " ".join(result.output.split())


WRONG = CLEAN.replace("informatie.gegeven", "informatie.gegevn")


def test_a_wrong_name_leads_to_the_right_one(tmp_path: Path) -> None:
    """file:line:column, what was expected, did you mean; in both formats; exit code 2."""
    path = tmp_path / "fout.yaml"
    path.write_text(WRONG, encoding="utf-8")
    result = run("check", str(path), "--rules", RULES)
    assert result.exit_code == 2
    assert f"{path}:7:" in result.stderr
    assert "bedoelde u: informatie.gegeven" in result.stderr
    assert result.stdout == ""
    result = run("check", str(path), "--rules", RULES, "--format", "json", "--lang", "en")
    (problem,) = json.loads(result.stdout)["problems"]
    assert (result.exit_code, problem["suggestion"]) == (2, "informatie.gegeven")
    assert problem["location"]["line"] == 7


def test_problems_of_all_inputs_are_told_together(tmp_path: Path) -> None:
    """Two wrong files: both are named, nothing is judged."""
    first, second = tmp_path / "a.yaml", tmp_path / "b.yaml"
    first.write_text("id: [", encoding="utf-8")
    second.write_text("{", encoding="utf-8")
    result = run("check", str(first), str(second), "--rules", RULES)
    assert result.exit_code == 2
    assert str(first) in result.stderr
    assert str(second) in result.stderr


@pytest.mark.parametrize("command", ["check", "test", "show", "explain"])
def test_what_is_not_there_is_no_traceback(command: str, tmp_path: Path) -> None:
    """A missing file, or a name that is no ruleset: exit code 2 and a sentence."""
    missing = str(tmp_path / "weg.yaml")
    result = run(command, missing, *(["--rules", RULES] if command == "check" else []))
    assert result.exit_code == 2
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert "weg.yaml" in result.stderr


def test_an_unknown_ruleset_gets_a_suggestion() -> None:
    """`vormen/wijkplatvorm` is not far from a shipped name."""
    result = run("show", "vormen/wijkplatvorm")
    assert result.exit_code == 2
    assert RULES in result.stderr


@pytest.mark.parametrize(
    "content", [b"\xff\xfe\x00\x01", b"\x80abc: d", b"", b"- 1\n- 2\n", b"\x00" * 50]
)
def test_bytes_that_are_no_trajectory(content: bytes, tmp_path: Path) -> None:
    """1.9: not UTF-8, empty, or something else: never a traceback, never a silent pass."""
    path = tmp_path / "raar.yaml"
    path.write_bytes(content)
    result = run("check", str(path), "--rules", RULES)
    assert result.exit_code == 2, result.output
    assert "raar.yaml" in result.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(clean: str) -> None:
    """No permission: a sentence."""
    Path(clean).chmod(0)
    result = run("check", clean, "--rules", RULES)
    assert result.exit_code == 2
    assert clean in result.stderr


def test_without_rules_it_says_so(clean: str) -> None:
    """No `--rules` and none in the header."""
    result = run("check", clean)
    assert result.exit_code == 2
    assert "--rules" in result.stderr


def test_test_runs_the_examples() -> None:
    """`test R`: the examples, and each guarantee printed as not yet proved."""
    result = run("test", RULES)
    assert result.exit_code == 0, result.output
    assert "voorbeelden komen uit zoals verwacht" in result.stdout
    assert "geen-besluit-zonder-raadpleging: nog niet bewezen." in result.stdout
    data = json.loads(run("test", RULES, "--format", "json").stdout)
    assert all(example["as_expected"] for example in data["examples"])
    assert all(guarantee["proved"] is False for guarantee in data["guarantees"])


POWER = """
spelregels: "1"
id: regels
title: Regels
regulatory_layer: WIJKSPELREGELS
valid_from: 2026-01-01
governs: event_date
roles: {raad: {kind: authority}}
acts:
  besluit.genomen: {decision: true}
stages:
  open: {power: {decides: raad}, next: {besluit.genomen: klaar}}
  klaar: {ends_as: decided}
norms:
  - {id: raad-beslist, may: besluit.genomen, by: raad}
examples:
  - title: de raad beslist
    as_of: 2026-12-31
    events: [{at: 2026-02-02, act: besluit.genomen, by: raad}]
    expect: {raad-beslist: kept}
"""


def test_test_says_where_a_power_over_a_listed_decision_is_judged(tmp_path: Path) -> None:
    """5, 4.5: who expects a verdict under the power itself is told to look at `@power`."""
    path = tmp_path / "regels.yaml"
    path.write_text(POWER, encoding="utf-8")
    assert '"@power"' in run("test", str(path)).stdout
    path.write_text(POWER.replace("raad-beslist: kept", '"@power": broken'), encoding="utf-8")
    result = run("test", str(path))
    assert result.exit_code == 1
    assert "beoordeeld" not in result.stdout


def test_test_fails_when_an_example_differs(tmp_path: Path) -> None:
    """An example that comes out otherwise: which norm, expected, found; exit code 1."""
    text = (ROOT / "rulesets" / "vormen" / "wijkplatform.yaml").read_text(encoding="utf-8")
    assert "informatie-vooraf: broken" in text
    path = tmp_path / "anders.yaml"
    path.write_text(
        text.replace("informatie-vooraf: broken", "informatie-vooraf: [kept, late]"),
        encoding="utf-8",
    )
    result = run("test", str(path))
    assert result.exit_code == 1, result.output
    assert "anders  te laat verteld" in result.stdout
    said = " ".join(result.stdout.split())
    assert (
        "informatie-vooraf: verwacht nagekomen, te laat gedaan (in deze volgorde), "
        "gevonden geschonden (te laat)" in said
    )


def test_show_names_who_decides_in_each_stage() -> None:
    """`show R`: stages, power holder, norms per stage."""
    result = run("show", RULES)
    assert result.exit_code == 0
    assert "beslist: het college van" in result.stdout
    assert "advies-voor-besluit" in result.stdout
    data = json.loads(run("show", RULES, "--format", "json").stdout)
    assert data["stages"][0]["id"] == "aangekondigd"


def test_explain_reads_one_norm_or_all() -> None:
    """`explain R` and `explain R#norm`."""
    whole, one = run("explain", RULES), run("explain", f"{RULES}#informatie-vooraf")
    assert (whole.exit_code, one.exit_code) == (0, 0)
    assert "moet er eerst zijn: ‘informatie gegeven’" in one.stdout
    assert one.stdout.splitlines()[1] in whole.stdout
    result = run("explain", f"{RULES}#informatie-voraf")
    assert result.exit_code == 2
    assert "bedoelde u: informatie-vooraf" in result.stderr


def test_schema_is_a_json_schema() -> None:
    """`schema ruleset|trajectory|report`, for an editor's language server."""
    for what in ("ruleset", "trajectory", "report"):
        result = run("schema", what)
        assert result.exit_code == 0, result.output
        Draft202012Validator.check_schema(json.loads(result.stdout))
    assert run("schema").stdout == run("schema", "ruleset").stdout


def test_list_names_what_is_shipped() -> None:
    """`list`: every shipped ruleset with its title."""
    result = run("list")
    assert result.exit_code == 0
    assert any(line.startswith("nl/awb ") for line in result.stdout.splitlines())
    assert {"id": RULES, "title": "Wijkplatform met wijkspelregels"} in json.loads(
        run("list", "--format", "json").stdout
    )


def python(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(ROOT), str(ROOT / "cli")])
    return subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, "PYTHONPATH": path, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_start_imports_nothing_heavy(option: str) -> None:
    """`--version` and `--help` import neither pydantic nor transitions nor rich (2.6)."""
    run_ = python("-X", "importtime", "-m", "spelregels_cli", option)
    assert run_.returncode == 0, run_.stderr
    modules = {line.rsplit("|", 1)[-1].strip() for line in run_.stderr.splitlines()}
    assert "spelregels_cli.app" in modules
    heavy = {"pydantic", "transitions", "rich", "yaml", "hypothesis", "zoneinfo", "jsonschema"}
    heavy |= {"spelregels.model", "spelregels.language", "spelregels.semantics", "asyncio"}
    assert not {m for m in modules if m.split(".")[0] in heavy or m in heavy}


def test_version_is_the_packages_own() -> None:
    """`--version` reads the literal version."""
    from spelregels import __version__

    assert run("--version").stdout == f"spelregels {__version__}\n"


def test_no_colour_off_a_terminal() -> None:
    """Piped output holds no escape codes and no bars, whatever the terminal can do."""
    done = python("-m", "spelregels_cli", "check", EXAMPLE, TERM="xterm-256color")
    assert done.returncode == 1
    assert "\x1b" not in done.stdout + done.stderr


def on_a_terminal(*arguments: str, **environment: str) -> str:
    """What a person would see: both streams on a pseudo-terminal."""
    pty = pytest.importorskip("pty")
    main_end, terminal = pty.openpty()
    path = os.pathsep.join([str(ROOT), str(ROOT / "cli")])
    with subprocess.Popen(
        [sys.executable, "-m", "spelregels_cli", *arguments],
        env={**os.environ, "PYTHONPATH": path, "TERM": "xterm", **environment},
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
    ):
        os.close(terminal)
        seen = bytearray()
        while True:
            try:
                block = os.read(main_end, 65536)
            except OSError:  # the other end was closed
                break
            if not block:
                break
            seen += block
    os.close(main_end)
    return seen.decode()


def test_a_terminal_gets_colour_and_a_bar_for_many(tmp_path: Path) -> None:
    """Many trajectories on a terminal: a progress bar and colour; with NO_COLOR neither."""
    events = CLEAN.splitlines()[5:]
    one = ["as_of: 2026-03-01", "records: all", "closed: all", "order: listed", *events]
    listed = []
    for number in range(30):
        listed += [f"- id: t{number}", *(f"  {line}" for line in one)]
    many = tmp_path / "veel.yaml"
    many.write_text("\n".join(listed), encoding="utf-8")
    seen = on_a_terminal("check", str(many), EXAMPLE, "--rules", RULES, NO_COLOR="")
    assert "100%" in seen
    assert "\x1b[1;31mGESCHONDEN" in seen
    plain = on_a_terminal("check", str(many), EXAMPLE, "--rules", RULES, NO_COLOR="1")
    assert "100%" not in plain
    assert "\x1b" not in plain
    assert "GESCHONDEN" in plain


def test_a_reader_that_goes_away_is_no_traceback() -> None:
    """`spelregels … | head -1`."""
    path = os.pathsep.join([str(ROOT), str(ROOT / "cli")])
    with subprocess.Popen(
        [sys.executable, "-m", "spelregels_cli", "explain", "nl/vocabulaire"],
        env={**os.environ, "PYTHONPATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr is not None
        errors = process.stderr.read().decode()
    assert "Traceback" not in errors
    assert "BrokenPipe" not in errors


FAULTY = """
import sys
import spelregels.language
from spelregels_cli.app import main

def boom():
    raise {fault}

spelregels.language.shipped_rulesets = boom
sys.argv = ["spelregels", "list"]
main()
"""


def test_ctrl_c_is_no_traceback() -> None:
    """Stopped by hand: silence, and the exit code shells know."""
    done = python("-c", FAULTY.format(fault="KeyboardInterrupt"))
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_an_own_fault_is_one_line_not_a_traceback() -> None:
    """Whatever goes wrong inside, a user gets a sentence and an exit code of its own."""
    done = python("-c", FAULTY.format(fault="ZeroDivisionError('x')"))
    assert done.returncode == 70
    assert "Traceback" not in done.stderr
    assert "Fout in spelregels zelf (ZeroDivisionError: x)" in done.stderr
