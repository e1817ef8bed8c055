"""Worlds: a definite verdict on an incomplete log holds in every completion of it.

What a word claims of every completion: *kept* and *excused* that the norm was met or excused (kept
may stand where no instance arose); *late*, *overdue*, *broken* that it was breached (a late answer
may turn out to be there); *open* that it is neither done nor due; *no longer due* that no breach
can follow. An instance of a sure event that a completion finds must stand in the incomplete log
too, if only as *cannot tell*: silence is a claim as well.
"""

from __future__ import annotations

from datetime import date
from random import Random

from spelregels.audit.complete import PHANTOM, complete
from spelregels.audit.generate import Case
from spelregels.audit.properties.common import (
    BREACHES,
    Judge,
    Key,
    Property,
    grouped,
    lines,
    matched,
    yearly_norms,
)
from spelregels.audit.settings import Settings
from spelregels.audit.show import log_lines
from spelregels.model.trajectory import Event
from spelregels.model.verdict import Judgement, Verdict
from spelregels.model.words import Certainty, Kind, Precision, Word

NUMBER = 4
HOLDS: dict[Word, frozenset[Word]] = {
    Word.KEPT: frozenset({Word.KEPT}),
    Word.EXCUSED: frozenset({Word.EXCUSED, Word.KEPT}),
    Word.NO_LONGER_DUE: frozenset({Word.NO_LONGER_DUE, Word.EXCUSED, Word.KEPT}),
    Word.OPEN: frozenset({Word.OPEN}),
    Word.LATE: frozenset({Word.LATE}),
    Word.OVERDUE: BREACHES,
    Word.BROKEN: frozenset({Word.BROKEN, Word.LATE}),
}


def holds(old: Verdict, new: Verdict) -> bool:
    """Whether the completed verdict is one that the first allowed."""
    return old.word is Word.CANNOT_TELL or new.word in HOLDS[old.word]


def _hints(judgement: Judgement) -> list[date]:
    """Days around which to put unrecorded acts."""
    days: list[date] = []
    for verdict in judgement.verdicts:
        found = (verdict.day, verdict.due, verdict.due_latest)
        days += [day for day in found if day is not None and 1900 < day.year < 2200]
    return days


def look(case: Case, rng: Random, judge: Judge) -> str | None:
    """Judge the log and some completions of it, and compare."""
    first = judge(case.ruleset, case.trajectory, case.as_of)
    hints = _hints(first)
    for _ in range(NUMBER):
        world = complete(case.ruleset, case.trajectory, rng, case.as_of, hints)
        if world is None:
            continue
        found = compare(case, first, judge(case.ruleset, world, case.as_of))
        if found is not None:
            return f"{found}\n  in the world \n{log_lines(world)}"
    return None


def compare(case: Case, first: Judgement, second: Judgement) -> str | None:
    """The first verdict of the incomplete log that the completion refutes, or the reverse."""
    yearly = yearly_norms(case)
    olds, news = grouped(first.verdicts, yearly), grouped(second.verdicts, yearly)
    for key, group in olds.items():
        definite = [v for v in group if v.word is not Word.CANNOT_TELL and not _may_go(case, v)]
        firm = [v for v in definite if v.word is not Word.KEPT]
        there = news.get(key, [])
        needed = definite if len(there) >= len(definite) else firm
        if not matched(needed, there, holds):
            return f"{lines(needed)} became {lines(there)}"
    for key, group in news.items():
        if len(olds.get(key, ())) < len(group) and _must_stand(case, key, olds, group):
            return f"{lines(group)} stood as {lines(olds.get(key, ()))}"
    return None


def _may_go(case: Case, verdict: Verdict) -> bool:
    """Kept in a year that has no instance if the start lies in it: a start of unknown year."""
    starts = [e for e in case.trajectory.events if e.id == verdict.trigger]
    vague = any(e.at.precision in (Precision.YEAR, Precision.UNKNOWN) for e in starts)
    return verdict.kind is Kind.RECURRENCE and verdict.word is Word.KEPT and (not starts or vague)


def _must_stand(case: Case, key: Key, olds: dict[Key, list[Verdict]], group: list[Verdict]) -> bool:
    """Whether silence about these instances was a claim: they hang on a recorded event, are no
    matter of periods or persons, and were found in breach."""
    layer, norm, _, _, trigger = key
    if trigger.startswith(PHANTOM) or all(v.word not in BREACHES for v in group):
        return False
    if any(old[1] == "@law" for old in olds):
        return False
    events = {event.id: event for event in case.trajectory.events}
    if trigger not in events and any(e.at.day is None for e in case.trajectory.events):
        return False  # periods are counted from the first dated event
    if trigger not in events:
        return trigger == "" and not any((old[0], old[1]) == (layer, norm) for old in olds)
    return _exists(events[trigger], case)


def _exists(event: Event, case: Case) -> bool:
    return (
        event.certainty is not Certainty.PLANNED
        and event.at.precision in (Precision.DAY, Precision.MINUTE)
        and event.at.day is not None
        and event.at.day <= case.as_of
    )


WORLDS = Property("worlds", look, Settings(blur=0.6))
#: nothing but terms and what changes them, little known: the thinnest ice
TERMS = Property(
    "worlds_terms",
    look,
    Settings(
        blur=0.5,
        kinds=(Kind.RESPONSE, Kind.PRECEDENCE),
        norms=(1, 2),
        machine=False,
        conditions=False,
        links=0.5,
        layers=False,
    ),
)
