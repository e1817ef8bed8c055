"""The kinds of norm, with exactly the keys each may have."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from spelregels.language.surface.base import Group, Surface, expecting
from spelregels.language.surface.conditions import BearerIn, ConditionIn
from spelregels.language.surface.durations import IntervalIn
from spelregels.language.surface.figures import NumberIn
from spelregels.language.surface.normparts import ConditionalIn, JudgeIn, NormCore, NormIn, TimedIn
from spelregels.language.surface.patterns import MustIn, PatternIn, SinglePatternIn, WindowIn
from spelregels.language.surface.scalars import (
    DottedId,
    Flag,
    Reference,
    Text,
    Whole,
    WordId,
    fixed,
)
from spelregels.language.surface.terms import ExtensionIn, SuspensionIn, TermIn


class PrecedenceIn(NormIn, TimedIn):
    """before B, must A."""

    before: PatternIn
    must: MustIn
    by: BearerIn | None = None
    where: ConditionIn | None = None
    same: WordId | None = None
    lead: TermIn | None = None
    clear_days: Flag | None = None
    wait: TermIn | None = None
    at_longest: TermIn | None = None
    lasts: TermIn | None = None
    counts: Annotated[str, fixed("last")] | None = None
    times: Whole | None = None


class ResponseIn(NormIn, TimedIn):
    """after A, must B."""

    after: PatternIn
    must: MustIn
    by: BearerIn | None = None
    where: ConditionIn | None = None
    answers: WordId | None = None
    same: WordId | None = None
    within: TermIn | None = None
    not_before: TermIn | None = None
    extendable: ExtensionIn | None = None
    suspended_by: SuspensionIn | None = None


class NeverIn(NormIn):
    """never C."""

    never: PatternIn
    where: ConditionIn | None = None


class DuringIn(NormIn):
    """during a window, must_not C."""

    during: WindowIn
    must_not: PatternIn
    where: ConditionIn | None = None


class RequirementIn(NormIn):
    """upon A, require."""

    upon: PatternIn
    require: ConditionIn
    where: ConditionIn | None = None


def _acts_tag(value: Any) -> str:
    return "is:list" if isinstance(value, list) else "is:one"


ActsIn = Annotated[
    Annotated[DottedId, Tag("is:one")]
    | Annotated[Annotated[list[DottedId], Field(min_length=1)], Tag("is:list")],
    Discriminator(_acts_tag),
]


class PowerIn(NormIn, TimedIn):
    """may C by R."""

    may: ActsIn
    by: BearerIn
    where: ConditionIn | None = None
    exclusive: Flag | None = None
    after: PatternIn | None = None
    within: TermIn | None = None


def _every_tag(value: Any) -> str:
    return "is:kalenderjaar" if value == "kalenderjaar" else "is:duration"


EveryIn = Annotated[
    Annotated[IntervalIn, Tag("is:duration")]
    | Annotated[Annotated[str, fixed("kalenderjaar")], Tag("is:kalenderjaar")],
    Discriminator(_every_tag),
]


class RecurrenceIn(NormIn, TimedIn):
    """every d from F, must A."""

    every: EveryIn
    from_: PatternIn = Field(alias="from")
    must: PatternIn
    by: BearerIn | None = None
    where: ConditionIn | None = None


class SeparationIn(NormCore):
    """separate A and B: not the same person."""

    separate: Annotated[list[PatternIn], Field(min_length=2, max_length=2)]
    where: ConditionIn | None = None


class PerTermIn(Surface):
    """Inside a named term."""

    term: Reference


def _per_tag(value: Any) -> str:
    if isinstance(value, dict):
        return "is:term"
    return "is:kalenderjaar" if value == "kalenderjaar" else "is:name"


PerIn = Annotated[
    Annotated[Annotated[str, fixed("kalenderjaar")], Tag("is:kalenderjaar")]
    | Annotated[Reference, Tag("is:name")]
    | Annotated[PerTermIn, Tag("is:term")],
    Discriminator(_per_tag),
]


class ThresholdIn(NormIn):
    """count C, at_least n or at_most n; sum: add up an attribute."""

    count: PatternIn
    by: BearerIn | None = None
    where: ConditionIn | None = None
    distinct: WordId | None = None
    sum: WordId | None = None
    at_least: NumberIn | None = None
    at_most: NumberIn | None = None
    before: PatternIn | None = None
    per: PerIn | None = None


class OpenExemptionIn(Surface):
    """The text leaves open whether it exempts or forbids."""

    act: PatternIn
    not_stated: Annotated[list[Annotated[str, fixed("need_not", "must_not")]], Field(min_length=2)]


def _need_not_tag(value: Any) -> str:
    if isinstance(value, dict):
        if "not_stated" in value:
            return "is:open"
        return "is:any_of" if "any_of" in value else "is:act"
    return "is:name"


NeedNotIn = Annotated[
    Annotated[SinglePatternIn, Tag("is:name")]
    | Annotated[SinglePatternIn, Tag("is:act")]
    | Annotated[PatternIn, Tag("is:any_of")]
    | Annotated[OpenExemptionIn, Tag("is:open")],
    Discriminator(_need_not_tag),
]


class ExemptionIn(ConditionalIn):
    """need_not A."""

    need_not: NeedNotIn


class StatementIn(NormCore):
    """What no machine can judge."""

    statement: Text
    by: BearerIn | None = None
    judged_by: JudgeIn | None = None


KINDS: tuple[type[NormCore], ...] = (
    PrecedenceIn,
    ResponseIn,
    NeverIn,
    DuringIn,
    RequirementIn,
    PowerIn,
    RecurrenceIn,
    SeparationIn,
    ThresholdIn,
    ExemptionIn,
    StatementIn,
)

SIGNS: dict[str, str] = {
    "count": "kind:threshold",
    "may": "kind:power",
    "every": "kind:recurrence",
    "separate": "kind:separation",
    "need_not": "kind:exemption",
    "statement": "kind:statement",
    "never": "kind:never",
    "during": "kind:during",
    "must_not": "kind:during",
    "upon": "kind:requirement",
    "require": "kind:requirement",
    "before": "kind:precedence",
    "after": "kind:response",
}
"""The keys that tell which kind a norm is."""
_ALSO_ELSEWHERE = {("before", "kind:threshold"), ("after", "kind:power")}


def kinds_of(value: dict[str, Any]) -> dict[str, str]:
    """The kinds a norm's keys point at: kind to key. Exactly one is a clear norm."""
    found = {tag: key for key, tag in SIGNS.items() if key in value}
    for key, kind in _ALSO_ELSEWHERE:
        if kind in found and SIGNS[key] in found:
            del found[SIGNS[key]]
    return found


