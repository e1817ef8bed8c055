"""Findings on texts as SARIF 2.1.0, the format that code hosts and editors read.

Rule ids are the ids of the checks, so that what a host remembers of a finding keeps its meaning.
The fingerprint hangs on the place by names, not on the line.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

from spelregels.model.problem import Position
from spelregels.model.verified import CheckRecord, Located, Status, TextFinding, VerifyReport
from spelregels.model.words import Severity
from spelregels.report.fields import Json
from spelregels.report.verify_words import teller_for

VERSION = "2.1.0"
SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def sarif(report: VerifyReport, language: str) -> dict[str, Json]:
    """One SARIF log with one run. Files below the current folder are named from there."""
    records = sorted(report.records.values(), key=lambda record: record.id)
    number = {record.id: index for index, record in enumerate(records)}
    return {
        "$schema": SCHEMA,
        "version": VERSION,
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "spelregels",
                        "version": report.engine,
                        "rules": [_rule(record, language) for record in records],
                    }
                },
                "language": language,
                "columnKind": "unicodeCodePoints",
                "results": list(_results(report, number, language)),
            }
        ],
    }


def _rule(record: CheckRecord, language: str) -> dict[str, Json]:
    looks_for, why = record.looks_for.told(language), record.why.told(language)
    repair, limits = record.repair.told(language), record.limits.told(language)
    return {
        "id": record.id,
        "name": "".join(part.capitalize() for part in record.id.split("-")),
        "shortDescription": {"text": record.title.told(language)},
        "fullDescription": {"text": f"{looks_for} {why}"},
        "help": {"text": f"{repair} {limits}"},
        "defaultConfiguration": {"level": LEVELS[record.severity]},
        "properties": {"preview": record.status is Status.PREVIEW},
    }


def _results(
    report: VerifyReport, number: dict[str, int], language: str
) -> Iterator[dict[str, Json]]:
    for finding in report.findings:
        yield _result(finding, report, number, language)
    for aside in report.suppressed:
        result = _result(aside.finding, report, number, language)
        said = {"kind": "external", "justification": aside.by.reason}
        yield {**result, "suppressions": [said]}


def _result(
    finding: TextFinding, report: VerifyReport, number: dict[str, int], language: str
) -> dict[str, Json]:
    teller = teller_for(finding, report, language)
    text = teller.message(finding, report.records[finding.check])
    basis = teller.basis(finding)
    made: dict[str, Json] = {
        "ruleId": finding.check,
        "ruleIndex": number[finding.check],
        "level": LEVELS[finding.severity],
        "message": {"text": f"{text} {basis}".rstrip()},
        "locations": [_location(finding.at)],
        "partialFingerprints": {"place/v1": _fingerprint(finding)},
        "properties": {"basis": finding.basis.value},
    }
    if finding.beside:
        made["relatedLocations"] = [
            {"id": index, **_location(one)} for index, one in enumerate(finding.beside, 1)
        ]
    return made


def _location(located: Located) -> dict[str, Json]:
    position, place = located.position, located.place
    physical: dict[str, Json] = {"artifactLocation": {"uri": _uri(position)}}
    if position.line:
        physical["region"] = {
            "startLine": position.line,
            "startColumn": max(position.column, 1),
        }
    name = {"fullyQualifiedName": f"{place.file}#{place.path}"}
    return {"physicalLocation": physical, "logicalLocations": [name]}


def _uri(position: Position) -> str:
    """A relative reference for a file below this folder, as hosts ask; else an absolute one."""
    path = Path(position.file).resolve()
    try:
        return quote(path.relative_to(Path.cwd()).as_posix())
    except ValueError:
        return path.as_uri()


def _fingerprint(finding: TextFinding) -> str:
    key = (finding.check, finding.message, finding.at.place.file, finding.at.place.path)
    return sha256("\n".join(key).encode()).hexdigest()[:32]
