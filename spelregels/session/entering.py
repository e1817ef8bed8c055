"""Plain data in and out: events and trajectories as the keys of a trajectory file, as JSON.

A number that is not whole is written ``{"number": "25000.50"}``: JSON readers would round it.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import Any

from spelregels.calendar import duration_text
from spelregels.doors.plain_form import plain_event, plain_trajectory
from spelregels.language import bind, trajectory_from_node
from spelregels.language.nodes import ListNode, MapNode, Node, NodeScalar, ScalarNode
from spelregels.language.textbytes import hidden_in
from spelregels.model.problem import InputRefused, Position, Problem
from spelregels.model.ruleset import Ruleset
from spelregels.model.terms import Duration
from spelregels.model.trajectory import Event, Trajectory

__all__ = ["Plain", "canonical", "event_of", "header_of", "read_alone", "read_trajectory"]

Plain = Mapping[str, Any]
NUMBER = "number"
DEEPEST = 20
_TOO_MUCH = 10**100


def canonical(data: Any) -> bytes:
    """Plain data as JSON that is the same for the same data."""
    text = json.dumps(
        data, default=_jsonable, sort_keys=True, ensure_ascii=False, separators=(",", ":")
    )
    return text.encode()


def _jsonable(value: object) -> Any:
    match value:
        case date():
            return value.isoformat()
        case Decimal():
            text = f"{value:f}"
            return {NUMBER: text.rstrip("0").rstrip(".") if "." in text else text}
        case Duration():
            return duration_text(value)
        case _:
            raise TypeError(f"{type(value).__name__} is not plain data")


def header_of(trajectory: Trajectory) -> dict[str, Any]:
    """Everything of a trajectory except its events."""
    told = plain_trajectory(replace(trajectory, events=()))
    del told["events"]
    return told


def event_of(event: Event) -> dict[str, Any]:
    """An event as plain data."""
    return plain_event(event)


def read_trajectory(
    header: Plain, events: Iterable[tuple[str, Plain]], ruleset: Ruleset
) -> Trajectory:
    """A bound trajectory of a header and named events. Raises ``InputRefused``."""
    return bind(_unbound(header, events), ruleset)


def read_alone(
    header: Plain, event: tuple[str, Plain], ruleset: Ruleset, known: Collection[str]
) -> Trajectory:
    """A bound trajectory of one event. Raises ``InputRefused``.

    ``known``: the ids of the events before it; those it names are read as if they stood there.
    """
    read = _unbound(header, [event])
    [new] = read.events
    values = [one for v in new.attributes.values() for one in (v if isinstance(v, tuple) else (v,))]
    named = dict.fromkeys(v for v in values if isinstance(v, str) and v in known and v != new.id)
    there = (replace(new, id=name, outcome=None, roles=(), attributes={}) for name in named)
    bound = bind(replace(read, events=(*there, new)), ruleset)
    return replace(bound, events=bound.events[-1:])


def _unbound(header: Plain, events: Iterable[tuple[str, Plain]]) -> Trajectory:
    name = header.get("id", "")
    top = _node(dict(header), Position(name if isinstance(name, str) else ""))
    if not isinstance(top, MapNode):
        raise AssertionError("a mapping makes a MapNode")
    items = tuple(_node(dict(event), Position(its)) for its, event in events)
    entries = {**top.entries, "events": ListNode(items, top.position)}
    keys = {**top.keys, "events": top.position}
    return trajectory_from_node(MapNode(entries, keys, top.position))


def _node(value: object, place: Position, depth: int = 0) -> Node:
    """Plain data as nodes. Raises ``InputRefused`` for what is no plain data."""
    if depth > DEEPEST:
        raise _refused("too-deep", place, "te diep genest", "nested too deep", "")
    match value:
        case Mapping():
            if set(value) == {NUMBER}:
                return ScalarNode(_number(value[NUMBER], place), place)
            keys = {_key(key, place): part for key, part in value.items()}
            entries = {key: _node(part, place, depth + 1) for key, part in keys.items()}
            return MapNode(entries, dict.fromkeys(entries, place), place)
        case list() | tuple():
            return ListNode(tuple(_node(part, place, depth + 1) for part in value), place)
        case Duration():
            return ScalarNode(duration_text(value), place)
        case Enum():
            return _node(value.value, place, depth)
        case _:
            return ScalarNode(_scalar(value, place), place, False, str(value))


def _key(key: object, place: Position) -> str:
    if isinstance(key, str):
        return _clean(key, place)
    raise _refused("bad-key", place, "geen tekst als sleutel", "a key that is no text", str(key))


def _scalar(value: object, place: Position) -> NodeScalar:
    match value:
        case str():
            return _clean(value, place)
        case float():
            return _number(repr(value), place)
        case date() if type(value) is not date:
            return value.isoformat()
        case int() if abs(value) >= _TOO_MUCH:
            raise _refused("bad-number", place, "een te groot getal", "too big a number", "")
        case Decimal():
            return _number(value, place)
        case None | bool() | int() | date():
            return value
        case _:
            kind = type(value).__name__
            raise _refused("no-plain-data", place, "geen gewone data", "no plain data", kind)


def _clean(text: str, place: Position) -> str:
    if hidden_in(text) or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise _refused("hidden-character", place, "een onzichtbaar teken", "a hidden character", "")
    return text


def _number(text: object, place: Position) -> Decimal:
    try:
        number = Decimal(str(text))
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or abs(number.adjusted()) > 100:
        raise _refused("bad-number", place, "geen getal", "no number", str(text)[:40])
    return number


def _refused(code: str, place: Position, nl: str, en: str, what: str) -> InputRefused:
    seen = f": {what}" if what else ""
    return InputRefused(
        (Problem(code, place, f"Hier staat {nl}{seen}.", f"Here stands {en}{seen}."),)
    )
