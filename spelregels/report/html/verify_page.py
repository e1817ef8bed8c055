"""The page of ``spelregels verify``: what can be seen in the text of one ruleset, or of several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spelregels.model.problem import InputRefused, Position, Problem
from spelregels.model.ruleset import Ruleset
from spelregels.model.verified import TextFinding, VerifyReport
from spelregels.report.explain import Explainer
from spelregels.report.html.frame import Page, Section, page_html
from spelregels.report.html.markup import Element, Node, el
from spelregels.report.html.parts import Column, folded, listing, paragraphs, table
from spelregels.report.html.ruleset_stages import Stages
from spelregels.report.html.ruleset_summary import Summary
from spelregels.report.html.verify_cards import LOUDEST, Cards, counts, level, not_seen
from spelregels.report.html.words import PageWords, page_words
from spelregels.report.names import Names
from spelregels.report.verify_words import teller_for
from spelregels.report.wording import sentence

MOST_RULESETS = 200


def verify_page(report: VerifyReport, language: str) -> str:
    """The page as text. InputRefused when there are more texts than one page can hold."""
    if len(report.rulesets) > MOST_RULESETS:
        raise InputRefused((_too_many(len(report.rulesets)),))
    words = page_words(language)
    made = _One(report, words) if len(report.rulesets) == 1 else _Many(report, words)
    return page_html(made.page())


class _One:
    """What pages of one text and of several have in common; the page of one."""

    def __init__(self, report: VerifyReport, words: PageWords) -> None:
        self.report, self.words = report, words
        self.language = words.words.language

    def page(self) -> Page:
        """The page of the one text."""
        words, (one,) = self.words, self.report.rulesets
        ruleset, own = one.ruleset, one.ruleset.own
        names = Names.of(ruleset, self.language)
        kind = sentence(words.words.labels.LAYERS[own.regulatory_layer])
        period = Explainer(ruleset, self.language).file.period(own)
        cards = Cards(one, self.report, words, "", "h3")
        title = words.say("verify_findings")
        found = words.say("counted_title", title=title, count=len(one.findings))
        sections = [
            Section("kort", words.say("short"), (*self._short(), _summary(ruleset, words))),
            Section("meldingen", found, tuple(self._findings(cards))),
            *self._settings("h3"),
        ]
        if ruleset.machine is not None:
            stages = Stages(ruleset, names, words, {}).nodes()
            sections.append(Section("fasen", words.say("stages"), tuple(stages)))
        intro = words.say("rules_valid", kind=kind, period=period)
        return Page(
            self.language,
            names.file(own),
            words.say("verify_kicker"),
            (el("p", intro), el("p", self._looked_on(names))),
            tuple(sections),
            self._about(),
        )

    def _looked_on(self, names: Names) -> str:
        return self.words.say("verify_day", day=names.day(self.report.as_of))

    # --- in short --------------------------------------------------------------------------------

    def _short(self) -> Iterator[Node]:
        """The outcome in a sentence, how often each level, and what was not looked at."""
        words, found = self.words, self.report.findings
        loudest = next((s for s in LOUDEST if any(f.severity is s for f in found)), None)
        loud = sum(one.severity is loudest for one in found)
        told = words.some(f"verify_said_{loudest.value}", loud) if loudest else ""
        yield el("p", told or words.say("verify_said_none"), class_="lead")
        if found:
            yield el("ul", *counts(found, words), class_="counts")
        silent = not_seen(found)
        more = [words.some("verify_count_not_seen", silent)] if silent else []
        if self.report.suppressed:
            more.append(words.some("verify_count_suppressed", len(self.report.suppressed)))
        yield from paragraphs([" ".join(more), words.say("verify_question")])

    def _findings(self, cards: Cards) -> Iterator[Node]:
        made, aside = list(cards.cards()), cards.suppressed()
        yield from made
        if aside is not None:
            yield aside
        if not made and aside is None:
            yield el("p", self._nothing())
        yield from paragraphs([cards.unread()])

    def _nothing(self) -> str:
        ran = {check for one in self.report.rulesets for check in one.ran}
        return self.words.say("verify_nothing", checks=len(ran))

    # --- the settings, and where it comes from ---------------------------------------------------

    def _settings(self, heading: str) -> Iterator[Section]:
        """Findings on the settings themselves: suppressions that ran out or hide nothing."""
        if self.report.loose:
            made = (self._loose(one, heading, n) for n, one in enumerate(self.report.loose, 1))
            yield Section("instellingen", self.words.say("verify_settings"), tuple(made))

    def _loose(self, finding: TextFinding, heading: str, number: int) -> Element:
        words, record = self.words, self.report.records[finding.check]
        teller = teller_for(finding, self.report, self.language)
        label, anchor = words.words.labels.SEVERITIES[finding.severity], f"instelling-{number}"
        now = el("strong", words.words.say(words.words.frames.VERIFY, "now"))
        return el(
            "article",
            el("p", level(finding.severity, sentence(label))),
            el(heading, record.title.told(self.language), id=anchor),
            el("p", teller.message(finding, record)),
            el("div", now, record.repair.told(self.language), class_="next"),
            class_="card late",
            aria_labelledby=anchor,
        )

    def _about(self) -> tuple[Node, ...]:
        words, files = self.words, [one.ruleset.own for one in self.report.rulesets]
        hashes = (f"{own.id} {own.sha256[:12]}" for own in files)
        receipt = words.say("verify_receipt", engine=self.report.engine, files=", ".join(hashes))
        return (
            el("h2", words.say("verify_about_title")),
            el("p", words.say("verify_about")),
            el("p", receipt, class_="hash"),
        )


class _Many(_One):
    """Several texts: an overview, then each of those with findings."""

    def page(self) -> Page:
        """The page of these texts."""
        words, rulesets = self.words, self.report.rulesets
        names = Names.of(rulesets[0].ruleset, self.language) if rulesets else None
        parts = [
            Cards(one, self.report, words, f"r{number}-", "h3")
            for number, one in enumerate(rulesets, start=1)
        ]
        overview = (*self._short(), self._overview(parts))
        intro = (el("p", self._looked_on(names)),) if names else ()
        return Page(
            self.language,
            words.some("verify_many_title", len(rulesets)),
            words.say("verify_kicker"),
            intro,
            (
                Section("kort", words.say("short"), overview),
                *self._settings("h3"),
                *(self._part(cards) for cards in parts if _shown(cards)),
            ),
            self._about(),
        )

    def _overview(self, parts: Sequence[Cards]) -> Node:
        """A row for each text, the loudest first; what is clean is folded away."""
        words = self.words
        columns = (Column(words.say("verify_column_rules")), Column(words.say("column_found")))
        rows = [self._row(cards) for cards in sorted(filter(_shown, parts), key=_loudness)]
        clean = [cards.own for cards in parts if not _shown(cards)]
        made: list[Node] = []
        if rows:
            made.append(table(words.say("verify_overview"), columns, rows, stack=True))
        if clean:
            titles = (cards.teller.names.file(cards.own) for cards in parts if not _shown(cards))
            made.append(folded(words.some("verify_clean", len(clean)), listing(titles)))
        return el("div", *made)

    def _row(self, cards: Cards) -> tuple[Node, Node]:
        name = el("a", cards.teller.names.file(cards.own), href=f"#{cards.prefix}regels")
        badges = counts(cards.one.findings, self.words)
        aside = len(cards.one.suppressed)
        hidden = el("li", self.words.some("verify_aside_count", aside)) if aside else None
        return name, el("ul", *badges, hidden, class_="counts")

    def _part(self, cards: Cards) -> Section:
        title = cards.teller.names.file(cards.own)
        ident = el("p", el("span", cards.own.id, class_="hash"), class_="muted")
        back = el("p", el("a", self.words.say("back"), href="#kort"))
        content = (ident, *self._findings(cards), back)
        return Section(f"{cards.prefix}regels", title, content, listed=False)


def _summary(ruleset: Ruleset, words: PageWords) -> Node:
    """The text in its shortest form: who decides, which terms, what residents may do."""
    explainer = Explainer(ruleset, words.words.language)
    summary = Summary(ruleset, explainer.phrases, words, {})
    return el("div", el("h3", words.say("verify_text_in_short")), summary.nodes())


def _shown(cards: Cards) -> bool:
    return bool(cards.one.findings or cards.one.suppressed)


def _loudness(cards: Cards) -> tuple[int, ...]:
    found = cards.one.findings
    return tuple(-sum(one.severity is severity for one in found) for severity in LOUDEST)


def _too_many(count: int) -> Problem:
    return Problem(
        "too-many-for-a-page",
        Position(),
        f"{count} teksten passen niet op één pagina.",
        f"{count} texts do not fit on one page.",
        f"hoogstens {MOST_RULESETS}; kies een kleinere map, of gebruik --format json",
        f"at most {MOST_RULESETS}; choose a smaller folder, or use --format json",
    )
