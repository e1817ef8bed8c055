"""``docs/real-data-logs.md`` against the logs, counted anew (issue 3, What must be shown).

The independent lines use the standard library alone; they share nothing with engine or doors.
"""

from __future__ import annotations

import gc
import gzip
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cache
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import pytest

from tests.conftest import DATA
from tests.real_data import logs
from tests.real_data.page import PLACE
from tests.real_data.runs import run

pytestmark = pytest.mark.usefixtures("real_data")
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NO_PERSON = {"admin1", "admin2", "admin3", "test", "TEST"}
Row = dict[str, str]


@pytest.fixture(autouse=True, scope="module")
def many_small_things() -> Iterator[None]:
    """As the command does: a big file is many small things, none of them in a circle."""
    before = gc.get_threshold()
    gc.set_threshold(200_000, 50, 50)
    yield
    gc.set_threshold(*before)


@cache
def cases(name: str) -> tuple[tuple[Row, tuple[Row, ...]], ...]:
    """Attributes and events of each trace, as they stand in the file."""

    def told(node: ElementTree.Element) -> Row:
        return {c.attrib["key"]: c.attrib["value"] for c in node if "value" in c.attrib}

    with gzip.open(DATA / name) as stream:
        root = ElementTree.parse(stream).getroot()
    space = root.tag.removesuffix("log")
    return tuple(
        (told(trace), tuple(told(event) for event in trace.findall(f"{space}event")))
        for trace in root.findall(f"{space}trace")
    )


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def day(text: str) -> date:
    return moment(text).astimezone(AMSTERDAM).date()


def test_the_page_is_fresh_and_shows_every_table() -> None:
    text = logs.PAGE.read_text(encoding="utf-8")
    assert sorted(m[1] for m in PLACE.findall(text)) == sorted(logs.TABLES)
    assert text == logs.fresh()


@pytest.mark.parametrize(
    ("norm", "later", "earlier"),
    [
        ("controleren-na-opstellen", "T02", "Confirmation"),
        ("vaststellen-na-controle", "T04", "T02"),
        ("verzenden-na-vaststellen", "T05", "T04"),
        ("stoppen-na-advies", "T10", "T06"),
        ("brief-controleren-na-opstellen", "T12", "T11"),
        ("brief-vaststellen-na-controle", "T14", "T12"),
    ],
)
def test_receipt_order(norm: str, later: str, earlier: str) -> None:
    found: Counter[str] = Counter()
    for _, events in cases(logs.RECEIPT[0]):
        for number, event in enumerate(events):
            if event["concept:name"].startswith(later):
                before = any(e["concept:name"].startswith(earlier) for e in events[:number])
                found["kept" if before else "broken"] += 1
    assert logs.counted(run(*logs.RECEIPT), norm) == found


@pytest.mark.parametrize(
    ("norm", "task", "group"),
    [
        ("groep-opstellen", "Confirmation", "Group 1"),
        ("groep-controleren", "T02", "Group 4"),
        ("groep-aanpassen", "T03", "Group 1"),
        ("groep-vaststellen", "T04", "Group 3"),
        ("groep-verzenden", "T05", "Group 2"),
        ("groep-advies", "T06", "Group 1"),
        ("groep-stoppen", "T10", "Group 1"),
    ],
)
def test_receipt_groups_and_empty_is_unknown(norm: str, task: str, group: str) -> None:
    words = {group: "kept", "EMPTY": "cannot_tell"}
    found = Counter(
        words.get(event["org:group"], "broken")
        for _, events in cases(logs.RECEIPT[0])
        for event in events
        if event["concept:name"].startswith(task)
    )
    assert logs.counted(run(*logs.RECEIPT), norm) == found


@pytest.mark.parametrize("norm", [logs.EIGHT, logs.OWN])
def test_receipt_terms(norm: str) -> None:
    found: Counter[str] = Counter()
    for case, _ in cases(logs.RECEIPT[0]):
        last = day(case["startdate"]) + timedelta(weeks=8)
        if norm == logs.OWN:
            last = day(case["deadline"])
        if "enddate" in case:
            found["kept" if day(case["enddate"]) <= last else "late"] += 1
        else:
            found["open" if logs.RECEIPT[3] <= last else "overdue"] += 1
    assert logs.counted(run(*logs.RECEIPT), norm) == found


