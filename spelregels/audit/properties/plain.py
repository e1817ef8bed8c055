"""Plain: on a log where everything is known to the minute, a second reading says the same.

The only property that sees a rule which the evaluator applies wrongly but steadily: the stages, the
changes of a term, who counts. What the second reading passes over is said in ``audit/plain``.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from random import Random

from spelregels.audit.generate import Case
from spelregels.audit.plain.asking import Said
from spelregels.audit.plain.log import PlainLog
from spelregels.audit.plain.norms import Plain
from spelregels.audit.plain.numbers import NotPlain
from spelregels.audit.properties.common import Judge, Property
from spelregels.audit.settings import Settings
from spelregels.model.trajectory import Trajectory, When
from spelregels.model.verdict import Verdict
from spelregels.model.words import Kind, Order, Precision, Word


def sharpened(log: Trajectory) -> Trajectory:
    """The same log, each event at a minute and in the asserted order of the source."""
    events = tuple(
        replace(e, at=When(Precision.MINUTE, e.at.day, e.at.minute or 0)) for e in log.events
    )
    return replace(log, events=events, order=Order.LISTED)


def look(case: Case, rng: Random, judge: Judge) -> str | None:
    """Compare the verdicts of every norm that has a plain reading, and of the machine."""
    log = sharpened(case.trajectory)
    if not _told(case, log):
        return None
    reading = PlainLog(case.ruleset, log, case.as_of)
    verdicts = judge(case.ruleset, log, case.as_of).verdicts
    plain = Plain(reading)
    for file, norm in plain.norms:
        try:
            expected = Counter(plain.said(file, norm))
        except NotPlain:
            continue
        got = Counter(_said(v) for v in verdicts if (v.layer, v.norm) == (file.id, norm.id))
        if expected != got:
            return f"{norm.id}: read plainly {_text(expected)}; judged {_text(got)}"
    return _stages(case, plain, verdicts)


def _told(case: Case, log: Trajectory) -> bool:
    """Whether the log names every role and outcome, and is closed (shrinking may undo that)."""
    known = all(
        (e.roles or e.by in case.ruleset.roles)
        and (e.outcome is not None or not case.ruleset.acts[e.act].outcomes)
        for e in log.events
    )
    return known and log.closed.everything and log.records is None and bool(log.competent_authority)


def _said(verdict: Verdict) -> Said:
    if verdict.kind in (Kind.SEPARATION, Kind.THRESHOLD) and verdict.trigger == "":
        return "", "", verdict.word
    if verdict.kind is Kind.SEPARATION:
        return "", "", verdict.word
    return verdict.trigger, verdict.act, verdict.word


def _text(said: Counter[Said]) -> str:
    rows = [f"{t or 'all'} [{act}] {word.value}" for t, act, word in sorted(said.elements())]
    return ", ".join(rows) or "nothing"


def _stages(case: Case, plain: Plain, verdicts: tuple[Verdict, ...]) -> str | None:
    reading = plain.log
    home = case.ruleset.machine.file if case.ruleset.machine is not None else ""
    files = [file for file in case.ruleset.files if file.id == home]
    if not files or not reading.true(files[0].applies, None):
        return None
    names = {step.rank: step.name for step in reading.steps}
    expected = {
        names[rank]: Word.KEPT if lawful else Word.BROKEN for rank, lawful in reading.lawful.items()
    }
    got = {v.trigger: v.word for v in verdicts if v.kind is Kind.STAGE}
    blind = {names[r] for r, s in reading.stage_before.items() if s is None}
    told = {trigger: word for trigger, word in got.items() if trigger not in blind}
    known = {trigger: word for trigger, word in expected.items() if trigger not in blind}
    if told != known:
        return f"stages: read plainly {known}; judged {told}"
    return _powers(reading, plain, verdicts)


def _powers(reading: PlainLog, plain: Plain, verdicts: tuple[Verdict, ...]) -> str | None:
    got = {v.trigger: v.word for v in verdicts if v.kind is Kind.STAGE_POWER}
    for step in reading.steps:
        try:
            word = plain.decision(step) if plain.in_stage(step) else None
        except NotPlain:
            continue
        if got.get(step.name) is not word:
            return f"power of {step.name}: read plainly {word}; judged {got.get(step.name)}"
    return None


KNOWN = Settings(
    blur=0.0,
    corrections=False,
    planned=False,
    layers=False,
    open_texts=False,
    window=(date(2023, 2, 1), date(2026, 6, 30)),
)
PLAIN = Property("plain", look, KNOWN)
#: nothing but terms and what changes them: the thinnest ice
TERMS = Property(
    "terms",
    look,
    replace(
        KNOWN,
        kinds=(Kind.RESPONSE, Kind.PRECEDENCE),
        norms=(1, 2),
        machine=False,
        conditions=False,
        roles=False,
    ),
)
