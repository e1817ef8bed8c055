"""What every norm carries, and the acts under ``must``."""

from __future__ import annotations

from typing import Any

from spelregels.language.lower.conditions import condition, header_table
from spelregels.language.lower.patterns import PatternGiven, acts_of, pattern, situation
from spelregels.language.lower.scope import Scope
from spelregels.language.lower.titles import titles
from spelregels.language.surface.base import Name
from spelregels.language.surface.normparts import ConditionalIn, NormCore, NormIn, TimedIn
from spelregels.model.patterns import Bearer, NormRef, Pattern, Situation, SituationAll
from spelregels.model.terms import NotStated
from spelregels.model.words import Confidence, CountFrom, Severity, Strength

_SEVERITY = {
    Strength.MUST: Severity.ERROR,
    Strength.SHOULD: Severity.WARNING,
    Strength.AIM: Severity.INFO,
}


def musts(
    given: PatternGiven | list[PatternGiven],
    scope: Scope,
    *,
    by: Bearer = None,
    moments: bool = True,
    place: Any = None,
) -> tuple[Pattern, ...]:
    """One pattern per act under ``must``, each judged apart; ``by`` holds for each act in them."""
    if not isinstance(given, list):
        return (pattern(given, scope, by=by, moments=moments, place=place),)
    made = []
    for part in given:
        plain = pattern(part, scope, moments=moments)
        # beside another act a moment may stand under must; ``by`` is not about it
        made.append(
            pattern(part, scope, by=by, moments=moments, place=place) if acts_of(plain) else plain
        )
    return tuple(made)


def base(given: NormCore, scope: Scope) -> dict[str, Any]:
    """The fields that every norm has, as keyword arguments; the file's own words are defaults."""
    file = scope.file.surface
    strength = given.strength or file.strength or Strength.MUST
    said = given.severity or (file.severity if given.strength is None else None)
    force = given.in_force
    if force is not None and force.from_ and force.to and force.to < force.from_:
        scope.note(
            "end-before-begin",
            force.position,
            f"in_force eindigt ({force.to}) voordat het begint ({force.from_}).",
            f"in_force ends ({force.to}) before it begins ({force.from_}).",
        )
    return {
        "id": str(given.id),
        "article": scope.article(given.article),
        "applies": condition(given.applies, header_table(scope), scope),
        **_sometimes(given, scope),
        "strength": strength,
        "severity": said or _SEVERITY[strength],
        "consequence": given.consequence or file.consequence,
        "minimum": bool(file.minimum) if given.minimum is None else given.minimum,
        "prevails_over": _priority(given.prevails_over, scope),
        "why": str(given.why or ""),
        "confidence": given.confidence or file.confidence or Confidence.SEEN,
        "in_force_from": force.from_ if force else None,
        "in_force_to": force.to if force else None,
        "title": titles(given.title).get("nl", "") or titles(given.title).get("en", ""),
        "title_en": titles(given.title).get("en", ""),
        "position": given.id.position,
    }


def _both(first: Situation | None, second: Situation | None) -> Situation | None:
    if first is None or second is None:
        return first or second
    return SituationAll((first, second))


def _priority(given: Name | NotStated | None, scope: Scope) -> NormRef | NotStated | None:
    return scope.norm(given) if isinstance(given, Name) else given


def timed(given: TimedIn, scope: Scope) -> dict[str, Any]:
    """How the terms of a norm are counted, as keyword arguments."""
    return {
        "count_from": given.count_from or CountFrom.NEXT_DAY,
        "regime": given.term_regime or scope.file.regime,
    }


def _sometimes(given: NormCore, scope: Scope) -> dict[str, Any]:
    """``if`` and ``unless`` of the norm and of its file, for the kinds that may have them."""
    file = scope.file.surface
    made: dict[str, Any] = {}
    if isinstance(given, ConditionalIn):
        made["if_"] = _both(situation(file.if_, scope), situation(given.if_, scope))
    if isinstance(given, NormIn):
        made["unless"] = (*pattern(given.unless, scope), *pattern(file.unless, scope))
    return made
