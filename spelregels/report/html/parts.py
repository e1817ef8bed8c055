"""Small parts that every page is made of: badges, lists of facts, tables, folded parts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spelregels.model.words import Strength, Word
from spelregels.report.html.markup import Element, Node, el
from spelregels.report.html.shapes import icon, tone


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. ``css``: a class of ours."""

    title: str
    css: str = ""


def badge(text: str, word: Word, strength: Strength = Strength.MUST) -> Element:
    """A verdict in words, with its shape and tone."""
    return el("span", icon(word, strength), text, class_=f"badge {tone(word, strength)}")


def paragraphs(texts: Iterable[str]) -> tuple[Element, ...]:
    """A paragraph each; empty texts are left out."""
    return tuple(el("p", text) for text in texts if text)


def facts(rows: Iterable[tuple[str, Sequence[Node]]]) -> Element:
    """A list of names with what belongs to each; rows without anything are left out."""
    made: list[Node] = []
    for name, values in rows:
        kept = [value for value in values if value != ""]
        if kept:
            made.append(el("dt", name))
            made.extend(el("dd", value) for value in kept)
    return el("dl", *made, class_="facts")


def listing(items: Iterable[Node], ordered: bool = False, css: str = "") -> Element:
    """A list, with numbers or with bullets."""
    return el("ol" if ordered else "ul", *(el("li", item) for item in items), class_=css)


def table(
    caption: str, columns: Sequence[Column], rows: Iterable[Sequence[Node]], stack: bool = False
) -> Element:
    """A table with a caption and headings; the first cell of a row is its heading.

    ``stack``: on a narrow screen each row is a block, and of three columns or more each cell names
    its column. The roles are said outright, since a browser forgets them when a row is shown as a
    block.
    """
    head = el(
        "tr",
        *(el("th", c.title, scope="col", class_=c.css, role="columnheader") for c in columns),
        role="row",
    )
    named = stack and len(columns) > 2
    body = (el("tr", *_cells(columns, row, named), role="row") for row in rows)
    return el(
        "table",
        el("caption", caption),
        el("thead", head, role="rowgroup"),
        el("tbody", *body, role="rowgroup"),
        class_="stack" if stack else "",
        role="table",
    )


def _cells(columns: Sequence[Column], row: Sequence[Node], named: bool) -> Iterable[Element]:
    for number, (column, cell) in enumerate(zip(columns, row, strict=True)):
        if number == 0:
            yield el("th", cell, scope="row", class_=column.css, role="rowheader")
        else:
            # for the eye alone: who listens hears the heading of the column
            name = el("span", f"{column.title}: ", class_="column", aria_hidden="true")
            yield el("td", name if named else None, cell, class_=column.css, role="cell")


def folded(summary: str, *content: Node | None) -> Element:
    """A part that opens on demand; on paper it is open."""
    return el("details", el("summary", summary), *content)


def ladder(step: int, steps: int, said: str) -> Element:
    """A rung in words, with a small ladder beside it. ``step``: 0 is below the lowest rung."""
    rungs = (
        el(
            "rect",
            class_="shape open" if number < step else "rung",
            x=number * 15 + 1,
            y=12 - 2 * number,
            width=12,
            height=3 + 2 * number,
        )
        for number in range(steps)
    )
    drawing = el(
        "svg", *rungs, viewBox=f"0 0 {steps * 15} 16", width=75, height=16, aria_hidden="true"
    )
    return joined(el("span", drawing, class_="ladder"), said)


def joined(*nodes: Node | None) -> Element:
    """Several nodes where one is asked for, without meaning of their own."""
    return el("span", *nodes)
