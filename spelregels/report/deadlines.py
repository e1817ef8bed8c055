"""The days a finding names: until when, and from when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from spelregels.calendar import reckon
from spelregels.model.norms import Norm, Precedence
from spelregels.model.patterns import MomentPattern
from spelregels.model.terms import CalendarData, Duration, Reckoning
from spelregels.model.trajectory import Event
from spelregels.model.verdict import Verdict
from spelregels.model.words import How, Regime
from spelregels.report.asked import asked_pattern
from spelregels.report.names import Names

# A lead in months is counted back from the trigger; forwards it may end some days earlier.
_MONTH_END_DAYS = 10


def due_text(verdict: Verdict, names: Names) -> str:
    """``4 juni 2026``, both readings where they differ; empty if there is no due day."""
    due, latest = verdict.due, verdict.due_latest
    if due is None:
        return names.day(latest) if latest else ""
    if latest is None:
        return names.words.part("due_open", due=names.day(due))
    if latest != due:
        doubts = verdict.reckoning.doubts if verdict.reckoning else ()
        key = "due_two" if How.REGIME_NOT_STATED.value in doubts else "due_until"
        return names.words.part(key, due=names.day(due), latest=names.day(latest))
    return names.day(due)


def allowed_from(
    verdict: Verdict, norm: Norm | None, found: Sequence[Event], wait: Reckoning | None = None
) -> date | None:
    """The first day on which the trigger is lawful after what was found; None: unknown.

    ``wait``: what :func:`wait_after_term` gives.
    """
    if wait is not None:
        return wait.act_from
    if not isinstance(norm, Precedence):
        return verdict.reckoning.act_from if verdict.reckoning else None
    if norm.lead is not None:
        return _after_lead(norm, found)
    if norm.lasts is not None:
        return verdict.reckoning.last_day if verdict.reckoning else verdict.due
    if norm.at_longest is not None and norm.wait is None:
        return None
    if verdict.reckoning is not None:
        return verdict.reckoning.act_from
    return verdict.due + timedelta(days=1) if verdict.due else None


def failed_length(verdict: Verdict, norm: Norm | None) -> str:
    """Which length between two events was not kept: ``wait``, ``lasts`` or ``at_longest``; empty if
    the norm has none. Of two, the one that the day of the trigger tells."""
    if not isinstance(norm, Precedence):
        return ""
    given = [f for f in ("wait", "lasts", "at_longest") if getattr(norm, f) is not None]
    if given[1:] != ["at_longest"] or verdict.day is None or verdict.due is None:
        return given[0] if given else ""
    last = verdict.due + timedelta(days=1) if given[0] == "wait" else verdict.due
    return given[0] if verdict.day < last else "at_longest"


def wait_after_term(
    verdict: Verdict,
    norm: Norm | None,
    rests_on: Sequence[Event],
    calendars: Mapping[str, CalendarData],
) -> Reckoning | None:
    """The wait that begins when a term is over, where the verdict reckons that term itself.

    It does if its reckoning starts with an event that the verdict rests on: what the term began
    with. None: there is no such wait, or the verdict reckons it already.
    """
    term = verdict.reckoning
    if not isinstance(norm, Precedence) or not isinstance(norm.wait, Duration) or term is None:
        return None
    asked = asked_pattern(norm, verdict.act)
    if not asked or not all(isinstance(one, MomentPattern) for one in asked):
        return None
    if verdict.due != verdict.due_latest or term.start not in {e.at.day for e in rests_on}:
        return None
    return reckon(term.last_day, norm.wait, regime=norm.regime, calendars=calendars)


def _after_lead(norm: Precedence, found: Sequence[Event]) -> date | None:
    """The first trigger day from which the lead, counted back, does not pass what was found."""
    start = found[0].at.day if found else None
    if start is None or not isinstance(norm.lead, Duration):
        return None
    day = reckon(start, norm.lead, regime=Regime.CALENDAR).last_day
    for _ in range(_MONTH_END_DAYS):
        back = reckon(
            day,
            norm.lead,
            regime=Regime.CALENDAR,
            backwards=True,
            clear_days=norm.clear_days,
        )
        if back.last_day >= start:
            return day
        day += timedelta(days=1)
    return None
