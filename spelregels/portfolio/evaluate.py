"""The whole: trajectories, norms and registers to one result per norm."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from spelregels.model.frozen import dataclass
from spelregels.model.portfolio import (
    Busiest,
    Channels,
    Composition,
    Deeds,
    Influence,
    Informed,
    Lead,
    Load,
    Overlap,
    PortfolioNorm,
    PortfolioRules,
    Promise,
    Silence,
    Tenure,
)
from spelregels.model.portfolio_found import NormResult
from spelregels.model.registers import Registers
from spelregels.model.ruleset import Ruleset
from spelregels.model.trajectory import Trajectory
from spelregels.portfolio.answer import Answer
from spelregels.portfolio.areas import Tree
from spelregels.portfolio.busiest import busiest
from spelregels.portfolio.composition import composition
from spelregels.portfolio.coverage import channels, informed
from spelregels.portfolio.influence import influence
from spelregels.portfolio.lead import lead
from spelregels.portfolio.load import load
from spelregels.portfolio.overlap import overlap
from spelregels.portfolio.promise import promise
from spelregels.portfolio.shown import Shown, aliases, show
from spelregels.portfolio.silence import silence
from spelregels.portfolio.tenure import tenure


@dataclass(frozen=True, slots=True)
class Member:
    """A trajectory, bound to its ruleset."""

    trajectory: Trajectory
    rules: Ruleset


def evaluate(
    rules: Sequence[PortfolioRules],
    members: Iterable[Member],
    registers: Registers,
    as_of: date,
) -> tuple[NormResult, ...]:
    """Every norm judged over all trajectories at the end of a day; the order of input is no matter.

    In: trajectories with an id of their own each. Out: a result per norm, in the order of the
    files. Nothing is raised.
    """
    tree = Tree.of(registers.areas)
    ordered = sorted(members, key=lambda m: m.trajectory.id)
    shown_with: dict[Deeds, list[Shown]] = {}
    results = []
    for file in rules:
        portfolio = shown_with.get(file.ends)
        if portfolio is None:
            portfolio = shown_with[file.ends] = _show(ordered, tree, file.ends, as_of)
        runs = {one.id: one.run for one in portfolio if one.run is not None}
        for norm in file.norms:
            answer = _judge(norm, portfolio, registers, tree, as_of.toordinal())
            results.append(answer.result(file, norm, runs))
    return tuple(results)


def _show(members: Sequence[Member], tree: Tree, ends: Deeds, as_of: date) -> list[Shown]:
    named: dict[int, Mapping[str, str]] = {}
    portfolio = []
    for member in members:
        key = id(member.rules)
        if key not in named:
            named[key] = aliases(member.rules)
        day = as_of.toordinal()
        portfolio.append(show(member.trajectory, member.rules, tree, ends, day, named[key]))
    return portfolio


def _judge(
    norm: PortfolioNorm,
    portfolio: Sequence[Shown],
    registers: Registers,
    tree: Tree,
    as_of: int,
) -> Answer:
    match norm.asks:
        case Overlap() as asked:
            return overlap(asked, portfolio, tree)
        case Lead() as asked:
            return lead(asked, portfolio, tree)
        case Load() as asked:
            return load(asked, portfolio)
        case Informed():
            return informed(portfolio, tree)
        case Channels() as asked:
            return channels(asked, portfolio, registers, tree)
        case Composition() as asked:
            return composition(asked, registers, tree, as_of)
        case Busiest() as asked:
            return busiest(asked, portfolio, registers, as_of)
        case Tenure() as asked:
            return tenure(asked, portfolio, registers, as_of)
        case Silence() as asked:
            return silence(asked, portfolio)
        case Promise() as asked:
            return promise(asked, portfolio, registers, tree)
        case Influence() as asked:
            return influence(asked, portfolio, registers, as_of)
