"""What cannot be told for one and the same reason, told once, with the norms it concerns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from spelregels.model.finding import Finding
from spelregels.model.words import Word
from spelregels.report.layout import Style, labelled
from spelregels.report.wording import Wording, sentence


def grouped(findings: Iterable[Finding]) -> list[list[Finding]]:
    """The findings in their order; *cannot tell* with equal reasons together, at the first one."""
    groups: list[list[Finding]] = []
    by_reason: dict[tuple[str, ...], list[Finding]] = {}
    for finding in findings:
        reason = tuple(dict.fromkeys(missing.text for missing in finding.missing))
        if finding.verdict is not Word.CANNOT_TELL or not reason:
            groups.append([finding])
        elif reason in by_reason:
            by_reason[reason].append(finding)
        else:
            by_reason[reason] = [finding]
            groups.append(by_reason[reason])
    return groups


def group_text(group: Sequence[Finding], words: Wording, style: Style) -> Iterator[str]:
    """One reason, the norms that hang on it, and who could tell."""
    frames, first = words.frames.REPORT, group[0]
    heading = words.labels.VERDICTS[Word.CANNOT_TELL].upper()
    count = words.say(frames, "group_count", count=len(group))
    yield f"{style.mild(heading)}  {count}"
    reasons = dict.fromkeys(sentence(missing.text) + "." for missing in first.missing)
    yield from labelled(words.say(frames, "because"), reasons)
    counted = Counter(_norm(finding, words) for finding in group)
    lines = (
        norm if n == 1 else words.say(frames, "times", norm=norm, count=n)
        for norm, n in counted.items()
    )
    yield from labelled(words.say(frames, "rules"), lines)
    yield from labelled(words.say(frames, "now"), [first.repair])


def _norm(finding: Finding, words: Wording) -> str:
    if finding.norm.startswith("@"):
        return sentence(finding.title)
    named = f"{finding.norm}: {finding.title}" if finding.title else finding.norm
    if finding.article is None:
        return f"{named} ({finding.layer})"
    source = finding.article.title or finding.article.source
    place = words.say(
        words.frames.REPORT, "article", source=source, article=finding.article.article
    )
    return f"{named} ({place})"
