"""Truncation (M13): how verdicts may move as days pass, and that the future is invisible (M4)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from random import Random

from spelregels.audit.chance import few
from spelregels.audit.generate import Case
from spelregels.audit.properties.common import (
    BREACHES,
    Judge,
    Property,
    differs,
    grouped,
    lines,
    matched,
    without_citations,
    yearly_norms,
)
from spelregels.audit.settings import Settings
from spelregels.model.trajectory import Event, Trajectory
from spelregels.model.verdict import Judgement, Verdict
from spelregels.model.words import Kind, Precision, Word

DAYS = 5
AT_ONCE = frozenset({Kind.PRECEDENCE, Kind.ABSENCE, Kind.REQUIREMENT, Kind.STAGE})
MOVES: dict[Word, frozenset[Word]] = {
    Word.KEPT: frozenset({Word.KEPT}),
    Word.LATE: frozenset({Word.LATE}),
    Word.EXCUSED: frozenset({Word.EXCUSED, Word.KEPT}),
    Word.NO_LONGER_DUE: frozenset({Word.NO_LONGER_DUE, Word.EXCUSED, Word.KEPT}),
    Word.OVERDUE: BREACHES,
    Word.BROKEN: frozenset({Word.BROKEN}),
}


def may_move(old: Verdict, new: Verdict, precise: bool) -> bool:
    """Whether M13 lets the verdict of one day become that of a later day."""
    if old.word in (Word.CANNOT_TELL, Word.OPEN):
        return not (precise and old.kind in AT_ONCE and old.word is Word.OPEN)
    if old.kind in AT_ONCE and old.word in (Word.KEPT, Word.BROKEN):
        return new.word is old.word
    if old.word is Word.BROKEN and old.kind in (Kind.RESPONSE, Kind.RECURRENCE):
        return new.word in (Word.BROKEN, Word.LATE)
    return new.word in MOVES[old.word]


def is_precise(log: Trajectory) -> bool:
    """Every moment at least a day."""
    return all(e.at.precision in (Precision.DAY, Precision.MINUTE) for e in log.events)


def interesting_days(case: Case, judgement: Judgement) -> list[date]:
    """Days on which something may change: of events, of due days, and the days around them."""
    days = {event.at.day for event in case.trajectory.events}
    days |= {day for v in judgement.verdicts for day in (v.due, v.due_latest, v.day)}
    sane = [day for day in days if day is not None and 1900 < day.year < 2200]
    found = {day + timedelta(d) for day in sane for d in (-1, 0, 1)}
    return sorted(day for day in found if day <= case.as_of)


def look(case: Case, rng: Random, judge: Judge) -> str | None:
    """Judge on some days in turn; every move between two of them must be one that M13 allows."""
    precise = is_precise(case.trajectory)
    last = judge(case.ruleset, case.trajectory, case.as_of)
    days = sorted(few(rng, interesting_days(case, last), 0, DAYS))
    judged = [(day, judge(case.ruleset, case.trajectory, day)) for day in days]
    judged.append((case.as_of, last))
    for (day, old), (later, new) in pairwise(judged):
        text = _moved(old, new, precise, yearly_norms(case))
        if text is not None:
            return f"{text} between {day} and {later}"
    return None


def _moved(old: Judgement, new: Judgement, precise: bool, yearly: frozenset[str]) -> str | None:
    news = grouped(new.verdicts, yearly)
    for key, group in grouped(old.verdicts, yearly).items():
        definite = [v for v in group if v.word not in (Word.CANNOT_TELL, Word.OPEN)]
        there = news.get(key, [])
        if not matched(definite, there, lambda a, b: may_move(a, b, precise)):
            return f"{lines(definite)} became {lines(there)}"
    return None


def visible(event: Event, as_of: date) -> bool:
    """M4: a correction counts from the day it is recorded, any other event from its first day."""
    if event.corrects is not None:
        return event.recorded is not None and event.recorded <= as_of
    return event.at.day is None or event.at.day <= as_of


def look_ahead(case: Case, rng: Random, judge: Judge) -> str | None:
    """Leaving out what begins after ``as_of`` changes nothing."""
    full = judge(case.ruleset, case.trajectory, case.as_of)
    for day in (*few(rng, interesting_days(case, full), 0, 3), case.as_of):
        seen = tuple(event for event in case.trajectory.events if visible(event, day))
        cut = replace(case.trajectory, events=seen)
        one = judge(case.ruleset, case.trajectory, day)
        two = judge(case.ruleset, cut, day)
        text = differs(map(without_citations, one.verdicts), map(without_citations, two.verdicts))
        if text is not None:
            return f"the future is seen on {day}: {text}"
    return None


TRUNCATION = Property("truncation", look, Settings(corrections=False))
FUTURE = Property("future", look_ahead)
