"""What checks found in one text, as cards: the loudest first, a check at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from spelregels.model.norms import NamedTerm, Norm
from spelregels.model.verified import (
    Basis,
    CheckRecord,
    Located,
    Status,
    Suppressed,
    TextFinding,
    VerifiedRuleset,
    VerifyReport,
)
from spelregels.model.words import Severity, Strength, Word
from spelregels.report.check_pages import cited
from spelregels.report.html.markup import Element, Node, el
from spelregels.report.html.parts import badge, facts, folded, joined, listing, paragraphs
from spelregels.report.html.places import home, title_text
from spelregels.report.html.words import PageWords
from spelregels.report.verify_words import Teller, where
from spelregels.report.wording import sentence

LOUDEST = tuple(reversed(Severity))
_SHAPES = {
    Severity.ERROR: (Word.BROKEN, Strength.MUST),
    Severity.WARNING: (Word.OVERDUE, Strength.SHOULD),
    Severity.INFO: (Word.CANNOT_TELL, Strength.MUST),
}
"""The shape and tone of a level: those of a verdict that is about as loud."""
_TONES = {Severity.ERROR: "bad", Severity.WARNING: "late", Severity.INFO: "unknown"}


def counts(findings: Sequence[TextFinding], words: PageWords) -> list[Element]:
    """A badge in a list item for each level there is, the loudest first."""
    made = []
    for severity in LOUDEST:
        count = sum(one.severity is severity for one in findings)
        if count:
            made.append(el("li", level(severity, _counted(severity, count, words))))
    return made


def _counted(severity: Severity, count: int, words: PageWords) -> str:
    """``1 waarschuwing``, ``3 ernstig``."""
    frames, key = words.words.frames.VERIFY, f"count_{severity.value}"
    single = f"{key}_one" if count == 1 and f"{key}_one" in frames else key
    return words.words.say(frames, single, count=count)


def level(severity: Severity, text: str) -> Element:
    """A level in words, with its shape."""
    word, strength = _SHAPES[severity]
    return badge(text, word, strength)


class Cards:
    """The cards of one text. ``prefix``: of the ids on the page; ``heading``: tag of a card."""

    def __init__(
        self,
        one: VerifiedRuleset,
        report: VerifyReport,
        words: PageWords,
        prefix: str,
        heading: str,
    ) -> None:
        self.one, self.report, self.words = one, report, words
        self.prefix, self.heading = prefix, heading
        self.own = one.ruleset.own
        self.teller = Teller.of(one.ruleset, words.words.language)

    def cards(self) -> Iterator[Element]:
        """A card for each check that found something here."""
        ordered = sorted(self.one.findings, key=lambda f: (*_group(f), f.at.position))
        grouped = groupby(ordered, key=_group)
        for number, ((_, check), findings) in enumerate(grouped, start=1):
            anchor = f"{self.prefix}melding-{number}"
            yield self._card(list(findings), self.report.records[check], anchor)

    def suppressed(self) -> Node | None:
        """What was set aside, why and until when; folded."""
        aside = self.one.suppressed
        if not aside:
            return None
        title = self.words.some("verify_suppressed", len(aside))
        return folded(title, listing(map(self._aside, aside)))

    def unread(self) -> str:
        """How much of the text was there to be looked at."""
        encoded = self.own.encoded
        rest = encoded.rest if encoded else ""
        if encoded is None or rest not in ("not_seen", "not_encoded"):
            return ""
        articles = self.words.words.join(encoded.articles)
        return self.words.say(f"verify_{rest}", articles=articles)

    def _card(self, findings: Sequence[TextFinding], record: CheckRecord, anchor: str) -> Element:
        severity, words = findings[0].severity, self.words
        frames, language = words.words.frames.VERIFY, words.words.language
        label = sentence(words.words.labels.SEVERITIES[severity])
        several = [self._finding(one, record) for one in findings]
        bases = dict.fromkeys(self.teller.basis(one) for one in findings)
        trial = words.words.say(frames, "preview") if record.status is Status.PREVIEW else ""
        repair = record.repair.told(language)
        return el(
            "article",
            el("p", level(severity, label)),
            el(self.heading, record.title.told(language), id=anchor),
            *(several if len(several) == 1 else [listing(several, css="plain")]),
            *(el("p", basis, class_="muted") for basis in bases if basis),
            el("p", trial, class_="muted") if trial else None,
            el("div", el("strong", words.words.say(frames, "now")), repair, class_="next"),
            folded(words.say("verify_why"), self._why(record)),
            class_=f"card {_TONES[severity]}",
            aria_labelledby=anchor,
        )

    def _finding(self, finding: TextFinding, record: CheckRecord) -> Node:
        """What was found, where in the file, and in which article."""
        words = self.words
        norm = self._norm(finding.at.place.path)
        line = where(finding.at.position, words.words)
        rows: list[tuple[str, Sequence[Node]]] = []
        if norm is not None:
            title = title_text(self.teller.names.title_of(norm), norm.id)
            rows.append((words.say("verify_norm"), [title]))
            rows.append((words.say("verify_article"), [home(norm, self.own, words.words)]))
        path = el("span", finding.at.place.path, class_="hash")
        rows.append((words.say("verify_place"), [joined(path, f" ({line})")]))
        rows.append((words.say("verify_beside"), [self._beside(one) for one in finding.beside]))
        return el("div", el("p", self.teller.message(finding, record)), facts(rows))

    def _beside(self, other: Located) -> Node:
        file, path = other.place.file, other.place.path
        told = path if file in ("", self.own.id) else f"{file}#{path}"
        return joined(
            el("span", told, class_="hash"), f" ({where(other.position, self.words.words)})"
        )

    def _norm(self, path: str) -> Norm | NamedTerm | None:
        section, _, rest = path.partition("/")
        named = rest.partition("/")[0]
        among = {"norms": self.own.norms, "terms": self.own.terms}.get(section, ())
        return next((one for one in among if one.id == named), None)

    def _why(self, record: CheckRecord) -> Element:
        words, language = self.words.words, self.words.words.language
        frames = words.frames.VERIFY
        sources = paragraphs(cited(one, words) for one in record.sources)
        return facts(
            [
                (words.say(frames, "looks_for"), [record.looks_for.told(language)]),
                (words.say(frames, "why"), [record.why.told(language)]),
                (words.say(frames, "limits"), [record.limits.told(language)]),
                (words.say(frames, "sources"), [el("div", *sources)]),
                (self.words.say("verify_check"), [el("span", record.id, class_="hash")]),
            ]
        )

    def _aside(self, aside: Suppressed) -> Node:
        by = aside.by
        record = self.report.records[by.check]
        return self.words.say(
            "verify_aside",
            title=record.title.told(self.words.words.language),
            place=aside.finding.at.place.path,
            day=self.teller.names.day(by.expires),
            reason=by.reason,
        )


def not_seen(findings: Sequence[TextFinding]) -> int:
    """How many rest on what was not read."""
    return sum(one.basis is Basis.NOT_SEEN for one in findings)


def _group(finding: TextFinding) -> tuple[int, str]:
    return LOUDEST.index(finding.severity), finding.check
