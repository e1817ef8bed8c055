"""The days a finding names: until when, and from when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from spelregels.calendar import reckon
from spelregels.model.norms import Norm, Precedence
from spelregels.model.terms import Duration
from spelregels.model.trajectory import Event
from spelregels.model.verdict import Verdict
from spelregels.model.words import How, Regime
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


def allowed_from(verdict: Verdict, norm: Norm | None, found: Sequence[Event]) -> date | None:
    """The first day on which the trigger is lawful after what was found; None: unknown."""
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
