"""Acts, windows and situations as they are written inside norms."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from spelregels.language.surface.base import Surface, expecting
from spelregels.language.surface.conditions import ConditionIn, RoleSpecIn, one_or_list
from spelregels.language.surface.scalars import DottedId, Reference, Whole, WordId

# ---------------------------------------------------------------- acts

OutcomeIn = Annotated[
    Annotated[WordId, Tag("is:one")]
    | Annotated[Annotated[list[WordId], Field(min_length=1)], Tag("is:list")],
    Discriminator(
        one_or_list,
        custom_error_type="outcome",
        custom_error_message="no outcome",
        custom_error_context=expecting(
            "een uitkomst of een lijst van uitkomsten", "an outcome or a list of outcomes"
        ),
    ),
]


class ActIn(Surface):
    """Events of one act, narrowed."""

    act: Reference
    by: RoleSpecIn | None = None
    as_: RoleSpecIn | None = Field(default=None, alias="as")
    outcome: OutcomeIn | None = None
    where: ConditionIn | None = None


def _single_tag(value: Any) -> str | None:
    if isinstance(value, str):
        return "is:name"
    return "is:act" if isinstance(value, dict) else None


SinglePatternIn = Annotated[
    Annotated[Reference, Tag("is:name")] | Annotated[ActIn, Tag("is:act")],
    Discriminator(
        _single_tag,
        custom_error_type="pattern",
        custom_error_message="no act",
        custom_error_context=expecting(
            "een handeling, of {act: handeling, by: rol, where: {…}}",
            "an act, or {act: act, by: role, where: {…}}",
        ),
    ),
]


class AnyActIn(Surface):
    """Any of several acts."""

    any_of: Annotated[list[SinglePatternIn], Field(min_length=1)]


def _pattern_tag(value: Any) -> str | None:
    if isinstance(value, dict) and "any_of" in value:
        return "is:any_of"
    return _single_tag(value)


PatternIn = Annotated[
    Annotated[Reference, Tag("is:name")]
    | Annotated[ActIn, Tag("is:act")]
    | Annotated[AnyActIn, Tag("is:any_of")],
    Discriminator(
        _pattern_tag,
        custom_error_type="pattern",
        custom_error_message="no act",
        custom_error_context=expecting(
            "een handeling, {act: handeling, …} of {any_of: [handeling, handeling]}",
            "an act, {act: act, …} or {any_of: [act, act]}",
        ),
    ),
]


def _must_tag(value: Any) -> str | None:
    return "is:list" if isinstance(value, list) else _pattern_tag(value)


MustIn = Annotated[
    Annotated[Reference, Tag("is:name")]
    | Annotated[ActIn, Tag("is:act")]
    | Annotated[AnyActIn, Tag("is:any_of")]
    | Annotated[Annotated[list[PatternIn], Field(min_length=1)], Tag("is:list")],
    Discriminator(
        _must_tag,
        custom_error_type="pattern",
        custom_error_message="no act",
        custom_error_context=expecting(
            "een handeling, {act: handeling, …}, {any_of: […]}, of een lijst (elk daarvan moet)",
            "an act, {act: act, …}, {any_of: […]}, or a list (each of them must)",
        ),
    ),
]

# ---------------------------------------------------------------- windows and situations


class StageWindowIn(Surface):
    """While the trajectory is in a stage."""

    stage: DottedId


class TermWindowIn(Surface):
    """While a named term runs."""

    term: Reference


def _window_tag(value: Any) -> str | None:
    if isinstance(value, list):
        return "is:between"
    if isinstance(value, str):
        return "is:term_name"
    if isinstance(value, dict):
        return "is:stage" if "stage" in value else "is:term"
    return None


WindowIn = Annotated[
    Annotated[Annotated[list[PatternIn], Field(min_length=2, max_length=2)], Tag("is:between")]
    | Annotated[Reference, Tag("is:term_name")]
    | Annotated[StageWindowIn, Tag("is:stage")]
    | Annotated[TermWindowIn, Tag("is:term")],
    Discriminator(
        _window_tag,
        custom_error_type="window",
        custom_error_message="no window",
        custom_error_context=expecting(
            "[handeling, handeling], {stage: fase}, {term: termijn} of de naam van een termijn",
            "[act, act], {stage: stage}, {term: term} or the name of a term",
        ),
    ),
]


class HappenedIn(Surface):
    """It happened before the trigger."""

    happened: PatternIn
    during: WindowIn | None = None


class NotHappenedIn(Surface):
    """It did not happen before the trigger."""

    none: PatternIn
    during: WindowIn | None = None


class HappenedMoreIn(Surface):
    """It happened more than so many times before the trigger."""

    more_than: Whole
    of: PatternIn
    during: WindowIn | None = None


class AllSituationsIn(Surface):
    """All of these."""

    all_of: Annotated[list[SituationIn], Field(min_length=1)]


class AnySituationIn(Surface):
    """Any of these."""

    any_of: Annotated[list[SituationIn], Field(min_length=1)]


SITUATION_KEYS = ("happened", "none", "more_than", "all_of", "any_of")


def _situation_tag(value: Any) -> str | None:
    if not isinstance(value, dict):
        return None
    found = [key for key in SITUATION_KEYS if key in value]
    return f"is:{found[0]}" if found else None


SituationIn = Annotated[
    Annotated[HappenedIn, Tag("is:happened")]
    | Annotated[NotHappenedIn, Tag("is:none")]
    | Annotated[HappenedMoreIn, Tag("is:more_than")]
    | Annotated[AllSituationsIn, Tag("is:all_of")]
    | Annotated[AnySituationIn, Tag("is:any_of")],
    Discriminator(
        _situation_tag,
        custom_error_type="situation",
        custom_error_message="no situation",
        custom_error_context=expecting(
            "{happened: handeling}, {none: handeling}, {more_than: 2, of: handeling}, "
            "{all_of: […]} of {any_of: […]}",
            "{happened: act}, {none: act}, {more_than: 2, of: act}, {all_of: […]} or {any_of: […]}",
        ),
    ),
]
