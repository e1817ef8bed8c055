"""Power: *may C by R*, and the power of a stage over its decision acts (``@power``)."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.engine.compiled import Placed
from spelregels.engine.conditions import holds
from spelregels.engine.hearing import Hearing
from spelregels.engine.law import applies, norm_in_force
from spelregels.engine.matching import matches
from spelregels.engine.plain import upheld
from spelregels.engine.points import Point
from spelregels.engine.rulings import Ruling, cannot_tell, governed, kind_of, ruled
from spelregels.engine.situations import held_before
from spelregels.engine.spans import Counting, span
from spelregels.engine.stages import stages_before
from spelregels.engine.steps import UNKNOWN_STAGE, StepTable
from spelregels.engine.terms import counting_from
from spelregels.engine.truth import NO, YES, Truth, both, either, every, negate, some, unknown
from spelregels.model.norms import Power
from spelregels.model.patterns import RoleSpec
from spelregels.model.verdict import Verdict
from spelregels.model.words import How, Kind, Word


def powers(hearing: Hearing, placed: Placed) -> Iterator[Verdict]:
    """Acts that a power is about: within it, beyond it, or by another who may not."""
    norm = placed.norm
    assert isinstance(norm, Power)
    mine = [act for act in norm.may if not _judged_by_stage(hearing, act)]
    for point in hearing.in_order(one for act in mine for one in hearing.by_act.get(act, ())):
        asked = _asked(hearing, placed, point)
        if asked.level == 0:
            continue
        ruling = _ruling(hearing, placed, norm, point)
        if ruling is None:
            continue
        arises = governed(hearing, placed, point, asked)
        if arises.level == 0:
            continue
        yield ruled(hearing, placed, kind_of(placed), point, arises, ruling, point.act)


def _judged_by_stage(hearing: Hearing, act: str) -> bool:
    """A decision act that some stage lists is judged once, by the stages."""
    table = hearing.compiled.steps
    return table is not None and bool(table.lists(act))


def _asked(hearing: Hearing, placed: Placed, point: Point) -> Truth:
    norm = placed.norm
    return every(
        (
            applies(hearing, placed.file, norm),
            norm_in_force(norm, point),
            held_before(hearing, norm.if_, point),
        )
    )


def _role(hearing: Hearing, norm: Power, point: Point) -> Truth:
    return hearing.fits(point, hearing.compiled.roles.fitting(norm.by))


def _limits(hearing: Hearing, norm: Power, point: Point) -> Truth:
    return holds(hearing, norm.where, point)


def _time(hearing: Hearing, norm: Power, point: Point) -> Truth:
    """Within its term of some earlier ``after``."""
    if not norm.after or norm.within is None:
        return YES
    found = []
    for one in matches(hearing, norm.after):
        there = both(one.fit, hearing.before(one.point, point))
        if there.level:
            counting = counting_from(one.point, Counting(norm.count_from, norm.regime))
            until = span(hearing, norm.within, one.point, counting)
            found.append(both(there, until.by(point)))
    return some(found)


def _covers(hearing: Hearing, placed: Placed, point: Point) -> Truth:
    """Whether this power covers the act: role, limits, time, and that it is in force."""
    norm = placed.norm
    assert isinstance(norm, Power)
    asked = _asked(hearing, placed, point)
    if asked.level == 0:
        return NO
    return every(
        (
            governed(hearing, placed, point, asked),
            _role(hearing, norm, point),
            _limits(hearing, norm, point),
            _time(hearing, norm, point),
        )
    )


def _another_covers(hearing: Hearing, placed: Placed, point: Point) -> Truth:
    return some(
        _covers(hearing, other, point)
        for other in hearing.compiled.powers.get(point.act, ())
        if other is not placed
    )


def _ruling(hearing: Hearing, placed: Placed, norm: Power, point: Point) -> Ruling | None:
    role = _role(hearing, norm, point)
    within = both(_limits(hearing, norm, point), _time(hearing, norm, point))
    if role.level == 2:
        own = _own(hearing, placed, norm, point, within)
        return None if own.word is Word.KEPT and within.level == 0 else own
    if role.level == 0:
        return _by_another(hearing, norm, point, within)
    other = _by_another(hearing, norm, point, within) if norm.exclusive else None
    mine = _own(hearing, placed, norm, point, both(within, role))
    if mine.word is Word.KEPT if other is None else other.word is mine.word:
        return None if mine.word is Word.KEPT and within.level == 0 else mine
    if other is not None and {mine.word, other.word} == {Word.KEPT, Word.EXCUSED}:
        return other if other.word is Word.EXCUSED else mine
    why = (role, mine.why) if norm.exclusive else (mine.why, role)
    return cannot_tell(every(why), *mine.evidence, perhaps=True)


def _own(hearing: Hearing, placed: Placed, norm: Power, point: Point, within: Truth) -> Ruling:
    """By the one who has the power."""
    met = within if within.level == 2 else either(within, _another_covers(hearing, placed, point))
    return upheld(hearing, met, norm.unless, point, How.NOT_PERMITTED_HERE)


def _by_another(hearing: Hearing, norm: Power, point: Point, within: Truth) -> Ruling | None:
    """By someone else: a breach only of an exclusive power, within its limits and time."""
    if not norm.exclusive or within.level == 0:
        return None
    found = upheld(hearing, negate(within), norm.unless, point, How.NO_POWER)
    return found if within.level == 2 else cannot_tell(within, *found.evidence, perhaps=True)


# --- decision acts ---


def decided(hearing: Hearing, point: Point) -> Ruling | None:
    """A decision act that some stage lists, judged once; None for any other act."""
    table = hearing.compiled.steps
    listing = table.lists(point.act) if table is not None else ()
    return _decision(hearing, table, listing, point) if table is not None and listing else None


def _decision(hearing: Hearing, table: StepTable, listing: tuple[int, ...], point: Point) -> Ruling:
    mays = hearing.compiled.powers.get(point.act, ())
    covered = some(_covers(hearing, placed, point) for placed in mays)
    if covered.level == 2:
        return Ruling(Word.KEPT)
    barred = some(_bars(hearing, placed, point) for placed in mays)
    found = []
    for stage in sorted(stages_before(hearing, table, point)):
        where = (stage,) if stage in listing else listing
        if stage == UNKNOWN_STAGE:
            found += [_decider(hearing, table, (one,), point) for one in listing]
        else:
            found.append(_decider(hearing, table, where, point))
    decided = _agreed(found, point)
    met = either(covered, both(decided, negate(barred)))
    if met.level == 2:
        return Ruling(Word.KEPT)
    if met.level == 1:
        return cannot_tell(met)
    return Ruling(Word.BROKEN, How.NO_POWER)


def _agreed(found: list[Truth], point: Point) -> Truth:
    """What holds in every stage it may have happened in."""
    if all(one.level == 2 for one in found):
        return YES
    if all(one.level == 0 for one in found):
        return NO
    if all(one.level == 1 and one.why[:1] == found[0].why[:1] for one in found):
        return found[0]
    return unknown(How.STAGE_UNKNOWN, point.name, point.act)


def _decider(hearing: Hearing, table: StepTable, stages: tuple[int, ...], point: Point) -> Truth:
    """Whether the act was by the decider of one of these stages."""
    found = []
    for number in stages:
        power = table.stages[number].power
        decides = power.decides if power is not None else None
        if isinstance(decides, RoleSpec):
            found.append(hearing.fits(point, hearing.compiled.roles.fitting(decides)))
        else:
            found.append(unknown(How.NOT_STATED, point.name, "decides"))
    return some(found)


def _bars(hearing: Hearing, placed: Placed, point: Point) -> Truth:
    """Whether an exclusive power whose limits hold belongs to another."""
    norm = placed.norm
    assert isinstance(norm, Power)
    if not norm.exclusive:
        return NO
    asked = _asked(hearing, placed, point)
    if asked.level == 0:
        return NO
    return every(
        (
            governed(hearing, placed, point, asked),
            _limits(hearing, norm, point),
            _time(hearing, norm, point),
            negate(_role(hearing, norm, point)),
        )
    )


__all__ = ["Kind", "decided", "powers"]
