"""Findings as text for people: what, why, how the dates were reckoned, and what now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from spelregels.model.checked import Checked, CheckReport
from spelregels.model.finding import Finding
from spelregels.model.words import Severity, Strength, Word
from spelregels.report.findings import ORDER, FindingMaker
from spelregels.report.grouped import group_text, grouped, shortened, undetermined, versions_text
from spelregels.report.layout import Style, clean, labelled, paragraph
from spelregels.report.names import Names
from spelregels.report.told import (
    data_error_text,
    full,
    judge_text,
    norm_id,
    norm_name,
    outcome_text,
    remark_text,
    source_text,
    stage_text,
    strength_text,
)
from spelregels.report.wording import BREACHES, Wording, sentence

# Verdicts that are told in full; the others are counted on one line.
TOLD = frozenset({Word.BROKEN, Word.OVERDUE, Word.LATE, Word.CANNOT_TELL, Word.OPEN})


def report_text(report: CheckReport, language: str, style: Style) -> Iterator[str]:
    """The lines of a whole report. ``language``: ``nl`` or ``en``."""
    maker = FindingMaker(report.ruleset, language)
    names = Names.of(report.ruleset, language)
    for checked in report.checked:
        yield from trajectory_text(checked, maker, style)
        yield ""
    yield from _asked(report, maker, names)
    yield from _summary(report, maker, names.words)


def trajectory_text(checked: Checked, maker: FindingMaker, style: Style) -> Iterator[str]:
    """The lines of one trajectory."""
    names = Names.of(maker.ruleset, maker.language, checked.trajectory)
    words, frames = names.words, names.words.frames.REPORT
    log, judgement = checked.trajectory, checked.judgement
    title = words.say(frames, "title", id=log.id) + (f" — {log.title}" if log.title else "")
    yield style.strong(clean(title))
    origin = words.labels.ORIGINS[checked.as_of.origin]
    day, rules = names.day(checked.as_of.day), names.file(maker.ruleset.own)
    yield from paragraph(words.say(frames, "judged", ruleset=rules, day=day, origin=origin))
    if maker.ruleset.machine is not None:
        yield from paragraph(stage_text(judgement.stage, names))
    findings = maker.of(checked)
    yield from paragraph(outcome_text(checked, findings, words))
    stories: dict[str, str] = {}
    for group in grouped((f for f in findings if f.verdict in TOLD), names):
        yield ""
        if len(group.told) == 1:
            one, versions = group.first, versions_text(group.told[0], names)
            told = stories.setdefault(one.message, one.norm)
            again = told if told != one.norm and one.verdict in BREACHES else ""
            yield from finding_text(one, maker, words, style, versions, again)
        else:
            yield from group_text(group, names, style)
    yield from _rest(findings, words)
    yield from _data_errors(checked, words)
    for remark in judgement.remarks:
        yield from labelled(words.say(frames, "note"), [remark_text(remark, names)], indent="")


def finding_text(
    finding: Finding,
    maker: FindingMaker,
    words: Wording,
    style: Style,
    versions: str = "",
    told: str = "",
) -> Iterator[str]:
    """The lines of one finding. ``versions``: the versions of its file that all say the same;
    ``told``: the norm whose finding already told this very story."""
    frames = words.frames.REPORT
    label, bracket, how = finding.label.partition(" (")
    heading = label.upper() + bracket + how
    if finding.verdict in BREACHES and finding.severity is not Severity.ERROR:
        heading += f" — {words.labels.SEVERITIES[finding.severity]}"
    mark = style.alarm if finding.verdict in BREACHES else style.mild
    yield f"{mark(heading)}  {clean(norm_name(finding))}"
    rows = [
        ("source", [_source(finding, maker, words)]),
        ("rule", [finding.rule]),
        ("bearer", [sentence(finding.bearer_text)]),
        ("happened", () if told else shortened(finding.happened, words)),
        ("so", [words.part("same_story", norm=told) if told else finding.message]),
        ("dates", () if told else finding.dates),
        ("consequence", [full(finding.consequence_text)]),
        ("now", [] if told else [finding.repair]),
        ("note", [strength_text(finding, words), *finding.notes, versions]),
    ]
    for key, texts in rows:
        yield from labelled(words.say(frames, key), texts)


def _source(finding: Finding, maker: FindingMaker, words: Wording) -> str:
    url = finding.article.url if finding.article and finding.confidence else ""
    return f"{source_text(finding, maker.ruleset, words)} {url}".rstrip()


def _rest(findings: tuple[Finding, ...], words: Wording) -> Iterator[str]:
    for word in ORDER:
        counted = Counter(norm_id(f) for f in findings if f.verdict is word and word not in TOLD)
        if not counted:
            continue
        listed = ", ".join(
            norm if count == 1 else words.say(words.frames.REPORT, "times", norm=norm, count=count)
            for norm, count in counted.items()
        )
        yield ""
        label = sentence(words.labels.VERDICTS[word])
        yield from paragraph(f"{label} ({counted.total()}): {listed}.")


def _data_errors(checked: Checked, words: Wording) -> Iterator[str]:
    errors = checked.trajectory.data_errors
    if not errors:
        return
    yield ""
    yield words.say(words.frames.REPORT, "data_errors")
    for error in errors:
        yield from paragraph(data_error_text(error, words), indent="  ")


def _asked(report: CheckReport, maker: FindingMaker, names: Names) -> Iterator[str]:
    """The questions of the own file in full; of other layers, where to read them."""
    words, frames, own = names.words, names.words.frames.REPORT, report.ruleset.own
    statements = list(maker.statements(report.checked))
    if not statements:
        return
    yield from paragraph(words.say(frames, "asked"))
    elsewhere: dict[str, list[str]] = {}
    for file, norm in statements:
        if file is not own:
            elsewhere.setdefault(file.id, []).append(norm.id)
            continue
        judge = judge_text(norm, names)
        line = words.say(frames, "asked_line", norm=norm.id, text=norm.text, judge=judge)
        yield from paragraph(line, indent="  ")
    for layer, norms in elsewhere.items():
        listed = ", ".join(dict.fromkeys(norms))
        line = words.say(frames, "asked_elsewhere", layer=layer, norms=listed)
        yield from paragraph(line, indent="  ")
    yield ""


def _summary(report: CheckReport, maker: FindingMaker, words: Wording) -> Iterator[str]:
    frames = words.frames.REPORT
    counted: Counter[tuple[Word, Strength]] = Counter(
        (verdict.word, maker.strength(verdict) if verdict.word in BREACHES else Strength.MUST)
        for one in report.checked
        for verdict in one.judgement.verdicts
        if verdict.word is not Word.CANNOT_TELL
    )
    unknown = sum(undetermined(one.judgement.verdicts) for one in report.checked)
    counted[Word.CANNOT_TELL, Strength.MUST] = unknown
    parts = [
        words.say(frames, "summary_part", count=number, word=words.verdict(word, strength))
        for word in ORDER
        for strength in Strength
        if (number := counted[word, strength])
    ]
    wrong = sum(len(c.trajectory.data_errors) for c in report.checked)
    if wrong:
        parts.append(words.say(frames, "data_errors_count", count=wrong))
    for one in report.receipt.left_out:
        values = {"what": one.what, "word": one.word, "count": one.count}
        yield from paragraph(words.say(frames, "left_out", **values))
    number = len(report.checked)
    noun = words.say(frames, "trajectory_one" if number == 1 else "trajectory_many")
    listed = ", ".join(parts) or words.say(frames, "summary_none")
    yield from paragraph(words.say(frames, "summary", trajectories=number, noun=noun, parts=listed))
    receipt = report.receipt
    own = next((f.sha256 for f in reversed(receipt.files)), "")
    yield from paragraph(
        words.say(
            frames,
            "receipt",
            engine=receipt.engine,
            ruleset=f"{receipt.ruleset} {own[:12]}".rstrip(),
            calendar=receipt.calendar.sha256[:12],
        )
    )
    yield words.say(frames, "disclaimer")
