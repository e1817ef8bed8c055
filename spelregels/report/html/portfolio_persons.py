"""Who was asked too often, in time: a lane for each person; only where persons may be named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spelregels.model.trajectory import Event
from spelregels.model.words import Precision, Word
from spelregels.report.html.markup import Node
from spelregels.report.html.parts import Column, listing, table
from spelregels.report.html.portfolio_lanes import Lane, LanesPicture, Window, lanes_legend
from spelregels.report.html.portfolio_time import shown_findings, strength
from spelregels.report.html.scale import NARROW, WIDE
from spelregels.report.html.shapes import icon
from spelregels.report.html.svg import figure
from spelregels.report.html.words import PageWords
from spelregels.report.names import Names
from spelregels.report.portfolio import ToldFinding, ToldPortfolio, ToldResult

_EXACT = (Precision.DAY, Precision.MINUTE)


@dataclass(frozen=True, slots=True)
class _Asked:
    """One person and one time of too much. ``events``: with the trajectory each stands in."""

    finding: ToldFinding
    events: tuple[tuple[str, Event], ...]


def persons_nodes(
    told: ToldPortfolio, result: ToldResult, words: PageWords, prefix: str
) -> Iterator[Node]:
    """Picture and table of the findings that name somebody; nothing without."""
    named = [one for one in shown_findings(result, Word.BROKEN) if one.persons]
    if not named:
        return
    asked = _asked(told, named)
    lanes = [_lane(one, result) for one in asked]
    title, desc = words.say("persons_title"), words.say("bars_desc")
    as_of = told.report.as_of.day
    pictures = (
        LanesPicture(lanes, as_of, words, prefix, layout).svg(title, desc)
        for layout in (NARROW, WIDE)
    )
    window = icon(Word.BROKEN, strength(result)), words.say("persons_window")
    yield figure(pictures, [*lanes_legend(lanes, words), window], words)
    names = Names.of(result.result.rules.words[-1], told.language)
    columns = [Column(words.say("persons_column")), Column(words.say("persons_days"))]
    rows = ((lane.name, _days(one, names)) for lane, one in zip(lanes, asked, strict=True))
    yield table(words.say("persons_table"), columns, rows, stack=True)


def _asked(told: ToldPortfolio, named: Sequence[ToldFinding]) -> list[_Asked]:
    wanted = {pointer.trajectory for one in named for pointer in one.evidence}
    events = {
        (log.id, event.id): event
        for log in told.report.trajectories
        if log.id in wanted
        for event in log.events
    }
    return [
        _Asked(one, tuple((p.trajectory, events[p.trajectory, p.event]) for p in one.evidence))
        for one in named
    ]


def _lane(one: _Asked, result: ToldResult) -> Lane:
    finding = one.finding
    assert finding.first is not None and finding.last is not None
    hard = strength(result)
    window = Window("", finding.verdict, hard, finding.first, finding.last, finding.message)
    days = [e.at.day for _, e in one.events if e.at.day is not None and e.at.precision in _EXACT]
    return Lane(", ".join(finding.persons), "", (), (window,), tuple(days))


def _days(one: _Asked, names: Names) -> Node:
    return listing(
        (f"{names.when(event.at)} ({trajectory})" for trajectory, event in one.events), css="plain"
    )
