"""Validity (M14): a file in force for some days says of those days what it otherwise says always.

On a precise log: under ``event_date`` a norm has the instances whose trigger falls in those days;
under ``started_in_force`` all of them or none, as the first event falls; where the text is silent,
both readings, and what differs cannot be told. Of the days outside, one line says so.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from spelregels.audit.chance import chance, pick
from spelregels.audit.generate import Case
from spelregels.audit.properties.common import Judge, Property, differs, lines
from spelregels.audit.settings import Settings
from spelregels.model.verdict import Verdict
from spelregels.model.words import Governs, How, Kind, Word

KINDS = (Kind.PRECEDENCE, Kind.RESPONSE, Kind.ABSENCE, Kind.REQUIREMENT)


def look(case: Case, rng: Random, judge: Judge) -> str | None:
    """Give the only file a validity and compare with the file that always holds."""
    days = sorted(event.at.day for event in case.trajectory.events if event.at.day is not None)
    past = [day for day in days if day <= case.as_of]
    if not past:
        return None
    first, last = _span(rng, past)
    governs = pick(rng, tuple(Governs))
    always = judge(case.ruleset, case.trajectory, case.as_of).verdicts
    bound = tuple(
        replace(file, valid_from=first, valid_to=last, governs=governs)
        for file in case.ruleset.files
    )
    found = judge(replace(case.ruleset, files=bound), case.trajectory, case.as_of).verdicts
    began = first <= past[0] <= last
    expected: list[Verdict] = []
    outside = False
    for verdict in always:
        assert verdict.day is not None
        then = first <= verdict.day <= last
        yes, no = _readings(governs, began, then)
        outside |= no and not yes
        if yes:
            expected.append(_doubtful(verdict) if no else verdict)
    return _compare(expected, outside, found, (governs, first, last))


def _span(rng: Random, days: list[date]) -> tuple[date, date]:
    """From or to a day near one of the log's."""
    day = pick(rng, days) + timedelta(pick(rng, (-1, 0, 1)))
    if chance(rng, 0.5):
        return day, day + timedelta(pick(rng, (0, 30, 4000)))
    return day - timedelta(pick(rng, (0, 30, 4000))), day


def _readings(governs: Governs, began: bool, then: bool) -> tuple[bool, bool]:
    """Whether some reading has the norm in force, and whether some reading has not."""
    match governs:
        case Governs.STARTED_IN_FORCE:
            return began, not began
        case Governs.EVENT_DATE:
            return then, not then
        case Governs.NOT_STATED:
            return began or then, not (began and then)


def _doubtful(verdict: Verdict) -> Verdict:
    """M6: in force under one reading only: kept stays, anything else cannot be told."""
    if verdict.word in (Word.KEPT, Word.CANNOT_TELL):
        return verdict
    return replace(verdict, word=Word.CANNOT_TELL, how=How.NOT_STATED)


def _compare(
    expected: list[Verdict], outside: bool, found: tuple[Verdict, ...], bounds: object
) -> str | None:
    law = [verdict for verdict in found if verdict.kind is Kind.LAW]
    rest = [verdict for verdict in found if verdict.kind is not Kind.LAW]
    text = differs(map(_said, expected), map(_said, rest))
    if text is not None:
        return f"valid {bounds}: {text}"
    if len(law) > 1 or (outside and not law) or any(v.how is not How.LAW_NOT_ENCODED for v in law):
        return f"valid {bounds}: lines about the law: {lines(law)}"
    return None


def _said(verdict: Verdict) -> tuple[object, ...]:
    return (verdict.norm, verdict.trigger, verdict.act, verdict.word, str(verdict.due))


VALIDITY = Property(
    "validity",
    look,
    Settings(
        kinds=KINDS,
        blur=0.0,
        links=0.0,
        corrections=False,
        planned=False,
        layers=False,
        named_terms=False,
        machine=False,
    ),
)
