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
    asked = both(applies(hearing, placed.file, norm), hearing.begun())
    arises = governed(hearing, placed, None, asked)
    if arises.level == 0:
        return
    for ruling in _rulings(hearing, norm):
        yield ruled(hearing, placed, kind_of(placed), None, arises, ruling)


def _rulings(hearing: Hearing, norm: Separation) -> list[Ruling]:
    sure: list[tuple[str, tuple[Point, Point]]] = []
    doubts: list[tuple[set[str | None], Truth]] = []
    seconds = _doers(hearing, norm.second)
    for one, person, fit in _doers(hearing, norm.first):
        for other, same, also in seconds:
            nameless = one if person is None else other if same is None else None
            if nameless is None and person != same:
                continue
            who = YES if nameless is None else _unknown_doer(nameless)
            truth = every((fit, also, who))
            if truth.level == 2 and person is not None:
                sure.append((person, (one, other)))
            elif truth.level == 1:
                doubts.append(({person, same}, truth))
    # of each person the first pair, the persons by their last: as good an order as any
    found = dict(reversed(sure))
    rulings = [Ruling(Word.BROKEN, How.SAME_PERSON, YES, pair) for pair in found.values()]
    open_ = [truth for people, truth in doubts if not found.keys() & people]
    if open_:
        rulings.append(cannot_tell(some(open_), perhaps=True))
    if rulings:
        return rulings
    over = ended(hearing)
    if over.level == 2:
        return [Ruling(Word.KEPT)]
    return [cannot_tell(over, perhaps=True) if over.level == 1 else Ruling(Word.OPEN)]


def _unknown_doer(point: Point) -> Truth:
    return unknown(How.FACT_UNKNOWN, point.name, "by") if point.event else point.exists


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
