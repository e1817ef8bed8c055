"""Findings for machines (issue 3.1): SARIF 2.1.0, JUnit, GitHub, JSON; ids and places hold."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest

from spelregels.model.ruleset import Ruleset
from spelregels.model.verified import Suppression, VerifyReport
from spelregels.report.github import github
from spelregels.report.junit import junit
from spelregels.report.layout import Style
from spelregels.report.sarif import sarif
from spelregels.report.verify_json import schema, verify_json
from spelregels.report.verify_text import about_text, checks_text, verify_text
from spelregels.verify import records, verify
from spelregels.verify.settings import Settings

from .looking import DAY, written
from .sarif_schema import SCHEMA

RULES = """
norms:
  - {id: altijd, before: besluit.genomen, must: raadpleging.geopend, by: college}
  - {id: nooit, title: "nooit: %0A::error::x, 100%", never: raadpleging.geopend}
  - {id: antwoord, after: advies.uitgebracht, must: reactie.gegeven, by: raad, answers: antwoord_op}
  - {id: voortgang, statement: Wij spreken elkaar periodiek., by: college}
"""
ASIDE = Suppression(
    check="antwoord-zonder-termijn",
    ruleset="voorbeeldstad/regels",
    reason="Staat in het reglement.",
    expires=DAY,
)
USELESS = Suppression(
    check="termijn-vaag", ruleset="voorbeeldstad/regels", reason="Was zo.", expires=DAY
)


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> VerifyReport:
    monkeypatch.chdir(tmp_path)
    return look(written(tmp_path, RULES))


def look(ruleset: Ruleset) -> VerifyReport:
    return verify([ruleset], as_of=DAY, settings=Settings(suppressions=(ASIDE, USELESS)))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_sarif_is_sarif(report: VerifyReport, language: str) -> None:
    """3.1: valid by the structure of the public schema, in both languages."""
    jsonschema.validate(json.loads(json.dumps(sarif(report, language))), SCHEMA)


def test_sarif_names_check_line_and_place(report: VerifyReport) -> None:
    """3.1: stable ids and positions; the file is named from the folder one stands in."""
    (run,) = sarif(report, "nl")["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert set(rules) >= {record.id for record in records()}
    one = next(r for r in run["results"] if r["ruleId"] == "moet-en-mag-niet")
    assert rules[one["ruleIndex"]] == "moet-en-mag-niet"
    (location,) = one["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "voorbeeldstad/regels.yaml"},
        "region": {"startLine": 10, "startColumn": 10},
    }
    assert location["logicalLocations"] == [
        {"fullyQualifiedName": "voorbeeldstad/regels#norms/altijd"}
    ]
    assert one["level"] == "error"


def test_a_fingerprint_survives_a_new_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """3.1: what a host remembers of a finding hangs on its name, not on its line."""
    monkeypatch.chdir(tmp_path)
    before = sarif(look(written(tmp_path, RULES)), "nl")["runs"][0]["results"]
    after = sarif(look(written(tmp_path, f"why: een regel erbij\n{RULES}")), "en")["runs"][0][
        "results"
    ]
    prints = [[one["partialFingerprints"] for one in results] for results in (before, after)]
    assert prints[0] == prints[1]
    assert len({str(one) for one in prints[0]}) == len(prints[0])
    lines = [[one["locations"][0]["physicalLocation"] for one in r] for r in (before, after)]
    assert lines[0] != lines[1]


def test_sarif_tells_what_was_set_aside(report: VerifyReport) -> None:
    """3.1: suppressed findings are there, marked, with the reason."""
    results = sarif(report, "nl")["runs"][0]["results"]
    (aside,) = [one for one in results if one.get("suppressions")]
    assert aside["ruleId"] == "antwoord-zonder-termijn"
    assert aside["suppressions"] == [
        {"kind": "external", "justification": "Staat in het reglement."}
    ]


def test_junit_counts_what_it_holds(report: VerifyReport) -> None:
    """3.1: JUnit: a suite a ruleset, a test a check; a check on trial is no failure."""
    root = ElementTree.fromstring(junit(report, "nl"))
    suites = root.findall("testsuite")
    assert [suite.get("name") for suite in suites] == ["voorbeeldstad/regels", "spelregels.toml"]
    for suite in suites:
        assert suite.get("tests") == str(len(suite.findall("testcase")))
        assert suite.get("failures") == str(len(suite.findall("testcase/failure")))
    assert root.get("tests") == str(len(root.findall("testsuite/testcase")))
    failed = {
        case.get("name") for case in root.findall(".//testcase") if case.find("failure") is not None
    }
    assert failed == {"moet-en-mag-niet", "onderdrukking-zonder-doel"}
    trial = root.find(".//testcase[@name='zonder-tussentijd']/system-out")
    assert trial is not None
    assert "periodiek" in str(trial.text)


def test_github_lines_cannot_be_steered_by_a_text(report: VerifyReport) -> None:
    """Text from a ruleset never ends a workflow command, or begins another."""
    lines = list(github(report, "nl"))
    commands = [line for line in lines if line.startswith("::")]
    assert len(commands) == len(report.findings)
    for line in commands:
        assert re.match(r"::(error|warning|notice) file=[^:,]+(,\w+=[^:,]+)*::\S", line), line
        assert "%0A" not in line.replace("%250A", "")
    assert "file=voorbeeldstad/regels.yaml,line=10,col=10" in lines[0]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_json_keeps_its_contract(report: VerifyReport, language: str) -> None:
    """3.1: the JSON fits its own schema and says what each finding rests on."""
    data = json.loads(json.dumps(verify_json(report, language)))
    jsonschema.validate(data, schema())
    assert data["spelregels_verify"] == "1"
    (ruleset,) = data["rulesets"]
    found = {one["check"]: one for one in ruleset["findings"]}
    assert found["moet-en-mag-niet"]["basis"] == "visible"
    assert found["moet-en-mag-niet"]["beside"][0]["place"] == "norms/nooit"
    assert not found["zonder-tussentijd"]["counts"]
    assert [one["reason"] for one in ruleset["suppressed"]] == ["Staat in het reglement."]
    assert [one["check"] for one in data["settings"]] == ["onderdrukking-zonder-doel"]


def test_the_text_is_told_in_whole_sentences(report: VerifyReport) -> None:
    """3.1: by ruleset, the loudest first; what is set aside is shown with its reason."""
    text = "\n".join(verify_text(report, "nl", Style()))
    assert text.index("ERNSTIG  Moet en mag niet") < text.index("WAARSCHUWING  Terugkerend")
    assert "op proef en telt niet mee" in text
    assert "Onderdrukt tot en met 22 november 2026: antwoord-zonder-termijn" in text
    assert "Instellingen" in text
    assert "1 onderdrukt" in text
    assert text.endswith("Geen juridisch advies.")
    assert "{" not in text


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_check_can_be_asked_about(language: str) -> None:
    """3.1: `--checks` names them all; one is told in full."""
    lines = list(checks_text(records(), language))
    assert [line.partition(":")[0] for line in lines] == [record.id for record in records()]
    for record in records():
        told = " ".join(" ".join(about_text(record, language, Style())).split())
        assert record.why.told(language) in told
