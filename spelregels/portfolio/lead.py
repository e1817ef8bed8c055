"""P6: exactly one party has the lead, in a trajectory; no two over all that cross each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from spelregels.model.portfolio import Lead, LeadPer
from spelregels.model.portfolio_found import Figure, Lack, Name, PortfolioFinding, Reason, Run
from spelregels.model.words import How, Word
from spelregels.portfolio.answer import Answer
from spelregels.portfolio.areas import Tree
from spelregels.portfolio.doubts import doubtful
from spelregels.portfolio.facets import Facet, may_cross, run_lacks, surely_cross
from spelregels.portfolio.groups import Group, groups
from spelregels.portfolio.held import Held, Stretch, held_in, may_be_several, stretches
from spelregels.portfolio.overlap import LEAST, about, facets_of
from spelregels.portfolio.shown import Shown


def lead(asked: Lead, portfolio: Sequence[Shown], tree: Tree) -> Answer:
    """Each trajectory, or each largest group of those that cross, judged."""
    answer = Answer()
    lacks: list[Lack] = []
    if asked.per is LeadPer.TRAJECTORY:
        for shown in portfolio:
            if shown.run is not None:
                lacks += _of_one(asked, shown, shown.run, answer)
    else:
        facets = facets_of(portfolio, asked.same, tree)
        for group in groups(facets, asked.same, tree, LEAST):
            lacks += _of_group(asked, group, facets, answer)
        lacks += _may_cross_more(asked, facets, tree)
    if lacks:
        answer.doubt(Reason.LEAD_UNKNOWN, (lack.owner for lack in lacks), lacks)
    return answer


def _of_one(asked: Lead, shown: Shown, run: Run, answer: Answer) -> Sequence[Lack]:
    """Notes what is found of one trajectory. Out: what is missing, if it cannot be told."""
    who = held_in(asked, shown)
    changes, longer = who.changes(), asked.longer_than
    surely, perhaps = (run.sure_from, run.sure_to), (run.may_from, run.may_to)
    none = stretches(surely, changes, who.surely_none, longer)
    several = stretches(surely, changes, lambda day: len(who.known(day)) > 1, longer)
    if none:
        answer.findings.append(_finding(Reason.NO_LEAD, (shown.id,), none, (), {}))
    if several:
        answer.findings.append(_finding(Reason.SEVERAL_LEADS, (shown.id,), several, (who,), {}))
    if none or several:
        return ()
    if stretches(perhaps, changes, lambda day: not who.surely(day), longer) or stretches(
        perhaps, changes, lambda day: may_be_several((who,), day), longer
    ):
        return _why((who,), (shown,))
    answer.kept += 1
    return ()


def _of_group(asked: Lead, group: Group, facets: Sequence[Facet], answer: Answer) -> Sequence[Lack]:
    """On each day on which two or more of them run: those that run have one lead at most."""
    logs = [facets[n].shown for n in group.members]
    runs = [facets[n].run for n in group.members]
    helds = [held_in(asked, shown) for shown in logs]
    changes = {day for held in helds for day in held.changes()}
    changes |= {day for r in runs for day in (r.may_from, r.sure_from, r.sure_to + 1, r.may_to + 1)}

    def surely(day: int) -> bool:
        now = [h for h, r in zip(helds, runs, strict=True) if r.sure_from <= day <= r.sure_to]
        return len(now) > 1 and len(_parties(now, day)) > 1

    def maybe(day: int) -> bool:
        now = [h for h, r in zip(helds, runs, strict=True) if r.may_from <= day <= r.may_to]
        return len(now) > 1 and may_be_several(now, day)

    days = min(r.may_from for r in runs), max(r.may_to for r in runs)
    several = stretches(days, changes, surely, asked.longer_than)
    if several:
        ids = tuple(shown.id for shown in logs)
        found = _finding(Reason.SEVERAL_LEADS, ids, several, helds, about(group))
        answer.findings.append(found)
    elif stretches(days, changes, maybe, asked.longer_than):
        return _why(helds, logs)
    else:
        answer.kept += 1
    return ()


def _why(helds: Sequence[Held], logs: Sequence[Shown]) -> list[Lack]:
    """What is missing; where nothing else is, the order of takings and layings down on one day."""
    known = [lack for held in helds for lack in held.lacks]
    known = known or [lack for s in logs if s.run is not None for lack in run_lacks(s, s.run)]
    return known or [Lack(shown.id, How.ORDER_UNKNOWN) for shown in logs]


def _may_cross_more(asked: Lead, facets: Sequence[Facet], tree: Tree) -> list[Lack]:
    def doubt(one: Facet, other: Facet) -> bool:
        return may_cross(one, other, asked.same, tree) and not surely_cross(
            one, other, asked.same, tree
        )

    return [lack for n in doubtful(facets, tree, doubt) for lack in facets[n].lacks(tree)]


def _parties(helds: Iterable[Held], day: int) -> set[str]:
    return {party for held in helds for party in held.known(day)}


def _finding(
    reason: Reason,
    ids: tuple[str, ...],
    found: Sequence[Stretch],
    helds: Sequence[Held],
    where: dict[str, tuple[str, ...]],
) -> PortfolioFinding:
    """One finding for all such stretches, with the days of the longest."""
    first, last = max(found, key=lambda s: (s[1] - s[0], -s[0]))
    names = {name for a, b in found for day in (a, b) for name in _parties(helds, day)}
    if names:
        where = {**where, "party": tuple(sorted(names))}
    return PortfolioFinding(
        word=Word.BROKEN,
        reason=reason,
        trajectories=ids,
        about=where,
        first=date.fromordinal(first),
        last=date.fromordinal(last),
        evidence=tuple(h.at for held in helds for h in held.holdings if h.party in names),
        figures=(Figure(Name.DAYS, last - first + 1, last - first + 1),),
    )
