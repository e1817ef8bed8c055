"""Workbooks of LibreOffice and others (``.ods``), read as guarded XML; no library is needed."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

from spelregels.doors.safe_xml import TEXT, Element, parse
from spelregels.doors.sheets import (
    MAX_CELLS,
    Cell,
    CellValue,
    Kind,
    Merged,
    Sheet,
    refuse,
    too_many_cells,
)

MOST_REPEATED = 2_000
"""More equal cells in a row than this are no data; empty ones may be as many as they like."""
MOST_TEXT = 100_000
MOST_DIGITS = 100
_ROWS = frozenset({"table-row-group", "table-header-rows", "table-rows"})
_TIME = re.compile(r"PT([0-9]{1,2})H([0-9]{1,2})M([0-9]{1,2})([.,][0-9]+)?S")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]+)?")


def read_ods(package: zipfile.ZipFile, path: Path) -> Iterator[Sheet]:
    """The sheets, in their order. Raises ``InputRefused``."""
    if "content.xml" not in package.namelist():
        nl, en = "Dit is geen ODS-werkboek.", "This is not an ODS workbook."
        raise refuse("bad-workbook", path, nl, en)
    hidden: set[str] = set()
    count = 0
    with package.open("content.xml") as stream:
        for piece in parse(stream, str(path)):
            if piece.name == "automatic-styles":
                hidden = {_get(s, "name") for s in piece.all("style") if _is_hidden(s)}
            for spreadsheet in piece.all("spreadsheet"):
                for table in spreadsheet.all("table"):
                    sheet = _sheet(table, hidden, path)
                    count += sum(map(len, sheet.rows.values()))
                    if count > MAX_CELLS:
                        raise too_many_cells(path)
                    yield sheet


def _is_hidden(style: Element) -> bool:
    return any(_get(one, "display") == "false" for one in style.all("table-properties"))


def _sheet(table: Element, hidden: set[str], path: Path) -> Sheet:
    sheet = Sheet(_get(table, "name"), str(path), _get(table, "style-name") in hidden)
    number, made = 1, 0
    for row in _rows(table):
        repeated = _count(row, "number-rows-repeated")
        cells = list(_cells(row, path))
        made += len(cells) * repeated
        if (cells and repeated > MOST_REPEATED) or made > MAX_CELLS:
            raise too_many_cells(path)
        for copy in range(repeated if cells else 0):
            for column, element, cell in cells:
                if cell is not None:
                    sheet.put(number + copy, column, cell)
                down, right = _span(element)
                if down > 1 or right > 1:
                    sheet.merged.append(
                        Merged(number + copy, column, number + copy + down - 1, column + right - 1)
                    )
        number += repeated
    return sheet


def _rows(element: Element) -> Iterator[Element]:
    for child in element.children:
        if child.name == "table-row":
            yield child
        elif child.name in _ROWS:
            yield from _rows(child)


def _cells(row: Element, path: Path) -> Iterator[tuple[int, Element, Cell | None]]:
    """Cells that say something, or that others are merged into."""
    column = 1
    for element in row.children:
        if element.name not in ("table-cell", "covered-table-cell"):
            continue
        repeated = _count(element, "number-columns-repeated")
        cell = _cell(element)
        if cell is not None or _span(element) != (1, 1):
            if repeated > MOST_REPEATED:
                raise too_many_cells(path)
            for copy in range(repeated):
                yield column + copy, element, cell
        column += repeated


def _cell(element: Element) -> Cell | None:
    if _get(element, "formula"):
        return Cell(_get(element, "formula"), Kind.FORMULA)
    kind = _get(element, "value-type")
    if not kind:
        return None
    value = _value(element, kind)
    if value is None:
        return Cell(_paragraphs(element) or kind, Kind.ERROR)
    return None if value == "" else Cell(value)


def _value(element: Element, kind: str) -> CellValue | None:
    """The value of a cell; None when it cannot be read."""
    try:
        match kind:
            case "string":
                return _get(element, "string-value") or _paragraphs(element)
            case "float" | "currency" | "percentage":
                number = Decimal(_get(element, "value"))
                if number.is_finite() and abs(number.adjusted()) > MOST_DIGITS:
                    return None
                return int(number) if number == int(number) else number
            case "boolean":
                return {"true": True, "false": False}.get(_get(element, "boolean-value"))
            case "date" if _DATE.fullmatch(said := _get(element, "date-value")):
                return datetime.fromisoformat(said) if "T" in said else date.fromisoformat(said)
            case "time" if match := _TIME.fullmatch(_get(element, "time-value")):
                return time(int(match[1]), int(match[2]), int(match[3]))
            case _:
                return None
    except (ValueError, ArithmeticError):
        return None


def _paragraphs(element: Element) -> str:
    return "\n".join(_text(one) for one in element.all("p"))[:MOST_TEXT]


def _text(element: Element) -> str:
    text = element.text
    for child in element.children:
        match child.name:
            case "s":
                text += " " * min(_count(child, "c"), 1000)
            case "tab":
                text += "\t"
            case "line-break":
                text += "\n"
            case _ if child.name == TEXT:
                text += child.text
            case _:
                text += _text(child)
        if len(text) > MOST_TEXT:
            break
    return text


def _get(element: Element, name: str) -> str:
    """An attribute by its name without prefix."""
    for key, value in element.attributes.items():
        if key.rpartition(":")[2] == name:
            return value
    return ""


def _count(element: Element, name: str) -> int:
    said = _get(element, name)
    return int(said) if said.isdigit() and len(said) < 8 and int(said) > 0 else 1


def _span(element: Element) -> tuple[int, int]:
    return _count(element, "number-rows-spanned"), _count(element, "number-columns-spanned")
