"""What a file declares: sources, roles, acts with their attributes, facts, calendars."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from spelregels.language.surface.base import Surface, expecting
from spelregels.language.surface.conditions import VehicleIn
from spelregels.language.surface.scalars import Day, Flag, ScalarIn, Text, WordId, fixed, word
from spelregels.language.surface.stages import RolesIn
from spelregels.language.surface.titles import TitleIn
from spelregels.model.words import AttributeType, RoleKind


class SourceIn(Surface):
    """A text that norms cite."""

    title: Text
    url: Text | None = None


class RoleIn(Surface):
    """A role: an authority, residents, or one of several roles."""

    kind: Annotated[RoleKind, word(RoleKind)] | None = None
    title: TitleIn | None = None
    vehicle: VehicleIn | None = None
    aliases: RolesIn | None = None
    one_of: RolesIn | None = None
    bound_by: Annotated[str, fixed("competent_authority")] | None = None


TypeIn = Annotated[AttributeType, word(AttributeType)]
WordsIn = Annotated[list[WordId], Field(min_length=1)]


class OneOfIn(Surface):
    """A closed set of words."""

    one_of: WordsIn


class LongAttributeIn(Surface):
    """An attribute with everything written out."""

    type: TypeIn | None = None
    one_of: WordsIn | None = None
    many: Flag | None = None


def _attribute_tag(value: Any) -> str | None:
    if isinstance(value, str):
        return "is:type"
    if isinstance(value, list):
        return "is:list"
    return "is:long" if isinstance(value, dict) else None


def _element_tag(value: Any) -> str | None:
    if isinstance(value, dict):
        return "is:one_of"
    return "is:type" if isinstance(value, str) else None


ElementIn = Annotated[
    Annotated[TypeIn, Tag("is:type")] | Annotated[OneOfIn, Tag("is:one_of")],
    Discriminator(
        _element_tag,
        custom_error_type="type",
        custom_error_message="no type",
        custom_error_context=expecting("een type, of {one_of: […]}", "a type, or {one_of: […]}"),
    ),
]
_ATTRIBUTE = expecting(
    "een type (text, boolean, …), [type] voor een lijst, of {one_of: [woord, woord]}",
    "a type (text, boolean, …), [type] for a list, or {one_of: [word, word]}",
)
AttributeIn = Annotated[
    Annotated[TypeIn, Tag("is:type")]
    | Annotated[Annotated[list[ElementIn], Field(min_length=1, max_length=1)], Tag("is:list")]
    | Annotated[LongAttributeIn, Tag("is:long")],
    Discriminator(
        _attribute_tag,
        custom_error_type="type",
        custom_error_message="no type",
        custom_error_context=_ATTRIBUTE,
    ),
]


def _default_tag(value: Any) -> str | None:
    if isinstance(value, list):
        return "is:list"
    return None if isinstance(value, dict) or value is None else "is:one"


DefaultIn = Annotated[
    Annotated[ScalarIn, Tag("is:one")] | Annotated[list[ScalarIn], Tag("is:list")],
    Discriminator(
        _default_tag,
        custom_error_type="value",
        custom_error_message="no value",
        custom_error_context=expecting("een waarde of een lijst", "a value or a list"),
    ),
]


class LongFactIn(LongAttributeIn):
    """A fact with everything written out; ``default`` counts when the trajectory is silent."""

    default: DefaultIn | None = None


FactIn = Annotated[
    Annotated[TypeIn, Tag("is:type")]
    | Annotated[Annotated[list[ElementIn], Field(min_length=1, max_length=1)], Tag("is:list")]
    | Annotated[LongFactIn, Tag("is:long")],
    Discriminator(
        _attribute_tag,
        custom_error_type="type",
        custom_error_message="no type",
        custom_error_context=_ATTRIBUTE,
    ),
]


class ActDeclIn(Surface):
    """An act: what is known of it, its outcomes, whether it decides or ends."""

    title: TitleIn | None = None
    attributes: dict[WordId, AttributeIn] | None = None
    decision: Flag | None = None
    outcomes: WordsIn | None = None
    ends: Flag | None = None


class CalendarIn(Surface):
    """Days on which a meeting is held, or on which nobody works, as data."""

    meetings: list[Day] | None = None
    closed_days: list[Day] | None = None
    known_until: Day | None = None
    source: Text | None = None


class ListIn(Surface):
    """Cases that a text lists; not ``complete``: it has more, which were not seen."""

    items: list[Text]
    complete: Flag
    title: TitleIn | None = None
