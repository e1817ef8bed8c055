"""Random act patterns, conditions and situations."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from spelregels.audit.chance import chance, few, pick, weighted
from spelregels.audit.figures import OWN, figure
from spelregels.audit.settings import Settings
from spelregels.audit.vocabulary import (
    ALIASES,
    CLOSING,
    DECISION,
    ENDING,
    EXTENDING,
    EXTRA_OUTCOMES,
    GENERAL,
    LINK,
    LISTS,
    NAMED_ROLES,
    OPENING,
    OUTCOMES,
    PERSONS,
    PLAIN_ROLES,
    SAME,
    TOPICS,
    WITHDRAWING,
    value,
)
from spelregels.model.patterns import (
    ActPattern,
    AllOf,
    AnyOf,
    BetweenWindow,
    Condition,
    Earlier,
    Edge,
    Happened,
    MomentPattern,
    NoneOf,
    OnePattern,
    Op,
    Pattern,
    RoleSpec,
    Situation,
    SituationAll,
    SituationAny,
    StageWindow,
    TermRef,
    TermWindow,
    Test,
    Value,
    Window,
)
from spelregels.model.words import Vehicle

ACT_WEIGHTS = (
    *((6, act) for act in GENERAL),
    (4, DECISION),
    (1, ENDING),
    (1, WITHDRAWING),
    (1, OPENING),
    (1, CLOSING),
    (1, EXTENDING),
)


@dataclass(slots=True)
class Scope:
    """What a norm under construction may refer to: the terms and stages that exist by now."""

    rng: Random
    settings: Settings
    terms: list[TermRef] = field(default_factory=list)
    stages: tuple[str, ...] = ()
    numbered: int = 0

    def next_id(self, word: str) -> str:
        """A norm id that no other norm has."""
        self.numbered += 1
        return f"{word}-{self.numbered}"


def act_name(scope: Scope) -> str:
    """One of the acts, the general ones most."""
    return weighted(scope.rng, ACT_WEIGHTS)


def role_spec(scope: Scope) -> RoleSpec:
    """One role, sometimes more, sometimes an alias or every role with one vehicle."""
    rng = scope.rng
    if chance(rng, 0.08):
        return RoleSpec(vehicle=Vehicle.ART_84)
    if chance(rng, 0.08):
        return RoleSpec((pick(rng, ALIASES),))
    return RoleSpec(tuple(few(rng, NAMED_ROLES, 1, 1 if chance(rng, 0.8) else 2)))


def outcomes_of(act: str) -> tuple[str, ...]:
    """The outcomes an act of the vocabulary can have."""
    return {DECISION: OUTCOMES, "b.gedaan": EXTRA_OUTCOMES}.get(act, ())


_BOUNDS = (Op.ABOVE, Op.BELOW, Op.AT_LEAST, Op.AT_MOST)


def _comparison(rng: Random, name: str) -> Test:
    op = pick(rng, (Op.IS, Op.IS_NOT, *_BOUNDS))
    if op in _BOUNDS and name != "einddatum" and chance(rng, 0.25):
        return Test(name, op, figure(rng, rng.randint(0, 3), own=name == OWN))
    return Test(name, op, _operand(rng, name))


def _operand(rng: Random, name: str) -> Value:
    drawn = None
    while drawn is None:
        drawn = value(rng, name)
    return drawn


def _choice(rng: Random, name: str, options: tuple[str, ...]) -> Test:
    op = pick(rng, (Op.IS, Op.IS_NOT, Op.ONE_OF))
    if op is Op.ONE_OF:
        return Test(name, op, tuple(few(rng, options, 1, 2)))
    return Test(name, op, pick(rng, options))


def _in_list(rng: Random) -> Test:
    return Test(pick(rng, ("soort", "kanalen")), Op.IN_LIST, pick(rng, tuple(LISTS)))


def _presence(rng: Random) -> Test:
    name = pick(rng, ("kanalen", "termijn", LINK, "einddatum", SAME))
    return Test(name, pick(rng, (Op.PRESENT, Op.ABSENT)), None)


def _same_as(rng: Random) -> Test:
    if chance(rng, 0.3):
        return Test(SAME, Op.SAME_AS, Earlier(None, "zaak"))
    return Test(SAME, Op.SAME_AS, Earlier(pick(rng, GENERAL), SAME))


def test(rng: Random) -> Test:
    """One test on one attribute of an event."""
    make: Callable[[], Test] = weighted(
        rng,
        (
            (5, lambda: Test("akkoord", pick(rng, (Op.IS, Op.IS_NOT)), chance(rng, 0.7))),
            (3, lambda: _comparison(rng, "aantal")),
            (1, lambda: _comparison(rng, "einddatum")),
            (2, lambda: _choice(rng, "soort", ("groot", "klein"))),
            (2, lambda: _in_list(rng)),
            (2, lambda: _presence(rng)),
            (2, lambda: _same_as(rng)),
            (1, lambda: _choice(rng, "by", PERSONS)),
            (1, lambda: _choice(rng, "as", PLAIN_ROLES)),
        ),
    )
    return make()


def header_test(rng: Random) -> Test:
    """One test on a fact or a header key."""
    make: Callable[[], Test] = weighted(
        rng,
        (
            (3, lambda: Test(pick(rng, ("zwaar", "licht")), Op.IS, chance(rng, 0.7))),
            (2, lambda: _comparison(rng, "omvang")),
            (2, lambda: _choice(rng, "topic", TOPICS)),
            (1, lambda: Test("topic", Op.IN_LIST, pick(rng, tuple(LISTS)))),
            (1, lambda: _choice(rng, "competent_authority", ("raad", "college"))),
        ),
    )
    return make()


def condition(rng: Random, one: Callable[[Random], Test] = test, depth: int = 2) -> Condition:
    """A test, or tests under all_of, any_of, none_of."""
    if depth == 0 or chance(rng, 0.75):
        return one(rng)
    kinds: tuple[type[AllOf] | type[AnyOf] | type[NoneOf], ...] = (AllOf, AnyOf, NoneOf)
    parts = tuple(condition(rng, one, depth - 1) for _ in range(rng.randint(1, 2)))
    return pick(rng, kinds)(parts)


def act_pattern(scope: Scope, act: str | None = None, by: RoleSpec | None = None) -> ActPattern:
    """Events of one act, sometimes with an outcome, a role, a condition."""
    rng, settings = scope.rng, scope.settings
    name = act or act_name(scope)
    if by is None and settings.roles and chance(rng, 0.08):
        by = role_spec(scope)
    outcome: tuple[str, ...] = ()
    if outcomes_of(name) and chance(rng, 0.4):
        outcome = tuple(few(rng, outcomes_of(name), 1, 2))
    where = condition(rng) if settings.conditions and chance(rng, 0.12) else None
    return ActPattern(name, by, outcome, where)


def moment(scope: Scope) -> MomentPattern:
    """``X.begonnen`` or ``X.verstreken`` of a term that exists."""
    edge = Edge.PASSED if chance(scope.rng, 0.7) else Edge.BEGUN
    return MomentPattern(pick(scope.rng, scope.terms), edge)


def pattern(scope: Scope, by: RoleSpec | None = None, moments: float = 0.15) -> Pattern:
    """One act pattern; sometimes a term's moment; sometimes any of two."""
    rng = scope.rng

    def one() -> OnePattern:
        if scope.terms and chance(rng, moments):
            return moment(scope)
        return act_pattern(scope, by=by)

    return (one(), one()) if chance(rng, 0.12) else (one(),)


def acts_only(scope: Scope, by: RoleSpec | None = None) -> Pattern:
    """A pattern without moments."""
    return pattern(scope, by, moments=0.0)


def window(scope: Scope) -> Window:
    """One of the three kinds of window."""
    rng = scope.rng
    if scope.stages and chance(rng, 0.25):
        return StageWindow(pick(rng, scope.stages))
    if scope.terms and chance(rng, 0.4):
        return TermWindow(pick(rng, scope.terms))
    opens, closes = few(rng, (*GENERAL, DECISION, OPENING, CLOSING), 2, 2)
    return BetweenWindow((act_pattern(scope, opens),), (act_pattern(scope, closes),))


def situation(scope: Scope, depth: int = 1) -> Situation:
    """What lay before the trigger: happened, none, more than n; inside a window or not."""
    rng = scope.rng
    if depth and chance(rng, 0.2):
        parts = tuple(situation(scope, depth - 1) for _ in range(2))
        return SituationAll(parts) if chance(rng, 0.5) else SituationAny(parts)
    none = chance(rng, 0.5)
    more = rng.randint(0, 2) if not none and chance(rng, 0.4) else None
    during = window(scope) if chance(rng, 0.25) else None
    return Happened(pattern(scope), none, more, during)
