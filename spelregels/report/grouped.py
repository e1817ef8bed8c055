"""What cannot be told for one and the same reason, told once, with the norms it concerns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from spelregels.model.finding import Finding
from spelregels.model.verdict import Verdict
from spelregels.model.words import How, Word
from spelregels.report.layout import Style, labelled
from spelregels.report.names import Names, readable
from spelregels.report.wording import Wording, sentence

MOST_EVENTS = 12  # more lines than this under one finding are counted
_FEW = 3  # so many events that lack the same fact are still told one by one

Line = tuple[str, str, str, date | None, tuple[str, ...]]


@dataclass(slots=True)
class Group:
    """Findings with equal reasons. ``reasons``: in place of those of the findings."""

    findings: list[Finding] = field(default_factory=list)
    reasons: tuple[str, ...] = ()

    @property
    def first(self) -> Finding:
        """The finding that stands for all: the newest version of the first."""
        line = _line(self.findings[0])
        same = [finding for finding in self.findings if _line(finding) == line]
        return max(same, key=lambda finding: finding.version)

    @property
    def lines(self) -> dict[Line, list[Finding]]:
        """What is told: the same of several versions of one file is told once."""
        lines: dict[Line, list[Finding]] = {}
        for finding in self.findings:
            lines.setdefault(_line(finding), []).append(finding)
        return lines

    @property
    def alone(self) -> bool:
        """Whether there is only one thing to tell."""
        return len(self.lines) == 1

    def versions(self, names: Names) -> str:
        """The versions of the file that all say the same; empty if there is but one."""
        days = _days(self.findings, names)
        return names.words.part("versions", days=days) if days else ""


def _line(finding: Finding) -> Line:
    """What makes two findings of different versions one and the same to a reader."""
    reasons = tuple(missing.text for missing in finding.missing)
    return finding.layer, finding.norm, finding.trigger, finding.day, reasons


def undetermined(verdicts: Iterable[Verdict]) -> int:
    """How many things cannot be told, the same of several versions of one file counted once."""
    seen: dict[object, int] = {}
    for verdict in verdicts:
        if verdict.word is Word.CANNOT_TELL:
            line = (verdict.layer, verdict.norm, verdict.trigger, verdict.day, verdict.unknowns)
            versions = (line, verdict.version)
            seen[versions] = seen.get(versions, 0) + 1
    most: dict[object, int] = {}
    for (line, _), count in seen.items():  # type: ignore[misc]
        most[line] = max(most.get(line, 0), count)
    return sum(most.values())


def grouped(findings: Iterable[Finding]) -> list[Group]:
    """The findings in their order; *cannot tell* with equal reasons together, at the first one."""
    groups: list[Group] = []
    by_reason: dict[object, Group] = {}
    for finding in findings:
        reason = tuple(dict.fromkeys(missing.text for missing in finding.missing))
        if finding.verdict is not Word.CANNOT_TELL or not reason:
            groups.append(Group([finding]))
        elif reason in by_reason:
            by_reason[reason].findings.append(finding)
        else:
            by_reason[reason] = Group([finding])
            groups.append(by_reason[reason])
    return groups
