"""Agreement: the reference evaluator and the engine say the same of every case (issue 2.5).

Each case is judged on its own day and on days at the edges of its terms. Compared per instance:
file and version, norm, act, trigger and its day, the word, how it was broken, the last days, the
evidence, the stage, whether a date was inferred; of *cannot tell* that the reasons the reference
names are among those the engine finds. Of the whole: outcome, number undetermined, stage, remarks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from spelregels.audit.chance import few
from spelregels.audit.generate import Case
from spelregels.audit.properties.common import Judge, Property, differs, reference, show
from spelregels.audit.settings import DEFAULT, PRECISE, Settings
from spelregels.model.norms import Precedence, Recurrence
from spelregels.model.ruleset import Ruleset
from spelregels.model.verdict import Judgement, Verdict
from spelregels.model.words import How, Kind, Word

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


@dataclass(frozen=True, slots=True)
class Unsettled:
    """Norms, by id, of which something is not settled. ``measures``: precedences of which one act
    can fail one measure and another a second: which is named. ``yearly``: of which start a year
    that may have to be counted is named."""

    measures: frozenset[str] = frozenset()
    yearly: frozenset[str] = frozenset()


def unsettled(rules: Ruleset) -> Unsettled:
    """What is not settled of these norms, and so is not compared."""
    norms = [norm for file in rules.files for norm in file.norms]
    return Unsettled(
        frozenset(n.id for n in norms if isinstance(n, Precedence) and _measures(n) > 1),
        frozenset(n.id for n in norms if isinstance(n, Recurrence) and n.every is None),
    )


NOTHING = Unsettled()


def _measures(norm: Precedence) -> int:
    terms = (norm.lead, norm.wait, norm.at_longest, norm.lasts)
    return sum(term is not None for term in terms)


def said(verdict: Verdict, loose: Unsettled = NOTHING) -> Said:
    """What two evaluators must say alike. ``loose``: what of it is not settled."""
    cannot_tell = verdict.word is Word.CANNOT_TELL
    unsure = cannot_tell or verdict.norm in loose.measures
    named: Said = (verdict.trigger, str(verdict.day), tuple(sorted(verdict.evidence)))
    if cannot_tell and verdict.norm in loose.yearly:
        named = ()
    return (
        verdict.layer,
        verdict.version,
        verdict.norm,
        verdict.kind.value,
        verdict.act,
        *named,
        verdict.word.value,
        "" if unsure or verdict.how is None else verdict.how.value,
        str(verdict.due),
        str(verdict.due_latest),
        verdict.stage,
        verdict.inferred and bool(named),
    )


def whole(judged: Judgement) -> Said:
    """What two evaluators must say alike of a trajectory."""
    outcome = judged.outcome.value if judged.outcome is not None else None
    remarks = tuple((remark.code, remark.name) for remark in judged.remarks)
    return (judged.trajectory, judged.as_of, outcome, judged.undetermined, judged.stage, remarks)


def unlike(one: Judgement, two: Judgement, loose: Unsettled = NOTHING) -> str | None:
    """How the reference (``one``) and the engine differ, or None."""
    text = differs((said(v, loose) for v in one.verdicts), (said(v, loose) for v in two.verdicts))
    if text is None and whole(one) != whole(two):
        text = f"of the whole {whole(one)} against {whole(two)}"
    return text or _other_reasons(one.verdicts, two.verdicts, loose)


def _other_reasons(
    ones: Iterable[Verdict], twos: Iterable[Verdict], loose: Unsettled
) -> str | None:
    """A *cannot tell* for a reason that the engine, which names them all, does not find."""
    found: dict[Said, set[How]] = defaultdict(set)
    for verdict in twos:
        found[said(verdict, loose)].update(unknown.how for unknown in verdict.unknowns)
    for verdict in ones:
        other = {unknown.how for unknown in verdict.unknowns} - found[said(verdict, loose)]
        if other:
            known = sorted(how.value for how in found[said(verdict, loose)])
            return f"{show(verdict)} for {sorted(how.value for how in other)}, not for {known}"
    return None


def days_at_edges(case: Case, first: Judgement, rng: Random) -> list[date]:
    """Last days of the first judgement, the days after them, and the days of events."""
    days = {event.at.day for event in case.trajectory.events if event.at.day is not None}
    for due in (due for verdict in first.verdicts for due in (verdict.due, verdict.due_latest)):
        if due is not None and due < date.max:
            days |= {due, due + timedelta(1)}
    return few(rng, sorted(days - {case.as_of}), MORE_DAYS, MORE_DAYS)


def compared(case: Case, rng: Random, judge: Judge) -> Iterator[tuple[Judgement, str | None]]:
    """The reference's judgements on the day of the case and on days at its edges, each with how the
    engine differs from it, or None."""
    from spelregels.engine import compile_ruleset, replay

    compiled, loose = compile_ruleset(case.ruleset), unsettled(case.ruleset)

    def on(day: date) -> tuple[Judgement, str | None]:
        one = judge(case.ruleset, case.trajectory, day)
        text = unlike(one, replay(compiled, case.trajectory, day), loose)
        return one, None if text is None else f"on {day} reference and engine differ: {text}"

    first = on(case.as_of)
    yield first
    for day in days_at_edges(case, first[0], rng):
        yield on(day)


def look(case: Case, rng: Random, judge: Judge) -> str | None:
    """The first difference between the two evaluators, on whichever day."""
    return next((text for _, text in compared(case, rng, judge) if text is not None), None)


AGREEMENT = Property("agreement", look, cycle=MIX)

__all__ = ["AGREEMENT", "MIX", "compared", "look", "reference", "said", "unlike"]