def _kind_tag(value: Any) -> str | None:
    if not isinstance(value, Group):
        return None
    kinds = kinds_of(value)
    return next(iter(kinds)) if len(kinds) == 1 else None


AnyNormIn = Annotated[
    Annotated[PrecedenceIn, Tag("kind:precedence")]
    | Annotated[ResponseIn, Tag("kind:response")]
    | Annotated[NeverIn, Tag("kind:never")]
    | Annotated[DuringIn, Tag("kind:during")]
    | Annotated[RequirementIn, Tag("kind:requirement")]
    | Annotated[PowerIn, Tag("kind:power")]
    | Annotated[RecurrenceIn, Tag("kind:recurrence")]
    | Annotated[SeparationIn, Tag("kind:separation")]
    | Annotated[ThresholdIn, Tag("kind:threshold")]
    | Annotated[ExemptionIn, Tag("kind:exemption")]
    | Annotated[StatementIn, Tag("kind:statement")],
    Discriminator(
        _kind_tag,
        custom_error_type="norm-kind",
        custom_error_message="no kind",
        custom_error_context=expecting(
            "een soort: before+must, after+must, during+must_not, never, upon+require, may+by, "
            "every+from+must, separate, count, need_not of statement",
            "one kind: before+must, after+must, during+must_not, never, upon+require, may+by, "
            "every+from+must, separate, count, need_not or statement",
        ),
    ),
]
