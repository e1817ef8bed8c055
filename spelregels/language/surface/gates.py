"""Gates: what a request must meet to be admitted, and its chance to be repaired."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from spelregels.language.surface.base import Surface, expecting
from spelregels.language.surface.conditions import BearerIn, ConditionIn, RoleSpecIn
from spelregels.language.surface.figures import NumberIn
from spelregels.language.surface.normparts import (
    ConfidenceIn,
    ConsequenceIn,
    InForceIn,
    NormCore,
    SeverityIn,
    StrengthIn,
    TimedIn,
)
from spelregels.language.surface.patterns import PatternIn, SinglePatternIn
from spelregels.language.surface.scalars import DottedId, Flag, PlainId, Text, Whole, WordId
from spelregels.language.surface.terms import ExtensionIn, SuspensionIn, TermIn
from spelregels.language.surface.titles import ArticleIn, TitleIn


class RequestIn(Surface):
    """The act that asks to be admitted, of the sort this gate is for."""

    act: DottedId
    where: ConditionIn | None = None


def _request_tag(value: Any) -> str | None:
    if isinstance(value, str):
        return "is:name"
    return "is:request" if isinstance(value, dict) else None


RequestedIn = Annotated[
    Annotated[DottedId, Tag("is:name")] | Annotated[RequestIn, Tag("is:request")],
    Discriminator(
        _request_tag,
        custom_error_type="request",
        custom_error_message="no request",
        custom_error_context=expecting(
            "een handeling, of {act: handeling, where: {…}}",
            "an act, or {act: act, where: {…}}",
        ),
    ),
]


class MetItemIn(NormCore):
    """Something that must hold of the request itself."""

    require: ConditionIn | None = None
    by: RoleSpecIn | None = None


class DoneItemIn(NormCore):
    """Something that must have happened before the admission."""

    must: PatternIn
    by: BearerIn | None = None


class CountItemIn(NormCore):
    """Something of which there must be enough, or not too much, before the admission."""

    count: PatternIn
    by: BearerIn | None = None
    where: ConditionIn | None = None
    distinct: WordId | None = None
    sum: WordId | None = None
    at_least: NumberIn | None = None
    at_most: NumberIn | None = None


def _item_tag(value: Any) -> str | None:
    if not isinstance(value, dict):
        return None
    return next((f"item:{key}" for key in ("count", "must") if key in value), "item:require")


ItemIn = Annotated[
    Annotated[MetItemIn, Tag("item:require")]
    | Annotated[DoneItemIn, Tag("item:must")]
    | Annotated[CountItemIn, Tag("item:count")],
    Discriminator(
        _item_tag,
        custom_error_type="gate-item",
        custom_error_message="no item",
        custom_error_context=expecting(
            "een eis: {id: …, require: {…}}, {id: …, by: rol}, {id: …, must: handeling} of "
            "{id: …, count: handeling, at_least: 25}",
            "an item: {id: …, require: {…}}, {id: …, by: role}, {id: …, must: act} or "
            "{id: …, count: act, at_least: 25}",
        ),
    ),
]


class RepairIn(Surface):
    """The chance to mend a request that does not meet every item."""

    asks: SinglePatternIn
    done: SinglePatternIn
    within: TermIn
    times: Whole | None = None
    items: Annotated[list[PlainId], Field(min_length=1)] | None = None


class GateIn(TimedIn):
    """Admission of a request."""

    id: PlainId
    title: TitleIn | None = None
    article: ArticleIn | None = None
    applies: ConditionIn | None = None
    request: RequestedIn
    admits: PatternIn
    refuses: PatternIn | None = None
    same: WordId | None = None
    by: BearerIn | None = None
    within: TermIn | None = None
    extendable: ExtensionIn | None = None
    suspended_by: SuspensionIn | None = None
    items: Annotated[list[ItemIn], Field(min_length=1)]
    must_admit: Flag | None = None
    opens: PatternIn | None = None
    repair: RepairIn | None = None
    strength: StrengthIn | None = None
    severity: SeverityIn | None = None
    consequence: ConsequenceIn | None = None
    minimum: Flag | None = None
    why: Text | None = None
    confidence: ConfidenceIn | None = None
    in_force: InForceIn | None = None
