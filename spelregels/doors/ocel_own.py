"""Trajectories as OCEL 2.0 (JSON) and back: for tools that mine objects, and nothing is lost.

A trajectory is an object of the type ``spelregels:trajectory`` with its header as attributes. An
event is tied to it (``in``), to who did it (``by``, an object ``spelregels:actor``) and to the role
(``as``, an object ``spelregels:role``). A value that is no single text, number or truth stands as
JSON under its name with ``@json`` behind it. An unknown moment has a stand-in time, since the
standard asks for one, and says so under ``spelregels:precision``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from spelregels.doors.json_text import parse_json
from spelregels.doors.ocel import OcelLog, Relation, Thing, open_ocel, read_tree
from spelregels.doors.parts import Parts
from spelregels.doors.plain_form import plain_trajectory, stamp
from spelregels.doors.writing import write_new
from spelregels.language.header import EVENT_KEYS
from spelregels.language.nodes import ListNode, Node, ScalarNode
from spelregels.model.problem import Position
from spelregels.model.trajectory import Event, Trajectory
from spelregels.model.words import Precision

PREFIX = "spelregels:"
TRAJECTORY, ACTOR, ROLE = f"{PREFIX}trajectory", f"{PREFIX}actor", f"{PREFIX}role"
PRECISION = f"{PREFIX}precision"
JSON = "@json"
NEVER = "1970-01-01T00:00:00Z"  # no time of its own: attributes of objects, unknown moments
_INNER = ("area", "facts", "closed")


# -- writing --------------------------------------------------------------------------------------


def write_ocel(trajectories: Iterable[Trajectory], path: Path) -> None:
    """Write a log as JSON. Raises ``InputRefused`` when the file exists."""
    write_new(path, json.dumps(ocel(trajectories), ensure_ascii=False, indent=1).encode())


def ocel(trajectories: Iterable[Trajectory]) -> dict[str, Any]:
    """The log as plain data of the JSON form."""
    objects: dict[str, dict[str, Any]] = {}
    events: list[dict[str, Any]] = []
    for number, trajectory in enumerate(trajectories, start=1):
        told = plain_trajectory(trajectory)
        keys = told.pop("events")
        name = f"trajectory/{told.pop('id')}"
        objects[name] = _object(name, TRAJECTORY, dict(_cells(told)))
        for event, one in zip(trajectory.events, keys, strict=True):
            events.append(_event(f"{number}/{event.id}", event, one, name))
            for tie in events[-1]["relationships"][1:]:
                kind = ACTOR if tie["qualifier"] == "by" else ROLE
                objects.setdefault(tie["objectId"], _object(tie["objectId"], kind, {}))
    return {
        "objectTypes": _types(objects.values()),
        "eventTypes": _types(events),
        "objects": list(objects.values()),
        "events": events,
    }


def _cells(told: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Header keys as attributes; the parts of area, facts and closed each under a name."""
    for key, value in told.items():
        if key in _INNER and isinstance(value, Mapping):
            yield from ((f"{key}.{name}", part) for name, part in value.items())
        else:
            yield key, value


def _event(name: str, event: Event, told: Mapping[str, Any], owner: str) -> dict[str, Any]:
    ties = [(owner, "in")]
    ties += [(f"actor/{event.by}", "by")] if event.by is not None else []
    ties += [(f"role/{role}", "as") for role in event.roles]
    values: dict[str, Any] = {PRECISION: event.at.precision.value}
    for key, value in told.items():
        if key not in ("id", "act", "at", "by", "as"):
            values[PREFIX + key if key in EVENT_KEYS else key] = value
    return {
        "id": name,
        "type": event.act,
        "time": NEVER if event.at.day is None else stamp(event.at),
        "attributes": [{"name": k, "value": v} for k, v in _written(values)],
        "relationships": [{"objectId": i, "qualifier": q} for i, q in ties],
    }


def _object(name: str, kind: str, values: Mapping[str, Any]) -> dict[str, Any]:
    told = [{"name": k, "time": NEVER, "value": v} for k, v in _written(values)]
    return {"id": name, "type": kind, "attributes": told, "relationships": []}


