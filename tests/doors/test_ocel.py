"""OCEL 2.0 logs as JSON, XML and SQLite: one kind of object is the trajectory (issue 3, 2.4)."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from spelregels import doors
from spelregels.doors.ocel import read_ocel
from spelregels.doors.ocel_own import ocel
from spelregels.doors.parts import plain
from spelregels.model.problem import Problem
from spelregels.model.trajectory import Trajectory

Refused = Callable[[Callable[[], object]], tuple[Problem, ...]]

MAPPING = """
spelregels_mapping: "1"
id: ocel
source: test
input: {format: ocel, object_type: Plan}
trajectory:
  id: {from: id}
  title: {from: attributes.naam}
  records: [besluit.genomen, advies.uitgebracht, status.gezet]
events:
  stap:
    for_each: events
    id: {from: id}
    act: {from: type, words: {Decide: besluit.genomen, Advise: advies.uitgebracht}}
    at: {from: time}
    by: {from: objects.Persoon, optional: true}
    attributes: {motivering: {from: attributes.why, optional: true}}
  verandering:
    for_each: history
    only: {name: status}
    act: status.gezet
    at: {from: time}
    attributes: {status: {from: value}}
"""


def log() -> dict[str, Any]:
    """A plan with two steps, a person, and a status that changes."""
    return {
        "objectTypes": [{"name": "Plan", "attributes": []}, {"name": "Persoon", "attributes": []}],
        "eventTypes": [{"name": "Decide", "attributes": []}, {"name": "Advise", "attributes": []}],
        "objects": [
            {"id": "P1", "type": "Plan", "attributes": [
                {"name": "naam", "time": "1970-01-01T00:00:00Z", "value": "Kade"},
                {"name": "status", "time": "2026-01-01T00:00:00Z", "value": "nieuw"},
                {"name": "status", "time": "2026-03-01T00:00:00Z", "value": "klaar"}],
             "relationships": [{"objectId": "anne", "qualifier": "eigenaar"}]},
            {"id": "P2", "type": "Plan", "attributes": [
                {"name": "naam", "time": "1970-01-01T00:00:00Z", "value": "Plein"}]},
            {"id": "anne", "type": "Persoon"},
        ],
        "events": [
            {"id": "e1", "type": "Advise", "time": "2026-02-01T23:30:00Z", "attributes": [],
             "relationships": [{"objectId": "P1", "qualifier": "over"},
                               {"objectId": "P2", "qualifier": "over"}]},
            {"id": "e2", "type": "Decide", "time": "2026-02-10T09:00:00+01:00",
             "attributes": [{"name": "why", "value": "omdat"}],
             "relationships": [{"objectId": "P1", "qualifier": "over"},
                               {"objectId": "anne", "qualifier": "door"}]},
        ],
    }  # fmt: skip


XML = """<?xml version="1.0"?>
<log>
  <object-types><object-type name="Plan"/><object-type name="Persoon"/></object-types>
  <event-types><event-type name="Decide"/><event-type name="Advise"/></event-types>
  <objects>
    <object id="P1" type="Plan">
      <attributes>
        <attribute name="naam" time="1970-01-01T00:00:00Z">Kade</attribute>
        <attribute name="status" time="2026-01-01T00:00:00Z">nieuw</attribute>
        <attribute name="status" time="2026-03-01T00:00:00Z">klaar</attribute>
      </attributes>
      <objects><relationship object-id="anne" qualifier="eigenaar"/></objects>
    </object>
    <object id="P2" type="Plan">
      <attributes><attribute name="naam" time="1970-01-01T00:00:00Z">Plein</attribute></attributes>
    </object>
    <object id="anne" type="Persoon"/>
  </objects>
  <events>
    <event id="e1" type="Advise" time="2026-02-01T23:30:00Z">
      <objects>
        <relationship object-id="P1" qualifier="over"/>
        <relationship object-id="P2" qualifier="over"/>
      </objects>
    </event>
    <event id="e2" type="Decide" time="2026-02-10T09:00:00+01:00">
      <attributes><attribute name="why">omdat</attribute></attributes>
      <objects>
        <relationship object-id="P1" qualifier="over"/>
        <relationship object-id="anne" qualifier="door"/>
      </objects>
    </event>
  </events>
