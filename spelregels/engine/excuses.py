"""What excuses a breach: ``unless`` (M11) and an exemption (Kinds)."""

from __future__ import annotations

from collections.abc import Callable

from spelregels.engine.compiled import Placed
from spelregels.engine.hearing import Hearing
from spelregels.engine.law import applies, in_force, norm_in_force
from spelregels.engine.matching import Match, matches
from spelregels.engine.points import Point
from spelregels.engine.situations import held_before
from spelregels.engine.truth import NO, Truth, both, every, some
from spelregels.model.norms import Exemption
from spelregels.model.patterns import ActPattern, OnePattern, Pattern, RoleSpec

InTime = Callable[[Point], Truth]
Excuse = tuple[Truth, tuple[Point, ...]]


def excused(hearing: Hearing, unless: Pattern, in_time: InTime) -> Excuse:
    """Whether one of the acts excuses; ``in_time``: whether it belongs here and came in time."""
    if not unless:
        return NO, ()
    found = [(one, both(one.fit, in_time(one.point))) for one in matches(hearing, unless)]
    return some(truth for _, truth in found), _first(found)


def _first(found: list[tuple[Match, Truth]]) -> tuple[Point, ...]:
    sure = [one.point for one, truth in found if truth.level == 2]
    return (min(sure, key=lambda p: p.when),) if sure else ()


def exempted(hearing: Hearing, demanded: Pattern, point: Point | None) -> Truth:
    """Whether the duty to do this need not be met. ``point`` None: a duty over the whole."""
    return some(
        _exempts(hearing, placed, demanded, point) for placed in hearing.compiled.exemptions
    )


def _exempts(hearing: Hearing, placed: Placed, demanded: Pattern, point: Point | None) -> Truth:
    norm = placed.norm
    assert isinstance(norm, Exemption)
    covered = all(any(_covers(free, part) for free in norm.need_not) for part in demanded)
    if not covered:
        return NO
    here = every((applies(hearing, placed.file, norm), in_force(hearing, placed.file, point)))
    if point is None:
        return both(here, held_before(hearing, norm.if_, hearing.end()))
    return every((here, norm_in_force(norm, point), held_before(hearing, norm.if_, point)))


def _covers(free: OnePattern, part: OnePattern) -> bool:
    """Whether whoever need not do the first need not do the second."""
    if not isinstance(free, ActPattern) or not isinstance(part, ActPattern):
        return False
    return (
        free.act == part.act
        and (not free.outcome or (set(part.outcome) <= set(free.outcome) and bool(part.outcome)))
        and (free.by is None or (part.by is not None and _among(part.by, free.by)))
        and (free.where is None or free.where == part.where)
    )


def _among(roles: RoleSpec, others: RoleSpec) -> bool:
    """Whether whoever fits these roles fits the others."""
    return roles.vehicle == others.vehicle and set(roles.any_of) <= set(others.any_of)
