"""Levels of participation as numbers, and the level that the stages of a ruleset give (P14).

0 is less than informing; 1 informing … 5 deciding together.
"""

from __future__ import annotations

from collections.abc import Iterable

from spelregels.model.frozen import dataclass
from spelregels.model.patterns import RoleSpec
from spelregels.model.ruleset import Ruleset, Stage
from spelregels.model.words import Binding, Level, RoleKind

RANK = {level: number for number, level in enumerate(Level, start=1)}
RANK_OF_WORD = {level.value: number for level, number in RANK.items()}
HIGHEST = len(RANK)


@dataclass(frozen=True, slots=True)
class Range:
    """A level that surely is at least ``low`` and at most ``high``."""

    low: int
    high: int


ANY = Range(0, HIGHEST)


def held_by(rules: Ruleset) -> Range:
    """The highest level that the powers of any stage give residents.

    Without stages there is nothing to hold a promise against: as if all was given. A stage that
    does not say who decides may give anything.
    """
    if rules.machine is None:
        return Range(HIGHEST, HIGHEST)
    stages = [stage for stage in rules.machine.stages if stage.ends_as is None]
    low = max((_level(stage, rules) for stage in stages), default=RANK[Level.INFORMEREN])
    told = all(s.power is not None and isinstance(s.power.decides, RoleSpec) for s in stages)
    return Range(low, low if told else HIGHEST)


def _level(stage: Stage, rules: Ruleset) -> int:
    power = stage.power
    if power is None:
        return RANK[Level.INFORMEREN]
    decides = power.decides.any_of if isinstance(power.decides, RoleSpec) else ()
    binding = power.advises if power.binding is Binding.BINDING else ()
    if _residents((*decides, *power.consents, *binding), rules):
        return RANK[Level.MEEBESLISSEN]
    if _residents(power.advises, rules):
        return RANK[Level.COPRODUCEREN]
    if _residents(power.consulted, rules):
        return RANK[Level.RAADPLEGEN]
    return RANK[Level.INFORMEREN]


def _residents(names: Iterable[str], rules: Ruleset) -> bool:
    known = [rules.roles[name] for name in names if name in rules.roles]
    members = [rules.roles[one] for role in known for one in role.one_of if one in rules.roles]
    kinds = {role.kind for role in (*known, *members)}
    return bool(kinds & {RoleKind.RESIDENTS, RoleKind.ANYONE})
