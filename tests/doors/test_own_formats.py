"""Our own formats: YAML, JSON, JSONL, CSV and folders of them (issue item 1.4)."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from spelregels import doors
from spelregels.model.problem import Problem
from spelregels.model.trajectory import Trajectory
from spelregels.model.words import Certainty, Order, Precision

Refused = Callable[[Callable[[], object]], tuple[Problem, ...]]

CSV = """id;records;order;area.name;facts.x;closed.besluit[];event;at;precision;act;by;as;kanaal[];b
A;besluit | avond;listed;Haven;1;b | c;e1;2026-02-01;month;avond;jan;college;brief | app;~
A;;;;;;e2;unknown;;besluit;raad;;;5
B;all;;;;;;2026-03-01T10:00+01:00;;besluit;;raad | college;;
"""


def write(tmp_path: Path, name: str, text: str) -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_table_of_events(tmp_path: Path) -> None:
    a, b = doors.read(write(tmp_path, "t.csv", CSV.replace("as;", "as[];")))
    assert (a.id, a.records, a.order) == (
        *("A", frozenset({"besluit", "avond"})),
        Order.LISTED,
    )
    assert (a.header["area.name"], a.facts["x"]) == ("Haven", "1")
    assert a.closed.attributes == {"besluit": {"b", "c"}}
    first, second = a.events
    assert (first.id, first.at.precision, first.by, first.roles) == (
        *("e1", Precision.MONTH, "jan"),
        ("college",),
    )
    assert dict(first.attributes) == {"kanaal": ("brief", "app"), "b": None}
    assert (second.at.precision, dict(second.attributes)) == (Precision.UNKNOWN, {"b": "5"})
    assert first.places["act"].cell == "J2"
    assert (b.records, b.events[0].id, b.events[0].at.minute) == (None, "e1", 600)
    assert b.events[0].roles == ("raad", "college")


@pytest.mark.parametrize(
    ("text", "code", "cell"),
    [
        ("id,act\nA,x\n", "no-header", ""),
        ("id,at,act,records\n", "no-trajectory", ""),
        ("id,at,act,records\n,2026-01-01,x,all\n", "empty-value", "A2"),
        ("id,at,act,records\nA,31-02-2026,x,all\n", "no-such-date", "B2"),
        ("id,at,act,records\nA,2026-01-01,x,\n", "missing-key", "A2"),
        ("id,at,act,records\nA,2026-01-01,,all\n", "missing-key", "A2"),
        ("id,at,act,records\nA,2026-01-01,x,all\nA,2026-01-01,x,x\n", "rows-disagree", "D3"),
        ("id,at,act,records,events\nA,2026-01-01,x,all,\n", "unknown-column", "E1"),
        ("id,at,act,records,b,b[]\nA,2026-01-01,x,all,1,2\n", "duplicate-column", "F1"),
        ("id,at,act,records,certainty\nA,2026-01-01,x,all,zeker\n", "unknown-word", "E2"),
        ("id,at,act,records,area.nam\nA,2026-01-01,x,all,q\n", "unknown-key", "E2"),
        ("id,at,act,records,event\nA,2026,x,all,e\nA,2026,x,,e\n", "double-id", "E3"),
    ],
)
def test_a_wrong_cell_of_the_table_is_named(
    tmp_path: Path, refused: Refused, text: str, code: str, cell: str
) -> None:
    problems = refused(lambda: doors.read(write(tmp_path, "t.csv", text)))
    assert (problems[0].code, problems[0].position.cell) == (code, cell)


def test_a_table_of_others_is_pointed_to_a_mapping(tmp_path: Path, refused: Refused) -> None:
    problem = refused(lambda: doors.read(write(tmp_path, "t.csv", "plan,van,tot\n1,2,3\n")))[0]
    assert "mapping" in problem.expected_nl


ONE = {"id": "A", "records": "all", "events": [{"at": "2026-01-01", "act": "x"}]}
TWO = {**ONE, "id": "B"}


def ids(found: tuple[Trajectory, ...]) -> list[str]:
    return [one.id for one in found]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("t.json", json.dumps([ONE, TWO])),
        ("t.JSON", json.dumps({"trajectories": [ONE, TWO]}, indent=2)),
        ("t.jsonl", json.dumps(ONE) + "\n\n" + json.dumps(TWO)),
        ("t.ndjson", json.dumps(ONE) + "\r\n" + json.dumps(TWO) + "\r\n"),
        ("t.yaml", "- " + json.dumps(ONE) + "\n- " + json.dumps(TWO)),
        ("t.yml", "trajectories:\n- " + json.dumps(ONE) + "\n- " + json.dumps(TWO)),
        ("t.csv", "\ufeffid;at;act;records\nA;2026-01-01;x;all\nB;2026-01-01;x;all\n"),
        ("t.tsv", "id\tat\tact\trecords\nA\t2026-01-01\tx\tall\nB\t2026-01-01\tx\tall\n"),
        ("zonder", json.dumps([ONE, TWO])),
        ("t.txt", "id,at,act,records\nA,2026-01-01,x,all\nB,2026-01-01,x,all\n"),
    ],
)
def test_the_door_is_picked_by_suffix_else_by_content(tmp_path: Path, name: str, text: str) -> None:
    found = doors.read(write(tmp_path, name, text))
    assert ids(found) == ["A", "B"]
    assert found[0].events[0].at.day == date(2026, 1, 1)
    assert found[0].events[0].certainty is Certainty.SEEN


def test_a_yaml_file_without_suffix_is_known_by_its_first_key(tmp_path: Path) -> None:
    text = "id: A\nrecords: all\nevents: []\n"
    assert ids(doors.read(write(tmp_path, "traject", text))) == ["A"]


def test_an_unknown_format_lists_the_known_ones(tmp_path: Path, refused: Refused) -> None:
    for text in ("<log/>", "PK\x03", "hallo"):
        path = write(tmp_path, "t.xyz", text)
        problem = refused(partial(doors.read, path))[0]
        assert problem.code in ("unknown-format", "hidden-character")
        assert problem.code == "hidden-character" or ".jsonl" in problem.expected_nl


def test_a_folder_is_read_whole_in_order_of_name(tmp_path: Path) -> None:
    write(tmp_path, "2.json", json.dumps(ONE))
    write(tmp_path, "1.yaml", json.dumps(TWO))
    write(tmp_path, "LEESMIJ.md", "# uitleg")
    write(tmp_path, ".verborgen.json", "{")
    reading = doors.read_with_report(tmp_path)
    assert ids(reading.trajectories) == ["B", "A"]
    assert [(s.what, s.word) for s in reading.skipped] == [("file", "LEESMIJ.md")]


def test_the_same_id_in_two_files_is_refused(tmp_path: Path, refused: Refused) -> None:
    write(tmp_path, "1.json", json.dumps(ONE))
    write(tmp_path, "2.jsonl", json.dumps(ONE))
    problems = refused(lambda: doors.read(tmp_path))
    assert [(p.code, Path(p.position.file).name) for p in problems] == [("double-id", "2.jsonl")]


def test_problems_of_all_files_of_a_folder_are_told_together(
    tmp_path: Path, refused: Refused
) -> None:
    write(tmp_path, "1.json", "{")
    write(tmp_path, "2.json", "[")
    write(tmp_path, "3.json", json.dumps(ONE))
    assert len(refused(lambda: doors.read(tmp_path))) == 2


def test_an_empty_folder_is_no_silent_pass(tmp_path: Path, refused: Refused) -> None:
    assert refused(lambda: doors.read(tmp_path))[0].code == "no-trajectory"


@pytest.mark.parametrize("name", ["weg.json", "weg.yaml", "weg.csv"])
def test_a_file_that_is_not_there(tmp_path: Path, refused: Refused, name: str) -> None:
    assert refused(lambda: doors.read(tmp_path / name))
