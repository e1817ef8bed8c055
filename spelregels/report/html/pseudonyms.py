"""Persons by number: a page names nobody, unless somebody asks for it outright."""

from __future__ import annotations

from dataclasses import replace

from spelregels.model.ruleset import Ruleset
from spelregels.model.trajectory import Trajectory


def persons(trajectory: Trajectory, ruleset: Ruleset) -> tuple[str, ...]:
    """Whoever stands under ``by`` and is no role or alias of one, in order of appearance."""
    roles = {name for role in ruleset.roles.values() for name in (role.id, *role.aliases)}
    named = (event.by for event in trajectory.events)
    return tuple(dict.fromkeys(name for name in named if name and name not in roles))


def pseudonymous(trajectory: Trajectory, ruleset: Ruleset, frame: str) -> Trajectory:
    """The same trajectory with a number for each person. ``frame``: ``persoon {number}``.

    Roles that persons hold move along, so that everything reads as it did.
    """
    found = persons(trajectory, ruleset)
    called = {name: frame.format(number=i) for i, name in enumerate(found, start=1)}
    events = tuple(
        replace(event, by=called[event.by]) if event.by in called else event
        for event in trajectory.events
    )
    held = {called[name]: roles for name, roles in trajectory.persons.items() if name in called}
    return replace(trajectory, events=events, persons=held)
