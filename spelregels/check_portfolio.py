"""The job over many trajectories: bound to their rulesets, judged together, with a receipt.

Pure: no clock, no files. The day ``today``, rulesets and hashes of inputs come from outside.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from spelregels import __version__
from spelregels.language import bind
from spelregels.language.problems import Problems
from spelregels.model.checked import AsOf, AsOfOrigin, Hashed, LeftOut
from spelregels.model.portfolio import PortfolioRules
from spelregels.model.portfolio_found import PortfolioReceipt, PortfolioReport
from spelregels.model.registers import Registers
from spelregels.model.ruleset import Ruleset
from spelregels.model.trajectory import Trajectory
from spelregels.portfolio import Member, evaluate

__all__ = ["check_portfolio", "day_of_judging"]

RulesetOf = Callable[[Trajectory], Ruleset]
"""From a trajectory to the ruleset that it is bound to."""


def check_portfolio(
    rules: Sequence[PortfolioRules],
    trajectories: Iterable[Trajectory],
    ruleset_of: RulesetOf,
    registers: Registers | None = None,
    *,
    today: date,
    as_of: date | None = None,
    inputs: Sequence[Hashed] = (),
    left_out: Sequence[LeftOut] = (),
) -> PortfolioReport:
    """Judge trajectories together. In: as doors read them, with an id of their own each.

    Raises InputRefused with the problems of all trajectories together when one does not fit its
    ruleset; then nothing is judged.
    """
    members: list[Member] = []
    problems = Problems()
    for trajectory in trajectories:
        with problems.gathering():
            ruleset = ruleset_of(trajectory)
            members.append(Member(bind(trajectory, ruleset), ruleset))
    problems.refuse()
    members.sort(key=lambda member: member.trajectory.id)
    bound = tuple(member.trajectory for member in members)
    day = day_of_judging(as_of, bound, today)
    known = registers or Registers()
    files = {f.sha256: f for member in members for f in member.rules.files}
    receipt = PortfolioReceipt(
        engine=__version__,
        rules=tuple(Hashed(file.id, file.sha256) for file in rules),
        rulesets=tuple(
            sorted(
                (Hashed(f.id, f.sha256, f.version) for f in files.values()),
                key=lambda hashed: (hashed.name, hashed.version),
            )
        ),
        registers=(Hashed(known.id, known.sha256),) if registers is not None else (),
        inputs=tuple(inputs),
        as_of=day.day,
        left_out=tuple(left_out),
    )
    results = evaluate(rules, members, known, day.day)
    return PortfolioReport(tuple(rules), known, bound, day, results, receipt)


def day_of_judging(asked: date | None, trajectories: Iterable[Trajectory], today: date) -> AsOf:
    """P1: the day asked for; else the one day that all headers with a day name; else ``today``."""
    if asked is not None:
        return AsOf(asked, AsOfOrigin.OPTION)
    named = {one.as_of for one in trajectories if one.as_of is not None}
    if len(named) == 1:
        return AsOf(named.pop(), AsOfOrigin.HEADER)
    return AsOf(today, AsOfOrigin.TODAY)
