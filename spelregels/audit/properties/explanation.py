"""What a verdict cites must carry it, and a judgement has the shape that M7 and M10 promise."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from random import Random

from spelregels.audit.chance import few
from spelregels.audit.generate import Case
from spelregels.audit.properties.common import (
    BREACHES,
    Judge,
    Property,
    differs,
    grouped,
    key,
    show,
    without_citations,
)
from spelregels.audit.settings import PRECISE
from spelregels.model.norms import Statement
from spelregels.model.trajectory import Event
from spelregels.model.verdict import Judgement, Verdict
from spelregels.model.words import Kind, Strength, Word


def determinism(made: Case, rng: Random, judge: Judge) -> str | None:
    """Twice the same; and the order of keys in the input says nothing (M1)."""

    def turned(event: Event) -> Event:
        return replace(event, attributes=dict(reversed(list(event.attributes.items()))))

    log = made.trajectory
    mixed = replace(
        log,
        events=tuple(turned(event) for event in log.events),
        facts=dict(reversed(list(log.facts.items()))),
    )
    one = judge(made.ruleset, log, made.as_of)
    two = judge(made.ruleset, mixed, made.as_of)
    return differs(map(without_citations, one.verdicts), map(without_citations, two.verdicts))


# --- evidence -------------------------------------------------------------------------------------

WITNESSED = frozenset({Kind.PRECEDENCE, Kind.RESPONSE})


def evidence(made: Case, rng: Random, judge: Judge) -> str | None:
    """M7: *kept* names its witness.

    On a log in which everything is known: without any event of the act asked for, a kept precedence
    or response is kept no longer; and without the trigger the verdict is gone. (One witness fewer
    may leave another, so only the whole act is taken out; a term's moment needs no event.)
    """
    first = judge(made.ruleset, made.trajectory, made.as_of)
    for verdict in few(rng, list(first.verdicts), 0, 3):
        text = _carried(made, judge, verdict)
        if text is not None:
            return f"{text}: {show(verdict)}"
    return None


def _carried(made: Case, judge: Judge, verdict: Verdict) -> str | None:
    events = made.trajectory.events
    ids = {event.id for event in events}
    if any(cited not in ids for cited in verdict.evidence):
        return "cites an event that is not in the log"
    if verdict.trigger in ids and key(verdict) in _keys(made, judge, {verdict.trigger}):
        return "stands without its trigger"
    if verdict.word is Word.KEPT and verdict.kind in WITNESSED and verdict.act in made.ruleset.acts:
        return _witness(made, judge, verdict)
    return None


def _keys(made: Case, judge: Judge, without: set[str]) -> set[tuple[str, ...]]:
    left = tuple(event for event in made.trajectory.events if event.id not in without)
    log = replace(made.trajectory, events=left)
    return {tuple(key(v)) for v in judge(made.ruleset, log, made.as_of).verdicts}


def _witness(made: Case, judge: Judge, verdict: Verdict) -> str | None:
    if not verdict.evidence:
        return "kept without a witness"
    events = made.trajectory.events
    acts = {event.act for event in events if event.id in verdict.evidence}
    gone = {e.id for e in events if e.act in acts | {verdict.act} and e.id != verdict.trigger}
    left = tuple(event for event in events if event.id not in gone)
    after = judge(made.ruleset, replace(made.trajectory, events=left), made.as_of)
    for other in grouped(after.verdicts).get(key(verdict), ()):
        if other.word is Word.KEPT and not _any_moment(made, verdict):
            return f"kept without any {sorted(acts)}"
    return None


def _any_moment(made: Case, verdict: Verdict) -> bool:
    """Whether the norm also takes a passed term for an answer, or the trigger itself answers."""
    for file in made.ruleset.files:
        for norm in file.norms:
            if (file.id, norm.id) == (verdict.layer, verdict.norm):
                must = getattr(norm, "must", ())
                if any(len(p) > 1 or not hasattr(p[0], "act") for p in must if p):
                    return True
    return False


# --- shape ----------------------------------------------------------------------------------------

RANK = (
    Word.KEPT,
    Word.EXCUSED,
    Word.NO_LONGER_DUE,
    Word.OPEN,
    Word.LATE,
    Word.OVERDUE,
    Word.BROKEN,
)
TRIGGERED = frozenset(
    {Kind.PRECEDENCE, Kind.RESPONSE, Kind.ABSENCE, Kind.REQUIREMENT, Kind.POWER, Kind.STAGE}
)
SPEAKING = BREACHES | {Word.CANNOT_TELL}


def shape(made: Case, rng: Random, judge: Judge) -> str | None:
    """Breaches and *cannot tell* say how, *cannot tell* says what is missing, nothing stands twice,
    statements are not judged, and the outcome is the worst definite verdict (M10)."""
    judged = judge(made.ruleset, made.trajectory, made.as_of)
    for verdict in judged.verdicts:
        if verdict.word in SPEAKING and verdict.how is None:
            return f"does not say how: {show(verdict)}"
        if verdict.word is Word.CANNOT_TELL and not verdict.unknowns:
            return f"does not say what is missing: {show(verdict)}"
    told = Counter(without_citations(v) for v in judged.verdicts if not _of_a_per_term(made, v))
    twice = [said for said, times in told.items() if times > 1]
    if twice:
        return f"stands twice: {twice[0]}"
    statements = {n.id for f in made.ruleset.files for n in f.norms if isinstance(n, Statement)}
    if any(verdict.norm in statements for verdict in judged.verdicts):
        return "a statement was judged"
    moments = {f"{term.id}." for file in made.ruleset.files for term in file.terms}
    known = {event.id for event in made.trajectory.events}
    for verdict in judged.verdicts:
        named = verdict.trigger in known or any(map(verdict.trigger.startswith, moments))
        if verdict.kind in TRIGGERED and not named:
            return f"raised by nothing that was recorded: {show(verdict)}"
    return _outcome(made, judged)


def _of_a_per_term(made: Case, verdict: Verdict) -> bool:
    """A term that begins once per event, or under each version, has moments of one name."""
    name = verdict.trigger.rpartition(".")[0]
    terms = [term for file in made.ruleset.files for term in file.terms if term.id == name]
    return len(terms) > 1 or any(term.per for term in terms)


def _outcome(made: Case, judged: Judgement) -> str | None:
    soft = {
        (f.id, norm.id)
        for f in made.ruleset.files
        for norm in f.norms
        if norm.strength is not Strength.MUST
    }
    ranks = []
    for v in judged.verdicts:
        if v.word is not Word.CANNOT_TELL:
            cap = RANK.index(Word.LATE) if (v.layer, v.norm) in soft else len(RANK)
            ranks.append(min(RANK.index(v.word), cap))
    worst = RANK[max(ranks)] if ranks else None
    if judged.outcome is not worst:
        return f"outcome {judged.outcome}, worst verdict {worst}"
    if judged.undetermined != len(judged.verdicts) - len(ranks):
        return f"undetermined {judged.undetermined} of {len(judged.verdicts)}"
    return None


DETERMINISM = Property("determinism", determinism)
EVIDENCE = Property("evidence", evidence, PRECISE)
SHAPE = Property("shape", shape)
