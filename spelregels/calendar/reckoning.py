"""From a start day and a term to a last day that explains itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType

from spelregels.calendar.atw import (
    at_least_three_days,
    move,
    within_article_4,
)
from spelregels.calendar.counting import Counted, Surroundings, count_back, count_on
from spelregels.calendar.durations import TermError
from spelregels.calendar.holidays import ONE_DAY
from spelregels.calendar.opening import opening_steps, term_detail
from spelregels.calendar.questions import Asked, questions_backwards, questions_forwards
from spelregels.model.frozen import dataclass
from spelregels.model.terms import (
    CalendarData,
    DateTerm,
    Duration,
    FixedTerm,
    MeetingTerm,
    Reading,
    Reckoning,
    Step,
    TraceStep,
)
from spelregels.model.words import CountFrom, Regime, Unit

NO_CALENDARS: Mapping[str, CalendarData] = MappingProxyType({})
_NOTHING_GIVEN = Surroundings(NO_CALENDARS)


def reckon(
    start: date,
    term: FixedTerm,
    *,
    count_from: CountFrom = CountFrom.NEXT_DAY,
    regime: Regime,
    backwards: bool = False,
    clear_days: bool = False,
    extensions: Sequence[FixedTerm] = (),
    suspended_days: int = 0,
    entry_into_force: bool = False,
    calendars: Mapping[str, CalendarData] = NO_CALENDARS,
) -> Reckoning:
    """The last day of ``term`` from ``start``, with every step, doubt and open question.

    ``count_from``: next day (the start day is not counted) or same day (it is day one).
    ``regime``: ``atw`` moves a last day off free days where the Act applies; ``calendar`` never;
    ``not_stated`` computes both (``last_day`` unmoved, ``latest`` moved).
    ``backwards``: counted back from the start, never moved (Atw 1 lid 2); ``clear_days`` asks one
    day more. ``extensions``, then ``suspended_days`` (calendar days), are added to the raw last
    day; the Atw is applied once, last. ``entry_into_force``: never moved (Atw 4 sub b).
    ``calendars``: meetings and closed days by name. Closed days of all calendars are no working
    days; the Atw does not know them, so they move nothing and are an open question instead.

    Raises TermError for a negative term, a day outside years 1-9999, and for an extension or
    suspension of a term that is counted backwards.
    """
    plain = (
        start,
        term,
        count_from is CountFrom.SAME_DAY,
        regime,
        backwards,
        clear_days,
        tuple(extensions),
        suspended_days,
        entry_into_force,
    )
    if not calendars:
        return _reckoned_before(*plain)
    closed = frozenset(day for calendar in calendars.values() for day in calendar.closed_days)
    return _reckoned(Asked(*plain, Surroundings(calendars, closed)))


@lru_cache(maxsize=8192)
def _reckoned_before(
    start: date,
    term: FixedTerm,
    same_day: bool,
    regime: Regime,
    backwards: bool,
    clear_days: bool,
    extensions: tuple[FixedTerm, ...],
    suspended_days: int,
    entry_into_force: bool,
) -> Reckoning:
    """Without calendars the same question always has the same answer, and is asked often."""
    return _reckoned(
        Asked(
            start,
            term,
            same_day,
            regime,
            backwards,
            clear_days,
            extensions,
            suspended_days,
            entry_into_force,
            _NOTHING_GIVEN,
        )
    )


def _reckoned(asked: Asked) -> Reckoning:
    if asked.suspended_days < 0:
        raise TermError("Een opschorting is niet negatief.", "A suspension is not negative.")
    try:
        return _back(asked) if asked.backwards else _on(asked)
    except OverflowError as error:
        raise TermError(
            "De termijn loopt buiten de kalender (jaar 1 tot en met 9999).",
            "The term runs outside the calendar (years 1 to 9999).",
        ) from error


def reckon_postal_week(last_day: date) -> Reckoning:
    """The week in which a letter posted in time may still arrive (Awb 6:9 lid 2, 3:16 lid 3).

    ``last_day``: of the term itself, as moved. Whether the Atw lengthens this week too is open
    (``postal_week``): both are given; ``last_day`` is the shorter and ``latest`` the longer.
    """
    week = reckon(last_day, Duration(1, Unit.WEEK), regime=Regime.NOT_STATED)
    return replace(
        week,
        open_questions=tuple(
            "postal_week" if code == "atw_applies" else code for code in week.open_questions
        ),
        readings=tuple(replace(reading, question="postal_week") for reading in week.readings),
    )


# --- backwards ------------------------------------------------------------------------------------


def _back(asked: Asked) -> Reckoning:
    if asked.extensions or asked.suspended_days:
        raise TermError(
            "Een termijn die terugtelt, kan niet worden verlengd of opgeschort.",
            "A term that is counted back cannot be extended or suspended.",
        )
    counted = count_back(
        asked.start, asked.term, asked.where, same_day=asked.same_day, clear_days=asked.clear_days
    )
    first_day = asked.first_day
    is_duration = isinstance(asked.term, Duration)
    raw = counted.day if counted.late is None or not is_duration else counted.late
    steps = opening_steps(asked, counted, raw)
    if raw != counted.day:
        steps.append(TraceStep(Step.DECREE_UNKNOWN, counted.day, {"direction": "back"}))
    steps.append(TraceStep(Step.BACKWARDS_NOT_MOVED, counted.day))
    if counted.found:
        steps.append(TraceStep(Step.ACT_FROM, counted.day + ONE_DAY, _BACK))
    questions, readings = questions_backwards(asked, counted.day)
    return Reckoning(
        asked.start,
        first_day,
        raw,
        counted.day,
        counted.late,
        counted.day + ONE_DAY,
        asked.regime,
        () if counted.late == counted.day else ("calendar_unknown",),
        tuple(steps),
        questions,
        readings,
    )


# --- forwards -------------------------------------------------------------------------------------


def _on(asked: Asked) -> Reckoning:
    counted = count_on(asked.start, asked.term, asked.where, same_day=asked.same_day)
    first_day = asked.first_day
    steps = opening_steps(asked, counted, counted.day)
    raw, late = _lengthened(asked, counted, steps)
    ending = _ending(asked, first_day, raw, late)
    steps += ending.steps
    steps.append(TraceStep(Step.ACT_FROM, ending.last_day + ONE_DAY, _ON))
    questions, readings = questions_forwards(
        asked,
        counted,
        raw,
        ending.last_day,
        lambda day: _ending(asked, first_day, day, day).last_day,
    )
    return Reckoning(
        asked.start,
        first_day,
        raw,
        ending.last_day,
        ending.latest,
        ending.last_day + ONE_DAY,
        asked.regime,
        ending.doubts,
        tuple(steps),
        ending.questions + questions,
        ending.readings + readings,
    )


_ON = {"direction": "on"}
_BACK = {"direction": "back"}


def _lengthened(asked: Asked, counted: Counted, steps: list[TraceStep]) -> tuple[date, date | None]:
    """Extensions, then the suspension, added to the last day and to its latest reading."""
    day, late = counted.day, counted.late
    for extension in asked.extensions:
        more = count_on(day, extension, asked.where)
        later = more if late == day else late and count_on(late, extension, asked.where)
        day, late = more.day, later.late if later else None
        steps.append(TraceStep(Step.EXTENDED, day, term_detail(extension)))
    if asked.suspended_days:
        pause = timedelta(days=asked.suspended_days)
        day, late = day + pause, late + pause if late else None
        steps.append(TraceStep(Step.SUSPENDED, day, {"days": str(asked.suspended_days)}))
    return day, late


@dataclass(frozen=True, slots=True)
class _Ending:
    last_day: date
    latest: date | None
    steps: tuple[TraceStep, ...]
    doubts: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    readings: tuple[Reading, ...] = ()


def _ending(asked: Asked, first_day: date, raw: date, late: date | None) -> _Ending:
    """Where the law leaves the last day."""
    still = _never_moved(asked, raw)
    if still is not None:
        doubts = () if late == raw else ("calendar_unknown",)
        return _Ending(raw, late, (still,), doubts)
    two_days = at_least_three_days(asked.parts)
    moved = move(first_day, raw, two_days=two_days)
    latest: date | None = moved.latest
    if late is None:
        latest = None
    elif late != raw:
        latest = max(moved.latest, move(first_day, late, two_days=two_days).last_day)
    unknown = () if latest == moved.last_day else ("calendar_unknown",)
    if asked.regime is Regime.NOT_STATED:
        off = TraceStep(
            Step.REGIME_OFF, raw, {"regime": "not_stated", "moved": moved.last_day.isoformat()}
        )
        differ = () if moved.last_day == raw else ("regime_not_stated",)
        code = "atw_applies"
        readings = (
            Reading(code, "calendar", raw, taken=True),
            Reading(code, "atw", moved.last_day, steps=moved.steps),
        )
        return _Ending(raw, latest, (off,), differ + unknown, (code,), readings)
    questions: tuple[str, ...] = ()
    taken: tuple[Reading, ...] = ()
    if moved.last_day != moved.after_article_1:
        code = "article_2_private_wait"
        questions, taken = (
            (code,),
            (
                Reading(code, "article_2", moved.last_day, taken=True),
                Reading(code, "article_1", moved.after_article_1),
                Reading(code, "calendar", raw),
            ),
        )
    return _Ending(moved.last_day, latest, moved.steps, unknown, questions, taken)


def _never_moved(asked: Asked, raw: date) -> TraceStep | None:
    """The step that says why the last day stays; None if the Atw may move it."""
    last_part = asked.parts[-1]
    if not isinstance(last_part, Duration):
        kind = {MeetingTerm: "meeting", DateTerm: "date"}.get(type(last_part), "same_moment")
        return TraceStep(Step.NEVER_MOVED, raw, {"why": kind})
    if asked.regime is Regime.CALENDAR:
        return TraceStep(Step.REGIME_OFF, raw, {"regime": "calendar"})
    if asked.entry_into_force:
        return TraceStep(Step.ENTRY_INTO_FORCE_NOT_MOVED, raw)
    for part in asked.parts:
        if isinstance(part, Duration) and not within_article_4(part):
            return TraceStep(Step.TOO_LONG_FOR_ATW, raw, term_detail(part))
    return None
