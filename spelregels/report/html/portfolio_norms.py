"""One norm over many trajectories on a page: what was seen, what is missing, its source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from spelregels.model.portfolio import Load
from spelregels.model.words import Severity, Word
from spelregels.report.html.markup import Element, Node, el
from spelregels.report.html.parts import badge, facts, folded, listing, paragraphs
from spelregels.report.html.places import place, title_text
from spelregels.report.html.portfolio_numbers import Numbers
from spelregels.report.html.portfolio_persons import persons_nodes
from spelregels.report.html.portfolio_time import MOST_SHOWN, Marked, shown_findings, strength
from spelregels.report.html.shapes import tone
from spelregels.report.html.words import PageWords
from spelregels.report.portfolio import ToldFinding, ToldPortfolio, ToldResult
from spelregels.report.wording import sentence

_FEW = 4  # so many trajectories are named in the line itself


class Norms:
    """Cards of norms. ``rows``: the places of trajectories on the page; ``marked``: the findings
    that have a letter in the picture of time."""

    def __init__(
        self,
        told: ToldPortfolio,
        words: PageWords,
        rows: Mapping[str, str],
        marked: Sequence[Marked],
    ) -> None:
        self.told, self.words, self.rows = told, words, rows
        self.letters = {id(one.finding): one.window.letter for one in marked}
        self.titles = {log.id: log.title for log in told.report.trajectories if log.title}

    def title(self, one: ToldResult) -> str:
        """What the norm is called."""
        return title_text(one.title, one.result.norm.id)

    def badges(self, one: ToldResult) -> list[Element]:
        """What was seen and what cannot be told, in words and shape."""
        words, word = self.words, one.result.word
        found = sum(finding.verdict is Word.BROKEN for finding in one.findings)
        made = []
        if found:
            made.append(badge(words.some("many_found", found), Word.BROKEN, strength(one)))
        if any(finding.verdict is Word.CANNOT_TELL for finding in one.findings):
            key = "many_partly" if found else "many_blind"
            made.append(badge(words.say(key), Word.CANNOT_TELL))
        if word is None:
            key = "many_figures" if one.figures else "many_nothing"
            made.append(badge(words.say(key), Word.EXCUSED))
        elif not made:
            made.append(badge(one.label, word))
        return made

    def card(self, one: ToldResult, anchor: str) -> Element:
        """One norm in full."""
        word = one.result.word
        broken, blind = (
            shown_findings(one, verdict) for verdict in (Word.BROKEN, Word.CANNOT_TELL)
        )
        css = tone(word, strength(one)) if word else "quiet"
        return el(
            "article",
            el("ul", *(el("li", made) for made in self.badges(one)), class_="counts"),
            el("h3", sentence(self.title(one)), id=anchor),
            el("p", el("strong", self.words.say("many_expected")) if word else None, one.rule),
            *self._broken(one, broken),
            *Numbers(self.told, one, self.words, anchor).nodes(),
            *self._persons(one, anchor),
            *self._blind(one, blind, aside=bool(broken)),
            folded(self.words.say("many_source"), self._facts(one)),
            class_=f"card {css}",
            aria_labelledby=anchor,
        )

    def _broken(self, one: ToldResult, findings: Sequence[ToldFinding]) -> Iterator[Node]:
        if findings:
            yield listing((self._finding(finding, one) for finding in findings), css="plain seen")
        every = sum(finding.verdict is Word.BROKEN for finding in one.findings)
        if every > MOST_SHOWN:
            yield el("p", self.words.say("many_cards_left_out", count=every - MOST_SHOWN))

    def _finding(self, finding: ToldFinding, one: ToldResult) -> Node:
        return el("div", *self._told(finding, one), self._in(finding))

    def _told(self, finding: ToldFinding, one: ToldResult) -> tuple[Node, ...]:
        """The sentence, after its letter in the picture of time if it has one."""
        letter = self.letters.get(id(finding))
        if not letter:
            return (finding.message,)
        return badge(letter, finding.verdict, strength(one)), " ", finding.message

    def _in(self, finding: ToldFinding) -> Node | None:
        """The trajectories it is about: in a line, or folded if there are many."""
        names = finding.trajectories
        if not names:
            return None
        if len(names) > _FEW:
            show = self.words.say("many_show_trajectories", count=len(names))
            return folded(show, listing(map(self._trajectory, names)))
        parts: list[Node] = [self.words.say("many_in")]
        for number, name in enumerate(names):
            parts += ["; " if number else "", self._trajectory(name)]
        return el("div", *parts, class_="small")

    def _trajectory(self, name: str) -> Node:
        text, row = self.titles.get(name, name), self.rows.get(name)
        return el("a", text, href=f"#{row}") if row else text

    def _persons(self, one: ToldResult, anchor: str) -> Iterator[Node]:
        if isinstance(one.result.norm.asks, Load):
            yield from persons_nodes(self.told, one, self.words, f"{anchor}-wie")

    def _blind(
        self, one: ToldResult, findings: Sequence[ToldFinding], aside: bool
    ) -> Iterator[Node]:
        """What cannot be told and what is missing. ``aside``: besides what was seen."""
        if not findings:
            return
        if aside:
            yield el("h4", self.words.say("many_unknown_title"))
        for finding in findings:
            yield el("p", *self._told(finding, one))
            if finding.missing:
                yield listing(lack.text for lack in finding.missing)
            made = self._in(finding)
            if made is not None:
                yield made

    def _facts(self, one: ToldResult) -> Element:
        norm, speech, article = one.result.norm, self.told.speech, one.article
        source: list[Node] = []
        if article is not None:
            title = article.title or article.source
            where = place(title, article.article, article.url, norm.confidence, self.words.words)
            source.append(where)
        severity = self.words.words.labels.SEVERITIES[norm.severity]
        rows: list[tuple[str, Sequence[Node]]] = [
            (speech.say("source"), source),
            (speech.say("why"), [norm.why]),
        ]
        if norm.severity is not Severity.ERROR:
            rows.append((self.words.say("many_weight"), [sentence(severity)]))
        return facts(rows)

    def fine(self, some: Sequence[ToldResult]) -> Iterator[Node]:
        """Norms of which there is nothing to tell but that they were looked at."""
        if some:
            yield el("h3", self.words.say("many_fine"))
            yield listing(map(self._fine, some), css="plain")

    def _fine(self, one: ToldResult) -> Node:
        title = el("strong", sentence(self.title(one)), " ")
        return el("div", title, *self.badges(one), *paragraphs([one.rule]))
