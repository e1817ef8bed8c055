"""Where each value stands in the text of a ruleset, to the letter, so that it can be replaced."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate

import yaml

from spelregels.language.yamltext import LOADER


@dataclass(frozen=True, slots=True)
class Leaf:
    """A scalar: its value as text and the letters it covers. ``block``: over several lines."""

    value: str
    start: int
    end: int
    block: bool


@dataclass(frozen=True, slots=True)
class Branch:
    """A mapping or a list. ``parts``: by key; items of a list by id and by number from 1."""

    parts: Mapping[str, Tree]
    items: tuple[Tree, ...] = ()
    keys: tuple[Leaf, ...] = field(default=())


Tree = Leaf | Branch


def read_tree(text: str) -> Tree:
    """The tree of a text that the strict reader has accepted, so its depth is bounded."""
    lengths = (len(line) for line in text.splitlines(keepends=True))
    lines = [0, *accumulate(lengths)]
    return _tree(yaml.compose(text, Loader=LOADER), lines)


def _tree(node: yaml.Node | None, lines: list[int]) -> Tree:
    match node:
        case yaml.ScalarNode():
            start = lines[node.start_mark.line] + node.start_mark.column
            end = lines[node.end_mark.line] + node.end_mark.column
            block = node.style in ("|", ">") or node.start_mark.line != node.end_mark.line
            return Leaf(node.value, start, end, block)
        case yaml.SequenceNode():
            items = tuple(_tree(item, lines) for item in node.value)
            named = {str(number): item for number, item in enumerate(items, start=1)}
            return Branch({**named, **{name: item for item in items if (name := _id(item))}}, items)
        case yaml.MappingNode():
            pairs = [(_tree(key, lines), _tree(value, lines)) for key, value in node.value]
            keys = tuple(key for key, _ in pairs if isinstance(key, Leaf))
            parts = {key.value: value for key, value in pairs if isinstance(key, Leaf)}
            return Branch(parts, tuple(parts.values()), keys)
        case _:
            return Branch({})


def _id(item: Tree) -> str:
    found = item.parts.get("id") if isinstance(item, Branch) else None
    return found.value if isinstance(found, Leaf) else ""


def at(tree: Tree, path: tuple[str, ...]) -> Tree | None:
    """What stands at a path, or nothing."""
    here: Tree | None = tree
    for step in path:
        here = here.parts.get(step) if isinstance(here, Branch) else None
    return here


def leaves(tree: Tree) -> Iterator[Leaf]:
    """Every scalar under a tree, keys left out."""
    if isinstance(tree, Leaf):
        yield tree
        return
    for item in tree.items:
        yield from leaves(item)


def names(tree: Tree) -> Iterator[Leaf]:
    """Every key and every scalar under a tree."""
    if isinstance(tree, Leaf):
        yield tree
        return
    yield from tree.keys
    for item in tree.items:
        yield from names(item)
