"""What every plain norm needs: when it applies, what is linked to it, who is exempt."""

from __future__ import annotations

from spelregels.audit.plain.log import PlainLog, Step
from spelregels.audit.plain.numbers import NotPlain
from spelregels.model.norms import Exemption, Norm, Precedence, Response
from spelregels.model.patterns import ActPattern, OnePattern, Pattern
from spelregels.model.ruleset import RulesetFile
from spelregels.model.words import Word

Said = tuple[str, str, Word]  # trigger, act, word
UNMET = frozenset({Word.OPEN, Word.LATE, Word.OVERDUE, Word.BROKEN, Word.NO_LONGER_DUE})


class Asking:
    """The norms of a ruleset on one plain log."""

    def __init__(self, log: PlainLog) -> None:
        self.log = log
        self.norms = [(file, norm) for file in log.rules.files for norm in file.norms]

    def applies(self, file: RulesetFile, norm: Norm, step: Step | None) -> bool:
        """Whether the norm asks anything at this event."""
        head = self.log.true(file.applies, None) and self.log.true(norm.applies, None)
        return head and self.log.happened(norm.if_, step)

    def triggers(self, file: RulesetFile, norm: Norm, pattern: Pattern) -> list[Step]:
        """The events that raise an instance."""
        return [s for s in self.log.all(pattern) if self.applies(file, norm, s)]

    def exempt(self, step: Step | None, pattern: Pattern) -> bool:
        """Whether some exemption lifts the duty to do this: whatever of it is chosen."""
        return any(
            isinstance(norm, Exemption)
            and all(any(_asks_as_much(duty, e) for e in norm.need_not) for duty in pattern)
            and self.applies(file, norm, step)
            for file, norm in self.norms
        )

    def _finally(self, step: Step | None, musts: tuple[Pattern, ...], word: Word) -> Word:
        spared = word in UNMET and any(self.exempt(step, must) for must in musts)
        return Word.EXCUSED if spared else word

    def _linked(self, norm: Response | Precedence, trigger: Step, other: Step) -> bool:
        if norm.link is None:
            return True
        name = norm.link.answers or norm.link.same or ""
        if other.event is None or trigger.event is None:
            raise NotPlain
        mine = other.event.attributes.get(name)
        theirs = trigger.event.attributes.get(name) if norm.link.same else trigger.name
        if mine is None or theirs is None:
            raise NotPlain  # a missing link: M8
        return mine == theirs

    def _excused_before(self, norm: Norm, step: Step) -> bool:
        return any(s.rank < step.rank for s in self.log.all(norm.unless)) if norm.unless else False


def _asks_as_much(duty: OnePattern, spared: OnePattern) -> bool:
    """Whether a duty asks all that an exemption speaks of."""
    if not isinstance(duty, ActPattern) or not isinstance(spared, ActPattern):
        return False
    told = [(spared.by, duty.by), (spared.outcome or None, duty.outcome)]
    told_all = [*told, (spared.where, duty.where)]
    return duty.act == spared.act and all(asked in (None, has) for asked, has in told_all)


def act_of(pattern: Pattern) -> str:
    """The act or moment that a pattern asks for first."""
    part = pattern[0]
    if isinstance(part, ActPattern):
        return part.act
    return f"{part.term.term}.{part.edge.value}"
