"""`spelregels.toml` (issue 3.1): levels, and suppressions that nobody can forget."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from spelregels.model.problem import InputRefused
from spelregels.model.ruleset import Ruleset
from spelregels.model.verified import VerifyReport
from spelregels.model.words import Severity
from spelregels.verify import fails, read_settings, verify
from spelregels.verify.settings import Settings

from .looking import DAY, written

CHECK = "antwoord-zonder-termijn"
RULES = """
norms:
  - {id: antwoord, after: advies.uitgebracht, must: reactie.gegeven, by: raad, answers: antwoord_op}
  - {id: nog-een, after: inbreng.gegeven, must: reactie.gegeven, by: raad, answers: antwoord_op}
"""
SUPPRESS = f"""
[[verify.suppress]]
check = "{CHECK}"
ruleset = "voorbeeldstad/regels"
place = "norms/antwoord"
reason = "Staat in het reglement."
expires = 2026-11-22
"""


@pytest.fixture
def ruleset(tmp_path: Path) -> Ruleset:
    return written(tmp_path, RULES)


def settings(text: str, folder: Path) -> Settings:
    path = folder / "spelregels.toml"
    path.write_text(text, encoding="utf-8")
    return read_settings(path)


def look(ruleset: Ruleset, given: Settings, day: date = DAY) -> VerifyReport:
    return verify([ruleset], as_of=day, settings=given)


def checks(report: VerifyReport) -> list[str]:
    return [one.check for one in report.findings]


def test_a_level_makes_a_check_louder_or_silent(ruleset: Ruleset, tmp_path: Path) -> None:
    """3.1: levels."""
    loud = look(ruleset, settings(f'[verify.levels]\n{CHECK} = "error"\n', tmp_path))
    assert {one.severity for one in loud.findings} == {Severity.ERROR}
    assert fails(loud, "error")
    off = look(ruleset, settings(f'[verify.levels]\n{CHECK} = "off"\n', tmp_path))
    assert off.findings == ()
    assert CHECK not in off.rulesets[0].ran


def test_what_was_not_seen_never_gets_louder(tmp_path: Path) -> None:
    """3.1: silence in a text that was not all seen is no fault, whatever the settings say."""
    ruleset = written(tmp_path, f"encoded: {{rest: not_seen}}\n{RULES}")
    report = look(ruleset, settings(f'[verify.levels]\n{CHECK} = "error"\n', tmp_path))
    assert {one.severity for one in report.findings} == {Severity.INFO}


def test_a_suppression_hides_one_finding_and_is_counted(ruleset: Ruleset, tmp_path: Path) -> None:
    """3.1: suppressions are counted and shown."""
    report = look(ruleset, settings(SUPPRESS, tmp_path))
    assert [one.at.place.path for one in report.findings] == ["norms/nog-een"]
    assert [one.by.reason for one in report.suppressed] == ["Staat in het reglement."]


def test_without_a_place_it_hides_the_check_in_that_ruleset(
    ruleset: Ruleset, tmp_path: Path
) -> None:
    """3.1: the whole file, when no place is named; another ruleset is another matter."""
    text = SUPPRESS.replace('place = "norms/antwoord"\n', "")
    report = look(ruleset, settings(text, tmp_path))
    assert report.findings == ()
    assert len(report.suppressed) == 2
    renamed = replace(ruleset.own, id="stad/andere")
    other = replace(ruleset, id=renamed.id, files=(*ruleset.files[:-1], renamed))
    assert len(look(other, settings(text, tmp_path)).findings) == 2


def test_an_expired_suppression_hides_nothing_and_is_reported(
    ruleset: Ruleset, tmp_path: Path
) -> None:
    """3.1: expiry. The last day counts; the day after, the finding is back and so is the notice."""
    given = settings(SUPPRESS, tmp_path)
    assert "onderdrukking-verlopen" not in checks(look(ruleset, given, DAY))
    late = look(ruleset, given, DAY + timedelta(1))
    assert checks(late) == [CHECK, CHECK, "onderdrukking-verlopen"]
    assert late.loose[0].at.position.line == 2
    assert fails(late, "warning")


def test_a_suppression_that_hides_nothing_is_reported(ruleset: Ruleset, tmp_path: Path) -> None:
    """3.1: one that suppresses nothing is itself reported, unless its ruleset was not looked at."""
    given = settings(SUPPRESS.replace("norms/antwoord", "norms/weg"), tmp_path)
    assert checks(look(ruleset, given)) == [CHECK, CHECK, "onderdrukking-zonder-doel"]
    elsewhere = settings(SUPPRESS.replace("voorbeeldstad/", "stad/"), tmp_path)
    assert checks(look(ruleset, elsewhere)) == [CHECK, CHECK]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("[verify\n", "no-toml", 1),
        ("[toetsen]\n", "unknown-key", 1),
        ('[verify]\nfail_at = "error"\n', "unknown-key", 2),
        ('[verify]\nfail_on = "fout"\n', "unfit-value", 2),
        ('[verify.levels]\nantwoord-zonder-termyn = "off"\n', "unknown-check", 2),
        (f'[verify.levels]\n{CHECK} = "hard"\n', "unfit-value", 2),
        ("[verify]\nlevels = 3\n", "no-table", 2),
        ("[verify]\nsuppress = 3\n", "unfit-value", 2),
        (SUPPRESS.replace('reason = "Staat in het reglement."\n', ""), "missing-key", 2),
        (SUPPRESS.replace("expires = 2026-11-22\n", ""), "missing-key", 2),
        (SUPPRESS.replace("2026-11-22", '"2026-11-22"'), "unfit-value", 7),
        (SUPPRESS.replace("2026-11-22", "2026-11-22T10:00:00"), "unfit-value", 7),
        (SUPPRESS.replace("Staat in het reglement.", "  "), "no-text", 6),
        (SUPPRESS.replace("reason =", "because ="), "unknown-key", 6),
    ],
)
def test_a_mistake_in_the_settings_has_a_place(
    text: str, code: str, line: int, tmp_path: Path
) -> None:
    """3.1: a reason and an expiry are required; what is wrong is told with file and line."""
    with pytest.raises(InputRefused) as refused:
        settings(text, tmp_path)
    problems = {(one.code, one.position.line) for one in refused.value.problems}
    assert (code, line) in problems
    assert all(one.position.file.endswith("spelregels.toml") for one in refused.value.problems)


def test_settings_that_are_no_text_are_refused(tmp_path: Path) -> None:
    """Bytes that are no UTF-8: a problem, no traceback."""
    path = tmp_path / "spelregels.toml"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(InputRefused):
        read_settings(path)
