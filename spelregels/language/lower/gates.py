"""Gates as the model has them: to be shown. What they mean is in their norms."""

from __future__ import annotations

from spelregels.language.gates import mendable
from spelregels.language.lower.conditions import act_table, condition
from spelregels.language.lower.patterns import bearer, pattern
from spelregels.language.lower.scope import Moment, Scope
from spelregels.language.lower.terms import term
from spelregels.language.lower.titles import titles
from spelregels.language.surface.gates import GateIn, MetItemIn, RepairIn, RequestIn
from spelregels.language.surface.normparts import NormCore
from spelregels.model.gates import Gate, GateItem, Repair
from spelregels.model.patterns import ActPattern
from spelregels.model.ruleset import Act
from spelregels.model.terms import NotStated


def gate(given: GateIn, scope: Scope) -> Gate | None:
    """The gate; None when its request cannot be made out (that is noted)."""
    asked = given.request
    name, sort = (asked.act, asked.where) if isinstance(asked, RequestIn) else (asked, None)
    act = scope.act_or_moment(name)
    if isinstance(act, Moment):
        scope.note(
            "moment-not-here",
            name.position,
            f"{name} is een moment van een termijn; een verzoek is een handeling.",
            f"{name} is a moment of a term; a request is an act.",
            expected_nl="een handeling",
            expected_en="an act",
        )
    if not isinstance(act, Act):
        return None
    return Gate(
        id=str(given.id),
        request=(ActPattern(act.id, where=condition(sort, act_table(act), scope)),),
        admits=pattern(given.admits, scope),
        items=tuple(_item(item, given, act, scope) for item in given.items),
        refuses=pattern(given.refuses, scope),
        by=bearer(given.by, scope),
        within=term(given.within, scope),
        opens=pattern(given.opens, scope),
        repair=_repair(given.repair, scope) if given.repair is not None else None,
        must_admit=bool(given.must_admit),
        link=str(given.same) if given.same is not None else None,
        article=scope.article(given.article),
        title=titles(given.title),
        why=str(given.why or ""),
        position=given.id.position,
    )


def _item(given: NormCore, of: GateIn, act: Act, scope: Scope) -> GateItem:
    norm, may = f"{of.id}.{given.id}", given.id in mendable(of)
    if not isinstance(given, MetItemIn):
        return GateItem(norm, mendable=may)
    require = condition(given.require, act_table(act), scope)
    return GateItem(norm, require, bearer(given.by, scope), may)


def _repair(given: RepairIn, scope: Scope) -> Repair:
    return Repair(
        asks=pattern(given.asks, scope),
        done=pattern(given.done, scope),
        within=term(given.within, scope) or NotStated(),
        times=given.times,
    )
