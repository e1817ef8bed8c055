"""Findings as rows of a table: for the sheet ``bevindingen`` of a workbook."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from spelregels.model.checked import CheckReport
from spelregels.model.finding import Finding
from spelregels.report.findings import FindingMaker
from spelregels.report.names import Names
from spelregels.report.wording import BREACHES, Wording

_DATA_ERROR = {"nl": "fout in de gegevens", "en": "error in the data"}
Row = tuple[str | date | None, ...]
"""Trajectory, verdict, severity, norm, article, bearer, what happened, why, what now, due, cell."""


def finding_rows(report: CheckReport, language: str) -> Iterator[Row]:
    """A row for each finding, worst first in each trajectory; then its errors in the data."""
    maker = FindingMaker(report.ruleset, language)
    for checked in report.checked:
        words = Names.of(report.ruleset, language, checked.trajectory).words
        for finding in maker.of(checked):
            yield _row(checked.trajectory.id, finding, words)
        for error in checked.trajectory.data_errors:
            told = error.message_nl if language == "nl" else error.message_en
            place = error.position.cell or None
            empty = (None,) * 5
            label = _DATA_ERROR[language]
            yield checked.trajectory.id, label, *empty, told, None, None, place


def _row(owner: str, finding: Finding, words: Wording) -> Row:
    breach = finding.verdict in BREACHES
    article = finding.article
    return (
        owner,
        words.verdict(finding.verdict, finding.strength),
        words.labels.SEVERITIES[finding.severity] if breach else None,
        f"{finding.norm}: {finding.title}" if finding.title else finding.norm,
        f"{article.title or article.source} {article.article}" if article else None,
        finding.bearer_text or None,
        "\n".join(finding.happened) or None,
        finding.message or None,
        finding.repair or None,
        finding.due,
        finding.location.cell or None,
    )
