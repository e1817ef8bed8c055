"""One norm or named term read back: its sentence, and a line for everything that qualifies it."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.model.frozen import dataclass
from spelregels.model.norms import (
    Exemption,
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
from spelregels.model.terms import AttributeTerm, Duration, NotStated, Term
from spelregels.model.words import Confidence, Regime, Strength
from spelregels.report.asked import looks_at_length_only, never_moves
from spelregels.report.phrases import Phrases
from spelregels.report.rules import rule_sentence
from spelregels.report.wording import sentence

# Lengths of time in days, weeks, months or years: of these it matters how they are counted.
_COUNTED = Duration | AttributeTerm
_Counted = NamedTerm | Precedence | Response | Power | Recurrence
_REPLACES = {True: "replaces_less", False: "replaces", None: "replaces_unclear"}


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

    def term(self, term: NamedTerm, file: RulesetFile) -> Entry:
        """One named term: when it begins, how long it lasts, what changes it."""
        title = self.names.title_of(term)
        key = "term_begins_latest" if len(term.begins) > 1 else "term_begins"
        text = self._say(key, begins=self.phrases.each(term.begins))
        changes = (*self._replaces(term, file), *self._remarks(term))
        lines = (self._source(term, file), *self._term_lines(term), *changes)
        return Entry(term.id, title, text, lines)

    def _term_lines(self, term: NamedTerm) -> Iterator[str]:
        yield self._say("term_lasts", length=self.phrases.length(term.lasts))
        if isinstance(term.lasts, _COUNTED):
            yield self._counting(term, term.lasts)
        if term.longer is not None:
            name, act = (
                self.phrases.attribute(term.longer.attribute),
                self.names.act(term.longer.act),
            )
            yield self._say("term_longer", attribute=name, act=act)
        if term.begins_only_if:
            yield self._say("term_gate", norms=self.words.join(map(self._ref, term.begins_only_if)))
        if term.per:
            yield self._say("term_per", per=self.phrases.pattern(term.per))
        if term.link is not None:
            key = "term_per_same" if term.link.answers is None else "term_per_answers"
            tie = self.phrases.attribute(term.link.answers or term.link.same or "")
            yield self._say(key, attribute=tie)
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

    def _counting(self, one: _Counted, *lengths: Term | None) -> str:
        """Which day is day one, and whether the last day moves; a long length never does."""
        labels, asked = self.words.labels, [x for x in lengths if isinstance(x, _COUNTED)]
        regime = labels.REGIMES[one.regime]
        if one.regime is not Regime.CALENDAR and all(map(never_moves, asked)):
            regime = labels.TOO_LONG_TO_MOVE
        return self._say("counting", count=labels.COUNTS[one.count_from], regime=regime)

    def norm(self, norm: Norm, file: RulesetFile) -> Entry:
        """One norm in one sentence, with everything that qualifies it under it."""
        text = rule_sentence(norm, self.phrases)
        return Entry(norm.id, self.names.title_of(norm), text, tuple(self._norm_lines(norm, file)))

    def _norm_lines(self, norm: Norm, file: RulesetFile) -> Iterator[str]:
        yield self._source(norm, file)
        if isinstance(norm, Statement):
            yield from self._judged(norm)
        else:
            yield from self._firm(norm)
        if norm.consequence is not None:
            consequence = self.words.labels.CONSEQUENCES[norm.consequence]
            yield self._say("consequence", consequence=consequence)
        yield from self._reckoned(norm, file)
        yield from self._replaces(norm, file)
        yield from self._standing(norm)
        yield from self._remarks(norm)

    def _firm(self, norm: Norm) -> Iterator[str]:
        """How hard the norm is, and what a breach amounts to; an exemption cannot be broken."""
        if isinstance(norm, Exemption):
            return
        strength = self.words.labels.STRENGTHS[norm.strength]
        severity = self.words.labels.SEVERITY_CLAUSES[norm.severity]
        if not isinstance(norm, Power):
            yield self._say("strength", strength=strength, severity=severity)
        elif not (norm.exclusive or norm.where or norm.within):
            yield self._say("strength_power_open")
        else:
            key = "strength_power" + ("" if norm.strength is Strength.MUST else "_soft")
            yield self._say(key, strength=strength, severity=severity)

    def _reckoned(self, norm: Norm, file: RulesetFile) -> Iterator[str]:
        """How lengths of time are counted; a length that is counted back never moves."""
        match norm:
            case Precedence():
                yield from self._before(norm, file)
            case Response():
                if isinstance(norm.within, _COUNTED) or isinstance(norm.not_before, _COUNTED):
                    yield self._counting(norm, norm.within, norm.not_before)
                yield from self._changes(norm.extendable, norm.suspended_by)
            case Power(within=Duration() | AttributeTerm() as length):
                yield self._counting(norm, length)
            case Recurrence(every=Duration() as length):
                yield self._counting(norm, length)
            case _:
                pass

    def _before(self, norm: Precedence, file: RulesetFile) -> Iterator[str]:
        count = self.words.labels.COUNTS[norm.count_from]
        if isinstance(norm.lasts, _COUNTED) and looks_at_length_only(norm, file):
            yield self._say("counting_length", count=count)
        elif isinstance(norm.wait, _COUNTED) or isinstance(norm.lasts, _COUNTED):
            yield self._counting(norm, norm.wait, norm.lasts)
        if isinstance(norm.lead, _COUNTED) or isinstance(norm.at_longest, _COUNTED):
            back = self.words.labels.COUNTS_BACK[norm.count_from]
            yield self._say("counting_back", count=back)

    def _source(self, norm: Norm | NamedTerm, file: RulesetFile) -> str:
        confidence = sentence(self.words.labels.CONFIDENCES[norm.confidence]) + "."
        if norm.article is None:
            seen = norm.confidence is Confidence.SEEN  # what has no place was not read there
            return self._say("no_article_seen" if seen else "no_article", confidence=confidence)
        source = file.sources.get(norm.article.source)
        title = source.title if source else norm.article.source
        article = self.words.article(norm.article.article)
        return self._say("article", source=title, article=article, confidence=confidence)

    def _judged(self, norm: Statement) -> Iterator[str]:
        if isinstance(norm.by, NotStated):
            yield self._say("bearer_open")
        elif norm.by is not None:
            yield self._say("bearer", role=self.names.role_spec(norm.by))
        if norm.strength is not Strength.MUST:
            strength = self.words.labels.STRENGTHS[norm.strength]
            yield self._say("strength_statement", strength=strength)
        if norm.judged_by is None:
            yield self._say("judged_by_nobody")
        else:
            yield self._say("judged_by", role=self.names.role(norm.judged_by))

    def _ref(self, ref: NormRef) -> str:
        """A norm by its title, with its file if that is another one."""
        name = self.names.norm(ref)
        if ref.file == self.names.ruleset.own.id:
            return name
        return self.words.part("in_file", name=name, file=ref.file)

    def _replaces(self, one: Norm | NamedTerm, file: RulesetFile) -> Iterator[str]:
        """What a norm or term takes the place of, and whether it asks less."""
        for replaced in self.names.ruleset.replaced:
            if replaced.new == NormRef(file.id, one.id):
                key = _REPLACES[replaced.less]
                yield self._say(key, norm=self._ref(replaced.old))

    def _standing(self, norm: Norm) -> Iterator[str]:
        match norm.prevails_over:
            case NormRef():
                yield self._say("prevails_over", norm=self._ref(norm.prevails_over))
            case NotStated():
                yield self._say("prevails_not_stated")
            case None:
                pass

    def _remarks(self, one: Norm | NamedTerm) -> Iterator[str]:
        if one.minimum:
            yield self._say("minimum")
        if one.why:
            yield self._say("why", why=self.names.prose(one.why))
