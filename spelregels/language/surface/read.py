"""A ruleset file's nodes to its surface model, all problems together."""

from __future__ import annotations

from collections.abc import Collection

from pydantic import ValidationError

from spelregels.language.kinds import Kind, is_something_else
from spelregels.language.nodes import ListNode, MapNode, Node, ScalarNode
from spelregels.language.problems import Problems
from spelregels.language.surface.base import Surface, to_plain
from spelregels.language.surface.errors import to_problems
from spelregels.language.surface.pruning import drop
from spelregels.language.surface.ruleset import RulesetIn
from spelregels.model.frozen import dataclass
from spelregels.model.problem import Position

_ATTEMPTS = 12
"""Leaving one thing out may make its surroundings incomplete; those go next, and so on upwards."""
_MAY_BE_BARE = ("acts", "stages", "calendars")
"""Under these, ``name:`` with nothing behind it means ``name: {}``."""


@dataclass(frozen=True, slots=True)
class ReadSurface:
    """``dropped``: names of what was wrong and is left out of ``surface``."""

    surface: RulesetIn
    dropped: frozenset[str]


def read_surface(node: Node, problems: Problems) -> ReadSurface | None:
    """The surface model of a ruleset file; problems are noted, and what they are about left out.

    None when nothing is left to go on with.
    """
    if not isinstance(node, MapNode):
        problems.add(
            "not-a-ruleset",
            node.position,
            "Dit is geen ruleset: bovenaan horen sleutels te staan.",
            "This is no ruleset: it should have keys at the top.",
            expected_nl='spelregels: "1", id, title, regulatory_layer, governs',
        )
        return None
    if is_something_else(node, Kind.RULESET, problems):
        return None
    whole = filled(node, problems)
    plain = to_plain(whole)
    dropped: set[str] = set()
    for attempt in range(_ATTEMPTS):
        models: dict[Position, type[Surface]] = {}
        try:
            surface = RulesetIn.model_validate(plain, context=models)
            return ReadSurface(surface, frozenset(dropped))
        except ValidationError as error:
            errors = error.errors(include_url=False)
            if attempt == 0:
                to_problems(errors, whole, models, problems)
            if any(one["loc"][:1] == ("extends",) for one in errors):
                dropped.add("extends")  # what the layers below declare is not known now
            if not drop(plain, [one["loc"] for one in errors], dropped):
                return None
    return None


def filled(
    root: MapNode, problems: Problems, may_be_bare: Collection[str] = _MAY_BE_BARE
) -> MapNode:
    """The file with ``name:`` read as ``name: {}`` where that is allowed, and refused elsewhere."""
    entries: dict[str, Node] = {}
    for key, part in root.entries.items():
        if key in may_be_bare and isinstance(part, MapNode):
            inner = {
                name: MapNode({}, {}, child.position) if _bare(child) else child
                for name, child in part.entries.items()
            }
            part = MapNode(inner, part.keys, part.position)
        entries[key] = part
        if key != "examples":
            _no_nothing(part, root.keys[key], key, problems)
    return MapNode(entries, root.keys, root.position)


def _bare(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.value is None


_WHAT_IN: dict[str, str] = {"roles": "{kind: residents}", "sources": "{title: …}"}


def _no_nothing(
    node: Node, place: Position, name: str, problems: Problems, holder: str = ""
) -> None:
    match node:
        case ScalarNode(value=None):
            inside = _WHAT_IN.get(holder)
            problems.add(
                "empty-value",
                place,
                f"Achter {name} staat niets.",
                f"There is nothing behind {name}.",
                expected_nl=inside or "een waarde; laat de sleutel anders weg",
                expected_en=inside or "a value; else leave the key out",
            )
        case MapNode(entries=entries, keys=keys):
            for key, part in entries.items():
                _no_nothing(part, keys[key], key, problems, name)
        case ListNode(items=items):
            for part in items:
                _no_nothing(part, part.position, "het streepje", problems)
        case _:
            pass
