"""Cells of a workbook to nodes: the words of people to ours, dates that are dates, no guesses."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

from spelregels.doors import workbook_words as words
from spelregels.doors.parts import Parts
from spelregels.doors.sheets import Cell, CellValue, Kind, Sheet, kind_words
from spelregels.doors.workbook_lists import Lists
from spelregels.language.nodes import ListNode, Node, ScalarNode
from spelregels.language.problems import Problems, listing, suggest
from spelregels.language.reading import iso_hint
from spelregels.language.textbytes import first_hidden
from spelregels.model.problem import Position

_ACTS = frozenset({"act"})
_ROLES = frozenset({"as", "role", "competent_authority"})
_LISTED = frozenset({"as", "records", "area.affected", "area.informed"})


@dataclass(slots=True)
class CellReader:
    """Reads cells and notes what is wrong with them."""

    problems: Problems
    lists: Lists
    types: dict[str, str] = field(default_factory=dict)  # by key
    many: set[str] = field(default_factory=set)

    # -- headings ---------------------------------------------------------------------------------

    def columns(
        self, sheet: Sheet, row: int, known: Mapping[str, str]
    ) -> Iterator[tuple[int, str]]:
        """The columns of a sheet with the key each of them holds."""
        folded = {heading.casefold(): key for heading, key in known.items()}
        seen: dict[str, int] = {}
        for column, cell in sorted(sheet.rows[row].items()):
            place = sheet.place(row, column)
            heading = " ".join(str(cell.value).split())
            key = folded.get(heading.casefold()) or self._own(heading)
            if not key:
                self._unknown_heading(heading, place, known)
            elif key in seen:
                self.problems.add(
                    "duplicate-column",
                    place,
                    f"De kolom `{heading}` staat er twee keer.",
                    f"The column `{heading}` is there twice.",
                )
            else:
                seen[key] = column
                yield column, key

    def _own(self, heading: str) -> str:
        """The key of a column for a fact or an attribute of an act."""
        for prefix, into in ((words.FACT, "facts."), (words.ATTRIBUTE, "")):
            if heading.casefold().startswith(prefix.strip().casefold()):
                name = heading[len(prefix.strip()) :].strip()
                key = into + name.removesuffix(words.MANY)
                if name.endswith(words.MANY):
                    self.many.add(key)
                self.types[key] = self.lists.types.get(f"{prefix}{name}", "")
                return key
        return ""

    def _unknown_heading(self, heading: str, place: Position, known: Mapping[str, str]) -> None:
        self.problems.add(
            "unknown-column",
            place,
            f"De kolom `{heading}` is hier niet bekend.",
            f"The column `{heading}` is not known here.",
            expected_nl=f"{listing(known)}, {words.ATTRIBUTE}…, {words.FACT}…",
            suggestion=suggest(heading, known),
        )

    def nothing_beside(
        self, sheet: Sheet, row: int, cells: Mapping[int, Cell], columns: Mapping[int, str]
    ) -> None:
        """A value under no heading is refused: nobody can tell what it says."""
        for column in cells.keys() - columns.keys():
            self.problems.add(
                "cell-without-column",
                sheet.place(row, column),
                "Boven deze cel staat geen (bekende) kolomnaam.",
                "There is no (known) column name above this cell.",
                expected_nl="een kolomnaam in de bovenste rij, of een lege cel",
                expected_en="a column name in the top row, or an empty cell",
            )

    # -- cells ------------------------------------------------------------------------------------

    def values(self, cells: Mapping[str, tuple[Cell, Position]]) -> Iterator[tuple[str, Node]]:
        """What a row says, by key; a cell that cannot be read is a problem and says nothing."""
        for key, (cell, place) in cells.items():
            node = self._node(key, cell, place)
            if node is not None:
                yield key, node

    def _node(self, key: str, cell: Cell, place: Position) -> Node | None:
        if cell.kind is not Kind.VALUE:
            self._no_value(cell, place)
            return None
        value = cell.value
        if isinstance(value, str) and (hidden := first_hidden(value)):
            self.problems.add(
                "hidden-character",
                place,
                f"Hier staat een onzichtbaar teken ({hidden}); haal het weg.",
                f"Here is an invisible character ({hidden}); remove it.",
            )
            return None
        if isinstance(value, str) and not value.strip():
            return None
        if value == words.ABSENT:
            return ScalarNode(None, place, False, words.ABSENT)
        if key == "closed":
            return self._closed(str(value), place)
        if key in words.DATES or self.types.get(key) == words.TYPE_DATE:
            return self._date(key, value, place)
        if key == "time":
            return self._time(value, place)
        if key in self.many or key in _LISTED:
            return self._list(key, value, place)
        return self._one(key, value, place)

    def _one(self, key: str, value: CellValue, place: Position) -> ScalarNode | None:
        if isinstance(value, datetime):
            value = value.date() if value.time() == time() else value.isoformat(sep="T")
        elif isinstance(value, time):
            value = value.isoformat()
        written = str(value)
        if isinstance(value, str):
            value = written = value.strip()
            return self._word(key, value, place)
        return ScalarNode(value, place, False, written)

    def _word(self, key: str, value: str, place: Position) -> ScalarNode | None:
        known: Mapping[str, str] | None = words.WORDS.get(key)
        if known is not None:
            if value.casefold() not in known and value not in known.values():
                self._unknown_word(value, place, known)
                return None
            return ScalarNode(known.get(value.casefold(), value), place, True, value)
        if self.types.get(key) == words.TYPE_BOOLEAN and value.casefold() in (words.YES, words.NO):
            return ScalarNode(value.casefold() == words.YES, place, False, value)
        if key in _ACTS or key == "records":
            return self._listed(self.lists.acts, value, place)
        if key in _ROLES:
            return self._listed(self.lists.roles, value, place)
        return ScalarNode(value, place, True, value)

    def _listed(self, known: Mapping[str, str], value: str, place: Position) -> ScalarNode | None:
        """What is chosen from a list, or its code; without lists the text itself."""
        if value in known:
            return ScalarNode(known[value], place, True, value)
        if known and value not in known.values():
            self._unknown_word(value, place, known)
            return None
        return ScalarNode(value, place, True, value)

    def _list(self, key: str, value: CellValue, place: Position) -> Node | None:
        if key == "records" and str(value).strip().casefold() in (words.ALL, words.NOTHING):
            every = str(value).strip().casefold() == words.ALL
            return ScalarNode("all", place, True, words.ALL) if every else ListNode((), place)
        if value == words.EMPTY_LIST:
            return ListNode((), place)
        if not isinstance(value, str):
            one = self._one(key, value, place)
            return ListNode((one,), place) if one is not None else None
        rows = csv.reader([value.replace("\n", " ")], delimiter=";", skipinitialspace=True)
        try:
            parts = [part.strip() for row in rows for part in row]
        except csv.Error:
            parts = [value]
        read = [self._word(key, part, place) for part in parts if part]
        items = tuple(item for item in read if item is not None)
        if len(items) == 1 and key not in _LISTED:
            return items[0]  # where a list is declared, one value is a list of one
        return ListNode(items, place)

    def _closed(self, value: str, place: Position) -> Node | None:
        """``alles``, or ``besluit.genomen: motivering, bedrag; feiten: budget``."""
        if value.strip().casefold() == words.ALL:
            return ScalarNode("all", place, True, words.ALL)
        made = Parts(place)
        for part in value.split(words.BETWEEN):
            act, colon, names = part.partition(":")
            if not colon and part.strip():
                self.problems.add(
                    "wrong-type",
                    place,
                    f"`{part.strip()}` zegt niet wat compleet is.",
                    f"`{part.strip()}` does not say what is complete.",
                    expected_nl="alles, of: besluit.genomen: motivering, bedrag; feiten: budget",
                )
            elif colon:
                key = "facts" if act.strip().casefold() == words.FACTS else act.strip()
                key = self.lists.acts.get(key, key)
                items = (name.strip() for name in names.split(",") if name.strip())
                nodes = tuple(ScalarNode(name, place, True, name) for name in items)
                made.set(key, ListNode(nodes, place))
        return made.node()

    # -- dates ------------------------------------------------------------------------------------

    def _date(self, key: str, value: CellValue, place: Position) -> ScalarNode | None:
        if isinstance(value, datetime) and value.time() == time():
            value = value.date()
        if isinstance(value, datetime) and key == "date":  # the moment of an event
            written = value.isoformat(timespec="seconds")
            return ScalarNode(written, place, False, written)
        if isinstance(value, date) and not isinstance(value, datetime):
            return ScalarNode(value, place, False, value.isoformat())
        shown = str(value)
        kind_nl, kind_en = kind_words(value)
        self.problems.add(
            "no-date",
            place,
            f"`{shown[:40]}` is hier geen datum, maar {kind_nl}.",
            f"`{shown[:40]}` is not a date here, but {kind_en}.",
            expected_nl="een echte datum (in Excel: celeigenschappen, datum)",
            expected_en="a real date (in Excel: format cells, date)",
            suggestion=iso_hint(shown),
        )
        return None

    def _time(self, value: CellValue, place: Position) -> ScalarNode | None:
        if isinstance(value, time):
            written = value.isoformat(timespec="seconds")
            return ScalarNode(written, place, False, written)
        self.problems.add(
            "no-time",
            place,
            f"`{str(value)[:40]}` is hier geen tijd.",
            f"`{str(value)[:40]}` is not a time here.",
            expected_nl="een echte tijd, zoals 19:30",
            expected_en="a real time, such as 19:30",
        )
        return None

    def moment(self, values: Mapping[str, Node], place: Position) -> tuple[Node | None, bool]:
        """What stands under ``at``, and whether it has a time; None: refused, with a problem."""
        day, clock, precise = (values.get(key) for key in ("date", "time", "precision"))
        precision = precise.value if isinstance(precise, ScalarNode) else None
        if not isinstance(day, ScalarNode) or day.value is None:
            if precision != "unknown":
                self.problems.add(
                    "empty-value",
                    place,
                    "Deze gebeurtenis heeft geen datum.",
                    "This event has no date.",
                    expected_nl="een datum, of `onbekend` in de kolom Hoe precies",
                    expected_en="a date, or `onbekend` in the column Hoe precies",
                )
                return None, False
            return ScalarNode("unknown", place, True, "onbekend"), False
        text = str(day.value)
        if isinstance(clock, ScalarNode) and clock.value is not None and "T" not in text:
            text = f"{text}T{clock.value}"
        told: Node = day
        if "T" in text:
            told = ScalarNode(text, day.position, False, text)
        if precision is None or precise is None:
            return told, "T" in text
        parts = Parts(day.position)
        parts.set("date", told)
        parts.set("precision", precise)
        return parts.node(), "T" in text

    # -- problems ---------------------------------------------------------------------------------

    def _no_value(self, cell: Cell, place: Position) -> None:
        formula = cell.kind is Kind.FORMULA
        nl, en = ("een formule", "a formula") if formula else ("geen leesbare waarde", "no value")
        self.problems.add(
            "formula" if formula else "bad-cell",
            place,
            f"Hier staat {nl}; die wordt niet gelezen.",
            f"Here is {en}; that is not read.",
            expected_nl="de waarde zelf (in Excel: plakken als waarden)",
            expected_en="the value itself (in Excel: paste as values)",
        )

    def _unknown_word(self, value: str, place: Position, known: Mapping[str, str]) -> None:
        self.problems.add(
            "unknown-word",
            place,
            f"`{value[:60]}` staat niet in de lijst.",
            f"`{value[:60]}` is not in the list.",
            expected_nl=listing(known),
            suggestion=suggest(value, known),
        )
