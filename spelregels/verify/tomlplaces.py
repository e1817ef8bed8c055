"""Where the keys of a TOML file stand; the standard reader gives no places.

For messages only: a key written in an unusual way is placed at its table.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from spelregels.model.problem import Position

Path = tuple[str | int, ...]
_HEADER = re.compile(r"\s*(\[\[?)\s*([^\]]+?)\s*\]\]?")
_KEY = re.compile(r"""\s*("[^"]*"|'[^']*'|[A-Za-z0-9_.-]+)\s*=""")


def places(text: str, file: str) -> Mapping[Path, Position]:
    """Positions of tables and keys, by path; items of ``[[x]]`` by number from 0."""
    found: dict[Path, Position] = {(): Position(file, 1, 1)}
    counts: dict[Path, int] = {}
    here: Path = ()
    for number, line in enumerate(text.splitlines(), 1):
        header, key = _HEADER.match(line), _KEY.match(line)
        if header:
            here = _parts(header[2])
            if header[1] == "[[":
                counts[here] = counts.get(here, -1) + 1
                here = (*here, counts[here])
            found.setdefault(here, Position(file, number, header.start(1) + 1))
        elif key:
            found.setdefault((*here, *_parts(key[1])), Position(file, number, key.start(1) + 1))
    return found


def place_of(path: Path, known: Mapping[Path, Position]) -> Position:
    """The place of a key, else of the nearest table around it."""
    while path and path not in known:
        path = path[:-1]
    return known[path]


def _parts(name: str) -> Path:
    if name[:1] in "\"'":
        return (name[1:-1],)
    return tuple(part.strip().strip("\"'") for part in name.split("."))
