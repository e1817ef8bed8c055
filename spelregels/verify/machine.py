"""Walking over stages: where one can come from where, and what is decided there."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from spelregels.model.ruleset import Machine, Stage, StageEdge
from spelregels.model.verified import Place
from spelregels.verify.subject import Subject

Skip = Callable[[StageEdge], bool]


def _none(_: StageEdge) -> bool:
    return False


def reachable(machine: Machine, start: Iterable[str], skip: Skip = _none) -> frozenset[str]:
    """The stages one can come to from these (themselves included), without edges in ``skip``."""
    by_id = {stage.id: stage for stage in machine.stages}
    found = set(start)
    waiting = list(found)
    while waiting:
        for edge in by_id[waiting.pop()].edges:
            if edge.to not in found and not skip(edge):
                found.add(edge.to)
                waiting.append(edge.to)
    return frozenset(found)


def from_start(machine: Machine, skip: Skip = _none) -> frozenset[str]:
    """The stages that a trajectory can come to at all."""
    return reachable(machine, [machine.stages[0].id], skip)


def circles(machine: Machine) -> tuple[tuple[Stage, ...], ...]:
    """Groups of two or more stages that all lead back to each other, in declared order."""
    to = {stage.id: reachable(machine, [stage.id]) for stage in machine.stages}
    groups = {
        frozenset(other for other in to[stage.id] if stage.id in to[other])
        for stage in machine.stages
    }
    ordered = (tuple(s for s in machine.stages if s.id in group) for group in groups)
    return tuple(sorted((g for g in ordered if len(g) > 1), key=lambda g: g[0].position))


def decided_in(stage: Stage, subject: Subject) -> tuple[str, ...]:
    """The deciding acts that a stage itself lists."""
    own = {edge.act for edge in stage.edges if not edge.anywhere} | stage.also
    return tuple(sorted(act for act in own if subject.is_decision(act)))


def at_stage(stage: Stage, *keys: str, subject: Subject) -> Place:
    """The place of a stage, or of the first of ``keys`` that it has."""
    path = f"stages/{stage.id}"
    found = (f"{path}/{key}" for key in keys if subject.outline.has(f"{path}/{key}"))
    return Place(next(found, path))


def at_edge(stage: Stage, edge: StageEdge) -> Place:
    """The place where an edge is written."""
    return Place(
        f"from_anywhere/{edge.act}" if edge.anywhere else f"stages/{stage.id}/next/{edge.act}"
    )
