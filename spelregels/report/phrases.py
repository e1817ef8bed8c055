"""Terms, patterns, conditions and windows in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from spelregels.model.frozen import dataclass
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
from spelregels.report.day_terms import day_of, when_on
from spelregels.report.names import Names, readable


@dataclass(frozen=True, slots=True)
class Phrases:
    """The parts of norms in the words of ``names``."""

    names: Names

    def pattern(self, pattern: Pattern) -> str:
        """Any of these: ``‘a’ door het college of ‘b’``; what is asked of several is told once."""
        words = self.names.words
        alike: dict[object, list[OnePattern]] = {}
        for one in pattern:
            alike.setdefault(_asked_of(one), []).append(one)
        if len(alike) == len(pattern) and not any(map(_offers_a_choice, pattern[:-1])):
            return words.join(map(self.one, pattern), "or")
        return words.part("or_else").join(map(self._alike, alike.values()))

    def _alike(self, some: list[OnePattern]) -> str:
        """Acts of which the same is asked: ``‘a’ of ‘b’, steeds door het college``."""
        acts = [one for one in some if isinstance(one, ActPattern)]
        if len(some) == 1 or not acts:
            return self.names.words.join(map(self.one, some), "or")
        words, first = self.names.words, acts[0]
        text = words.join((self.names.act(one.act) for one in acts), "or")
        rest = self._who(first)
        text += words.part("each_of_these", rest=rest) if rest else ""
        if first.where is None:
            return text
        return text + words.part(
            "where" if rest else "where_each", condition=self.condition(first.where)
        )

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
                return self.names.words.part("term_begun", term=self.names.the_term(term))
            case MomentPattern(term=term):
                return self.names.words.part("term_passed", term=self.names.the_term(term))

    def _act(self, pattern: ActPattern) -> str:
        text = self.names.act(pattern.act) + self._who(pattern)
        if pattern.where is not None:
            text += self.names.words.part("where", condition=self.condition(pattern.where))
        return text

    def _who(self, pattern: ActPattern) -> str:
        """With which outcome and by whom."""
        text = self.outcome(pattern.outcome)
        if pattern.by is not None:
            text += self.names.words.part("by", role=self.names.role_spec(pattern.by))
        return text

    def outcome(self, outcomes: tuple[str, ...]) -> str:
        """`` met uitkomst ‘aangenomen’ of ‘verworpen’``; empty if any will do."""
        words = self.names.words
        listed = words.join((self.names.quote(readable(one)) for one in outcomes), "or")
        return words.part("with_outcome", outcome=listed) if listed else ""

    def condition(self, condition: Condition) -> str:
        """``‘bedrag’ is hoogstens 5000``, as a sentence of its own."""
        return self._condition(condition, self.names.words.labels.OPERATORS)

    def clause(self, condition: Condition, beside: bool = False) -> str:
        """``‘bedrag’ hoogstens 5000 is``, to stand after *if*, *that* or *where*.

        ``beside``: beside another clause, so that an *or* needs brackets.
        """
        inside = beside and isinstance(condition, AnyOf)
        return self._condition(condition, self.names.words.labels.CLAUSES, inside)

    def _condition(
        self, condition: Condition, frames: Mapping[Op, str], inside: bool = False
    ) -> str:
        words = self.names.words
        match condition:
            case Test():
                return Attributes(self.names).said(condition, frames)
            case AllOf():
                parts = tuple(_flat(condition))
                listed = self._listed(parts, frames, "and")
                return words.part("some_of", parts=listed) if inside and len(parts) > 1 else listed
            case AnyOf(parts=parts):
                listed = self._listed(parts, frames, "or")
                return words.part("some_of", parts=listed) if inside and len(parts) > 1 else listed
            case NoneOf(parts=parts):
                plain = words.labels.OPERATORS
                listed = words.join((self._condition(p, plain, True) for p in parts), "or")
                return words.part("none_of", parts=listed)

    def _listed(self, parts: tuple[Condition, ...], frames: Mapping[Op, str], word: str) -> str:
        """All in words; a comma goes before the last *and* where some were told at once."""
        said = tuple(self._parts(parts, frames, word))
        return self.names.words.join(said, word if len(said) == len(parts) else f"{word}_wide")

    def _parts(
        self, parts: tuple[Condition, ...], frames: Mapping[Op, str], word: str
    ) -> Iterator[str]:
        """Each in words; tests beside each other that ask alike are told at once."""
        attributes = Attributes(self.names)
        for shared, some in groupby(parts, lambda one: attributes.shared(one, word)):
            same = list(some)
            tests = [one for one in same if isinstance(one, Test)]
            if shared and len(tests) > 1:
                yield attributes.at_once(tests, frames, word)
            else:
                yield from (self._condition(one, frames, True) for one in same)

    def attribute(self, attribute: str) -> str:
        """``‘motivering’``."""
        return Attributes(self.names).name(attribute)

    def situation(self, situation: Situation, earlier: str, inside: bool = False) -> str:
        """What must have happened before, or must not have; ``earlier``: ``vóór ‘x’``."""
        words = self.names.words
        match situation:
            case SituationAll(parts=parts) | SituationAny(parts=parts):
                word = "and_if" if isinstance(situation, SituationAll) else "or_if"
                joined = words.part(word).join(self.situation(p, earlier, True) for p in parts)
                return words.part("some_of", parts=joined) if inside and len(parts) > 1 else joined
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

    def window(self, window: Window, past: bool = False, first: bool = False) -> str:
        """``tussen ‘a’ en ‘b’``, ``in de fase ‘x’``, ``zolang de termijn ‘t’ loopt``.

        ``past``: as it was when something happened in it. ``first``: at the head of a sentence.
        """
        words, frames = self.names.words, self.names.words.frames.RULES
        match window:
            case BetweenWindow(opens=opens, closes=closes):
                begin, end = self.pattern(opens), self.pattern(closes)
                return words.say(frames, "between", opens=begin, closes=end)
            case StageWindow(stage=stage):
                return words.say(frames, "during_stage", stage=self.bare_stage(stage))
            case TermWindow(term=term):
                style = "_past" if past else ("_first" if first else "")
                return words.say(frames, f"during_term{style}", term=self.names.the_term(term))

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
            case DateTerm():
                return words.say(frames, "on_date", when=when_on(term, key, words))
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
                return words.say(frames, key, date=day_of(term, words))
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


def _asked_of(one: OnePattern) -> object:
    """What is asked of an act besides that it is done; of a bare act or a moment only itself."""
    if isinstance(one, ActPattern) and (one.by or one.outcome or one.where):
        return (one.by, one.outcome, one.where)
    return one


def _offers_a_choice(one: OnePattern) -> bool:
    """Whether *or* stands within it, so that an *or* behind it would be unclear."""
    if not isinstance(one, ActPattern):
        return False
    return len(one.outcome) > 1 or (one.by is not None and len(one.by.any_of) > 1)


def _flat(condition: AllOf) -> Iterator[Condition]:
    """All that must hold, without brackets within brackets."""
    for part in condition.parts:
        if isinstance(part, AllOf):
            yield from _flat(part)
        else:
            yield part
