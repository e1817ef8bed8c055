"""The state of a session as plain JSON data: written, read back, and checked on the way in.

Each entry of the log carries a hash over itself and the one before it, and the state one over all
it holds, so that a state that was changed by hand, or lost an entry, is seen.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from spelregels.model.frozen import dataclass
from spelregels.model.words import Governs
from spelregels.session.entering import canonical
from spelregels.session.errors import StateUnreadable
from spelregels.session.identity import FileLaw
from spelregels.session.rulebook import Rulebook

__all__ = ["FORMAT", "State", "read_state", "write_state"]

FORMAT = "1"


@dataclass(frozen=True, slots=True)
class State:
    """What a state holds, read. ``log``: the events as canonical JSON, in order of arrival."""

    ruleset: str
    hash: str
    laws: tuple[FileLaw, ...]
    stages: str
    reading: Governs | None
    strict: bool
    moves: tuple[Mapping[str, Any], ...]
    header: bytes
    log: tuple[bytes, ...]


def write_state(
    book: Rulebook,
    reading: Governs | None,
    strict: bool,
    moves: Sequence[Mapping[str, Any]],
    header: bytes,
    log: Sequence[bytes],
) -> dict[str, Any]:
    """A state as plain data."""
    told = {
        "spelregels_session": FORMAT,
        "sequence": len(log),
        "ruleset": {
            "id": book.ruleset.id,
            "hash": book.hash,
            "files": [{"id": f.id, "version": f.version, "law": f.law} for f in book.laws],
            "stages": book.stages,
        },
        "reading": reading.value if reading else None,
        "strict": strict,
        "moves": [dict(move) for move in moves],
        "header": json.loads(header),
        "log": [
            {"sequence": number, "event": json.loads(event), "hash": mark}
            for number, (event, mark) in enumerate(zip(log, chain(header, log), strict=True), 1)
        ],
    }
    return {**told, "hash": sha256(canonical(told)).hexdigest()}


def chain(header: bytes, log: Sequence[bytes]) -> list[str]:
    """The hash of each entry, over the header and every entry up to it."""
    marks = []
    mark = sha256(header).hexdigest()
    for event in log:
        mark = sha256(mark.encode() + event).hexdigest()
        marks.append(mark)
    return marks


def read_state(data: Mapping[str, Any] | str | bytes) -> State:
    """A state from plain data or JSON text. Raises ``StateUnreadable``."""
    try:
        told = json.loads(data) if isinstance(data, (str, bytes)) else data
        return _read(told)
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise StateUnreadable(
            f"Deze stand is niet te lezen ({type(error).__name__}).",
            f"This state cannot be read ({type(error).__name__}).",
        ) from None


def _read(told: Mapping[str, Any]) -> State:
    if told["spelregels_session"] != FORMAT:
        raise StateUnreadable(
            f"Deze stand heeft vorm {str(told['spelregels_session'])[:20]!r}; hier is {FORMAT!r} "
            "bekend.",
            f"This state has format {str(told['spelregels_session'])[:20]!r}; {FORMAT!r} is known "
            "here.",
        )
    header = canonical(told["header"])
    log = tuple(canonical(entry["event"]) for entry in told["log"])
    numbers = [entry["sequence"] for entry in told["log"]]
    marks = [entry["hash"] for entry in told["log"]]
    rest = {key: value for key, value in told.items() if key != "hash"}
    whole = numbers == list(range(1, len(log) + 1)) and told["sequence"] == len(log)
    whole &= marks == chain(header, log)
    if not whole or told["hash"] != sha256(canonical(rest)).hexdigest():
        raise StateUnreadable(
            "Deze stand is veranderd of niet compleet: de controlegetallen kloppen niet.",
            "This state was changed or is not whole: its hashes do not fit.",
        )
    rules, reading = told["ruleset"], told["reading"]
    return State(
        ruleset=str(rules["id"]),
        hash=str(rules["hash"]),
        laws=tuple(FileLaw(f["id"], f["version"], f["law"]) for f in rules["files"]),
        stages=str(rules["stages"]),
        reading=Governs(reading) if reading is not None else None,
        strict=bool(told["strict"]),
        moves=tuple(told["moves"]),
        header=header,
        log=log,
    )
