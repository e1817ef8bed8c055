"""What every norm may carry, whatever its kind."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from spelregels.language.surface.base import Surface
from spelregels.language.surface.conditions import ConditionIn
from spelregels.language.surface.patterns import PatternIn, SituationIn
from spelregels.language.surface.scalars import (
    Day,
    DottedId,
    Flag,
    NotStatedIn,
    PlainId,
    Reference,
    Text,
    word,
)
from spelregels.language.surface.titles import ArticleIn, TitleIn
from spelregels.model.words import (
    Confidence,
    Consequence,
    CountFrom,
    Regime,
    Severity,
    Strength,
)

RegimeIn = Annotated[Regime, word(Regime)]
CountFromIn = Annotated[CountFrom, word(CountFrom)]
StrengthIn = Annotated[Strength, word(Strength)]
SeverityIn = Annotated[Severity, word(Severity)]
ConsequenceIn = Annotated[Consequence, word(Consequence)]
ConfidenceIn = Annotated[Confidence, word(Confidence)]
ReferencesIn = Annotated[list[Reference], Field(min_length=1)]


class InForceIn(Surface):
    """Days on which a norm was in force, when that differs from its file."""

    from_: Day | None = Field(default=None, alias="from")
    to: Day | None = None


def _not_stated_or_name(value: Any) -> str:
    return "is:not_stated" if value == "not_stated" else "is:name"


PriorityIn = Annotated[
    Annotated[Reference, Tag("is:name")] | Annotated[NotStatedIn, Tag("is:not_stated")],
    Discriminator(_not_stated_or_name),
]
JudgeIn = Annotated[
    Annotated[DottedId, Tag("is:name")] | Annotated[NotStatedIn, Tag("is:not_stated")],
    Discriminator(_not_stated_or_name),
]


class NormCore(Surface):
    """What every norm may carry."""

    id: PlainId
    title: TitleIn | None = None
    article: ArticleIn | None = None
    applies: ConditionIn | None = None
    strength: StrengthIn | None = None
    severity: SeverityIn | None = None
    consequence: ConsequenceIn | None = None
    minimum: Flag | None = None
    overrides: ReferencesIn | None = None
    prevails_over: PriorityIn | None = None
    why: Text | None = None
    confidence: ConfidenceIn | None = None
    in_force: InForceIn | None = None


class ConditionalIn(NormCore):
    """A norm that asks something only in some situations."""

    if_: SituationIn | None = Field(default=None, alias="if")


class NormIn(ConditionalIn):
    """A norm whose breach may also be excused."""

    unless: PatternIn | None = None


class TimedIn(Surface):
    """How the terms of a norm are counted."""

    count_from: CountFromIn | None = None
    term_regime: RegimeIn | None = None
