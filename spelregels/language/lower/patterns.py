"""Patterns, bearers, windows and situations: acts named, ``by`` and ``where`` folded in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spelregels.language.lower.conditions import act_table, condition, conjunction
from spelregels.language.lower.scope import Moment, Scope
from spelregels.language.problems import listing, suggest
from spelregels.language.surface.base import Name
from spelregels.language.surface.conditions import ConditionIn, RoleChoiceIn, RoleVehicleIn
from spelregels.language.surface.patterns import (
    ActIn,
    AllSituationsIn,
    AnyActIn,
    AnySituationIn,
    HappenedIn,
    HappenedMoreIn,
    NotHappenedIn,
    StageWindowIn,
    TermWindowIn,
)
from spelregels.model.patterns import (
    ActPattern,
    Bearer,
    BetweenWindow,
    Happened,
    MomentPattern,
    OnePattern,
    Pattern,
    RoleSpec,
    Situation,
    SituationAll,
    SituationAny,
    StageWindow,
    TermWindow,
    Window,
)
from spelregels.model.problem import Position
from spelregels.model.ruleset import Act
from spelregels.model.terms import NotStated

RoleSpecGiven = Name | RoleChoiceIn | RoleVehicleIn
BearerGiven = RoleSpecGiven | str
SingleGiven = Name | ActIn
PatternGiven = SingleGiven | AnyActIn
WindowGiven = list[PatternGiven] | Name | StageWindowIn | TermWindowIn
SituationGiven = HappenedIn | NotHappenedIn | HappenedMoreIn | AllSituationsIn | AnySituationIn


def role_spec(given: RoleSpecGiven | None, scope: Scope) -> RoleSpec | None:
    """The roles meant; None when none is named."""
    match given:
        case None:
            return None
        case RoleVehicleIn():
            return RoleSpec(vehicle=given.vehicle)
        case RoleChoiceIn():
            found = (scope.role(name) for name in given.any_of)
            return RoleSpec(any_of=tuple(role for role in found if role is not None))
        case Name():
            role = scope.role(given)
            return RoleSpec(any_of=(role,)) if role is not None else None


def bearer(given: BearerGiven | None, scope: Scope) -> Bearer:
    """Who bears the duty or power: roles, *not stated*, or nobody named (None)."""
    if given == "not_stated":
        return NotStated()
    if given is None or isinstance(given, Name | RoleChoiceIn | RoleVehicleIn):
        return role_spec(given, scope)
    raise AssertionError(f"not a bearer: {given!r}")


def pattern(
    given: PatternGiven | None,
    scope: Scope,
    *,
    moments: bool = True,
    by: Bearer = None,
    where: ConditionIn | None = None,
    place: Position | None = None,
) -> Pattern:
    """The pattern, with a norm's own ``by`` and ``where`` folded into each act of it.

    ``moments``: whether a moment of a term may stand here. ``place``: where ``by`` or ``where``
    stands, for the problem that there is no act they could be about.
    """
    parts: Sequence[SingleGiven]
    match given:
        case None:
            return ()
        case AnyActIn():
            parts = given.any_of
        case _:
            parts = (given,)
    read = [one for part in parts if (one := _single(part, scope, moments)) is not None]
    spec = by if isinstance(by, RoleSpec) else None
    if read and (spec or where) and not any(isinstance(one, ActPattern) for one in read):
        scope.note(
            "no-act-for-this",
            place or Position(),
            "by of where hoort bij een handeling, maar hier staat alleen een moment van een "
            "termijn.",
            "by or where belongs to an act, but here is only a moment of a term.",
            expected_nl="laat het weg",
            expected_en="leave it out",
        )
    return tuple(_folded(one, spec, where, scope, place) for one in read)


def window(given: WindowGiven, scope: Scope) -> Window | None:
    """A window: between two acts, while in a stage, or while a term runs."""
    match given:
        case StageWindowIn():
            stage = scope.stage(given.stage)
            return StageWindow(stage) if stage else None
        case TermWindowIn(term=name):
            term = scope.term(name)
            return TermWindow(term) if term else None
        case Name():
            term = scope.term(given)
            return TermWindow(term) if term else None
        case list():
            opens, closes = (pattern(part, scope) for part in given)
            return BetweenWindow(opens, closes)


def situation(given: SituationGiven | None, scope: Scope) -> Situation | None:
    """What must have happened, or not, before the trigger."""
    match given:
        case None:
            return None
        case AllSituationsIn():
            return SituationAll(_situations(given.all_of, scope))
        case AnySituationIn():
            return SituationAny(_situations(given.any_of, scope))
        case HappenedIn():
            seen = pattern(given.happened, scope)
            return Happened(seen, during=_optional_window(given.during, scope))
        case NotHappenedIn():
            seen = pattern(given.none, scope)
            return Happened(seen, none=True, during=_optional_window(given.during, scope))
        case HappenedMoreIn():
            seen = pattern(given.of, scope)
            inside = _optional_window(given.during, scope)
            return Happened(seen, more_than=given.more_than, during=inside)


def acts_of(made: Pattern) -> tuple[str, ...]:
    """The ids of the acts in a pattern."""
    return tuple(one.act for one in made if isinstance(one, ActPattern))


def _situations(given: Sequence[SituationGiven], scope: Scope) -> tuple[Situation, ...]:
    return tuple(made for one in given if (made := situation(one, scope)) is not None)


def _optional_window(given: WindowGiven | None, scope: Scope) -> Window | None:
    return window(given, scope) if given is not None else None


def _single(given: SingleGiven, scope: Scope, moments: bool) -> OnePattern | None:
    name = given.act if isinstance(given, ActIn) else given
    found = scope.act_or_moment(name)
    match found:
        case None:
            return None
        case Moment():
            return _moment(given, found, name, scope, moments)
        case Act():
            return _act(given, found, scope)


def _moment(
    given: SingleGiven, found: Moment, name: Name, scope: Scope, moments: bool
) -> OnePattern | None:
    narrowed = isinstance(given, ActIn) and given.model_fields_set != {"act"}
    if not moments or narrowed:
        scope.note(
            "moment-not-here",
            name.position,
            f"{name} is een moment van een termijn en past hier niet; hier hoort een handeling.",
            f"{name} is a moment of a term and does not fit here; an act belongs here.",
            expected_nl="een handeling",
            expected_en="an act",
        )
        return None
    return MomentPattern(found.term, found.edge)


def _act(given: SingleGiven, act: Act, scope: Scope) -> ActPattern:
    if isinstance(given, Name):
        return ActPattern(act.id)
    if given.by is not None and given.as_ is not None:
        scope.note(
            "double-by",
            given.at("as"),
            "by en as betekenen hier hetzelfde: de rol waarin het gebeurt; schrijf er een.",
            "by and as mean the same here: the role in which it is done; write one.",
        )
    chosen = given.by if given.by is not None else given.as_
    return ActPattern(
        act.id,
        by=role_spec(chosen, scope),
        outcome=_outcomes(given, act, scope),
        where=condition(given.where, act_table(act), scope),
    )


def _outcomes(given: ActIn, act: Act, scope: Scope) -> tuple[str, ...]:
    if given.outcome is None:
        return ()
    names = given.outcome if isinstance(given.outcome, list) else [given.outcome]
    for name in names:
        check_outcome(name, act, scope)
    return tuple(str(name) for name in names)


def check_outcome(name: Name, act: Act, scope: Scope) -> bool:
    """Whether the act declares this outcome; an undeclared one is noted."""
    if name in act.outcomes or name in scope.dropped:
        return True
    scope.note(
        "unknown-outcome",
        name.position,
        f"De uitkomst {name} bestaat niet bij {act.id}.",
        f"The outcome {name} does not exist for {act.id}.",
        expected_nl=listing(act.outcomes) or "geen uitkomst: deze handeling heeft er geen",
        expected_en=listing(act.outcomes) or "no outcome: this act has none",
        suggestion=suggest(name, act.outcomes),
    )
    return False


def _folded(
    one: OnePattern,
    spec: RoleSpec | None,
    where: ConditionIn | None,
    scope: Scope,
    place: Position | None,
) -> OnePattern:
    if isinstance(one, MomentPattern):
        return one
    if spec is not None and one.by is not None and one.by != spec:
        scope.note(
            "double-by",
            place or Position(),
            f"Bij {one.act} staat al een eigen by; laat er een weg.",
            f"{one.act} has a by of its own already; leave one out.",
        )
    own = condition(where, act_table(scope.words.acts[one.act]), scope)
    return replace(one, by=one.by or spec, where=conjunction(one.where, own))
