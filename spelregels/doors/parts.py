"""Nodes of our own format in the making."""

from __future__ import annotations

from dataclasses import dataclass, field

from spelregels.doors.mapping_model import EventRule
from spelregels.language.nodes import ListNode, MapNode, Node, ScalarNode
from spelregels.model.problem import Position


@dataclass(slots=True)
class Parts:
    """A mapping in the making."""

    position: Position
    entries: dict[str, Node] = field(default_factory=dict)

    def set(self, key: str, value: Node | None) -> None:
        """Put a value under a key; None leaves the key out."""
        if value is not None:
            self.entries[key] = value

    def node(self) -> MapNode:
        """The mapping, done."""
        keys = {key: value.position for key, value in self.entries.items()}
        return MapNode(self.entries, keys, self.position)


@dataclass(slots=True)
class Events:
    """The events of one trajectory, named after their rule."""

    owner: str
    grouped: bool
    nodes: list[Node] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    def name(self, rule: EventRule) -> str:
        """``begin``; where a rule may give several events: ``begin-1``, ``begin-2`` …"""
        number = self.counts.get(rule.name, 0) + 1
        self.counts[rule.name] = number
        several = self.grouped or rule.for_each is not None
        return f"{rule.name}-{number}" if several else rule.name


def plain(node: Node) -> object:
    """A value without its place, to compare."""
    match node:
        case ScalarNode(value=value):
            return value
        case ListNode(items=items):
            return tuple(plain(item) for item in items)
        case MapNode(entries=entries):
            return {key: plain(part) for key, part in entries.items()}
