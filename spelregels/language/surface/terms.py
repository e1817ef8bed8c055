"""How long: durations, meetings, dates, facts, and terms the text leaves open."""

from __future__ import annotations

from enum import Enum
from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from spelregels.language.surface.base import Surface, expecting
from spelregels.language.surface.conditions import RoleSpecIn
from spelregels.language.surface.durations import DayOfYearIn, DurationIn, TermDurationIn
from spelregels.language.surface.patterns import ActIn, AnyActIn, PatternIn
from spelregels.language.surface.scalars import (
    DottedId,
    NotStatedIn,
    PlainId,
    Reference,
    SameMomentIn,
    Text,
    word,
)


class FirstMeetingIn(Surface):
    """The first meeting, at the earliest so much later."""

    first: PlainId
    not_before: DurationIn


class NextMeetingIn(Surface):
    """The first meeting on a later day."""

    next: PlainId


class WhichYear(str, Enum):
    """The year after that of the start, or counted back, the year before."""

    NEXT = "next"
    PREVIOUS = "previous"


class LastDay(str, Enum):
    """Whether the date itself is the last good day, or the day before it."""

    ON = "on"
    BEFORE = "before"


class DateTermIn(Surface):
    """A day of the year."""

    date: DayOfYearIn
    year: Annotated[WhichYear, word(WhichYear)] | None = None
    last_day: Annotated[LastDay, word(LastDay)] | None = None


class AttributeTermIn(Surface):
    """A fact says how long, or until when: the act and its attribute."""

    attribute: DottedId


class VagueIn(Surface):
    """The text says only this."""

    vague: Text


_FORMS = {
    "first": "is:first",
    "next": "is:next",
    "date": "is:date",
    "attribute": "is:attribute",
    "vague": "is:vague",
}


def _term_tag(value: Any) -> str | None:
    if isinstance(value, dict):
        return next((tag for key, tag in _FORMS.items() if key in value), None)
    return f"is:{value}" if value in ("not_stated", "same_moment") else "is:duration"


TermIn = Annotated[
    Annotated[TermDurationIn, Tag("is:duration")]
    | Annotated[NotStatedIn, Tag("is:not_stated")]
    | Annotated[SameMomentIn, Tag("is:same_moment")]
    | Annotated[FirstMeetingIn, Tag("is:first")]
    | Annotated[NextMeetingIn, Tag("is:next")]
    | Annotated[DateTermIn, Tag("is:date")]
    | Annotated[AttributeTermIn, Tag("is:attribute")]
    | Annotated[VagueIn, Tag("is:vague")],
    Discriminator(
        _term_tag,
        custom_error_type="term",
        custom_error_message="no term",
        custom_error_context=expecting(
            "6 weken, {first: vergadering, not_before: 2 weken}, {next: vergadering}, "
            "{date: 1 mei}, same_moment, {attribute: handeling.gegeven}, {vague: tijdig} "
            "of not_stated",
            "6 weken, {first: meeting, not_before: 2 weken}, {next: meeting}, {date: 1 mei}, "
            "same_moment, {attribute: act.attribute}, {vague: tijdig} or not_stated",
        ),
    ),
]


class ExtensionIn(Surface):
    """An act that, in time, lengthens the term once."""

    act: Reference
    by: RoleSpecIn | None = None
    once: TermIn


class LatestIn(Surface):
    """The latest of these moments."""

    latest_of: Annotated[list[PatternIn], Field(min_length=1)]


class MayBeIn(Surface):
    """Which fact says that the term is longer."""

    longer: DottedId


def _begins_tag(value: Any) -> str | None:
    if isinstance(value, str):
        return "is:name"
    if isinstance(value, dict):
        if "latest_of" in value:
            return "is:latest"
        return "is:any_of" if "any_of" in value else "is:act"
    return None


BeginsIn = Annotated[
    Annotated[Reference, Tag("is:name")]
    | Annotated[ActIn, Tag("is:act")]
    | Annotated[AnyActIn, Tag("is:any_of")]
    | Annotated[LatestIn, Tag("is:latest")],
    Discriminator(
        _begins_tag,
        custom_error_type="pattern",
        custom_error_message="no act",
        custom_error_context=expecting(
            "een handeling, {act: …}, {any_of: […]} of {latest_of: [handeling, handeling]}",
            "an act, {act: …}, {any_of: […]} or {latest_of: [act, act]}",
        ),
    ),
]
SuspensionIn = Annotated[list[PatternIn], Field(min_length=2, max_length=2)]
