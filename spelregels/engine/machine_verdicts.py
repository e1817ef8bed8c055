"""What the machine itself says: ``@stage``, ``@power``, and ``@law`` for files not in force."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.engine.hearing import Hearing
from spelregels.engine.points import Point
from spelregels.engine.powers import decisions
from spelregels.engine.rulings import Ruling, cannot_tell
from spelregels.engine.stages import stages_before, steps_of
from spelregels.engine.steps import StepTable
from spelregels.engine.truth import YES, unknown
from spelregels.model.verdict import Unknown, Verdict
from spelregels.model.words import How, Kind, Word


def stage_verdicts(hearing: Hearing) -> Iterator[Verdict]:
    """One for each act × outcome that has an edge somewhere."""
    table = hearing.compiled.steps
    if table is None:
        return
    for point in hearing.points:
        if point.act in table.moving:
            ruling = _stage(hearing, table, point)
            if ruling is not None:
                yield _verdict(hearing, table, Kind.STAGE, "@stage", point, ruling)


def _stage(hearing: Hearing, table: StepTable, point: Point) -> Ruling | None:
    steps = steps_of(hearing, table, point)
    hows = {step.how for _, step in steps if step is not None}
    free = any(step is None for _, step in steps)
    if not hows:
        return None
    if hows == {None}:
        return Ruling(Word.KEPT)
    doubt = unknown(How.STAGE_UNKNOWN, point.name)
    if free or None in hows or How.STAGE_UNKNOWN in hows:
        return cannot_tell(doubt)
    how = How.NOT_PERMITTED_HERE if How.NOT_PERMITTED_HERE in hows else How.AFTER_THE_END
    return Ruling(Word.BROKEN, how)


def power_verdicts(hearing: Hearing) -> Iterator[Verdict]:
    """One for each decision act that some stage lists."""
    table = hearing.compiled.steps
    if table is None:
        return
    for point, ruling in decisions(hearing):
        yield _verdict(hearing, table, Kind.STAGE_POWER, "@power", point, ruling)


def _verdict(
    hearing: Hearing, table: StepTable, kind: Kind, norm: str, point: Point, ruling: Ruling
) -> Verdict:
    if point.exists.level == 1:
        ruling = cannot_tell(point.exists)
    reasons = ruling.why.why if ruling.word is Word.CANNOT_TELL else ()
    how = ruling.how
    if ruling.word is Word.CANNOT_TELL:
        how = reasons[0].how if reasons else How.STAGE_UNKNOWN
    before = stages_before(hearing, table, point)
    return Verdict(
        norm=norm,
        layer=table.machine.file,
        kind=kind,
        word=ruling.word,
        how=how,
        trigger=point.name,
        day=point.day,
        act=point.act,
        evidence=point.cites,
        unknowns=reasons,
        stage=table.name(next(iter(before))) if len(before) == 1 else None,
        inferred=point.inferred,
    )


def law_verdicts(hearing: Hearing) -> Iterator[Verdict]:
    """One line for each file that would have asked something on a day it is not in force."""
    noted: dict[str, Point | None] = hearing.memo.get("outside", {})
    for file, point in noted.items():
        yield Verdict(
            norm="@law",
            layer=file,
            kind=Kind.LAW,
            word=Word.CANNOT_TELL,
            how=How.LAW_NOT_ENCODED,
            trigger=point.name if point is not None else "",
            day=point.day if point is not None else None,
            unknowns=(Unknown(How.LAW_NOT_ENCODED, "", file),),
        )


__all__ = ["YES", "law_verdicts", "power_verdicts", "stage_verdicts"]
