"""The first steps of a reckoning: where it starts, and how the raw last day was counted."""

from __future__ import annotations

from datetime import date

from spelregels.calendar.counting import Counted
from spelregels.calendar.durations import duration_text
from spelregels.calendar.questions import Asked
from spelregels.model.terms import (
    DateTerm,
    Duration,
    FixedTerm,
    MeetingTerm,
    SameMoment,
    Step,
    TraceStep,
)


def term_detail(term: FixedTerm) -> dict[str, str]:
    """What a step says of a term, in data."""
    match term:
        case Duration():
            return {"term": duration_text(term)}
        case MeetingTerm(meetings=name, not_before=None):
            return {"meetings": name}
        case MeetingTerm(meetings=name, not_before=Duration() as wait):
            return {"meetings": name, "not_before": duration_text(wait)}
        case DateTerm():
            before = "before" if term.before else "on"
            return {"date": f"{term.month:02d}-{term.day:02d}", "last_day": before}
        case _:
            return {}


def opening_steps(asked: Asked, counted: Counted, raw: date) -> list[TraceStep]:
    """The steps up to the raw last day of the term itself."""
    direction = "back" if asked.backwards else "on"
    detail = term_detail(asked.term)
    steps = [TraceStep(Step.START, asked.start, {"direction": direction})]
    match asked.term:
        case Duration():
            how = {"count_from": "same_day" if asked.same_day else "next_day"}
            steps.append(TraceStep(Step.FIRST_DAY, asked.first_day, how | {"direction": direction}))
            if asked.clear_days and asked.backwards:
                detail["clear_days"] = "yes"
            steps.append(TraceStep(Step.RAW, raw, detail | {"direction": direction}))
            if counted.clamped:
                steps.append(TraceStep(Step.CLAMPED, raw))
        case MeetingTerm():
            step = Step.MEETING if counted.found else Step.NO_MEETING_KNOWN
            steps.append(TraceStep(step, raw, detail | {"direction": direction}))
        case DateTerm():
            steps.append(TraceStep(Step.CALENDAR_DATE, raw, detail))
        case SameMoment():
            steps.append(TraceStep(Step.RAW, raw, {"direction": "none"}))
    return steps
