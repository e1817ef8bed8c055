"""What stands in a workbook, whichever program wrote it: sheets of cells, with their places."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from io import BytesIO
from pathlib import Path
from xml.parsers import expat

from spelregels.doors.table_text import column_name
from spelregels.language.filebytes import Limits, read_bytes
from spelregels.model.frozen import dataclass
from spelregels.model.problem import InputRefused, Position, Problem

MAX_UNPACKED = 64_000_000
MAX_PARTS = 2_000
MAX_ELEMENTS = 1_000_000
MAX_CELLS = 200_000
"""Cells with something in or on them; and cells that are merged or linked as one."""
ENDS = (".xlsx", ".ods")

CellValue = str | bool | int | Decimal | date | datetime | time


class Kind(str, Enum):
    """What a cell is, besides a plain value."""

    VALUE = "value"
    FORMULA = "formula"
    ERROR = "error"  # #REF! and its like, or a value no one can read


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that is not empty."""

    value: CellValue
    kind: Kind = Kind.VALUE


@dataclass(frozen=True, slots=True)
class Merged:
    """Cells made into one; rows and columns count from 1, ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Sheet:
    """One sheet. ``rows``: by row and column number from 1, only cells that are not empty."""

    name: str
    source: str
    hidden: bool = False
    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    merged: list[Merged] = field(default_factory=list)

    def place(self, row: int, column: int) -> Position:
        """Where a cell stands: ``gebeurtenissen!C7``."""
        cell = f"{self.name}!{column_name(column - 1)}{row}"
        return Position(self.source, row, column, cell)

    def put(self, row: int, column: int, cell: Cell) -> None:
        """Note a cell."""
        self.rows.setdefault(row, {})[column] = cell


_KIND_WORDS: Mapping[type, tuple[str, str]] = {
    str: ("tekst", "text"),
    bool: ("ja of nee", "true or false"),
    time: ("een tijd", "a time"),
    datetime: ("een datum met een tijd", "a date with a time"),
}


def kind_words(value: CellValue) -> tuple[str, str]:
    """What kind of value a cell holds, in Dutch and English, for messages."""
    return _KIND_WORDS.get(type(value), ("een getal", "a number"))


def open_package(path: Path) -> zipfile.ZipFile:
    """The parts of a workbook file, each unpacked once to see that it is no bomb and no DTD."""
    raw = read_bytes(path, limits=Limits(max_bytes=MAX_UNPACKED))
    try:
        package = zipfile.ZipFile(BytesIO(raw))
        _inspect(package, path)
    except InputRefused:
        raise
    except Exception:  # a damaged archive breaks zipfile in many ways; none is ours to mend
        nl = "Dit is geen leesbaar werkboek (beschadigd, of met een wachtwoord)."
        en = "This is not a readable workbook (damaged, or with a password)."
        raise refuse("bad-workbook", path, nl, en) from None
    return package


def _inspect(package: zipfile.ZipFile, path: Path) -> None:
    total = 0
    parts = package.infolist()
    if len(parts) > MAX_PARTS:
        raise too_big(path)
    watch = _Watch(path)
    for part in parts:
        parser: expat.XMLParserType | None = None
        for number, chunk in enumerate(_chunks(package, part)):
            total += len(chunk)
            if total > MAX_UNPACKED:
                raise too_big(path)
            if number == 0 and _is_xml(part.filename, chunk):
                parser = watch.parser(part.filename)
            if parser is not None:
                _feed(parser, chunk, path, part.filename)


def _is_xml(name: str, start: bytes) -> bool:
    """By its name, or by what it begins with: a part may be read as XML whatever it is called."""
    bare = start.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")
    return name.lower().endswith((".xml", ".rels", ".vml")) or bare.startswith(b"<")


def _feed(parser: expat.XMLParserType, chunk: bytes, path: Path, name: str) -> None:
    try:
        parser.Parse(chunk, False)
    except expat.ExpatError as error:
        why = expat.ErrorString(error.code)
        nl = f"In dit werkboek is {name} geen geldige XML ({why})."
        en = f"In this workbook {name} is not valid XML ({why})."
        raise refuse("bad-xml", path, nl, en) from None


_CELLS = frozenset(("c", "table-cell", "covered-table-cell"))
_RANGES = frozenset(("mergeCell", "hyperlink"))
_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7}):\$?([A-Z]{1,3})\$?([0-9]{1,7})")


@dataclass(slots=True)
class _Watch:
    """Looks at every part before a library does: no document type declaration, and few enough
    cells, also where one line stands for many."""

    path: Path
    elements: int = 0
    cells: int = 0

    def parser(self, name: str) -> expat.XMLParserType:
        """A parser for one part."""
        made = expat.ParserCreate()
        made.StartDoctypeDeclHandler = _Doctype(self.path, name)
        made.StartElementHandler = self.start
        return made

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Count an element."""
        self.elements += 1
        kind = name.rpartition(":")[2]
        if kind in _CELLS:
            self.cells += 1
        elif kind in _RANGES:
            self.cells += _size(attributes.get("ref", ""))
        if self.elements > MAX_ELEMENTS or self.cells > MAX_CELLS:
            raise too_many_cells(self.path)


