"""The timeline on a page: the picture, what its signs mean, and the table that says the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from spelregels.report.html.markup import Element, Node, el
from spelregels.report.html.parts import Column, badge, folded, table
from spelregels.report.html.picture import Picture, legend
from spelregels.report.html.scale import NARROW, WIDE
from spelregels.report.html.shapes import icon
from spelregels.report.html.svg import Sign, figure
from spelregels.report.html.timeline import Duty, Happening, Timeline
from spelregels.report.html.words import PageWords
from spelregels.report.wording import sentence

_MANY_ROWS = 30
Row = tuple[Node, Node, Node]


def timeline_nodes(timeline: Timeline, words: PageWords, prefix: str, title: str) -> list[Node]:
    """``prefix``: of the ids in it, ours."""
    pictures = (
        Picture(timeline, words, f"{prefix}plaatje", title, layout).svg()
        for layout in (NARROW, WIDE)
    )
    rows = list(_rows(timeline, words))
    whole = timeline_table(rows, words)
    show = words.say("table_show", count=len(rows))
    return [
        el("p", words.say("timeline_intro")),
        figure(pictures, _signs(timeline, words), words),
        folded(show, whole) if len(rows) > _MANY_ROWS else whole,
    ]


def _signs(timeline: Timeline, words: PageWords) -> Iterator[Sign]:
    yield from legend(timeline, words)
    seen = dict.fromkeys(
        (duty.word, duty.strength, duty.label.partition(" (")[0]) for duty in timeline.duties
    )
    yield from ((icon(word, strength), text) for word, strength, text in seen)


def timeline_table(rows: Sequence[Row], words: PageWords) -> Element:
    """Everything in the picture by day: happenings by number, duties by letter."""
    columns = (
        Column(words.say("column_mark"), "nr"),
        Column(words.say("column_day"), "day"),
        Column(words.say("column_what")),
    )
    return table(words.say("table_caption"), columns, rows)


def _rows(timeline: Timeline, words: PageWords) -> Iterator[Row]:
    keyed: list[tuple[tuple[date, int, int], Row]] = [
        ((one.first or date.max, 0, one.number), _happening(one, words))
        for one in timeline.happenings
    ]
    for number, duty in enumerate(timeline.duties):
        day = duty.flag or duty.mark or (duty.bar[0] if duty.bar else timeline.as_of)
        keyed.append(((day, 1, number), _duty(duty, words)))
    yield from (row for _, row in sorted(keyed, key=lambda pair: pair[0]))


def _happening(one: Happening, words: PageWords) -> Row:
    what = el(
        "div",
        el("strong", one.what),
        f" {one.who}" if one.who else None,
        el("div", sentence(one.remark), class_="muted small") if one.remark else None,
    )
    return str(one.number), sentence(one.when), what


def _duty(duty: Duty, words: PageWords) -> Row:
    title = el("a", duty.title, href=f"#{duty.anchor}") if duty.anchor else duty.title
    numbers = words.words.join(map(str, duty.done))
    rests = ". " + words.say("rests_on", numbers=numbers) if numbers else None
    what = el("div", badge(duty.label, duty.word, duty.strength), " ", title, rests)
    return duty.letter, sentence(duty.when), what
