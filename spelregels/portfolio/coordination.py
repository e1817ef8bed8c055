"""Acts of coordination: which trajectories they tie together, and what stays in doubt (P5)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from spelregels.model.frozen import dataclass
from spelregels.model.portfolio import Overlap
from spelregels.model.portfolio_found import Lack, Pointer
from spelregels.model.verdict import Unknown
from spelregels.model.words import How
from spelregels.portfolio.seen import deeds_named, texts_of
from spelregels.portfolio.shown import Shown

Pair = frozenset[str]


@dataclass(frozen=True, slots=True)
class Act:
    """One act of coordination: the trajectories it ties together, its own among them."""

    at: Pointer
    tied: frozenset[str]
    sure: bool


@dataclass(frozen=True, slots=True)
class Coordination:
    """``acts``: by trajectory, those that tie it. ``hazy``: by trajectory, why it may have more."""

    acts: Mapping[str, Sequence[Act]]
    hazy: Mapping[str, Sequence[Lack]]

    @classmethod
    def of(cls, asked: Overlap, portfolio: Sequence[Shown]) -> Coordination:
        """All acts of coordination in a portfolio."""
        acts: dict[str, list[Act]] = {}
        hazy: dict[str, list[Lack]] = {}
        named = deeds_named(asked.coordinated_by)
        for shown in portfolio:
            for name in shown.unrecorded(named):
                hazy.setdefault(shown.id, []).append(Lack(shown.id, How.NOT_RECORDED, "", name))
            for seen, sure in shown.found(asked.coordinated_by):
                partners = shown.value(seen, asked.partners)
                if isinstance(partners, Unknown):
                    lack = Lack(shown.id, partners.how, seen.event.id, asked.partners)
                    hazy.setdefault(shown.id, []).append(lack)
                    continue
                tied = frozenset((shown.id, *texts_of(partners)))
                act = Act(Pointer(shown.id, seen.event.id), tied, sure)
                for one in tied:
                    acts.setdefault(one, []).append(act)
        return cls(acts, hazy)

    def tying(self, members: Sequence[str]) -> list[Act]:
        """The acts that tie two or more of these, each once."""
        inside = frozenset(members)
        found = {act.at: act for m in members for act in self.acts.get(m, ())}
        return [act for act in found.values() if len(act.tied & inside) > 1]

    def surely(self, one: str, other: str) -> bool:
        """Whether an act surely ties these two."""
        return any(act.sure and other in act.tied for act in self.acts.get(one, ()))


@dataclass(frozen=True, slots=True)
class Tied:
    """How far the members of one group are tied. ``loose``: some pair surely is not.

    ``pairs``: how many surely are. ``lacks``: why it cannot be told of others.
    """

    loose: bool
    pairs: int
    evidence: tuple[Pointer, ...]
    lacks: tuple[Lack, ...]


def tied(members: Sequence[str], all_acts: Coordination) -> Tied:
    """How far some trajectories are tied to each other, two by two."""
    acts = all_acts.tying(members)
    inside = frozenset(members)
    surely = _pairs([act for act in acts if act.sure], inside)
    perhaps = _pairs(acts, inside)
    clear = frozenset(m for m in members if m not in all_acts.hazy)
    told = len(clear) * (len(clear) - 1) // 2
    loose = sum(1 for pair in perhaps if pair <= clear) < told
    lacks = [lack for m in members for lack in all_acts.hazy.get(m, ())]
    lacks += [
        Lack(act.at.trajectory, How.DATE_UNKNOWN, act.at.event) for act in acts if not act.sure
    ]
    evidence = tuple(act.at for act in acts if act.sure)
    return Tied(loose, len(surely), evidence, tuple(lacks))


def _pairs(acts: Sequence[Act], inside: frozenset[str]) -> set[Pair]:
    return {frozenset(two) for act in acts for two in combinations(sorted(act.tied & inside), 2)}
