"""Trajectories as XES and back: a log that other tools can mine, and that loses nothing.

In the terms of the standard: ``concept:name`` is the trajectory or the act, ``concept:instance``
the event, ``time:timestamp`` the beginning of the moment, ``org:resource`` who, ``org:role`` in
which role. The rest stands under the extension ``spelregels``: ``spelregels:precision`` (how exact
the moment is), the keys of the header and of an event. Attributes of an act keep their name.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from spelregels.doors.plain_form import plain_trajectory, stamp
from spelregels.doors.safe_xml import Element as Read
from spelregels.doors.writing import write_new
from spelregels.doors.xes import EXTENSION, GROUPS, Log, items_of, open_log
from spelregels.language.header import EVENT_KEYS
from spelregels.language.moments import legal_zone
from spelregels.language.nodes import ListNode, MapNode, Node, ScalarNode
from spelregels.language.problems import Problems
from spelregels.model.problem import Position
from spelregels.model.trajectory import Event, Trajectory, When
from spelregels.model.words import Precision

PREFIX = "spelregels:"
ATTRIBUTE = "spelregels:attribute:"
"""For the name of an attribute that is not plain: it holds a colon."""
ABSENT = "spelregels:absent"
EXTENSIONS = (
    ("Concept", "concept", "http://www.xes-standard.org/concept.xesext"),
    ("Time", "time", "http://www.xes-standard.org/time.xesext"),
    ("Organizational", "org", "http://www.xes-standard.org/org.xesext"),
    ("Lifecycle", "lifecycle", "http://www.xes-standard.org/lifecycle.xesext"),
    ("Spelregels", "spelregels", EXTENSION),
)
_TRACE = {"id": "concept:name"}
_EVENT = {"act": "concept:name", "id": "concept:instance", "by": "org:resource"}
_OURS_TRACE = {theirs: ours for ours, theirs in _TRACE.items()}
_OURS_EVENT = {theirs: ours for ours, theirs in _EVENT.items()} | {"org:role": "as"}
_MOMENT = ("time:timestamp", f"{PREFIX}precision")


# -- writing --------------------------------------------------------------------------------------


def write_xes(trajectories: Iterable[Trajectory], path: Path) -> None:
    """Write a log; a name that ends in ``.gz`` is packed. An existing file is refused."""
    text = xes_text(trajectories)
    data = gzip.compress(text, mtime=0) if path.suffix == ".gz" else text
    write_new(path, data)


def xes_text(trajectories: Iterable[Trajectory]) -> bytes:
    """The log as UTF-8 XML."""
    log = Element("log", {"xes.version": "1849.2016", "xes.features": "nested-attributes"})
    log.set("xmlns", "http://www.xes-standard.org/")
    for name, prefix, uri in EXTENSIONS:
        SubElement(log, "extension", {"name": name, "prefix": prefix, "uri": uri})
    for trajectory in trajectories:
        _trace(log, trajectory)
    indent(log)
    text: bytes = tostring(log, encoding="utf-8", xml_declaration=True)
    return text


def _trace(log: Element, trajectory: Trajectory) -> None:
    trace = SubElement(log, "trace")
    told = plain_trajectory(trajectory)
    events = told.pop("events")
    for key, value in told.items():
        _write(trace, _TRACE.get(key, PREFIX + key), value)
    for event, keys in zip(trajectory.events, events, strict=True):
        _event(SubElement(trace, "event"), event, keys)


def _event(parent: Element, event: Event, told: Mapping[str, Any]) -> None:
    for key, value in told.items():
        if key == "at":
            _moment(parent, event.at)
        elif key == "as" and len(value) == 1:
            _write(parent, "org:role", value[0])
        else:
            _write(parent, _EVENT.get(key) or _event_key(key), value)
    _write(parent, "lifecycle:transition", "complete")


def _event_key(key: str) -> str:
    if key in EVENT_KEYS:
        return PREFIX + key
    return ATTRIBUTE + key if ":" in key else key


def _moment(parent: Element, when: When) -> None:
    if when.day is not None:
        SubElement(parent, "date", {"key": "time:timestamp", "value": stamp(when)})
    _write(parent, f"{PREFIX}precision", when.precision.value)


def _write(parent: Element, key: str, value: Any) -> None:
    match value:
        case None:
            _write(SubElement(parent, "string", {"key": key, "value": ""}), ABSENT, True)
        case bool():
            SubElement(parent, "boolean", {"key": key, "value": str(value).lower()})
        case int():
            SubElement(parent, "int", {"key": key, "value": str(value)})
        case Decimal():
            SubElement(parent, "float", {"key": key, "value": f"{value:f}"})
        case date():
            moment = stamp(When(Precision.DAY, value))
            SubElement(parent, "date", {"key": key, "value": moment})
        case list():
            values = SubElement(SubElement(parent, "list", {"key": key}), "values")
            for item in value:
                _write(values, "item", item)
        case Mapping():
            inner = SubElement(parent, "string", {"key": key, "value": ""})
            for name, part in value.items():
                _write(inner, name, part)
        case _:
            SubElement(parent, "string", {"key": key, "value": value})


# -- reading --------------------------------------------------------------------------------------


def read_own(path: Path) -> ListNode:
    """The trajectories in a log of our own, as nodes. Raises ``InputRefused``, also when the log
    is of others: then a mapping must say what its words mean."""
    log = open_log(path)
    read: list[Node] = []
    for trace in log.traces():
        if not log.own:
            _of_others(log.problems, trace.position)
            break
        read.append(_trajectory(log, trace))
    log.problems.refuse()
    return ListNode(tuple(read), Position(log.source, 1, 1))


def _of_others(problems: Problems, position: Position) -> None:
    problems.add(
        "needs-mapping",
        position,
        "Dit log zegt niet welke handelingen en rollen het bedoelt.",
        "This log does not say which acts and roles it means.",
        expected_nl="--map met een mapping (`format: xes`)",
        expected_en="--map with a mapping (`format: xes`)",
    )


def _trajectory(log: Log, trace: Read) -> MapNode:
    entries: dict[str, Node] = {}
    for key, child in log.attributes(trace):
        name = _OURS_TRACE.get(key) or (key.removeprefix(PREFIX) if key.startswith(PREFIX) else "")
        if name:
            entries[name] = _node(log, child)
    events = tuple(_read_event(log, event) for event in trace.all("event"))
    entries["events"] = ListNode(events, trace.position)
    return _map(entries, trace.position)


def _read_event(log: Log, event: Read) -> MapNode:
    entries: dict[str, Node] = {}
    moment: dict[str, Node] = {}
    for key, child in log.attributes(event):
        if key in _MOMENT:
            moment[key] = log.scalar(child)
        elif key != "lifecycle:transition":
            entries[_OURS_EVENT.get(key) or _name(key)] = _node(log, child)
    entries["at"] = _at(moment, event.position)
    return _map(entries, event.position)


def _name(key: str) -> str:
    if key.startswith(ATTRIBUTE):
        return key.removeprefix(ATTRIBUTE)
    return key.removeprefix(PREFIX)


def _at(moment: Mapping[str, Node], position: Position) -> Node:
    """The moment as our format has it; without a precision the time is as exact as it looks."""
    told, precise = (moment.get(key) for key in _MOMENT)
    if told is None:
        return ScalarNode("unknown", position)
    if not isinstance(precise, ScalarNode) or not isinstance(told, ScalarNode):
        return told
    parts = {"date": told, "precision": precise}
    return _map(parts, told.position)


def _node(log: Log, element: Read) -> Node:
    """A value, a list, or (a text with attributes of its own) a group of keys."""
    if element.name in GROUPS:
        items = tuple(_node(log, item) for item in items_of(element))
        return ListNode(items, element.position)
    scalar = log.scalar(element)
    inner = dict(log.attributes(element))
    if ABSENT in inner:
        return ScalarNode(None, element.position)
    if inner:
        return _map({key: _node(log, child) for key, child in inner.items()}, element.position)
    if element.name == "date" and isinstance(scalar.value, str):
        return _day(scalar)
    return scalar


def _day(node: ScalarNode) -> ScalarNode:
    """Midnight in Amsterdam is a day; anything else stays as it is written."""
    try:
        local = datetime.fromisoformat(str(node.value)).astimezone(legal_zone())
    except (ValueError, OverflowError):
        return node
    if (local.hour, local.minute, local.second) != (0, 0, 0):
        return node
    return ScalarNode(local.date(), node.position, False, node.written)


def _map(entries: Mapping[str, Node], position: Position) -> MapNode:
    return MapNode(entries, {key: node.position for key, node in entries.items()}, position)


def own_keys() -> Iterator[str]:
    """The keys of the standard that a log of ours uses, for the documentation and its test."""
    yield from (*_OURS_TRACE, *_OURS_EVENT, *_MOMENT)