</log>
"""
SQL = """
create table event_map_type (ocel_type text, ocel_type_map text);
insert into event_map_type values ('Decide', 'Decide'), ('Advise', 'Advise');
create table object_map_type (ocel_type text, ocel_type_map text);
insert into object_map_type values ('Plan', 'Plan'), ('Persoon', 'Persoon');
create table event (ocel_id text, ocel_type text);
insert into event values ('e1', 'Advise'), ('e2', 'Decide');
create table object (ocel_id text, ocel_type text);
insert into object values ('P1', 'Plan'), ('P2', 'Plan'), ('anne', 'Persoon');
create table event_object (ocel_event_id text, ocel_object_id text, ocel_qualifier text);
insert into event_object values ('e1', 'P1', 'over'), ('e1', 'P2', 'over'), ('e2', 'P1', 'over'),
  ('e2', 'anne', 'door');
create table object_object (ocel_source_id text, ocel_target_id text, ocel_qualifier text);
insert into object_object values ('P1', 'anne', 'eigenaar');
create table event_Decide (ocel_id text, ocel_time text, why text);
insert into event_Decide values ('e2', '2026-02-10T09:00:00+01:00', 'omdat');
create table event_Advise (ocel_id text, ocel_time text);
insert into event_Advise values ('e1', '2026-02-01T23:30:00Z');
create table object_Plan (ocel_id text, ocel_time text, ocel_changed_field text, naam text,
  status text);
insert into object_Plan values ('P1', '1970-01-01T00:00:00Z', null, 'Kade', null),
  ('P2', '1970-01-01T00:00:00Z', null, 'Plein', null),
  ('P1', '2026-01-01T00:00:00Z', 'status', null, 'nieuw'),
  ('P1', '2026-03-01T00:00:00Z', 'status', null, 'klaar');
