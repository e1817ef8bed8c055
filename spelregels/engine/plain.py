"""Absence, Requirement, and an Exemption that may be a ban (Kinds)."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.engine.compiled import Placed
from spelregels.engine.conditions import comes_after_them, earlier_acts, holds
from spelregels.engine.excuses import excused
from spelregels.engine.hearing import Hearing
from spelregels.engine.points import Point
from spelregels.engine.rulings import (
    Ruling,
    act_of,
    cannot_tell,
    governed,
    kind_of,
    raised,
    ruled,
)
from spelregels.engine.truth import YES, Truth, both, either, negate, unknown
from spelregels.engine.windows import inside
from spelregels.model.norms import Absence, Exemption, Requirement
from spelregels.model.patterns import Pattern
from spelregels.model.verdict import Verdict
from spelregels.model.words import How, Word


def upheld(hearing: Hearing, met: Truth, unless: Pattern, point: Point, how: How) -> Ruling:
    """Kept if ``met``; else excused by what came before the trigger, or broken."""
    if met.level == 2:
        return Ruling(Word.KEPT)
    excuse, by = excused(hearing, unless, lambda one: hearing.before(one, point))
    if excuse.level == 2:
        return Ruling(Word.EXCUSED, None, YES, by)
    perhaps = either(met, excuse)
    if perhaps.level == 1:
        return cannot_tell(perhaps, perhaps=met.level == 1)
    return Ruling(Word.BROKEN, how)


def absences(hearing: Hearing, placed: Placed) -> Iterator[Verdict]:
    """*never C*, *during a window, must_not C*: one instance for each C."""
    norm = placed.norm
    assert isinstance(norm, Absence)
    for one in raised(hearing, placed, norm.must_not):
        arises = governed(hearing, placed, one.point, one.arises)
        if arises.level == 0:
            continue
        there = YES if norm.window is None else inside(hearing, norm.window, one.point)
        ruling = upheld(hearing, negate(there), norm.unless, one.point, How.FORBIDDEN)
        yield ruled(hearing, placed, kind_of(placed), one.point, arises, ruling, one.point.act)


def requirements(hearing: Hearing, placed: Placed) -> Iterator[Verdict]:
    """*upon A, require.*"""
    norm = placed.norm
    assert isinstance(norm, Requirement)
    for one in raised(hearing, placed, norm.upon):
        asked = one.arises
        if earlier_acts(norm.require):
            asked = both(asked, comes_after_them(hearing, norm.require, one.point))
        arises = governed(hearing, placed, one.point, asked)
        if arises.level == 0:
            continue
        met = holds(hearing, norm.require, one.point)
        ruling = upheld(hearing, met, norm.unless, one.point, How.REQUIREMENT_NOT_MET)
        yield ruled(hearing, placed, kind_of(placed), one.point, arises, ruling, one.point.act)


def exemptions(hearing: Hearing, placed: Placed) -> Iterator[Verdict]:
    """An A that happens where the text leaves open whether it is free or forbidden."""
    norm = placed.norm
    assert isinstance(norm, Exemption)
    if not norm.may_be_ban:
        return
    for one in raised(hearing, placed, norm.need_not):
        arises = governed(hearing, placed, one.point, one.arises)
        if arises.level == 0:
            continue
        ruling = cannot_tell(unknown(How.NOT_STATED, one.point.name, one.point.act))
        yield ruled(hearing, placed, kind_of(placed), one.point, arises, ruling, one.point.act)


__all__ = ["absences", "act_of", "exemptions", "requirements", "upheld"]
