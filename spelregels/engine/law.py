"""Which file and norm govern which day (M14), and whether they apply."""

from __future__ import annotations

from datetime import date

from spelregels.engine.conditions import holds_of_header
from spelregels.engine.hearing import Hearing
from spelregels.engine.points import EVER, NEVER, Days, Point, in_days, interval
from spelregels.engine.truth import YES, Truth, every, unknown
from spelregels.model.norms import Norm
from spelregels.model.ruleset import RulesetFile
from spelregels.model.trajectory import When
from spelregels.model.words import Governs, How


def first_day(hearing: Hearing) -> Days:
    """The day of the first event, as the earliest and latest it can be."""
    found: Days | None = hearing.memo.get("first day")
    if found is None:
        low = min((point.first for point in hearing.points), default=NEVER)
        firm = (point.last for point in hearing.points if point.exists.level == 2)
        found = hearing.memo["first day"] = (low, min(firm, default=hearing.as_of))
    return found


def in_force(hearing: Hearing, file: RulesetFile, point: Point | None) -> Truth:
    """Whether this version of the file governs what happens at ``point``; None: the whole.

    Without any event there is no day that could lie outside a validity.
    """
    if (not isinstance(file.valid_from, date) and file.valid_to is None) or not hearing.points:
        return YES
    if file.governs is Governs.EVENT_DATE and point is not None:
        return _valid(file, (point.first, point.last), point)
    began = _valid(file, first_day(hearing), hearing.points[0])
    if file.governs is not Governs.NOT_STATED or point is None:
        return began
    then = _valid(file, (point.first, point.last), point)
    if (began.level, began.why) == (then.level, then.why):
        return began
    return unknown(How.NOT_STATED, "", "governs")  # which of the two days


def _valid(file: RulesetFile, days: Days, point: Point) -> Truth:
    """Whether the file is valid on all of these days, on which ``point`` may lie."""
    first = surely = EVER
    if isinstance(file.valid_from, date):
        _, _, first, surely = interval(When(file.valid_from_precision, file.valid_from))
    last = file.valid_to.toordinal() if file.valid_to is not None else NEVER
    found = in_days(point, first, last, days)
    if found.level == 2 and days[0] < surely:  # since some day of 2004
        return unknown(How.DATE_UNKNOWN, "", "valid_from")
    return found


def norm_in_force(norm: Norm, point: Point) -> Truth:
    """Whether the norm itself is in force on the day of its trigger."""
    if norm.in_force_from is None and norm.in_force_to is None:
        return YES
    first = norm.in_force_from.toordinal() if norm.in_force_from is not None else EVER
    last = norm.in_force_to.toordinal() if norm.in_force_to is not None else NEVER
    return in_days(point, first, last)


def applies(hearing: Hearing, file: RulesetFile, norm: Norm) -> Truth:
    """Whether the file and the norm apply to this trajectory."""
    return every((holds_of_header(hearing, file.applies), holds_of_header(hearing, norm.applies)))
