"""What the shipped rulesets say of real data (issue 1.8): lateness from the events alone, and
the six weeks of real displays against an independent sum.

The data are read from ``$SPELREGELS_DATA`` (default ``../shared/data``); without them: skipped.
"""

from __future__ import annotations

import os
from collections import Counter
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest

import spelregels
from spelregels.doors import read
from spelregels.language import bind, load_ruleset
from spelregels.model.trajectory import Trajectory
from spelregels.model.verdict import Judgement, Verdict
from spelregels.model.words import How, Word
from spelregels.semantics import judge

ROOT = Path(spelregels.__file__).resolve().parent.parent
DATA = Path(os.environ.get("SPELREGELS_DATA") or ROOT / ".." / "shared" / "data").resolve()
pytestmark = pytest.mark.skipif(
    not DATA.is_dir(), reason=f"real data not found in {DATA} (set SPELREGELS_DATA)"
)
AS_OF = date(2026, 11, 1)
BREACH = {Word.BROKEN, Word.LATE, Word.OVERDUE}
LATE = {  # which norm says so, and on which kind of act
    "haarlem-vijfhoek-verkeer": ("advies-na-besluit", "advies.uitgebracht"),
    "middelburg-veerseweg": ("informatie-na-inspraak", "bijeenkomst.gehouden"),
    "weesp-fusie": ("raadpleging-na-besluit", "referendum.gehouden"),
}
CANNOT_TELL = (
    "ede-azc-2016",
    "geldermalsen-azc",
    "tubbergen-albergen-azc",
    "gooisemeren-jop-keverdijk",
)
NOT_LATE = (
    "wassenaar-johan-de-wittstraat",
    "delft-camping-referendum",
    "debilt-akoteh",
    "woerden-mijzijde",
    "mill-woonhof-vlaar",
    "delft-binnenstad-2012",
)


@cache
def lateness() -> dict[str, tuple[Trajectory, Judgement]]:
    rules = load_ruleset("spanningen/te-laat")
    found = read(DATA / "real-trajectories.json", mapping="real-trajectories")
    bound = [bind(one, rules) for one in found]
    return {one.id: (one, judge(rules, one, AS_OF)) for one in bound}


def breaches(name: str) -> list[Verdict]:
    return [v for v in lateness()[name][1].verdicts if v.word in BREACH]


@pytest.mark.parametrize("name", LATE)
def test_flagged_as_late(name: str) -> None:
    """1.8: flagged from the events alone, by the norm that names the tension; never an error."""
    norm, act = LATE[name]
    assert [(v.norm, v.act) for v in breaches(name)] == [(norm, act)]
    assert lateness()[name][1].outcome is Word.LATE  # M10: *should* never lifts above late


@pytest.mark.parametrize("name", CANNOT_TELL)
def test_cannot_tell_and_says_what_is_missing(name: str) -> None:
    """1.8: no decision is recorded, so whether people heard too late cannot be told."""
    assert not breaches(name)
    missing = {
        u.name
        for v in lateness()[name][1].verdicts
        if v.word is Word.CANNOT_TELL
        for u in v.unknowns
        if u.how is How.NOT_RECORDED
    }
    assert "besluit.genomen" in missing


@pytest.mark.parametrize("name", NOT_LATE)
def test_not_flagged(name: str) -> None:
    """1.8: the good ones, and those where a procedural decision came before the advice."""
    assert not breaches(name)


def test_nothing_else_is_flagged() -> None:
    """1.8: of the 67 trajectories just these three show lateness in their events."""
    assert {name for name in lateness() if breaches(name)} == set(LATE)


# --- displays of zoning plans: the shipped Awb against twenty lines of its own

KB = "2017-04-28 2017-05-26 2018-05-11 2018-12-24 2018-12-31 2019-05-31 2019-12-27 2023-04-28"
KNOWN = {2017, 2018, 2019, 2023}


def easter(year: int) -> date:
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def free(day: date) -> bool:
    fixed = {(1, 1), (5, 5), (12, 25), (12, 26)}
    king = date(day.year, 4, 27 if day.year >= 2014 else 30)
    king -= timedelta(king.weekday() == 6)
    church = {easter(day.year) + timedelta(n) for n in (-2, 1, 39, 50)}
    listed = day.isoformat() in f"{KB} 2023-05-19".split()
    return (
        day.weekday() > 4 or (day.month, day.day) in fixed or day == king or day in church or listed
    )


def lawful_end(start: date) -> date:
    end = start + timedelta(41)
    while free(end):
        end += timedelta(1)
    return end


def test_displays_against_an_independent_sum() -> None:
    """1.8: a draft may leave the desk on its lawful last day, moved by the Atw, and no day earlier;
    only drafts are broken; where decree days are unknown the extension is never *kept* wrongly."""
    rules = load_ruleset("nl/awb")
    seen: Counter[str] = Counter()
    for one in read(DATA / "plan-windows.csv", mapping="plan-windows")[::3]:
        bound = bind(one, rules)
        start, end = (event.at.day for event in bound.events)
        assert start is not None and end is not None
        kind = str(bound.events[0].attributes.get("soort"))
        found = {v.norm: v.word for v in judge(rules, bound, AS_OF).verdicts}
        weeks, moved = found.get("inzage-zes-weken"), found.get("inzage-tot-verlengde-dag")
        if kind != "ontwerp":
            assert {weeks, moved}.isdisjoint(BREACH), bound.id
            continue
        assert (weeks is Word.BROKEN) == ((end - start).days < 41), bound.id
        enough = end >= lawful_end(start)
        if lawful_end(start).year in KNOWN:
            assert moved is (Word.KEPT if enough else Word.BROKEN), bound.id
        else:
            assert moved is not (Word.BROKEN if enough else Word.KEPT), bound.id
        seen[f"{weeks}/{moved}"] += 1
    assert len(seen) >= 4, seen  # the sample meets every case
