"""A trajectory through a door and back, for the tests of the doors that also write."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from spelregels import doors
from spelregels.doors.ocel_own import write_ocel
from spelregels.doors.workbook_save import write_workbook
from spelregels.doors.xes_own import write_xes
from spelregels.language import bind
from spelregels.model.problem import Position
from spelregels.model.ruleset import Ruleset
from spelregels.model.trajectory import Trajectory
from spelregels.semantics import judge

Write = Callable[[Ruleset, Trajectory, Path], None]

WRITERS: Mapping[str, Write] = {
    "t.xes": lambda _, trajectory, path: write_xes([trajectory], path),
    "t.xes.gz": lambda _, trajectory, path: write_xes([trajectory], path),
    "t.jsonocel": lambda _, trajectory, path: write_ocel([trajectory], path),
    "t.xlsx": lambda rules, trajectory, path: write_workbook(rules, path, [trajectory]),
    "t.ods": lambda rules, trajectory, path: write_workbook(rules, path, [trajectory]),
}


def through(name: str, rules: Ruleset, trajectory: Trajectory, folder: Path) -> Trajectory:
    """The trajectory written under ``name``, read again and bound."""
    path = folder / name
    path.unlink(missing_ok=True)
    WRITERS[name](rules, trajectory, path)
    (read,) = doors.read(path)
    return bind(read, rules)


def bare(trajectory: Trajectory) -> Trajectory:
    """Without what belongs to a source: places and errors in its data."""
    events = tuple(replace(event, position=Position()) for event in trajectory.events)
    return replace(trajectory, events=events, position=Position(), data_errors=())


def findings(rules: Ruleset, trajectory: Trajectory, as_of: date) -> list[object]:
    """What ``judge`` says of it, save for places."""
    return [
        (v.norm, v.layer, v.word, v.how, v.trigger, v.due, v.due_latest, v.evidence)
        for v in judge(rules, trajectory, as_of).verdicts
    ]
