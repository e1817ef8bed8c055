"""Findings on the text of rules, for people: by ruleset, the loudest first, a check at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from spelregels.model.verified import (
    Basis,
    CheckRecord,
    Status,
    TextFinding,
    VerifiedRuleset,
    VerifyReport,
)
from spelregels.model.words import Severity
from spelregels.report.check_pages import cited
from spelregels.report.layout import Style, clean, labelled, paragraph
from spelregels.report.verify_words import Teller, severity_label, shown_path, teller_for, where
from spelregels.report.wording import Wording, wording

_LOUDEST = tuple(reversed(Severity))


def verify_text(report: VerifyReport, language: str, style: Style) -> Iterator[str]:
    """The lines of a whole report. ``language``: ``nl`` or ``en``."""
    words = wording(language)
    for one in report.rulesets:
        yield from _ruleset(one, report, language, style)
        yield ""
    if report.loose:
        file = shown_path(report.loose[0].at.position.file)
        yield style.strong(clean(words.say(words.frames.VERIFY, "settings", file=file)))
        for finding in report.loose:
            teller = teller_for(finding, report, language)
            yield from _check([finding], report.records[finding.check], teller, style)
        yield ""
    yield from paragraph(total(report, words))
    yield from paragraph(words.say(words.frames.VERIFY, "advice"))


def total(report: VerifyReport, words: Wording) -> str:
    """One line: how many files, checks and findings."""
    frames = words.frames.VERIFY
    findings = report.findings
    counts = []
    for severity in _LOUDEST:
        count = sum(f.severity is severity for f in findings)
        key = f"count_{severity.value}"
        if count:
            single = count == 1 and f"{key}_one" in frames
            counts.append(words.say(frames, f"{key}_one" if single else key, count=count))
    unseen = sum(f.basis is Basis.NOT_SEEN for f in findings)
    if unseen:
        counts.append(words.say(frames, "count_not_seen", count=unseen))
    if not findings:
        counts.append(words.say(frames, "count_none"))
    if report.suppressed:
        counts.append(words.say(frames, "count_suppressed", count=len(report.suppressed)))
    checks = len({check for one in report.rulesets for check in one.ran})
    files = len(report.rulesets)
    key = "total_one" if files == 1 else "total"
    return words.say(frames, key, files=files, checks=checks, counts=", ".join(counts))


def _ruleset(
    one: VerifiedRuleset, report: VerifyReport, language: str, style: Style
) -> Iterator[str]:
    teller = Teller.of(one.ruleset, language)
    words, own = teller.words, one.ruleset.own
    yield style.strong(clean(f"{teller.names.file(own)} ({own.id})"))
    yield clean(shown_path(own.path))
    if not one.findings:
        yield words.say(words.frames.VERIFY, "clean")
    for (_, check), findings in groupby(sorted(one.findings, key=_rank), key=_group):
        yield ""
        yield from _check(list(findings), report.records[check], teller, style)
    for aside in one.suppressed:
        frames, by = words.frames.VERIFY, aside.by
        place, day = aside.finding.at.place.path, teller.names.day(by.expires)
        text = words.say(
            frames, "suppressed", day=day, check=by.check, place=place, reason=by.reason
        )
        yield from paragraph(text)


def _group(finding: TextFinding) -> tuple[int, str]:
    return _LOUDEST.index(finding.severity), finding.check


def _rank(finding: TextFinding) -> tuple[object, ...]:
    return (*_group(finding), finding.at.position)


def _check(
    findings: Sequence[TextFinding], record: CheckRecord, teller: Teller, style: Style
) -> Iterator[str]:
    words = teller.words
    first = findings[0]
    label = severity_label(first, words.language).upper()
    mark = style.alarm if first.severity is Severity.ERROR else style.mild
    yield f"{mark(label)}  {record.title.told(words.language)}  [{record.id}]"
    for finding in findings:
        texts = [f"{finding.at.place.path}: {teller.message(finding, record)}"]
        texts += _beside(finding, words)
        yield from labelled(where(finding.at.position, words), texts)
    for basis in dict.fromkeys(teller.basis(one) for one in findings):
        yield from labelled("", [basis])
    if record.status is Status.PREVIEW:
        yield from labelled("", [words.say(words.frames.VERIFY, "preview")])
    repair = record.repair.told(words.language)
    yield from labelled(words.say(words.frames.VERIFY, "now"), [repair])


def _beside(finding: TextFinding, words: Wording) -> Iterator[str]:
    for other in finding.beside:
        file = other.place.file
        place = other.place.path if file == finding.ruleset else f"{file}#{other.place.path}"
        frames = words.frames.VERIFY
        yield words.say(frames, "beside", place=place, where=where(other.position, words))


def checks_text(records: Iterable[CheckRecord], language: str) -> Iterator[str]:
    """All checks, a line each."""
    words = wording(language)
    for record in records:
        severity = words.labels.SEVERITIES[record.severity]
        title = record.title.told(language)
        yield words.say(
            words.frames.VERIFY, "list_line", id=record.id, title=title, severity=severity
        )


def about_text(record: CheckRecord, language: str, style: Style) -> Iterator[str]:
    """What one check says of itself."""
    words = wording(language)
    frames = words.frames.VERIFY
    yield style.strong(f"{record.title.told(language)}  [{record.id}]")
    rows = {
        "looks_for": record.looks_for,
        "why": record.why,
        "now": record.repair,
        "limits": record.limits,
    }
    for key, text in rows.items():
        yield from labelled(words.say(frames, key), [text.told(language)])
    yield from labelled(words.say(frames, "sources"), [cited(one, words) for one in record.sources])
