"""Stages, who decides in them, and where acts lead."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from spelregels.language.surface.base import Surface, expecting
from spelregels.language.surface.conditions import BearerIn
from spelregels.language.surface.scalars import DottedId, Flag, WordId, word
from spelregels.language.surface.titles import TitleIn
from spelregels.model.words import Binding, EndsAs, Level

RolesIn = Annotated[list[DottedId], Field(min_length=1)]


class OverrideIn(Surface):
    """Who may depart from an advice or a decision, and by which act."""

    by: DottedId
    act: DottedId


class PowerOfStageIn(Surface):
    """Who holds which power in this stage."""

    decides: BearerIn | None = None
    consents: RolesIn | None = None
    advises: RolesIn | None = None
    consulted: RolesIn | None = None
    answers_for: RolesIn | None = None
    binding: Annotated[Binding, word(Binding)] | None = None
    override: OverrideIn | None = None


def _target_tag(value: Any) -> str | None:
    if isinstance(value, str):
        return "is:stage"
    return "is:outcomes" if isinstance(value, dict) else None


TargetIn = Annotated[
    Annotated[DottedId, Tag("is:stage")]
    | Annotated[
        Annotated[dict[WordId, DottedId], Field(min_length=1)],
        Tag("is:outcomes"),
    ],
    Discriminator(
        _target_tag,
        custom_error_type="target",
        custom_error_message="no stage",
        custom_error_context=expecting(
            "een fase, of per uitkomst een fase: {aangenomen: besloten}",
            "a stage, or a stage per outcome: {aangenomen: besloten}",
        ),
    ),
]


class StageIn(Surface):
    """One stage: level, power, and which acts lead where."""

    title: TitleIn | None = None
    level: Annotated[Level, word(Level)] | None = None
    power: PowerOfStageIn | None = None
    next: dict[DottedId, TargetIn] | None = None
    also: Annotated[list[DottedId], Field(min_length=1)] | None = None
    ends_as: Annotated[EndsAs, word(EndsAs)] | None = None


class AnywhereIn(Surface):
    """An act that may happen in every stage: it leads to one, or moves nothing."""

    to: TargetIn | None = None
    stays: Flag | None = None
    except_: Annotated[list[DottedId], Field(min_length=1)] | None = Field(
        default=None, alias="except"
    )
