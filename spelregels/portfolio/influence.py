"""P15: figures about the advice of residents: answered, departed from, and how weighty it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spelregels.model.frozen import dataclass
from spelregels.model.log.truth import Truth, both, either, negate
from spelregels.model.portfolio import Influence
from spelregels.model.portfolio_found import Figure, Name
from spelregels.model.registers import Registers
from spelregels.model.verdict import Unknown
from spelregels.portfolio.answer import Answer
from spelregels.portfolio.busiest import in_window
from spelregels.portfolio.replies import replied, surely, unseen
from spelregels.portfolio.seen import before
from spelregels.portfolio.shown import Shown


@dataclass(frozen=True, slots=True)
class Advice:
    """One advice: whether it counts, was answered, was decided upon, and was not departed from.

    ``weight`` None: the register gives its topic no weight.
    """

    counts: Truth
    answered: Truth
    decided: Truth
    not_departed: Truth
    weight: int | None


def influence(
    asked: Influence, portfolio: Sequence[Shown], registers: Registers, as_of: int
) -> Answer:
    """Figures over the whole portfolio; never a verdict."""
    answer = Answer()
    every = [a for s in portfolio for a in advices(asked, s, registers, as_of)]
    if not every:
        return answer
    hidden = any(shown.unrecorded(deed.act for deed in asked.advice) for shown in portfolio)
    answer.figures += [
        _count(Name.ADVICE, [a.counts for a in every], hidden),
        _count(Name.ANSWERED, [both(a.counts, a.answered) for a in every], hidden),
        _count(Name.DECIDED, [both(a.counts, a.decided) for a in every], hidden),
        _count(Name.NOT_DEPARTED, [both(a.counts, a.not_departed) for a in every], hidden),
    ]
    weighed = [a for a in every if a.weight is not None]
    if weighed:
        whole = [(both(a.counts, a.decided), a.weight or 0) for a in weighed]
        kept = [(both(a.counts, a.not_departed), a.weight or 0) for a in weighed]
        answer.figures += [_weight(Name.WEIGHT, whole), _weight(Name.WEIGHT_NOT_DEPARTED, kept)]
    unweighed = len(every) - len(weighed)
    answer.figures.append(Figure(Name.WEIGHT_UNKNOWN, unweighed, unweighed))
    return answer


def _count(name: Name, truths: Sequence[Truth], hidden: bool) -> Figure:
    high = sum(truth is not False for truth in truths)
    return Figure(name, sum(truth is True for truth in truths), None if hidden else high)


def _weight(name: Name, parts: Sequence[tuple[Truth, int]]) -> Figure:
    low = sum(weight for truth, weight in parts if truth is True)
    return Figure(name, low, sum(weight for truth, weight in parts if truth is not False))


def advices(asked: Influence, shown: Shown, registers: Registers, as_of: int) -> Iterator[Advice]:
    """Every advice of residents in one trajectory."""
    found = shown.found(asked.advice)
    decisions = shown.found(asked.decision)
    topic = shown.header("topic")
    weight = None if isinstance(topic, Unknown) else registers.topics.get(str(topic))
    for seen, sure in found:
        counts = both(
            surely(seen, sure),
            in_window(seen, asked.window, as_of),
            shown.by_residents(seen, registers.persons),
        )
        if counts is False:
            continue
        decided = either(
            (
                *(both(surely(d, done), before(shown.log, seen, d)) for d, done in decisions),
                unseen(shown, asked.decision),
            )
        )
        departed = replied(shown, seen, found, asked.departed_by, asked.answers)
        yield Advice(
            counts,
            replied(shown, seen, found, asked.answered_by, asked.answers),
            decided,
            both(decided, negate(departed)),
            weight,
        )
