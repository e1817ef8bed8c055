"""A tree of what a file says, in which every part knows its place.

YAML, JSON and tables all become nodes; everything after that reads nodes only, so that each error
can name file, line and column.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from spelregels.model.frozen import dataclass
from spelregels.model.problem import Position

NodeScalar = str | bool | int | Decimal | date | None


@dataclass(frozen=True, slots=True)
class ScalarNode:
    """``quoted``: the writer put it in quotes, so it is text and nothing else."""

    value: NodeScalar
    position: Position
    quoted: bool = False
    written: str = ""  # as it stands in the file, for messages


@dataclass(frozen=True, slots=True)
class ListNode:
    """A list; ``items`` in the order of the file."""

    items: tuple[Node, ...]
    position: Position


@dataclass(frozen=True, slots=True)
class MapNode:
    """A mapping with text keys, in the order of the file; ``keys`` holds where each key stands."""

    entries: Mapping[str, Node]
    keys: Mapping[str, Position]
    position: Position


Node = ScalarNode | ListNode | MapNode
