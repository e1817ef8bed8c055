"""Which file and norm govern which day (M14), and whether they apply."""

from __future__ import annotations

from datetime import date

from spelregels.engine.conditions import holds_of_header
from spelregels.engine.hearing import Hearing
from spelregels.engine.points import EVER, NEVER, Point, interval
from spelregels.engine.truth import NO, YES, Truth, every, unknown
from spelregels.model.norms import Norm
from spelregels.model.ruleset import RulesetFile
from spelregels.model.trajectory import When
from spelregels.model.words import Governs, How

Days = tuple[int, int]


def first_day(hearing: Hearing) -> Days:
    """The day of the first event, as the earliest and latest it can be."""
    found: Days | None = hearing.memo.get("first day")
    if found is None:
        low = min((point.first for point in hearing.points), default=NEVER)
        firm = (point.last for point in hearing.points if point.exists.level == 2)
        found = hearing.memo["first day"] = (low, min(firm, default=hearing.as_of))
    return found


def governing(hearing: Hearing, file: RulesetFile, point: Point | None) -> tuple[Days, ...]:
    """The days on which the file must be in force for what happens at ``point``.

    Without any event there is no day that could lie outside a validity.
    """
    if not hearing.points:
        return ()
    own = (point.first, point.last) if point is not None else None
    match file.governs:
        case Governs.STARTED_IN_FORCE:
            return (first_day(hearing),)
        case Governs.EVENT_DATE:
            return (own if own is not None else first_day(hearing),)
        case Governs.NOT_STATED:
            start = first_day(hearing)
            return (start, own) if own is not None else (start,)


def in_force(hearing: Hearing, file: RulesetFile, point: Point | None) -> Truth:
    """Whether this version of the file governs."""
    if not isinstance(file.valid_from, date) and file.valid_to is None:
        return YES
    _, _, start, sure_from = interval(When(file.valid_from_precision, _date(file)))
    end = file.valid_to.toordinal() if file.valid_to is not None else NEVER
    days = governing(hearing, file, point)
    return within_days((start, min(sure_from, end)), end, days, file.id)


def _date(file: RulesetFile) -> date | None:
    return file.valid_from if isinstance(file.valid_from, date) else None


def norm_in_force(norm: Norm, point: Point) -> Truth:
    """Whether the norm itself is in force on the day of its trigger."""
    if norm.in_force_from is None and norm.in_force_to is None:
        return YES
    start = norm.in_force_from.toordinal() if norm.in_force_from is not None else EVER
    end = norm.in_force_to.toordinal() if norm.in_force_to is not None else NEVER
    return within_days((start, start), end, ((point.first, point.last),), norm.id)


def within_days(start: Days, end: int, days: tuple[Days, ...], name: str) -> Truth:
    """Whether all of the days lie in a validity; unknown when some may and some may not.

    ``start``: the first day, as the earliest and latest it can be (a text in force since 2004).
    """
    low, surely = start
    said = [_within(low, surely, end, first, last) for first, last in days]
    if all(said_of is True for said_of in said):
        return YES
    if all(said_of is False for said_of in said):
        return NO
    doubts = [unknown(how, "", name) for how in said if isinstance(how, How)]
    if len(days) > 1:
        doubts.append(unknown(How.NOT_STATED, "", name))  # which of these days
    return every(doubts)


def _within(low: int, surely: int, end: int, first: int, last: int) -> bool | How:
    """Whether a day lies in a validity, or why that is unknown."""
    if surely <= first and last <= end:
        return True
    if last < low or first > end:
        return False
    return How.LAW_NOT_ENCODED if first == last and low == surely else How.DATE_UNKNOWN


def applies(hearing: Hearing, file: RulesetFile, norm: Norm) -> Truth:
    """Whether the file and the norm apply to this trajectory."""
    return every((holds_of_header(hearing, file.applies), holds_of_header(hearing, norm.applies)))
