"""OCEL 2.0 as an SQLite database, as the tree of its JSON form. Read only, and only its tables.

A database can hold views, triggers and columns that compute; none is touched: what is not a plain
table is refused, the file is opened unchangeable, and every statement but reading is forbidden.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from spelregels.doors.parts import Parts
from spelregels.doors.reading import LINES
from spelregels.language.filebytes import read_bytes
from spelregels.language.nodes import ListNode, MapNode, NodeScalar, ScalarNode
from spelregels.language.textbytes import first_hidden
from spelregels.model.problem import InputRefused, Position, Problem

NEEDED = (
    *("event", "event_object", "event_map_type", "object", "object_object", "object_map_type"),
)
MAX_VALUES = 1_000_000
MAX_TEXT = 4_000_000
_OWN = frozenset({"ocel_id", "ocel_time", "ocel_changed_field"})


def read_ocel_sqlite(path: Path) -> MapNode:
    """The tree. Raises ``InputRefused``: no database, other tables, something that computes."""
    if not path.is_file() or path.stat().st_size > LINES.max_bytes:
        read_bytes(path, limits=LINES)  # says what is wrong with it
    uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(uri, uri=True)) as database:
            return _Database(database, path).tree()
    except (sqlite3.Error, UnicodeDecodeError) as error:
        nl = f"Dit is geen leesbare OCEL-database ({error})."
        en = f"This is not a readable OCEL database ({error})."
        raise InputRefused((Problem("not-ocel", Position(str(path), 1, 1), nl, en),)) from None


class _Database:
    """One open database."""

    def __init__(self, database: sqlite3.Connection, path: Path) -> None:
        self.database = database
        self.source = str(path)
        self.values_read = 0
        database.execute("pragma trusted_schema = off")
        database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_TEXT)
        database.set_authorizer(_only_reading)
        self.tables = {
            name: kind if str(made).upper().startswith("CREATE TABLE") else "other"
            for kind, name, made in database.execute("select type, name, sql from sqlite_master")
            if kind in ("table", "view")
        }

    def tree(self) -> MapNode:
        """Events and objects with their types, attributes and ties."""
        for name in NEEDED:
            if self.tables.get(name) != "table":
                raise self.stop(f"de tabel {name} ontbreekt", f"the table {name} is missing")
        parts = Parts(Position(self.source, 1, 1))
        parts.set("objectTypes", self.types("object"))
        parts.set("eventTypes", self.types("event"))
        parts.set("objects", self.things("object", "object_object", "ocel_source_id"))
        parts.set("events", self.things("event", "event_object", "ocel_event_id"))
        return parts.node()

    def types(self, what: str) -> ListNode:
        """The types of events or objects by name."""
        made = []
        for place, row in self.rows(f"{what}_map_type"):
            parts = Parts(place)
            parts.set("name", _text(row.get("ocel_type"), place))
            made.append(parts.node())
        return ListNode(tuple(made), Position(self.source, 1, 1))

    def things(self, what: str, ties: str, owner: str) -> ListNode:
        """Events or objects, each with what the table of its type says."""
        told: dict[str, list[tuple[Position, dict[str, NodeScalar]]]] = {}
        for _, row in self.rows(f"{what}_map_type"):
            for place, values in self.rows(f"{what}_{row.get('ocel_type_map')}"):
                told.setdefault(str(values.get("ocel_id")), []).append((place, values))
        tied: dict[str, list[MapNode]] = {}
        target = "ocel_target_id" if what == "object" else "ocel_object_id"
        for place, row in self.rows(ties):
            parts = Parts(place)
            parts.set("objectId", _text(row.get(target), place))
            parts.set("qualifier", _text(row.get("ocel_qualifier"), place))
            tied.setdefault(str(row.get(owner)), []).append(parts.node())
        made = []
        for place, row in self.rows(what):
            name = str(row.get("ocel_id"))
            parts = Parts(place)
            parts.set("id", _text(name, place))
            parts.set("type", _text(row.get("ocel_type"), place))
            said = told.get(name, [])
            if what == "event" and said:
                parts.set("time", _text(said[0][1].get("ocel_time"), said[0][0]))
            attributes = tuple(_values(said, timed=what == "object"))
            parts.set("attributes", ListNode(attributes, place))
            parts.set("relationships", ListNode(tuple(tied.get(name, ())), place))
            made.append(parts.node())
        return ListNode(tuple(made), Position(self.source, 1, 1))

    def rows(self, table: str) -> Iterator[tuple[Position, dict[str, NodeScalar]]]:
        """The rows of a table; the place of a row is its table and number."""
        quoted = table.replace('"', '""')
        plain = self.tables.get(table) == "table"
        if not plain or self.computes(quoted):
            raise self.stop(f"{table} is geen gewone tabel", f"{table} is not a plain table")
        cursor = self.database.execute(f'select * from "{quoted}"')  # the name is a table's own
        names = [column[0] for column in cursor.description]
        for number, row in enumerate(cursor, start=1):
            self.values_read += len(row)
            if self.values_read > MAX_VALUES:
                raise self.stop("te veel waarden", "too many values")
            place = Position(self.source, number, 1, f"{table}:{number}")
            yield place, {k: self.value(v, place) for k, v in zip(names, row, strict=True)}

    def computes(self, quoted: str) -> bool:
        """Has a table a column that is no value, but a formula or something hidden?"""
        columns = self.database.execute(f'pragma table_xinfo("{quoted}")')
        return any(hidden for *_, hidden in columns)

    def value(self, value: object, place: Position) -> NodeScalar:
        """A cell; text that nobody can see, and bytes, are refused."""
        match value:
            case None | bool() | int():
                return value
            case float():
                return repr(value)
            case str() if not first_hidden(value):
                return value
            case _:
                nl, en = "Deze waarde is geen leesbare tekst.", "This value is no readable text."
                raise InputRefused((Problem("wrong-value", place, nl, en),))

    def stop(self, nl: str, en: str) -> InputRefused:
        place = Position(self.source, 1, 1)
        nl, en = f"Dit is geen OCEL-database: {nl}.", f"This is no OCEL database: {en}."
        return InputRefused((Problem("not-ocel", place, nl, en),))


def _only_reading(action: int, what: object, *_: object) -> int:
    allowed = (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ)
    columns = action == sqlite3.SQLITE_PRAGMA and what == "table_xinfo"
    return sqlite3.SQLITE_OK if action in allowed or columns else sqlite3.SQLITE_DENY


def _values(
    said: list[tuple[Position, dict[str, NodeScalar]]], *, timed: bool
) -> Iterator[MapNode]:
    """Attributes with their time. A later row of an object says which one of them changed."""
    for place, row in said:
        changed = row.get("ocel_changed_field")
        for name, value in row.items():
            if name in _OWN or value is None or (changed and name != changed):
                continue
            parts = Parts(place)
            parts.set("name", _text(name, place))
            if timed:
                parts.set("time", _text(row.get("ocel_time"), place))
            parts.set("value", ScalarNode(value, place, False, str(value)))
            yield parts.node()


def _text(value: NodeScalar, place: Position) -> ScalarNode | None:
    return None if value is None else ScalarNode(value, place, False, str(value))
