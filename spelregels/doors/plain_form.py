"""A trajectory in the keys of our own format, as plain data: what every writer starts from.

Reading what a writer made of this gives the same trajectory, save for places in the source and for
``data_errors``, which belong to the source that had them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

from spelregels.calendar.durations import duration_text
from spelregels.language.moments import legal_zone
from spelregels.model.patterns import Scalar, Value
from spelregels.model.terms import Duration
from spelregels.model.trajectory import Closed, Event, Trajectory, When
from spelregels.model.words import Certainty, Order, Precision

_AREA = "area."


def plain_trajectory(trajectory: Trajectory) -> dict[str, Any]:
    """The keys of a trajectory file with their values; dates are dates, lists are lists."""
    told: dict[str, Any] = {"id": trajectory.id}
    for key, value in (("ruleset", trajectory.ruleset), ("title", trajectory.title)):
        if value:
            told[key] = value
    told |= _header(trajectory)
    if trajectory.order is not Order.UNKNOWN:
        told["order"] = trajectory.order.value
    records = trajectory.records
    told["records"] = "all" if records is None else sorted(records)
    closed = _closed(trajectory.closed)
    if closed:
        told["closed"] = closed
    if trajectory.persons:
        told["persons"] = _persons(trajectory)
    if trajectory.facts:
        told["facts"] = {name: plain_value(value) for name, value in trajectory.facts.items()}
    if trajectory.as_of is not None:
        told["as_of"] = trajectory.as_of
    told["events"] = [plain_event(event) for event in trajectory.events]
    return told


def plain_event(event: Event) -> dict[str, Any]:
    """The keys of an event; ``at`` as ``plain_moment`` has it."""
    told: dict[str, Any] = {"id": event.id, "at": plain_moment(event.at), "act": event.act}
    if event.by is not None:
        told["by"] = event.by
    if event.roles:
        told["as"] = list(event.roles)
    for key, text in (
        ("outcome", event.outcome),
        ("source", event.source),
        ("note", event.note),
        ("corrects", event.corrects),
    ):
        if text:
            told[key] = text
    if event.certainty is not Certainty.SEEN:
        told["certainty"] = event.certainty.value
    if event.recorded is not None:
        told["recorded"] = event.recorded
    return told | {name: plain_value(value) for name, value in event.attributes.items()}


def plain_moment(when: When) -> str | date:
    """``unknown``, a date, ``2026-02``, ``2026``, or a time with its offset in Amsterdam."""
    if when.day is None:
        return "unknown"
    match when.precision:
        case Precision.MINUTE:
            return stamp(when)
        case Precision.MONTH:
            return when.day.isoformat()[:7]
        case Precision.YEAR:
            return when.day.isoformat()[:4]
        case _:
            return when.day


def stamp(when: When) -> str:
    """The beginning of a known moment as an ISO date-time with the offset of Amsterdam."""
    assert when.day is not None
    hours, minutes = divmod(when.minute or 0, 60)
    local = datetime.combine(when.day, time(hours, minutes), legal_zone())
    offset = local.utcoffset()
    if offset is not None and offset.seconds % 60:  # before 1937; no format can write it
        local = local.astimezone(UTC)
    return local.isoformat(timespec="seconds")


def plain_value(value: Value | None) -> Any:
    """A value as plain data; a duration as ``6 weken``, a list as a list."""
    if isinstance(value, tuple):
        return [plain_scalar(item) for item in value]
    return None if value is None else plain_scalar(value)


def plain_scalar(value: Scalar) -> str | bool | int | Decimal | date:
    """One value; a duration as ``6 weken``."""
    return duration_text(value) if isinstance(value, Duration) else value


def _header(trajectory: Trajectory) -> dict[str, Any]:
    told: dict[str, Any] = {}
    area: dict[str, Any] = {}
    if trajectory.level is not None:
        told["level"] = trajectory.level.value
    if trajectory.competent_authority is not None:
        told["competent_authority"] = trajectory.competent_authority
    for key, value in trajectory.header.items():
        if key.startswith(_AREA):
            area[key.removeprefix(_AREA)] = plain_value(value)
        else:
            told[key] = plain_value(value)
    if area:
        told["area"] = area
    return told


def _closed(closed: Closed) -> Any:
    if closed.everything:
        return "all"
    told: dict[str, Any] = {act: sorted(names) for act, names in closed.attributes.items()}
    if closed.facts:
        told["facts"] = sorted(closed.facts)
    return told


def _persons(trajectory: Trajectory) -> Mapping[str, Any]:
    told: dict[str, Any] = {}
    for person, roles in trajectory.persons.items():
        told[person] = []
        for held in roles:
            one: dict[str, Any] = {"role": held.role}
            if held.first is not None:
                one["from"] = held.first
            if held.last is not None:
                one["to"] = held.last
            told[person].append(one)
    return told
