"""OCEL 2.0 as XML, as the tree of its JSON form."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from spelregels.doors.parts import Parts
from spelregels.doors.safe_xml import Element, top_elements
from spelregels.language.nodes import ListNode, MapNode, ScalarNode
from spelregels.model.problem import Position

_TYPES = {
    "object-types": ("objectTypes", "object-type"),
    "event-types": ("eventTypes", "event-type"),
}
_THINGS = {"objects": ("objects", "object"), "events": ("events", "event")}


def read_ocel_xml(path: Path) -> MapNode:
    """The tree. Raises ``InputRefused`` for what is no XML, or hostile."""
    place = Position(str(path), 1, 1)
    parts = Parts(place)
    for piece in top_elements(path):
        if piece.name in _TYPES:
            key, name = _TYPES[piece.name]
            parts.set(key, _list(piece, (_type(one) for one in piece.all(name))))
        elif piece.name in _THINGS:
            key, name = _THINGS[piece.name]
            parts.set(key, _list(piece, (_thing(one) for one in piece.all(name))))
    return parts.node()


def _type(element: Element) -> MapNode:
    parts = Parts(element.position)
    parts.set("name", _attribute(element, "name"))
    return parts.node()


def _thing(element: Element) -> MapNode:
    parts = Parts(element.position)
    for key in ("id", "type", "time"):
        parts.set(key, _attribute(element, key))
    told = [one for group in element.all("attributes") for one in group.all("attribute")]
    parts.set("attributes", _list(element, (_value(one) for one in told)))
    ties = [
        one
        for group in element.all("objects")
        for one in group.children
        if one.name in ("relationship", "relobj")  # the second: an older spelling
    ]
    parts.set("relationships", _list(element, (_tie(one) for one in ties)))
    return parts.node()


def _value(element: Element) -> MapNode:
    parts = Parts(element.position)
    parts.set("name", _attribute(element, "name"))
    parts.set("time", _attribute(element, "time"))
    parts.set("value", ScalarNode(element.text, element.position, False, element.text))
    return parts.node()


def _tie(element: Element) -> MapNode:
    parts = Parts(element.position)
    parts.set("objectId", _attribute(element, "object-id"))
    parts.set("qualifier", _attribute(element, "qualifier"))
    return parts.node()


def _attribute(element: Element, name: str) -> ScalarNode | None:
    text = element.attributes.get(name)
    return None if text is None else ScalarNode(text, element.position, False, text)


def _list(element: Element, items: Iterable[MapNode]) -> ListNode:
    return ListNode(tuple(items), element.position)
