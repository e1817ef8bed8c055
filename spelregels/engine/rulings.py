"""From what was found to a verdict: M4, M6, M10 and what every verdict names."""

from __future__ import annotations

from dataclasses import dataclass

from spelregels.engine.compiled import Placed
from spelregels.engine.hearing import Hearing
from spelregels.engine.law import applies, in_force, norm_in_force
from spelregels.engine.matching import matches
from spelregels.engine.points import Point, day_of
from spelregels.engine.situations import grounds, held_before
from spelregels.engine.spans import Due
from spelregels.engine.truth import NO, YES, Truth, both, every
from spelregels.model.norms import KIND_OF
from spelregels.model.patterns import ActPattern, Pattern
from spelregels.model.verdict import Verdict
from spelregels.model.words import How, Kind, Word


@dataclass(slots=True)
class Ruling:
    """What was found of one instance: the word, how, and why if it cannot be told. ``perhaps``:
    then it may be kept, and ``why`` begins with what that hangs on."""

    word: Word
    how: How | None = None
    why: Truth = YES
    evidence: tuple[Point, ...] = ()
    due: Due | None = None
    day: int | None = None
    perhaps: bool = False


def cannot_tell(
    why: Truth, *evidence: Point, due: Due | None = None, perhaps: bool = False
) -> Ruling:
    """Unknown, for these reasons."""
    return Ruling(Word.CANNOT_TELL, None, why, evidence, due, perhaps=perhaps)


@dataclass(slots=True)
class Raised:
    """An instance. ``arises``: whether it does, the existence of its trigger left out (M6)."""

    placed: Placed
    point: Point
    arises: Truth


def raised(hearing: Hearing, placed: Placed, pattern: Pattern) -> list[Raised]:
    """The instances of a norm whose trigger pattern this is; those surely not are left out."""
    norm = placed.norm
    if norm.applies is not None or placed.file.applies is not None:
        here = applies(hearing, placed.file, norm)
        if here.level == 0:
            return []
    else:
        here = YES
    found = []
    for one in matches(hearing, pattern):
        point = one.point
        if not point.rests_on:
            continue  # an act that is not recorded triggers nothing
        arises = every(
            (
                one.shape,
                here,
                norm_in_force(norm, point),
                held_before(hearing, norm.if_, point),
            )
        )
        if arises.level:
            found.append(Raised(placed, point, arises))
    return found


def governed(hearing: Hearing, placed: Placed, point: Point | None, asked: Truth) -> Truth:
    """Whether an instance that was asked for arises under this version of its file (M14)."""
    return both(asked, in_force(hearing, placed.file, point)) if asked.level else asked


def ruled(
    hearing: Hearing,
    placed: Placed,
    kind: Kind,
    point: Point | None,
    arises: Truth,
    ruling: Ruling,
    act: str = "",
) -> Verdict:
    """The verdict: what only may exist is never definite, what may arise is kept or unknown."""
    exists = point.exists if point is not None else YES
    if exists.level == 1 or (arises.level == 1 and ruling.word is not Word.KEPT):
        met_first = ruling.perhaps and exists.level == 2
        parts = (ruling.why, arises) if met_first else (exists, arises, ruling.why)
        ruling = cannot_tell_as(ruling, every(parts))
    reasons = ruling.why.why[:1] if ruling.word is Word.CANNOT_TELL else ()
    how = ruling.how
    if ruling.word is Word.CANNOT_TELL:
        how = reasons[0].how if reasons else How.FACT_UNKNOWN
    due = ruling.due
    touched = ruling.evidence
    if point is not None:
        touched = (point, *grounds(hearing, placed.norm.if_, point), *touched)
    evidence = tuple(dict.fromkeys(name for one in touched for name in one.cites))
    day = ruling.day if ruling.day is not None else (point.first if point is not None else None)
    return Verdict(
        norm=placed.norm.id,
        layer=placed.file.id,
        version=placed.file.version,
        kind=kind,
        word=ruling.word,
        how=how,
        trigger=point.name if point is not None else "",
        day=day_of(day),
        due=due.day if due is not None else None,
        due_latest=due.latest if due is not None else None,
        act=act,
        evidence=evidence,
        unknowns=reasons,
        reckoning=due.reckoning if due is not None else None,
        inferred=hearing.inferred(evidence),
    )


def cannot_tell_as(ruling: Ruling, why: Truth) -> Ruling:
    """The same instance, of which it cannot be told for these reasons."""
    return Ruling(Word.CANNOT_TELL, None, why, ruling.evidence, ruling.due, ruling.day)


def kind_of(placed: Placed) -> Kind:
    """The kind of a placed norm."""
    return KIND_OF[type(placed.norm)]


def act_of(pattern: Pattern) -> str:
    """The act a pattern asks for, as verdicts name it: of several, the first."""
    first = pattern[0]
    if isinstance(first, ActPattern):
        return first.act
    return f"{first.term.term}.{first.edge.value}"


__all__ = [
    "NO",
    "Raised",
    "Ruling",
    "act_of",
    "cannot_tell",
    "governed",
    "kind_of",
    "raised",
    "ruled",
]
