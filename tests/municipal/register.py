"""The register of municipal facts, ``facts.yaml``, read into frozen data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
FOLDER = "gemeenten"


class Held(Enum):
    """How far a fact is held by a ruleset."""

    WHOLE = "encoded"
    PART = "encoded in part"
    OPEN = "open norm"
    MISSING = "cannot be said"
    IDLE = "nothing depends on it"
    LEFT = "instrument not encoded"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a ruleset: ``kind`` is norm, role, stage, valid_from, valid_to or in_force."""

    file: str
    kind: str
    name: str

    def __str__(self) -> str:
        return f"{self.file}#{self.kind}:{self.name}" if self.name else f"{self.file}#{self.kind}"


@dataclass(frozen=True, slots=True)
class Fact:
    """``left``: what of it is not held. ``needs``: the construct that would hold that; ``better``:
    the construct that would hold it better. ``unseen``: what nobody saw of the text, so that the
    encoding says there that it is not known."""

    instrument: str
    number: int
    modality: str
    says: str
    held: Held
    parts: tuple[Part, ...] = ()
    statement: Part | None = None
    judge: str = ""
    left: str = ""
    unseen: str = ""
    needs: str = ""
    better: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Instrument:
    id: str
    what: str
    kinds: tuple[str, ...]
    files: tuple[str, ...]  # ids of rulesets
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Construct:
    says: str
    announced: bool  # whether docs/language.md names it as coming


@dataclass(frozen=True, slots=True)
class Register:
    constructs: Mapping[str, Construct]
    instruments: tuple[Instrument, ...]

    @property
    def encoded(self) -> tuple[Instrument, ...]:
        return tuple(one for one in self.instruments if one.files)

    def facts(self) -> Iterator[Fact]:
        return (fact for one in self.instruments for fact in one.facts)


@cache
def register() -> Register:
    """The register as it stands."""
    with (HERE / "facts.yaml").open(encoding="utf-8") as file:
        read = yaml.safe_load(file)
    constructs = {name: Construct(**given) for name, given in read["constructs"].items()}
    found = tuple(_instrument(id_, given) for id_, given in read["instruments"].items())
    return Register(constructs, found)


def _instrument(id_: str, given: Mapping[str, Any]) -> Instrument:
    files = tuple(f"{FOLDER}/{name}" for name in given.get("files", ()))
    facts = tuple(_fact(id_, files, number, told) for number, told in given["facts"].items())
    return Instrument(id_, given["what"], tuple(given["kinds"]), files, facts)


def _fact(instrument: str, files: tuple[str, ...], number: int, told: Mapping[str, Any]) -> Fact:
    known = {
        "is",
        "says",
        "in",
        "left",
        "unseen",
        "needs",
        "open",
        "judge",
        "why",
        "idle",
        "better",
    }
    assert set(told) <= known, (instrument, number, set(told) - known)
    return Fact(
        instrument=instrument,
        number=number,
        modality=told["is"],
        says=told["says"],
        held=_held(told) if files else Held.LEFT,
        parts=tuple(part(text, files[0]) for text in told.get("in", ())),
        statement=part(told["open"], files[0]) if "open" in told else None,
        judge=told.get("judge", ""),
        left=told.get("left", ""),
        unseen=told.get("unseen", ""),
        needs=told.get("needs", ""),
        better=told.get("better", ""),
        why=told.get("why", "") or told.get("idle", ""),
    )


def _held(told: Mapping[str, Any]) -> Held:
    match [way for way in ("in", "open", "idle") if way in told]:
        case ["in", "open"]:  # what is left is asked of somebody
            assert told["judge"] != "not_stated", told
            return Held.PART if "left" in told else Held.WHOLE
        case ["in"]:
            return Held.PART if "left" in told else Held.WHOLE
        case ["open"]:
            return Held.OPEN
        case ["idle"]:
            return Held.IDLE
    assert "needs" in told, told
    return Held.MISSING


def part(text: str, first: str) -> Part:
    """``norm``, ``kind:name`` or ``valid_to``, of the first file or of ``file#``."""
    file, _, rest = text.rpartition("#")
    kind, _, name = rest.rpartition(":")
    if rest in ("valid_from", "valid_to"):
        kind, name = rest, ""
    return Part(f"{FOLDER}/{file}" if file else first, kind or "norm", name)
