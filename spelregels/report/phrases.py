"""Terms, patterns, conditions and windows in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from spelregels.model.patterns import (
    ActPattern,
    AllOf,
    AnyOf,
    BetweenWindow,
    Condition,
    Edge,
    Happened,
    MomentPattern,
    NoneOf,
    OnePattern,
    Op,
    Pattern,
    Situation,
    SituationAll,
    SituationAny,
    StageWindow,
    TermWindow,
    Test,
    Window,
)
from spelregels.model.terms import (
    AttributeTerm,
    DateTerm,
    Duration,
    MeetingTerm,
    NotStated,
    SameMoment,
    Term,
    Vague,
)
from spelregels.report.attributes import Attributes
from spelregels.report.names import Names, readable


@dataclass(frozen=True, slots=True)
class Phrases:
    """The parts of norms in the words of ``names``."""

    names: Names

    def pattern(self, pattern: Pattern) -> str:
        """Any of these: ``‘a’ door het college of ‘b’``."""
        return self.names.words.join((self.one(p) for p in pattern), "or")

    def each(self, patterns: tuple[Pattern, ...]) -> str:
        """All of these, each judged apart."""
        joiner = self.names.words.part("and_also")
        return joiner.join(self.pattern(p) for p in patterns)

    def one(self, pattern: OnePattern) -> str:
        """An act with its role, outcome and conditions, or a moment of a term."""
        match pattern:
            case ActPattern():
                return self._act(pattern)
            case MomentPattern(term=term, edge=Edge.BEGUN):
                return self.names.words.part("term_begun", term=self.names.term(term))
            case MomentPattern(term=term):
                return self.names.words.part("term_passed", term=self.names.term(term))

    def _act(self, pattern: ActPattern) -> str:
        words = self.names.words
        text = self.names.act(pattern.act)
        if pattern.outcome:
            outcome = words.join(map(readable, pattern.outcome), "or")
            text += words.part("with_outcome", outcome=outcome)
        if pattern.by is not None:
            text += words.part("by", role=self.names.role_spec(pattern.by))
        if pattern.where is not None:
            text += words.part("where", condition=self.condition(pattern.where))
        return text

    def condition(self, condition: Condition) -> str:
        """``‘bedrag’ is hoogstens 5000``, as a sentence of its own."""
        return self._condition(condition, self.names.words.labels.OPERATORS)

    def clause(self, condition: Condition) -> str:
        """``‘bedrag’ hoogstens 5000 is``, to stand after *if*, *that* or *where*."""
        return self._condition(condition, self.names.words.labels.CLAUSES)

    def _condition(
        self, condition: Condition, frames: Mapping[Op, str], inside: bool = False
    ) -> str:
        words = self.names.words
        match condition:
            case Test():
                return Attributes(self.names).said(condition, frames)
            case AllOf(parts=parts) | AnyOf(parts=parts):
                word = "and" if isinstance(condition, AllOf) else "or"
                listed = words.join((self._condition(p, frames, True) for p in parts), word)
                return f"({listed})" if inside and len(parts) > 1 else listed
            case NoneOf(parts=parts):
                plain = words.labels.OPERATORS
                listed = words.join((self._condition(p, plain, True) for p in parts), "or")
                return words.part("none_of", parts=listed)

    def attribute(self, attribute: str) -> str:
        """``‘motivering’``."""
        return self.names.quote(readable(attribute))

    def situation(self, situation: Situation, earlier: str) -> str:
        """What must have happened before, or must not have; ``earlier``: ``vóór ‘x’``."""
        words = self.names.words
        match situation:
            case SituationAll(parts=parts):
                return words.part("and_if").join(self.situation(p, earlier) for p in parts)
            case SituationAny(parts=parts):
                return words.part("or_if").join(self.situation(p, earlier) for p in parts)
            case Happened():
                return self._happened(situation, earlier)

    def _happened(self, happened: Happened, earlier: str) -> str:
        words, frames = self.names.words, self.names.words.frames.SITUATIONS
        during = ""
        if happened.during is not None:
            during = words.say(frames, "during", window=self.window(happened.during))
        key = "none" if happened.none else "happened"
        if happened.more_than is not None:
            key = "more_than"
        return words.say(
            frames,
            key,
            earlier=earlier,
            pattern=self.pattern(happened.pattern),
            during=during,
            times=words.times(happened.more_than or 0),
        )

    def window(self, window: Window, past: bool = False) -> str:
        """``tussen ‘a’ en ‘b’``, ``in de fase ‘x’``, ``zolang de termijn ‘t’ loopt``.

        ``past``: as it was when something happened in it.
        """
        words, frames = self.names.words, self.names.words.frames.RULES
        match window:
            case BetweenWindow(opens=opens, closes=closes):
                first, last = self.pattern(opens), self.pattern(closes)
                return words.say(frames, "between", opens=first, closes=last)
            case StageWindow(stage=stage):
                return words.say(frames, "during_stage", stage=self.bare_stage(stage))
            case TermWindow(term=term):
                key = "during_term_past" if past else "during_term"
                return words.say(frames, key, term=self.names.term(term))

    def acts(self, pattern: Pattern) -> str:
        """The bare names in a pattern, without who, outcome or conditions."""
        listed = dict.fromkeys(
            self.names.act(p.act) if isinstance(p, ActPattern) else self.one(p) for p in pattern
        )
        return self.names.words.join(listed, "or")

    def bare_stage(self, stage: str) -> str:
        """``‘aangekondigd’``, without the word for stage."""
        machine = self.names.ruleset.machine
        titles = next((s.title for s in machine.stages if s.id == stage), {}) if machine else {}
        return self.names.quote(self.names.title(titles, stage))

    def within(self, term: Term) -> str:
        """A term as part of a duty: ``binnen 6 weken``."""
        return self._term(term, "within")

    def length(self, term: Term) -> str:
        """A term as a length of time: ``6 weken``."""
        return self._term(term, "length")

    def detail(self, term: Term, key: str) -> str:
        """A length between two events as part of a rule: ``, minstens 2 weken eerder``.

        ``key``: the frame for a length that is stated.
        """
        words, frames = self.names.words, self.names.words.frames.RULES
        match term:
            case Duration():
                return words.say(frames, key, term=self.names.duration(term))
            case NotStated():
                return words.say(frames, "length_not_stated")
            case Vague(word=word):
                return words.say(frames, "length_vague", word=word)
            case _:
                frame = "length_at_most" if key == "at_longest" else "length_at_least"
                return words.say(frames, frame, term=self.length(term))

    def _term(self, term: Term, style: str) -> str:
        words, frames = self.names.words, self.names.words.frames.TERMS
        match term:
            case Duration():
                length = self.names.duration(term)
                return (
                    words.say(frames, "within_duration", length=length)
                    if (style == "within")
                    else length
                )
            case MeetingTerm(meetings=meetings, not_before=None):
                return words.say(frames, f"{style}_meeting", meetings=readable(meetings))
            case MeetingTerm(meetings=meetings, not_before=not_before):
                assert not_before is not None
                length = self.names.duration(not_before)
                key = f"{style}_meeting_from"
                return words.say(frames, key, meetings=readable(meetings), length=length)
            case DateTerm():
                key = f"{style}_before_date" if term.before else f"{style}_date"
                return words.say(frames, key, date=self._date_term(term))
            case SameMoment():
                return words.say(frames, f"{style}_same_moment")
            case AttributeTerm(act=act, attribute=attribute):
                name = self.attribute(attribute)
                return words.say(
                    frames, f"{style}_attribute", attribute=name, act=self.names.act(act)
                )
            case NotStated():
                return words.say(frames, f"{style}_not_stated")
            case Vague(word=word):
                return words.say(frames, f"{style}_vague", word=word)

    def _date_term(self, term: DateTerm) -> str:
        words = self.names.words
        key = "date_next_year" if term.next_year else "date"
        month = words.labels.MONTHS[term.month - 1]
        return words.say(words.frames.TERMS, key, day=term.day, month=month)
