"""The picture and its table tell the same, and stay readable when it is busy (issue 3.8)."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spelregels.model.words import Word
from spelregels.report.html.axis import axis_of
from spelregels.report.html.markers import MARK
from spelregels.report.html.scale import NARROW, WIDE, Scale, lanes, wrapped
from spelregels.report.html.shapes import drawn
from spelregels.report.html.words import page_words

from .pages import Element, checked_page, parsed, pictures, report, said, timeline_rows

BUSY = ("speelplek", "druk", "onzeker")
NUMBER = re.compile(r"(\d+): (.*?), ")


def tips(picture: Element) -> list[str]:
    """What each sign in a picture says when pointed at."""
    return [tip.text or "" for tip in picture.iter("title") if not tip.get("id")]


def has_rect(svg: Element, css: str) -> bool:
    """Whether a marker is drawn in this way."""
    return svg.find(f"rect[@class='{css}']") is not None


@pytest.mark.parametrize("name", BUSY)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_picture_and_table_hold_the_same_facts(name: str, language: str) -> None:
    """Every event with its day and every duty with its due day is in both, wide and narrow."""
    tree = parsed(checked_page(name, language=language))
    rows = timeline_rows(tree)
    events = {(mark, day.lower()) for mark, day, _ in rows if mark.isdigit()}
    duties = {(mark, day.lower()) for mark, day, _ in rows if not mark.isdigit()}
    assert len(pictures(tree)) == 2
    for picture in pictures(tree):
        said_of = [tip for one in tips(picture) for tip in one.split("; ")]
        numbered = [found for tip in said_of if (found := NUMBER.match(tip))]
        assert {(m[1], m[2].lower()) for m in numbered} == events
        lettered = [tip for tip in tips(picture) if re.match(r"[A-Z]+\d*: ", tip)]
        assert {tip.partition(":")[0] for tip in lettered} == {mark for mark, _ in duties}
        for mark, day in duties:
            told = next(tip.lower() for tip in lettered if tip.startswith(f"{mark}: "))
            due = re.match(r"(uiterlijk|pas na|minstens|at) ", day)
            assert day in told if due else True


@pytest.mark.parametrize("name", BUSY)
def test_every_event_is_told_once(name: str) -> None:
    """One row and one number for each event of the trajectory, whatever is known of its day."""
    (one,) = report(name).checked
    numbers = [int(m) for m, _, _ in timeline_rows(parsed(checked_page(name))) if m.isdigit()]
    assert sorted(numbers) == list(range(1, len(one.trajectory.events) + 1))


@pytest.mark.parametrize("name", BUSY)
def test_every_verdict_with_a_due_day_is_drawn(name: str) -> None:
    """What was due is in the table as often as the judgement has it."""
    (one,) = report(name).checked
    due = [v for v in one.judgement.verdicts if v.due is not None]
    letters = [m for m, _, _ in timeline_rows(parsed(checked_page(name))) if not m.isdigit()]
    assert len(due) <= len(letters) == len(set(letters))
    assert due


@pytest.mark.parametrize("name", BUSY)
def test_markers_never_cover_each_other(name: str) -> None:
    """Seventy events, many on one day, at the least width: what is too close shares a marker."""
    for picture, layout in zip(pictures(parsed(checked_page(name))), (NARROW, WIDE), strict=True):
        boxes = []
        for marker in picture.iter("svg"):
            rect = marker.find("rect")
            if rect is None or not (marker.get("x") or "").endswith("%"):
                continue
            share = (float(marker.get("x", "")[:-1]) - layout.left) / (100 - layout.left)
            half = float(rect.get("width", "")) / 2
            x, y = share * layout.px, float(marker.get("y", ""))
            boxes.append((x - half, x + half, y))
        assert boxes
        for i, (left, right, y) in enumerate(boxes):
            for other_left, other_right, other_y in boxes[:i]:
                assert right <= other_left or other_right <= left or abs(y - other_y) >= MARK


def test_events_without_a_date_stand_beside_the_line() -> None:
    """They are told, and no day is made up for them."""
    tree = parsed(checked_page("onzeker"))
    (undated,) = [row for row in timeline_rows(tree) if row[1] == "Dag onbekend"]
    for picture in pictures(tree):
        marker = next(
            svg
            for svg in picture.iter("svg")
            if said(svg).startswith(f"{undated[0]}: dag onbekend")
        )
        assert not (marker.get("x") or "").endswith("%")
        assert "zonder datum:" in said(picture)


def test_what_was_planned_corrected_or_still_to_come_says_so() -> None:
    """In words in the table, and with a dashed marker in the picture."""
    tree = parsed(checked_page("onzeker"))
    rows = {mark: what for mark, _, what in timeline_rows(tree)}
    assert any("Na de dag van de toets" in what for what in rows.values())
    replaced = next(mark for mark, what in rows.items() if "Later verbeterd, zie" in what)
    correction = re.search(r"zie (\d+)", rows[replaced])
    assert correction and "Besluit genomen" in rows[correction[1]]
    for picture in pictures(tree):
        marked = {
            css: [said(svg) for svg in picture.iter("svg") if has_rect(svg, css)]
            for css in ("hollow maybe", "dot")
        }
        assert any(f"{replaced}: " in text for text in marked["hollow maybe"])
        assert not any(f"{replaced}: " in text for text in marked["dot"])


def test_nothing_is_told_by_colour_alone() -> None:
    """Each drawn verdict is in a group that says it in words; each tone has a shape of its own."""
    tree = parsed(checked_page("speelplek"))
    for picture in pictures(tree):
        for group in picture.iter("g"):
            if any("shape" in (path.get("class") or "") for path in group.findall("svg/g/path")):
                assert said(group[0])
    shapes = ["".join(path.attributes["d"] for path in drawn(word)) for word in Word]
    assert len(set(shapes)) == len(Word)
    badges = [span for span in tree.iter("span") if "badge" in (span.get("class") or "")]
    assert badges and all(said(badge) for badge in badges)


def test_an_empty_trajectory_has_a_page_without_a_picture() -> None:
    """It says that nothing happened, instead of drawing an empty line."""
    tree = parsed(checked_page("leeg"))
    assert not pictures(tree)
    assert "Er staat geen enkele gebeurtenis in dit traject." in said(tree)


@given(st.dates(date(1990, 1, 1), date(2030, 1, 1)), st.integers(14, 9000))
def test_names_of_days_never_touch(first: date, days: int) -> None:
    """Under any line of days, at the least width; the first day of each picture keeps its name."""
    for layout in (NARROW, WIDE):
        scale = Scale(first, first + timedelta(days=days), layout)
        named = [e for e in axis_of(scale, first, page_words("nl"), 22, 90) if e.tag == "text"]
        ends = 0.0
        for text in named[:-1]:  # the last names the day of judging, above the line
            share = (float(text.attributes["x"][:-1]) - layout.left) / (100 - layout.left)
            length = 6.5 * len(str(text.children[0]))
            before = {"start": 0.0, "middle": 0.5, "end": 1.0}[text.attributes["text-anchor"]]
            assert share * layout.px - length * before >= ends - 0.5
            ends = share * layout.px + length * (1 - before)
        assert len(named) > 1


@given(st.lists(st.tuples(st.floats(0, 300), st.floats(0, 50))))
def test_lanes_keep_apart_what_touches(pairs: list[tuple[float, float]]) -> None:
    """Whatever the order: two things in one lane never overlap."""
    extents = [(begin, begin + length) for begin, length in pairs]
    placed = lanes(extents)
    for i, (begin, end) in enumerate(extents):
        for j in range(i):
            other_begin, other_end = extents[j]
            if placed[i] == placed[j]:
                assert begin >= other_end or other_begin >= end


@given(st.text(max_size=200), st.integers(5, 40), st.integers(1, 4))
def test_wrapped_words_fit(text: str, width: int, most: int) -> None:
    """Never more or longer lines than there is room for; what was cut shows it."""
    lines = wrapped(text, width, most)
    assert 1 <= len(lines) <= most
    assert all(len(line) <= width for line in lines)
    whole = "".join(text.split())
    assert "".join("".join(lines).split()) == whole or lines[-1].endswith("…")
