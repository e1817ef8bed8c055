"""Bars with words: how many of each, with what is sure, what is not, and what is withheld.

Sure is filled, not so is outlined, unknown or withheld is dashed; each bar also says it in words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from spelregels.report.html.markup import Element, Node, el
from spelregels.report.html.parts import Column, folded, table
from spelregels.report.html.scale import NARROW, WIDE, Layout, wrapped
from spelregels.report.html.svg import figure, framed, sign
from spelregels.report.html.words import PageWords

_LINE, _HEIGHT, _GAP = 17, 16, 14
_CARD = 4  # so many signs fewer fit, since bars stand in a card
_MOST_DRAWN = 20
_MANY_ROWS = 30


class Ink(str, Enum):
    """How a part of a bar is drawn; the value is a class of the stylesheet."""

    SURE = "dot"
    NOT = "hollow"
    PERHAPS = "hollow maybe"
    ABOVE = "shape late"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar: so long, in the unit of all bars of the picture."""

    size: float
    ink: Ink


@dataclass(frozen=True, slots=True)
class Bar:
    """``cells``: what the table says of it, in the order of its columns; the picture says ``said``
    in the same words."""

    name: str
    said: str
    parts: tuple[Part, ...]
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """A picture of bars and its table. ``prefix``: of the ids in it, ours; ``legend``: the words
    of each ink that is used."""

    prefix: str
    title: str
    columns: tuple[str, ...]
    bars: tuple[Bar, ...]
    legend: tuple[tuple[Ink, str], ...] = ()

    def nodes(self, words: PageWords) -> Iterator[Node]:
        """The picture, what its signs mean, how many are not drawn, and the table."""
        drawn = self.bars[:_MOST_DRAWN]
        pictures = (_svg(self, drawn, words, layout) for layout in (NARROW, WIDE))
        used = {part.ink for bar in drawn for part in bar.parts}
        signs = [(sign(_box(ink)), text) for ink, text in self.legend if ink in used]
        yield figure(pictures, signs, words)
        if len(drawn) < len(self.bars):
            yield el("p", words.say("bars_left_out", drawn=len(drawn), count=len(self.bars)))
        first, *others = self.columns
        columns = [Column(first), *(Column(name, "number") for name in others)]
        rows = [bar.cells for bar in self.bars]
        made = table(self.title, columns, rows, stack=len(columns) > 2)
        many = len(self.bars) > _MANY_ROWS
        yield folded(words.say("table_show", count=len(self.bars)), made) if many else made


def _svg(bars: Bars, drawn: Sequence[Bar], words: PageWords, layout: Layout) -> Element:
    whole = max((sum(part.size for part in bar.parts) for bar in drawn), default=0) or 1
    y, made = 0.0, list[Element]()
    for bar in drawn:
        group, y = _bar(bar, y, whole, layout)
        made.append(group)
    return framed(bars.prefix, layout, bars.title, words.say("bars_desc"), y, *made)


def _bar(bar: Bar, y: float, whole: float, layout: Layout) -> tuple[Element, float]:
    """One bar under its words, or beside them."""
    made: list[Element] = []
    below = y
    for text, css in ((bar.name, "t t-b"), (bar.said, "t t-s")):
        for line in wrapped(text, layout.signs - _CARD, 2):
            made.append(el("text", line, class_=css, x=0, y=below + 13))
            below += _LINE
    top = y + 4 if layout.left else below + 4
    at = 0.0
    for part in bar.parts:
        made.append(_part(at / whole, part.size / whole, part.ink, top, layout))
        at += part.size
    return el("g", *made), max(below, top + _HEIGHT) + _GAP


def _part(start: float, length: float, ink: Ink, y: float, layout: Layout) -> Element:
    room = (100 - layout.left) / 100
    x, width = layout.left + start * 100 * room, length * 100 * room
    return el("rect", class_=ink.value, x=f"{x:.2f}%", y=y, width=f"{width:.2f}%", height=_HEIGHT)


def _box(ink: Ink) -> Element:
    return el("rect", class_=ink.value, x=-10, y=-6, width=20, height=12)
