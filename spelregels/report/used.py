"""Which acts and roles a part of a ruleset names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from spelregels.model.norms import Power, Statement
from spelregels.model.patterns import ActPattern, Earlier, RoleSpec, TermRef, Test
from spelregels.model.ruleset import Machine, Ruleset, RulesetFile, StagePower


def acts_of(thing: object) -> frozenset[str]:
    """Every act that a norm, a term, a machine or a part of one names."""
    return frozenset(act for part in _parts(thing) for act in _acts(part))


def roles_of(thing: object) -> frozenset[str]:
    """Every role that a norm, a term, a machine or a part of one names."""
    return frozenset(role for part in _parts(thing) for role in _roles(part))


def used_acts(ruleset: Ruleset) -> frozenset[str]:
    """The acts that the own file's norms, terms, guarantees and stages name."""
    own = ruleset.own
    machine = _own_machine(ruleset)
    moves = {e.act for s in machine.stages for e in s.edges} if machine else set()
    stays = {act for s in machine.stages for act in s.also} if machine else set()
    return acts_of((own.norms, own.terms, own.guarantees)) | moves | stays


def used_roles(ruleset: Ruleset) -> frozenset[str]:
    """The roles that the own file's norms, terms and stages name."""
    own = ruleset.own
    return roles_of((own.norms, own.terms, _own_machine(ruleset)))


def used_facts(ruleset: Ruleset) -> frozenset[str]:
    """The facts of a trajectory that conditions of the own file read."""
    own = ruleset.own
    parts = _parts((own.applies, own.norms, own.terms))
    read = frozenset(part.attribute for part in parts if isinstance(part, Test))
    return read & frozenset(ruleset.facts)


def used_terms(file: RulesetFile) -> tuple[TermRef, ...]:
    """The named terms that norms, terms and guarantees of a file reckon with, each once."""
    parts = _parts((file.norms, file.terms, file.guarantees))
    return tuple(dict.fromkeys(part for part in parts if isinstance(part, TermRef)))


def _own_machine(ruleset: Ruleset) -> Machine | None:
    machine = ruleset.machine
    return machine if machine is not None and machine.file == ruleset.own.id else None


def _parts(thing: object) -> Iterator[object]:
    yield thing
    if isinstance(thing, tuple):
        for part in thing:
            yield from _parts(part)
    elif is_dataclass(thing) and not isinstance(thing, type):
        for field in fields(thing):
            yield from _parts(getattr(thing, field.name))


def _acts(part: object) -> tuple[str, ...]:
    match part:
        case ActPattern(act=act):
            return (act,)
        case Earlier(act=str() as act):
            return (act,)
        case Power(may=may):
            return may
        case _:
            return ()


def _roles(part: object) -> tuple[str, ...]:
    match part:
        case RoleSpec(any_of=roles):
            return roles
        case StagePower() as power:
            held = power.consents + power.advises + power.consulted + power.answers_for
            return (*held, power.override_by) if power.override_by else held
        case Statement(judged_by=str() as judge):
            return (judge,)
        case _:
            return ()
