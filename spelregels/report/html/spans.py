"""Where one duty lies in time: from when it ran, until when, and for how long it went wrong."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from spelregels.model.finding import Finding
from spelregels.model.norms import Norm, Precedence
from spelregels.model.patterns import Edge, MomentPattern
from spelregels.model.words import Word
from spelregels.report.wording import BREACHES

Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Spans:
    """Where the parts of one duty are drawn. ``acted``: the day of what it rests on."""

    finding: Finding
    norm: Norm | None
    acted: date | None
    as_of: date

    def bar(self) -> Span | None:
        """From the day it began to run to the due day; counted back, from that day on."""
        finding = self.finding
        if limit(self.norm) in ("after", "through") and self.acted and finding.due:
            return _ordered(self.acted, finding.due)
        if finding.day is None:
            return None
        if finding.due is not None:
            return _ordered(finding.day, finding.due)
        return (finding.day, self.as_of) if finding.verdict is Word.OPEN else None

    def over(self) -> Span | None:
        """From the due day to when it was done; while it is not, to the day of judging."""
        finding = self.finding
        if finding.verdict not in BREACHES or finding.due is None:
            return None
        if limit(self.norm) in ("after", "through"):
            return _ordered(finding.day, finding.due) if finding.day else None
        if finding.verdict is Word.OVERDUE or (self.acted is None and not _counts_back(self.norm)):
            return _ordered(finding.due, self.as_of)
        if self.acted is not None and self.acted > finding.due:
            return (finding.due, self.acted)
        return None

    def mark(self) -> date | None:
        """The day on which the verdict fell, as far as it has one."""
        finding = self.finding
        if finding.verdict is Word.OPEN:
            return self.as_of
        over = self.over()
        if limit(self.norm) in ("after", "through") and finding.day:
            return finding.day
        if over is not None:
            return over[1]
        if finding.verdict in (Word.KEPT, Word.LATE) and self.acted is not None:
            return self.acted
        if finding.verdict in BREACHES and finding.day is not None:
            return finding.day
        day = finding.due or finding.day
        return min(day, self.as_of) if day and finding.verdict is Word.CANNOT_TELL else day


def limit(norm: Norm | None) -> str:
    """What the due day is to the norm: ``by`` it, only ``after`` it, ``through`` it; or ``none``:
    the end of a term that need only have begun."""
    if not isinstance(norm, Precedence) or norm.lead is not None:
        return "by"
    edges = {o.edge for pattern in norm.must for o in pattern if isinstance(o, MomentPattern)}
    if Edge.BEGUN in edges:
        return "none"
    if norm.lasts is not None:
        return "through"
    return "after" if norm.wait is not None or edges else "by"


def _counts_back(norm: Norm | None) -> bool:
    return isinstance(norm, Precedence)


def _ordered(one: date, other: date) -> Span:
    return (one, other) if one <= other else (other, one)
