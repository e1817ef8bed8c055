"""A whole log judged on one day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from spelregels.engine.compiled import Compiled
from spelregels.engine.hearing import Hearing
from spelregels.engine.hearings import hear
from spelregels.engine.kinds import verdicts_of
from spelregels.engine.machine_verdicts import law_verdicts, machine_verdicts
from spelregels.engine.stages import current_stage
from spelregels.engine.swift import swift_verdicts
from spelregels.model.terms import NotStated
from spelregels.model.trajectory import Trajectory
from spelregels.model.verdict import Judgement, Remark, Verdict
from spelregels.model.words import Strength, Word

_RANK: Final = {
    word: rank
    for rank, word in enumerate(
        (
            Word.KEPT,
            Word.EXCUSED,
            Word.NO_LONGER_DUE,
            Word.OPEN,
            Word.LATE,
            Word.OVERDUE,
            Word.BROKEN,
        )
    )
}


def replay(
    compiled: Compiled, trajectory: Trajectory, as_of: date, *, swift: bool = True
) -> Judgement:
    """Every verdict on the trajectory on ``as_of``, as ``docs/meaning.md`` has it.

    ``swift`` False: by the general path alone. The verdicts are the same.
    """
    hearing = hear(compiled, trajectory, as_of)
    return judgement(hearing, tuple(_all(hearing, swift)))


def _all(hearing: Hearing, swift: bool) -> Iterator[Verdict]:
    compiled = hearing.compiled
    short = swift_verdicts(hearing, compiled.fast) if swift else {}
    for placed in compiled.norms:
        found = short.get(placed.number)
        yield from found if found is not None else verdicts_of(hearing, placed)
    yield from machine_verdicts(hearing)
    yield from law_verdicts(hearing)


def judgement(hearing: Hearing, verdicts: tuple[Verdict, ...]) -> Judgement:
    """The verdicts with the outcome they come to (M10)."""
    return Judgement(
        trajectory=hearing.log.id,
        as_of=date.fromordinal(hearing.as_of),
        verdicts=verdicts,
        outcome=outcome_of(hearing.compiled, verdicts),
        undetermined=sum(verdict.word is Word.CANNOT_TELL for verdict in verdicts),
        stage=current_stage(hearing),
        remarks=remarks_of(hearing),
    )


def outcome_of(compiled: Compiled, verdicts: tuple[Verdict, ...]) -> Word | None:
    """The worst definite verdict; should and aim never lift it above late."""
    mild = {
        (placed.file.id, placed.file.version, placed.norm.id)
        for placed in compiled.norms
        if placed.norm.strength is not Strength.MUST
    }
    worst: Word | None = None
    for verdict in verdicts:
        if verdict.word is Word.CANNOT_TELL:
            continue
        word = verdict.word
        if (verdict.layer, verdict.version, verdict.norm) in mild and _RANK[word] > _RANK[
            Word.LATE
        ]:
            word = Word.LATE
        if worst is None or _RANK[word] > _RANK[worst]:
            worst = word
    return worst


def remarks_of(hearing: Hearing) -> tuple[Remark, ...]:
    """What the report must say besides the verdicts (M9, M14, M16)."""
    compiled = hearing.compiled
    found: list[Remark] = []
    for act, declared in compiled.acts.items():
        ends = any(compiled.ends(act, outcome) for outcome in declared.outcomes or (None,))
        if ends and not hearing.records(act):
            found.append(Remark("end_not_recorded", act))
        listed = compiled.steps is not None and compiled.steps.lists(act)
        if declared.decision and not listed and act in hearing.by_act:
            found.append(Remark("decision_outside_machine", act))
    found += [
        Remark("validity_not_stated", file.id)
        for file in compiled.ruleset.files
        if isinstance(file.valid_from, NotStated)
    ]
    return tuple(dict.fromkeys(found))
