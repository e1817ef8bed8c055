"""Whether a shrunk case is still one that the loader and the doors could have made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from spelregels.audit.generate import Case
from spelregels.model.norms import Link, NamedTerm, Power, Precedence, Threshold
from spelregels.model.patterns import NormRef, Op, RoleSpec, StageWindow, TermRef, Test
from spelregels.model.ruleset import Machine, Ruleset
from spelregels.model.trajectory import Trajectory, When
from spelregels.model.words import Certainty, Precision

#: patterns and lists that may never be empty
FILLED = frozenset(
    (
        *("before", "must", "after", "upon", "start", "must_not", "need_not", "count", "first"),
        *("second", "opens", "closes", "begins", "parts", "pattern", "may", "stages"),
    )
)
MAY_BE_EMPTY = {("before", Threshold), ("after", Power)}


def well_formed(case: Case) -> bool:
    """True unless shrinking made something that no file could say."""
    return _rules_ok(case.ruleset) and _log_ok(case.trajectory)


def _rules_ok(rules: Ruleset) -> bool:
    if not rules.files or any(file.id == "" for file in rules.files):
        return False
    terms = {TermRef(file.id, term.id) for file in rules.files for term in file.terms}
    norms = {NormRef(file.id, norm.id) for file in rules.files for norm in file.norms}
    stages = {stage.id for stage in rules.machine.stages} if rules.machine else set()
    parts = list(_parts((rules.files, rules.machine)))
    return all(_part_ok(part, terms, norms, stages) for part in parts)


def _part_ok(part: Any, terms: set[TermRef], norms: set[NormRef], stages: set[str]) -> bool:
    for field in fields(part):
        held = getattr(part, field.name)
        if held == () and field.name in FILLED and (field.name, type(part)) not in MAY_BE_EMPTY:
            return False
        if field.name in ("must", "begins") and isinstance(held, tuple) and () in held:
            return False
    match part:
        case TermRef():
            return part in terms
        case NormRef():
            return part in norms
        case RoleSpec():
            return bool(part.any_of) or part.vehicle is not None
        case Test():
            return part.op in (Op.PRESENT, Op.ABSENT) or part.operand not in (None, ())
        case Link():
            return (part.answers is None) != (part.same is None)
        case StageWindow():
            return part.stage in stages
        case Machine():
            return all(edge.to in stages for stage in part.stages for edge in stage.edges)
        case Power():
            return bool(part.after) == (part.within is not None)
        case Threshold():
            return (part.at_least is None) != (part.at_most is None)
        case Precedence():
            return part.times == 1 or (part.times > 1 and not part.last_counts)
        case NamedTerm():
            return bool(part.per) == (part.link is not None)
        case _:
            return True


def _log_ok(log: Trajectory) -> bool:
    ids = [event.id for event in log.events]
    for event in log.events:
        if event.corrects is not None and (event.corrects not in ids or event.recorded is None):
            return False
        if event.corrects is not None and event.certainty is Certainty.PLANNED:
            return False
        if not _when_ok(event.at):
            return False
    return len(set(ids)) == len(ids)


def _when_ok(when: When) -> bool:
    if (when.day is None) != (when.precision is Precision.UNKNOWN):
        return False
    return (when.minute is None) != (when.precision is Precision.MINUTE)


def _parts(thing: Any) -> Iterator[Any]:
    if isinstance(thing, (Enum, type)):
        return
    if is_dataclass(thing):
        yield thing
        for field in fields(thing):
            yield from _parts(getattr(thing, field.name))
    elif isinstance(thing, (tuple, frozenset)):
        for part in thing:
            yield from _parts(part)
    elif isinstance(thing, Mapping):
        for part in thing.values():
            yield from _parts(part)
