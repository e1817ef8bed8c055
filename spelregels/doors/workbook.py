"""The workbook that people fill in (``.xlsx``, ``.ods``): its sheets as nodes of trajectories.

The first row of a sheet that is not empty holds the headings (``workbook_words``); every row below
it is one thing. An empty cell says nothing, ``~`` says *known not to be there*. Formulas, errors,
merged cells, hidden sheets and dates that are text are refused with their cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path

from spelregels.doors import workbook_words as words
from spelregels.doors.parts import Parts, plain
from spelregels.doors.sheets import Cell, Sheet
from spelregels.doors.workbook_book import LISTS
from spelregels.doors.workbook_cells import CellReader
from spelregels.doors.workbook_lists import Lists
from spelregels.doors.workbook_read import read_sheets
from spelregels.language.nodes import ListNode, Node, ScalarNode
from spelregels.language.problems import Problems, listing, suggest
from spelregels.model.frozen import dataclass
from spelregels.model.problem import Position

_INNER = ("area", "facts")
_NO_ZONE = "Europe/Amsterdam"  # what the sheet of explanation promises of a time


def read_workbook(path: Path) -> ListNode:
    """The trajectories in a workbook, as nodes. Raises ``InputRefused``."""
    problems = Problems()
    sheets = {sheet.name.strip().casefold(): sheet for sheet in read_sheets(path)}
    reader = CellReader(problems, Lists.of(sheets.get(LISTS)))
    tables = {
        name: list(_table(sheets[name], name, reader)) for name in words.HEADINGS if name in sheets
    }
    if words.TRAJECTORIES not in tables:
        _no_sheet(path, sheets, problems)
        problems.refuse()
    made = _Making(reader, str(path))
    for row in tables[words.TRAJECTORIES]:
        made.trajectory(row)
    for row in tables.get(words.EVENTS, ()):
        made.event(row)
    for row in tables.get(words.DEPARTURES, ()):
        made.departure(row)
    for row in tables.get(words.PERSONS, ()):
        made.person(row)
    nodes = tuple(made.nodes())
    if not nodes and not problems.found:
        problems.add(
            "no-trajectory",
            sheets[words.TRAJECTORIES].place(2, 1),
            "Op het blad trajecten staat nog geen traject.",
            "There is no trajectory on the sheet trajecten yet.",
            expected_nl="één rij voor elk traject",
            expected_en="one row for each trajectory",
        )
    problems.refuse()
    return ListNode(nodes, Position(str(path), 1, 1))


@dataclass(frozen=True, slots=True)
class Row:
    """A row below the headings: its cells by key, with their places. ``place``: its first cell."""

    cells: Mapping[str, tuple[Cell, Position]]
    place: Position


@dataclass(slots=True)
class _Made:
    """A trajectory in the making."""

    parts: Parts
    inner: dict[str, Parts] = field(default_factory=dict)
    events: list[Node] = field(default_factory=list)
    departures: list[Node] = field(default_factory=list)
    persons: dict[str, list[Node]] = field(default_factory=dict)
    timed: bool = False


@dataclass(slots=True)
class _Making:
    """The trajectories of one workbook."""

    cells: CellReader
    source: str
    made: dict[str, _Made] = field(default_factory=dict)

    def trajectory(self, row: Row) -> None:
        """A row of the sheet trajecten."""
        values = dict(self.cells.values(row.cells))
        name = _name(values.pop("id", None))
        if not name:
            return self._nameless(row.place)
        if name in self.made:
            first = self.made[name].parts.position
            self.cells.problems.add(
                "double-id",
                row.place,
                f"Het traject {name} staat al in rij {first.line}.",
                f"The trajectory {name} is already in row {first.line}.",
            )
            return None
        made = _Made(Parts(row.place))
        made.parts.set("id", ScalarNode(name, row.place, True, name))
        for key, value in values.items():
            group, dot, rest = key.partition(".")
            if dot and group in _INNER:
                made.inner.setdefault(group, Parts(row.place)).set(rest, value)
            else:
                made.parts.set(key, value)
        if "records" not in row.cells:
            self.cells.problems.add(
                "empty-value",
                row.place,
                f"Bij {name} is de kolom `Wat staat erin[]` leeg.",
                f"For {name} the column `Wat staat erin[]` is empty.",
                expected_nl="alles, niets, of de handelingen die allemaal in dit werkboek staan",
                expected_en="alles, niets, or the acts that stand in this workbook every time",
                suggestion=words.ALL,
            )
        self.made[name] = made
        return None

    def event(self, row: Row) -> None:
        """A row of the sheet gebeurtenissen."""
        made, values = self._owned(row)
        if made is not None:
            made.events.append(self._event(values, row, made))

    def departure(self, row: Row) -> None:
        """A row of the sheet afwijkingen: an event of its own kind."""
        made, values = self._owned(row)
        if made is None:
            return
        if "act" not in values:
            values["act"] = ScalarNode(words.DEPARTURE, row.place, True, words.DEPARTURE)
        made.departures.append(self._event(values, row, made))

    def person(self, row: Row) -> None:
        """A row of the sheet personen."""
        made, values = self._owned(row)
        name = _name(values.pop("person", None))
        if made is None or not name:
            return None if made is None else self._nameless(row.place)
        parts = Parts(row.place)
        for key, value in values.items():
            parts.set(key, value)
        made.persons.setdefault(name, []).append(parts.node())
        return None

    def nodes(self) -> Iterator[Node]:
        """The trajectories, in the order of their sheet."""
        for made in self.made.values():
            self._order_is_told(made)
            parts = made.parts
            for group, inner in made.inner.items():
                parts.set(group, inner.node())
            if made.persons:
                roles = {n: ListNode(tuple(r), parts.position) for n, r in made.persons.items()}
                parts.set("persons", Parts(parts.position, dict(roles)).node())
            if made.timed:
                parts.set("time_zone", ScalarNode(_NO_ZONE, parts.position, True, _NO_ZONE))
            events = (*made.events, *made.departures)
            parts.set("events", ListNode(events, parts.position))
            yield parts.node()

    # -- events -----------------------------------------------------------------------------------

    def _event(self, values: dict[str, Node], row: Row, made: _Made) -> Node:
        parts = Parts(row.place)
        if "date" in values or "date" not in row.cells:  # else it was refused already
            moment, timed = self.cells.moment(values, row.place)
            made.timed |= timed
            parts.set("at", moment)
        for key in ("date", "time", "precision"):
            values.pop(key, None)
        for key, value in values.items():
            parts.set(key, value)
        return parts.node()

    def _order_is_told(self, made: _Made) -> None:
        """Two sheets have no order between them: equal moments on both leave it open."""
        order = made.parts.entries.get("order")
        if not isinstance(order, ScalarNode) or order.value != "listed":
            return
        listed = {repr(plain(_at(event))) for event in made.events}
        for event in made.departures:
            if repr(plain(_at(event))) in listed:
                self.cells.problems.add(
                    "order-across-sheets",
                    _at(event).position,
                    "Op die dag is er ook iets op het blad gebeurtenissen; wat eerst kwam, is zo "
                    "niet te zien.",
                    "On that day there is something on the sheet gebeurtenissen too; which came "
                    "first cannot be seen.",
                    expected_nl="deze afwijking op het blad gebeurtenissen, op haar plaats",
                    expected_en="this departure on the sheet gebeurtenissen, in its place",
                )

    def _owned(self, row: Row) -> tuple[_Made | None, dict[str, Node]]:
        """The trajectory a row belongs to, and what the row says besides."""
        values = dict(self.cells.values(row.cells))
        owner = values.pop("trajectory", None)
        name = _name(owner)
        if not name:
            self._nameless(row.place)
            return None, {}
        if name not in self.made:
            self.cells.problems.add(
                "unknown-trajectory",
                owner.position if owner else row.place,
                f"Het traject {name} staat niet op het blad {words.TRAJECTORIES}.",
                f"The trajectory {name} is not on the sheet {words.TRAJECTORIES}.",
                expected_nl=listing(self.made),
                suggestion=suggest(name, self.made),
            )
            return None, {}
        return self.made[name], values

    def _nameless(self, place: Position) -> None:
        self.cells.problems.add(
            "empty-value",
            place,
            "Deze rij noemt geen traject (of persoon).",
            "This row names no trajectory (or person).",
            expected_nl="een naam in die kolom, of een lege rij",
            expected_en="a name in that column, or an empty row",
        )


def _name(node: Node | None) -> str:
    if not isinstance(node, ScalarNode) or node.value is None:
        return ""
    return str(node.value).strip()


def _at(event: Node) -> Node:
    found = None if isinstance(event, (ScalarNode, ListNode)) else event.entries.get("at")
    return found or ScalarNode(None, event.position)


# -- rows -----------------------------------------------------------------------------------------


def _table(sheet: Sheet, name: str, reader: CellReader) -> Iterator[Row]:
    """The rows below the headings of a sheet that can be trusted."""
    if not sheet.rows:
        return
    head, *rest = sorted(sheet.rows)
    columns = dict(reader.columns(sheet, head, words.HEADINGS[name]))
    if sheet.hidden and rest:
        reader.problems.add(
            "hidden-sheet",
            sheet.place(head, 1),
            f"Het blad {sheet.name} is verborgen; wat niemand ziet, wordt niet gelezen.",
            f"The sheet {sheet.name} is hidden; what nobody sees is not read.",
            expected_nl="een zichtbaar blad",
            expected_en="a sheet that shows",
        )
        return
    for area in sheet.merged:
        if area.bottom >= head and area.left <= max(columns, default=0):
            reader.problems.add(
                "merged-cells",
                sheet.place(area.top, area.left),
                "Hier zijn cellen samengevoegd; dan is niet te zien bij welke rij iets hoort.",
                "Cells are merged here; then nobody can tell to which row a thing belongs.",
                expected_nl="losse cellen",
                expected_en="cells of their own",
            )
    for number in rest:
        found = sheet.rows[number]
        reader.nothing_beside(sheet, number, found, columns)
        cells = {
            columns[column]: (cell, sheet.place(number, column))
            for column, cell in found.items()
            if column in columns
        }
        if cells:
            yield Row(cells, sheet.place(number, min(found)))


def _no_sheet(path: Path, sheets: Mapping[str, Sheet], problems: Problems) -> None:
    names = [sheet.name for sheet in sheets.values()]
    problems.add(
        "no-sheet",
        Position(str(path), 1, 1),
        f"Dit werkboek heeft geen blad {words.TRAJECTORIES}.",
        f"This workbook has no sheet {words.TRAJECTORIES}.",
        expected_nl=f"de bladen {listing(words.HEADINGS)}; gevonden: {listing(names)}",
        expected_en=f"the sheets {listing(words.HEADINGS)}; found: {listing(names)}",
        suggestion="spelregels sheet REGELS",
    )
