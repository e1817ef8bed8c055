"""A workbook to write, before it has a format: pages of columns and rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from decimal import Decimal
from enum import Enum

from spelregels.model.frozen import dataclass

LAST_ROW = 500
"""Drop-down lists and date formats reach this far in a workbook that people fill in."""
LISTS = "lijsten"
FINDINGS = "bevindingen"

Filled = str | bool | int | Decimal | date | time


class Style(str, Enum):
    """How a column shows its values."""

    PLAIN = "plain"
    DATE = "date"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Column:
    """A column with its heading.

    ``choices``: number of the column on the sheet ``lijsten`` and how many values stand there.
    ``strict``: nothing else may be chosen. ``note``: shown beside the cell.
    """

    heading: str
    width: int = 18
    style: Style = Style.PLAIN
    choices: tuple[int, int] | None = None
    strict: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet. ``plain``: lines of text, without headings. ``fill_in``: people write in it."""

    name: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Filled | None]] = ()
    plain: bool = False
    fill_in: bool = False
    wrap: bool = False


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook."""

    pages: tuple[Page, ...]
