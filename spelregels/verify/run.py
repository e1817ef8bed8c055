"""Running the checks over rulesets: levels, places, suppressions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from spelregels import __version__
from spelregels.model.gated import as_text
from spelregels.model.ruleset import Ruleset
from spelregels.model.verified import (
    Basis,
    CheckRecord,
    Located,
    Place,
    Status,
    TextFinding,
    VerifiedRuleset,
    VerifyReport,
)
from spelregels.model.words import RegulatoryLayer, Severity
from spelregels.verify.documents import beside
from spelregels.verify.found import Check, all_checks
from spelregels.verify.outline import outline_of
from spelregels.verify.settings import NEVER, Settings
from spelregels.verify.subject import Hit, Subject
from spelregels.verify.suppressing import ABOUT_SETTINGS, about_suppressions, set_aside

_NATIONAL = (RegulatoryLayer.WET, RegulatoryLayer.AMVB)


def verify(
    rulesets: Sequence[Ruleset], *, as_of: date, settings: Settings, only: Sequence[str] = ()
) -> VerifyReport:
    """See :func:`spelregels.verify.verify`. ``only``: ids of the checks to run; empty: all."""
    checks = [one for one in all_checks() if not only or one.record.id in only]
    verified = tuple(_ruleset(one, checks, settings) for one in subjects_of(rulesets, as_of))
    loose = about_suppressions(settings.suppressions, verified, as_of)
    records = (*(check.record for check in all_checks()), *ABOUT_SETTINGS)
    return VerifyReport(
        records={record.id: record for record in records},
        rulesets=verified,
        loose=tuple(loose),
        as_of=as_of,
        engine=__version__,
    )


def fails(report: VerifyReport, fail_on: str) -> bool:
    """See :func:`spelregels.verify.fails`."""
    if fail_on == NEVER:
        return False
    loud = tuple(Severity)
    limit = loud.index(Severity(fail_on))
    return any(f.counts and loud.index(f.severity) >= limit for f in report.findings)


def subject_of(ruleset: Ruleset, as_of: date, earlier: Sequence[Subject] = ()) -> Subject:
    """A ruleset as the checks see it; its file is read once more, for its places.

    ``earlier``: the texts that were given before it; those of the same town stand beside it.
    """
    outline = outline_of(ruleset.own.path, ruleset.own.sha256)
    return Subject(as_text(ruleset), outline, as_of, beside(ruleset, earlier))


def subjects_of(rulesets: Sequence[Ruleset], as_of: date) -> tuple[Subject, ...]:
    """Rulesets as the checks see them. Of two texts that stand beside each other the later one is
    held against the earlier, so that what clashes is found once."""
    found: list[Subject] = []
    for ruleset in rulesets:
        found.append(subject_of(ruleset, as_of, found))
    return tuple(found)


def findings_of(check: Check, subject: Subject) -> tuple[TextFinding, ...]:
    """What one check finds, at its own level, in order of place."""
    if subject.own.regulatory_layer in _NATIONAL and not check.record.national:
        return ()
    found = (_finding(hit, check.record, subject) for hit in check.find(subject))
    return tuple(sorted(found, key=lambda finding: finding.at.position))


def _ruleset(subject: Subject, checks: Sequence[Check], settings: Settings) -> VerifiedRuleset:
    ran: list[str] = []
    found: list[TextFinding] = []
    for check in checks:
        level = settings.levels.get(check.record.id, check.record.severity)
        if level is not None:
            ran.append(check.record.id)
            found += _at_level(findings_of(check, subject), check.record, level)
    found.sort(key=lambda finding: (finding.at.position, finding.check))
    left, aside = set_aside(found, settings.suppressions, subject.as_of)
    return VerifiedRuleset(subject.ruleset, tuple(ran), left, aside)


def _at_level(
    findings: Sequence[TextFinding], record: CheckRecord, level: Severity
) -> Iterator[TextFinding]:
    """The findings as loud as the settings want them. What was not seen never gets louder."""
    for finding in findings:
        chosen = level is not record.severity and finding.basis is not Basis.NOT_SEEN
        yield replace(finding, severity=level) if chosen else finding


def _finding(hit: Hit, record: CheckRecord, subject: Subject) -> TextFinding:
    severity = hit.severity or record.severity
    return TextFinding(
        check=record.id,
        ruleset=subject.own.id,
        at=_located(hit.at, subject),
        message=hit.message,
        values=hit.values,
        beside=tuple(_located(place, subject) for place in hit.beside),
        basis=hit.basis,
        severity=Severity.INFO if hit.basis is Basis.NOT_SEEN else severity,
        counts=record.status is Status.STABLE,
    )


def _located(place: Place, subject: Subject) -> Located:
    """The place with its position; a file with more versions: the newest that has it."""
    own = subject.own
    if place.file in ("", own.id) and subject.outline.has(place.path):
        return Located(Place(place.path, own.id), subject.outline.position(place.path))
    read = (subject.ruleset, *(other.ruleset for other in subject.beside))
    files = [f for one in read for f in reversed(one.files) if f.id == (place.file or own.id)]
    outlines = [outline_of(file.path, file.sha256) for file in files]
    outline = next((one for one in outlines if one.has(place.path)), subject.outline)
    return Located(Place(place.path, place.file or own.id), outline.position(place.path))
