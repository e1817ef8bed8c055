"""Taking one part out of a ruleset, and seeing whether its examples notice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from spelregels.check import try_examples
from spelregels.language import load_ruleset
from spelregels.model.ruleset import Ruleset, RulesetFile, Stage
from spelregels.model.words import Vehicle
from tests.municipal.register import Part


@cache
def loaded(id_: str) -> Ruleset:
    return load_ruleset(id_)


def noticed(part: Part, rulesets: tuple[str, ...]) -> bool:
    """Whether without this part an example of one of these rulesets no longer comes out."""
    return any(
        try_examples(without(part, loaded(id_))).failed
        for id_ in rulesets
        if any(file.id == part.file for file in loaded(id_).files)
    )


def without(part: Part, ruleset: Ruleset) -> Ruleset:
    """The ruleset without that part. Raises AssertionError if the part is not there."""
    match part.kind:
        case "norm":
            return in_file(part.file, ruleset, lambda file: without_norm(part.name, file))
        case "valid_from":
            return in_file(part.file, ruleset, without_beginning)
        case "valid_to":
            return in_file(part.file, ruleset, without_end)
        case "in_force":
            return in_file(part.file, ruleset, lambda file: always(part.name, file))
        case "role":
            return without_role(part.name, ruleset)
        case "stage":
            return without_power(part.name, ruleset)
    raise AssertionError(part)


def in_file(id_: str, ruleset: Ruleset, change: Callable[[RulesetFile], RulesetFile]) -> Ruleset:
    files = tuple(change(file) if file.id == id_ else file for file in ruleset.files)
    assert files != ruleset.files, (id_, "nothing changed")
    return replace(ruleset, files=files)


def without_norm(id_: str, file: RulesetFile) -> RulesetFile:
    return replace(
        file,
        norms=tuple(norm for norm in file.norms if norm.id != id_),
        terms=tuple(term for term in file.terms if term.id != id_),
    )


def without_beginning(file: RulesetFile) -> RulesetFile:
    return replace(file, valid_from=None)


def without_end(file: RulesetFile) -> RulesetFile:
    return replace(file, valid_to=None)


def always(id_: str, file: RulesetFile) -> RulesetFile:
    freed = (
        replace(norm, in_force_from=None, in_force_to=None) if norm.id == id_ else norm
        for norm in file.norms
    )
    return replace(file, norms=tuple(freed))


def without_role(id_: str, ruleset: Ruleset) -> Ruleset:
    """The role keeps its name and nothing else: no legal form, no other names, no members."""
    role = ruleset.roles[id_]
    bare = replace(role, vehicle=Vehicle.NONE, aliases=(), one_of=(), bound_by_header=False)
    assert bare != role, (id_, "there is nothing to take away")
    return replace(ruleset, roles={**ruleset.roles, id_: bare})


def without_power(id_: str, ruleset: Ruleset) -> Ruleset:
    machine = ruleset.machine
    assert machine is not None
    stages = tuple(_powerless(stage) if stage.id == id_ else stage for stage in machine.stages)
    assert stages != machine.stages, (id_, "there is no power to take away")
    return replace(ruleset, machine=replace(machine, stages=stages))


def _powerless(stage: Stage) -> Stage:
    return replace(stage, power=None)
