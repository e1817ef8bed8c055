"""One finding on a page: the verdict, what happened, what now, and where the rule stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from spelregels.model.finding import Finding
from spelregels.model.ruleset import Ruleset
from spelregels.model.words import Severity, Word
from spelregels.report.grouped import Group, Told, newest, shortened, versions_text
from spelregels.report.html.markup import Element, Node, el
from spelregels.report.html.parts import badge, facts, folded, joined, listing, paragraphs
from spelregels.report.html.places import place, title_text
from spelregels.report.html.shapes import tone
from spelregels.report.html.words import PageWords
from spelregels.report.names import Names
from spelregels.report.told import full, source_text, strength_text
from spelregels.report.wording import BREACHES, sentence


@dataclass(frozen=True, slots=True)
class CardMaker:
    """``heading``: the tag of a heading in this place of the page (``h3``, ``h4``)."""

    ruleset: Ruleset
    words: PageWords
    names: Names
    heading: str

    def _label(self, key: str) -> str:
        return self.words.words.say(self.words.words.frames.REPORT, key)

    def card(self, told: Told, anchor: str, letter: str = "", story: str = "") -> Element:
        """One finding. ``story``: the name of the norm whose card already tells this story."""
        finding = newest(told)
        title = title_text(finding.title, finding.norm)
        message = self.words.say("same_story", norm=story) if story else finding.message
        return el(
            "article",
            el("p", self.badge(finding, letter)),
            el(self.heading, title, id=anchor),
            el("p", message),
            None if story else self._next(finding.repair),
            *self._more(finding, versions_text(told, self.names), bool(story)),
            class_=f"card {tone(finding.verdict, finding.strength)}",
            aria_labelledby=anchor,
        )

    def badge(self, finding: Finding, letter: str = "") -> Element:
        """The verdict in words, with how hard it counts where that is less than usual."""
        label = sentence(finding.label)
        if finding.verdict in BREACHES and finding.severity is not Severity.ERROR:
            label += f" – {self.words.words.labels.SEVERITIES[finding.severity]}"
        mark = el("strong", f" {letter}", class_="muted") if letter else None
        return joined(badge(label, finding.verdict, finding.strength), mark)

    def _next(self, text: str) -> Element | None:
        if not text:
            return None
        return el("div", el("strong", self.words.say("now")), text, class_="next")

    def _more(self, finding: Finding, versions: str, again: bool) -> tuple[Node | None, ...]:
        """The rule and what happened, then the arithmetic; folded where nothing went wrong."""
        listed, dates = self._facts(finding, versions, again), self._dates(finding)
        if finding.verdict in BREACHES:
            return listed, None if again else dates
        return (folded(self.words.say("card_show"), listed, dates),)

    def _facts(self, finding: Finding, versions: str, again: bool) -> Element:
        words = self.words.words
        happened = () if again else shortened(finding.happened, words)
        notes = [strength_text(finding, words), *finding.notes, versions]
        return facts(
            [
                (self._label("rule"), [finding.rule]),
                (self._label("source"), [self.source(finding)]),
                (self._label("bearer"), [sentence(finding.bearer_text)]),
                (self._label("happened"), _lines(happened)),
                (self._label("consequence"), [full(finding.consequence_text)]),
                (self._label("note"), _lines(notes)),
            ]
        )

    def source(self, finding: Finding) -> Node:
        """The article with how well it was verified; it leads to the text where there is one."""
        words, article = self.words.words, finding.article
        if article is None or finding.confidence is None:
            return source_text(finding, self.ruleset, words)
        title = article.title or article.source
        return place(title, article.article, article.url, finding.confidence, words)

    def _dates(self, finding: Finding) -> Element | None:
        if not finding.dates:
            return None
        return folded(self.words.say("dates_show"), listing(finding.dates, ordered=True))

    def group(self, group: Group, anchor: str) -> Element:
        """What cannot be told for one and the same reason, with the norms it concerns."""
        words, first = self.words.words, group.first
        label = sentence(words.labels.VERDICTS[Word.CANNOT_TELL])
        lines = dict.fromkeys(line for told in group.told for line in newest(told).happened)
        happened = shortened(tuple(lines), words)
        return el(
            "article",
            el("p", badge(label, Word.CANNOT_TELL)),
            el(
                self.heading,
                self.words.say("same_reason", count=len(group.told)),
                id=anchor,
            ),
            *paragraphs(sentence(reason) + "." for reason in group.reasons),
            self._next(first.repair),
            facts(
                [
                    (self._label("rules"), [listing(self._norms(group), css="plain")]),
                    (self._label("happened"), _lines(happened)),
                ]
            ),
            class_="card unknown",
            aria_labelledby=anchor,
        )

    def _norms(self, group: Group) -> list[Node]:
        by_norm: dict[tuple[str, str], list[Told]] = {}
        for told in group.told:
            by_norm.setdefault((told[0].layer, told[0].norm), []).append(told)
        return [self._norm(some) for some in by_norm.values()]

    def _norm(self, some: Sequence[Told]) -> Node:
        words, finding = self.words.words, newest(some[0])
        title = title_text(finding.title, finding.norm)
        times = f" ({len(some)}×)" if len(some) > 1 else ""
        versions = sorted({f.version for f in some[0] if f.version})
        days = words.join(self.names.day(date.fromisoformat(version)) for version in versions)
        which = words.say(words.frames.REPORT, "in_versions", days=days) if versions[1:] else ""
        return joined(
            f"{title}{times}",
            f" – {which}" if which else None,
            el("div", self.source(finding), class_="muted small"),
        )


def _lines(texts: Sequence[str]) -> list[Node]:
    """Several lines as one list of values; a single one stands by itself."""
    kept = [text for text in texts if text]
    return [el("div", *paragraphs(kept))] if len(kept) > 1 else list(kept)