@pytest.mark.parametrize(
    ("norm", "one", "other"),
    [("ander-controleert", "Confirmation", "T02"), ("ander-stelt-vast", "T02", "T04")],
)
def test_receipt_same_person(norm: str, one: str, other: str) -> None:
    """An account that names nobody breaks nothing; it may hide a person who did both."""
    told = logs.verdicts(run(*logs.RECEIPT), norm)
    same = set()
    for case, events in cases(logs.RECEIPT[0]):
        did = [
            {e["org:resource"] for e in events if e["concept:name"].startswith(task)} - NO_PERSON
            for task in (one, other)
        ]
        if did[0] & did[1]:
            same.add(case["concept:name"])
    assert {name for name, verdict in told if verdict.word.value == "broken"} == same


def completed() -> Iterator[list[tuple[str, date, str]]]:
    """The completed tasks of BPIC15: code, legal day, who."""
    for _, events in cases(logs.BPIC15[0]):
        yield [
            (e["concept:name"], day(e["time:timestamp"]), e["org:resource"])
            for e in events
            if e["lifecycle:transition"] == "complete"
        ]


@pytest.mark.parametrize(
    ("norm", "later", "earlier"),
    [("fase-1-na-0", "1", "0"), ("fase-2-na-1", "2", "1"), ("fase-4-na-1", "4", "1"),
     ("fase-5-na-4", "5", "4")],
)  # fmt: skip
def test_bpic15_order_by_day(norm: str, later: str, earlier: str) -> None:
    found: Counter[str] = Counter()
    for tasks in completed():
        first = [when for code, when, _ in tasks if code == f"01_HOOFD_{earlier}"]
        for code, when, _ in tasks:
            if code == f"01_HOOFD_{later}":
                before, same = any(d < when for d in first), when in first
                found["kept" if before else "cannot_tell" if same else "broken"] += 1
    assert logs.counted(run(*logs.BPIC15), norm) == found


def test_bpic15_same_person() -> None:
    same = 0
    for tasks in completed():
        did = [{who for code, _, who in tasks if code == f"01_HOOFD_{n}"} for n in "05"]
        same += len(did[0] & did[1])
    assert logs.counted(run(*logs.BPIC15), logs.BPIC15_PERSONS[0])["broken"] == same


def test_bpic15_stamps_are_amsterdam_midnight() -> None:
    """The day that is written in the stamp need not be the legal day; the door takes that."""
    stamps = [e["time:timestamp"] for _, events in cases(logs.BPIC15[0]) for e in events]
    midnight = [s for s in stamps if moment(s).astimezone(AMSTERDAM).time() == datetime.min.time()]
    text = re.sub(r"\s+", " ", logs.PAGE.read_text(encoding="utf-8"))
    assert f"{len(midnight):,} of its {len(stamps):,} stamps are midnight" in text
    (first, *_) = run(*logs.BPIC15)
    told = next(tasks for tasks in completed())
    mine = {"hoofdfase_" + code[-1] + ".gedaan": None for code, _, _ in told}
    assert [e.at.day for e in first.trajectory.events] == [
        when for code, when, _ in told if re.fullmatch("01_HOOFD_[01245]", code)
    ]
    assert {e.act for e in first.trajectory.events} <= mine.keys()


def test_the_commands_of_the_page() -> None:
    """The commands that repeat the figures name what the tables count."""
    text = logs.PAGE.read_text(encoding="utf-8")
    told = re.findall(r"DATA/(\S+) +--map (\S+) +--rules (\S+) +--as-of (\S+)", text)
    assert [(*row[:3], date.fromisoformat(row[3])) for row in told] == [logs.RECEIPT, logs.BPIC15]


def test_figures_in_the_text() -> None:
    receipt, bpic = cases(logs.RECEIPT[0]), cases(logs.BPIC15[0])
    events = [e for _, found in receipt for e in found]
    ended = [(case, found) for case, found in receipt if "enddate" in case]
    after = sum(
        any(moment(e["time:timestamp"]) > moment(case["enddate"]) for e in found)
        for case, found in ended
    )
    early = Counter(
        any(e["concept:name"].startswith("T05") for e in found[:n])
        for _, found in receipt
        for n, event in enumerate(found)
        if event["concept:name"].startswith("T06")
    )
    codes = {e["concept:name"] for _, found in bpic for e in found}
    text = re.sub(r"\s+", " ", logs.PAGE.read_text(encoding="utf-8"))
    for said in (
        f"{len(receipt):,} cases, {len(events):,} tasks",
        f"{len(ended):,} cases, an end",
        f"{len(receipt) - len(ended)} cases have no end",
        f"{sum(e['org:resource'] in NO_PERSON for e in events)} tasks) name no person",
        f"the end occur in {after} cases",
        f"{len(bpic):,} permits, {sum(map(len, completed())):,} completed tasks",
        f"The other {len(codes) - 5} codes",
    ):
        assert said in text, said
    assert 0.35 < early[False] / early.total() < 0.45  # "about four of ten"