def _size(ref: str) -> int:
    """How many cells ``A1:B2`` covers; whole columns and rows are always too many."""
    found = _RANGE.fullmatch(ref.upper())
    if found is None:
        return MAX_CELLS if ":" in ref else 1
    left, top, right, bottom = found.groups()
    wide = abs(_column(right) - _column(left)) + 1
    return wide * (abs(int(bottom) - int(top)) + 1)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


@dataclass(frozen=True, slots=True)
class _Doctype:
    """Refuses a document type declaration as soon as it begins."""

    path: Path
    name: str

    def __call__(self, *_: object) -> None:
        raise refuse(
            "xml-doctype",
            self.path,
            f"Dit werkboek heeft een DOCTYPE in {self.name}; dat wordt nooit gelezen.",
            f"This workbook has a DOCTYPE in {self.name}; that is never read.",
        )


def _chunks(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    with package.open(part) as stream:
        while chunk := stream.read(1 << 16):
            yield chunk


def too_big(path: Path) -> InputRefused:
    """More than a workbook of trajectories can need."""
    megabytes = MAX_UNPACKED // 1_000_000
    return refuse(
        "too-big",
        path,
        f"Uitgepakt is dit werkboek groter dan {megabytes} MB. Staan er duizenden lege rijen met "
        "opmaak onder de gegevens? Verwijder die.",
        f"Unpacked, this workbook is bigger than {megabytes} MB. Are there thousands of empty rows "
        "with layout below the data? Delete them.",
    )


def too_many_cells(path: Path) -> InputRefused:
    """More cells than a workbook of trajectories can need."""
    return refuse(
        "too-big",
        path,
        f"Dit werkboek heeft meer dan {MAX_CELLS} cellen met iets erin of erop (opmaak, "
        "samengevoegd, een link). Verwijder wat leeg is, of verdeel het over meer werkboeken.",
        f"This workbook has more than {MAX_CELLS} cells with something in or on them (layout, "
        "merged, a link). Delete what is empty, or divide it over more workbooks.",
    )


def not_installed(path: Path, library: str) -> InputRefused:
    """What to do when a library of the extra ``sheets`` is not there."""
    return InputRefused(
        (
            Problem(
                "not-installed",
                Position(str(path), 1, 1),
                f"Voor {path.suffix} is {library} nodig, en dat is niet geïnstalleerd.",
                f"For {path.suffix} {library} is needed, which is not installed.",
                'pip install "spelregels[sheets]"',
                'pip install "spelregels[sheets]"',
            ),
        )
    )


def refuse(code: str, path: Path, nl: str, en: str) -> InputRefused:
    """One problem about a whole workbook."""
    return InputRefused((Problem(code, Position(str(path), 1, 1), nl, en),))
