"""The trajectories of a portfolio in time: when each ran, and in which days something was seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from spelregels.model.portfolio_found import Reason, Run
from spelregels.model.trajectory import Trajectory
from spelregels.model.words import Severity, Strength, Word
from spelregels.report.html.markup import Element, Node, el
from spelregels.report.html.parts import Column, badge, folded, listing, table
from spelregels.report.html.portfolio_lanes import Lane, LanesPicture, Ran, Window, lanes_legend
from spelregels.report.html.scale import NARROW, WIDE
from spelregels.report.html.shapes import icon
from spelregels.report.html.svg import figure
from spelregels.report.html.timeline import letters
from spelregels.report.html.words import PageWords
from spelregels.report.portfolio import ToldFinding, ToldPortfolio, ToldResult
from spelregels.report.wording import sentence

TIMED = frozenset(
    {
        Reason.NOT_COORDINATED,
        Reason.COORDINATION_UNKNOWN,
        Reason.NO_LEAD,
        Reason.SEVERAL_LEADS,
        Reason.SILENT,
    }
)
"""What belongs in a picture of time; what is about persons does not."""
MOST_LANES = 20
MOST_ROWS = 300
MOST_SHOWN = 50
"""So many findings of one norm are told one by one."""
_MANY_ROWS = 30


@dataclass(frozen=True, slots=True)
class Marked:
    """A finding with the days through which it was so. ``anchor``: the place of its norm."""

    result: ToldResult
    finding: ToldFinding
    anchor: str
    window: Window


def strength(result: ToldResult) -> Strength:
    """How hard a finding counts: what only warns is never drawn as a hard breach."""
    hard = result.result.norm.severity is Severity.ERROR
    return Strength.MUST if hard else Strength.SHOULD


def shown_findings(result: ToldResult, word: Word) -> tuple[ToldFinding, ...]:
    """The findings with this verdict that are told one by one."""
    return tuple(one for one in result.findings if one.verdict is word)[:MOST_SHOWN]


def marked(told: ToldPortfolio, anchors: Sequence[str], words: PageWords) -> list[Marked]:
    """Every finding that belongs in a picture of time, with a letter; breaches first.

    ``anchors``: of the norms, in the order of the results.
    """
    named = letters()
    made = []
    for word in (Word.BROKEN, Word.CANNOT_TELL):
        for result, anchor in zip(told.results, anchors, strict=True):
            for one in shown_findings(result, word):
                if one.reason in TIMED and one.first is not None and one.last is not None:
                    window = _window(result, one, (one.first, one.last), next(named), words)
                    made.append(Marked(result, one, anchor, window))
    return made


def _window(
    result: ToldResult, one: ToldFinding, days: tuple[date, date], letter: str, words: PageWords
) -> Window:
    first, last = days
    what = words.say(f"seen_{one.reason.value}")
    tip = words.say(
        "lanes_tip", letter=letter, what=what, first=words.day(first), last=words.day(last)
    )
    return Window(letter, one.verdict, strength(result), first, last, tip)


class Times:
    """The picture and the table of all trajectories.

    When they ran is told by the ends of the first file of norms.
    """

    def __init__(self, told: ToldPortfolio, found: Sequence[Marked], words: PageWords) -> None:
        self.told, self.words, self.as_of = told, words, told.report.as_of.day
        self.places = {one.window.letter: number for number, one in enumerate(found)}
        self.by_trajectory: dict[str, list[Marked]] = {}
        for one in found:
            for name in one.finding.trajectories:
                self.by_trajectory.setdefault(name, []).append(one)
        self.runs = told.results[0].result.runs if told.results else {}
        self.ordered = sorted(told.report.trajectories, key=self._order)
        listed = self.ordered[:MOST_ROWS]
        self.anchors = {log.id: f"traject-{n}" for n, log in enumerate(listed, start=1)}

    def _order(self, log: Trajectory) -> tuple[int, int, str]:
        """By the first letter they share, so that what crosses stands together; then by day, with
        what surely ran first."""
        run, found = self.runs.get(log.id), self.by_trajectory.get(log.id)
        place = self.places[found[0].window.letter] if found else len(self.places)
        surely = run is not None and run.sure_from <= run.sure_to
        return place, run.sure_from if run and surely else date.max.toordinal(), log.id

    def nodes(self) -> Iterator[Node]:
        """The section: what the picture says, the picture, and the table that says the same."""
        words = self.words
        lanes = [self._lane(log, self.runs[log.id]) for log in self.ordered if log.id in self.runs]
        drawn = [lane for lane in lanes if lane.ran or lane.windows][:MOST_LANES]
        if drawn:
            yield el("p", words.say("lanes_intro"))
            yield self._picture(drawn)
            if len(drawn) < len(self.ordered):
                count = len(self.ordered)
                yield el("p", words.say("lanes_left_out", drawn=len(drawn), count=count))
        elif not lanes:
            yield el("p", words.say("lanes_none"))
        listed = self.ordered[:MOST_ROWS]
        made = self._table(listed)
        show = words.say("table_show", count=len(listed))
        yield folded(show, made) if len(listed) > _MANY_ROWS else made
        if len(listed) < len(self.ordered):
            left = len(self.ordered) - len(listed)
            yield el("p", words.say("lanes_not_listed", count=left))

    # --- the picture -----------------------------------------------------------------------------

    def _picture(self, lanes: Sequence[Lane]) -> Element:
        words = self.words
        title = words.say("lanes_title")
        windows = words.some("lanes_windows", len({w.letter for x in lanes for w in x.windows}))
        count = self.told.speech.count("trajectory_one", "trajectories", len(lanes))
        desc = words.say("lanes_desc", lanes=count, windows=windows)
        pictures = (
            LanesPicture(lanes, self.as_of, words, "trajecten", layout).svg(title, desc)
            for layout in (NARROW, WIDE)
        )
        seen = dict.fromkeys((w.word, w.strength) for lane in lanes for w in lane.windows)
        verdicts = [(icon(word, hard), self._label(word)) for word, hard in seen]
        return figure(pictures, [*lanes_legend(lanes, words), *verdicts], words)

    def _label(self, word: Word) -> str:
        key = "legend_seen" if word is Word.BROKEN else "many_blind"
        return self.words.say(key)

    def _lane(self, log: Trajectory, run: Run) -> Lane:
        windows = tuple(one.window for one in self.by_trajectory.get(log.id, ()))
        return Lane(log.title or log.id, self.ran_text(run), tuple(_ran(run)), windows)

    # --- the table -------------------------------------------------------------------------------

    def _table(self, listed: Sequence[Trajectory]) -> Element:
        words = self.words
        columns = (
            Column(words.say("column_trajectory")),
            Column(words.say("lanes_column_ran")),
            Column(words.say("lanes_column_seen")),
        )
        return table(words.say("lanes_table"), columns, map(self._row, listed), stack=True)

    def _row(self, log: Trajectory) -> tuple[Node, Node, Node]:
        title = log.title or log.id
        ident = el("div", log.id, class_="hash muted") if log.title else None
        run = self.runs.get(log.id)
        ran = self.ran_text(run) if run else self.words.say("lanes_not_begun")
        seen = [self._seen(one) for one in self.by_trajectory.get(log.id, ())]
        found: Node = listing(seen, css="plain") if seen else self.words.say("lanes_nothing")
        return el("div", title, ident, id=self.anchors[log.id]), sentence(ran), found

    def _seen(self, one: Marked) -> Node:
        window = one.window
        letter, _, rest = window.tip.partition(": ")
        text = el("a", rest, href=f"#{one.anchor}")
        return el("span", badge(letter, window.word, window.strength), " ", text)

    def ran_text(self, run: Run) -> str:
        """When it ran, in words."""
        if run.sure_to < run.sure_from:
            return self.words.say("ran_perhaps")
        return self._from(run) + self._until(run)

    def _from(self, run: Run) -> str:
        first, last = date.fromordinal(run.may_from), date.fromordinal(run.sure_from)
        if first == last:
            return self.words.say("ran_from", first=self.words.day(first))
        if first == date.min:
            return self.words.say("ran_from_by", last=self.words.day(last))
        return self.words.say(
            "ran_from_between", first=self.words.day(first), last=self.words.day(last)
        )

    def _until(self, run: Run) -> str:
        sure, last = date.fromordinal(run.sure_to), date.fromordinal(run.may_to)
        if sure < last:
            return self.words.say("ran_until_between", first=self.words.day(sure))
        if last >= self.as_of:
            return self.words.say("ran_still")
        return self.words.say("ran_until", last=self.words.day(last))


def _ran(run: Run) -> Iterator[Ran]:
    """What is drawn of a run: dashed, certain, dashed; an unknown first day is not drawn."""
    known = run.may_from > date.min.toordinal()
    if run.sure_from > run.sure_to:
        parts = [(run.may_from, run.may_to, False)] if known else []
    else:
        parts = [(run.sure_from, run.sure_to, True)]
        if known and run.may_from < run.sure_from:
            parts.append((run.may_from, run.sure_from, False))
        if run.sure_to < run.may_to:
            parts.append((run.sure_to, run.may_to, False))
    for first, last, certain in parts:
        yield Ran(date.fromordinal(first), date.fromordinal(last), certain)
