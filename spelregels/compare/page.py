"""A comparison as a page for people who do not program."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.compare.grid import (
    Row,
    described,
    glance,
    label,
    nothing,
    owned,
    rows,
    silence_intro,
    silence_text,
    titled,
)
from spelregels.compare.lines import Line
from spelregels.compare.topics import Comparison, Topic
from spelregels.compare.words import TOPICS, say
from spelregels.report.html.frame import Page, Section, page_html
from spelregels.report.html.markup import Node, el
from spelregels.report.html.parts import Column, listing, table
from spelregels.report.wording import sentence


def comparison_page(comparison: Comparison, language: str) -> str:
    """The page as the text of one file."""
    count = len(comparison.columns)
    key = "compared_one" if count == 1 else "compared"
    return page_html(
        Page(
            language=language,
            title=say(language, "title"),
            kicker=say(language, key, count=count),
            intro=(el("p", say(language, "silence_note")),),
            sections=tuple(_sections(comparison, language)),
        )
    )


def _sections(comparison: Comparison, language: str) -> Iterator[Section]:
    yield Section("blik", say(language, "glance"), tuple(_glance(comparison, language)))
    if comparison.own:
        yield Section("stil", say(language, "silent"), tuple(_silent(comparison, language)))
    found = list(rows(comparison, language))
    for topic in comparison.topics:
        about = [row for row in found if row.topic is topic]
        content = tuple(_topic(about, comparison, language))
        yield Section(f"onderwerp-{topic.value}", TOPICS[language][topic], content)
    texts = (f"{c.label}: {described(c, language)}" for c in comparison.columns)
    yield Section("teksten", say(language, "texts"), (listing(texts),))


def _glance(comparison: Comparison, language: str) -> Iterator[Node]:
    head, *counts = glance(comparison, language)
    intro = say(language, "glance_intro")
    names = _names(comparison, language)
    cells = ((name, *row[1:]) for name, row in zip(names, counts, strict=True))
    made = table(intro, [Column(sentence(name)) for name in head], cells)
    yield el("div", made, class_="scroll", tabindex="0", role="region", aria_label=intro)


def _names(comparison: Comparison, language: str) -> list[str]:
    """What each text is called: its title, unless another has the same; the own text says so."""
    titles = [titled(column, language) for column in comparison.columns]
    return [
        owned(title, column, comparison, language)
        if titles.count(title) == 1
        else label(column, comparison, language)
        for title, column in zip(titles, comparison.columns, strict=True)
    ]


def _silent(comparison: Comparison, language: str) -> Iterator[Node]:
    if not comparison.silences:
        yield el("p", say(language, "silent_none"))
        return
    yield el("p", silence_intro(language))
    yield listing(silence_text(one, comparison, language) for one in comparison.silences)


def _topic(about: list[Row], comparison: Comparison, language: str) -> Iterator[Node]:
    if not about:
        yield el("p", nothing(comparison, language))
    names = _names(comparison, language)
    topic: Topic
    for row in about:
        topic = row.topic
        first = Column(sentence(say(language, "name")), "name")
        columns = [first, Column(TOPICS[language][topic])]
        cells = [(name, _cell(cell)) for name, cell in zip(names, row.cells, strict=True) if cell]
        yield table(sentence(row.subject), columns, cells, stack=True)


def _cell(cell: tuple[Line, ...]) -> Node:
    if len(cell) == 1:
        return _told(cell[0])
    return listing((_told(line) for line in cell), css="plain")


def _told(line: Line) -> Node:
    if not line.article:
        return line.text
    return el("span", f"{line.text} ", el("span", f"[{line.article}]", class_="muted"))
