"""What cannot be told for one and the same reason, told once, with the norms it concerns.

Only the text is shorter for it; the JSON holds every finding.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from spelregels.model.finding import Finding
from spelregels.model.frozen import dataclass
from spelregels.model.verdict import Verdict
from spelregels.model.words import How, Word
from spelregels.report.layout import Style, labelled
from spelregels.report.names import Names, readable
from spelregels.report.wording import Wording, sentence

MOST_LINES = 12  # more events than this under one finding are counted
_MANY = 4  # so many events of one norm that lack the same fact are told together

One = TypeVar("One")
Told = tuple[Finding, ...]  # the same finding under several versions of one file


def folded(
    some: Iterable[One], same: Callable[[One], Hashable], version: Callable[[One], str]
) -> list[tuple[One, ...]]:
    """What is the same but for the version of its file, together; what is there twice stays so."""
    seen: Counter[Hashable] = Counter()
    made: dict[Hashable, list[One]] = {}
    for one in some:
        key, of = same(one), version(one)
        made.setdefault((key, seen[key, of]), []).append(one)
        seen[key, of] += 1
    return [tuple(versions) for versions in made.values()]


def undetermined(verdicts: Iterable[Verdict]) -> int:
    """How many things cannot be told; what several versions of a file all ask is one thing."""
    unknown = (v for v in verdicts if v.word is Word.CANNOT_TELL)
    return len(
        folded(unknown, lambda v: (v.layer, v.norm, v.trigger, v.unknowns), lambda v: v.version)
    )


@dataclass(frozen=True, slots=True)
class Group:
    """What is told together, and why it cannot be told."""

    told: tuple[Told, ...]
    reasons: tuple[str, ...] = ()

    @property
    def first(self) -> Finding:
        """The finding that stands for all, in the newest version of its file."""
        return newest(self.told[0])


def newest(told: Told) -> Finding:
    """The finding under the newest version of its file."""
    return max(told, key=lambda finding: finding.version)


def versions_text(told: Told, names: Names) -> str:
    """The versions of the file that all say the same; empty if there is but one."""
    days = _days(told, names)
    return names.words.part("versions", days=days) if days else ""


def _days(told: Told, names: Names) -> str:
    versions = sorted({finding.version for finding in told if finding.version})
    days = (names.day(date.fromisoformat(version)) for version in versions)
    return names.words.join(days) if len(versions) > 1 else ""


def _reasons(finding: Finding) -> tuple[str, ...]:
    return tuple(dict.fromkeys(missing.text for missing in finding.missing))


def grouped(findings: Iterable[Finding], names: Names) -> list[Group]:
    """The findings in their order; *cannot tell* with equal reasons together, at the first one."""
    same = _same_line
    made: dict[Hashable, list[Told]] = {}
    for number, told in enumerate(folded(findings, same, lambda finding: finding.version)):
        unknown = told[0].verdict is Word.CANNOT_TELL and _reasons(told[0])
        made.setdefault(unknown or number, []).append(told)
    groups = [Group(tuple(some), _reasons(some[0][0])) for some in made.values()]
    return _same_fact(groups, names)


def _same_line(finding: Finding) -> Hashable:
    if finding.verdict is not Word.CANNOT_TELL:
        return id(finding)
    return finding.layer, finding.norm, finding.trigger, _reasons(finding)


def _same_fact(groups: list[Group], names: Names) -> list[Group]:
    """Many events of which one norm misses the same fact become one group."""
    of_fact = Counter(_fact(group) for group in groups)
    made: dict[Hashable, list[Told]] = {}
    reasons: dict[Hashable, tuple[str, ...]] = {}
    for number, group in enumerate(groups):
        fact = _fact(group)
        key: Hashable = fact if fact is not None and of_fact[fact] >= _MANY else number
        made.setdefault(key, []).extend(group.told)
        reasons[key] = (_fact_text(group, names),) if key is fact else group.reasons
    return [Group(tuple(told), reasons[key]) for key, told in made.items()]


def _fact(group: Group) -> tuple[str, str, str] | None:
    """The norm and the one fact it misses of one event; None where there is more to it."""
    finding = group.first
    if len(group.told) != 1 or len(finding.missing) != 1:
        return None
    (missing,) = finding.missing
    known = missing.how is How.FACT_UNKNOWN and missing.event == finding.trigger
    return (finding.layer, finding.norm, missing.name) if known and missing.name else None


def _fact_text(group: Group, names: Names) -> str:
    words = names.words
    name = names.quote(readable(group.first.missing[0].name))
    frame: str = words.labels.UNKNOWN[How.FACT_UNKNOWN]
    blank = dict.fromkeys(("name", "event"), "")
    return frame.format(fact=words.part("fact_of_these", name=name), **blank)


def group_text(group: Group, names: Names, style: Style) -> Iterator[str]:
    """One reason, the norms that hang on it, what it is about, and who could tell."""
    words = names.words
    frames, first = words.frames.REPORT, group.first
    heading = words.labels.VERDICTS[Word.CANNOT_TELL].upper()
    count = words.say(frames, "group_count", count=len(group.told))
    yield f"{style.mild(heading)}  {count}"
    yield from labelled(
        words.say(frames, "because"), [sentence(reason) + "." for reason in group.reasons]
    )
    yield from labelled(words.say(frames, "rules"), _norms(group, names))
    happened = dict.fromkeys(line for told in group.told for line in newest(told).happened)
    yield from labelled(words.say(frames, "happened"), shortened(tuple(happened), words))
    yield from labelled(words.say(frames, "now"), [first.repair])


def _norms(group: Group, names: Names) -> Iterator[str]:
    """A line for each norm: how often, and in which versions of its file."""
    words = names.words
    by_norm: dict[tuple[str, str], list[Told]] = {}
    for told in group.told:
        by_norm.setdefault((told[0].layer, told[0].norm), []).append(told)
    for some in by_norm.values():
        text = _norm(newest(some[0]), words)
        days = _days(some[0], names)
        if days:
            text += f" — {words.say(words.frames.REPORT, 'in_versions', days=days)}"
        times = len(some)
        frame = words.frames.REPORT
        yield text if times == 1 else words.say(frame, "times", norm=text, count=times)


def _norm(finding: Finding, words: Wording) -> str:
    if finding.norm.startswith("@"):
        return sentence(finding.title)
    named = f"{finding.norm}: {finding.title}" if finding.title else finding.norm
    if finding.article is None:
        return f"{named} ({finding.layer})"
    source = finding.article.title or finding.article.source
    article = words.article(finding.article.article)
    place = words.say(words.frames.REPORT, "article", source=source, article=article)
    return f"{named} ({place})"


def shortened(lines: Sequence[str], words: Wording) -> Sequence[str]:
    """The first lines, and how many more there are."""
    more = len(lines) - MOST_LINES
    if more < 2:
        return lines
    return (*lines[:MOST_LINES], words.say(words.frames.REPORT, "more_lines", count=more))
