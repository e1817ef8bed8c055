"""Counts: what is counted or added up, over what, and the limit it is held against."""

from __future__ import annotations

from decimal import Decimal

from spelregels.language.lower.common import base
from spelregels.language.lower.conditions import EVENT_ATTRIBUTES
from spelregels.language.lower.figures import FigureReader
from spelregels.language.lower.patterns import acts_of, bearer, pattern
from spelregels.language.lower.scope import Scope
from spelregels.language.lower.terms import declares
from spelregels.language.surface import norms as surface
from spelregels.language.surface.base import Name
from spelregels.model.figures import Figure
from spelregels.model.norms import Threshold
from spelregels.model.patterns import Pattern, TermRef
from spelregels.model.terms import NotStated
from spelregels.model.words import AttributeType


def threshold(given: surface.ThresholdIn, scope: Scope) -> Threshold:
    """The count, with its limit worked out as far as the text goes."""
    by = bearer(given.by, scope)
    count = pattern(given.count, scope, moments=False, by=by, where=given.where)
    if given.distinct is not None and str(given.distinct) not in EVENT_ATTRIBUTES:
        for act in acts_of(count):
            declares(str(given.distinct), (), given.distinct, act, scope)
    if given.at_least is not None and given.at_most is not None:
        scope.note(
            "two-bounds",
            given.at("at_most"),
            "Een telling heeft at_least of at_most, niet allebei; maak er twee regels van.",
            "A count has at_least or at_most, not both; make them two norms.",
        )
    if given.sum is not None:
        _totalled(given.sum, given, count, scope)
    refused = {"at_least", "at_most"} & scope.dropped
    if given.at_least is None and given.at_most is None and not refused:
        scope.note(
            "missing-key",
            given.position,
            "Een telling heeft at_least of at_most nodig.",
            "A count needs at_least or at_most.",
            expected_nl="at_least: 25, at_most: 3, of at_least: not_stated",
            expected_en="at_least: 25, at_most: 3, or at_least: not_stated",
            suggestion="at_least:",
        )
    if given.if_ is not None and given.before is None and not _per_term(given):
        scope.note(
            "no-if-here",
            given.at("if"),
            "Een telling zonder before of termijn heeft geen moment waarvoor if kan gelden.",
            "A count without before or a term has no moment for if to be about.",
            expected_nl="applies, of before",
            expected_en="applies, or before",
        )
    if given.before is not None and given.per is not None:
        scope.note(
            "two-scopes",
            given.at("per"),
            "before en per tegelijk kan niet bij een telling.",
            "before and per together cannot be on a count.",
        )
    return Threshold(
        **base(given, scope),
        count=count,
        by=by,
        distinct=str(given.distinct) if given.distinct is not None else None,
        total=str(given.sum) if given.sum is not None else None,
        at_least=_limit(given, "at_least", scope),
        at_most=_limit(given, "at_most", scope),
        before=pattern(given.before, scope),
        per_year=given.per == "kalenderjaar",
        per_term=_period(given.per, scope),
    )


def _totalled(name: Name, given: surface.ThresholdIn, count: Pattern, scope: Scope) -> None:
    """What is added up is a number of every act that is counted."""
    for act in acts_of(count):
        declares(str(name), (AttributeType.INTEGER, AttributeType.MONEY), name, act, scope)
    if given.distinct is not None:
        scope.note(
            "sum-of-distinct",
            given.at("distinct"),
            "Een telling met sum telt bedragen op; distinct past daar niet bij.",
            "A count with sum adds amounts up; distinct does not go with it.",
        )


def _limit(given: surface.ThresholdIn, key: str, scope: Scope) -> Figure | NotStated | None:
    """The number under that key."""
    number = getattr(given, key)
    if number is None or isinstance(number, NotStated):
        return number
    if isinstance(number, Decimal) and given.sum is None:
        scope.note(
            "wrong-type",
            given.at(key),
            f"{number} is geen geheel getal.",
            f"{number} is no whole number.",
            expected_nl="een geheel getal; een bedrag alleen bij sum",
            expected_en="a whole number; an amount only with sum",
        )
        return None
    return FigureReader(scope, {}).figure(number)


def _per_term(given: surface.ThresholdIn) -> bool:
    return given.per is not None and given.per != "kalenderjaar"


def _period(given: str | surface.PerTermIn | None, scope: Scope) -> TermRef | None:
    if given is None or given == "kalenderjaar":
        return None
    if isinstance(given, surface.PerTermIn):
        return scope.term(given.term)
    return scope.term(given if isinstance(given, Name) else Name(given))
