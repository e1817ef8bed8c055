"""Event logs, databases, workbooks and case systems written against us (3, 2.4; 1.9)."""

from __future__ import annotations

import gzip
import io
import json
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from spelregels.doors import read
from spelregels.doors.ocel_own import write_ocel
from spelregels.doors.safe_xml import XmlLimits, parse
from spelregels.doors.workbook_save import write_workbook
from spelregels.language import bind, load_ruleset
from spelregels.model.problem import InputRefused
from tests.hostile.conftest import OPTIONS, RULES, Checker
from tests.hostile.inputs import YAML

LOG = (
    '<?xml version="1.0" encoding="UTF-8"?><log xmlns="http://www.xes-standard.org/">'
    '<extension name="Spelregels" prefix="spelregels" uri="urn:spelregels:xes:1"/>'
)
TRACE = '<trace><string key="concept:name" value="A"/>'
LAUGHS = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "/etc/passwd">]>'


@cache
def good(name: str) -> bytes:
    """The trajectory of ``inputs`` as another door writes it."""
    with TemporaryDirectory() as folder:
        source, target = Path(folder) / "t.yaml", Path(folder) / name
        source.write_text(YAML, encoding="utf-8")
        rules = load_ruleset(RULES)
        bound = [bind(one, rules) for one in read(source)]
        if target.suffix == ".jsonocel":
            write_ocel(bound, target)
        else:
            write_workbook(rules, target, bound)
        return target.read_bytes()


