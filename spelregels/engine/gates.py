"""From when the norms that gate a term are met by one event (Terms, M15)."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.engine.compiled import Placed
from spelregels.engine.duties import Duty, duty_triggers, rule_duty
from spelregels.engine.excuses import excused
from spelregels.engine.hearing import Hearing
from spelregels.engine.kinds import verdicts_of
from spelregels.engine.points import Point
from spelregels.engine.truth import NO, YES, Truth, both, every, unknown
from spelregels.model.norms import Response
from spelregels.model.words import How, Word


def met_moments(hearing: Hearing, gate: Placed, point: Point) -> Iterator[Point]:
    """For each of the gate's instances on this event: the moment from which it is met."""
    if isinstance(gate.norm, Response):
        yield from _duty_met(hearing, gate, gate.norm, point)
        return
    for verdict in verdicts_of(hearing, gate):
        if verdict.trigger != point.name:
            continue
        if verdict.word in (Word.KEPT, Word.EXCUSED):
            continue
        if verdict.word is Word.CANNOT_TELL:
            doubt = unknown(How.FACT_UNKNOWN, point.name)
            yield _at(point, Truth(1, verdict.unknowns) if verdict.unknowns else doubt)
        else:
            yield _at(point, NO)


def _at(point: Point, exists: Truth) -> Point:
    return Point(
        "",
        "",
        point.low,
        point.high,
        point.first,
        point.last,
        exists,
        point.place,
        source=point.rests_on,
        cited=point.cites,
    )


def _duty_met(hearing: Hearing, gate: Placed, norm: Response, point: Point) -> Iterator[Point]:
    """A duty is met at its first answer or timely excuse, late or not."""
    for trigger, arises in duty_triggers(hearing, gate, norm):
        if trigger is not point:
            continue
        duty = Duty(hearing, gate, point)
        for must in norm.must:
            ruling = rule_duty(duty, must)
            ready = [a.point for a in duty.answers(must) if a.fits.level == 2]
            if ruling.word is Word.EXCUSED:
                _, by = excused(hearing, norm.unless, duty.excuses)
                ready += by or (point,)  # by an exemption: met from the start
            unsure = both(point.exists, arises if ruling.word is not Word.KEPT else YES)
            if ruling.word is Word.CANNOT_TELL or unsure.level == 1:
                yield _at(point, every((ruling.why, unsure)))
            elif ready and ruling.word is not Word.NO_LONGER_DUE:
                first = min(ready, key=lambda p: p.when)
                yield _at(first, both(point.exists, first.exists))
            else:
                yield _at(point, NO)
