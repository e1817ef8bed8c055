"""What one norm gives while it is being judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from spelregels.model.portfolio import PortfolioNorm, PortfolioRules
from spelregels.model.portfolio_found import (
    AreaTold,
    Figure,
    Lack,
    NormResult,
    PortfolioFinding,
    Reason,
    Run,
)
from spelregels.model.words import Word


@dataclass(slots=True)
class Answer:
    """Findings, and how many things were in order or run still. Grows; then becomes a result.

    ``loads``: persons by the most they had in one window; ``areas``: what of each area is told.
    """

    findings: list[PortfolioFinding] = field(default_factory=list)
    kept: int = 0
    open: int = 0
    figures: list[Figure] = field(default_factory=list)
    loads: Counter[int] = field(default_factory=Counter)
    areas: list[AreaTold] = field(default_factory=list)

    def doubt(self, reason: Reason, trajectories: Iterable[str], lacks: Iterable[Lack]) -> None:
        """The one finding of a norm for all that cannot be told."""
        self.findings.append(
            PortfolioFinding(
                word=Word.CANNOT_TELL,
                reason=reason,
                trajectories=tuple(dict.fromkeys(trajectories)),
                lacks=tuple(dict.fromkeys(lacks)),
            )
        )

    def result(
        self, rules: PortfolioRules, norm: PortfolioNorm, runs: Mapping[str, Run]
    ) -> NormResult:
        """The result: breaches first, then what cannot be told."""
        words = [finding.word for finding in self.findings]
        word: Word | None = None
        if Word.BROKEN in words:
            word = Word.BROKEN
        elif words:
            word = Word.CANNOT_TELL
        elif self.open:
            word = Word.OPEN
        elif self.kept:
            word = Word.KEPT
        ordered = sorted(self.findings, key=lambda f: f.word is not Word.BROKEN)
        return NormResult(
            rules,
            norm,
            word,
            tuple(ordered),
            self.kept,
            self.open,
            tuple(self.figures),
            runs,
            self.loads,
            tuple(self.areas),
        )
