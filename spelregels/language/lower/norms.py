"""Norms: one surface kind to one model kind, with what every norm carries filled in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from spelregels.language.lower.common import base, musts, timed
from spelregels.language.lower.conditions import act_table, condition
from spelregels.language.lower.patterns import acts_of, bearer, pattern, window
from spelregels.language.lower.scope import Scope
from spelregels.language.lower.terms import (
    LinkGiven,
    extension,
    link,
    suspension,
    term,
)
from spelregels.language.lower.thresholds import threshold
from spelregels.language.surface import norms as surface
from spelregels.language.surface.base import Name
from spelregels.language.surface.normparts import NormCore
from spelregels.model.norms import (
    Absence,
    Exemption,
    Norm,
    Power,
    Precedence,
    Recurrence,
    Requirement,
    Response,
    Separation,
    Statement,
)
from spelregels.model.patterns import Condition
from spelregels.model.terms import Duration


def norm(given: NormCore, scope: Scope) -> Norm | None:
    """The norm as the model has it; None when it cannot be made (problems are noted)."""
    maker = _MAKERS[type(given)]
    made: Norm | None = maker(given, scope)
    return made


# ---------------------------------------------------------------- kinds


def _precedence(given: surface.PrecedenceIn, scope: Scope) -> Precedence | None:
    by = bearer(given.by, scope)
    before = pattern(given.before, scope, where=given.where, place=given.at("where"))
    must = musts(given.must, scope, by=by, place=given.at("by"))
    if given.times == 0:
        _at_least_one(given, scope)
    if given.counts is not None and (given.times or 1) > 1:
        scope.note(
            "times-and-last",
            given.at("times"),
            "times telt er meer, counts: last kijkt naar één; kies een van beide.",
            "times counts several, counts: last looks at one; choose one of the two.",
        )
    return Precedence(
        **base(given, scope),
        **timed(given, scope),
        before=before,
        must=must,
        by=by,
        link=link(LinkGiven(None, given.same, given.at("same"), before, must), scope),
        lead=term(given.lead, scope, back=True),
        clear_days=bool(given.clear_days),
        wait=term(given.wait, scope),
        at_longest=term(given.at_longest, scope, back=True),
        lasts=term(given.lasts, scope),
        last_counts=given.counts is not None,
        times=given.times or 1,
    )


def _at_least_one(given: surface.PrecedenceIn, scope: Scope) -> None:
    scope.note(
        "wrong-type",
        given.at("times"),
        "times moet ten minste 1 zijn.",
        "times must be at least 1.",
        suggestion="1",
    )


def _response(given: surface.ResponseIn, scope: Scope) -> Response:
    by = bearer(given.by, scope)
    after = pattern(given.after, scope, where=given.where, place=given.at("where"))
    must = musts(given.must, scope, by=by, moments=False, place=given.at("by"))
    return Response(
        **base(given, scope),
        **timed(given, scope),
        after=after,
        must=must,
        by=by,
        link=link(LinkGiven(given.answers, given.same, given.at("same"), after, must), scope),
        within=term(given.within, scope),
        not_before=term(given.not_before, scope),
        extendable=extension(given.extendable, scope),
        suspended_by=suspension(given.suspended_by, scope),
    )


def _never(given: surface.NeverIn, scope: Scope) -> Absence:
    return Absence(
        **base(given, scope),
        must_not=pattern(given.never, scope, moments=False, where=given.where),
    )


def _during(given: surface.DuringIn, scope: Scope) -> Absence | None:
    inside = window(given.during, scope)
    must_not = pattern(given.must_not, scope, moments=False, where=given.where)
    made = base(given, scope)
    return Absence(**made, must_not=must_not, window=inside) if inside else None


def _requirement(given: surface.RequirementIn, scope: Scope) -> Requirement | None:
    upon = pattern(given.upon, scope, moments=False, where=given.where)
    require: Condition | None = None
    for act in dict.fromkeys(acts_of(upon)):
        asked = condition(given.require, act_table(scope.words.acts[act]), scope)
        require = require or asked
    made = base(given, scope)
    return Requirement(**made, upon=upon, require=require) if require is not None else None


def _power(given: surface.PowerIn, scope: Scope) -> Power:
    names = given.may if isinstance(given.may, list) else [given.may]
    acts = [act for name in names if (act := scope.act(name)) is not None]
    where: Condition | None = None
    for act in acts:
        where = condition(given.where, act_table(act), scope) or where
    after = pattern(given.after, scope)
    if given.within is not None and not after:
        scope.note(
            "missing-key",
            given.at("within"),
            "within bij may vraagt om after: vanaf welke handeling?",
            "within on may asks for after: from which act?",
            suggestion="after:",
        )
    return Power(
        **base(given, scope),
        **timed(given, scope),
        may=tuple(act.id for act in acts),
        by=bearer(given.by, scope),
        where=where,
        exclusive=bool(given.exclusive),
        after=after,
        within=term(given.within, scope),
    )


def _recurrence(given: surface.RecurrenceIn, scope: Scope) -> Recurrence:
    by = bearer(given.by, scope)
    return Recurrence(
        **base(given, scope),
        **timed(given, scope),
        every=given.every if isinstance(given.every, Duration) else None,
        start=pattern(given.from_, scope, where=given.where, place=given.at("where")),
        must=pattern(given.must, scope, moments=False, by=by, place=given.at("by")),
        by=by,
    )


def _separation(given: surface.SeparationIn, scope: Scope) -> Separation:
    first, second = (
        pattern(part, scope, moments=False, where=given.where) for part in given.separate
    )
    return Separation(**base(given, scope), first=first, second=second)


def _exemption(given: surface.ExemptionIn, scope: Scope) -> Exemption:
    what = given.need_not
    is_open = isinstance(what, surface.OpenExemptionIn)
    act = what.act if isinstance(what, surface.OpenExemptionIn) else what
    return Exemption(
        **base(given, scope),
        need_not=pattern(act, scope, moments=False),
        may_be_ban=is_open,
    )


def _statement(given: surface.StatementIn, scope: Scope) -> Statement:
    return Statement(
        **base(given, scope),
        text=str(given.statement),
        by=bearer(given.by, scope),
        judged_by=scope.role(given.judged_by) if isinstance(given.judged_by, Name) else None,
    )


_MAKERS: dict[type[NormCore], Callable[[Any, Scope], Norm | None]] = {
    surface.PrecedenceIn: _precedence,
    surface.ResponseIn: _response,
    surface.NeverIn: _never,
    surface.DuringIn: _during,
    surface.RequirementIn: _requirement,
    surface.PowerIn: _power,
    surface.RecurrenceIn: _recurrence,
    surface.SeparationIn: _separation,
    surface.ThresholdIn: threshold,
    surface.ExemptionIn: _exemption,
    surface.StatementIn: _statement,
}
