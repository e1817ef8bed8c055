"""P5: trajectories that cross each other without coordination: one finding per largest group."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from spelregels.model.portfolio import Overlap
from spelregels.model.portfolio_found import Figure, Lack, Name, PortfolioFinding, Reason
from spelregels.model.words import Word
from spelregels.portfolio.answer import Answer
from spelregels.portfolio.areas import Tree
from spelregels.portfolio.coordination import Coordination, tied
from spelregels.portfolio.doubts import doubtful
from spelregels.portfolio.facets import Facet, facet, may_cross, surely_cross
from spelregels.portfolio.groups import Group, groups
from spelregels.portfolio.shown import Shown

LEAST = 2


def overlap(asked: Overlap, portfolio: Sequence[Shown], tree: Tree) -> Answer:
    """Every largest group judged; and one finding for all whose crossing cannot be told."""
    facets = facets_of(portfolio, asked.same, tree)
    all_acts = Coordination.of(asked, portfolio)
    answer = Answer()
    for group in groups(facets, asked.same, tree, LEAST):
        _judge(group, facets, all_acts, answer)

    def doubt(one: Facet, other: Facet) -> bool:
        return (
            may_cross(one, other, asked.same, tree)
            and not surely_cross(one, other, asked.same, tree)
            and not all_acts.surely(one.id, other.id)
        )

    hazy = [facets[n] for n in doubtful(facets, tree, doubt)]
    if hazy:
        lacks = tuple(lack for one in hazy for lack in one.lacks(tree))
        answer.doubt(Reason.MAY_CROSS, tuple(one.id for one in hazy), lacks)
    return answer


def facets_of(portfolio: Sequence[Shown], same: Sequence[str], tree: Tree) -> list[Facet]:
    """The facets of all that have events."""
    found = (facet(shown, same, tree) for shown in portfolio)
    return [one for one in found if one is not None]


def _judge(group: Group, facets: Sequence[Facet], all_acts: Coordination, answer: Answer) -> None:
    ids = tuple(facets[n].id for n in group.members)
    size = len(ids)
    known = tied(ids, all_acts)
    all_pairs = size * (size - 1) // 2
    if known.pairs == all_pairs:
        answer.kept += 1
        return
    lacks: tuple[Lack, ...] = () if known.loose else known.lacks
    answer.findings.append(
        PortfolioFinding(
            word=Word.BROKEN if known.loose else Word.CANNOT_TELL,
            reason=Reason.NOT_COORDINATED if known.loose else Reason.COORDINATION_UNKNOWN,
            trajectories=ids,
            about=about(group),
            first=date.fromordinal(group.first),
            last=date.fromordinal(group.last),
            evidence=known.evidence,
            figures=(
                Figure(Name.GROUP, size, size),
                Figure(Name.COORDINATED_PAIRS, known.pairs, known.pairs),
                Figure(Name.PAIRS, all_pairs, all_pairs),
            ),
            lacks=lacks,
        )
    )


def about(group: Group) -> dict[str, tuple[str, ...]]:
    """Where a group meets, and on what."""
    return {"area": group.areas, "theme": tuple(value for _, value in group.themes)}
