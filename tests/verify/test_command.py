"""`spelregels verify` as people type it (issue 3.1): exit codes, folders, what is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from spelregels_cli.app import main

from spelregels.verify.cases import whole

GOOD = "norms:\n  - {id: vooraf, before: besluit.genomen, must: informatie.gegeven, by: college}\n"
WARN = "norms:\n  - {id: steun, count: steunbetuiging.gedaan, at_least: not_stated}\n"
BAD = (
    "norms:\n"
    "  - {id: altijd, before: besluit.genomen, must: raadpleging.geopend, by: college}\n"
    "  - {id: nooit, never: raadpleging.geopend}\n"
)


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def rules(name: str, text: str) -> str:
    path = Path("regels") / f"{name}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(whole(f"id: regels/{name}\n{text}"), encoding="utf-8")
    return str(path)


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.argv", ["spelregels", "verify", *arguments])
        with pytest.raises(SystemExit) as left:
            main()
    told = capsys.readouterr()
    return int(left.value.code or 0), told.out, told.err


def test_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    """3.1: 0 clean, 1 findings from `--fail-on` upwards, 2 bad input; as `check`."""
    good, warn, bad = rules("goed", GOOD), rules("let-op", WARN), rules("fout", BAD)
    assert run(capsys, good)[0] == 0
    assert run(capsys, warn)[0] == 0
    assert run(capsys, warn, "--fail-on", "warning")[0] == 1
    assert run(capsys, bad)[0] == 1
    assert run(capsys, bad, "--fail-on", "never")[0] == 0
    assert run(capsys, "bestaat/niet")[0] == 2
    assert run(capsys)[0] == 2


def test_a_folder_and_several_rulesets(capsys: pytest.CaptureFixture[str]) -> None:
    """3.1: several rulesets and folders; each is looked at once."""
    good, _ = rules("goed", GOOD), rules("let-op", WARN)
    code, out, _ = run(capsys, "regels", good, "nl/vocabulaire", "--format", "json")
    assert code == 0
    ids = [one["ruleset"] for one in json.loads(out)["rulesets"]]
    assert ids == ["regels/goed", "regels/let-op", "nl/vocabulaire"]


def test_all_problems_together(capsys: pytest.CaptureFixture[str]) -> None:
    """Bad input: every problem of every file, with its place, and no findings at all."""
    rules("een", "norms:\n  - {id: a, never: bestaat.niet}\n")
    rules("twee", "norms:\n  - {id: b, never: ook.niet}\n")
    code, out, err = run(capsys, "regels")
    assert (code, out) == (2, "")
    assert "regels/een.yaml:9:" in err
    assert "regels/twee.yaml:9:" in err
    Path("leeg").mkdir()
    code, _, err = run(capsys, "leeg")
    assert code == 2
    assert "geen regels" in err


def test_settings_beside_you_count(capsys: pytest.CaptureFixture[str]) -> None:
    """3.1: spelregels.toml of this folder; an option goes before it; `--config` names another."""
    warn = rules("let-op", WARN)
    Path("spelregels.toml").write_text('[verify]\nfail_on = "warning"\n', encoding="utf-8")
    assert run(capsys, warn)[0] == 1
    assert run(capsys, warn, "--fail-on", "error")[0] == 0
    Path("los.toml").write_text(
        '[verify.levels]\ndrempel-zonder-getal = "error"\n', encoding="utf-8"
    )
    assert run(capsys, warn, "--config", "los.toml")[0] == 1
    code, _, err = run(capsys, warn, "--config", "weg.toml")
    assert code == 2
    assert "weg.toml" in err


def test_one_check_only(capsys: pytest.CaptureFixture[str]) -> None:
    """`--only` runs what is named, and knows what is near a name that does not exist."""
    bad = rules("fout", BAD)
    assert run(capsys, bad, "--only", "termijn-vaag")[0] == 0
    assert run(capsys, bad, "--only", "moet-en-mag-niet")[0] == 1
    code, _, err = run(capsys, bad, "--only", "moet-en-mag-nit")
    assert code == 2
    assert "moet-en-mag-niet" in err


def test_asking_about_checks(capsys: pytest.CaptureFixture[str]) -> None:
    """3.1: `--checks` lists them, with `--only` one is told in full; in both languages."""
    code, out, _ = run(capsys, "--checks")
    assert code == 0
    assert "moet-en-mag-niet: Moet en mag niet (ernstig)" in out
    code, out, _ = run(capsys, "--checks", "--only", "moet-en-mag-niet", "--lang", "en")
    assert code == 0
    assert "Whoever keeps one norm breaks the other." in out


@pytest.mark.parametrize("form", ["text", "json", "sarif", "junit", "github"])
def test_every_format_can_be_asked_for(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    """3.1: text, JSON, SARIF, JUnit, GitHub; the outcome does not hang on the format."""
    code, out, err = run(capsys, rules("fout", BAD), "--format", form, "--as-of", "2026-11-22")
    assert code == 1
    assert "moet-en-mag-niet" in out
    assert err == ""


def test_the_day_of_looking(capsys: pytest.CaptureFixture[str]) -> None:
    """A text past its review date is so from the day after, whatever the wall says."""
    old = rules("oud", f"review_by: 2026-06-30\n{GOOD}")
    late = ("--fail-on", "warning", "--as-of")
    assert run(capsys, old, *late, "2026-06-30")[0] == 0
    assert run(capsys, old, *late, "2026-07-01")[0] == 1
