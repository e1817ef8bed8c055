"""The timeline as one inline SVG: what happened, what was due and by when, what went wrong.

Numbers and letters are those of the table beside it. Nothing is told by colour alone: each verdict
has a shape and stands there in words. For who listens the whole is one picture with a description;
its facts are in the table.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from spelregels.report.html.axis import axis_of
from spelregels.report.html.markers import MARK, Strip, pill
from spelregels.report.html.markup import Element, Node, el
from spelregels.report.html.scale import NARROW, Layout, lanes, scale_of, wrapped
from spelregels.report.html.shapes import SIZE, drawn, tone
from spelregels.report.html.spans import Span
from spelregels.report.html.svg import Sign, framed, sign, stroke
from spelregels.report.html.timeline import Duty, State, Timeline
from spelregels.report.html.words import PageWords
from spelregels.report.wording import sentence

_LINE = 17
_SMALLER = 1.16  # so many times more signs of small words fit
_DUTY_LANE = 32
_GAP = 12


class Picture:
    """Draws one timeline. ``prefix``: of the ids in it, ours."""

    def __init__(
        self, timeline: Timeline, words: PageWords, prefix: str, title: str, layout: Layout
    ) -> None:
        self.timeline, self.words, self.title, self.layout = timeline, words, title, layout
        self.prefix = prefix
        self.scale = scale_of(timeline, layout)

    def svg(self) -> Element:
        """The picture. It is as wide as its place and keeps the size of its words."""
        strip = Strip(self.timeline.happenings, self.scale, self.words)
        axis, markers = strip.drawn()
        undated, y = strip.undated(axis + 36)
        rows: list[Element] = []
        for duties in self.timeline.by_norm.values():
            drawn_row, y = self._row(duties, y)
            rows.append(drawn_row)
        height = y + 4
        events = self.words.some("events", len(self.timeline.happenings))
        duties_text = self.words.some("duties", len(self.timeline.duties))
        desc = self.words.say("picture_desc", events=events, duties=duties_text)
        title = self.words.say("picture_title", title=self.title)
        days = axis_of(self.scale, self.timeline.as_of, self.words, axis, round(height))
        made = (*days, *markers, *undated, *rows)
        return framed(self.prefix, self.layout, title, desc, height, *made)

    # --- what was due ----------------------------------------------------------------------------

    def _row(self, duties: Sequence[Duty], y: float) -> tuple[Element, float]:
        """A norm with all its duties; its words above them, or beside them."""
        y += _GAP
        made, below = self._words(duties, y)
        top = y if self.layout.left else below + 4
        placed = lanes(map(self._extent, duties))
        for duty, lane in zip(duties, placed, strict=True):
            made.append(self._duty(duty, top + lane * _DUTY_LANE, named=len(duties) > 1))
        return el("g", *made), max(below, top + (max(placed) + 1) * _DUTY_LANE)

    def _words(self, duties: Sequence[Duty], y: float) -> tuple[list[Element], float]:
        made = []
        for line in wrapped(_heading(duties), self.layout.signs, 3):
            y += _LINE
            made.append(el("text", line, class_="t t-b", x=0, y=y))
        for line in wrapped(self._said(duties), int(self.layout.signs * _SMALLER), 6):
            y += _LINE - 1
            made.append(el("text", line, class_="t t-s", x=0, y=y))
        return made, y

    def _said(self, duties: Sequence[Duty]) -> str:
        if len(duties) == 1:
            (duty,) = duties
            by = duty.by + " – " if duty.by else ""
            return sentence(by + duty.label)
        counted = Counter(duty.label for duty in duties)
        listed = ", ".join(f"{label} ({count}×)" for label, count in counted.items())
        return self.words.say("picture_many", count=len(duties), counted=listed)

    def _extent(self, duty: Duty) -> tuple[float, float]:
        days = [d for span in (duty.bar, duty.over) if span for d in span]
        days += [d for d in (duty.flag, duty.mark) if d is not None]
        places = [self.scale.px(day) for day in days] or [self.layout.px]
        return min(places) - SIZE / 2 - 1, max(places) + 30

    def _duty(self, duty: Duty, top: float, named: bool) -> Element:
        """One duty: the time it ran, the time it went wrong, its due day, its verdict."""
        line, css = top + 22, tone(duty.word, duty.strength)
        made: list[Node] = [el("title", self._duty_tip(duty))]
        if duty.bar:
            made.append(self._stroke("bar", duty.bar, line))
        if duty.over:
            made.append(self._stroke(f"over {css}", duty.over, line))
        made.extend(self._flag(duty, top, line))
        if duty.mark is None or not self.scale.beyond(duty.mark):
            day = duty.mark or self.timeline.as_of
            shape = el("g", *drawn(duty.word, duty.strength), transform="translate(-8,-8)")
            made.append(el("svg", shape, x=self.scale.at(day), y=line))
        if named:
            made.append(self._name(duty, top))
        return el("g", *made)

    def _stroke(self, css: str, span: Span, y: float) -> Element:
        x1, x2 = map(self.scale.at, span)
        return el("line", class_=css, x1=x1, x2=x2, y1=y, y2=y)

    def _flag(self, duty: Duty, top: float, line: float) -> Iterator[Element]:
        if duty.flag is None:
            return
        if self.scale.beyond(duty.flag):
            arrow = el("path", class_="flag", d="M0 -5L9 0L0 5Z")
            yield el("svg", arrow, x="100%", y=line)
        else:
            pole = el("path", class_="flag", d=f"M0 {line - top - 2:g}V1H9L6 4.5L9 8H0Z")
            yield el("svg", pole, x=self.scale.at(duty.flag), y=top)

    def _name(self, duty: Duty, top: float) -> Element:
        """The letter beside the flag, or beside the verdict where there is none."""
        day = duty.flag or duty.mark or self.timeline.as_of
        text = el("text", duty.letter, class_="t-out", x=11, y=9)
        return el("svg", text, x=self.scale.at(day), y=top)

    def _duty_tip(self, duty: Duty) -> str:
        by = duty.by + "; " if duty.by else ""
        return self.words.say(
            "duty_tip", letter=duty.letter, title=duty.title, by=by, label=duty.label
        )


def _heading(duties: Sequence[Duty]) -> str:
    first, last = duties[0], duties[-1]
    letters = first.letter if first is last else f"{first.letter}–{last.letter}"
    return f"{letters}  {first.title}"


def legend(timeline: Timeline, words: PageWords) -> Iterator[Sign]:
    """A small drawing of each sign in the picture that is no verdict, with its meaning."""
    scale, seen = scale_of(timeline, NARROW), timeline.happenings
    spans = [one for one in seen if one.first != one.last]
    due = [duty.flag for duty in timeline.duties if duty.flag]
    over = next((tone(d.word, d.strength) for d in timeline.duties if d.over), "")
    signs: tuple[tuple[str, object, tuple[Element, ...]], ...] = (
        ("event", [h for h in seen if h.state is State.SEEN], pill("1", MARK, sure=True)),
        ("planned", [h for h in seen if h.state is not State.SEEN], pill("2", MARK, sure=False)),
        ("span", spans, (stroke("span maybe"),)),
        ("due", [d for d in due if not scale.beyond(d)], (_path("M-4 8V-7H5L2 -3.5L5 0H-4Z"),)),
        ("beyond", [d for d in due if scale.beyond(d)], (_path("M-4 -5L5 0L-4 5Z"),)),
        ("run", [duty for duty in timeline.duties if duty.bar], (stroke("bar"),)),
        ("over", over, (stroke(f"over {over}"),)),
    )
    for key, present, made in signs:
        if present:
            yield sign(*made), words.say(f"legend_{key}")


def _path(d: str) -> Element:
    return el("path", class_="flag", d=d)
