"""One norm or named term read back: its sentence, and a line for everything that qualifies it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from spelregels.model.norms import (
    Extension,
    NamedTerm,
    Norm,
    Power,
    Precedence,
    Recurrence,
    Response,
    Statement,
    Suspension,
)
from spelregels.model.patterns import NormRef
from spelregels.model.ruleset import RulesetFile
from spelregels.model.terms import Duration, NotStated
from spelregels.model.words import CountFrom, Regime
from spelregels.report.asked import looks_at_length_only
from spelregels.report.conditions import period
from spelregels.report.phrases import Phrases
from spelregels.report.rules import rule_sentence
from spelregels.report.wording import sentence


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing explained: its id, what it says, and the lines under it."""

    id: str
    title: str
    text: str
    lines: tuple[str, ...] = ()


class NormReader:
    """Reads norms and terms back in the words of ``phrases``."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases, self.names, self.words = phrases, phrases.names, phrases.names.words

    def _say(self, key: str, **values: object) -> str:
        return self.words.say(self.words.frames.EXPLAIN, key, **values)

    def period(self, first: date | NotStated | None, last: date | None) -> str:
        """``vanaf 1 januari 2026 tot en met 31 december 2029``."""
        return period(first, last, self.phrases)

    def term(self, term: NamedTerm) -> Entry:
        """One named term: when it begins, how long it lasts, what changes it."""
        title = self.names.title_of(term)
        key = "term_begins_latest" if len(term.begins) > 1 else "term_begins"
        text = self._say(key, begins=self.phrases.each(term.begins))
        return Entry(term.id, title, text, tuple(self._term_lines(term)))

    def _term_lines(self, term: NamedTerm) -> Iterator[str]:
        yield self._say("term_lasts", length=self.phrases.length(term.lasts))
        if isinstance(term.lasts, Duration):
            yield self._counting(term.count_from, term.regime)
        if term.longer is not None:
            name, act = (
                self.phrases.attribute(term.longer.attribute),
                self.names.act(term.longer.act),
            )
            yield self._say("term_longer", attribute=name, act=act)
        if term.begins_only_if:
            yield self._say(
                "term_gate", norms=self.words.join(map(self.names.norm, term.begins_only_if))
            )
        if term.per:
            yield self._say("term_per", per=self.phrases.pattern(term.per))
        yield from self._changes(term.extendable, term.suspended_by)
        if term.applies is not None:
            yield self._say("applies", condition=self.phrases.clause(term.applies))

    def _changes(self, extension: Extension | None, suspension: Suspension | None) -> Iterator[str]:
        if extension is not None:
            length, act = self.phrases.length(extension.once), self.phrases.one(extension.by_act)
            yield self._say("extendable", term=length, act=act)
        if suspension is not None:
            opens = self.phrases.pattern(suspension.opens)
            closes = self.phrases.pattern(suspension.closes)
            yield self._say("suspended_by", opens=opens, closes=closes)

    def _counting(self, count_from: CountFrom, regime: Regime) -> str:
        labels = self.words.labels
        count = labels.COUNTS[count_from]
        return self._say("counting", count=count, regime=labels.REGIMES[regime])

    def norm(self, norm: Norm, file: RulesetFile) -> Entry:
        """One norm in one sentence, with everything that qualifies it under it."""
        text = rule_sentence(norm, self.phrases)
        return Entry(norm.id, self.names.title_of(norm), text, tuple(self._norm_lines(norm, file)))

    def _norm_lines(self, norm: Norm, file: RulesetFile) -> Iterator[str]:
        yield self._source(norm, file)
        if isinstance(norm, Statement):
            yield from self._judged(norm)
            return
        labels = self.words.labels
        yield self._say(
            "strength",
            strength=labels.STRENGTHS[norm.strength],
            severity=labels.SEVERITIES[norm.severity],
        )
        if norm.consequence is not None:
            yield self._say("consequence", consequence=labels.CONSEQUENCES[norm.consequence])
        yield from self._reckoned(norm, file)
        yield from self._standing(norm)

    def _reckoned(self, norm: Norm, file: RulesetFile) -> Iterator[str]:
        """How lengths of time are counted; a lead is counted back and never moves."""
        match norm:
            case Precedence(lasts=Duration()) if looks_at_length_only(norm, file):
                count = self.words.labels.COUNTS[norm.count_from]
                yield self._say("counting_length", count=count)
            case Precedence(wait=Duration()) | Precedence(lasts=Duration()):
                yield self._counting(norm.count_from, norm.regime)
            case Precedence(lead=Duration()):
                yield self._say("counting_back")
            case Response():
                if isinstance(norm.within, Duration):
                    yield self._counting(norm.count_from, norm.regime)
                yield from self._changes(norm.extendable, norm.suspended_by)
            case Power(within=Duration()) | Recurrence(every=Duration()):
                yield self._counting(norm.count_from, norm.regime)
            case _:
                pass

    def _source(self, norm: Norm, file: RulesetFile) -> str:
        confidence = sentence(self.words.labels.CONFIDENCES[norm.confidence]) + "."
        if norm.article is None:
            return self._say("no_article", confidence=confidence)
        source = file.sources.get(norm.article.source)
        title = source.title if source else norm.article.source
        article = self.words.article(norm.article.article)
        return self._say("article", source=title, article=article, confidence=confidence)

    def _judged(self, norm: Statement) -> Iterator[str]:
        by = self.names.bearer(norm.by)
        if by:
            yield self._say("bearer", role=by)
        if norm.judged_by is None:
            yield self._say("judged_by_nobody")
        else:
            yield self._say("judged_by", role=self.names.role(norm.judged_by))
        if norm.why:
            yield self._say("why", why=norm.why)

    def _standing(self, norm: Norm) -> Iterator[str]:
        if norm.minimum:
            yield self._say("minimum")
        match norm.prevails_over:
            case NormRef():
                yield self._say("prevails_over", norm=self.names.norm(norm.prevails_over))
            case NotStated():
                yield self._say("prevails_not_stated")
            case None:
                pass
        if norm.why:
            yield self._say("why", why=norm.why)
