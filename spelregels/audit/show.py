"""A case in as few lines as it takes: for people who read a failure, never read back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from spelregels.audit.generate import Case
from spelregels.model.terms import Duration
from spelregels.model.trajectory import Event, Trajectory, When
from spelregels.model.words import Certainty


def compact(thing: Any) -> str:
    """Any model data: class name and the fields that are not at their default."""
    match thing:
        case Enum():
            return str(thing.value)
        case date():
            return thing.isoformat()
        case Duration():
            return f"{thing.amount} {thing.unit.value}"
        case When():
            return when(thing)
        case tuple():
            return f"[{', '.join(map(compact, thing))}]"
        case frozenset():
            return f"{{{', '.join(sorted(map(compact, thing)))}}}"
        case Mapping():
            return f"{{{', '.join(f'{k}: {compact(v)}' for k, v in thing.items())}}}"
        case _:
            pass
    if not is_dataclass(thing) or isinstance(thing, type):
        return str(thing)
    said = []
    for field in fields(thing):
        part = getattr(thing, field.name)
        default = field.default_factory() if callable(field.default_factory) else field.default
        if part != default or default is MISSING:
            said.append(f"{field.name}={compact(part)}")
    return f"{type(thing).__name__}({', '.join(said)})"


def when(at: When) -> str:
    """A moment with its precision."""
    if at.day is None:
        return "unknown"
    clock = "" if at.minute is None else f" {at.minute // 60:02}:{at.minute % 60:02}"
    return f"{at.precision.value} {at.day}{clock}"


def event_line(event: Event) -> str:
    """One event."""
    extras = [f"outcome {event.outcome}"] if event.outcome else []
    extras += [f"by {event.by}"] if event.by else []
    extras += [f"as {','.join(event.roles)}"] if event.roles else []
    extras += [compact(event.attributes)] if event.attributes else []
    extras += [event.certainty.value] if event.certainty is not Certainty.SEEN else []
    extras += [f"corrects {event.corrects} on {event.recorded}"] if event.corrects else []
    return f"{event.id} {when(event.at)} {event.act} {' '.join(extras)}"


def log_lines(log: Trajectory) -> str:
    """A log: its header and one line per event."""
    records = "all" if log.records is None else compact(log.records)
    head = (
        f"order {log.order.value}, records {records}, {compact(log.closed)}, "
        f"facts {compact(log.facts)}, header {compact(log.header)}, "
        f"bound {log.competent_authority}, persons {compact(log.persons)}"
    )
    return "\n".join([f"  {head}", *(f"    {event_line(event)}" for event in log.events)])


def case_lines(made: Case) -> str:
    """A whole case."""
    rows = [f"  as of {made.as_of}"]
    for file in made.ruleset.files:
        rows.append(
            f"  file {file.id} governs {file.governs.value} "
            f"{compact(file.valid_from)}..{compact(file.valid_to)} {compact(file.applies)}"
        )
        rows += [f"    {compact(part)}" for part in (*file.terms, *file.norms)]
    if made.ruleset.machine is not None:
        rows += [f"    {compact(stage)}" for stage in made.ruleset.machine.stages]
    return "\n".join([*rows, log_lines(made.trajectory)])
