"""What every telling of a finding says alike, in text and on a page: names, sources, outcomes."""

from __future__ import annotations

from datetime import date

from spelregels.model.checked import Checked
from spelregels.model.finding import Finding
from spelregels.model.norms import Statement
from spelregels.model.ruleset import Ruleset
from spelregels.model.trajectory import DataError
from spelregels.model.verdict import Remark
from spelregels.model.words import Kind, Strength
from spelregels.report.grouped import undetermined
from spelregels.report.happenings import Happenings
from spelregels.report.names import Names
from spelregels.report.phrases import Phrases
from spelregels.report.wording import BREACHES, Wording, sentence


def norm_id(finding: Finding) -> str:
    """The id of a norm; what the machine finds is named in words."""
    return finding.title if finding.norm.startswith("@") else finding.norm


def norm_name(finding: Finding) -> str:
    """``id: title``; what the machine finds by its title alone."""
    if finding.norm.startswith("@"):
        return sentence(finding.title)
    return f"{finding.norm}: {finding.title}" if finding.title else finding.norm


def full(text: str) -> str:
    """The text as a sentence with a full stop; empty stays empty."""
    return sentence(text) + "." if text else ""


def strength_text(finding: Finding, words: Wording) -> str:
    """How hard the norm is; empty for what simply must be."""
    if finding.strength is Strength.MUST:
        return ""
    return full(words.labels.STRENGTHS[finding.strength])


def source_text(finding: Finding, ruleset: Ruleset, words: Wording) -> str:
    """Where the norm stands and how well that was verified; without the address."""
    frames = words.frames.REPORT
    file = next((f for f in ruleset.files if f.id == finding.layer), None)
    names = Names(ruleset, words)
    layer = names.file(file) if file else finding.layer
    if finding.version:
        day = names.day(date.fromisoformat(finding.version))
        layer = words.say(frames, "version", layer=layer, day=day)
    if finding.confidence is None:
        key = "from_rules" if finding.kind is Kind.LAW else "from_stages"
        return words.say(frames, key, layer=layer)
    confidence = words.labels.CONFIDENCES[finding.confidence]
    if finding.article is None:
        return f"{layer}: {words.say(frames, 'no_source')} ({confidence})"
    source = finding.article.title or finding.article.source
    article = words.article(finding.article.article)
    return words.say(frames, "source_line", source=source, article=article, confidence=confidence)


def stage_text(stage: str | None, names: Names) -> str:
    """The stage in which a trajectory is, as a sentence."""
    frames = names.words.frames.REPORT
    if stage is None:
        return names.words.say(frames, "stage_unknown")
    return names.words.say(frames, "stage", stage=Phrases(names).bare_stage(stage))


def outcome_text(checked: Checked, findings: tuple[Finding, ...], words: Wording) -> str:
    """The outcome of a trajectory on its two axes (M10), as a sentence."""
    frames, judgement = words.frames.REPORT, checked.judgement
    breaches = {f.strength for f in findings if f.verdict in BREACHES}
    if judgement.outcome is None:
        key = "outcome_only_unknown" if judgement.undetermined else "outcome_nothing"
        outcome = words.say(frames, key)
    elif breaches and Strength.MUST not in breaches:
        key = "outcome_should" if Strength.SHOULD in breaches else "outcome_aim"
        outcome = words.say(frames, key)
    else:
        outcome = words.labels.VERDICTS[judgement.outcome]
    if not judgement.undetermined:
        return words.say(frames, "outcome", outcome=outcome)
    count = undetermined(judgement.verdicts)
    return words.say(frames, "outcome_undetermined", outcome=outcome, count=count)


def data_error_text(error: DataError, words: Wording) -> str:
    """One error in the data, with the events it is about."""
    message = error.message_nl if words.language == "nl" else error.message_en
    events = f" ({', '.join(error.events)})" if error.events else ""
    return words.say(words.frames.REPORT, "data_error", message=message, events=events)


def remark_text(remark: Remark, names: Names) -> str:
    """A remark of the judgement as one sentence."""
    words, frames = names.words, names.words.frames.REPORT
    key = f"remark_{remark.code}"
    if remark.code == "end_not_recorded" and Happenings.of(names).shows(remark.name):
        key = "remark_end_not_all_recorded"
    if remark.code == "decision_outside_machine" and names.ruleset.machine is None:
        key = "remark_decision_no_stages"
    known = key if key in frames else "remark_other"
    name = names.act(remark.name) if remark.name in names.ruleset.acts else remark.name
    return words.say(frames, known, code=remark.code, name=name)


def judge_text(norm: Statement, names: Names) -> str:
    """Who judges what no machine can."""
    words, frames = names.words, names.words.frames.REPORT
    if norm.judged_by is None:
        return words.say(frames, "judge_unknown")
    return words.say(frames, "judge", role=names.role(norm.judged_by))
