"""Lanes under one line of days: when each ran, and what was found in which window.

A lane is a trajectory, or a person who may be named. Nothing is told by colour alone: a window is a
striped bar with the shape of its verdict and a letter, which stands in the table beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from spelregels.model.words import Strength, Word
from spelregels.report.html.axis import axis_of
from spelregels.report.html.markup import Element, Node, el
from spelregels.report.html.scale import Layout, Scale, lanes, wrapped
from spelregels.report.html.shapes import SIZE, drawn, tone
from spelregels.report.html.svg import Sign, framed, sign, stroke
from spelregels.report.html.words import PageWords

_LINE = 17
_SMALLER = 1.16  # so many times more signs of small words fit
_AXIS = 22  # px: room for the words above the line of days
_BELOW = 34  # px: from that line to the first lane
_ROW = 24  # px: height of a row of windows
_GAP = 14
_SIGN = 9.0  # px: a letter beside a shape
_SHORTEST = 28  # days: less than this would draw a week as an age
MOST_ROWS = 4
"""Of a lane with more windows at one time the rest is counted."""


@dataclass(frozen=True, slots=True)
class Window:
    """The days through which something was so. ``letter``: its mark in the table; ``tip``: all."""

    letter: str
    word: Word
    strength: Strength
    first: date
    last: date
    tip: str


@dataclass(frozen=True, slots=True)
class Ran:
    """A stretch of days in which something ran, or may have run (``sure`` False)."""

    first: date
    last: date
    sure: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """``name`` and ``said`` stand with the lane; ``days``: single days in it that count."""

    name: str
    said: str
    ran: tuple[Ran, ...]
    windows: tuple[Window, ...]
    days: tuple[date, ...] = ()


def lanes_scale(every: Sequence[Lane], as_of: date, layout: Layout) -> Scale:
    """All days of these lanes, with the day of judging unless it lies far behind them."""
    days = [day for lane in every for day in lane.days]
    days += [day for lane in every for one in lane.ran for day in (one.first, one.last)]
    days += [day for lane in every for one in lane.windows for day in (one.first, one.last)]
    first, last = min(days, default=as_of), max(days, default=as_of)
    if (as_of - last).days <= max((last - first).days, _SHORTEST):
        last = max(last, as_of)
    return Scale(first, max(last, first + timedelta(days=_SHORTEST)), layout)


class LanesPicture:
    """Draws lanes. ``prefix``: of the ids in it, ours."""

    def __init__(
        self, every: Sequence[Lane], as_of: date, words: PageWords, prefix: str, layout: Layout
    ) -> None:
        self.every, self.as_of, self.words, self.layout = every, as_of, words, layout
        self.prefix = prefix
        self.scale = lanes_scale(every, as_of, layout)

    def svg(self, title: str, desc: str) -> Element:
        """The picture. It is as wide as its place and keeps the size of its words."""
        y: float = _AXIS + _BELOW
        rows: list[Element] = []
        for lane in self.every:
            made, y = self._lane(lane, y)
            rows.append(made)
        days = axis_of(self.scale, self.as_of, self.words, _AXIS, round(y))
        return framed(self.prefix, self.layout, title, desc, y, *days, *rows)

    def _lane(self, lane: Lane, y: float) -> tuple[Element, float]:
        made, below = self._words(lane, y)
        top = y + 8 if self.layout.left else below + 10
        made += [self._stretch(one, top) for one in lane.ran]
        made += [self._day(day, top) for day in lane.days]
        kept, rows = self._placed(lane)
        for window, row in kept:
            made.append(self._window(window, top + _ROW * (row + 1) - 4))
        left_out = len(lane.windows) - len(kept)
        bottom = top + _ROW * rows
        if left_out:
            text = self.words.say("lanes_more", count=left_out)
            bottom += _LINE
            x = self.scale.length(0)
            made.append(el("text", text, class_="t t-s", x=x, y=bottom + 2))
        return el("g", *made), max(below, bottom + 8) + _GAP

    def _words(self, lane: Lane, y: float) -> tuple[list[Node], float]:
        made: list[Node] = []
        for line in wrapped(lane.name, self.layout.signs, 2):
            made.append(el("text", line, class_="t t-b", x=0, y=y + 12))
            y += _LINE
        for line in wrapped(lane.said, int(self.layout.signs * _SMALLER), 3) if lane.said else ():
            made.append(el("text", line, class_="t t-s", x=0, y=y + 11))
            y += _LINE - 1
        return made, y

    def _stretch(self, one: Ran, y: float) -> Element:
        x1, x2 = self.scale.at(one.first), self.scale.at(one.last)
        return el("line", class_="bar" if one.sure else "span maybe", x1=x1, x2=x2, y1=y, y2=y)

    def _day(self, day: date, y: float) -> Element:
        return el("circle", class_="dot", cx=self.scale.at(day), cy=y, r=4)

    def _placed(self, lane: Lane) -> tuple[list[tuple[Window, int]], int]:
        """The windows that are drawn with their rows, and how many rows there are."""
        extents = map(self._extent, lane.windows)
        placed = zip(lane.windows, lanes(extents), strict=True)
        kept = [(window, row) for window, row in placed if row < MOST_ROWS]
        return kept, max((row + 1 for _, row in kept), default=0)

    def _extent(self, window: Window) -> tuple[float, float]:
        first, last = self.scale.px(window.first), self.scale.px(window.last)
        middle = (first + last) / 2
        letters = SIZE / 2 + 3 + _SIGN * len(window.letter)
        return min(first, middle - SIZE / 2), max(last, middle + letters) + 4

    def _window(self, window: Window, y: float) -> Element:
        css = tone(window.word, window.strength)
        x1, x2 = self.scale.at(window.first), self.scale.at(window.last)
        share = (self.scale.share(window.first) + self.scale.share(window.last)) / 2
        shape = el("g", *drawn(window.word, window.strength), transform="translate(-8,-8)")
        letter = el("text", window.letter, class_="t t-b", x=SIZE / 2 + 3, y=5)
        return el(
            "g",
            el("title", window.tip),
            el("line", class_=f"over {css}", x1=x1, x2=x2, y1=y, y2=y),
            el("svg", shape, letter, x=self.scale.length(share), y=y),
        )


def lanes_legend(every: Sequence[Lane], words: PageWords) -> Iterator[Sign]:
    """A small drawing of each sign in the picture that is no verdict, with its meaning."""
    stretches = [one for lane in every for one in lane.ran]
    signs = (
        ("ran", [one for one in stretches if one.sure], stroke("bar")),
        ("perhaps", [one for one in stretches if not one.sure], stroke("span maybe")),
        ("day", [day for lane in every for day in lane.days], el("circle", class_="dot", r=4)),
    )
    for key, present, made in signs:
        if present:
            yield sign(made), words.say(f"lanes_{key}")
