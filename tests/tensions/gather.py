"""The tensions as data: the prose of ``prose.yaml``, and which norms and checks look for each.

Nothing is listed twice: a norm within one trajectory belongs to the row of its file in
``docs/library.md``, a portfolio norm to the rows its article names, a check to those it cites.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from spelregels.language import load_ruleset
from spelregels.language.portfolio import load_portfolio_rules
from spelregels.model.portfolio import PortfolioNorm, PortfolioRules
from spelregels.model.ruleset import Ruleset
from spelregels.model.verified import CheckRecord, Text
from spelregels.verify import records
from tests.rulesets.library_rows import place_of

HERE = Path(__file__).parent
TENSIONS = tuple(f"T{number}" for number in range(1, 26))
PORTFOLIO = "spanningen/portefeuille"
VERIFY = "verify"


@dataclass(frozen=True, slots=True)
class Prose:
    """What a tension is, in our words. ``people``: what only people can say, if nothing else."""

    where: str
    name: Text
    what: Text
    why: Text
    do: Text
    people: Text | None = None


@dataclass(frozen=True, slots=True)
class Places:
    """What looks for a tension. ``within``: a ruleset over one trajectory, if there is one."""

    within: str
    over: tuple[PortfolioNorm, ...]
    texts: tuple[CheckRecord, ...]

    @property
    def any(self) -> bool:
        """Whether anything looks for it at all."""
        return bool(self.within or self.over or self.texts)


@cache
def prose() -> Mapping[str, Prose]:
    """By row. A key that is not known, or lacks, raises TypeError."""
    given = yaml.safe_load((HERE / "prose.yaml").read_text(encoding="utf-8"))
    return {row: _prose(**said) for row, said in given.items()}


def _prose(*, where: str, people: Any = None, **texts: Any) -> Prose:
    both = {key: Text(**said) for key, said in texts.items()}
    return Prose(where, people=Text(**people) if people else None, **both)


@cache
def places(row: str) -> Places:
    """Everything that looks for this tension."""
    return Places(
        within=place if (place := place_of(row)) not in (PORTFOLIO, VERIFY) else "",
        over=tuple(norm for norm in portfolio().norms if row in _rows_of(norm)),
        texts=tuple(one for one in records() if any(c.ref == row for c in one.sources)),
    )


def _rows_of(norm: PortfolioNorm) -> list[str]:
    return re.findall(r"\bT[0-9]+\b", norm.article.article) if norm.article else []


@cache
def portfolio() -> PortfolioRules:
    """The shipped norms over several trajectories."""
    return load_portfolio_rules(PORTFOLIO)


@cache
def ruleset(name: str) -> Ruleset:
    """A shipped ruleset."""
    return load_ruleset(name)
