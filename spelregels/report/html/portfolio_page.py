"""The page of ``spelregels portfolio``: many trajectories looked at together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spelregels.model.portfolio import PortfolioKind, PortfolioRules
from spelregels.model.portfolio_found import PortfolioReport
from spelregels.model.words import Word
from spelregels.report.html.frame import Page, Section, page_html
from spelregels.report.html.markup import Node, el
from spelregels.report.html.parts import Column, paragraphs, table
from spelregels.report.html.portfolio_norms import Norms
from spelregels.report.html.portfolio_time import Times, marked
from spelregels.report.html.words import PageWords, page_words
from spelregels.report.portfolio import ToldPortfolio, ToldResult, told_portfolio
from spelregels.report.wording import sentence

THEMES: tuple[tuple[str, tuple[PortfolioKind, ...]], ...] = (
    ("samen", (PortfolioKind.OVERLAP, PortfolioKind.LEAD)),
    ("vragen", (PortfolioKind.LOAD,)),
    (
        "bereik",
        (PortfolioKind.INFORMED, PortfolioKind.CHANNELS, PortfolioKind.COMPOSITION),
    ),
    ("werk", (PortfolioKind.BUSIEST, PortfolioKind.TENURE, PortfolioKind.SILENCE)),
    ("belofte", (PortfolioKind.PROMISE, PortfolioKind.INFLUENCE)),
)
"""The sections of the page: each kind of norm stands in one."""
_ORDER = (Word.BROKEN, Word.CANNOT_TELL, Word.OPEN, Word.KEPT)


def portfolio_page(report: PortfolioReport, language: str, *, names_persons: bool = False) -> str:
    """The page as text. ``names_persons``: pseudonyms and small counts may be printed (P17)."""
    told = told_portfolio(report, language, names_persons=names_persons)
    return page_html(_Made(told, page_words(language)).page())


class _Made:
    """The page of one report."""

    def __init__(self, told: ToldPortfolio, words: PageWords) -> None:
        self.told, self.words, self.speech = told, words, told.speech
        self.anchors = [f"punt-{n}" for n, _ in enumerate(told.results, start=1)]
        found = marked(told, self.anchors, words)
        self.times = Times(told, found, words)
        self.norms = Norms(told, words, self.times.anchors, found)

    def page(self) -> Page:
        """Everything, in short first."""
        words, report, speech = self.words, self.told.report, self.speech
        judged = speech.say(
            "judged",
            day=speech.day(report.as_of.day),
            origin=speech.words.labels.ORIGINS[report.as_of.origin],
            rules=speech.join(map(self._rules, report.rules)),
        )
        return Page(
            self.told.language,
            words.some("many_title", len(report.trajectories)),
            words.say("many_kicker"),
            (el("p", judged),),
            (
                Section("kort", words.say("short"), tuple(self._short())),
                Section("tijd", words.say("lanes_title"), tuple(self.times.nodes())),
                *self._themes(),
            ),
            self._about(),
        )

    def _rules(self, file: PortfolioRules) -> str:
        title = file.title.get(self.told.language) or file.title.get("nl") or file.id
        return self.speech.words.part("quote", text=title)

    # --- in short --------------------------------------------------------------------------------

    def _short(self) -> Iterator[Node]:
        words, results = self.words, self.told.results
        verdicts = [{f.verdict for f in one.findings} for one in results]
        found = sum(Word.BROKEN in some for some in verdicts)
        blind = sum(Word.CANNOT_TELL in some for some in verdicts)
        judged = sum(one.result.word is not None for one in results)
        key = "found" if found else "blind" if blind and blind == judged else "clean"
        said = words.say(f"many_said_{key}", found=found, total=len(results))
        yield el("p", said, class_="lead")
        unknown = words.some("many_unknown", blind) if blind and key != "blind" else ""
        yield from paragraphs([unknown, self.speech.say("caution")])
        yield self._overview()

    def _overview(self) -> Node:
        """A row for each norm, the worst first."""
        words = self.words
        columns = (Column(words.say("many_column_point")), Column(words.say("many_column_outcome")))
        rows = []
        pairs = zip(self.told.results, self.anchors, strict=True)
        for one, anchor in sorted(pairs, key=lambda pair: _place(pair[0])):
            name = sentence(self.norms.title(one))
            title: Node = el("a", name, href=f"#{anchor}") if _told_in_full(one) else name
            badges = (el("li", made) for made in self.norms.badges(one))
            rows.append((title, el("ul", *badges, class_="counts")))
        return table(words.say("many_overview"), columns, rows, stack=True)

    # --- the norms -------------------------------------------------------------------------------

    def _themes(self) -> Iterator[Section]:
        for name, kinds in THEMES:
            own = [
                (one, anchor)
                for one, anchor in zip(self.told.results, self.anchors, strict=True)
                if one.result.norm.kind in kinds
            ]
            if own:
                content = tuple(self._theme(own))
                yield Section(name, self.words.say(f"many_section_{name}"), content)

    def _theme(self, own: Sequence[tuple[ToldResult, str]]) -> Iterator[Node]:
        for one, anchor in own:
            if _told_in_full(one):
                yield self.norms.card(one, anchor)
        yield from self.norms.fine([one for one, _ in own if not _told_in_full(one)])

    # --- where it comes from ---------------------------------------------------------------------

    def _about(self) -> tuple[Node, ...]:
        words, speech, report = self.words, self.speech, self.told.report
        receipt = report.receipt
        errors = sum(len(one.data_errors) for one in report.trajectories)
        told = [words.say("many_about_text")]
        if not self.told.names_persons:
            told.append(speech.say("privacy", least=speech.least))
        if errors:
            told.append(speech.say("data_errors", count=errors))
        if not receipt.registers:
            told.append(speech.say("no_registers"))
        frames = words.words.frames.REPORT
        left_out = (
            words.words.say(frames, "left_out", what=o.what, word=o.word, count=o.count)
            for o in receipt.left_out
        )
        hashes = [f"{one.name} {one.sha256[:12]}" for one in (*receipt.rules, *receipt.registers)]
        hashed = speech.say("receipt", engine=receipt.engine, rules=", ".join(hashes))
        return (
            el("h2", words.say("many_about")),
            *paragraphs([*told, *left_out]),
            el("p", hashed, class_="hash"),
        )


def _told_in_full(one: ToldResult) -> bool:
    """Whether there is more to tell of a norm than that it was looked at."""
    result = one.result
    return bool(one.findings or result.areas or any(result.loads.values())) or (
        result.word is None and bool(one.figures)
    )


def _place(one: ToldResult) -> int:
    word = one.result.word
    return _ORDER.index(word) if word in _ORDER else len(_ORDER)
