"""Agreement: the reference evaluator and the engine say the same of every case (issue 2.5).

Each case is judged on its own day and on days at the edges of its terms. Compared, verdict by
verdict and in order: every field, but the arithmetic shown and, of *cannot tell*, the reason. Of
the whole: outcome, number undetermined, stage, remarks. How often the reasons are the same is
counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from spelregels.audit.chance import few
from spelregels.audit.generate import Case
from spelregels.audit.properties.common import Judge, Property, differs, reference
from spelregels.audit.settings import DEFAULT, PRECISE, Settings
from spelregels.model.verdict import Judgement, Verdict
from spelregels.model.words import Kind, Word

Said = tuple[object, ...]
MORE_DAYS = 2  # judged beside the day of the case

_LONGER = replace(DEFAULT, events=(6, 12), norms=(3, 6))
#: by turns: gaps and none, usual and longer logs, and the terms that change on their way
MIX: tuple[Settings, ...] = (
    _LONGER,
    replace(PRECISE, events=(6, 12), norms=(3, 6)),
    replace(_LONGER, kinds=(Kind.RESPONSE, Kind.PRECEDENCE, Kind.THRESHOLD), changing=0.7),
    replace(_LONGER, blur=0.6, events=(3, 9)),
)


def said(verdict: Verdict) -> Said:
    """What two evaluators must say alike."""
    cannot_tell = verdict.word is Word.CANNOT_TELL
    return (
        verdict.layer,
        verdict.version,
        verdict.norm,
        verdict.kind.value,
        verdict.act,
        verdict.trigger,
        str(verdict.day),
        verdict.evidence,
        verdict.word.value,
        "" if cannot_tell or verdict.how is None else verdict.how.value,
        str(verdict.due),
        str(verdict.due_latest),
        verdict.stage,
        verdict.inferred,
    )


def whole(judged: Judgement) -> Said:
    """What two evaluators must say alike of a trajectory."""
    outcome = judged.outcome.value if judged.outcome is not None else None
    remarks = tuple((remark.code, remark.name) for remark in judged.remarks)
    return (judged.trajectory, judged.as_of, outcome, judged.undetermined, judged.stage, remarks)


def unlike(one: Judgement, two: Judgement) -> str | None:
    """How the reference (``one``) and the engine differ, or None."""
    ones, twos = ([said(verdict) for verdict in judged.verdicts] for judged in (one, two))
    if ones != twos:
        return differs(ones, twos) or f"the same in another order: {ones} against {twos}"
    if whole(one) != whole(two):
        return f"of the whole {whole(one)} against {whole(two)}"
    return None


def days_at_edges(case: Case, first: Judgement, rng: Random) -> list[date]:
    """Last days of the first judgement, the days after them, and the days of events."""
    days = {event.at.day for event in case.trajectory.events if event.at.day is not None}
    for due in (due for verdict in first.verdicts for due in (verdict.due, verdict.due_latest)):
        if due is not None and due < date.max:
            days |= {due, due + timedelta(1)}
    return few(rng, sorted(days - {case.as_of}), MORE_DAYS, MORE_DAYS)


@dataclass(frozen=True, slots=True)
class Compared:
    """One day judged by both. ``text``: how they differ, or None."""

    reference: Judgement
    engine: Judgement
    text: str | None

    @property
    def same_reasons(self) -> int:
        """Of how many *cannot tell*s both give the same reason, if they do not differ."""
        pairs = zip(self.reference.verdicts, self.engine.verdicts, strict=False)
        return sum(one.unknowns == two.unknowns for one, two in pairs if one.unknowns)


def compared(case: Case, rng: Random, judge: Judge) -> Iterator[Compared]:
    """Both judgements on the day of the case and on days at its edges."""
    from spelregels.engine import compile_ruleset, replay

    compiled = compile_ruleset(case.ruleset)

    def on(day: date) -> Compared:
        one, two = judge(case.ruleset, case.trajectory, day), replay(compiled, case.trajectory, day)
        text = unlike(one, two)
        said = None if text is None else f"on {day} reference and engine differ: {text}"
        return Compared(one, two, said)

    first = on(case.as_of)
    yield first
    for day in days_at_edges(case, first.reference, rng):
        yield on(day)


def look(case: Case, rng: Random, judge: Judge) -> str | None:
    """The first difference between the two evaluators, on whichever day."""
    return next((one.text for one in compared(case, rng, judge) if one.text is not None), None)


AGREEMENT = Property("agreement", look, cycle=MIX)

__all__ = ["AGREEMENT", "MIX", "Compared", "compared", "look", "reference", "said", "unlike"]
