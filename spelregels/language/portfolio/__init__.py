"""Norms over many trajectories, and registers: strict YAML to model, with places and suggestions.

What these files may say: ``docs/portfolio.md``. Every function raises
:class:`spelregels.model.problem.InputRefused` with all problems together.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from spelregels.model.portfolio import PortfolioRules
from spelregels.model.problem import Position
from spelregels.model.registers import Registers
from spelregels.model.ruleset import Ruleset

RulesetFinder = Callable[[str, Position], Ruleset]
"""From the id of a ruleset, and where it is named, to that ruleset."""

__all__ = ["RulesetFinder", "load_portfolio_rules", "load_registers"]


def load_portfolio_rules(ref: str | Path, find: RulesetFinder | None = None) -> PortfolioRules:
    """Norms over many trajectories. ``ref``: the id of a shipped file, or a path.

    ``find``: how the rulesets under ``extends`` are found; None: as any ruleset is.
    """
    from spelregels.language.portfolio.load import load_portfolio_rules as load

    return load(ref, find)


def load_registers(path: Path, rules: Sequence[PortfolioRules]) -> Registers:
    """Registers, with the roles they name checked against the words of ``rules``."""
    from spelregels.language.portfolio.load import load_registers as load

    return load(path, rules)
