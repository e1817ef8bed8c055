"""What the machine itself says: ``@stage``, ``@power``, and ``@law`` for files not in force."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from spelregels.engine.compiled import Placed
from spelregels.engine.conditions import holds_of_header
from spelregels.engine.hearing import Hearing
from spelregels.engine.law import in_force
from spelregels.engine.points import Point
from spelregels.engine.powers import decided
from spelregels.engine.rulings import Ruling, cannot_tell, raised
from spelregels.engine.stages import stages_before, steps_of
from spelregels.engine.steps import UNKNOWN_STAGE, StepTable
from spelregels.engine.truth import Truth, both, every, unknown
from spelregels.model.ruleset import RulesetFile
from spelregels.model.verdict import Unknown, Verdict
from spelregels.model.words import How, Kind, Word


def machine_verdicts(hearing: Hearing) -> Iterator[Verdict]:
    """``@stage`` for each act × outcome that has an edge somewhere, ``@power`` for each decision
    act that some stage lists, event by event."""
    table = hearing.compiled.steps
    if table is None:
        return
    for point in hearing.points:
        ruling = _stage(hearing, table, point) if point.act in table.moving else None
        if ruling is not None:
            yield from _verdicts(hearing, table, Kind.STAGE, "@stage", point, ruling)
        power = decided(hearing, point)
        if power is not None:
            yield from _verdicts(hearing, table, Kind.STAGE_POWER, "@power", point, power)


def _stage(hearing: Hearing, table: StepTable, point: Point) -> Ruling | None:
    steps = steps_of(hearing, table, point)
    hows = {step.how for _, step in steps if step is not None}
    free = any(step is None for _, step in steps)
    if not hows:
        return None
    if hows == {None}:
        return Ruling(Word.KEPT)
    if hows == {How.STAGE_UNKNOWN} and not free:
        return cannot_tell(unknown(How.STAGE_UNKNOWN, "", point.act))
    if free or None in hows or How.STAGE_UNKNOWN in hows:
        places = {stage for stage, _ in steps}
        known = len(places) == 1 and UNKNOWN_STAGE not in places
        how = How.FACT_UNKNOWN if known else How.STAGE_UNKNOWN
        return cannot_tell(unknown(how, point.name, point.act))
    how = How.NOT_PERMITTED_HERE if How.NOT_PERMITTED_HERE in hows else How.AFTER_THE_END
    return Ruling(Word.BROKEN, how)


def _verdicts(
    hearing: Hearing, table: StepTable, kind: Kind, norm: str, point: Point, ruling: Ruling
) -> Iterator[Verdict]:
    """None when the file that has the machine is surely not in force.

    Of several versions the last is the one whose stages these are.
    """
    files = [f for f in hearing.compiled.ruleset.files if f.id == table.machine.file]
    here = both(holds_of_header(hearing, files[-1].applies), in_force(hearing, files[-1], point))
    if here.level:
        yield _verdict(hearing, table, kind, norm, point, ruling, files[-1], here)


def _verdict(
    hearing: Hearing,
    table: StepTable,
    kind: Kind,
    norm: str,
    point: Point,
    ruling: Ruling,
    file: RulesetFile,
    here: Truth,
) -> Verdict:
    if point.exists.level == 1 or (here.level == 1 and ruling.word is not Word.KEPT):
        known = point.exists.level == 2 and ruling.word is Word.CANNOT_TELL
        ruling = cannot_tell(every((ruling.why,) if known else (point.exists, here)))
    reasons = ruling.why.why[:1] if ruling.word is Word.CANNOT_TELL else ()
    how = ruling.how
    if ruling.word is Word.CANNOT_TELL:
        how = reasons[0].how if reasons else How.STAGE_UNKNOWN
    before = stages_before(hearing, table, point)
    return Verdict(
        norm=norm,
        layer=file.id,
        version=file.version,
        kind=kind,
        word=ruling.word,
        how=how,
        trigger=point.name,
        day=point.day,
        act=point.act,
        evidence=point.cites,
        unknowns=reasons,
        stage=table.name(next(iter(before))) if kind is Kind.STAGE and len(before) == 1 else None,
        inferred=point.inferred,
    )


def law_verdicts(hearing: Hearing) -> Iterator[Verdict]:
    """One line for each file that would have asked something on a day it is not in force (M14)."""
    by_id: dict[str, list[Placed]] = {}
    for placed in hearing.compiled.norms:
        by_id.setdefault(placed.file.id, []).append(placed)
    for file, norms in by_id.items():
        first = next((point for placed in norms for point in _outside(hearing, placed)), None)
        if first is not None:
            yield _no_law(file, first)


def _outside(hearing: Hearing, placed: Placed) -> Iterator[Point]:
    """What would have raised an instance, had some version of the file been in force."""
    versions = [file for file in hearing.compiled.ruleset.files if file.id == placed.file.id]
    if all(not isinstance(f.valid_from, date) and f.valid_to is None for f in versions):
        return
    key = ("raised by", placed.number)  # kept, for what fits a pattern is remembered by identity
    pattern = hearing.memo.setdefault(key, placed.norm.raised_by)
    for one in raised(hearing, placed, pattern):
        if all(in_force(hearing, file, one.point).level == 0 for file in versions):
            yield one.point


def _no_law(file: str, point: Point) -> Verdict:
    return Verdict(
        norm="@law",
        layer=file,
        kind=Kind.LAW,
        word=Word.CANNOT_TELL,
        how=How.LAW_NOT_ENCODED,
        trigger=point.name,
        day=point.day,
        act=point.act or point.name,
        evidence=point.cites,
        unknowns=(Unknown(How.LAW_NOT_ENCODED, point.name, file),),
        inferred=point.inferred,
    )
