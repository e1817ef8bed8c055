"""What is missing for an act to be lawful, as far as the verdicts say it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spelregels.model.norms import NormBase, Power, Precedence, Requirement, Threshold
from spelregels.model.patterns import (
    AllOf,
    AnyOf,
    Condition,
    MomentPattern,
    NoneOf,
    RoleSpec,
    Test,
)
from spelregels.model.ruleset import Ruleset, Stage
from spelregels.model.trajectory import Event
from spelregels.model.verdict import Unknown, Verdict
from spelregels.model.words import How, Kind
from spelregels.session.answer import Need, NeedKind
from spelregels.session.judging import Judging

__all__ = ["needs_of", "own_fact"]

_ANOTHER_ROLE = (How.NO_POWER, How.WRONG_ROLE)
_EARLIER_ACT = (How.MISSING, How.OUT_OF_ORDER, How.WRONG_ROLE, How.TOO_FEW)


def needs_of(verdicts: Sequence[Verdict], event: Event, judging: Judging) -> tuple[Need, ...]:
    """Each need once, in the order of the verdicts; ``event``: the act that was weighed."""
    norms: dict[tuple[str, str, str], NormBase] = {
        (file.id, file.version, norm.id): norm
        for file in judging.ruleset.files
        for norm in file.norms
    }
    found: dict[Need, None] = {}
    for verdict in verdicts:
        norm = norms.get((verdict.layer, verdict.version, verdict.norm))
        for need in _needs(verdict, norm, event, judging):
            found[need] = None
    return tuple(found)


def own_fact(unknown: Unknown, verdict: Verdict, event: Event, ruleset: Ruleset) -> bool:
    """Whether what is not known is a fact of the act itself that was not given.

    Of a link between two acts, the evaluator names the one that answers; the missing half may be
    the other.
    """
    if unknown.how is not How.FACT_UNKNOWN:
        return False
    act = ruleset.acts.get(event.act)
    silent = act is not None and unknown.name in act.attributes.keys() - event.attributes.keys()
    return unknown.event == event.id or (silent and verdict.trigger == event.id)


def _needs(
    verdict: Verdict, norm: NormBase | None, event: Event, judging: Judging
) -> Iterator[Need]:
    for unknown in verdict.unknowns:
        if unknown.name and own_fact(unknown, verdict, event, judging.ruleset):
            yield _fact(unknown.name)
    if verdict.unknowns or verdict.how is None:
        return
    match verdict.kind:
        case Kind.STAGE:
            stages = judging.permitting(event.act, event.outcome)
            yield from [Need(NeedKind.STAGE, stages)] if stages else []
        case Kind.STAGE_POWER:
            stage = _stage(verdict.stage, judging.ruleset) or _listing(event, judging)
            decides = stage.power.decides if stage and stage.power else None
            yield from _roles(decides)
        case Kind.POWER if isinstance(norm, Power) and verdict.how in _ANOTHER_ROLE:
            yield from _roles(norm.by)
        case Kind.REQUIREMENT if isinstance(norm, Requirement):
            names = dict.fromkeys(_attributes(norm.require))
            yield from (_fact(name) for name in names)
        case Kind.PRECEDENCE if isinstance(norm, Precedence) and verdict.how in _EARLIER_ACT:
            yield from _acts(verdict, norm)
        case Kind.THRESHOLD if isinstance(norm, Threshold) and verdict.how is How.TOO_FEW:
            yield from _acts(verdict, norm)
        case _:
            return


def _fact(name: str) -> Need:
    if name in ("by", "as"):
        return Need(NeedKind.ROLE, ())
    return Need(NeedKind.FACT, (name,))


def _acts(verdict: Verdict, norm: Precedence | Threshold) -> Iterator[Need]:
    """The acts that would do: those of the pattern the verdict asks for."""
    for pattern in norm.demands:
        acts = [p.act for p in pattern if not isinstance(p, MomentPattern)]
        if acts and (verdict.act in acts or isinstance(norm, Threshold) or len(norm.demands) == 1):
            yield Need(NeedKind.ACT, tuple(dict.fromkeys(acts)))


def _roles(spec: object) -> Iterator[Need]:
    if isinstance(spec, RoleSpec) and spec.any_of:
        yield Need(NeedKind.ROLE, spec.any_of)


def _attributes(condition: Condition) -> Iterator[str]:
    match condition:
        case Test(attribute=attribute):
            yield attribute
        case AllOf(parts=parts) | AnyOf(parts=parts):
            for part in parts:
                yield from _attributes(part)
        case NoneOf():
            return  # something is there that may not be there: nothing is missing


def _stage(name: str | None, ruleset: Ruleset) -> Stage | None:
    stages = ruleset.machine.stages if ruleset.machine else ()
    return next((stage for stage in stages if stage.id == name), None)


def _listing(event: Event, judging: Judging) -> Stage | None:
    stages = judging.permitting(event.act, event.outcome)
    return _stage(stages[0] if stages else None, judging.ruleset)
