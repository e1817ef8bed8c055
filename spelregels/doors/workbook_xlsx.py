"""Excel workbooks (``.xlsx``) by openpyxl: cells in, cells out. No formula is evaluated or made."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spelregels.doors.sheets import Cell, Kind, Merged, Sheet, not_installed, refuse
from spelregels.doors.workbook_book import LAST_ROW, Book, Column, Filled, Page, Style

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell as XlsxCell
    from openpyxl.worksheet.worksheet import Worksheet

RISKY = ("=", "+", "-", "@", "\t", "\r")
"""Texts that begin so are taken for a formula by a program that is careless with text."""
MAX_TEXT = 32_767
FIRST_DAY = date(1900, 3, 1)  # before it Excel counts a day that never was
_FORMATS = {Style.DATE: "DD-MM-YYYY", Style.TIME: "HH:MM"}


# -- reading --------------------------------------------------------------------------------------


def read_xlsx(path: Path) -> Iterator[Sheet]:
    """The sheets, in their order. The package was inspected before. Raises ``InputRefused``."""
    workbook = _load(path)
    for found in workbook.worksheets:
        sheet = Sheet(found.title, str(path), found.sheet_state != "visible")
        sheet.merged = [
            Merged(area.min_row, area.min_col, area.max_row, area.max_col)
            for area in found.merged_cells.ranges
        ]
        there: Any = found._cells  # a walk over all rows would make a cell of every empty place
        for cell in there.values():
            if cell.value is not None and cell.value != "":
                sheet.put(cell.row, cell.column, _cell(cell))
        yield sheet


def _load(path: Path) -> Workbook:
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise not_installed(path, "openpyxl") from None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about layout that it does not know
            return load_workbook(path, data_only=False, keep_links=False)
    except Exception as error:  # a strange file breaks openpyxl in many ways; none is ours to mend
        reason = f"{type(error).__name__}: {error}"[:200]
        nl = f"Dit werkboek is niet te lezen ({reason})."
        en = f"This workbook cannot be read ({reason})."
        raise refuse("bad-workbook", path, nl, en) from None


def _cell(cell: Any) -> Cell:
    value = cell.value
    if cell.data_type == "f" or not isinstance(
        value, (str, bool, int, float, Decimal, date, datetime, time)
    ):
        return Cell(str(value), Kind.FORMULA if cell.data_type == "f" else Kind.ERROR)
    if cell.data_type == "e":
        return Cell(str(value), Kind.ERROR)
    if isinstance(value, float):
        return Cell(int(value) if value.is_integer() else Decimal(repr(value)))
    return Cell(value)


# -- writing --------------------------------------------------------------------------------------


def xlsx_bytes(book: Book) -> bytes:
    """A new workbook as bytes. Raises ``InputRefused`` for what no cell can hold."""
    try:
        from openpyxl import Workbook
    except ImportError:
        raise not_installed(Path("x.xlsx"), "openpyxl") from None
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for page in book.pages:
        _page(workbook.create_sheet(page.name), page)
    return _saved(workbook)


def xlsx_with_page(path: Path, page: Page) -> bytes:
    """The workbook at ``path`` with ``page`` as its last sheet, in place of one with that name."""
    workbook = _load(path)
    if page.name in workbook.sheetnames:
        workbook.remove(workbook[page.name])
    _page(workbook.create_sheet(page.name), page)
    workbook.active = workbook.sheetnames.index(page.name)
    return _saved(workbook)


def _saved(workbook: Workbook) -> bytes:
    out = BytesIO()
    workbook.save(out)
    return out.getvalue()


def _page(sheet: Worksheet, page: Page) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    bold, shade = Font(bold=True), PatternFill("solid", fgColor="DDE8F0")
    wrap = Alignment(wrap_text=True, vertical="top")
    start = 1
    if not page.plain:
        for number, column in enumerate(page.columns, start=1):
            head = sheet.cell(1, number)
            _put(head, column.heading)
            head.font, head.fill, head.alignment = bold, shade, wrap
        sheet.freeze_panes = "B2"
        start = 2
    for number, column in enumerate(page.columns, start=1):
        sheet.column_dimensions[_letter(number)].width = column.width
        _validate(sheet, number, column)
    for row, values in enumerate(page.rows, start=start):
        for number, value in enumerate(values, start=1):
            if value is not None:
                cell = sheet.cell(row, number)
                _put(cell, value)
                if page.wrap:
                    cell.alignment = wrap
    for number, column in enumerate(page.columns, start=1):
        if column.style in _FORMATS:
            last = max(start + len(page.rows), LAST_ROW if page.fill_in else 0)
            for row in range(start, last):
                sheet.cell(row, number).number_format = _FORMATS[column.style]


def _put(cell: XlsxCell | Any, value: Filled) -> None:
    """Put a value in a cell; text is text, whatever it begins with."""
    if isinstance(value, date) and not isinstance(value, datetime) and value < FIRST_DAY:
        raise refuse(
            "cannot-write",
            Path(),
            f"Excel kent geen datum als {value}.",
            f"Excel knows no date such as {value}.",
        )
    if not isinstance(value, str):
        cell.value = value
        return
    if len(value) > MAX_TEXT:
        raise refuse(
            "cannot-write",
            Path(),
            f"Een tekst van {len(value)} tekens past niet in een cel.",
            f"A text of {len(value)} characters does not fit in a cell.",
        )
    cell.value = "".join(sign if sign.isprintable() or sign in "\n\t" else "�" for sign in value)
    cell.data_type = "s"
    if value.startswith(RISKY):
        cell.quotePrefix = True


def _validate(sheet: Worksheet, number: int, column: Column) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    letter = _letter(number)
    if column.choices is not None:
        of, count = column.choices
        check = DataValidation(
            type="list",
            formula1=f"lijsten!${_letter(of)}$2:${_letter(of)}${max(count, 1) + 1}",
            allow_blank=True,
            showErrorMessage=column.strict,
            errorTitle="Kies uit de lijst",
            error="Deze waarde staat niet op het blad lijsten.",
        )
    elif column.style is Style.DATE:
        check = DataValidation(
            type="date",
            operator="between",
            formula1="61",
            formula2="109575",
            allow_blank=True,
            showErrorMessage=True,
            errorTitle="Geen datum",
            error="Typ een echte datum, zoals 1-2-2026.",
        )
    else:
        return
    if column.note:
        check.showInputMessage, check.prompt = True, column.note[:255]
        check.promptTitle = column.heading[:32]
    check.add(f"{letter}2:{letter}{LAST_ROW}")
    sheet.add_data_validation(check)


def _letter(number: int) -> str:
    from spelregels.doors.table_text import column_name

    return column_name(number - 1)
