"""The main job: trajectories judged under a ruleset, with a receipt; and a ruleset's own examples.

Pure: no clock, no files. The day ``today`` and the hashes of inputs come from outside.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256

from spelregels import __version__
from spelregels.calendar import DECREE_SPANS, holidays_of
from spelregels.judging import Judge, judge_for
from spelregels.language import bind
from spelregels.language.problems import Problems
from spelregels.model.checked import (
    AsOf,
    AsOfOrigin,
    Checked,
    CheckReport,
    Difference,
    Hashed,
    LeftOut,
    Receipt,
    TestReport,
    TriedExample,
    TriedGuarantee,
)
from spelregels.model.norms import Precedence
from spelregels.model.ruleset import Example, Expected, Guarantee, Ruleset
from spelregels.model.trajectory import Trajectory
from spelregels.model.verdict import Judgement, Verdict
from spelregels.model.words import Word

__all__ = ["check", "choose_as_of", "try_examples"]

# The years whose holidays go into the calendar's hash: those the calendar is tested for.
HASHED_YEARS = range(1990, 2101)


def choose_as_of(asked: date | None, trajectory: Trajectory, today: date) -> AsOf:
    """The day of judging (M4): as asked, else the header's, else ``today`` in Amsterdam."""
    if asked is not None:
        return AsOf(asked, AsOfOrigin.OPTION)
    if trajectory.as_of is not None:
        return AsOf(trajectory.as_of, AsOfOrigin.HEADER)
    return AsOf(today, AsOfOrigin.TODAY)


def check(
    ruleset: Ruleset,
    trajectories: Iterable[Trajectory],
    *,
    today: date,
    as_of: date | None = None,
    inputs: Sequence[Hashed] = (),
    left_out: Sequence[LeftOut] = (),
    after_each: Callable[[], None] = lambda: None,
) -> CheckReport:
    """Judge every trajectory. In: as doors read them. Out: judgements and the receipt.

    Raises InputRefused with the problems of all trajectories together when a name or a value does
    not fit the ruleset; then nothing is judged. ``after_each`` is called after each trajectory.
    """
    bound = _bind_all(trajectories, ruleset)
    judge, checked = judge_for(ruleset), []
    for trajectory in bound:
        day = choose_as_of(as_of, trajectory, today)
        checked.append(Checked(trajectory, day, judge(trajectory, day.day)))
        after_each()
    days = {one.as_of.day for one in checked}
    common = days.pop() if len(days) == 1 else None
    made = replace(receipt(ruleset, inputs, common), left_out=tuple(left_out))
    return CheckReport(ruleset, tuple(checked), made)


def _bind_all(trajectories: Iterable[Trajectory], ruleset: Ruleset) -> list[Trajectory]:
    bound: list[Trajectory] = []
    problems = Problems()
    for trajectory in trajectories:
        with problems.gathering():
            bound.append(bind(trajectory, ruleset))
    problems.refuse()
    return bound


def receipt(ruleset: Ruleset, inputs: Sequence[Hashed], as_of: date | None) -> Receipt:
    """What a run is judged with."""
    return Receipt(
        engine=__version__,
        ruleset=ruleset.id,
        files=tuple(Hashed(f.id, f.sha256, f.version) for f in ruleset.files),
        calendar=calendar_hash(),
        inputs=tuple(inputs),
        as_of=as_of,
    )


def calendar_hash() -> Hashed:
    """The free days the calendar knows, hashed: decree days as listed, holidays year by year."""
    lines = [
        f"{span.first_year}-{span.last_year}: {' '.join(day.isoformat() for day in span.days)}"
        for span in DECREE_SPANS
    ]
    for year in HASHED_YEARS:
        free = sorted({holiday.day for holiday in holidays_of(year)})
        lines.append(f"{year}: {' '.join(day.isoformat() for day in free)}")
    known_until = str(max(span.last_year for span in DECREE_SPANS))
    return Hashed("atw", sha256("\n".join(lines).encode()).hexdigest(), known_until)


def try_examples(ruleset: Ruleset) -> TestReport:
    """Run the examples of the own file and hold them against what they expect.

    Each guarantee is tried as a Precedence on every example without a broken verdict; that is
    never a proof.
    """
    own, judge = ruleset.own, judge_for(ruleset)
    tried = tuple(_try_example(example, ruleset, judge) for example in own.examples)
    lawful = [
        one.example
        for one in tried
        if all(verdict.word is not Word.BROKEN for verdict in one.judgement.verdicts)
    ]
    skipped = len(tried) - len(lawful)
    guarantees = tuple(_try_guarantee(g, lawful, skipped, ruleset) for g in own.guarantees)
    return TestReport(ruleset, tried, guarantees)


def _try_example(example: Example, ruleset: Ruleset, judge: Judge) -> TriedExample:
    judgement = judge(example.trajectory, example.as_of)
    return TriedExample(example, judgement, tuple(_differences(example, judgement, ruleset)))


def _differences(example: Example, judgement: Judgement, ruleset: Ruleset) -> Iterator[Difference]:
    for norm, expected in example.expect.items():
        found = _verdicts_of(norm, judgement, ruleset)
        if not _as_expected(expected, found):
            yield Difference(norm, expected, found)


def _verdicts_of(norm: str, judgement: Judgement, ruleset: Ruleset) -> tuple[Verdict, ...]:
    """The verdicts of a norm named as ``file#id``, or by its id: own file first, else any."""
    file, _, wanted = norm.rpartition("#")
    own = ruleset.own
    if not file and any(n.id == wanted for n in own.norms):
        file = own.id
    return tuple(v for v in judgement.verdicts if v.norm == wanted and file in ("", v.layer))


def _as_expected(expected: Expected | tuple[Expected, ...], found: tuple[Verdict, ...]) -> bool:
    if isinstance(expected, Expected):
        return bool(found) and all(_fits(expected, verdict) for verdict in found)
    return len(expected) == len(found) and all(map(_fits, expected, found))


def _fits(expected: Expected, verdict: Verdict) -> bool:
    return expected.verdict is verdict.word and expected.how in (None, verdict.how)


def _try_guarantee(
    guarantee: Guarantee, lawful: Sequence[Example], skipped: int, ruleset: Ruleset
) -> TriedGuarantee:
    own = ruleset.own
    norm = Precedence(id=guarantee.id, before=guarantee.before, must=guarantee.must)
    asked = replace(ruleset, files=(*ruleset.files[:-1], replace(own, norms=(*own.norms, norm))))
    judge = judge_for(asked)
    upheld, contradicted = [], []
    for example in lawful:
        judgement = judge(example.trajectory, example.as_of)
        words = {v.word for v in judgement.verdicts if (v.layer, v.norm) == (own.id, norm.id)}
        if Word.BROKEN in words:
            contradicted.append(example.title)
        elif words == {Word.KEPT}:
            upheld.append(example.title)
    silent = len(lawful) - len(upheld) - len(contradicted)
    return TriedGuarantee(guarantee, tuple(upheld), tuple(contradicted), skipped + silent)
