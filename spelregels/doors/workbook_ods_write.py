"""Workbooks of LibreOffice and others (``.ods``), written by odfpy. No formula is ever made."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

from spelregels.doors.sheets import not_installed
from spelregels.doors.table_text import column_name
from spelregels.doors.workbook_book import LAST_ROW, LISTS, Book, Column, Filled, Page, Style


def ods_bytes(book: Book) -> bytes:
    """A new workbook as bytes."""
    document = _opendocument().OpenDocumentSpreadsheet()
    writer = _Writer(document)
    writer.expect_choices()
    for page in book.pages:
        writer.page(page)
    return writer.saved()


def ods_with_page(path: Path, page: Page) -> bytes:
    """The workbook at ``path`` with ``page`` as its last sheet, in place of one with that name."""
    document = _opendocument().load(str(path))
    writer = _Writer(document)
    for table in list(document.spreadsheet.childNodes):
        if (
            getattr(table, "tagName", "") == "table:table"
            and table.getAttribute("name") == page.name
        ):
            document.spreadsheet.removeChild(table)
    writer.page(page)
    return writer.saved()


def _is_sheet(node: Any, name: str) -> bool:
    return getattr(node, "tagName", "") == "table:table" and node.getAttribute("name") == name


def _opendocument() -> Any:
    try:
        from odf import opendocument
    except ImportError:
        raise not_installed(Path("x.ods"), "odfpy") from None
    return opendocument


class _Writer:
    """Adds pages to a document; styles are made once."""

    def __init__(self, document: Any) -> None:
        from odf import number, style

        self.document = document
        self.validations: Any = None
        day = number.DateStyle(name="dag")
        day.addElement(number.Day(style="long"))
        day.addElement(number.Text(text="-"))
        day.addElement(number.Month(style="long"))
        day.addElement(number.Text(text="-"))
        day.addElement(number.Year(style="long"))
        document.automaticstyles.addElement(day)
        self.day = style.Style(name="spelregels-dag", family="table-cell", datastylename=day)
        self.bold = style.Style(name="spelregels-kop", family="table-cell")
        self.bold.addElement(style.TextProperties(fontweight="bold"))
        self.bold.addElement(style.TableCellProperties(wrapoption="wrap"))
        self.wrap = style.Style(name="spelregels-tekst", family="table-cell")
        self.wrap.addElement(style.TableCellProperties(wrapoption="wrap", verticalalign="top"))
        for made in (self.day, self.bold, self.wrap):
            document.automaticstyles.addElement(made)
        self.widths: dict[int, Any] = {}

    def expect_choices(self) -> None:
        """Make room for drop-down lists; the format wants them before the sheets."""
        from odf.table import ContentValidations

        self.validations = ContentValidations()
        self.document.spreadsheet.addElement(self.validations)

    def page(self, page: Page) -> None:
        """Add one sheet."""
        from odf.table import Table, TableCell, TableColumn, TableRow

        table = Table(name=page.name)
        checks = [self.check(page, column) for column in page.columns]
        for column in page.columns:
            table.addElement(TableColumn(stylename=self.width(column.width)))
        if not page.plain:
            head = TableRow()
            for column in page.columns:
                head.addElement(self.cell(column.heading, stylename=self.bold))
            table.addElement(head)
        wrap = {"stylename": self.wrap} if page.wrap else {}
        empty = max(LAST_ROW - len(page.rows), 0) if page.fill_in else 0
        for values in page.rows:
            row = TableRow()
            for value, check in zip(values, checks, strict=False):
                row.addElement(self.cell(value, **wrap, **check))
            table.addElement(row)
        if empty:
            row = TableRow(numberrowsrepeated=empty)
            for check in checks:
                row.addElement(TableCell(**check))
            table.addElement(row)
        self.document.spreadsheet.addElement(table)

    def cell(self, value: Filled | None, **how: Any) -> Any:
        """A cell; text is text, whatever it begins with."""
        from odf.table import TableCell
        from odf.teletype import addTextToElement
        from odf.text import P

        match value:
            case None:
                return TableCell(**how)
            case bool():
                cell = TableCell(valuetype="boolean", booleanvalue=str(value).lower(), **how)
            case int() | Decimal():
                cell = TableCell(valuetype="float", value=f"{value:f}", **how)
            case date():
                how["stylename"] = self.day
                cell = TableCell(valuetype="date", datevalue=value.isoformat(), **how)
            case time():
                said = value.strftime("PT%HH%MM%SS")
                cell = TableCell(valuetype="time", timevalue=said, **how)
            case _:
                cell = TableCell(valuetype="string", **how)
        for line in str(value).split("\n"):
            paragraph = P()
            addTextToElement(paragraph, line)  # spaces and tabs have elements of their own
            cell.addElement(paragraph)
        return cell

    def check(self, page: Page, column: Column) -> dict[str, Any]:
        """What may be chosen in a column that people fill in."""
        from odf.table import ContentValidation

        if not page.fill_in or column.choices is None:
            return {"stylename": self.day} if page.fill_in and column.style is Style.DATE else {}
        of, count = column.choices
        letter = column_name(of - 1)
        name = f"{page.name}-{column.heading}".replace(" ", "-")
        area = f"[${LISTS}.${letter}$2:.${letter}${max(count, 1) + 1}]"
        self.validations.addElement(
            ContentValidation(
                name=name,
                condition=f"of:cell-content-is-in-list({area})",
                allowemptycell="true",
                basecelladdress=f"${page.name}.$A$1",
            )
        )
        return {"contentvalidationname": name}

    def width(self, signs: int) -> Any:
        """A style for columns of so many signs."""
        from odf import style

        if signs not in self.widths:
            made = style.Style(name=f"spelregels-breedte-{signs}", family="table-column")
            made.addElement(style.TableColumnProperties(columnwidth=f"{signs * 0.22:.2f}cm"))
            self.document.automaticstyles.addElement(made)
            self.widths[signs] = made
        return self.widths[signs]

    def saved(self) -> bytes:
        """The document as bytes."""
        out = BytesIO()
        self.document.write(out)
        return out.getvalue()
