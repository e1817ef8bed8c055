"""Findings on texts as JUnit XML: a suite a ruleset, a test a check."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from spelregels.model.verified import TextFinding, VerifiedRuleset, VerifyReport
from spelregels.model.words import Severity
from spelregels.report.verify_words import shown_path, teller_for, where

# What XML 1.0 cannot hold at all.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FAILS = (Severity.ERROR, Severity.WARNING)


def junit(report: VerifyReport, language: str) -> str:
    """The XML. Errors and warnings of a check are a failure; what is milder is only told."""
    root = Element("testsuites", name="spelregels verify")
    for one in report.rulesets:
        _suite(root, one.ruleset.id, one.ran, one.findings, one, report, language)
    if report.loose:
        ran = tuple(dict.fromkeys(finding.check for finding in report.loose))
        _suite(root, "spelregels.toml", ran, report.loose, None, report, language)
    for count in ("tests", "failures"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode")


def _suite(
    root: Element,
    name: str,
    ran: tuple[str, ...],
    findings: tuple[TextFinding, ...],
    verified: VerifiedRuleset | None,
    report: VerifyReport,
    language: str,
) -> None:
    suite = SubElement(root, "testsuite", name=_clean(name), tests=str(len(ran)), errors="0")
    failed = 0
    for check in ran:
        found = [finding for finding in findings if finding.check == check]
        case = SubElement(suite, "testcase", classname=_clean(name), name=check)
        if verified is not None:
            case.set("file", _clean(shown_path(verified.ruleset.own.path)))
        serious = [one for one in found if one.counts and one.severity in _FAILS]
        if serious:
            failed += 1
            title = report.records[check].title.told(language)
            failure = SubElement(case, "failure", type=serious[0].severity.value)
            failure.set("message", _clean(title))
            failure.text = _lines(serious, report, language)
        milder = [one for one in found if one not in serious]
        if milder:
            SubElement(case, "system-out").text = _lines(milder, report, language)
    suite.set("failures", str(failed))


def _lines(findings: list[TextFinding], report: VerifyReport, language: str) -> str:
    lines = []
    for one in findings:
        teller = teller_for(one, report, language)
        at = where(one.at.position, teller.words)
        said = f"{teller.message(one, report.records[one.check])} {teller.basis(one)}".rstrip()
        lines.append(f"{at}, {one.at.place.path}: {said}")
    return _clean("\n".join(lines))


def _clean(text: str) -> str:
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", text)
