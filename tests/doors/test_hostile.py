"""Hostile input: a clear problem with a place or a right reading, never a traceback (item 1.9)."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from spelregels import doors
from spelregels.doors.reading import DOCUMENT
from spelregels.model.problem import Problem

Refused = Callable[[Callable[[], object]], tuple[Problem, ...]]
GOOD = {"id": "A", "records": "all", "events": [{"at": "2026-01-01", "act": "x"}]}
LAUGHS = "a: &a [x,x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)},*{chr(97 + n)}]\n" for n in range(20)
)
HEADER = "id,at,act,records\n"

BAD: dict[str, tuple[str, bytes]] = {
    "truncated json": ("t.json", json.dumps(GOOD).encode()[:-9]),
    "truncated yaml": ("t.yaml", b"id: A\nevents: [{at: 2026-01-01"),
    "truncated csv": ("t.csv", (HEADER + 'A,2026-01-01,"x').encode()),
    "empty json": ("t.json", b""),
    "empty csv": ("t.csv", b""),
    "empty jsonl": ("t.jsonl", b"\n\n"),
    "json ten thousand deep": ("t.json", b"[" * 10_000),
    "json deep objects": ("t.json", b'{"a":' * 10_000),
    "yaml ten thousand deep": ("t.yaml", b"[" * 10_000),
    "billion laughs": ("t.yaml", LAUGHS.encode()),
    "yaml tag": ("t.yaml", b"!!python/object/apply:os.system ['true']"),
    "latin-1 json": ("t.json", json.dumps({"id": "café"}, ensure_ascii=False).encode("latin-1")),
    "latin-1 csv": ("t.csv", (HEADER + "café,2026-01-01,x,all\n").encode("latin-1")),
    "utf-16 csv": ("t.csv", (HEADER + "A,2026-01-01,x,all\n").encode("utf-16")),
    "utf-16 json": ("t.json", json.dumps(GOOD).encode("utf-16")),
    "nul in csv": ("t.csv", (HEADER + "A\0,2026-01-01,x,all\n").encode()),
    "nul escaped in json": ("t.json", b'{"id": "A\\u0000b", "records": "all", "events": 5}'),
    "control characters": ("t.csv", (HEADER + "A\x1b[2J,2026-01-01,x,all\n").encode()),
    "text that runs backwards": ("t.csv", (HEADER + "A\u202eB,2026-01-01,x,all\n").encode()),
    "31 february": ("t.csv", (HEADER + "A,2026-02-31,x,all\n").encode()),
    "dutch date": ("t.csv", (HEADER + "A,31-02-2026,x,all\n").encode()),
    "year ten thousand": ("t.csv", (HEADER + "A,10000-01-01,x,all\n").encode()),
    "infinite": ("t.json", b'{"id": "A", "records": "all", "events": [], "as_of": Infinity}'),
    "huge number": ("t.json", b'{"id": ' + b"9" * 5000 + b"}"),
    "huge exponent": ("t.json", b'{"id": 1e999999999}'),
    "half a surrogate": ("t.json", b'{"id": "\\ud83d", "records": "all", "events": []}'),
    "events as text": ("t.json", b'{"id": "A", "records": "all", "events": "geen"}'),
    "records as number": ("t.json", b'{"id": "A", "records": 1, "events": []}'),
    "a list as id": ("t.json", b'{"id": ["A"], "records": "all", "events": []}'),
    "a wide cell": ("t.csv", (HEADER + "A,2026-01-01," + "x" * 200_000 + ",all\n").encode()),
    "jsonl that is json": ("t.jsonl", json.dumps(GOOD, indent=1).encode()),
    "json that is csv": ("t.json", (HEADER + "A,2026-01-01,x,all\n").encode()),
    "binary": ("t.yaml", bytes(range(256))),
    "xml": ("t.xml", b"<?xml version='1.0'?><!DOCTYPE x><log/>"),
    "zip": ("t.xlsx", b"PK\x03\x04"),
}


@pytest.mark.parametrize("name", sorted(BAD))
def test_hostile_input_is_refused_with_a_place(tmp_path: Path, refused: Refused, name: str) -> None:
    file, content = BAD[name]
    path = tmp_path / file
    path.write_bytes(content)
    for problem in refused(lambda: doors.read(path)):
        assert problem.position.file == str(path)
        assert problem.position.line >= 1
        assert problem.message_nl
        assert problem.message_en


def test_too_big_is_refused_unread(tmp_path: Path, refused: Refused) -> None:
    for name in ("t.json", "t.yaml"):
        path = tmp_path / name
        with path.open("wb") as stream:
            stream.truncate(50_000_000)
        assert path.stat().st_size > DOCUMENT.max_bytes
        assert refused(partial(doors.read, path))[0].code == "too-big"


NAMES = [
    "a'b",
    'a"b',
    "$(rm -rf /)",
    "`x`; ls",
    "../../etc/passwd",
    "{x}",
    "%s",
    "é🙂",
    "-",
    "a,b;c|d",
]


@pytest.mark.parametrize("name", NAMES)
def test_ids_with_odd_characters_are_kept_as_they_are(tmp_path: Path, name: str) -> None:
    path = tmp_path / "t.json"
    path.write_text(json.dumps({**GOOD, "id": name}))
    assert doors.read(path)[0].id == name
    quoted = name.replace('"', '""')
    path = tmp_path / "t.csv"
    path.write_text(f'{HEADER}"{quoted}",2026-01-01,x,all\n', encoding="utf-8")
    assert doors.read(path)[0].id == name


def test_a_semicolon_table_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "excel.csv"
    path.write_bytes("\ufeffid;at;act;records;naam\r\nA;2026-01-01;x;all;Café\r\n;;;;\r\n".encode())
    found = doors.read(path)
    assert [(t.id, t.events[0].attributes["naam"]) for t in found] == [("A", "Café")]


@pytest.mark.parametrize("suffix", [".xes", ".xes.gz", ".jsonocel", ".xmlocel", ".sqlite", ".xlsx"])
def test_no_door_waits_for_what_is_no_file(tmp_path: Path, refused: Refused, suffix: str) -> None:
    """A pipe never ends; a name that is not there is told."""
    pipe = tmp_path / f"pipe{suffix}"
    os.mkfifo(pipe)
    assert refused(partial(doors.read, pipe))[0].code == "not-a-file"
    assert refused(partial(doors.read, tmp_path / f"weg{suffix}"))[0].code == "no-such-file"
