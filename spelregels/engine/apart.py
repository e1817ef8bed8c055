"""Separation: *separate A and B*, not the same person (Kinds, M12)."""

from __future__ import annotations

from collections.abc import Iterator

from spelregels.engine.compiled import Placed
from spelregels.engine.ending import after_end, ended
from spelregels.engine.hearing import MISSING, Hearing
from spelregels.engine.law import applies
from spelregels.engine.matching import matches
from spelregels.engine.points import Point
from spelregels.engine.rulings import Ruling, cannot_tell, governed, kind_of, ruled
from spelregels.engine.truth import YES, Truth, both, every, negate, some, unknown
from spelregels.model.norms import Separation
from spelregels.model.patterns import Pattern
from spelregels.model.verdict import Verdict
from spelregels.model.words import How, Word

Doer = tuple[Point, str | None, Truth]  # the person, None if unknown


def separations(hearing: Hearing, placed: Placed) -> Iterator[Verdict]:
    """One verdict for each person who surely did both; else one for the whole."""
    norm = placed.norm
    assert isinstance(norm, Separation)
    asked = both(hearing.begun(), applies(hearing, placed.file, norm))
    arises = governed(hearing, placed, None, asked)
    if arises.level == 0:
        return
    for ruling in _rulings(hearing, norm):
        yield ruled(hearing, placed, kind_of(placed), None, arises, ruling)


def _rulings(hearing: Hearing, norm: Separation) -> list[Ruling]:
    first, second = _doers(hearing, norm.first), _doers(hearing, norm.second)
    found: dict[str, tuple[Point, Point]] = {}
    doubts: list[tuple[str | None, Truth]] = []
    for one, person, fit in first:
        for other, same, also in second:
            if one is other and one.event is not None and person is not None:
                continue
            truth = both(fit, also)
            if person is None or same is None:
                truth = both(
                    truth, unknown(How.FACT_UNKNOWN, (one if person is None else other).name, "by")
                )
            elif person != same:
                continue
            if truth.level == 2 and person is not None:
                found.setdefault(person, (one, other))
            elif truth.level == 1:
                doubts.append((person or same, truth))
    rulings = [Ruling(Word.BROKEN, How.SAME_PERSON, YES, pair) for pair in found.values()]
    open_ = [truth for who, truth in doubts if who not in found]
    if open_:
        rulings.append(cannot_tell(some(open_)))
    if rulings:
        return rulings
    over = ended(hearing)
    if over.level == 2:
        return [Ruling(Word.KEPT)]
    return [cannot_tell(over) if over.level == 1 else Ruling(Word.OPEN)]


def _doers(hearing: Hearing, pattern: Pattern) -> list[Doer]:
    """Who did it, not after the end."""
    found: list[Doer] = []
    for one in matches(hearing, pattern):
        point = one.point
        fit = every((one.fit, negate(after_end(hearing, point))))
        if fit.level == 0:
            continue
        if point.event is None:
            found.append((point, None, fit))
            continue
        by = hearing.value(point, "by")
        if by is None or (isinstance(by, str) and hearing.is_role(by)):
            continue
        found.append((point, None if by is MISSING else str(by), fit))
    return found
