"""What a norm asks for, as the verdict names it: patterns, counts, exemptions."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from spelregels.calendar.atw import within_article_4
from spelregels.model.norms import (
    Absence,
    Exemption,
    Norm,
    Precedence,
    Recurrence,
    Requirement,
    Response,
    Separation,
    Threshold,
)
from spelregels.model.patterns import ActPattern, Pattern
from spelregels.model.ruleset import Ruleset, RulesetFile
from spelregels.model.terms import Duration
from spelregels.model.trajectory import Event
from spelregels.model.words import Regime

_Asking = Precedence | Response | Recurrence | Threshold


def asked_pattern(norm: Norm | None, act: str) -> Pattern:
    """The whole pattern that a verdict names by its first act; empty if the norm asks no act.

    A verdict names one act; the norm may also take others, of a certain role or with a certain
    fact, and a sentence about the one act alone would not be true.
    """
    if not isinstance(norm, _Asking):
        return ()
    if len(norm.demands) == 1:
        return norm.demands[0]
    return next((p for p in norm.demands if _first(p) == act), ())


def _first(pattern: Pattern) -> str:
    first = pattern[0]
    if isinstance(first, ActPattern):
        return first.act
    return f"{first.term.term}.{first.edge.value}"


def patterns_of(norm: Norm | None) -> tuple[Pattern, ...]:
    """What a norm that asks no act is about: what it forbids, judges or sets apart."""
    match norm:
        case Absence(must_not=pattern) | Requirement(upon=pattern) | Exemption(need_not=pattern):
            return (pattern,)
        case Separation(first=first, second=second):
            return (first, second)
        case _:
            return ()


def counted(norm: Norm | None, seen: Sequence[Event]) -> int:
    """How many of these events are of the kind that the norm counts."""
    if not isinstance(norm, _Asking):
        return len(seen)
    acts = {p.act for demand in norm.demands for p in demand if isinstance(p, ActPattern)}
    return sum(event.act in acts for event in seen)


def total(norm: Threshold, seen: Sequence[Event]) -> Fraction:
    """What the counted events add up to, as far as their amounts are known."""
    acts = {p.act for p in norm.count if isinstance(p, ActPattern)}
    given = [event.attributes.get(norm.total or "") for event in seen if event.act in acts]
    amounts = [Fraction(one) for one in given if isinstance(one, int | Decimal)]
    return sum(amounts, Fraction(0))


def exemptions(ruleset: Ruleset, norm: Norm | None) -> tuple[Exemption, ...]:
    """The exemptions that excuse a duty of this norm, where they apply; each id once."""
    if not isinstance(norm, _Asking):
        return ()
    acts = {p.act for demand in norm.demands for p in demand if isinstance(p, ActPattern)}
    found = {
        other.id: other
        for file in ruleset.files
        for other in file.norms
        if isinstance(other, Exemption)
        and any(isinstance(p, ActPattern) and p.act in acts for p in other.need_not)
    }
    return tuple(found.values())


def never_moves(length: object) -> bool:
    """Whether the Atw leaves this length alone because it is so long (article 4 sub a)."""
    return isinstance(length, Duration) and not within_article_4(length)


def looks_at_length_only(norm: Norm, file: RulesetFile) -> bool:
    """Whether a norm leaves out the Atw though it applies to its file."""
    return file.term_regime is Regime.ATW and getattr(norm, "regime", None) is Regime.CALENDAR
