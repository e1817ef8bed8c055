"""Delimited text to nodes that know their cell: one mapping per row under the names of a header."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from spelregels.language.nodes import MapNode, ScalarNode
from spelregels.model.frozen import dataclass
from spelregels.model.problem import InputRefused, Position, Problem

MAX_PROBLEMS = 200  # more of them teach nobody anything
MAX_CELLS = 2_000_000
_TROUBLE = {  # what the reader of the standard library says, in plain words
    "unexpected end of data": (
        "een aanhalingsteken wordt niet gesloten",
        "a quote is not closed",
    ),
    "expected after": (
        "na een aanhalingsteken dat sluit staat nog tekst",
        "there is text after a quote that closes",
    ),
    "larger than field limit": (
        "een cel is langer dan 131072 tekens",
        "a cell is longer than 131072 signs",
    ),
}


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row; ``number`` counts rows as a spreadsheet does, ``line`` counts lines."""

    number: int
    line: int
    cells: tuple[str, ...]

    def place(self, column: int, source: str) -> Position:
        """Where a cell stands; ``column`` counts from 0."""
        return Position(source, self.line, column + 1, f"{column_name(column)}{self.number}")


@lru_cache(maxsize=1024)
def column_name(index: int) -> str:
    """0 → ``A``, 25 → ``Z``, 26 → ``AA``."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def rows(
    text: str, *, source: str, delimiter: str, quote: str = '"', first_line: int = 1
) -> Iterator[Row]:
    """The rows that are not blank. ``quote`` empty: quotes are plain characters."""
    reader = csv.reader(
        _lines(text),
        delimiter=delimiter,
        quotechar=quote or None,
        quoting=csv.QUOTE_MINIMAL if quote else csv.QUOTE_NONE,
        strict=True,
    )
    number, line, room = 0, first_line, MAX_CELLS
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise InputRefused((_broken(Position(source, line, 1), error),)) from error
        number += 1
        room -= len(cells)
        if room < 0:
            raise InputRefused((_too_many(Position(source, line, 1)),))
        if any(cell.strip() for cell in cells):
            yield Row(number, line, tuple(cells))
        line = first_line + reader.line_num


def _lines(text: str) -> Iterator[str]:
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield text[start:end]
        start = end


def table(all_rows: Iterable[Row], *, source: str) -> tuple[MapNode, ...]:
    """Rows under a header as mappings from column name to text.

    An empty cell stays, as empty text: what it means is for the reader. Raises ``InputRefused``:
    no header, a column name twice, cells without a column, a row that is too short.
    """
    problems: list[Problem] = []
    iterator = iter(all_rows)
    header = next(iterator, None)
    if header is None:
        raise InputRefused((_no_header(source),))
    names = _names(header, source, problems)
    keys = {name: header.place(column, source) for column, name in enumerate(names)}
    nodes = []
    for row in iterator:
        if len(problems) >= MAX_PROBLEMS:
            break
        fault = _width(row, names, source)
        if fault:
            problems.append(fault)
        else:
            nodes.append(_mapping(row, keys, source))
    if problems:
        raise InputRefused(tuple(problems))
    return tuple(nodes)


def _names(header: Row, source: str, problems: list[Problem]) -> list[str]:
    names = [cell.strip() for cell in header.cells]
    while names and not names[-1]:  # a spreadsheet may add empty columns at the end
        names.pop()
    seen: set[str] = set()
    for column, name in enumerate(names):
        if (not name or name in seen) and len(problems) < MAX_PROBLEMS:
            problems.append(_bad_name(header.place(column, source), name))
        seen.add(name)
    return names


def _mapping(row: Row, keys: Mapping[str, Position], source: str) -> MapNode:
    entries = {}
    for column, name in enumerate(keys):
        cell = row.cells[column].strip()
        entries[name] = ScalarNode(cell, row.place(column, source), False, cell)
    return MapNode(entries, keys, row.place(0, source))


def _width(row: Row, names: list[str], source: str) -> Problem | None:
    found, wanted = len(row.cells), len(names)
    if found < wanted or any(cell.strip() for cell in row.cells[wanted:]):
        return Problem(
            "row-width",
            row.place(min(found, wanted), source),
            f"Deze rij heeft {found} cellen, de kop heeft er {wanted}.",
            f"This row has {found} cells, the header has {wanted}.",
            f"{wanted} cellen; een waarde met het scheidingsteken staat tussen aanhalingstekens",
            f"{wanted} cells; a value that holds the delimiter stands between quotes",
        )
    return None


def _no_header(source: str) -> Problem:
    return Problem(
        "no-header",
        Position(source, 1, 1),
        "Deze tabel is leeg.",
        "This table is empty.",
        "een rij met kolomnamen, met rijen daaronder",
        "a row with column names, with rows below it",
    )


def _bad_name(position: Position, name: str) -> Problem:
    if name:
        return Problem(
            "duplicate-column",
            position,
            f"De kolom `{name}` staat er twee keer.",
            f"The column `{name}` is there twice.",
            "iedere kolomnaam één keer",
            "each column name once",
        )
    return Problem(
        "nameless-column",
        position,
        "Deze kolom heeft geen naam.",
        "This column has no name.",
        "een naam boven iedere kolom",
        "a name above each column",
    )


def _too_many(position: Position) -> Problem:
    return Problem(
        "too-many-values",
        position,
        f"Dit bestand heeft meer dan {MAX_CELLS} cellen; verdeel het over meer bestanden.",
        f"This file has more than {MAX_CELLS} cells; divide it over more files.",
    )


def _broken(position: Position, error: csv.Error) -> Problem:
    said = str(error)
    nl, en = next((words for key, words in _TROUBLE.items() if key in said), (said, said))
    return Problem(
        "bad-csv",
        position,
        f"De rij die hier begint is geen geldige CSV: {nl}.",
        f"The row that begins here is not valid CSV: {en}.",
        "aanhalingstekens die sluiten, en dubbele aanhalingstekens binnen een waarde",
        "quotes that close, and doubled quotes inside a value",
    )
