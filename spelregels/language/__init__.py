"""Text to model: strict YAML with places, trajectories, rulesets and their layers, JSON Schema.

What a ruleset and a trajectory may say: ``docs/language.md``. Every function raises
:class:`spelregels.model.problem.InputRefused` with all problems together, each with file, line,
column, what was expected and the nearest known word. Heavy parts load when they are first used.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from spelregels.language.nodes import Node
from spelregels.model.problem import Position
from spelregels.model.ruleset import Ruleset
from spelregels.model.trajectory import Trajectory

__all__ = [
    "bind",
    "json_schema",
    "load_ruleset",
    "parse_yaml",
    "shipped_rulesets",
    "trajectories_from_node",
    "trajectory_from_node",
]


def parse_yaml(text: bytes | str, source: str) -> Node:
    """YAML text to nodes; ``source`` is the file name shown in problems."""
    from spelregels.language.yamltext import parse_yaml as parse

    return parse(text, source)


def trajectory_from_node(node: Node, *, source: str = "") -> Trajectory:
    """The single trajectory in a file, untyped: names and types are checked by :func:`bind`."""
    from spelregels.language.trajectories import trajectory_from_node as read

    return read(node, source=source)


def trajectories_from_node(node: Node) -> tuple[Trajectory, ...]:
    """Every trajectory in a file: one, a list, or a list under ``trajectories``."""
    from spelregels.language.trajectories import trajectories_from_node as read

    return read(node)


def bind(trajectory: Trajectory, ruleset: Ruleset) -> Trajectory:
    """The trajectory with names checked and values converted to the types the ruleset declares."""
    from spelregels.language.binding import bind as bound

    return bound(trajectory, ruleset)


def load_ruleset(
    ref: str | Path, *, library: Sequence[Path] = (), named_at: Position | None = None
) -> Ruleset:
    """A ruleset with all its layers. ``ref``: the id of a shipped ruleset, or a path to a file.

    ``library``: further folders in which ids of ``extends`` are looked up, before the shipped ones.
    ``named_at``: where the id stands, if in a file, for when there is no such ruleset.
    """
    from spelregels.language.load import load_ruleset as load

    return load(ref, library=library, named_at=named_at)


def shipped_rulesets() -> tuple[str, ...]:
    """The ids of the rulesets that come with this package, in alphabetical order."""
    from spelregels.language.library import shipped_ids

    return shipped_ids()


def json_schema(what: str = "ruleset") -> dict[str, Any]:
    """The JSON Schema (2020-12) of a ``ruleset`` or a ``trajectory`` file."""
    from spelregels.language.schema import json_schema as schema

    return schema(what)
