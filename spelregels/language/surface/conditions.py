"""Roles and conditions as they are written inside norms."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import Discriminator, Field, Tag

from spelregels.language.surface.base import Surface, expecting
from spelregels.language.surface.figures import BoundIn
from spelregels.language.surface.scalars import (
    BearerId,
    DottedId,
    PlainId,
    ScalarIn,
    WordId,
    fixed,
    word,
)
from spelregels.model.words import Vehicle

# ---------------------------------------------------------------- roles

VehicleIn = Annotated[Vehicle, word(Vehicle)]


class RoleChoiceIn(Surface):
    """Any of several roles."""

    any_of: Annotated[list[DottedId], Field(min_length=1)]


class RoleVehicleIn(Surface):
    """Every role with this legal form."""

    vehicle: VehicleIn


def _bearer_tag(value: Any) -> str | None:
    if isinstance(value, str):
        return "is:not_stated" if value == "not_stated" else "is:role"
    if isinstance(value, dict):
        return "is:vehicle" if "vehicle" in value else "is:any_of"
    return None


RoleSpecIn = Annotated[
    Annotated[BearerId, Tag("is:role")]
    | Annotated[RoleChoiceIn, Tag("is:any_of")]
    | Annotated[RoleVehicleIn, Tag("is:vehicle")],
    Discriminator(
        _bearer_tag,
        custom_error_type="bearer",
        custom_error_message="no role",
        custom_error_context=expecting(
            "een rol, {any_of: [rol, rol]} of {vehicle: art_84}",
            "a role, {any_of: [role, role]} or {vehicle: art_84}",
        ),
    ),
]
BearerIn = Annotated[
    Annotated[BearerId, Tag("is:role")]
    | Annotated[Annotated[str, fixed("not_stated")], Tag("is:not_stated")]
    | Annotated[RoleChoiceIn, Tag("is:any_of")]
    | Annotated[RoleVehicleIn, Tag("is:vehicle")],
    Discriminator(
        _bearer_tag,
        custom_error_type="bearer",
        custom_error_message="no bearer",
        custom_error_context=expecting(
            "een rol, {any_of: [rol, rol]}, {vehicle: art_84} of not_stated",
            "a role, {any_of: [role, role]}, {vehicle: art_84} or not_stated",
        ),
    ),
]

# ---------------------------------------------------------------- conditions


class EarlierIn(Surface):
    """An attribute of the last earlier event of a named act."""

    act: DottedId
    attribute: WordId


def _text_or_map(value: Any) -> str | None:
    if isinstance(value, str):
        return "is:name"
    return "is:map" if isinstance(value, dict) else None


SameAsIn = Annotated[
    Annotated[WordId, Tag("is:name")] | Annotated[EarlierIn, Tag("is:map")],
    Discriminator(
        _text_or_map,
        custom_error_type="same-as",
        custom_error_message="no attribute",
        custom_error_context=expecting(
            "een gegeven, of {act: handeling, attribute: gegeven}",
            "an attribute, or {act: act, attribute: attribute}",
        ),
    ),
]


def one_or_list(value: Any) -> str | None:
    """Which of two forms this is: one value, or a list of them."""
    if isinstance(value, list):
        return "is:list"
    return None if isinstance(value, dict) or value is None else "is:one"


ValueIn = Annotated[
    Annotated[ScalarIn, Tag("is:one")]
    | Annotated[Annotated[list[ScalarIn], Field(min_length=1)], Tag("is:list")],
    Discriminator(
        one_or_list,
        custom_error_type="value",
        custom_error_message="no value",
        custom_error_context=expecting("een waarde of een lijst", "a value or a list"),
    ),
]


class OpsIn(Surface):
    """Tests on one attribute; with several, all must hold."""

    is_not: ValueIn | None = None
    above: BoundIn | None = None
    below: BoundIn | None = None
    at_least: BoundIn | None = None
    at_most: BoundIn | None = None
    same_as: SameAsIn | None = None
    in_list: PlainId | None = None


def _test_tag(value: Any) -> str | None:
    if isinstance(value, dict):
        return "is:tests"
    return one_or_list(value)


TestIn = Annotated[
    Annotated[ScalarIn, Tag("is:one")]
    | Annotated[Annotated[list[ScalarIn], Field(min_length=1)], Tag("is:list")]
    | Annotated[OpsIn, Tag("is:tests")],
    Discriminator(
        _test_tag,
        custom_error_type="test",
        custom_error_message="no test",
        custom_error_context=expecting(
            "een waarde, een lijst (een daarvan), present, absent, of een toets als {at_most: 5}",
            "a value, a list (one of them), present, absent, or a test such as {at_most: 5}",
        ),
    ),
]


class ConditionIn(Surface):
    """Attributes with what must hold of them; all of it must hold."""

    model_config: ClassVar[Any] = {**Surface.model_config, "extra": "allow"}
    __pydantic_extra__: dict[str, TestIn]

    all_of: Annotated[list[ConditionIn], Field(min_length=1)] | None = None
    any_of: Annotated[list[ConditionIn], Field(min_length=1)] | None = None
    none_of: Annotated[list[ConditionIn], Field(min_length=1)] | None = None
