"""Which events fit a pattern, and which raise an instance (M3, M6, M9)."""

from __future__ import annotations

from spelregels.engine.conditions import holds
from spelregels.engine.hearing import MISSING, Hearing
from spelregels.engine.points import Point
from spelregels.engine.steps import outcomes_of
from spelregels.engine.truth import NO, YES, Truth, both, either, every, unknown
from spelregels.model.frozen import dataclass
from spelregels.model.patterns import ActPattern, MomentPattern, OnePattern, Pattern
from spelregels.model.words import How


@dataclass(frozen=True, slots=True)
class Match:
    """An event that may fit. ``fit``: existence, outcome, role and condition together;
    ``bare``: the same but for the role. ``shape``: which conditions the trigger itself meets,
    existence left out."""

    point: Point
    fit: Truth
    bare: Truth
    shape: Truth


def matches(hearing: Hearing, pattern: Pattern) -> list[Match]:
    """Every point that may fit one of the patterns; unseen acts included, as phantoms."""
    key = ("matches", id(pattern))
    found: list[Match] | None = hearing.memo.get(key)
    if found is None:
        merged: dict[int, Match] = {}
        for part in pattern:
            for one in _of_part(hearing, part):
                _merge(merged, one)
        found = sorted(merged.values(), key=lambda one: one.point.when)
        if not hearing.memo.get("in work"):  # else a moment may still be missing
            hearing.memo[key] = found
    return found


def _merge(merged: dict[int, Match], one: Match) -> None:
    old = merged.get(id(one.point))
    if old is None:
        merged[id(one.point)] = one
    else:
        merged[id(one.point)] = Match(
            one.point,
            either(old.fit, one.fit),
            either(old.bare, one.bare),
            either(old.shape, one.shape),
        )


def _of_part(hearing: Hearing, part: OnePattern) -> list[Match]:
    if isinstance(part, MomentPattern):
        named = hearing.above.moments(hearing, part)
        return [Match(p, p.exists, p.exists, YES) for p in named]
    found = []
    for point in hearing.by_act.get(part.act, ()):
        one = _match(hearing, part, point)
        if one.bare.level:
            found.append(one)
    phantom = hearing.phantom(part.act)
    if phantom is not None:
        there = both(phantom.exists, holds(hearing, part.where, phantom))
        if there.level:
            found.append(Match(phantom, there, there, NO))
    return found


def _match(hearing: Hearing, part: ActPattern, point: Point) -> Match:
    role = YES
    if part.by is not None:
        role = hearing.fits(point, hearing.compiled.roles.fitting(part.by))
    outcome = outcome_fits(hearing, part.outcome, point) if part.outcome else YES
    where = holds(hearing, part.where, point)
    bare = every((point.exists, outcome, where))
    shape = every((role, outcome, where))
    fit = both(point.exists, shape)
    return Match(point, fit, bare, shape)


def outcome_fits(hearing: Hearing, wanted: tuple[str, ...], point: Point) -> Truth:
    """Whether the event had one of these outcomes."""
    value = hearing.value(point, "outcome")
    if value is MISSING:
        if set(outcomes_of(hearing.compiled.acts, point.act)) <= set(wanted):
            return YES  # it had one of them, whichever
        return unknown(How.FACT_UNKNOWN, point.name, "outcome")
    return YES if value in wanted else NO


def possible_outcomes(hearing: Hearing, point: Point) -> tuple[str | None, ...]:
    """The outcomes an event may have had; (None,) when it has none."""
    value = hearing.value(point, "outcome")
    if isinstance(value, str):
        return (value,)
    declared = outcomes_of(hearing.compiled.acts, point.act)
    if value is None or not declared:
        return (None,)
    return declared