def _written(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Names with text, as the JSON form has it."""
    for name, value in values.items():
        if value is None or isinstance(value, (list, Mapping)) or name.endswith(JSON):
            yield name + JSON, json.dumps(value, ensure_ascii=False, default=_plain)
        else:
            yield name, value if isinstance(value, str) else _plain(value)


def _plain(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case date():
            return value.isoformat()
        case Decimal():
            return f"{value:f}"
        case _:
            return str(value)


def _types(things: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    found: dict[str, dict[str, None]] = {}
    for one in things:
        names = found.setdefault(one["type"], {})
        names.update((told["name"], None) for told in one["attributes"])
    return [
        {"name": kind, "attributes": [{"name": name, "type": "string"} for name in names]}
        for kind, names in found.items()
    ]


# -- reading --------------------------------------------------------------------------------------


def read_own(path: Path) -> ListNode:
    """The trajectories in a log of our own, as nodes. Raises ``InputRefused``, also when the log is
    of others: then a mapping must say which objects are trajectories."""
    log = open_ocel(read_tree(path), str(path))
    found = [one for one in log.objects.values() if one.kind == TRAJECTORY]
    if not found:
        log.problems.add(
            "needs-mapping",
            Position(str(path), 1, 1),
            "Dit log zegt niet welke objecten trajecten zijn.",
            "This log does not say which objects are trajectories.",
            expected_nl="--map met een mapping (`format: ocel`, `object_type: …`)",
            expected_en="--map with a mapping (`format: ocel`, `object_type: …`)",
        )
    nodes = tuple(_trajectory(one, log) for one in found)
    log.problems.refuse()
    return ListNode(nodes, Position(str(path), 1, 1))


def _trajectory(one: Thing, log: OcelLog) -> Node:
    parts = Parts(one.position)
    parts.set("id", _text(one.id.removeprefix("trajectory/"), one.position))
    inner: dict[str, Parts] = {}
    for key, value in _read(one, log):
        group, dot, rest = key.partition(".")
        if dot and group in _INNER:
            inner.setdefault(group, Parts(one.position)).set(rest, value)
        else:
            parts.set(key, value)
    for group, made in inner.items():
        parts.set(group, made.node())
    events = tuple(_read_event(event, log) for event in log.happened.get(one.id, ()))
    parts.set("events", ListNode(events, one.position))
    return parts.node()


def _read_event(event: Thing, log: OcelLog) -> Node:
    parts = Parts(event.position)
    parts.set("id", _text(event.id.partition("/")[2] or event.id, event.position))
    parts.set("act", _text(event.kind, event.position))
    precision: Node | None = None
    for key, value in _read(event, log):
        if key == PRECISION:
            precision = value
        else:
            parts.set(key.removeprefix(PREFIX), value)
    parts.set("at", _at(event, precision))
    by = [_end(tie, "actor/") for tie in event.relations if tie.qualifier == "by"]
    parts.set("by", by[0] if len(by) == 1 else ListNode(tuple(by), event.position) if by else None)
    roles = tuple(_end(tie, "role/") for tie in event.relations if tie.qualifier == "as")
    parts.set("as", ListNode(roles, event.position) if roles else None)
    return parts.node()


def _at(event: Thing, precision: Node | None) -> Node | None:
    if event.time is None or not isinstance(precision, ScalarNode):
        return event.time
    if precision.value == Precision.UNKNOWN.value:
        return precision
    parts = Parts(event.position)
    parts.set("date", event.time)
    parts.set("precision", precision)
    return parts.node()


def _read(one: Thing, log: OcelLog) -> Iterator[tuple[str, Node]]:
    """Attributes by name; what stands as JSON is read as JSON."""
    for name, _, value in one.values:
        if not name.endswith(JSON) or not isinstance(value, ScalarNode):
            yield name, value
            continue
        with log.problems.gathering():
            place = value.position
            node = parse_json(str(value.value), source=place.file, first_line=place.line)
            yield name.removesuffix(JSON), _placed(node, place)


def _placed(node: Node, place: Position) -> Node:
    """JSON inside a text stands where the text stands."""
    if isinstance(node, ListNode):
        return ListNode(tuple(_placed(item, place) for item in node.items), place)
    if isinstance(node, ScalarNode):
        return replace(node, position=place)
    entries = {key: _placed(part, place) for key, part in node.entries.items()}
    return replace(node, entries=entries, keys=dict.fromkeys(entries, place), position=place)


def _end(tie: Relation, prefix: str) -> ScalarNode:
    return _text(tie.id.removeprefix(prefix), tie.position)


def _text(text: str, position: Position) -> ScalarNode:
    return ScalarNode(text, position, False, text)