create table object_Persoon (ocel_id text, ocel_time text, ocel_changed_field text);
"""


def write(folder: Path, name: str) -> Path:
    path = folder / name
    if name.endswith("sqlite"):
        path.unlink(missing_ok=True)
        with closing(sqlite3.connect(path)) as database:
            database.executescript(SQL)
    else:
        path.write_text(XML if name.endswith("xmlocel") else json.dumps(log()), encoding="utf-8")
    return path


def shape(one: Trajectory) -> object:
    events = [(e.id, e.act, e.at.day, e.at.minute, e.by, dict(e.attributes)) for e in one.events]
    return one.id, one.title, events


@pytest.mark.parametrize("name", ["t.jsonocel", "t.json", "t.xmlocel", "t.sqlite"])
def test_three_ways_of_writing_are_one_log(tmp_path: Path, name: str) -> None:
    rules = tmp_path / "mapping.yaml"
    rules.write_text(MAPPING, encoding="utf-8")
    first, second = doors.read(write(tmp_path, name), mapping=rules)
    assert shape(first) == (
        "P1",
        "Kade",
        [
            ("e1", "advies.uitgebracht", date(2026, 2, 2), 30, None, {}),
            ("e2", "besluit.genomen", date(2026, 2, 10), 540, "anne", {"motivering": "omdat"}),
            ("verandering-1", "status.gezet", date(2026, 1, 1), 60, None, {"status": "nieuw"}),
            ("verandering-2", "status.gezet", date(2026, 3, 1), 60, None, {"status": "klaar"}),
        ],
    )
    assert [e.id for e in second.events] == ["e1"]


def test_an_attribute_that_changed_has_no_single_value(tmp_path: Path) -> None:
    tree = read_ocel(write(tmp_path, "t.jsonocel"), "Plan")
    (first, _) = plain(tree)  # type: ignore[misc]
    assert first["attributes"] == {"naam": "Kade"}  # type: ignore[index]


def test_the_type_must_be_in_the_log(tmp_path: Path, refused: Refused) -> None:
    (problem,) = refused(partial(read_ocel, write(tmp_path, "t.jsonocel"), "Plna"))
    assert (problem.code, problem.suggestion) == ("no-trajectory", "Plan")


def broken(change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    made = log()
    change(made)
    return made


BAD = {
    "not-ocel": broken(lambda one: one.pop("events")),
    "unknown-object": broken(lambda one: one["objects"].pop()),
    "double-id": broken(lambda one: one["events"].append(one["events"][0])),
    "missing-key": broken(lambda one: one["events"][0].pop("time")),
    "wrong-type": broken(lambda one: one["events"].append("x")),
}


@pytest.mark.parametrize("code", BAD)
def test_what_is_wrong_is_told(tmp_path: Path, refused: Refused, code: str) -> None:
    path = tmp_path / "t.jsonocel"
    path.write_text(json.dumps(BAD[code], indent=1), encoding="utf-8")
    problems = refused(partial(read_ocel, path, "Plan"))
    assert code in {problem.code for problem in problems}
    assert all(problem.position.line >= 1 for problem in problems)


@pytest.mark.parametrize(
    "sql",
    [
        "drop table event; create view event as select 'x' as ocel_id, 'Plan' as ocel_type;",
        "drop table object_object;",
        "drop table object_Plan; create view object_Plan as select * from sqlite_master;",
        "delete from event_map_type; insert into event_map_type values ('a', 'x; drop table y');",
        "update object set ocel_type = x'00ff';",
    ],
)
def test_a_database_may_not_compute(tmp_path: Path, refused: Refused, sql: str) -> None:
    path = write(tmp_path, "t.sqlite")
    with closing(sqlite3.connect(path)) as database:
        database.executescript(sql)
    before = path.read_bytes()
    (problem,) = refused(partial(read_ocel, path, "Plan"))
    assert problem.code in ("not-ocel", "wrong-value")
    assert path.read_bytes() == before


@pytest.mark.parametrize("name", ["t.sqlite", "t.xmlocel", "t.jsonocel"])
def test_a_file_of_another_kind_is_refused(tmp_path: Path, refused: Refused, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"nothing of the kind" * 20)
    assert refused(partial(doors.read, path))[0].position.line >= 1


def test_a_log_of_others_needs_a_mapping(tmp_path: Path, refused: Refused) -> None:
    assert refused(partial(doors.read, write(tmp_path, "t.jsonocel")))[0].code == "needs-mapping"


def test_what_is_written_is_ocel(tmp_path: Path) -> None:
    """Every event has a time and a known type, every tie an object, every attribute a text."""
    (one,) = doors.read(Path(__file__).parents[2] / "examples" / "speelplek.yaml")
    made = ocel([one])
    types = {t["name"]: {a["name"] for a in t["attributes"]} for t in made["eventTypes"]}
    known = {o["id"] for o in made["objects"]}
    for event in made["events"]:
        assert {a["name"] for a in event["attributes"]} <= types[event["type"]]
        assert all(isinstance(a["value"], str) for a in event["attributes"])
        assert {r["objectId"] for r in event["relationships"]} <= known
    assert len(made["events"]) == len(one.events)


def test_the_example_log_of_the_standard(real_data: Path) -> None:
    path = real_data / "eventlogs" / "ocel20_example.jsonocel"
    told = json.loads(path.read_text(encoding="utf-8"))
    for kind in {o["type"] for o in told["objects"]}:
        objects = plain(read_ocel(path, kind))
        assert isinstance(objects, tuple)
        assert [o["id"] for o in objects] == [  # type: ignore[index]
            o["id"] for o in told["objects"] if o["type"] == kind
        ]
        for one in objects:
            mine = {e["id"] for e in told["events"]
                    if one["id"] in {r["objectId"] for r in e["relationships"]}}  # type: ignore[index]  # fmt: skip
            assert {e["id"] for e in one["events"]} == mine  # type: ignore[index]
