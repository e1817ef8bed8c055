"""Days on a line: where each falls, which days are named under it, and what would collide.

Places are shares of the width, so that a picture fits wherever it stands while its words keep
their size; collisions are reckoned for the least width.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from spelregels.report.html.timeline import Duty, Timeline

_SHORTEST = 14  # days: less than this would draw one day as a whole period
_BEYOND = 0.35  # a due day further off than this share of the rest stands at the edge
_NEAR_DUE, _NEAR_TODAY = 30, 60  # days: nearer than this nothing stands at the edge
_TICKS = 4
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
_DAYS = (1, 2, 7, 14)


@dataclass(frozen=True, slots=True)
class Layout:
    """A way to lay a picture out. ``px``: the least width of the line of days. ``left``: the share
    of the picture before it, for words; 0: the words stand above what they are about.
    ``signs``: so many fit on a line of words."""

    name: str
    px: float
    left: float
    signs: int


NARROW = Layout("narrow", 264.0, 0.0, 36)  # from a screen of 360
WIDE = Layout("wide", 400.0, 36.0, 33)  # from 46rem


@dataclass(frozen=True, slots=True)
class Scale:
    """From ``first`` to ``last``, both shown."""

    first: date
    last: date
    layout: Layout

    def share(self, day: date) -> float:
        """Where a day falls on the line of days, from 0 to 1; what lies outside is at the edge."""
        whole = (self.last - self.first).days
        return min(max((day - self.first).days / whole, 0.0), 1.0)

    def length(self, share: float) -> str:
        """A place on the line as an SVG length."""
        left = self.layout.left
        return f"{left + share * (100 - left):.2f}%"

    def at(self, day: date) -> str:
        """Where a day falls, as an SVG length."""
        return self.length(self.share(day))

    def px(self, day: date) -> float:
        """Where it falls at the least width."""
        return self.share(day) * self.layout.px

    def beyond(self, day: date) -> bool:
        """Whether a day is later than what is drawn."""
        return day > self.last


def scale_of(timeline: Timeline, layout: Layout) -> Scale:
    """All that happened and went wrong; what is far off in time stands at the edge.

    That is the day of judging, years after the last event, or a due day years ahead.
    """
    seen = [day for one in timeline.happenings for day in (one.first, one.last) if day is not None]
    named = sorted(day for duty in timeline.duties for day in _days(duty))
    done = [day for day in named if day <= timeline.as_of]
    days = [*seen, *done] or [timeline.as_of]
    first, last = min(days), max(days)
    if (timeline.as_of - last).days <= max((last - first).days, _NEAR_TODAY):
        last = max(last, timeline.as_of)
    room = max((last - first).days * _BEYOND, _NEAR_DUE)
    last = max([last, *(day for day in named if (day - last).days <= room)])
    return Scale(first, max(last, first + timedelta(days=_SHORTEST)), layout)


def _days(duty: Duty) -> Iterator[date]:
    spans = [day for span in (duty.bar, duty.over) if span for day in span]
    yield from (day for day in (duty.flag, duty.mark, *spans) if day is not None)


def ticks(scale: Scale, months: Sequence[str]) -> list[tuple[date, str]]:
    """At most four days to name, with the year where it is news."""
    span = (scale.last - scale.first).days
    if span <= 45:
        step = next((s for s in _DAYS if span / s <= _TICKS), _DAYS[-1])
        days = [scale.first + timedelta(days=i) for i in range(0, span + 1, step)]
        named = [f"{day.day} {months[day.month - 1]}" for day in days]
        return [
            (d, f"{n} {d.year}" if d == days[0] else n) for d, n in zip(days, named, strict=True)
        ]
    for step in _MONTHS:
        begins = list(_month_begins(scale, step))
        if len(begins) <= _TICKS:
            break
    if step >= 12:
        return [(day, str(day.year)) for day in begins]
    return [(day, _month(day, months, day == begins[0])) for day in begins]


def _month(day: date, months: Sequence[str], first: bool) -> str:
    name = months[day.month - 1]
    return f"{name} {day.year}" if first or day.month == 1 else name


def _month_begins(scale: Scale, step: int) -> Iterator[date]:
    month = scale.first.year * 12 + scale.first.month - 1
    if scale.first.day > 1:
        month += 1
    while month // 12 <= scale.last.year:
        if month % step == 0 or (step > 12 and month % 12 == 0 and month // 12 % (step // 12) == 0):
            day = date(month // 12, month % 12 + 1, 1)
            if day > scale.last:
                return
            yield day
        month += 1


def lanes(extents: Iterable[tuple[float, float]]) -> list[int]:
    """The lane of each extent, in order: the lowest in which it touches nothing."""
    ends: list[float] = []
    placed = []
    for begin, end in extents:
        lane = next((i for i, taken in enumerate(ends) if taken <= begin), len(ends))
        if lane == len(ends):
            ends.append(end)
        ends[lane] = end
        placed.append(lane)
    return placed


def wrapped(text: str, width: int, most: int) -> list[str]:
    """Lines of at most ``width`` signs; what does not fit in ``most`` lines ends in an ellipsis.

    SVG breaks no lines by itself. A word that is too long is cut.
    """
    from textwrap import wrap

    lines = wrap(text, width) or [""]
    if len(lines) <= most:
        return lines
    kept = lines[:most]
    kept[-1] = kept[-1][: width - 1].rstrip() + "…"
    return kept
