"""Leaving out what is wrong, so that the rest of a file can still be checked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spelregels.language.surface.base import Group, Name, Row

_STANDINS = {
    "spelregels": "1",
    "title": "?",
    "regulatory_layer": "not_stated",
    "governs": "not_stated",
}
"""Required keys of a file whose absence says nothing about the rest of it."""
_GONE = object()


def drop(root: Any, places: list[tuple[Any, ...]], dropped: set[str]) -> bool:
    """Take what stands at ``places`` out of ``root``; names taken out go to ``dropped``.

    A place whose last part is not there (a required key is missing) takes out what holds it.
    False when nothing is left: the file has no usable id.
    """
    for place in places:
        step = _last_step(root, place)
        if step is None:
            if not place or place[0] not in _STANDINS:
                return False
            root[Name(place[0])] = Name(_STANDINS[place[0]])
            continue
        holder, key = step
        if holder is root and key == "id":
            return False
        if holder is root and key in _STANDINS:
            root[key] = Name(_STANDINS[key])
        else:
            if holder is root:
                dropped.update(_declared(root[key]))
            _take_out(holder, key, dropped)
    _sweep(root)
    return True


def _last_step(root: Any, place: tuple[Any, ...]) -> tuple[Any, Any] | None:
    """The deepest holder and key of ``place`` that exist; None when not even the first does."""
    here = root
    last = None
    for part in place:
        inside_group = isinstance(here, Group) and part in here
        inside_row = isinstance(here, Row) and isinstance(part, int) and part < len(here)
        if inside_group or inside_row:
            last = (here, part)
            here = here[part]
    return last


def _take_out(holder: Any, key: Any, dropped: set[str]) -> None:
    thing = holder[key]
    if isinstance(key, str):
        dropped.add(str(key))
    if isinstance(thing, Group):
        dropped.update(str(thing[name]) for name in ("id", "act") if name in thing)
        dropped.add("?")  # what it declares may have no name at all
    if isinstance(thing, str):
        dropped.add(str(thing))
    if isinstance(holder, Row):
        holder[key] = _GONE
    else:
        del holder[key]


def _declared(block: Any) -> Iterator[str]:
    """The names that a whole block of the file declares: its keys, or what its rows are called."""
    if isinstance(block, Group):
        yield from (str(name) for name in block)
    elif isinstance(block, Row):
        for part in block:
            if isinstance(part, Group):
                yield str(part["id"]) if "id" in part else str(next(iter(part), "?"))
            elif isinstance(part, str):
                yield str(part)


def _sweep(thing: Any) -> None:
    if isinstance(thing, Row):
        thing[:] = [part for part in thing if part is not _GONE]
        for part in thing:
            _sweep(part)
    elif isinstance(thing, Group):
        for part in thing.values():
            _sweep(part)
