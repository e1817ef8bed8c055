"""The line of days under which a picture of time hangs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from spelregels.report.html.markup import Element, el
from spelregels.report.html.scale import Scale, ticks
from spelregels.report.html.words import PageWords

_SIGN, _APART = 6.6, 2.0  # px: a sign of a name of a day, and between two names
_BEFORE = {"start": 0.0, "middle": 0.5, "end": 1.0}  # how much of a name stands before its day


def axis_of(
    scale: Scale, as_of: date, words: PageWords, axis: float, height: float
) -> Iterator[Element]:
    """The line at ``axis`` with the names of days, and the day of judging, down to ``height``.

    A name that would touch the one before it is left out; its line stands.
    """
    taken = 0.0
    for day, name in ticks(scale, words.months):
        x, share = scale.at(day), scale.share(day)
        yield el("line", class_="tick", x1=x, x2=x, y1=axis, y2=height)
        anchor = "start" if share < 0.08 else "end" if share > 0.92 else "middle"
        length = _SIGN * len(name)
        begins = scale.px(day) - length * _BEFORE[anchor]
        if begins >= taken:
            yield el("text", name, class_="t t-s", x=x, y=axis + 16, text_anchor=anchor)
            taken = begins + length + _APART
    yield el("line", class_="axis", x1=scale.length(0), x2="100%", y1=axis, y2=axis)
    yield from _today(scale, as_of, words, height)


def _today(scale: Scale, day: date, words: PageWords, height: float) -> Iterator[Element]:
    """The day of judging; if it is far off, in words at the edge."""
    x, right = scale.at(day), scale.share(day) > 0.5
    text = words.say("picture_today")
    if scale.beyond(day):
        text = words.say("picture_today_later", day=words.day(day))
    else:
        yield el("line", class_="today", x1=x, x2=x, y1=16, y2=height)
    anchor = "end" if right else "start"
    yield el("text", text, class_="t t-s", x=x, y=11, text_anchor=anchor)
