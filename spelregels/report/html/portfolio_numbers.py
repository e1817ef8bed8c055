"""Pictures of numbers over many trajectories: load, areas reached, levels promised, advice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spelregels.model.portfolio import Influence, Load, Promise
from spelregels.model.portfolio_found import AreaTold, Figure, Name
from spelregels.model.words import Level, Word
from spelregels.report.html.markup import Node, el
from spelregels.report.html.parts import Column, ladder, listing, table
from spelregels.report.html.portfolio_bars import Bar, Bars, Ink, Part
from spelregels.report.html.portfolio_time import shown_findings
from spelregels.report.html.words import PageWords
from spelregels.report.portfolio import ToldFinding, ToldPortfolio, ToldResult
from spelregels.report.portfolio_words import FIGURES
from spelregels.report.wording import sentence

_STEPS = (Name.ADVICE, Name.ANSWERED, Name.DECIDED, Name.NOT_DEPARTED)
_LEVELS = (Name.PROMISED, Name.HELD, Name.USED)


class Numbers:
    """The picture that belongs to one norm, if there is one. ``prefix``: of the ids in it, ours."""

    def __init__(
        self, told: ToldPortfolio, result: ToldResult, words: PageWords, prefix: str
    ) -> None:
        self.told, self.result, self.words, self.prefix = told, result, words, prefix
        self.speech = told.speech

    def nodes(self) -> Iterator[Node]:
        """Picture and table; nothing for a norm that sentences tell well enough."""
        match self.result.result.norm.asks:
            case Load() as asks:
                yield from self._loads(asks)
            case Promise():
                yield from self._promises()
            case Influence():
                yield from self._influence()
            case _:
                yield from self._areas()

    # --- how often persons were asked ------------------------------------------------------------

    def _loads(self, asks: Load) -> Iterator[Node]:
        counts = loads_counted(self.result.result.loads, asks.at_most)
        if not counts:
            return
        hidden = set[int]()
        if not self.told.names_persons:
            hidden = withheld_counts(counts, asks.at_most, self.speech.least)
        say = self.words.say
        if len(hidden) == len(counts):
            yield el("p", say("loads_note"), class_="muted small")
            return
        title = say("loads_title", window=self.speech.duration(asks.window))
        legend = (
            (Ink.SURE, say("loads_legend_within")),
            (Ink.ABOVE, say("loads_legend_above")),
            (Ink.PERHAPS, say("loads_legend_withheld")),
        )
        length = max((n for times, n in counts.items() if times not in hidden), default=1) / 10
        bars = [
            self._load(times, Part(length, Ink.PERHAPS) if times in hidden else n, asks)
            for times, n in counts.items()
        ]
        columns = (say("loads_column"), say("loads_persons"))
        yield from Bars(f"{self.prefix}-keer", title, columns, tuple(bars), legend).nodes(
            self.words
        )
        if hidden:
            yield el("p", say("loads_note"), class_="muted small")

    def _load(self, times: int, persons: int | Part, asks: Load) -> Bar:
        """``persons``: how many; or what is drawn instead where that is not shown."""
        above = times > asks.at_most
        key = "loads_above" if above else "loads_times_one" if times == 1 else "loads_times"
        name = self.words.say(key, count=times, limit=asks.at_most)
        if isinstance(persons, Part):
            said, part = self.words.say("loads_withheld"), persons
        else:
            said = self.words.some("loads_said", persons)
            part = Part(persons, Ink.ABOVE if above else Ink.SURE)
        return Bar(name, said, (part,), (name, said))

    # --- which areas were reached ----------------------------------------------------------------

    def _areas(self) -> Iterator[Node]:
        every = sorted(self.result.result.areas, key=lambda a: (-a.missed, -a.unknown, a.area))
        if not every:
            return
        say = self.words.say
        told, missed, unknown = say("areas_told"), say("areas_missed"), say("areas_unknown")
        columns = (say("areas_column"), told, missed, unknown)
        legend = ((Ink.SURE, told), (Ink.NOT, missed), (Ink.PERHAPS, unknown))
        bars = tuple(self._area(one, columns[1:]) for one in every)
        made = Bars(f"{self.prefix}-gebied", say("areas_title"), columns, bars, legend)
        yield from made.nodes(self.words)

    def _area(self, one: AreaTold, labels: tuple[str, ...]) -> Bar:
        counts = (one.told, one.missed, one.unknown)
        inks = (Ink.SURE, Ink.NOT, Ink.PERHAPS)
        parts = (Part(n, ink) for n, ink in zip(counts, inks, strict=True) if n)
        said = (
            self.words.say("areas_count", count=n, word=label.lower())
            for n, label in zip(counts, labels, strict=True)
            if n
        )
        return Bar(one.area, ", ".join(said), tuple(parts), (one.area, *map(str, counts)))

    # --- what was promised -----------------------------------------------------------------------

    def _promises(self) -> Iterator[Node]:
        """A ladder for each level: the picture stands in the table itself."""
        found = shown_findings(self.result, Word.BROKEN)
        if not found:
            return
        names = (FIGURES[name].told(self.told.language) for name in _LEVELS)
        columns = [Column(self.words.say("column_trajectory")), *map(Column, map(sentence, names))]
        titles = {log.id: log.title or log.id for log in self.told.report.trajectories}
        rows = (
            (", ".join(titles[name] for name in one.trajectories), *self._levels(one))
            for one in found
        )
        yield table(self.words.say("promise_table"), columns, rows, stack=True)

    def _levels(self, one: ToldFinding) -> Iterator[Node]:
        figures = {figure.name: figure for figure, _, _ in one.figures}
        for name in _LEVELS:
            figure = figures.get(name)
            if figure is None:
                yield self.words.say(f"promise_no_{name.value}")
            else:
                yield ladder(int(figure.low), len(Level), self.speech.figure(figure))

    # --- what became of advice -------------------------------------------------------------------

    def _influence(self) -> Iterator[Node]:
        figures = [figure for figure, _, _ in self.result.figures]
        steps = [figure for figure in figures if figure.name in _STEPS]
        if not steps:
            return
        say = self.words.say
        most = max(int(f.low if f.high is None else f.high) for f in steps)
        bars = tuple(self._step(figure, most) for figure in steps)
        legend = ((Ink.SURE, say("influence_sure")), (Ink.PERHAPS, say("influence_perhaps")))
        columns = (say("influence_column"), say("influence_count"))
        made = Bars(f"{self.prefix}-advies", say("influence_title"), columns, bars, legend)
        yield from made.nodes(self.words)
        rest = [line for figure, line, _ in self.result.figures if figure.name not in _STEPS]
        if rest:
            yield listing(map(sentence, rest))

    def _step(self, figure: Figure, most: int) -> Bar:
        """``most``: as far as a bar without an upper bound is drawn."""
        name = sentence(FIGURES[figure.name].told(self.told.language))
        low = int(figure.low)
        high = most if figure.high is None else int(figure.high)
        parts = (Part(low, Ink.SURE), Part(high - low, Ink.PERHAPS))
        said = self.speech.figure(figure)
        return Bar(name, said, tuple(part for part in parts if part.size), (name, said))


def loads_counted(loads: Mapping[int, int], at_most: int) -> dict[int, int]:
    """Persons by the most they were asked in one window; all above the limit together, so that
    nobody stands out. Who was surely asked at no time at all is left out."""
    counts: dict[int, int] = {}
    for times, persons in sorted(loads.items()):
        if times and persons:
            key = min(times, at_most + 1)
            counts[key] = counts.get(key, 0) + persons
    return counts


def withheld_counts(counts: Mapping[int, int], at_most: int, least: int) -> set[int]:
    """Which of these counts are not shown (P17).

    The small ones; and, since totals are told elsewhere, so many more that what is not shown is at
    least two counts and ``least`` persons together, and not one person each.
    """
    hidden = {times for times, persons in counts.items() if persons < least}
    spare = sorted((n, times) for times, n in counts.items() if times <= at_most and n >= least)
    while hidden and spare:
        persons = sum(counts[times] for times in hidden)
        if len(hidden) > 1 and persons >= least and persons > len(hidden):
            break
        hidden.add(spare.pop(0)[1])
    return hidden
