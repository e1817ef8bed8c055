"""A file of norms over many trajectories, as it is written: closed keys, strict types."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from spelregels.language.portfolio.values import (
    PortfolioVersionIn,
    Positive,
    ShareIn,
    WindowIn,
    WithholdIn,
)
from spelregels.language.surface.base import Surface, expecting
from spelregels.language.surface.conditions import one_or_list
from spelregels.language.surface.normparts import ConfidenceIn, SeverityIn
from spelregels.language.surface.patterns import OutcomeIn
from spelregels.language.surface.scalars import (
    DottedId,
    FileId,
    PlainId,
    Text,
    Whole,
    WordId,
    fixed,
    word,
)
from spelregels.language.surface.titles import ArticleIn, TitleIn
from spelregels.language.surface.vocabulary import SourceIn
from spelregels.model.portfolio import ChannelAsk, LeadPer


class DeedIn(Surface):
    """An act with one of some outcomes."""

    act: DottedId
    outcome: OutcomeIn | None = None


def _deed_tag(value: Any) -> str | None:
    if isinstance(value, str):
        return "is:name"
    if isinstance(value, list):
        return "is:list"
    return "is:act" if isinstance(value, dict) else None


_DEED = expecting(
    "een handeling, {act: handeling, outcome: uitkomst} of een lijst daarvan",
    "an act, {act: act, outcome: outcome} or a list of these",
)
OneDeedIn = Annotated[
    Annotated[DottedId, Tag("is:name")] | Annotated[DeedIn, Tag("is:act")],
    Discriminator(
        _deed_tag,
        custom_error_type="pattern",
        custom_error_message="no act",
        custom_error_context=_DEED,
    ),
]
DeedsIn = Annotated[
    Annotated[DottedId, Tag("is:name")]
    | Annotated[DeedIn, Tag("is:act")]
    | Annotated[Annotated[list[OneDeedIn], Field(min_length=1)], Tag("is:list")],
    Discriminator(
        _deed_tag,
        custom_error_type="pattern",
        custom_error_message="no act",
        custom_error_context=_DEED,
    ),
]
NamesIn = Annotated[
    Annotated[DottedId, Tag("is:one")]
    | Annotated[Annotated[list[DottedId], Field(min_length=1)], Tag("is:list")],
    Discriminator(
        one_or_list,
        custom_error_type="names",
        custom_error_message="no name",
        custom_error_context=expecting(
            "een naam of een lijst van namen", "a name or a list of names"
        ),
    ),
]


class OverlapIn(Surface):
    """Trajectories that cross each other without coordination."""

    same: NamesIn | None = None
    coordinated_by: DeedsIn
    partners: WordId


class LeadIn(Surface):
    """Who has the lead."""

    begins: DeedsIn
    ends: DeedsIn
    per: Annotated[LeadPer, word(LeadPer)]
    longer_than: WindowIn | None = None
    same: NamesIn | None = None


class LoadIn(Surface):
    """How often one person is asked."""

    of: DeedsIn
    person: WordId
    window: WindowIn
    at_most: Whole


class ChannelsIn(Surface):
    """How people were told."""

    of: DeedsIn
    attribute: WordId
    ask: Annotated[ChannelAsk, word(ChannelAsk)]


class CompositionIn(Surface):
    """Bodies against the population."""

    by: WordId
    at_least: ShareIn


class BusiestIn(Surface):
    """How much rests on a few."""

    of: DeedsIn
    by: NamesIn | None = None
    top: Positive
    at_most: ShareIn
    least_acts: Positive
    window: WindowIn | None = None


class TenureIn(Surface):
    """How long members have served."""

    begins: DeedsIn
    ends: DeedsIn
    person: WordId
    body: WordId
    longer_than: WindowIn
    at_most: ShareIn


class SilenceIn(Surface):
    """The longest time without such an act."""

    of: DeedsIn | None = None
    at_most: WindowIn


class PromiseIn(Surface):
    """The level promised against held and used."""

    promised_by: DeedsIn
    level: WordId
    decision: DeedsIn
    adopted: OutcomeIn | None = None
    informed_by: DeedsIn
    asked_by: DeedsIn
    input: DeedsIn
    answered_by: DeedsIn
    answers: WordId
    advice: DeedsIn
    departed_by: DeedsIn
    drawn_up_by: DeedsIn
    agreed_by: DeedsIn
    overridden_by: DeedsIn
    reasons: WordId
    same: Annotated[list[WordId], Field(min_length=1)] | None = None


class InfluenceIn(Surface):
    """Figures about the advice of residents."""

    advice: DeedsIn
    answered_by: DeedsIn
    departed_by: DeedsIn
    answers: WordId
    decision: DeedsIn
    window: WindowIn | None = None


class PortfolioNormIn(Surface):
    """A norm over many trajectories: one key says what it asks."""

    id: PlainId
    title: TitleIn | None = None
    article: ArticleIn | None = None
    severity: SeverityIn | None = None
    confidence: ConfidenceIn | None = None
    why: Text | None = None
    overlap: OverlapIn | None = None
    lead: LeadIn | None = None
    load: LoadIn | None = None
    informed: Annotated[str, fixed("affected")] | None = None
    channels: ChannelsIn | None = None
    composition: CompositionIn | None = None
    busiest: BusiestIn | None = None
    tenure: TenureIn | None = None
    silence: SilenceIn | None = None
    promise: PromiseIn | None = None
    influence: InfluenceIn | None = None


class PortfolioRulesIn(Surface):
    """One file of norms over many trajectories."""

    spelregels_portfolio: PortfolioVersionIn
    id: FileId
    title: TitleIn
    extends: Annotated[list[FileId], Field(min_length=1)]
    sources: dict[PlainId, SourceIn] | None = None
    ends: DeedsIn | None = None
    withhold_below: WithholdIn | None = None
    severity: SeverityIn | None = None
    confidence: ConfidenceIn | None = None
    why: Text | None = None
    norms: Annotated[list[PortfolioNormIn], Field(min_length=1)]
