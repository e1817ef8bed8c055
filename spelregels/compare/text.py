"""A comparison for a terminal of a hundred columns: topic by topic, a line for each text."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.compare.grid import (
    Row,
    described,
    glance,
    label,
    nothing,
    rows,
    silence_intro,
    silence_text,
)
from spelregels.compare.lines import Line
from spelregels.compare.topics import Comparison
from spelregels.compare.words import TOPICS, say
from spelregels.report.layout import WIDTH, Style, clean, labelled, paragraph, table

_WIDEST = 34  # of the names of texts; the rest of a line is for what they say


def comparison_text(comparison: Comparison, language: str, style: Style) -> Iterator[str]:
    """Lines to print."""
    count = len(comparison.columns)
    key = "compared_one" if count == 1 else "compared"
    yield style.strong(say(language, key, count=count))
    yield from paragraph(say(language, "silence_note"))
    yield from _glance(comparison, language, style)
    if comparison.own:
        yield from _silent(comparison, language, style)
    yield from _topics(comparison, language, style)
    yield from _texts(comparison, language, style)


def _glance(comparison: Comparison, language: str, style: Style) -> Iterator[str]:
    head, *counts = glance(comparison, language)
    yield ""
    yield style.strong(say(language, "glance"))
    yield from paragraph(say(language, "glance_intro"))
    yield ""
    yield from table(head, counts, width=WIDTH)


def _silent(comparison: Comparison, language: str, style: Style) -> Iterator[str]:
    yield ""
    yield style.strong(say(language, "silent"))
    if not comparison.silences:
        yield from paragraph(say(language, "silent_none"))
        return
    yield from paragraph(silence_intro(language))
    for one in comparison.silences:
        text = silence_text(one, comparison, language)
        yield from paragraph(style.mild(text) if one.gap else text, indent="  ", hang="  ")


def _topics(comparison: Comparison, language: str, style: Style) -> Iterator[str]:
    names = [clean(label(column, comparison, language)) for column in comparison.columns]
    found = list(rows(comparison, language))
    for topic in comparison.topics:
        yield ""
        yield style.strong(TOPICS[language][topic].upper())
        about = [row for row in found if row.topic is topic]
        if not about:
            yield "  " + nothing(comparison, language)
        for row in about:
            yield from _row(row, names, style)


def _row(row: Row, names: list[str], style: Style) -> Iterator[str]:
    yield "  " + clean(row.subject)
    speaking = [(n, cell) for n, cell in zip(names, row.cells, strict=True) if cell]
    width = min(_WIDEST, max(len(name) for name, _ in speaking)) + 2
    for name, cell in speaking:
        told = [_told(line) for line in cell]
        if len(name) > _WIDEST:
            yield "    " + name
            name = ""
        for number, text in enumerate(told):
            mild = cell[number].gap
            for shown in labelled(name if number == 0 else "", [text], indent="    ", width=width):
                yield style.mild(shown) if mild else shown


def _told(line: Line) -> str:
    return f"{line.text} [{line.article}]" if line.article else line.text


def _texts(comparison: Comparison, language: str, style: Style) -> Iterator[str]:
    yield ""
    yield style.strong(say(language, "texts"))
    for column in comparison.columns:
        name = label(column, comparison, language)
        yield from paragraph(f"{name}: {described(column, language)}", indent="  ", hang="  ")
