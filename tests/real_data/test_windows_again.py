"""The counts over ``plan-windows.csv``, made again in a few lines (issue item 1.8).

They share nothing with the engine: own Easter, own holidays, own list of decree days.
"""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date, timedelta

import pytest

from spelregels.model.words import Word
from tests.conftest import DATA
from tests.real_data import windows
from tests.real_data.runs import trajectories

pytestmark = pytest.mark.usefixtures("real_data")
DAY = timedelta(1)
DECREE = (
    *("2017-04-28", "2017-05-26", "2018-05-11", "2018-12-24", "2018-12-31", "2019-05-31"),
    *("2019-12-27", "2023-04-28", "2023-05-19", "2024-05-10", "2024-12-27", "2025-05-30"),
)


def easter(year: int) -> date:
    a, (b, c) = year % 19, divmod(year, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + k - 7 * ((a + 11 * h + 22 * k) // 451) + 114, 31)
    return date(year, month, day + 1)


def free(day: date) -> bool:
    monarch = date(day.year, 4, 27 if day.year > 2013 else 30)
    monarch -= DAY * (monarch.weekday() == 6)
    fixed = f"{day:%m-%d}" in ("01-01", "05-05", "12-25", "12-26") or day == monarch
    moving = (day - easter(day.year)).days in (-2, 1, 39, 50)
    return day.weekday() > 4 or fixed or moving or str(day) in DECREE


def working(day: date) -> date:
    return day if not free(day) else working(day + DAY)


def measured(first: date, last: date) -> str:
    raw = first + 41 * DAY
    lawful = working(raw)
    known = lawful.year in (2017, 2018, 2019, 2023, 2024, 2025)
    doubt = "" if known or last >= working(lawful + DAY) else "?"
    if last < lawful:
        return "shorter" if last < raw else "stopped on a free day"
    return ("longer" if last > lawful else "42 days" if lawful == raw else "lengthened") + doubt


def claimed(first: date, last: date, weeks: str) -> str | None:
    if not weeks:
        return None
    plain = first + 7 * int(weeks) * DAY - DAY
    if last <= plain:
        return "equal" if last == plain else "shorter"
    one = "longer: one day" if last == plain + DAY else "longer: more"
    return "longer: to the next working day" if last == working(plain) else one


def told(exclusive: bool) -> list[tuple[str, date, date, str]]:
    with (DATA / windows.FILE).open(newline="", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    found = []
    for row in rows:
        first, last = date.fromisoformat(row["from"]), date.fromisoformat(row["to"])
        last -= DAY * (exclusive and row["closing_word"] == "tot")
        found.append((row["kind"], first, last, row["claimed_weeks"]))
    return found


@pytest.mark.parametrize("reading", windows.READINGS)
def test_measures_and_claims(reading: str) -> None:
    """1.8: shorter, stopped on a free day, lengthened, claims; per kind and reading."""
    rows = told(reading != "tot en met")
    mine = Counter((kind, measured(a, b), claimed(a, b, weeks)) for kind, a, b, weeks in rows)
    theirs = Counter(
        (windows.kind_of(one), windows.measure(*windows.days_of(one)), windows.claim(one))
        for one in trajectories(windows.FILE, windows.READINGS[reading])
    )
    assert mine == theirs


@pytest.mark.parametrize("reading", windows.READINGS)
def test_verdicts(reading: str) -> None:
    """1.8: only a draft can be broken under Awb 3:16; *cannot tell* only where it matters."""
    for (kind, first, last, weeks), one in zip(
        told(reading != "tot en met"), windows.checked(reading), strict=True
    ):
        said = [windows.words_of(one, norm) for norm in windows.NORMS]
        short, lengthened, not_shorter, not_longer = said
        length = measured(first, last)
        claim = claimed(first, last, weeks)
        if kind == "ontwerp":
            assert short == [Word.BROKEN if length == "shorter" else Word.KEPT]
            stopped = length in ("shorter", "stopped on a free day")
            unsure = Word.CANNOT_TELL if length.endswith("?") else Word.KEPT
            assert lengthened == [Word.BROKEN if stopped else unsure]
        elif kind == "voorontwerp":
            assert short == lengthened == []
        else:
            assert short == lengthened == [Word.CANNOT_TELL]
        expected = [Word.BROKEN if claim == "shorter" else Word.KEPT] if claim else []
        assert not_shorter == expected
        longer = claim is not None and claim.startswith("longer")
        assert not_longer == ([Word.BROKEN if longer else Word.KEPT] if claim else [])


def test_the_figures_that_were_known_beforehand() -> None:
    """Data README: 1,698 windows, 871 end in years of unknown decree days, 100 say *tot*."""
    rows = told(exclusive=False)
    known = (2017, 2018, 2019, 2023)
    assert len(rows) == 1698
    assert sum(last.year not in known for _, _, last, _ in rows) == 871
    moved = zip(rows, told(exclusive=True), strict=True)
    assert sum(one != other for one, other in moved) == 100