def edited(name: str, part: str, change: Callable[[str], str], called: str = "") -> bytes:
    """A workbook with one part changed, and perhaps called otherwise."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(good(name))) as old, zipfile.ZipFile(out, "w", 8) as new:
        for one in old.infolist():
            text = old.read(one)
            if one.filename == part:
                text = change(text.decode()).encode()
            elif called and one.filename.endswith((".rels", ".xml")):
                text = text.replace(part.encode(), called.encode())
            new.writestr(called if called and one.filename == part else one.filename, text)
    return out.getvalue()


# --- XML ---------------------------------------------------------------------------------------

XES = {
    "entities": ("t.xes", LOG.replace("?>", f"?>{LAUGHS}", 1), "1:51", "DOCTYPE"),
    "entities in ocel": ("t.xmlocel", f"{LAUGHS}<log>&c;</log>", "1:13", "DOCTYPE"),
    "deep": ("t.xes", LOG + '<list key="a">' * 5000, None, "dieper genest dan 48"),
    "no end": ("t.xes", LOG + TRACE, None, "geen geldige XML"),
    "one huge tag": (
        "t.xes.gz",
        gzip.compress(f'{LOG}<trace a="{"x" * 5_000_000}"/></log>'.encode(), 1),
        None,
        "te groot",
    ),
    "many attributes": (
        "t.xes",
        LOG + "<trace " + " ".join(f'a{n}="1"' for n in range(70)) + "/></log>",
        None,
        "te veel onderdelen",
    ),
    "half a gzip": ("t.xes.gz", gzip.compress(LOG.encode() * 50)[:60], "1:1", "beschadigd"),
    "no gzip": ("t.xes.gz", b"\x1f\x8bno gzip at all", "1:1", "beschadigd"),
    "a strange encoding": ("t.xes", LOG.replace("UTF-8", "klingon"), None, "XML"),
    "a hidden sign": ("t.xes", f'{LOG}{TRACE}<string key="a" value="x\u202ey"/>', None, "onzichtb"),
    "no log": ("t.xes", "<html><body>404</body></html>", "1:1", "geen XES-log"),
    "somebody else's": (
        "t.xes",
        "<log><trace/></log>",
        "1:6",
        "welke handelingen en rollen",
    ),
}


@pytest.mark.parametrize("name", XES)
def test_hostile_xml_is_refused(checks: Checker, name: str) -> None:
    """No entity is expanded, nothing is fetched, nothing grows without end."""
    checks.refuses(*XES[name])


def test_small_things_in_great_number_are_refused() -> None:
    """A few kilobytes, packed, can hold millions of elements; the count is bounded."""
    stream = io.BytesIO(b"<log><trace>" + b"<event/>" * 200 + b"</trace></log>")
    with pytest.raises(InputRefused, match="too many parts"):
        list(parse(stream, "t.xes", limits=XmlLimits(max_elements=100)))


# --- OCEL --------------------------------------------------------------------------------------

TABLES = """
create table event_map_type(ocel_type text, ocel_type_map text);
create table object_map_type(ocel_type text, ocel_type_map text);
create table event(ocel_id text, ocel_type text);
create table object(ocel_id text, ocel_type text);
create table event_object(ocel_event_id text, ocel_object_id text, ocel_qualifier text);
create table object_object(ocel_source_id text, ocel_target_id text, ocel_qualifier text);
insert into event_map_type values('D', 'D');
"""
ENDLESS = (
    "with recursive r(n) as (select 1 union all select n + 1 from r) select n as ocel_id from r"
)
DATABASES = {
    "a view that never ends": f"create view event_D as {ENDLESS};",
    "columns that compute": "create table event_D(ocel_id text, a text, "
    + ", ".join(f"b{n} as (a || a)" for n in range(5))
    + "); insert into event_D(ocel_id, a) values ('e', 'x');",
    "a table of a module": "create virtual table event_D using fts3(ocel_id);",
    "a name that is a statement": "update event_map_type set ocel_type_map = 'D\"; drop table x';",
}


@pytest.mark.parametrize("name", DATABASES)
def test_a_database_that_computes_is_refused(checks: Checker, name: str) -> None:
    """Only plain tables are read."""
    path = checks.folder / "t.sqlite"
    with closing(sqlite3.connect(path)) as database:
        database.executescript(TABLES + DATABASES[name])
    arguments = ("check", str(path), *OPTIONS)
    checks.refusal(arguments, path, "1:1", "is geen gewone tabel")


def test_an_event_of_many_objects_is_told_once(checks: Checker) -> None:
    """A tie costs what it costs once, not once for each object at the other end."""
    ties = [{"objectId": f"p{n}", "qualifier": ""} for n in range(1500)]
    log = {
        "objectTypes": [],
        "eventTypes": [],
        "objects": [{"id": tie["objectId"], "type": "P", "attributes": []} for tie in ties],
        "events": [{"id": "e", "type": "D", "time": "2026-01-01T00:00:00Z", "relationships": ties}],
    }
    mapping = (
        'spelregels_mapping: "1"\nid: m\nsource: p\ninput: {format: ocel, object_type: P}\n'
        "trajectory: {id: {from: id}, records: []}\n"
        "events: {e: {for_each: events, act: informatie.gegeven, at: {from: time}}}\n"
    )
    source = checks.write("t.jsonocel", json.dumps(log))
    assert len(read(source, mapping=checks.write("m.yaml", mapping))) == 1500


# --- workbooks ---------------------------------------------------------------------------------

SHEET = "xl/worksheets/sheet2.xml"


def _behind(tag: str, text: str) -> Callable[[str], str]:
    return lambda old: old.replace(tag, tag + text, 1)


def _before(tag: str, text: str) -> Callable[[str], str]:
    return lambda old: old.replace(tag, text + tag)


ROW = "<table:table-row>{}</table:table-row>"
WORKBOOKS: dict[str, tuple[str, str, Callable[[str], str], str]] = {
    "a bomb": ("t.xlsx", SHEET, lambda old: old + " " * 65_000_000, "groter dan 64 MB"),
    "a bomb in ods": ("t.ods", "content.xml", lambda old: old + " " * 65_000_000, "64 MB"),
    "entities": ("t.xlsx", SHEET, lambda old: LAUGHS + old.split("?>")[-1], "DOCTYPE"),
    "entities in ods": ("t.ods", "content.xml", lambda old: LAUGHS + old.split("?>", 1)[1], "DOCT"),
    "one cell of billions": (
        "t.xlsx",
        SHEET,
        _behind("</sheetData>", '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
        "200000 cellen",
    ),
    "a link on a whole sheet": (
        "t.xlsx",
        SHEET,
        _behind("</sheetData>", '<hyperlinks><hyperlink ref="1:1048576"/></hyperlinks>' * 2),
        "200000 cellen",
    ),
    "cells that repeat": (
        "t.ods",
        "content.xml",
        _before(
            "</table:table>",
            ROW.format('<table:table-cell table:number-columns-repeated="9999999" x:y="z"'
            ' table:number-columns-spanned="2"/>').replace(' x:y="z"', ""),
        ),
        "200000 cellen",
    ),
    "rows that repeat": (
        "t.ods",
        "content.xml",
        _before(
            "</table:table>",
            ROW.format('<table:table-cell office:value-type="string" '
            'table:number-columns-repeated="2000"><text:p>x</text:p></table:table-cell>')
            .replace("<table:table-row>", '<table:table-row table:number-rows-repeated="2000">'),
        ),
        "200000 cellen",
    ),
    "a number nobody can write": (
        "t.ods",
        "content.xml",
        _before(
            "</table:table>",
            ROW.format('<table:table-cell office:value-type="float" office:value="1e999999999"/>'),
        ),
        "geen leesbare waarde",
    ),
    "cut off": ("t.xlsx", SHEET, lambda old: old[:-30], "niet te lezen"),
}  # fmt: skip


@pytest.mark.parametrize("name", WORKBOOKS)
def test_hostile_workbooks_are_refused(checks: Checker, name: str) -> None:
    """Before a library opens them: bombs, entities, a line that stands for billions of cells."""
    file, part, change, said = WORKBOOKS[name]
    place = "trajecten!A502" if name == "a number nobody can write" else "1:1"
    checks.refuses(file, edited(file, part, change), place, said)


def test_xml_by_another_name_is_looked_at_too(checks: Checker) -> None:
    """A part of a workbook may be called anything."""
    named = "xl/worksheets/sheet2.bin"
    content = edited("t.xlsx", SHEET, lambda old: LAUGHS + old.split("?>")[-1], named)
    checks.refuses("t.xlsx", content, None, "DOCTYPE")


def test_the_workbooks_that_are_made_hostile_are_right(checks: Checker) -> None:
    """So a refusal is about the one thing that was changed; an error names its cell."""
    for name in ("t.xlsx", "t.ods"):
        checks.reads(name, good(name), 0, "Traject A")
    wrong = edited("t.ods", "content.xml", lambda old: old.replace(">ja<", ">mooi<", 1))
    checks.refuses("t.ods", wrong, "gebeurtenissen!I3", "mooi")


# --- case systems ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"<html>502 Bad Gateway</html>", "JSON"),
        (b"[" * 10_000, "genest"),
        (b'{"detail": "nope", "status": 403, "code": "permission_denied"}', "geen enkele zaak"),
        (
            b'{"zaak": {"url": "https://x.test/zaken/api/v1/zaken/1", "status": "u"}}',
            "zit niet in de bundel",
        ),
    ],
)
def test_answers_that_are_none_are_refused(checks: Checker, content: bytes, said: str) -> None:
    """A page of a proxy, an error, half a case: never read as a case in which nothing happened."""
    path = checks.write("zaak.json", content)
    arguments = ("check", str(path), "--map", "zgw-bundel", *OPTIONS)
    checks.refusal(arguments, path, None, said)
