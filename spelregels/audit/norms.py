"""Random norms: one function per kind, every field of the kind drawn somewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from random import Random
from typing import Any

from spelregels.audit.chance import chance, few, pick, weighted
from spelregels.audit.days import anchor
from spelregels.audit.figures import limit
from spelregels.audit.patterns import (
    Scope,
    act_name,
    act_pattern,
    acts_only,
    condition,
    header_test,
    pattern,
    role_spec,
    situation,
    window,
)
from spelregels.audit.terms import (
    any_term,
    count_from,
    duration,
    extension,
    minimum,
    regime,
    suspension,
)
from spelregels.audit.vocabulary import DECISION, GENERAL, LINK, SAME
from spelregels.model.norms import (
    Absence,
    Exemption,
    Link,
    Norm,
    Power,
    Precedence,
    Recurrence,
    Requirement,
    Response,
    Separation,
    Statement,
    Threshold,
)
from spelregels.model.patterns import ActPattern, Bearer, Pattern, RoleSpec
from spelregels.model.terms import NotStated
from spelregels.model.words import Consequence, Kind, Severity, Strength


def _bearer(scope: Scope) -> Bearer:
    if not scope.settings.roles or chance(scope.rng, 0.5):
        return NotStated() if chance(scope.rng, 0.4) else None
    return role_spec(scope)


def _folded(bearer: Bearer) -> RoleSpec | None:
    return bearer if isinstance(bearer, RoleSpec) else None


def _must(scope: Scope, bearer: Bearer) -> tuple[Pattern, ...]:
    count = 2 if chance(scope.rng, 0.12) else 1
    made = [pattern(scope, _folded(bearer), moments=0.08) for _ in range(count)]
    if count == 2 and _names(made[0]) & _names(made[1]):
        made.pop()
    return tuple(made)


def _names(asked: Pattern) -> set[str]:
    return {getattr(part, "act", str(part)) for part in asked}


def _in_force(rng: Random) -> tuple[date | None, date | None]:
    if not chance(rng, 0.06):
        return None, None
    first = anchor(rng, None)
    return (first, None) if chance(rng, 0.5) else (None, first)


def base(scope: Scope, word: str) -> dict[str, Any]:
    """The fields every norm has."""
    rng, settings = scope.rng, scope.settings
    first, last = (None, None) if not settings.layers else _in_force(rng)
    conditional = settings.conditions
    return {
        "id": scope.next_id(word),
        "applies": condition(rng, header_test) if conditional and chance(rng, 0.1) else None,
        "if_": situation(scope) if conditional and chance(rng, 0.15) else None,
        "unless": pattern(scope, moments=0.08) if conditional and chance(rng, 0.15) else (),
        "strength": weighted(rng, ((8, Strength.MUST), (1, Strength.SHOULD), (1, Strength.AIM))),
        "severity": pick(rng, tuple(Severity)),
        "consequence": pick(rng, (None, Consequence.CURABLE)),
        "in_force_from": first,
        "in_force_to": last,
    }


def _untriggered(scope: Scope, word: str) -> dict[str, Any]:
    """A norm over the whole log has no trigger that an ``if`` could look back from."""
    return {**base(scope, word), "if_": None}


def precedence(scope: Scope) -> Precedence:
    """*before B, must A*, with lead, wait, at_longest, times, last, same."""
    rng = scope.rng
    bearer = _bearer(scope)
    tight = few(rng, ("lead", "wait", "at_longest", "lasts"), 0, 1 if chance(rng, 0.85) else 2)
    return Precedence(
        **base(scope, "vooraf"),
        before=pattern(scope),
        must=_must(scope, bearer),
        by=bearer,
        link=Link(same=SAME) if chance(rng, scope.settings.links / 2) else None,
        clear_days="lead" in tight and chance(rng, 0.4),
        count_from=count_from(rng),
        regime=regime(rng, scope.settings),
        last_counts=(last := chance(rng, 0.15)),
        times=rng.randint(2, 3) if chance(rng, 0.12) and not last else 1,  # the loader: not both
        **{name: minimum(scope) for name in tight},  # type: ignore[arg-type]
    )


def response(scope: Scope) -> Response:
    """*after A, must B*, with every kind of term and change of term."""
    rng = scope.rng
    bearer = _bearer(scope)
    after = pattern(scope)
    acts = [part.act for part in after if isinstance(part, ActPattern)]
    tied = chance(rng, scope.settings.links)
    link = (Link(answers=LINK) if chance(rng, 0.7) else Link(same=SAME)) if tied else None
    return Response(
        **base(scope, "daarna"),
        after=after,
        must=_must(scope, bearer),
        by=bearer,
        link=link if acts else None,
        within=any_term(scope, acts[0] if acts else None) if chance(rng, 0.85) else None,
        not_before=minimum(scope) if chance(rng, 0.1) else None,
        count_from=count_from(rng),
        regime=regime(rng, scope.settings),
        extendable=extension(scope),
        suspended_by=suspension(scope),
    )


def absence(scope: Scope) -> Absence:
    """*never C* or *not during a window*."""
    inside = window(scope) if chance(scope.rng, 0.85) else None
    return Absence(**base(scope, "verbod"), must_not=acts_only(scope), window=inside)


def requirement(scope: Scope) -> Requirement:
    """*upon A, require.*"""
    rng = scope.rng
    return Requirement(**base(scope, "eis"), upon=acts_only(scope), require=condition(rng))


def power(scope: Scope) -> Power:
    """*may C by R*, sometimes exclusive, with a limit, within a term of an earlier act."""
    rng = scope.rng
    limited = chance(rng, 0.25)
    return Power(
        **base(scope, "bevoegd"),
        may=tuple(sorted({act_name(scope) for _ in range(2 if chance(rng, 0.2) else 1)})),
        by=role_spec(scope) if chance(rng, 0.92) else NotStated(),
        where=condition(rng) if scope.settings.conditions and chance(rng, 0.3) else None,
        exclusive=chance(rng, 0.4),
        after=acts_only(scope) if limited else (),
        within=any_term(scope) if limited else None,
        count_from=count_from(rng),
        regime=regime(rng, scope.settings),
    )


def recurrence(scope: Scope) -> Recurrence:
    """*every d from F*, or every calendar year."""
    rng, settings = scope.rng, scope.settings
    bearer = _bearer(scope)
    yearly = not settings.whole_weeks and chance(rng, 0.3)
    return Recurrence(
        **base(scope, "telkens"),
        every=None if yearly else duration(rng, settings),
        start=pattern(scope),
        must=acts_only(scope, _folded(bearer)),
        by=bearer,
        count_from=count_from(rng),
        regime=regime(rng, settings),
    )


def separation(scope: Scope) -> Separation:
    """*separate A and B*."""
    one, two = few(scope.rng, (*GENERAL, DECISION), 2, 2)
    first, second = ((act_pattern(scope, act),) for act in (one, two))
    return Separation(**_untriggered(scope, "scheiding"), first=first, second=second)


def threshold(scope: Scope) -> Threshold:
    """*count C*: floors and ceilings, over everything, before an act, per year, per term."""
    rng = scope.rng
    bearer = _bearer(scope)
    where = weighted(rng, ((4, "before"), (3, "all"), (1, "year"), (2, "term")))
    yearly = where == "year" and not scope.settings.whole_weeks
    side = "at_least" if chance(rng, 0.6) else "at_most"
    silent = scope.settings.open_texts and chance(rng, 0.06)
    lowest = 1 if side == "at_least" else 0
    number = NotStated() if silent else limit(rng, rng.randint(lowest, 3))
    distinct = weighted(rng, ((3, None), (2, "persoon"), (1, "by"), (1, SAME)))
    triggered = where == "before" or (where == "term" and bool(scope.terms))
    return Threshold(
        **(base(scope, "aantal") if triggered else _untriggered(scope, "aantal")),
        count=acts_only(scope, _folded(bearer)),
        by=bearer,
        distinct=distinct,
        total="aantal" if distinct is None and chance(rng, 0.3) else None,
        before=pattern(scope) if where == "before" else (),
        per_year=yearly,
        per_term=pick(rng, scope.terms) if where == "term" and scope.terms else None,
        at_least=number if side == "at_least" else None,
        at_most=number if side == "at_most" else None,
    )


def exemption(scope: Scope) -> Exemption:
    """*need_not A*, sometimes read as a ban."""
    return Exemption(
        **base(scope, "vrij"), need_not=acts_only(scope), may_be_ban=chance(scope.rng, 0.25)
    )


def statement(scope: Scope) -> Statement:
    """What is never evaluated."""
    return Statement(**base(scope, "tekst"), text="een redelijke afspiegeling")


MAKERS: dict[Kind, tuple[int, Callable[[Scope], Norm]]] = {
    Kind.PRECEDENCE: (6, precedence),
    Kind.RESPONSE: (9, response),
    Kind.ABSENCE: (4, absence),
    Kind.REQUIREMENT: (3, requirement),
    Kind.POWER: (4, power),
    Kind.RECURRENCE: (3, recurrence),
    Kind.SEPARATION: (2, separation),
    Kind.THRESHOLD: (4, threshold),
    Kind.EXEMPTION: (1, exemption),
    Kind.STATEMENT: (1, statement),
}


def norm(scope: Scope) -> Norm:
    """One norm of a kind that the settings allow."""
    choices = tuple(MAKERS[kind] for kind in scope.settings.kinds)
    return weighted(scope.rng, choices)(scope)


def gate(scope: Scope, act: str) -> Norm:
    """A norm upon ``act`` that can keep a term from beginning; it hangs on no term itself."""
    bare = replace(scope, terms=[])
    upon: Pattern = (ActPattern(act),)
    made: Requirement | Precedence | Response
    kind = weighted(scope.rng, ((3, "eis"), (2, "vooraf"), (2, "daarna")))
    not_started = Consequence.NOT_STARTED
    if kind == "eis":
        made = replace(requirement(bare), upon=upon, consequence=not_started)
    elif kind == "vooraf":
        made = replace(precedence(bare), before=upon, consequence=not_started)
    else:
        made = replace(response(bare), after=upon, consequence=not_started)
    scope.numbered = bare.numbered
    return made
