"""Which rules exactly: the hash of a ruleset, and of what each file of it means.

The hash changes with every byte. The *law* of a file changes only with what a verdict can depend
on: its norms and terms, and what the acts, roles and facts they name mean. Titles, remarks,
places, examples and the last day in force are no part of it: an old text may be closed when a new
one comes.
Calendars are no part of it either: meetings and closed days are facts that grow.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from hashlib import sha256
from typing import Any

from spelregels.model.frozen import dataclass
from spelregels.model.patterns import RoleSpec, Test
from spelregels.model.ruleset import Act, Role, Ruleset, RulesetFile
from spelregels.model.words import Vehicle
from spelregels.report.used import acts_of, roles_of

__all__ = ["FileLaw", "hash_of", "laws_of", "stages_of"]

_NO_LAW = {"position", "title", "title_en", "why", "confidence", "article", "severity"}
_SHORT = 32


@dataclass(frozen=True, slots=True)
class FileLaw:
    """One version of one file: ``law`` is the same as long as it asks the same."""

    id: str
    version: str
    law: str


def hash_of(ruleset: Ruleset) -> str:
    """The sha256 over all files of a ruleset with their bytes."""
    parts = [f"{f.id} {f.version} {f.sha256 or _digest(_law(f, ruleset))}" for f in ruleset.files]
    return sha256("\n".join(sorted(parts)).encode()).hexdigest()


def laws_of(ruleset: Ruleset) -> tuple[FileLaw, ...]:
    """Every file that asks something."""
    return tuple(
        FileLaw(file.id, file.version, _digest(_law(file, ruleset)))
        for file in ruleset.files
        if file.norms or file.terms
    )


def stages_of(ruleset: Ruleset) -> str:
    """The stages: their names, edges and powers; empty without stages."""
    return _digest(_plain(ruleset.machine.stages)) if ruleset.machine else ""


def _law(file: RulesetFile, ruleset: Ruleset) -> Any:
    asked = (file.applies, file.norms, file.terms)
    roles = set(roles_of(asked))
    if any(isinstance(part, RoleSpec) and part.vehicle for part in _parts(asked)):
        roles |= {role.id for role in ruleset.roles.values() if role.vehicle is not Vehicle.NONE}
    facts = {part.attribute for part in _parts(asked) if isinstance(part, Test)}
    return (
        file.id,
        file.version,
        file.governs.value,
        file.term_regime.value,
        _plain(asked),
        [_act(ruleset.acts[a]) for a in sorted(acts_of(asked)) if a in ruleset.acts],
        [_role(ruleset.roles[r]) for r in sorted(roles) if r in ruleset.roles],
        [(f, _plain(ruleset.facts[f].default)) for f in sorted(facts) if f in ruleset.facts],
    )


def _act(act: Act) -> Any:
    return act.id, act.decision, act.ends, sorted(act.outcomes)


def _role(role: Role) -> Any:
    who = (sorted(role.aliases), sorted(role.one_of), role.bound_by_header)
    return role.id, role.kind.value, role.vehicle.value, *who


def _parts(thing: object) -> Iterator[object]:
    yield thing
    if isinstance(thing, tuple):
        for part in thing:
            yield from _parts(part)
    elif is_dataclass(thing) and not isinstance(thing, type):
        for field in fields(thing):
            yield from _parts(getattr(thing, field.name))


def _plain(thing: object) -> Any:
    """Nested lists with the same content, whatever the place in the file."""
    match thing:
        case None | bool() | int():
            return thing
        case Enum():
            return thing.value
        case date():
            return thing.isoformat()
        case tuple() | list():
            return [_plain(part) for part in thing]
        case frozenset() | set():
            return sorted(map(str, thing))
        case Mapping():
            return [[str(key), _plain(thing[key])] for key in sorted(thing)]
        case _ if is_dataclass(thing) and not isinstance(thing, type):
            told = [f.name for f in fields(thing) if f.name not in _NO_LAW]
            return [type(thing).__name__, *([n, _plain(getattr(thing, n))] for n in told)]
        case _:
            return str(thing)


def _digest(data: Any) -> str:
    from json import dumps

    return sha256(dumps(data, ensure_ascii=False).encode()).hexdigest()[:_SHORT]
