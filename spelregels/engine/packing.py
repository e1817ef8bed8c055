"""Events in as few bytes as will do: what a session holds while nobody looks at it."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, Final

from spelregels.engine.codec import decode, encode
from spelregels.model.problem import Position
from spelregels.model.trajectory import Event, Trajectory, When
from spelregels.model.words import Certainty, Precision

_PRECISIONS: Final = tuple(Precision)
_CERTAINTIES: Final = tuple(Certainty)
_NOWHERE: Final = Position()


def pack(event: Event) -> bytes:
    """One line of JSON: a list whose last items are left out while they are empty."""
    at, where = event.at, event.position
    row: list[Any] = [
        event.id,
        event.act,
        _PRECISIONS.index(at.precision),
        at.day.toordinal() if at.day is not None else 0,
        at.minute,
        event.by,
        event.outcome,
        list(event.roles),
        [part for name, v in event.attributes.items() for part in (name, encode(v))],
        _CERTAINTIES.index(event.certainty),
        event.corrects,
        event.recorded.toordinal() if event.recorded is not None else None,
        event.source,
        event.note,
        [] if where == _NOWHERE else [where.file, where.line, where.column, where.cell],
    ]
    while not row[-1]:
        row.pop()
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode()


def unpack(line: bytes) -> Event:
    """The event that was packed, but for the places of its keys in the source."""
    row = json.loads(line)
    row += [None] * (15 - len(row))
    pairs = row[8] or ()
    day = date.fromordinal(row[3]) if row[3] else None
    return Event(
        id=row[0],
        act=row[1],
        at=When(_PRECISIONS[row[2] or 0], day, row[4]),
        by=row[5],
        outcome=row[6],
        roles=tuple(row[7] or ()),
        attributes={pairs[n]: decode(pairs[n + 1]) for n in range(0, len(pairs), 2)},
        certainty=_CERTAINTIES[row[9] or 0],
        corrects=row[10],
        recorded=date.fromordinal(row[11]) if row[11] else None,
        source=row[12] or "",
        note=row[13] or "",
        position=Position(*row[14]) if row[14] else _NOWHERE,
    )


def pack_header(header: Trajectory) -> bytes:
    """Everything of a trajectory but its events, and the places of its keys."""
    from dataclasses import fields, replace

    bare = replace(header, events=(), places={})
    row: list[Any] = []
    for field in fields(Trajectory):
        held = getattr(bare, field.name)
        if field.name not in ("id", "events", "places") and held != getattr(_BLANK, field.name):
            row += [field.name, encode(held)]
    return json.dumps([bare.id, *row], ensure_ascii=False, separators=(",", ":")).encode()


def unpack_header(line: bytes) -> dict[str, Any]:
    """The keyword arguments of the trajectory that was packed, without its events."""
    row = json.loads(line)
    found = {row[n]: decode(row[n + 1]) for n in range(1, len(row), 2)}
    return {"records": None, **found, "id": row[0]}


_BLANK: Final = Trajectory(id="", events=(), records=None)
