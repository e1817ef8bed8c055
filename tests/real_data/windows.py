"""Tables about ``plan-windows.csv``: what the law makes of it, and what the dates are.

The verdicts are those of the command line. The measures count windows of every kind against the
same last day (``reckon``); for a kind other than *ontwerp* that is a measure and no breach.
"""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from functools import cache

from spelregels.calendar import parse_duration, reckon
from spelregels.model.checked import Checked
from spelregels.model.terms import FixedTerm
from spelregels.model.trajectory import Trajectory
from spelregels.model.words import CountFrom, Regime, Word
from tests.real_data.runs import judged, table, trajectories

FILE, RULES = "plan-windows.csv", "data/vensters"
READINGS = {"tot en met": "plan-windows", "tot exclusive": "plan-windows-tot-exclusief"}
KINDS = ("ontwerp", "voorontwerp", "ontwerp?", "unknown")
SHORT, LENGTHENED = "inzage-zes-weken", "inzage-tot-verlengde-dag"
NOT_SHORTER, NOT_LONGER = "niet-korter-dan-genoemd", "niet-langer-dan-genoemd"
NORMS = (SHORT, LENGTHENED, NOT_SHORTER, NOT_LONGER)
ONE_DAY = timedelta(1)
BROKEN = [Word.BROKEN]
SIX_WEEKS = parse_duration("6 weken")


@cache
def checked(reading: str) -> tuple[Checked, ...]:
    """All windows under one reading; for the other only the rows that say *tot* are judged anew."""
    told = trajectories(FILE, READINGS[reading])
    if reading == "tot en met":
        return judged(told, RULES, only=NORMS)
    other = [one for one in told if one.events[1].attributes["slotwoord"] == "tot"]
    anew = {one.trajectory.id: one for one in judged(other, RULES, only=NORMS)}
    return tuple(anew.get(one.trajectory.id, one) for one in checked("tot en met"))


def kind_of(one: Trajectory) -> str:
    """The kind, in the word of the source."""
    return str(one.events[0].attributes["soort_in_bron"])


def days_of(one: Trajectory) -> tuple[date, date]:
    """First and last day."""
    first, last = (event.at.day for event in one.events)
    assert first is not None and last is not None
    return first, last


def words_of(one: Checked, norm: str) -> list[Word]:
    """The verdicts of one norm."""
    return [v.word for v in one.judgement.verdicts if v.norm == norm]


def law() -> str:
    """Verdicts of the two norms of the Awb and the Atw, per kind and reading."""
    rows = []
    for kind in KINDS:
        for reading in READINGS:
            found = [one for one in checked(reading) if kind_of(one.trajectory) == kind]
            short, longer = (
                Counter(word for one in found for word in words_of(one, norm))
                for norm in (SHORT, LENGTHENED)
            )
            said = (Word.BROKEN, Word.KEPT, Word.CANNOT_TELL)
            counts = [count[word] for count in (short, longer) for word in said]
            rows.append([kind, reading, len(found), *counts])
    head = ["kind", "reading of *tot*", "windows"]
    head += [f"{name}: {word}" for name in ("six weeks", "lengthened last day")
             for word in ("broken", "kept", "cannot tell")]  # fmt: skip
    return table(head, rows)


def measure(first: date, last: date) -> str:
    """Where the last day lies against six weeks and their lawful last day."""
    raw = first + 6 * timedelta(7) - ONE_DAY
    found = reckon(first, SIX_WEEKS, count_from=CountFrom.SAME_DAY, regime=Regime.ATW)
    lawful = found.last_day
    assert found.latest is not None
    if last < raw:
        return "shorter"
    if last < lawful:
        return "stopped on a free day"
    doubt = "?" if last < found.latest else ""
    if last == lawful:
        return ("42 days" if last == raw else "lengthened") + doubt
    return "longer" + doubt


def measures() -> str:
    """The same for every kind, by dates alone."""
    columns = ("shorter", "stopped on a free day", "42 days", "42 days?", "lengthened",
               "lengthened?", "longer", "longer?")  # fmt: skip
    rows = []
    for kind in KINDS:
        for reading, mapping in READINGS.items():
            days = [days_of(one) for one in trajectories(FILE, mapping) if kind_of(one) == kind]
            count = Counter(measure(*each) for each in days)
            assert set(count) <= set(columns)
            rows.append([kind, reading, *(count[column] for column in columns)])
    return table(["kind", "reading of *tot*", *columns], rows)


def claim(one: Trajectory) -> str | None:
    """The length against the term that the source itself states; None without such a term."""
    stated = one.events[1].attributes.get("termijn")
    if stated is None:
        return None
    term: FixedTerm = parse_duration(str(stated))
    first, last = days_of(one)
    plain, moved = (
        reckon(first, term, count_from=CountFrom.SAME_DAY, regime=regime).last_day
        for regime in (Regime.CALENDAR, Regime.ATW)
    )
    if last <= plain:
        return "equal" if last == plain else "shorter"
    if last == moved:
        return "longer: to the next working day"
    return "longer: one day" if last == plain + ONE_DAY else "longer: more"


def claims() -> str:
    """Claims against dates, per kind and reading."""
    columns = ("equal", "shorter", "longer: to the next working day", "longer: one day",
               "longer: more")  # fmt: skip
    rows = []
    for kind in KINDS:
        for reading, mapping in READINGS.items():
            found = [claim(one) for one in trajectories(FILE, mapping) if kind_of(one) == kind]
            count = Counter(found)
            stated = len(found) - count[None]
            rows.append([kind, reading, stated, *(count[column] for column in columns)])
    return table(["kind", "reading of *tot*", "claims", *columns], rows)


def shortest() -> str:
    """The windows of drafts shorter than six weeks under the generous reading."""
    short = {one.trajectory.id for one in checked("tot en met") if words_of(one, SHORT) == BROKEN}
    rows = []
    for one in trajectories(FILE, READINGS["tot en met"]):
        if one.id in short:
            first, last = days_of(one)
            stated = one.events[1].attributes.get("termijn", "none")
            day_42 = first + 41 * ONE_DAY
            where = one.header["municipality"]
            rows.append([where, first, last, (last - first).days + 1, day_42, stated])
    rows.sort(key=lambda row: str(row[1]))
    head = ["municipality", "first day", "last day", "days", "day 42", "term the source states"]
    return table(head, rows)
