"""Where everything in a file stands: ``norms/reactie/within`` to a line and a column.

A path is stable when lines move, so findings, suppressions and SARIF name it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from spelregels.language.nodes import ListNode, MapNode, Node, ScalarNode
from spelregels.language.yamltext import read_yaml
from spelregels.model.problem import Position


@dataclass(frozen=True, slots=True)
class Outline:
    """Positions by path; items of a list that have an ``id`` go by it, others by number from 1."""

    file: str
    places: Mapping[str, Position] = field(default_factory=dict)

    def position(self, path: str) -> Position:
        """Where that stands; else the nearest thing above it, else the file."""
        while path:
            if path in self.places:
                return self.places[path]
            path = path.rpartition("/")[0]
        return Position(self.file)

    def has(self, path: str) -> bool:
        """Whether the file says something there."""
        return path in self.places

    def names(self, section: str) -> tuple[str, ...]:
        """What the file itself declares in one section, such as ``acts``."""
        start = f"{section}/"
        return tuple(
            path.removeprefix(start)
            for path in self.places
            if path.startswith(start) and path.count("/") == start.count("/")
        )


@lru_cache(maxsize=64)
def outline_of(path: str, sha256: str) -> Outline:
    """The outline of a file. Raises :class:`InputRefused` when it cannot be read (any more).

    ``sha256``: of its bytes when it was loaded; a file that changed since is read anew.
    """
    del sha256
    places: dict[str, Position] = {}
    _walk(read_yaml(Path(path)), "", places)
    return Outline(path, places)


def _walk(node: Node, path: str, places: dict[str, Position]) -> None:
    match node:
        case MapNode():
            for key, value in node.entries.items():
                here = f"{path}/{key}" if path else key
                places[here] = node.keys[key]
                _walk(value, here, places)
        case ListNode():
            for number, item in enumerate(node.items, 1):
                here = f"{path}/{_name(item) or number}"
                places.setdefault(here, _place(item))
                _walk(item, here, places)
        case ScalarNode():
            pass


def _name(item: Node) -> str:
    given = item.entries.get("id") if isinstance(item, MapNode) else None
    return str(given.value) if isinstance(given, ScalarNode) else ""


def _place(item: Node) -> Position:
    given = item.entries.get("id") if isinstance(item, MapNode) else None
    return given.position if given is not None else item.position
