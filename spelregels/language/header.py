"""The keys of a trajectory: one table, from which reader, conditions and JSON Schema are made."""

from __future__ import annotations

from collections.abc import Mapping

from spelregels.model.ruleset import Attribute
from spelregels.model.words import AttributeType, Level

HEADER_ATTRIBUTES: Mapping[str, Attribute] = {
    "level": Attribute(AttributeType.TEXT, one_of=tuple(level.value for level in Level)),
    "topic": Attribute(AttributeType.TEXT),
    "competent_authority": Attribute(AttributeType.ROLE),
    "municipality": Attribute(AttributeType.TEXT),
    "gemeente_code": Attribute(AttributeType.TEXT),
    "area.level": Attribute(AttributeType.TEXT),
    "area.name": Attribute(AttributeType.AREA),
    "area.affected": Attribute(AttributeType.AREA, many=True),
    "area.informed": Attribute(AttributeType.AREA, many=True),
}
"""What conditions under ``applies`` may read of a header, besides declared facts."""

AREA_KEYS = ("level", "name", "affected", "informed")

TRAJECTORY_KEYS: Mapping[str, str] = {
    "id": "name of this trajectory, unique in its file",
    "ruleset": "id of the ruleset it is judged by, unless another is given",
    "title": "title for people",
    "level": "level of participation that was promised",
    "topic": "subject, a word of your own",
    "competent_authority": "role that is the competent authority",
    "municipality": "name of the municipality",
    "gemeente_code": "code of the municipality, such as GM9999",
    "area": "area it is about: level, name, affected, informed",
    "order": "listed: the order of equal moments is asserted; unknown (default): it is not",
    "records": "all, or the acts this source would show if they had happened",
    "closed": "all, or per act the attributes (and `facts`) for which this source is complete",
    "time_zone": "zone of times without offset, such as Europe/Amsterdam",
    "persons": "roles of persons: {person: [{role:, from:, to:}]}",
    "facts": "facts that the ruleset declares",
    "as_of": "day on which it is judged, unless another is given",
    "note": "remark, shown and never judged",
    "events": "what happened",
}

EVENT_KEYS: Mapping[str, str] = {
    "id": "name of this event, unique in its trajectory; without it e1, e2, … by position",
    "at": "when it happened",
    "until": "when it ended, if the source says so",
    "act": "which act it is",
    "by": "the person or body that did it",
    "as": "the role, or roles together, in which it was done",
    "outcome": "the outcome, of an act that has outcomes",
    "certainty": "seen (default), planned or inferred",
    "source": "where this was found",
    "note": "remark, shown and never judged",
    "corrects": "id of the event that this one replaces",
    "recorded": "day on which the correction was recorded",
}
"""Every other key of an event is an attribute of its act."""
