"""A comparison as tables: comma-separated text, and the pages of a workbook.

A spreadsheet takes a text that begins with ``=`` or ``+`` for a formula. In a csv such a cell gets
an apostrophe before it; in a workbook it is marked as text.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from spelregels.compare.grid import described, glance, label, rows, silence_text
from spelregels.compare.lines import Line
from spelregels.compare.topics import Comparison
from spelregels.compare.words import TOPICS, say
from spelregels.doors.workbook_book import Book, Column, Page
from spelregels.report.layout import clean

RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
_SEPARATOR = ";"  # what a Dutch spreadsheet expects
_MARK = "\ufeff"  # so that it knows the letters


def comparison_csv(comparison: Comparison, language: str) -> str:
    """Topic, subject, and a column for each text; a cell holds one line for each thing it says."""
    out = StringIO()
    writer = csv.writer(out, delimiter=_SEPARATOR, lineterminator="\r\n")
    for row in _table(comparison, language):
        writer.writerow(map(harmless, row))
    return _MARK + out.getvalue()


def harmless(cell: str) -> str:
    """The text, so that no spreadsheet reads it as a formula."""
    return f"'{cell}" if cell.startswith(RISKY) or cell.lstrip().startswith(RISKY) else cell


def _table(comparison: Comparison, language: str) -> Iterator[list[str]]:
    names = [clean(label(column, comparison, language)) for column in comparison.columns]
    yield [say(language, "topic"), say(language, "subject"), *names]
    for row in rows(comparison, language):
        cells = ["\n".join(map(_told, cell)) for cell in row.cells]
        yield [TOPICS[language][row.topic], clean(row.subject), *cells]


def _told(line: Line) -> str:
    return clean(f"{line.text} [{line.article}]" if line.article else line.text)


def comparison_book(comparison: Comparison, language: str) -> Book:
    """A workbook: side by side, at a glance, what the own text does not say, and the texts."""
    head, *cells = _table(comparison, language)
    wide = (Column(head[0], 22), Column(head[1], 18), *(Column(name, 44) for name in head[2:]))
    pages = [Page(_sheet(language, "title"), wide, cells, wrap=True)]
    first, *counts = glance(comparison, language)
    narrow = (Column(first[0], 44), *(Column(name, 10) for name in first[1:]))
    pages.append(Page(_sheet(language, "glance"), narrow, counts))
    if comparison.own:
        silent = [[silence_text(one, comparison, language)] for one in comparison.silences]
        pages.append(Page(_sheet(language, "silent"), (Column(say(language, "silent"), 110),),
                          silent or [[say(language, "silent_none")]], wrap=True))  # fmt: skip
    texts = [[column.label, described(column, language)] for column in comparison.columns]
    about = (Column(say(language, "name"), 40), Column(say(language, "texts"), 110))
    pages.append(Page(_sheet(language, "texts"), about, texts, wrap=True))
    return Book(tuple(pages))


def _sheet(language: str, key: str) -> str:
    """A name for a sheet: at most 31 signs."""
    return say(language, key)[:31]
