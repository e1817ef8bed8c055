"""What happened, as markers with numbers above the line of days; what has no date, beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spelregels.report.html.markup import Element, el
from spelregels.report.html.scale import Scale, lanes
from spelregels.report.html.timeline import Happening, State
from spelregels.report.html.words import PageWords

LANE, MARK = 24, 20  # px: height of a lane of markers, and of a marker
_MOST_LANES = 6
_SIGN = 7.0  # px: a figure in a marker
_TOP = 22  # px: room for the words above the line
_NEAR = (0.0, 4.0, 8.0, 12.0, 18.0, 26.0, 40.0)  # px: so close together is one marker


@dataclass(frozen=True, slots=True)
class Cluster:
    """Happenings that share one marker: those of one day, or too close to tell apart."""

    members: tuple[Happening, ...]
    x: float

    @property
    def label(self) -> str:
        """``7`` or ``7–9``."""
        numbers = [one.number for one in self.members]
        parts: list[list[int]] = []
        for number in sorted(numbers):
            if parts and number == parts[-1][-1] + 1:
                parts[-1].append(number)
            else:
                parts.append([number])
        return ", ".join(str(p[0]) if len(p) == 1 else f"{p[0]}–{p[-1]}" for p in parts)

    @property
    def width(self) -> float:
        """Of the marker, in px."""
        return max(MARK, _SIGN * len(self.label) + 9)


class Strip:
    """The markers of some happenings on one scale."""

    def __init__(self, happenings: Sequence[Happening], scale: Scale, words: PageWords) -> None:
        self.happenings, self.scale, self.words = happenings, scale, words
        self.px = scale.layout.px

    def drawn(self) -> tuple[float, list[Element]]:
        """The height of the line of days, and the markers above it."""
        clusters, placed = self._placed()
        axis = _TOP + (max(placed, default=0) + 1) * LANE + 2
        stems, markers = [], []
        for cluster, lane in zip(clusters, placed, strict=True):
            y = axis - 4 - lane * LANE - MARK / 2
            x = self.scale.length(cluster.x)
            stems.append(el("line", class_="stem", x1=x, x2=x, y1=y, y2=axis))
            markers.append(self._marker(cluster, x, y))
            stems.extend(self._spans(cluster, axis))
        return axis, [*stems, *markers]

    def _placed(self) -> tuple[list[Cluster], list[int]]:
        """The markers and their lanes; neighbours are joined until they fit in a few lanes."""
        dated = [one for one in self.happenings if one.first is not None]
        for near in (*_NEAR, self.px):
            clusters = self._clusters(dated, near)
            extents = [
                (c.x * self.px - c.width / 2, c.x * self.px + c.width / 2 + 2) for c in clusters
            ]
            placed = lanes(extents)
            if max(placed, default=0) < _MOST_LANES:
                break
        return clusters, placed

    def _clusters(self, dated: Sequence[Happening], near: float) -> list[Cluster]:
        """``near``: so many px from the first of a cluster still belongs to it; 0: the same day."""
        groups: list[list[Happening]] = []
        starts: list[float] = []
        for one in sorted(dated, key=lambda h: (self._middle(h), h.number)):
            x = self._middle(one)
            if groups and (x - starts[-1]) * self.px <= near + 1e-9:
                groups[-1].append(one)
            else:
                groups.append([one])
                starts.append(x)
        return [
            Cluster(tuple(group), sum(map(self._middle, group)) / len(group)) for group in groups
        ]

    def _middle(self, one: Happening) -> float:
        assert one.first is not None and one.last is not None
        return (self.scale.share(one.first) + self.scale.share(one.last)) / 2

    def _spans(self, cluster: Cluster, axis: float) -> Iterator[Element]:
        """What is known to a month or a year only, as the time in which it was."""
        for one in cluster.members:
            if one.first is not None and one.last is not None and one.first != one.last:
                x1, x2 = self.scale.at(one.first), self.scale.at(one.last)
                yield el("line", class_="span maybe", x1=x1, x2=x2, y1=axis - 2, y2=axis - 2)

    def _marker(self, cluster: Cluster, x: str, y: float) -> Element:
        tip = "; ".join(map(self._event_tip, cluster.members))
        sure = all(one.state is State.SEEN for one in cluster.members)
        return el("svg", el("title", tip), *pill(cluster.label, cluster.width, sure), x=x, y=y)

    def _event_tip(self, one: Happening) -> str:
        return self.words.say("event_tip", number=one.number, when=one.when, what=one.what)

    def undated(self, y: float) -> tuple[list[Element], float]:
        """What has no date at all, beside the line and not on it."""
        undated = [one for one in self.happenings if one.first is None]
        if not undated:
            return [], y
        text = self.words.say("picture_undated")
        made = [el("text", text, class_="t t-s", x=0, y=y + 8)]
        left, x = 92.0, 92.0
        for one in undated:
            cluster = Cluster((one,), 0)
            if x + cluster.width > self.px:
                x, y = left, y + LANE
            tip = el("title", self._event_tip(one))
            shape = pill(cluster.label, cluster.width, sure=False)
            made.append(el("svg", tip, *shape, x=round(x + cluster.width / 2, 1), y=y + 4))
            x += cluster.width + 4
        return made, y + LANE + 4


def pill(label: str, width: float, sure: bool) -> tuple[Element, ...]:
    """A marker round its own middle."""
    css = "dot" if sure else "hollow maybe"
    text = "t-in" if sure else "t-out"
    half = MARK / 2
    rect = el("rect", class_=css, x=-width / 2, y=-half, width=width, height=MARK, rx=half)
    return (
        rect,
        el("text", label, class_=text, x=0, y=4, text_anchor="middle"),
    )
