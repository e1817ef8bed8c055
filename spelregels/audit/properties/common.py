"""What the properties share: how instances are told apart, and which words may follow which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from spelregels.audit.generate import Case, case
from spelregels.audit.settings import DEFAULT, Settings
from spelregels.model.norms import Recurrence
from spelregels.model.ruleset import Ruleset
from spelregels.model.trajectory import Trajectory
from spelregels.model.verdict import Judgement, Verdict
from spelregels.model.words import Kind, Word

Judge = Callable[[Ruleset, Trajectory, date], Judgement]
#: looks at one case; the text of a failure, or None
Look = Callable[[Case, Random, Judge], str | None]
Key = tuple[str, str, str, str, str]
RAISED = "raised"  # how the text begins when an evaluator raised


@dataclass(frozen=True, slots=True)
class Failure:
    """A case in which a property does not hold, and in what way."""

    property: str
    seed: int
    case: Case
    text: str


@dataclass(frozen=True, slots=True)
class Property:
    """A named look at random cases of some settings. ``cycle``: settings taken by turns instead."""

    name: str
    look: Look
    settings: Settings = DEFAULT
    cycle: tuple[Settings, ...] = ()

    def made(self, seed: int) -> Case:
        """The case of a seed."""
        return case(seed, self.cycle[seed % len(self.cycle)] if self.cycle else self.settings)

    def check(self, seed: int, judge: Judge | None = None) -> Failure | None:
        """The failure that this seed finds, if any. Without ``judge``: the reference evaluator."""
        made = self.made(seed)
        text = self.at(made, seed, judge)
        return None if text is None else Failure(self.name, seed, made, text)

    def at(self, made: Case, seed: int, judge: Judge | None = None) -> str | None:
        """The text of the failure in a given case. An evaluator that raises has failed."""
        try:
            return self.look(made, Random(seed * 7919 + 13), judge or reference())
        except Exception as error:  # every error of an evaluator is a finding of the audit
            return f"{RAISED} {type(error).__name__}: {error}"


def reference() -> Judge:
    """The evaluator of this project."""
    from spelregels.semantics import judge

    return judge


def key(verdict: Verdict, yearly: frozenset[str] = frozenset()) -> Key:
    """What makes two verdicts about the same instance.

    A separation stands once per pair of persons, whichever act came last; a duty of every calendar
    year (``yearly``: the ids of such norms) stands once per year, whichever act it starts from.
    """
    trigger, act = verdict.trigger, verdict.act
    if verdict.kind is Kind.SEPARATION:
        trigger, act = "", ""
    elif verdict.norm in yearly and verdict.due is not None:
        trigger = str(verdict.due.year)
    return (verdict.layer, verdict.norm, verdict.kind.value, act, trigger)


def yearly_norms(case: Case) -> frozenset[str]:
    """The norms that ask something every calendar year."""
    norms = (norm for file in case.ruleset.files for norm in file.norms)
    return frozenset(n.id for n in norms if isinstance(n, Recurrence) and n.every is None)


def grouped(
    verdicts: Iterable[Verdict], yearly: frozenset[str] = frozenset()
) -> dict[Key, list[Verdict]]:
    """Verdicts by instance; whole-trajectory norms and periods can have several per key."""
    found: dict[Key, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        found[key(verdict, yearly)].append(verdict)
    return found


def matched(
    olds: Sequence[Verdict], news: Sequence[Verdict], fits: Callable[[Verdict, Verdict], bool]
) -> bool:
    """Whether each old verdict can be given a new one of its own that fits."""
    if not olds:
        return True
    first, rest = olds[0], olds[1:]
    return any(
        fits(first, new) and matched(rest, [*news[:at], *news[at + 1 :]], fits)
        for at, new in enumerate(news)
    )


def show(verdict: Verdict) -> str:
    """One line about a verdict."""
    how = f" ({verdict.how.value})" if verdict.how else ""
    about = f"{verdict.norm} on {verdict.trigger or 'all'} [{verdict.act}]"
    return f"{about}: {verdict.word.value}{how}, day {verdict.day}, due {verdict.due}"


def lines(verdicts: Iterable[Verdict]) -> str:
    """Several verdicts on one line."""
    return " | ".join(show(verdict) for verdict in verdicts) or "nothing"


def without_citations(verdict: Verdict) -> tuple[object, ...]:
    """What a verdict says, leaving out how it was reckoned and the order of what it cites."""
    return (
        *key(verdict),
        verdict.version,
        verdict.word,
        verdict.how,
        str(verdict.day),
        str(verdict.due),
        str(verdict.due_latest),
        tuple(sorted(verdict.evidence)),
        tuple(sorted(f"{u.how.value}/{u.event}/{u.name}" for u in verdict.unknowns)),
        str(verdict.stage),
        verdict.inferred,
    )


def words_only(verdict: Verdict) -> tuple[object, ...]:
    """The instance and its word."""
    return (*key(verdict), verdict.version, verdict.word, str(verdict.day), str(verdict.due))


def differs(olds: Iterable[tuple[object, ...]], news: Iterable[tuple[object, ...]]) -> str | None:
    """The first differences between two bags of descriptions, or None."""
    old, new = sorted(map(repr, olds)), sorted(map(repr, news))
    if old == new:
        return None
    gone = [text for text in old if text not in new][:3]
    come = [text for text in new if text not in old][:3]
    return f"gone: {gone}; come: {come}" if gone or come else f"counts differ: {old} / {new}"


POWER_KINDS = frozenset({Kind.POWER, Kind.STAGE_POWER})
BREACHES = frozenset({Word.LATE, Word.OVERDUE, Word.BROKEN})
