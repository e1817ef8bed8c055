"""P14: the level of participation that the events of a trajectory show, rung by rung."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from spelregels.model.log.truth import Truth, both, either, negate
from spelregels.model.portfolio import Deeds, Promise
from spelregels.model.portfolio_found import Lack, What
from spelregels.model.registers import Registers
from spelregels.model.verdict import Unknown
from spelregels.model.words import How
from spelregels.portfolio.areas import Tree
from spelregels.portfolio.coverage import informed_of
from spelregels.portfolio.levels import Range
from spelregels.portfolio.replies import replied, surely, unseen
from spelregels.portfolio.seen import Found, Seen, before, texts_of
from spelregels.portfolio.shown import Shown


def firsts(decisions: Found) -> list[Seen]:
    """The decisions that may have been the first."""
    latest = min((seen.hi for seen, sure in decisions if sure), default=None)
    return [seen for seen, _ in decisions if latest is None or seen.lo <= latest]


@dataclass(frozen=True, slots=True)
class Using:
    """One trajectory in which something may have been decided."""

    asked: Promise
    shown: Shown
    registers: Registers
    tree: Tree

    def level(self, decisions: Found) -> tuple[Range, tuple[Lack, ...]]:
        """The highest rung of which the demands are met, and those of all below it."""
        low = high = 0
        lacks: tuple[Lack, ...] = ()
        below: Truth = True
        rungs: Sequence[Callable[[Seen], Truth]] = (
            self.told,
            self.answered,
            self.advised,
            self.drawn_up,
            self.agreed,
        )
        for number, rung in enumerate(rungs, start=1):
            below = both(below, _alike(rung(seen) for seen in firsts(decisions)))
            if below is False:
                break
            high = number
            if below is True:
                low = number
            elif isinstance(below, Unknown) and not lacks:
                lacks = (self._lack(below),)
        return Range(low, high), lacks

    def _lack(self, why: Unknown) -> Lack:
        what = What.INFORMED if why.name == What.INFORMED.value else None
        return Lack(self.shown.id, why.how, why.event, "" if what else why.name, what)

    def told(self, decision: Seen) -> Truth:
        """Informing: told before the decision, in each area that is affected."""
        reached = informed_of(self.shown, self.tree).good
        if reached is None:
            return both(
                self._came(self.asked.informed_by, decision),
                Unknown(How.FACT_UNKNOWN, "", What.INFORMED.value),
            )
        return both(self._came(self.asked.informed_by, decision), reached)

    def answered(self, decision: Seen) -> Truth:
        """Consulting: something was asked or put in, and every input has an answer."""
        asked, shown = self.asked, self.shown
        inputs = shown.found(asked.input)
        opened = self._came((*asked.asked_by, *asked.input), decision)
        answers = [self._reply(seen, sure, inputs) for seen, sure in inputs]
        return both(opened, *answers, negate(unseen(shown, asked.input)))

    def _reply(self, seen: Seen, sure: bool, inputs: Found) -> Truth:
        asked = self.asked
        answer = replied(self.shown, seen, inputs, asked.answered_by, asked.answers)
        return answer if sure or answer is True else surely(seen, sure)

    def advised(self, decision: Seen) -> Truth:
        """Advising: advice of residents before the decision, reasons with each departure."""
        asked, shown = self.asked, self.shown
        reasons = [self._excused(seen, sure) for seen, sure in shown.found(asked.departed_by)]
        came = self._came(asked.advice, decision, residents=True)
        return both(came, *reasons, negate(unseen(shown, asked.departed_by)))

    def _excused(self, seen: Seen, sure: bool) -> Truth:
        reasons = self._reasons(seen)
        return reasons if sure or reasons is True else surely(seen, sure)

    def _reasons(self, seen: Seen) -> Truth:
        said = self.shown.value(seen, self.asked.reasons)
        return said if isinstance(said, Unknown) else any(texts_of(said))

    def drawn_up(self, decision: Seen) -> Truth:
        """Co-producing: a proposal drawn up with or by residents before the decision."""
        return self._came(self.asked.drawn_up_by, decision)

    def agreed(self, decision: Seen) -> Truth:
        """Deciding together: the residents' outcome taken over, or openly departed from."""
        asked, shown = self.asked, self.shown
        found = shown.found(asked.agreed_by)
        last = _lasts(shown, found, decision)
        followed = both(self._adopted(decision), _alike(self._same(one, decision) for one in last))
        departed = either(
            both(self._reasons(seen), surely(seen, sure))
            for seen, sure in shown.found(asked.overridden_by)
        )
        open_ = unseen(shown, asked.overridden_by)
        return both(self._came(asked.agreed_by, decision), either((followed, departed, open_)))

    def _adopted(self, decision: Seen) -> Truth:
        outcome = decision.event.outcome
        if not self.asked.adopted or outcome in self.asked.adopted:
            return True
        return False if outcome else Unknown(How.FACT_UNKNOWN, decision.event.id, "outcome")

    def _same(self, agreement: Seen, decision: Seen) -> Truth:
        """Whether the decision says what was agreed, of everything that was agreed."""
        truths: list[Truth] = []
        for name in self.asked.same:
            agreed, got = self.shown.value(agreement, name), self.shown.value(decision, name)
            doubt = next((v for v in (agreed, got) if isinstance(v, Unknown)), None)
            if agreed is not None:
                truths.append(doubt if doubt is not None else agreed == got)
        return both(True, *truths)

    def _came(self, deeds: Deeds, decision: Seen, *, residents: bool = False) -> Truth:
        """Whether such an act came before the decision."""
        shown = self.shown
        came = (
            both(
                surely(seen, sure),
                before(shown.log, seen, decision),
                not residents or shown.by_residents(seen, self.registers.persons),
            )
            for seen, sure in shown.found(deeds)
        )
        return either((*came, unseen(shown, deeds)))


def _lasts(shown: Shown, found: Found, decision: Seen) -> list[Seen]:
    """Those that may have been the last before the decision."""
    may = [(seen, sure) for seen, sure in found if before(shown.log, seen, decision) is not False]
    surely_before = [s for s, sure in may if sure and before(shown.log, s, decision) is True]
    return [
        seen
        for seen, _ in may
        if not any(before(shown.log, seen, later) is True for later in surely_before)
    ]


def _alike(answers: Iterable[Truth]) -> Truth:
    """The answer, if all give the same; else unknown. Of none: yes."""
    every = list(answers)
    if all(answer is True for answer in every):
        return True
    if all(answer is False for answer in every):
        return False
    return next((a for a in every if isinstance(a, Unknown)), Unknown(How.ORDER_UNKNOWN))
