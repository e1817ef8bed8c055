"""Stages, their powers, and the edges between them; ``from_anywhere`` written out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from spelregels.language.lower.patterns import bearer, check_outcome
from spelregels.language.lower.scope import Scope
from spelregels.language.lower.titles import titles
from spelregels.language.problems import listing
from spelregels.language.surface.base import Name
from spelregels.language.surface.stages import AnywhereIn, PowerOfStageIn, StageIn
from spelregels.model.ruleset import Act, Machine, Stage, StageEdge, StagePower
from spelregels.model.words import Severity

TargetGiven = Name | dict[Name, Name]


def machine(scope: Scope) -> Machine | None:
    """The stages of this file, or None when it has none."""
    given = scope.file.surface.stages or {}
    anywhere = scope.file.surface.from_anywhere or {}
    if not given:
        if anywhere:
            scope.note(
                "missing-key",
                next(iter(anywhere)).position,
                "from_anywhere heeft alleen betekenis in een bestand met stages.",
                "from_anywhere has a meaning only in a file with stages.",
                suggestion="stages:",
            )
        return None
    stages = [_stage(name, one, scope) for name, one in given.items()]
    for act_name, one in anywhere.items():
        stages = _everywhere(stages, act_name, one, given, scope)
    severity = scope.file.surface.stage_severity or Severity.ERROR
    return Machine(scope.file.id, tuple(stages), severity)


def _stage(name: Name, given: StageIn, scope: Scope) -> Stage:
    edges = tuple(
        edge for act, target in (given.next or {}).items() for edge in _edges(act, target, scope)
    )
    if given.ends_as is not None and edges:
        scope.note(
            "end-with-edges",
            given.at("next"),
            f"De fase {name} is een einde (ends_as) en kan dus geen next hebben.",
            f"The stage {name} is an end (ends_as) and so can have no next.",
            expected_nl="also: voor wat na het einde nog mag",
            expected_en="also: for what is still allowed after the end",
        )
    moving = {edge.act for edge in edges}
    also = []
    for act_name in given.also or ():
        act = scope.act(act_name)
        if act is None:
            continue
        if act.id in moving:
            scope.note(
                "ambiguous-edge",
                act_name.position,
                f"{act.id} staat in de fase {name} onder next en onder also; kies er een.",
                f"{act.id} stands in the stage {name} under next and under also; choose one.",
            )
        also.append(act.id)
    return Stage(
        id=str(name),
        title=titles(given.title),
        level=given.level,
        power=_power(given.power, scope),
        edges=edges,
        also=frozenset(also),
        ends_as=given.ends_as,
        position=name.position,
    )


def _edges(
    name: Name, target: TargetGiven, scope: Scope, *, anywhere: bool = False
) -> Iterator[StageEdge]:
    act = scope.act(name)
    if act is None:
        return
    if isinstance(target, Name):
        stage = scope.stage(target)
        if stage is not None:
            yield StageEdge(act.id, None, stage, anywhere)
        return
    for outcome, to in target.items():
        stage = scope.stage(to)
        if check_outcome(outcome, act, scope) and stage is not None:
            yield StageEdge(act.id, str(outcome), stage, anywhere)


def _power(given: PowerOfStageIn | None, scope: Scope) -> StagePower | None:
    if given is None:
        return None
    override: tuple[str | None, Act | None] = (None, None)
    if given.override is not None:
        override = (scope.role(given.override.by), scope.act(given.override.act))
    return StagePower(
        decides=bearer(given.decides, scope),
        consents=_roles(given.consents, scope),
        advises=_roles(given.advises, scope),
        consulted=_roles(given.consulted, scope),
        answers_for=_roles(given.answers_for, scope),
        binding=given.binding,
        override_by=override[0],
        override_act=override[1].id if override[1] else None,
    )


def _roles(given: list[Name] | None, scope: Scope) -> tuple[str, ...]:
    return tuple(role for name in given or () if (role := scope.role(name)) is not None)


def _everywhere(
    stages: list[Stage],
    act_name: Name,
    given: AnywhereIn,
    declared: Mapping[Name, StageIn],
    scope: Scope,
) -> list[Stage]:
    """The stages with one act of ``from_anywhere`` written into each that it holds for."""
    act = scope.act(act_name)
    skipped = {name for one in given.except_ or () if (name := scope.stage(one)) is not None}
    if (given.to is None) == (not given.stays):
        scope.note(
            "ambiguous-edge",
            act_name.position,
            f"Bij {act_name} onder from_anywhere hoort to: fase, of stays: true.",
            f"{act_name} under from_anywhere needs to: stage, or stays: true.",
            expected_nl="{to: fase, except: [fase]} of {stays: true}",
            expected_en="{to: stage, except: [stage]} or {stays: true}",
        )
        return stages
    if act is None:
        return stages
    if given.to is None:
        return [
            stage if stage.id in skipped or _leads(stage, act) else _with_also(stage, act)
            for stage in stages
        ]
    edges = tuple(_edges(act_name, given.to, scope, anywhere=True))
    targets = {edge.to for edge in edges}
    made = []
    clashes = []
    for stage in stages:
        only_here = targets == {stage.id}
        if stage.id in skipped or stage.ends_as is not None or only_here:
            made.append(stage)
        elif _leads(stage, act) or act.id in stage.also:
            clashes.append(stage.id)
            made.append(stage)
        else:
            made.append(replace(stage, edges=(*stage.edges, *edges)))
    if clashes:
        scope.note(
            "ambiguous-edge",
            act_name.position,
            f"{act.id} heeft in {listing(clashes)} al een eigen weg; zet die onder except.",
            f"{act.id} has a way of its own already in {listing(clashes)}; put it under except.",
            suggestion=f"except: [{', '.join([*sorted(skipped), *clashes])}]",
        )
    return made


def _leads(stage: Stage, act: Act) -> bool:
    return any(edge.act == act.id for edge in stage.edges)


def _with_also(stage: Stage, act: Act) -> Stage:
    return replace(stage, also=stage.also | {act.id})
