"""P14: the level that was promised, against what the rules give and what the events show."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from spelregels.model.frozen import dataclass
from spelregels.model.log.truth import Truth, negate
from spelregels.model.portfolio import Promise
from spelregels.model.portfolio_found import (
    Figure,
    Lack,
    Name,
    Pointer,
    PortfolioFinding,
    Reason,
    What,
)
from spelregels.model.registers import Registers
from spelregels.model.verdict import Unknown
from spelregels.model.words import How, Word
from spelregels.portfolio.answer import Answer
from spelregels.portfolio.areas import Tree
from spelregels.portfolio.levels import ANY, HIGHEST, RANK, RANK_OF_WORD, Range, held_by
from spelregels.portfolio.replies import surely, unseen
from spelregels.portfolio.seen import Found, Seen, before, deeds_named, texts_of
from spelregels.portfolio.shown import Shown
from spelregels.portfolio.using import Using


@dataclass(frozen=True, slots=True)
class Promised:
    """The level last promised before the decision, 0: none. ``lacks``: why it is no single one."""

    level: Range
    lacks: tuple[Lack, ...] = ()


def promise(asked: Promise, portfolio: Sequence[Shown], registers: Registers, tree: Tree) -> Answer:
    """Every trajectory in which a level was promised."""
    answer = Answer()
    lacks: list[Lack] = []
    for shown in portfolio:
        if shown.run is not None:
            lacks += _of_one(asked, shown, Using(asked, shown, registers, tree), answer)
    if lacks:
        answer.doubt(Reason.PROMISE_UNKNOWN, (lack.owner for lack in lacks), lacks)
    return answer


def _of_one(asked: Promise, shown: Shown, using: Using, answer: Answer) -> Sequence[Lack]:
    """Notes one trajectory. Out: what is missing, if it cannot be told."""
    decisions = shown.found(asked.decision)
    promised = promised_in(asked, shown, decisions)
    level, held, decided = promised.level, held_by(shown.rules), _decided(asked, shown, decisions)
    if level.high == 0:
        return ()
    used, why_used = using.level(decisions) if decisions else (ANY, ())
    reason = None
    if level.low > held.high:
        reason = Reason.PROMISED_ABOVE_HELD
    elif decided is True and level.low > used.high:
        reason = Reason.PROMISED_ABOVE_USED
    if reason is not None and not shown.begun:
        return (Lack(shown.id, How.DATE_UNKNOWN, what=What.BEGIN),)
    if reason is not None:
        figures = [Figure(Name.PROMISED, level.low, level.high)]
        if shown.rules.machine is not None:
            figures.append(Figure(Name.HELD, held.low, held.high))
        if decided is True:
            figures.append(Figure(Name.USED, used.low, used.high))
        answer.findings.append(_finding(reason, shown, decisions, tuple(figures)))
        return ()
    if held.low >= level.high and decided is False:
        answer.open += 1
        return ()
    if held.low >= level.high and decided is True and used.low >= level.high:
        answer.kept += 1
        return ()
    lacks = [*promised.lacks]
    if held.low < min(level.high, held.high):
        lacks.append(Lack(shown.id, How.NOT_STATED, what=What.DECIDES))
    if isinstance(decided, Unknown):
        lacks.append(Lack(shown.id, decided.how, decided.event, decided.name))
    return lacks or why_used


def _finding(
    reason: Reason, shown: Shown, decisions: Found, figures: tuple[Figure, ...]
) -> PortfolioFinding:
    return PortfolioFinding(
        word=Word.BROKEN,
        reason=reason,
        trajectories=(shown.id,),
        evidence=tuple(Pointer(shown.id, seen.event.id) for seen, sure in decisions if sure),
        figures=figures,
    )


def _decided(asked: Promise, shown: Shown, decisions: Found) -> Truth:
    if any(sure for _, sure in decisions):
        return True
    if decisions:
        return surely(*decisions[0])
    missing = shown.unrecorded(deeds_named(asked.decision))
    return Unknown(How.NOT_RECORDED, "", missing[0]) if missing else False


def promised_in(asked: Promise, shown: Shown, decisions: Found) -> Promised:
    """The level of the header, unless an event before the decision says otherwise: the last."""
    header = RANK[shown.log.level] if shown.log.level else 0
    told: list[tuple[Seen, int]] = []
    perhaps: set[int] = set()
    lacks: list[Lack] = []
    for seen, sure in shown.found(asked.promised_by):
        timely = _in_time(asked, shown, seen, decisions)
        said = shown.value(seen, asked.level)
        if timely is False or said is None:
            continue
        if isinstance(said, Unknown):
            perhaps |= set(range(1, HIGHEST + 1))
            lacks.append(Lack(shown.id, said.how, said.event, said.name))
            continue
        rank = max(RANK_OF_WORD.get(text, 0) for text in texts_of(said))
        told.append((seen, rank))
        if timely is not True or not sure:
            perhaps.add(rank)
            lacks.append(Lack(shown.id, How.DATE_UNKNOWN, seen.event.id))
    for (one, _), (other, _) in pairwise(told):
        if before(shown.log, one, other) is not True:
            perhaps |= {rank for _, rank in told}
            lacks.append(Lack(shown.id, How.ORDER_UNKNOWN, one.event.id))
    missing = shown.unrecorded(deeds_named(asked.promised_by))
    if missing and not told and not header:
        return Promised(ANY, (Lack(shown.id, How.FACT_UNKNOWN, what=What.PROMISED), *lacks))
    if not perhaps:
        level = told[-1][1] if told else header
        return Promised(Range(level, level))
    every = {header, *perhaps, *(rank for _, rank in told)}
    return Promised(Range(min(every), max(every)), tuple(lacks))


def _in_time(asked: Promise, shown: Shown, seen: Seen, decisions: Found) -> Truth:
    """Whether something came before the first decision; without one, everything did."""
    log = shown.log
    if any(sure and before(log, one, seen) is True for one, sure in decisions):
        return False
    doubt = next((a for one, _ in decisions if (a := before(log, seen, one)) is not True), True)
    if doubt is not True:
        return Unknown(How.DATE_UNKNOWN, seen.event.id, seen.event.act)
    return negate(unseen(shown, asked.decision))
