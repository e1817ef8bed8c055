"""Who decides by a text: through the stages, and through norms that give a power."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spelregels.model.norms import Norm, Power, Precedence
from spelregels.model.patterns import ActPattern, Bearer, Op, Test
from spelregels.model.ruleset import RulesetFile
from spelregels.model.verified import Place
from spelregels.model.words import RoleKind
from spelregels.verify.logic import facts_of, possible
from spelregels.verify.machine import at_stage, decided_in
from spelregels.verify.parts import acts_of, basic_roles, kind_of, roles_of
from spelregels.verify.subject import Subject


@dataclass(frozen=True, slots=True)
class Decider:
    """A role that decides by the own text, on which act, and where that stands."""

    role: str
    act: str
    at: Place


def deciders(subject: Subject) -> Iterator[Decider]:
    """Every role that the own text lets take a deciding act, alternatives written out."""
    for stage in subject.stages():
        spec = stage.power.decides if stage.power else None
        for act in decided_in(stage, subject):
            for role in sorted(basic_roles(spec, subject.ruleset)):
                yield Decider(role, act, at_stage(stage, "power/decides", subject=subject))
    for norm in subject.norms(Power):
        for act in norm.may:
            if subject.is_decision(act):
                for role in sorted(basic_roles(norm.by, subject.ruleset)):
                    yield Decider(role, act, subject.at_norm(norm, "by"))


def empowered(decider: Decider, subject: Subject) -> bool:
    """Whether the text first asks for an act of an authority that gives the power: a mandate, a
    transfer, an approval, before this role may decide."""
    return any(
        _gives(norm, decider, subject)
        for _, norm in subject.every_norm()
        if isinstance(norm, Precedence)
    )


def _gives(norm: Precedence, decider: Decider, subject: Subject) -> bool:
    about = any(
        one.act == decider.act and one.by and decider.role in roles_of(one.by, subject.ruleset)
        for one in acts_of(norm.before)
    )
    return about and any(
        _by_authority(one, subject) or _names(one, decider.role)
        for pattern in norm.must
        for one in acts_of(pattern)
    )


def _by_authority(act: ActPattern, subject: Subject) -> bool:
    roles = basic_roles(act.by, subject.ruleset)
    return bool(roles) and all(kind_of(r, subject.ruleset) is RoleKind.AUTHORITY for r in roles)


def _names(act: ActPattern, role: str) -> bool:
    """``mandaat.verleend`` where ``aan`` is this role."""
    test = act.where
    return isinstance(test, Test) and test.op is Op.IS and test.operand == role


def powers_over(act: str, subject: Subject) -> Iterator[tuple[RulesetFile, Power]]:
    """The powers over an act in any layer, with their file."""
    for file, norm in subject.every_norm():
        if isinstance(norm, Power) and act in norm.may:
            yield file, norm


def together(
    one: tuple[RulesetFile, Norm], other: tuple[RulesetFile, Norm], subject: Subject
) -> bool:
    """Whether two norms can hold for one trajectory on one day (as far as can be told)."""
    conditions = [file.applies for file, _ in (one, other)]
    conditions += [norm.applies for _, norm in (one, other)]
    if not possible(*conditions, types=facts_of(subject.ruleset)):
        return False
    start = max((n.in_force_from for _, n in (one, other) if n.in_force_from), default=None)
    end = min((n.in_force_to for _, n in (one, other) if n.in_force_to), default=None)
    return start is None or end is None or start <= end


def same_bearers(one: Bearer, other: Bearer, subject: Subject) -> bool:
    """Whether the roles of one are all among those of the other."""
    first, second = roles_of(one, subject.ruleset), roles_of(other, subject.ruleset)
    return first <= second or second <= first
