"""Findings on texts as workflow commands: a code host shows them beside the lines."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.verified import TextFinding, VerifyReport
from spelregels.model.words import Severity
from spelregels.report.layout import clean
from spelregels.report.verify_text import total
from spelregels.report.verify_words import shown_path, teller_for
from spelregels.report.wording import wording

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def github(report: VerifyReport, language: str) -> Iterator[str]:
    """One command a finding, and one line with the totals."""
    for finding in report.findings:
        yield _command(finding, report, language)
    yield clean(total(report, wording(language)))


def _command(finding: TextFinding, report: VerifyReport, language: str) -> str:
    teller = teller_for(finding, report, language)
    record = report.records[finding.check]
    at = finding.at.position
    values = {"file": shown_path(at.file), "line": at.line, "col": at.column}
    title = f"{record.title.told(language)} [{record.id}]"
    given = [f"{name}={_value(str(value))}" for name, value in values.items() if value]
    said = f"{teller.message(finding, record)} {teller.basis(finding)}".rstrip()
    place = f"{finding.at.place.path}: {said}"
    command = _COMMANDS[finding.severity]
    return f"::{command} {','.join([*given, f'title={_value(title)}'])}::{_text(place)}"


def _text(text: str) -> str:
    """A text of a ruleset can never end a command or begin another."""
    return clean(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _text(text).replace(":", "%3A").replace(",", "%2C")
