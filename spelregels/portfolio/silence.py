"""P13: the longest time in which a running trajectory let nothing be heard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from spelregels.model.portfolio import Silence
from spelregels.model.portfolio_found import Figure, Lack, Name, PortfolioFinding, Reason, Run
from spelregels.model.words import How, Word
from spelregels.portfolio.answer import Answer
from spelregels.portfolio.facets import run_lacks
from spelregels.portfolio.seen import Found, deeds_named, last_before
from spelregels.portfolio.shown import Shown


def silence(asked: Silence, portfolio: Sequence[Shown]) -> Answer:
    """Every trajectory with events, judged."""
    answer = Answer()
    lacks: list[Lack] = []
    for shown in portfolio:
        if shown.run is not None:
            lacks += _of_one(asked, shown, shown.run, answer)
    if lacks:
        answer.doubt(Reason.SILENCE_UNKNOWN, (lack.owner for lack in lacks), lacks)
    return answer


def _of_one(asked: Silence, shown: Shown, run: Run, answer: Answer) -> Sequence[Lack]:
    """Notes one trajectory. Out: what is missing, if it cannot be told."""
    found = _acts(asked, shown)
    lacks = _unseen(asked, shown)
    too_long = [(a, b) for a, b in gaps(found, run) if b > last_before(a, asked.at_most)]
    if too_long and not lacks:
        first, last = max(too_long, key=lambda gap: (gap[1] - gap[0], -gap[0]))
        answer.findings.append(
            PortfolioFinding(
                word=Word.BROKEN,
                reason=Reason.SILENT,
                trajectories=(shown.id,),
                first=date.fromordinal(first),
                last=date.fromordinal(last),
                figures=(Figure(Name.DAYS, last - first, last - first),),
            )
        )
        return ()
    if not too_long_possible(found, run, asked):
        answer.kept += 1
        return ()
    vague = [
        Lack(shown.id, How.DATE_UNKNOWN, seen.event.id)
        for seen, sure in found
        if not sure or seen.lo != seen.hi
    ]
    return [*lacks, *vague, *run_lacks(shown, run)]


def _acts(asked: Silence, shown: Shown) -> Found:
    if asked.of:
        return shown.found(asked.of)
    return [(seen, seen.sure) for seen in shown.seen]


def _unseen(asked: Silence, shown: Shown) -> list[Lack]:
    if asked.of:
        names = shown.unrecorded(deeds_named(asked.of))
        return [Lack(shown.id, How.NOT_RECORDED, "", name) for name in names]
    return [] if shown.log.records is None else [Lack(shown.id, How.NOT_RECORDED)]


def gaps(found: Found, run: Run) -> Iterator[tuple[int, int]]:
    """The times surely without such an act, within the days it surely runs.

    Each from the last day on which one may have been, through the first on which the next may be.
    """
    reached = run.sure_from
    for seen, _ in sorted(found, key=lambda pair: pair[0].lo):
        here = min(seen.lo, run.sure_to)
        if here > reached:
            yield reached, here
        reached = max(reached, seen.hi)
    if run.sure_to > reached:
        yield reached, run.sure_to


def too_long_possible(found: Found, run: Run, asked: Silence) -> bool:
    """Whether it may have been silent too long, for all that is known.

    After the first possible day of an act, the next act surely comes by the first *last possible
    day* of those that surely come later.
    """
    sure = [seen for seen, happened in found if happened]
    starts = sorted({run.may_from, *(seen.lo for seen in sure)})
    later = sorted(sure, key=lambda seen: seen.lo, reverse=True)
    latest = run.may_to
    passed = 0
    for start in reversed(starts):
        while passed < len(later) and later[passed].lo > start:
            latest = min(latest, later[passed].hi)
            passed += 1
        if latest > last_before(start, asked.at_most):
            return True
    return False
